#include "partnership/drafting/actions_draft.hpp"

#include "foundation/base/text.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/files_tree.hpp"
#include "partnership/drafting/actions_write.hpp"
#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::drafting {
namespace {

base::Problem draft_problem(std::string field, std::string_view key) {
    return base::problem(std::move(field), "partnership.drafting." + std::string(key));
}

/// A draft in its version.
struct Text {
    DraftVersion version;
    Agreement draft;
};
std::optional<Text> text_of(store::Reader& room, CaseId id, int number) {
    auto version = load_version(room, id, number);
    if (!version) return std::nullopt;
    Agreement draft = saved_draft(version->document);
    return Text{std::move(*version), std::move(draft)};
}

/// Text that is too long, a file that is too large, or a shape that would not read again.
base::Problems judge_text(const Agreement& written, const DraftPart& part) {
    if (part.section() && part_text(written, part).size() > kLongestText) return {draft_problem("text", "too_long")};
    const std::string document = agreement::write_agreement(written);
    if (document.size() > agreement::kLargestAgreementFile) return {draft_problem("", "too_large")};
    const auto again = read_draft(document);
    auto problems = again ? base::Problems{} : again.problems();
    // The lines are those of a file that nobody sees.
    for (base::Problem& one : problems) one.line.reset();
    return problems;
}

/// The version in which a part was written last, after `base`.
DraftVersion last_written(store::Reader& room, CaseId id, const Text& base, const Text& newest, const DraftPart& part) {
    const std::string is = part_text(newest.draft, part);
    Text later = newest;
    for (int number = newest.version.number - 1; number >= base.version.number; --number) {
        auto earlier = text_of(room, id, number);
        if (!earlier || part_text(earlier->draft, part) != is) break;
        later = std::move(*earlier);
    }
    return later.version;
}

/// What others changed in this part of the draft.
std::vector<Difference> changed_in(const DraftPart& part, const Agreement& before, const Agreement& after) {
    return changes::differences(only_part(before, part), only_part(after, part));
}

Conflict conflict_of(store::Reader& room, CaseId id, const Text& base, const Text& theirs, const Agreement& mine,
                     const DraftPart& part) {
    const DraftVersion last = last_written(room, id, base, theirs, part);
    Conflict conflict;
    conflict.newest = theirs.version.number;
    conflict.theirs_version = last.number;
    conflict.theirs_by = last.made_by;
    conflict.theirs_at = last.made_at;
    if (part.section()) {
        conflict.base = part_text(base.draft, part);
        conflict.theirs = part_text(theirs.draft, part);
        conflict.mine = part_text(mine, part);
        conflict.proposal = merge(conflict.base, conflict.theirs, conflict.mine);
        return conflict;
    }
    conflict.before = base.draft;
    conflict.meanwhile = changed_in(part, base.draft, theirs.draft);
    // A form holds what was typed in it. A file that somebody else wrote holds theirs, with mine told beside.
    auto merged = merge_fields(base.draft, theirs.draft, mine, part.is_file() ? Prefer::theirs : Prefer::mine);
    if (!merged) merged = FieldMerge{mine, {}};
    conflict.together = std::move(merged->draft);
    conflict.clashes = std::move(merged->clashes);
    return conflict;
}

/// Facts of both, where each changed other fields than the other.
std::optional<Agreement> both_facts(const Text& base, const Text& theirs, const Agreement& mine,
                                    const DraftPart& part) {
    if (!part.group()) return std::nullopt;
    auto merged = merge_fields(base.draft, theirs.draft, mine, Prefer::mine);
    if (!merged || !merged->clean() || !judge_text(merged->draft, part).empty()) return std::nullopt;
    return std::move(merged->draft);
}

base::Result<Saved> save_over(store::Transaction& tx, const module::Caller& caller, Held& held, base::Instant now,
                              const DraftInput& input) {
    Case& one = held.one;
    const auto base = text_of(tx, one.id, input.base);
    if (!base) return draft_problem("", "no_base");
    const auto newest = text_of(tx, one.id, one.version);
    Agreement mine = base->draft;
    Agreement written = base->draft;
    input.write(written);
    take_part(mine, written, input.part);
    if (auto problems = judge_text(mine, input.part); !problems.empty()) return problems;

    const std::string was = part_text(base->draft, input.part);
    const std::string is = part_text(newest->draft, input.part);
    const std::string will_be = part_text(mine, input.part);
    if (will_be == is || will_be == was) return Saved{one.version, true, {}};
    std::vector<Difference> meanwhile;
    if (was != is) {
        auto both = both_facts(*base, *newest, mine, input.part);
        if (!both) return Saved{one.version, true, conflict_of(tx, one.id, *base, *newest, mine, input.part)};
        mine = std::move(*both);
        meanwhile = changed_in(input.part, base->draft, newest->draft);
    }

    Agreement next = newest->draft;
    take_part(next, mine, input.part);
    DraftVersion version;
    version.part = input.part.name();
    version.based_on = input.base;
    write_version(tx, caller, held.acting, now, one, next, version);
    return Saved{one.version, false, {}, std::move(meanwhile)};
}

}  // namespace

base::Result<Saved> save_part(store::Session& room, const module::Caller& caller, base::Date, base::Instant now,
                              CaseId id, const DraftInput& input) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<Saved> {
        auto got = hold_for(tx, caller, id, EventKind::draft_written);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        return save_over(tx, caller, held, now, input);
    });
}

base::Result<Saved> restore_version(store::Session& room, const module::Caller& caller, base::Date, base::Instant now,
                                    CaseId id, int number) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<Saved> {
        auto got = hold_for(tx, caller, id, EventKind::draft_written);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        const auto old = text_of(tx, id, number);
        if (!old) return module::refusal();
        const auto newest = load_version(tx, id, held.one.version);
        if (newest->hash == old->version.hash) return Saved{held.one.version, true, {}};
        DraftVersion version;
        version.part = DraftPart::file().name();
        version.based_on = held.one.version;
        version.restored = number;
        write_version(tx, caller, held.acting, now, held.one, old->draft, version);
        return Saved{held.one.version, false, {}};
    });
}

base::Result<CommentId> write_comment(store::Session& room, const module::Caller& caller, base::Date, base::Instant now,
                                      CaseId id, const DraftPart& part, const std::string& text,
                                      std::optional<CommentId> answers) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<CommentId> {
        auto got = hold(tx, caller, id);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        base::ProblemList problems;
        problems.add(changes::judge_case(held.one.state, EventKind::commented, held.acting.side, {}));
        if (base::trim(text).empty()) problems.add(draft_problem("comment", "text_missing"));
        if (text.size() > kLongestComment) problems.add(draft_problem("comment", "too_long"));
        if (!problems.empty()) return problems.all();
        const auto all = load_comments(tx, id);
        if (answers) {
            const auto asked = std::ranges::find(all, *answers, &Comment::id);
            // An answer stands below the first comment, however deep it is answered.
            if (asked == all.end() || asked->part != part.name()) return module::refusal();
            if (asked->answers) answers = asked->answers;
        }
        Comment one;
        one.id = CommentId::ordered();
        one.part = part.name();
        one.text = tidy_text(base::trim(text));
        one.version = held.one.version;
        one.answers = answers;
        one.made_at = now;
        one.made_by = caller.label;
        one.side = held.acting.side;
        const auto same = std::ranges::find_if(all, [&](const Comment& other) { return is_sent_again(other, one); });
        if (same != all.end()) return same->id;
        insert_comment(tx, id, one);
        tx.journal(caller.actor(), {"partnership.draft_commented", id.text(),
                                    nlohmann::json{{"comment", one.id.text()}, {"part", one.part}}.dump()});
        return one.id;
    });
}

base::Result<base::Done> resolve_comment(store::Session& room, const module::Caller& caller, base::Date today,
                                         CaseId id, CommentId comment, bool resolved) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto got = hold_for(tx, caller, id, EventKind::commented);
        if (!got) return got.problems();
        Held held = std::move(got).value();
        const auto all = load_comments(tx, id);
        const auto found = std::ranges::find(all, comment, &Comment::id);
        if (found == all.end() || found->answers) return module::refusal();
        Comment one = *found;
        one.resolved_on = resolved ? std::optional(today) : std::nullopt;
        one.resolved_by = resolved ? caller.label : "";
        update_comment(tx, one);
        tx.journal(caller.actor(), {resolved ? "partnership.comment_resolved" : "partnership.comment_reopened",
                                    id.text(), nlohmann::json{{"comment", one.id.text()}}.dump()});
        return base::Done{};
    });
}

std::vector<Template> every_template(store::Reader& room) {
    auto all = load_templates(room);
    all.push_back({0, shipped_template(), {}, ""});
    return all;
}
Template current_template(store::Reader& room) {
    return every_template(room).front();
}
std::vector<Template> list_templates(store::Reader& room, const module::Caller& caller) {
    if (!module::may_for(caller, kKeepCases, caller.room_organisation)) return {};
    return every_template(room);
}
base::Result<int> save_template(store::Session& room, const module::Caller& caller, base::Date today, int base,
                                const std::map<Section, std::string>& texts) {
    if (!module::may_for(caller, kKeepCases, caller.room_organisation)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<int> {
        tx.lock("draft_template");
        const Template before = current_template(tx);
        base::ProblemList problems;
        if (before.number != base) problems.add(draft_problem("", "newer_version"));
        Agreement next = read_template(before.document);
        next.text.clear();
        for (const auto& [section, text] : texts) {
            const std::string kept = tidy_text(text);
            if (kept.size() > kLongestText)
                problems.add(draft_problem("text." + std::string(word_of(section)), "too_long"));
            if (!kept.empty()) next.text.emplace(section, kept);
        }
        if (!problems.empty()) return problems.all();
        const Template made{before.number + 1, agreement::write_agreement(next), today, caller.label};
        insert_template(tx, made);
        tx.journal(caller.actor(), {"partnership.draft_template", std::to_string(made.number), "{}"});
        return made.number;
    });
}

}  // namespace samrum::partnership::drafting
