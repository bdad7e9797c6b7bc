#include "partnership/drafting/actions_case.hpp"

#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/base/text.hpp"
#include "foundation/text/words.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/rules.hpp"
#include "partnership/drafting/actions_draft.hpp"
#include "partnership/drafting/actions_write.hpp"
#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::drafting {
namespace {

base::Problem case_problem(std::string field, std::string_view key) {
    return base::problem(std::move(field), "partnership.drafting." + std::string(key));
}

agreement::OrganisationType type_in_file(directory::OrganisationType type) {
    return agreement::value_of<agreement::OrganisationType>(directory::type_name(type))
        .value_or(agreement::OrganisationType::other);
}

/// A party of the draft, by what the register knows of it. The room that gets its copy is named.
void add_party(Agreement& draft, store::Reader& lobby, const directory::Organisation& one, Side side, bool lead) {
    const auto room = directory::room_of(lobby, one.id);
    std::string key = room ? room->short_name : key_for(text::folded(one.name), 0);
    if (!room) key.resize(key.size() - std::string_view("-0").size());
    while (draft.organisation(key)) key += "-2";
    draft.organisations.push_back({key, one.name, type_in_file(one.type), "", one.number, ""});
    agreement::Party party;
    party.organisation = key;
    party.side = side;
    party.lead = lead;
    if (room) party.room = room->short_name;
    draft.parties.push_back(std::move(party));
}

/// The draft that a case begins with: the body's template, and who the parties are.
Agreement first_draft(store::Reader& room, store::Reader& lobby, const module::RoomHead& head, base::Date today,
                      const CaseInput& input, const std::vector<directory::Organisation>& associations) {
    Agreement draft = read_template(current_template(room).document);
    draft.title = base::trim(input.title);
    draft.activity = base::trim(input.activity);
    draft.key = key_for(text::folded(draft.activity), today.year());
    draft.organisations.clear();
    draft.parties.clear();
    const auto own = directory::find_organisation(lobby, head.organisation);
    base::ensure(own.has_value(), "a room has an organisation");
    add_party(draft, lobby, *own, Side::public_side, true);
    for (const directory::Organisation& one : associations)
        add_party(draft, lobby, one, Side::civil, &one == &associations.front());
    return draft;
}

base::Problems judge_input(const CaseInput& input) {
    base::ProblemList problems;
    const auto needed = [&](const std::string& value, const char* field) {
        if (base::trim(value).empty()) problems.add(case_problem(field, std::string(field) + "_missing"));
        if (value.size() > kLongestTitle) problems.add(case_problem(field, "too_long"));
    };
    needed(input.title, "title");
    needed(input.activity, "activity");
    if (input.associations.empty()) problems.add(case_problem("associations", "no_association"));
    return problems.all();
}

std::vector<directory::Organisation> find_associations(store::Reader& lobby, const CaseInput& input,
                                                       base::ProblemList& problems) {
    std::vector<directory::Organisation> all;
    for (const std::string& typed : input.associations) {
        const auto id = directory::OrganisationId::parse(typed);
        auto one = id ? directory::find_organisation(lobby, *id) : std::nullopt;
        if (!one || directory::is_public(one->type))
            problems.add(case_problem("associations", "no_such_organisation"));
        else if (std::ranges::find(all, one->id, &directory::Organisation::id) == all.end())
            all.push_back(std::move(*one));
    }
    return all;
}

/// Asks the table, and writes the line: what most acts are.
base::Result<base::Done> plain_act(store::Session& room, const module::Caller& caller, base::Date today, CaseId id,
                                   EventKind kind, const std::string& text, bool needs_text) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto got = hold(tx, caller, id);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        Case& one = held.one;
        const auto version = load_version(tx, id, one.version);
        const Agreement draft = saved_draft(version->document);
        const auto facts = facts_of(one, load_case_events(tx, id), draft, assessed_sets(tx, id, draft), {});
        base::ProblemList problems;
        problems.add(changes::judge_case(one.state, kind, held.acting.side, facts));
        if (needs_text && base::trim(text).empty()) problems.add(case_problem("text", "text_missing"));
        if (text.size() > kLongestComment) problems.add(case_problem("text", "too_long"));
        if (!problems.empty()) return problems.all();
        write_line(tx, caller, one, line_of(caller, held.acting, today, kind, base::trim(text)));
        return base::Done{};
    });
}

}  // namespace

base::Result<CaseId> begin_case(store::Session& room, store::Session& lobby, const module::RoomHead& head,
                                const module::Caller& caller, base::Date today, base::Instant now,
                                const CaseInput& input, const AlsoOpened& also) {
    if (!module::may_for(caller, kKeepCases, caller.room_organisation)) return module::refusal();
    if (!head.is_public_party) return case_problem("", "not_here");
    base::ProblemList problems;
    problems.add(judge_input(input));
    const auto associations = find_associations(lobby, input, problems);
    if (!problems.empty()) return problems.all();
    const Agreement draft = first_draft(room, lobby, head, today, input, associations);
    return room.transaction([&](store::Transaction& tx) -> base::Result<CaseId> {
        tx.lock("draft_cases");
        Case one;
        one.id = CaseId::ordered();
        one.enquiry = input.enquiry;
        one.title = draft.title;
        one.activity = draft.activity;
        one.officer = caller.label;
        one.officer_account = caller.actor().id;
        one.opened_on = today;
        one.version = 0;
        for (const directory::Organisation& party : associations) one.associations.push_back({party.id, party.name});
        for (const Case& known : load_cases(tx))
            if (is_opened_again(known, one)) return known.id;
        if (input.enquiry && load_case_of_enquiry(tx, *input.enquiry)) return case_problem("", "enquiry_taken");
        insert_case(tx, one);
        DraftVersion first;
        first.part = DraftPart::file().name();
        write_version(tx, caller, {Side::public_side, caller.room_organisation}, now, one, draft, first);
        if (also)
            if (const auto done = also(tx, one.id); !done) return done.problems();
        return one.id;
    });
}

base::Result<base::Done> take_up(store::Session& room, const module::Caller& caller, base::Date today, CaseId id) {
    return plain_act(room, caller, today, id, EventKind::assessing, "", false);
}
base::Result<base::Done> begin_drafting(store::Session& room, const module::Caller& caller, base::Date today,
                                        CaseId id) {
    return plain_act(room, caller, today, id, EventKind::drafting, "", false);
}
base::Result<base::Done> withdraw(store::Session& room, const module::Caller& caller, base::Date today, CaseId id,
                                  const std::string& why) {
    return plain_act(room, caller, today, id, EventKind::withdrawn, why, true);
}
base::Result<base::Done> reopen(store::Session& room, const module::Caller& caller, base::Date today, CaseId id,
                                const std::string& why) {
    return plain_act(room, caller, today, id, EventKind::reopened, why, true);
}

base::Result<base::Done> agree(store::Session& room, const module::Caller& caller, base::Date today, CaseId id,
                               int version) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto got = hold(tx, caller, id);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        if (auto problems = changes::judge_case(held.one.state, EventKind::agreed, held.acting.side, {});
            !problems.empty())
            return problems;
        if (version != held.one.version) return case_problem("", "newer_version");
        CaseEvent line = line_of(caller, held.acting, today, EventKind::agreed);
        line.version = version;
        write_line(tx, caller, held.one, line);
        return base::Done{};
    });
}

base::Result<agreement::Assessment> assess_case(store::Session& room, const module::Caller& caller, base::Date today,
                                                CaseId id, const agreement::AssessmentDraft& draft) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<agreement::Assessment> {
        auto got = hold(tx, caller, id);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        Case& one = held.one;
        if (auto problems = changes::judge_case(one.state, EventKind::assessed, held.acting.side, {});
            !problems.empty())
            return problems;
        const Agreement text = saved_draft(load_version(tx, id, one.version)->document);
        auto sets = agreement::shipped_criteria();
        sets.insert(sets.end(), text.criteria_sets.begin(), text.criteria_sets.end());
        auto answered = agreement::answered_by(draft, text, sets, caller.label, today);
        if (!answered) return answered.problems();
        const auto* set = agreement::criteria_set(sets, answered->set, answered->version);
        auto judged = agreement::assess(text, *set, *answered);
        insert_assessment(tx, id, {agreement::AssessmentId(), 0, one.version, 0, *answered, today, caller.label});
        CaseEvent line = line_of(caller, held.acting, today, EventKind::assessed, set->title);
        line.version = one.version;
        const agreement::Part* part = text.part(answered->part);
        line.part = part ? part->title : "";
        write_line(tx, caller, one, line);
        return judged;
    });
}

}  // namespace samrum::partnership::drafting
