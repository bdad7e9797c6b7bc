// The stream of live events. A topic is `room/<id>/<slice>`; it says that something changed, never what.
#include "app/pages.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_session.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

constexpr std::size_t kMostTopics = 8;

struct Topic {
    store::RoomId room;
    std::string_view slice;
};

std::optional<Topic> parse(std::string_view text) {
    constexpr std::string_view kPrefix = "room/";
    constexpr std::size_t kIdLength = 36;
    if (!text.starts_with(kPrefix)) return std::nullopt;
    text.remove_prefix(kPrefix.size());
    if (text.size() < kIdLength + 2 || text[kIdLength] != '/') return std::nullopt;
    const auto id = store::RoomId::parse(text.substr(0, kIdLength));
    if (!id) return std::nullopt;
    return Topic{*id, text.substr(kIdLength + 1)};
}

/// May the caller see anything of the slice in that room?
bool may_listen(module::Call& call, const std::optional<directory::SignedIn>& who, const Topic& topic) {
    const auto slice = std::find_if(call.house.modules.begin(), call.house.modules.end(),
                                    [&](const module::Module& one) { return one.name == topic.slice; });
    const auto room = directory::find_room(call.lobby(), topic.room);
    if (slice == call.house.modules.end() || !room) return false;
    const auto caller = directory::caller_for(call.lobby(), who, &*room, call.today());
    return std::any_of(slice->permissions.begin(), slice->permissions.end(),
                       [&](const module::Permission* one) { return module::may_anywhere(caller, *one); });
}

}  // namespace

web::Response events_stream(module::Call& call) {
    const auto who = directory::find_session(call.lobby(), call.request.cookie(directory::kSessionCookie), call.now());
    web::EventStream stream;
    for (const std::string_view text : call.request.query.every("topic")) {
        const auto topic = parse(text);
        if (!topic || stream.topics.size() == kMostTopics || !may_listen(call, who, *topic))
            return module::not_found(call);
        stream.topics.emplace_back(text);
    }
    if (stream.topics.empty()) return module::not_found(call);
    web::Response response;
    response.content_type = "text/event-stream";
    response.events = std::move(stream);
    return response;
}

}  // namespace samrum::app
