#include "partnership/changes/files_compare.hpp"

#include "partnership/agreement/files.hpp"
#include "partnership/agreement/files_tree.hpp"

#include <algorithm>
#include <map>

namespace samrum::partnership::changes {
namespace {

using agreement::Node;

using Flat = std::vector<std::pair<std::string, std::string>>;

/// What an item is called among its like: by its key, its organisation or what else tells it apart; else by its number.
std::string item_name(const Node& item, std::size_t at) {
    for (const char* name : {"key", "set", "organisation", "function", "about", "title"})
        if (const Node* found = item.find(name))
            if (const auto* text = std::get_if<std::string>(&found->value)) return *text;
    return std::to_string(at + 1);
}

void flatten(const Node& node, const std::string& path, Flat& flat) {
    if (const auto* text = std::get_if<std::string>(&node.value)) return void(flat.emplace_back(path, *text));
    if (const auto* flag = std::get_if<bool>(&node.value))
        return void(flat.emplace_back(path, *flag ? "true" : "false"));
    if (const auto* number = std::get_if<std::int64_t>(&node.value))
        return void(flat.emplace_back(path, std::to_string(*number)));
    if (const auto* day = std::get_if<agreement::DayText>(&node.value)) return void(flat.emplace_back(path, day->iso));
    if (const auto* table = std::get_if<Node::Table>(&node.value)) {
        for (const Node::Entry& entry : *table)
            flatten(entry.node, path.empty() ? entry.key : path + "." + entry.key, flat);
        return;
    }
    const auto* items = std::get_if<Node::Array>(&node.value);
    if (!items) return;
    std::map<std::string, int> seen;
    for (std::size_t at = 0; at < items->size(); ++at) {
        std::string name = item_name((*items)[at], at);
        if (const int times = ++seen[name]; times > 1) name += " " + std::to_string(times);
        flatten((*items)[at], std::string(path).append("[").append(name).append("]"), flat);
    }
}

Flat flat_of(const agreement::Agreement& agreement) {
    const auto node = agreement::parse_toml(agreement::write_agreement(agreement));
    base::ensure(static_cast<bool>(node), "an agreement that was written reads again");
    Flat flat;
    flatten(*node, "", flat);
    return flat;
}

}  // namespace

std::vector<Difference> differences(const agreement::Agreement& before, const agreement::Agreement& after) {
    const Flat old_fields = flat_of(before);
    const Flat new_fields = flat_of(after);
    const std::map<std::string, std::string> was(old_fields.begin(), old_fields.end());
    const std::map<std::string, std::string> is(new_fields.begin(), new_fields.end());
    std::vector<Difference> all;
    for (const auto& [field, value] : new_fields) {
        const auto found = was.find(field);
        if (found == was.end())
            all.push_back({field, "", value});
        else if (found->second != value)
            all.push_back({field, found->second, value});
    }
    for (const auto& [field, value] : old_fields)
        if (!is.contains(field)) all.push_back({field, value, ""});
    return all;
}

bool touches_purpose(const agreement::Agreement& before, const agreement::Agreement& after) {
    using agreement::Section;
    const auto text = [](const agreement::Agreement& one, Section section) {
        const auto found = one.text.find(section);
        return found == one.text.end() ? std::string() : found->second;
    };
    return before.values != after.values ||
           std::ranges::any_of(std::initializer_list<Section>{Section::purpose, Section::goals, Section::shared_values},
                               [&](Section section) { return text(before, section) != text(after, section); });
}

}  // namespace samrum::partnership::changes
