#pragma once
#include "foundation/base/date.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"
#include "foundation/text/words.hpp"
#include "foundation/web/http.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::module {

struct Module;
struct Measure;

/// What the whole house shares: made once at start, outlives every call.
struct House {
    store::Store* store = nullptr;
    base::Clocks clocks;
    const text::Catalogues* catalogues = nullptr;
    web::Events* events = nullptr;
    std::span<const Module> modules;
    std::string public_address;  ///< "http://127.0.0.1:8080", for links in mail and feeds
    std::string operator_name;   ///< who answers for the service, as `samrum.toml` says; may be empty
    std::string operator_email;
    bool demo = false;  ///< shows the banner and the mail page

    /// The measure of a name, or null.
    const Measure* measure(std::string_view name) const;
};

/// The cookie that carries a flash message's key to the next page.
inline constexpr std::string_view kFlashCookie = "samrum_flash";

/// The room that the path names.
struct RoomHead {
    store::RoomId id;
    std::string short_name;  ///< first part of every URL: "lund"
    std::string name;        ///< of its organisation: "Lunds kommun"
    OrganisationId organisation;
    bool is_public_party = false;  ///< a municipality or other public body
};

/// One request on its way through a page. The door has found the room, the caller and the language.
struct Call {
    Call(const House& the_house, const web::Request& the_request, const text::Words& the_words)
        : house(the_house), request(the_request), words(the_words) {}

    const House& house;
    const web::Request& request;
    const text::Words& words;
    Caller caller;
    std::optional<RoomHead> head;                           ///< empty on paths outside rooms
    std::map<std::string, std::string, std::less<>> parts;  ///< of the route's pattern
    std::string csrf;                                       ///< token that every form of this page carries
    std::string flash;                                      ///< message key of what was just done, shown once

    base::Date today() const { return house.clocks.today(); }
    base::Instant now() const { return house.clocks.now(); }
    std::string_view part(std::string_view name) const;
    /// "/lund/agreements" for `/agreements`: every link of a room begins with its short name.
    std::string link(std::string_view below_room) const;

    /// 303 to a path of ours (`call.link("/agreements")`), where the message of `flash_key` is shown once.
    web::Response done(std::string path, std::string_view flash_key) const;

    /// The open room of the path; a Bug outside rooms.
    store::Session& room();
    store::Session& lobby();

  private:
    std::unique_ptr<store::Session> room_;
    std::unique_ptr<store::Session> lobby_;
};

}  // namespace samrum::module
