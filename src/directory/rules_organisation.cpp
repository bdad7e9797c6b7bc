#include "directory/rules_organisation.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

using enum OrganisationType;

constexpr std::size_t kShortestName = 2;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestWebsite = 300;

std::size_t name_characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool is_one_line(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
}

/// `https://` is put in front of a bare host; only web addresses are taken.
base::Result<std::optional<std::string>> judge_website(std::string_view typed) {
    std::string address = base::trim(typed);
    if (address.empty()) return std::optional<std::string>{};
    if (address.find("://") == std::string::npos) address = "https://" + address;
    const bool web = address.starts_with("https://") || address.starts_with("http://");
    const std::string host = web ? address.substr(address.find("://") + 3) : "";
    const bool plain = std::all_of(address.begin(), address.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '<' && c != '>';
    });
    if (!web || !plain || host.substr(0, host.find('/')).find('.') == std::string::npos ||
        host.find('@') != std::string::npos || address.size() > kLongestWebsite)
        return base::problem("website", "directory.organisation.website");
    return std::optional<std::string>{address};
}

bool holds_bodies(OrganisationType type) {
    return type == municipality || type == region;
}

bool part_of_fits(OrganisationType from, OrganisationType to) {
    if (from == committee || from == department || from == business) return holds_bodies(to);
    return (from == association && (to == association || to == faith_community)) ||
           (from == faith_community && to == faith_community) || (from == authority && to == authority);
}

}  // namespace

base::Result<std::string> judge_name(std::string_view typed, const std::string& field) {
    std::string name = base::trim(typed);
    const std::size_t length = name_characters(name);
    if (length < kShortestName || length > kLongestName || !is_one_line(name) || !base::is_utf8(name))
        return base::problem(field, "directory.name.length", {{"longest", std::int64_t{kLongestName}}});
    return name;
}

base::Result<Organisation> judge_organisation(const OrganisationInput& input) {
    base::ProblemList problems;
    Organisation one;
    const auto type = type_named(input.type);
    if (!type) problems.add(base::problem("type", "directory.organisation.type"));
    one.type = type.value_or(association);
    one.name = problems.take(judge_name(input.name, "name"), "name");
    if (const std::string number = base::trim(input.number); !number.empty()) {
        const auto read = base::OrganisationNumber::parse(number);
        if (read) one.number = *read;
        for (auto problem : read.problems()) {
            problem.field = "number";
            problems.add(std::move(problem));
        }
    }
    one.website = problems.take(judge_website(input.website), "website");
    one.synthetic = input.synthetic;
    if (!problems.empty()) return problems.all();
    return one;
}

base::Problems judge_link(const Organisation& from, LinkType type, const Organisation& to) {
    const auto refuse = [](const char* key) { return base::Problems{base::problem("other", key)}; };
    if (from.id == to.id) return refuse("directory.link.itself");
    switch (type) {
        case LinkType::part_of:
            return part_of_fits(from.type, to.type) ? base::Problems{} : refuse("directory.link.part_of");
        case LinkType::serves:
            return from.type == department && to.type == committee ? base::Problems{} : refuse("directory.link.serves");
        case LinkType::member_of:
            return to.type == umbrella && from.type != committee && from.type != department
                       ? base::Problems{}
                       : refuse("directory.link.member_of");
    }
    return {};
}

base::Problems judge_against(const std::vector<OrganisationLink>& known, const OrganisationLink& added) {
    const bool repeats = std::any_of(known.begin(), known.end(), [&](const OrganisationLink& one) {
        return one.organisation == added.organisation && one.type == added.type && one.other == added.other &&
               one.period.overlaps(added.period);
    });
    if (repeats) return {base::problem("other", "directory.link.repeats")};
    return {};
}

}  // namespace samrum::directory
