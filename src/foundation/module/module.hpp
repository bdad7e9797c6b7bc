#pragma once
#include "foundation/base/date.hpp"
#include "foundation/document/calendar.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/measure.hpp"
#include "foundation/module/permission.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace samrum::jobs {
class Work;
}

namespace samrum::web {
class Html;
}

namespace samrum::module {

struct ApiOperation;

/// A path and who may walk it. Patterns name their parts: "/{room}/agreements/{id}". A route without permission is open
/// to anybody (a null `permission`), or to anybody signed in (`signed_in`).
struct Route {
    web::Method method;
    std::string_view pattern;
    const Permission* permission;  ///< null: see `signed_in`
    web::Response (*handle)(Call&);
    bool signed_in = false;  ///< with a null permission: any account
    bool anonymous = false;  ///< no address is logged or passed on
    std::size_t body_limit = 256 * 1024;
    /// Of a path below /api/: what openapi.hpp tells of it. Its callers show a token instead of a cookie.
    const ApiOperation* api = nullptr;
};

/// A kind of object that API routes take or give, as a JSON Schema (2020-12) text.
struct ApiSchema {
    std::string_view name;  ///< "Agreement": `#/components/schemas/Agreement`
    std::string_view json;
};

/// Something that is due by a day, computed from the records and never stored.
struct Duty {
    std::string uid;  ///< stable: "agreement/<id>/review/2021-01-31"
    base::Message what;
    base::Date due;
    OrganisationId whose;  ///< nil: the room's own organisation
    Role role;
    std::string link;                          ///< below the room
    std::optional<base::Uuid> agreement = {};  ///< that it follows from, by its id in the room
};

/// A command of the binary, added to CLI11 by its slice.
struct CommandEnvironment;
struct Command {
    std::string_view name;
    void (*add)(CLI::App& parent, CommandEnvironment& environment);
};

/// How long a kind of row is kept, carried out by a job that journals what it removed.
struct Retention {
    std::string_view kind;
    base::Message rule;
    /// Removes what is past its time on `today`; answers how many.
    std::int64_t (*carry_out)(store::Transaction&, base::Date today);
    store::Scope scope = store::Scope::room;  ///< where it is carried out: in every room, or in the lobby
};

/// What is held about a person of a room (GDPR art. 15, 17): extract as JSON text, erase.
struct Subject {
    std::string_view kind;
    std::string (*extract)(store::Reader&, const base::Uuid& alias);
    std::int64_t (*erase)(store::Transaction&, const base::Uuid& alias);
    store::Scope scope = store::Scope::room;  ///< a person of a room, or an account of the lobby
};

/// A function of persons that is itself confidential: that somebody takes part is for those who hold the permission.
/// Who has no other function is in nobody else's list of persons, search or page; of others the function is left out.
struct ConfidentialFunction {
    std::string_view function;  ///< as it stands among the person's functions
    const Permission* permission;
};

/// What the handler of a job gets: see foundation/jobs/runner.hpp for `work`.
struct JobCall {
    const House& house;
    jobs::Work& work;
};
/// Work done in the background by name; arguments are a JSON object text. It may run again after a crash.
struct Job {
    std::string_view name;
    void (*run)(JobCall&);
    std::optional<base::ClockTime> daily_at = {};  ///< comes by itself each day at this time in Sweden …
    std::chrono::minutes every{0};                 ///< … or every so often; neither: only when it is enqueued
    store::Scope where = store::Scope::room;       ///< whose queue it comes into by itself
};

/// What a slice does with what another room hands over (foundation/jobs carries it there).
struct Receiver {
    std::string_view kind;  ///< "partnership.delivery"
    void (*receive)(store::Transaction& to_room, store::RoomId from, const base::Uuid& id, std::string_view payload);
};

/// What a decision sets going in another slice, in the same transaction.
struct Reaction {
    std::string_view to;  ///< key of the decision: "agreement.signed"
    void (*react)(store::Transaction&, const store::Actor&, const base::Uuid& subject);
};

/// Brings files in through public actions, never SQL; used by the demo and by imports.
struct Loader {
    std::string_view name;
    base::Result<base::Done> (*load)(Call&, std::string_view file_name, std::string_view bytes);
};

/// A part of a follow-up report that a slice drafts from its records, as Markdown. It leaves the room with the report:
/// it tells of no visitors and no figure about people, which leave as deliveries alone. `of` is the work that the
/// agreement is about, as far as the room tells it apart: what was done for another party is not told.
struct ReportSection {
    std::string_view key;  ///< "activity.events"; one that ends in ".changes" tells of changes in the work
    std::string (*draft)(store::Reader&, const text::Words&, const base::Period&, const Dimensions& of);
};

/// Who may find an entry: whoever holds the permission for `owner`, or, where `owner` is nil, for anybody.
struct SearchReader {
    const Permission* permission;
    OrganisationId owner = {};
};
/// Something that can be found in its room. One link is one entry.
struct SearchEntry {
    std::string link;  ///< below the room
    std::string title;
    std::string text;  ///< plain words or Markdown
    std::optional<base::Date> day = {};
    std::vector<SearchReader> visible_to = {};  ///< one of them is enough; nobody: nobody finds it
};
/// What a source reads from.
struct SearchCall {
    const House& house;
    const RoomHead& head;
    store::Reader& room;
    const text::Words& words;  ///< in Swedish: the language of the records
};
using TakeEntry = std::function<void(const SearchEntry&)>;
/// What a slice lets be found in a room. It never gives what only some people of the room may know of others: names of
/// people, advice, participants; names are looked up when somebody asks (`find`), and stand in no index.
struct SearchSource {
    std::string_view kind;                  ///< "agreement": the words are `search.kind.agreement`
    std::vector<std::string_view> told_by;  ///< how lines of the journal begin after which `each` is asked anew
    void (*each)(const SearchCall&, const TakeEntry&) = nullptr;
    /// At most `limit` entries that the caller may see, for what was typed.
    std::vector<SearchEntry> (*find)(Call&, std::string_view typed, std::size_t limit) = nullptr;
};

/// What the events of a feed are made from: the room, and whose feed it is.
struct FeedCall {
    const House& house;
    const RoomHead& head;
    store::Reader& room;
    const Caller& owner;       ///< with the grants that hold today; its account is never empty
    const text::Words& words;  ///< in the owner's language
    base::Date today;

    /// "https://samrum.example/im/home" for `/home`: calendars need whole addresses.
    std::string address(std::string_view below_room) const;
};
/// A calendar of the room that a person may subscribe to, by a secret address of their own that can be revoked. It says
/// what its owner may see on the day that it is read, and no more.
struct Feed {
    std::string_view name;         ///< "advice.shifts": stands in the lobby
    std::string_view label;        ///< message key: "My shifts"; `<label>.about` says what is in it
    const Permission* permission;  ///< who may have it; null: whoever has a role in the room
    std::vector<document::CalendarEvent> (*events)(const FeedCall&);
};

/// A page of the room that is open to anybody: its public front page leads there.
struct PublicPage {
    std::string_view label;  ///< message key; `<label>.about` says what is there
    std::string_view path;   ///< below the room
    bool (*is_there)(store::Reader&, base::Date today);
};

/// What a slice adds to a page that another slice (or room of a slice) owns, below the page's own sections: nothing
/// where it has none. A page that is not open to anybody leaves it to the part to ask who reads.
struct PublicPart {
    std::string_view page;  ///< "agreement", "enquiry", "advice.session"
    void (*write)(Call&, web::Html&, const base::Uuid& subject);
};

/// An entry of the room's navigation, shown to those who may walk there.
struct Navigation {
    std::string_view label;  ///< message key
    std::string_view path;   ///< below the room
    const Permission* permission;
    int order;
    bool (*in_use)(store::Reader&) = nullptr;  ///< shown where the room has taken it into use; nothing: everywhere
    const Permission* begins = nullptr;        ///< until then the start page leads those there who may begin
};

/// What one does on a page and those below it, where the help of the navigation's entry (`<label>.help`) would say too
/// little, or there is no entry above it.
struct Help {
    std::string_view pattern;  ///< of a route: "/{room}/cases/{id}/draft"
    std::string_view text;     ///< message key
};

/// A slice's table of contents: everything it offers the house.
struct Module {
    std::string_view name;
    std::vector<Route> routes;
    std::vector<const Permission*> permissions;
    std::vector<Navigation> navigation;
    std::vector<Help> helps;
    std::vector<Measure> measures;
    std::vector<Command> commands;
    std::vector<Retention> retention;
    std::vector<Subject> subjects;
    std::vector<ConfidentialFunction> confidential_functions;
    std::vector<Job> jobs;
    std::vector<Receiver> receivers;
    std::vector<Reaction> reactions;
    std::vector<Loader> loaders;
    std::vector<ReportSection> report_sections;
    std::vector<SearchSource> search_sources;
    std::vector<ApiSchema> api_schemas;
    std::vector<Feed> feeds;
    std::vector<PublicPage> public_pages;
    std::vector<PublicPart> public_parts;
    std::vector<std::vector<Duty> (*)(store::Reader&, base::Date today)> duties;
    /// What the document of `subject` leaves open and the slice has on record meanwhile, as paths in the document:
    /// "signatures[2]". Nobody is told any more that it is not known.
    std::vector<std::vector<std::string> (*)(store::Reader&, const base::Uuid& subject)> recorded;
    /// Is `room/<id>/<slice>/<below>` a live topic that whoever knows it may listen to, without an account? What it
    /// tells is that something changed, never what; `below` holds the secret that makes it known.
    bool (*is_open_topic)(store::Reader& room, std::string_view below) = nullptr;
    /// What the room's promises are counted by on the day, for slices that must tell what a record of theirs adds to.
    std::vector<CountedPromise> (*counted_promises)(store::Reader& room, base::Date day) = nullptr;
};

}  // namespace samrum::module
