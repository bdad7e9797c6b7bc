#include "partnership/enquiry/actions_support.hpp"

#include "directory/actions_organisation.hpp"
#include "foundation/text/words.hpp"
#include "partnership/enquiry/actions_read.hpp"
#include "partnership/enquiry/files_guide.hpp"
#include "partnership/enquiry/repository.hpp"
#include "partnership/enquiry/rules_enquiry.hpp"

#include <algorithm>

namespace samrum::partnership::enquiry {
namespace {

constexpr std::string_view kRegulations[] = {"general", "sgei"};

SupportedOrganisation summed(std::vector<Support> lines, const Limits& limits, base::Date day) {
    SupportedOrganisation one{lines.front().organisation, lines.front().organisation_name, std::move(lines), {}};
    for (const std::string_view regulation : kRegulations) {
        const bool used =
            std::ranges::any_of(one.lines, [&](const Support& line) { return line.regulation == regulation; });
        if (used || regulation == kRegulations[0])
            one.windows.emplace_back(std::string(regulation), window_on(limits, regulation, one.lines, day));
    }
    return one;
}

}  // namespace

Limits limits_of(store::Reader& room) {
    const auto kept = load_kept_limits(room);
    return kept ? read_limits(kept->content).value() : shipped_limits();
}
std::string limits_file_of(store::Reader& room) {
    const auto kept = load_kept_limits(room);
    return kept ? kept->content : std::string(shipped_limits_file());
}

base::Result<int> keep_limits(store::Session& room, const module::Caller& caller, base::Date today,
                              std::string_view content) {
    if (!may_handle(caller)) return module::refusal();
    if (const auto read = read_limits(content); !read) {
        base::Problems problems = read.problems();
        for (auto& one : problems) one.field = "content";
        return problems;
    }
    return room.transaction([&](store::Transaction& tx) -> base::Result<int> {
        tx.lock("enquiry/limits");
        const auto before = load_kept_limits(tx);
        const KeptLimits kept{before ? before->version + 1 : 1, std::string(content), today, caller.label};
        insert_kept_limits(tx, kept);
        tx.journal(caller.actor(), {"enquiry.limits_kept", std::to_string(kept.version), "{}"});
        return kept.version;
    });
}

base::Result<SupportId> note_support(store::Session& room, store::Reader& lobby, const module::Caller& caller,
                                     base::Date today, const SupportInput& input) {
    if (!may_handle(caller)) return module::refusal();
    base::ProblemList problems;
    const auto id = directory::OrganisationId::parse(input.organisation);
    const auto organisation = id ? directory::find_organisation(lobby, *id) : std::nullopt;
    if (!organisation) problems.add(base::problem("organisation", "partnership.enquiry.support.choose"));
    auto judged = judge_support(input, today, limits_of(room));
    problems.add(judged.problems());
    if (!problems.empty()) return problems.all();
    Support one = std::move(judged).value();
    one.id = SupportId::ordered();
    one.organisation = organisation->id.uuid();
    one.organisation_name = organisation->name;
    one.noted_on = today;
    one.noted_by = caller.label;
    return room.transaction([&](store::Transaction& tx) -> base::Result<SupportId> {
        tx.lock("enquiry/support");
        if (is_noted(load_supports_of(tx, one.organisation), one))
            return base::problem("purpose", "partnership.enquiry.support_wrong.twice");
        insert_support(tx, one);
        tx.journal(caller.actor(), {"enquiry.support_noted", one.id.text(), "{}"});
        return one.id;
    });
}

base::Result<base::Done> cancel_support(store::Session& room, const module::Caller& caller, base::Date today,
                                        SupportId id, std::string_view typed) {
    if (!may_handle(caller)) return module::refusal();
    const auto why = judge_letter(typed, "why");
    if (!why) return why.problems();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!cancel_support_row(tx, id, today, *why)) return base::problem("", "partnership.enquiry.changed_meanwhile");
        tx.journal(caller.actor(), {"enquiry.support_cancelled", id.text(), "{}"});
        return base::Done{};
    });
}

std::vector<SupportedOrganisation> supported_organisations(store::Reader& room, const module::Caller& caller,
                                                           base::Date day) {
    std::vector<SupportedOrganisation> all;
    if (!may_handle(caller)) return all;
    std::map<base::Uuid, std::vector<Support>> by_organisation;
    for (Support& one : load_supports(room)) by_organisation[one.organisation].push_back(std::move(one));
    const Limits limits = limits_of(room);
    all.reserve(by_organisation.size());
    for (auto& [organisation, lines] : by_organisation) all.push_back(summed(std::move(lines), limits, day));
    std::ranges::sort(all, {}, [](const SupportedOrganisation& one) { return text::sort_key(one.name); });
    return all;
}

std::optional<SupportedOrganisation> supported_organisation(store::Reader& room, const module::Caller& caller,
                                                            const base::Uuid& organisation, base::Date day) {
    if (!may_handle(caller)) return std::nullopt;
    auto lines = load_supports_of(room, organisation);
    if (lines.empty()) return std::nullopt;
    return summed(std::move(lines), limits_of(room), day);
}

}  // namespace samrum::partnership::enquiry
