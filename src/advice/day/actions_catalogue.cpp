#include "advice/day/actions_catalogue.hpp"

namespace samrum::advice::day {
namespace {

constexpr std::string_view kPromises[] = {"visitor.confidential", "visitor.no_name", "visitor.not_authority"};

}  // namespace

std::vector<std::string> visitor_phrases() {
    return module::visitor_phrases("visitor.");
}

std::span<const std::string_view> promises() {
    return kPromises;
}

}  // namespace samrum::advice::day
