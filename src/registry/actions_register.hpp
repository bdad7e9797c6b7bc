#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/module.hpp"
#include "registry/actions_number.hpp"
#include "registry/repository.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace samrum::registry {

/// A series as a form gives it.
struct SeriesInput {
    std::string name;
    std::string shape;
    std::string first = "1";  ///< the first number that is given here
};
/// Takes the registry into use. The first time a series begins, and the plan that `plan` proposes is copied in, to be
/// edited and decided; later the old series go on and the input is left aside. Needs kSwitchRegistry. Problems:
/// `registry.series.name`, `registry.series.first`, those of NumberTemplate, `registry.series.reads_twice`.
base::Result<base::Done> switch_on(store::Session& room, const module::Caller& caller, base::Date today,
                                   const SeriesInput& first_series, const std::vector<Rule>& plan);
/// Numbers are typed by hand again. Everything that was registered stays and is read. Needs kSwitchRegistry.
base::Result<base::Done> switch_off(store::Session& room, const module::Caller& caller, base::Date today);

/// Begins another series. Needs kKeepRegistry.
base::Result<base::Done> begin_series(store::Session& room, const module::Caller& caller, base::Date today,
                                      const SeriesInput& input);
base::Result<base::Done> end_series(store::Session& room, const module::Caller& caller, SeriesId id);

/// Gives the next number for a case. Needs kKeepRegistry.
base::Result<std::string> open_case(store::Session& room, const module::Caller& caller, base::Date today,
                                    std::string_view about, std::optional<SeriesId> series);
/// Enters a case whose number was given before the registry was taken into use, so that it goes on here. The series
/// counts on as before. Needs kKeepRegistry. Problems `registry.number.off`, `registry.older.number` when no series
/// here would have given it or it is one of those given here, `registry.older.there`, `registry.number.about`,
/// `registry.older.day`.
base::Result<base::Done> enter_older_case(store::Session& room, const module::Caller& caller, std::string_view number,
                                          std::string_view about, std::string_view opened_on);
/// A number that was given by mistake stays and says why. Needs kKeepRegistry. Problems `registry.cancel.why`,
/// `registry.cancel.has_documents`, `registry.cancel.twice`.
base::Result<base::Done> cancel_number(store::Session& room, const module::Caller& caller, CaseId id,
                                       std::string_view why);

/// A file that comes with a form.
struct NewFile {
    std::string name;
    std::string type;
    std::string bytes;
};
/// Registers a document in the case of its number; without a number, in a new case. Needs kKeepRegistry. Problems: all
/// of register_document's and next_number's, and of the file.
base::Result<DocumentId> add_document(store::Session& room, const module::Caller& caller, base::Date today,
                                      base::Instant now, NewDocument document, std::optional<SeriesId> series,
                                      const std::optional<NewFile>& file);
/// Corrects the facts of a document, its marking and its rule; what it said before stays in the journal. Needs
/// kKeepRegistry. Problem `registry.document.changed_since` when another revision is there.
base::Result<base::Done> correct_document(store::Session& room, const module::Caller& caller, base::Date today,
                                          DocumentId id, std::int64_t revision, const NewDocument& facts);

/// What is wrong with facts that were not saved, for a form that tells everything at once.
base::Problems judge_typed(const NewDocument& facts, base::Date today);

/// A page of the list. `total` is of everything found.
struct Found {
    std::vector<Document> documents;
    std::int64_t total = 0;
};
/// Needs kReadRegistry.
base::Result<Found> list_documents(store::Reader& room, const module::Caller& caller, Search search);
std::optional<Document> read_document(store::Reader& room, const module::Caller& caller, DocumentId id);
/// The file of a document that has one. A marking keeps nobody who may read the registry from it.
std::optional<NewFile> read_file(store::Reader& room, const module::Caller& caller, DocumentId id);

/// Open: a line of the public list, with exactly what OSL 5:2 asks for; what a marking hides is empty and said so.
struct PublicLine {
    std::string id;  ///< to ask for it by
    base::Date on;
    std::string number;
    int position = 1;
    Direction direction = Direction::in;
    std::string counterpart;
    std::string about;
    bool counterpart_hidden = false;
    bool about_hidden = false;
};
struct PublicFound {
    std::vector<PublicLine> lines;
    std::int64_t total = 0;
};
/// Nothing while the registry is off. Found by what is public alone.
std::optional<PublicFound> public_list(store::Reader& room, Search search);
/// The words of what a person searches for, as Search wants them.
std::vector<std::string> search_words(std::string_view typed);

}  // namespace samrum::registry
