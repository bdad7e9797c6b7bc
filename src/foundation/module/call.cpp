#include "foundation/module/call.hpp"

#include "foundation/module/module.hpp"

namespace samrum::module {

const Measure* House::measure(std::string_view name) const {
    for (const Module& module : modules)
        for (const Measure& measure : module.measures)
            if (measure.name == name) return &measure;
    return nullptr;
}

std::string_view Call::part(std::string_view name) const {
    const auto found = parts.find(name);
    base::ensure(found != parts.end(), "a page asks only for parts its pattern has");
    return found->second;
}

std::string Call::link(std::string_view below_room) const {
    base::ensure(head.has_value(), "links below a room are made inside a room");
    return "/" + head->short_name + std::string(below_room);
}

std::string FeedCall::address(std::string_view below_room) const {
    return house.public_address + "/" + head.short_name + std::string(below_room);
}

store::Session& Call::room() {
    base::ensure(head.has_value(), "this path is outside rooms");
    if (!room_) room_ = house.store->room(head->id);
    return *room_;
}

store::Session& Call::lobby() {
    if (!lobby_) lobby_ = house.store->lobby();
    return *lobby_;
}

}  // namespace samrum::module
