#include "directory/rules_merge.hpp"

#include "directory/rules_organisation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace samrum::directory {
namespace {

constexpr std::string_view kLikenessNames[] = {"name", "website", "number"};

/// Words that say what kind of body it is, and not which.
constexpr std::array<std::string_view, 10> kFormWords{
    "ideell", "ideella", "förening", "föreningen", "ekonomisk", "stiftelsen", "organisationen", "if", "ek", "för"};

bool is_mark(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    return !letter;
}

/// The folded name without marks and words of legal form; the folded name itself when nothing else is in it.
std::string core_of(std::string_view folded) {
    std::string core;
    for (std::size_t at = 0; at < folded.size();) {
        if (is_mark(folded[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < folded.size() && !is_mark(folded[end])) ++end;
        const auto word = folded.substr(at, end - at);
        if (std::find(kFormWords.begin(), kFormWords.end(), word) == kFormWords.end()) core += std::string(word) + " ";
        at = end;
    }
    return core.empty() ? std::string(folded) : core;
}

/// "https://www.im.se/" and "http://im.se" are the same place.
std::string site_of(const Organisation& one) {
    if (!one.website) return {};
    std::string_view site = *one.website;
    if (const auto at = site.find("://"); at != std::string_view::npos) site.remove_prefix(at + 3);
    if (site.starts_with("www.")) site.remove_prefix(4);
    while (site.ends_with('/')) site.remove_suffix(1);
    return std::string(site);
}

/// Ten digits that stand together in a name, however they are written.
std::string digits_in(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != '-')
            digits += ' ';
    }
    return digits;
}

/// Each number that stands in a name of another organisation.
template <class Add>
void find_numbers_in_names(const std::vector<Organisation>& all, const Add& add) {
    std::vector<std::pair<const Organisation*, std::string>> with_digits;
    for (const Organisation& one : all)
        if (std::string digits = digits_in(one.name); std::ranges::count(digits, ' ') + 10 <= std::ssize(digits))
            with_digits.emplace_back(&one, std::move(digits));
    for (const Organisation& numbered : all) {
        if (!numbered.number) continue;
        const std::string number = digits_in(numbered.number->text());
        for (const auto& [other, digits] : with_digits)
            if (other->id != numbered.id && digits.find(number) != std::string::npos) add(numbered, *other);
    }
}

/// A committee's name is the same in many municipalities.
bool repeats_by_nature(const Organisation& one) {
    return one.type == OrganisationType::committee || one.type == OrganisationType::department;
}

bool may_be_same(const Organisation& one, const Organisation& other) {
    return !(one.number && other.number) && !repeats_by_nature(one) && !repeats_by_nature(other) &&
           is_public(one.type) == is_public(other.type);
}

}  // namespace

std::string_view likeness_name(Likeness likeness) {
    return kLikenessNames[static_cast<std::size_t>(likeness)];
}

std::vector<Candidate> find_candidates(const std::vector<Organisation>& all,
                                       const std::function<std::string(std::string_view)>& fold) {
    std::vector<Candidate> found;
    std::set<std::pair<OrganisationId, OrganisationId>> seen;
    const auto add = [&](const Organisation& one, const Organisation& other, Likeness why) {
        if (!may_be_same(one, other) || !seen.insert(std::minmax(one.id, other.id)).second) return;
        found.push_back({one, other, why});
    };
    find_numbers_in_names(all, [&](const auto& one, const auto& other) { add(one, other, Likeness::number); });
    const auto by = [&](Likeness why, const std::function<std::string(const Organisation&)>& key) {
        std::map<std::string, std::vector<const Organisation*>> alike;
        for (const Organisation& one : all)
            if (const std::string value = key(one); !value.empty()) alike[value].push_back(&one);
        for (const auto& [value, group] : alike)
            for (std::size_t i = 0; i < group.size(); ++i)
                for (std::size_t j = i + 1; j < group.size(); ++j) add(*group[i], *group[j], why);
    };
    by(Likeness::website, site_of);
    by(Likeness::name, [&](const Organisation& one) { return core_of(fold(one.name)); });
    return found;
}

bool same_facts(const Organisation& one, const Organisation& other) {
    return one.type == other.type && one.name == other.name && one.number == other.number &&
           one.website == other.website;
}

base::Result<Organisation> judge_merge(const Organisation& kept, const Organisation& gone, const MergeChoice& choice,
                                       const MergeGround& ground) {
    base::ProblemList problems;
    const auto refuse = [&](const char* key, base::MessageArgs args = {}) {
        problems.add(base::problem("gone", key, std::move(args)));
    };
    if (kept.id == gone.id) return base::problem("gone", "directory.merge.itself");
    if (kept.number && gone.number && *kept.number != *gone.number) refuse("directory.merge.two_numbers");
    if (ground.gone_has_room) refuse("directory.merge.has_room", {{"name", gone.name}});
    if (ground.grants_elsewhere > 0) refuse("directory.merge.used_elsewhere", {{"name", gone.name}});
    Organisation after = kept;
    if (choice.name == TakenFrom::gone) after.name = gone.name;
    if (choice.type == TakenFrom::gone) after.type = gone.type;
    if (choice.website == TakenFrom::gone) after.website = gone.website;
    if (!after.number) after.number = gone.number;
    if (!ground.may_keep_gone) refuse("directory.merge.not_yours", {{"name", gone.name}});
    if (!ground.may_keep_kept && !same_facts(kept, after)) refuse("directory.merge.not_yours", {{"name", kept.name}});
    if (!problems.empty()) return problems.all();
    return after;
}

OrganisationLink moved_link(OrganisationLink link, OrganisationId gone, OrganisationId kept) {
    if (link.organisation == gone) link.organisation = kept;
    if (link.other == gone) link.other = kept;
    return link;
}

base::Result<std::vector<MergedLink>> judge_links(const Organisation& kept_after, OrganisationId gone,
                                                  const std::vector<OrganisationLink>& of_kept,
                                                  const std::vector<OrganisationLink>& of_gone,
                                                  const std::function<Organisation(OrganisationId)>& other) {
    base::ProblemList problems;
    std::vector<OrganisationLink> standing;
    const auto stand = [&](const OrganisationLink& link) {
        const bool outgoing = link.organisation == kept_after.id;
        const Organisation end = other(outgoing ? link.other : link.organisation);
        if (!judge_link(outgoing ? kept_after : end, link.type, outgoing ? end : kept_after).empty())
            problems.add(base::problem("type", "directory.merge.link", {{"name", end.name}}));
        standing.push_back(link);
    };
    for (const OrganisationLink& link : of_kept)
        if (link.organisation != gone && link.other != gone) stand(link);
    std::vector<MergedLink> judged;
    judged.reserve(of_gone.size());
    for (const OrganisationLink& link : of_gone) {
        const OrganisationLink moved = moved_link(link, gone, kept_after.id);
        const bool removed = moved.organisation == moved.other || !judge_against(standing, moved).empty();
        if (!removed) stand(moved);
        judged.push_back({link, removed});
    }
    if (!problems.empty()) return problems.all();
    return judged;
}

base::Problems judge_undo(const Merge& merge, const Organisation& kept_now, bool later_stands) {
    const auto refuse = [](const char* key) { return base::Problems{base::problem("", key)}; };
    if (merge.undone_on) return refuse("directory.merge.undone");
    if (later_stands) return refuse("directory.merge.later_first");
    if (!same_facts(kept_now, merge.kept_after)) return refuse("directory.merge.changed_since");
    return {};
}

}  // namespace samrum::directory
