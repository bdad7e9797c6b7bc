#include "registry/actions_plan.hpp"

#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"
#include "foundation/store/attachments.hpp"
#include "registry/actions_terms.hpp"
#include "registry/rules_register.hpp"

#include <nlohmann/json.hpp>

namespace samrum::registry {
namespace {

using nlohmann::json;

std::vector<Document> due_under(store::Reader& room, const Rule& rule, base::Date today) {
    const auto until = kept_until(rule, today);
    return until ? documents_before(room, rule.id, *until) : std::vector<Document>{};
}

}  // namespace

base::Result<base::Done> save_rule(store::Session& room, const module::Caller& caller, const RuleInput& input) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    Rule rule{RuleId::ordered(), base::trim(input.what), std::nullopt, base::trim(input.decided), input.revision};
    base::ProblemList problems;
    if (const auto typed = base::trim(input.years); !typed.empty()) {
        const auto years = base::whole_number(typed);
        rule.years = years && *years <= 1000 ? static_cast<int>(*years) : -1;
    }
    problems.add(judge_rule(rule));
    const auto id = RuleId::parse(input.id);
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRegistryLock);
        base::ProblemList all;
        all.add(problems.all());
        const auto before = id ? load_rule(tx, *id) : std::nullopt;
        if (!input.id.empty() && !before) return module::refusal();
        if (before && before->revision != input.revision) all.add(base::problem("", "registry.rule.changed_since"));
        if (!all.empty()) return all.all();
        Rule saved = rule;
        if (before) {
            saved.id = before->id;
            if (!update_rule(tx, saved)) return base::problem("", "registry.rule.changed_since");
        } else {
            insert_rule(tx, saved);
        }
        tx.journal(caller.actor(), {before ? "registry.rule_changed" : "registry.rule_added", saved.id.text(),
                                    json{{"what", saved.what},
                                         {"years", saved.years ? json(*saved.years) : json()},
                                         {"decided", saved.decided}}
                                        .dump()});
        return base::Done{};
    });
}

base::Result<Plan> read_plan(store::Reader& room, const module::Caller& caller, base::Date today) {
    if (!module::may_anywhere(caller, kReadRegistry)) return module::refusal();
    Plan plan;
    for (Rule& rule : load_rules(room)) {
        const auto due = static_cast<std::int64_t>(due_under(room, rule, today).size());
        plan.lines.push_back({std::move(rule), due});
    }
    plan.disposals = load_disposals(room);
    return plan;
}

base::Result<std::int64_t> dispose(store::Session& room, const module::Caller& caller, base::Date today, RuleId id,
                                   std::string_view decision, std::string_view decided_on) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    const auto day = base::Date::parse(base::trim(decided_on));
    const auto decided = day ? std::optional(*day) : std::nullopt;
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::int64_t> {
        tx.lock(kRegistryLock);
        const auto rule = load_rule(tx, id);
        if (!rule) return module::refusal();
        base::ProblemList problems;
        problems.add(judge_disposal(*rule, decision, decided, today));
        const auto due = due_under(tx, *rule, today);
        if (due.empty()) problems.add(base::problem("", "registry.disposal.nothing"));
        if (!problems.empty()) return problems.all();
        const auto count = static_cast<std::int64_t>(due.size());
        const Disposal made{DisposalId::ordered(), id, base::trim(decision), *decided, today, caller.label, count};
        insert_disposal(tx, made);
        json documents = json::array();
        for (const Document& one : due) {
            save_disposed(tx, one.id, made.id);
            if (one.file) store::remove_attachment(tx, store::AttachmentId{*one.file});
            documents.push_back(one.id.text());
        }
        tx.journal(caller.actor(), {"registry.disposed", made.id.text(),
                                    json{{"rule", rule->what},
                                         {"rule_decided", rule->decided},
                                         {"decision", made.decision},
                                         {"decided_on", made.decided_on.iso()},
                                         {"documents", documents}}
                                        .dump()});
        return count;
    });
}

std::vector<module::Duty> registry_duties(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    if (!load_in_use(room)) return duties;
    for (const Rule& rule : load_rules(room)) {
        const auto due = due_under(room, rule, today);
        if (due.empty()) continue;
        const base::Date since = base::Date::of(due.front().on.year() + *rule.years + 1, 1, 1);
        duties.push_back(
            {"registry/" + rule.id.text() + "/" + since.iso(),
             {"registry.duty.dispose", {{"what", rule.what}, {"count", static_cast<std::int64_t>(due.size())}}},
             since,
             {},
             module::Role::officer,
             "/registry/plan"});
    }
    return duties;
}

}  // namespace samrum::registry
