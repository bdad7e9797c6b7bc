#include "partnership/papers/actions_memo.hpp"

#include "foundation/base/text.hpp"
#include "foundation/module/measure.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_assessment.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/papers/actions_case.hpp"
#include "partnership/papers/files_memo.hpp"
#include "partnership/papers/repository.hpp"
#include "partnership/papers/rules_memo.hpp"
#include "registry/actions_number.hpp"
#include "registry/model_number.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::papers {
namespace {

using nlohmann::json;

constexpr int kMonthsAhead = 12;

bool may_write(store::Reader& room, const module::Caller& caller, const agreement::AgreementHead& head) {
    return room.place() && head.home_room == room.place()->uuid() &&
           module::may_for(caller, agreement::kWriteAgreements, caller.room_organisation);
}

/// A report that the caller may write in, locked by the transaction; nothing otherwise.
std::optional<Memo> memo_to_write(store::Transaction& tx, const module::Caller& caller, AgreementId of, MemoId id) {
    tx.lock("papers/" + id.text());
    const auto head = agreement::find_agreement(tx, of);
    if (!head || !may_write(tx, caller, *head)) return std::nullopt;
    auto memo = load_memo(tx, id);
    return memo && memo->agreement == of ? memo : std::nullopt;
}

SectionTexts texts_of(const std::vector<SectionText>& sections) {
    SectionTexts texts;
    for (const SectionText& one : sections) texts[one.section] = one.text;
    return texts;
}

/// Keeps the report as it is now.
void keep_version(store::Transaction& tx, const module::Caller& caller, base::Date today, const Memo& memo) {
    const auto before = load_versions(tx, memo.id);
    MemoVersion version;
    version.number = before.empty() ? 1 : before.front().number + 1;
    version.state = memo.state;
    version.content = write_memo(memo, texts_of(load_sections(tx, memo.id)));
    version.hash = agreement::content_hash(version.content);
    version.made_on = today;
    version.made_by = caller.label;
    insert_version(tx, memo.id, version);
}

base::Result<std::string> number_from(const std::string& typed) {
    if (base::trim(typed).empty()) return std::string();
    auto number = registry::typed_number(typed);
    if (number) return number;
    base::Problems problems = number.problems();
    for (auto& one : problems) one.field = "number";
    return problems;
}

/// What the draft asks a person to write, in the agreement's language.
SectionTexts asked_here(store::Reader& room, const module::House& house, AgreementId of) {
    const Agreement one = agreement::load_document(room, agreement::find_agreement(room, of).value());
    return asked_of_a_person(house.catalogues->words(one.language), one);
}

void journal_memo(store::Transaction& tx, const module::Caller& caller, const Memo& memo, std::string_view what) {
    tx.journal(
        caller.actor(),
        {"papers." + std::string(what), memo.id.text(),
         json{{"agreement", memo.agreement.text()}, {"state", word_of(memo.state)}, {"number", memo.number}}.dump()});
}

}  // namespace

SectionTexts SeenMemo::texts() const {
    return texts_of(sections);
}

std::vector<Memo> list_memos(store::Reader& room, const module::Caller& caller, AgreementId id) {
    const auto all = agreement::read_agreement_of(room, caller, id);
    if (!all) return {};
    auto memos = load_memos(room, id);
    if (!may_write(room, caller, all->head))
        std::erase_if(memos, [](const Memo& one) { return one.state != MemoState::sent; });
    return memos;
}

std::optional<SeenMemo> read_memo_of(store::Reader& room, const module::Caller& caller, AgreementId of, MemoId id) {
    const auto all = agreement::read_agreement_of(room, caller, of);
    if (!all) return std::nullopt;
    auto memo = load_memo(room, id);
    if (!memo || memo->agreement != of || (memo->state != MemoState::sent && !may_write(room, caller, all->head)))
        return std::nullopt;
    SeenMemo seen{std::move(*memo), load_sections(room, id), load_versions(room, id), {}};
    std::string whole;
    for (const SectionText& one : seen.sections) whole += one.text + "\n\n";
    seen.readability = readability(whole);
    return seen;
}

std::vector<base::Date> accounts_to_write(store::Reader& room, AgreementId id, base::Date today) {
    const auto head = agreement::find_agreement(room, id);
    if (!head || !room.place() || head->home_room != room.place()->uuid()) return {};
    const Agreement one = agreement::load_document(room, *head);
    const auto memos = load_memos(room, id);
    std::vector<base::Date> days;
    for (const base::Date day : committee_days(one, today.plus_months(kMonthsAhead)))
        if (std::none_of(memos.begin(), memos.end(), [&](const Memo& memo) { return memo.due == day; }))
            days.push_back(day);
    return days;
}

base::Result<MemoId> begin_memo(store::Session& room, const module::House& house, const module::Caller& caller,
                                AgreementId id, MemoKind kind, std::optional<base::Date> due) {
    const base::Date today = house.clocks.today();
    const auto all = agreement::read_agreement_of(room, caller, id);
    if (!all || !may_write(room, caller, all->head)) return module::refusal();
    // The case is read outside the transaction that saves: a draft is a beginning, and a person reads it.
    const auto& words = house.catalogues->words(all->file.agreement.language);
    const DraftCase from = case_of(room, house, caller, *all, kind, today, due);
    const Addressed to = addressed(all->file.agreement);
    Memo memo;
    memo.id = MemoId::ordered();
    memo.agreement = id;
    memo.kind = kind;
    memo.due = due;
    memo.title = draft_title(words, from);
    memo.sender = to.sender;
    memo.department = to.department == to.sender ? "" : to.department;
    memo.committee = to.committee;
    memo.signed_by = to.signed_by;
    memo.number = all->file.agreement.registry_number;
    memo.dated = memo.made_on = today;
    memo.made_by = caller.label;
    const SectionTexts texts = draft_sections(words, from);
    return room.transaction([&](store::Transaction& tx) -> base::Result<MemoId> {
        tx.lock("papers/" + id.text());
        if (due)
            for (const Memo& other : load_memos(tx, id))
                if (other.due == due) return base::problem("due", "papers.memo.there");
        insert_memo(tx, memo);
        for (const auto& [section, word] : kMemoSections) {
            const auto found = texts.find(section);
            save_section_text(tx, memo.id,
                              {section, found == texts.end() ? "" : found->second, 1, today, caller.label});
        }
        journal_memo(tx, caller, memo, "memo_begun");
        return memo.id;
    });
}

base::Result<base::Done> redraft_memo(store::Session& room, const module::House& house, const module::Caller& caller,
                                      AgreementId of, MemoId id) {
    const base::Date today = house.clocks.today();
    const auto all = agreement::read_agreement_of(room, caller, of);
    const auto begun = load_memo(room, id);
    if (!all || !begun || begun->agreement != of || !may_write(room, caller, all->head)) return module::refusal();
    const SectionTexts texts =
        draft_sections(house.catalogues->words(all->file.agreement.language),
                       case_of(room, house, caller, *all, begun->kind, begun->dated, begun->due));
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto memo = memo_to_write(tx, caller, of, id);
        if (!memo) return module::refusal();
        if (memo->state != MemoState::draft) return base::problem("", "papers.memo.not_draft");
        for (const auto& [section, text] : texts) redraft_section(tx, id, {section, text, 1, today, caller.label});
        journal_memo(tx, caller, *memo, "memo_redrafted");
        return base::Done{};
    });
}

base::Result<base::Done> discard_memo(store::Session& room, const module::Caller& caller, AgreementId of, MemoId id) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto memo = memo_to_write(tx, caller, of, id);
        if (!memo) return module::refusal();
        if (memo->state != MemoState::draft) return base::problem("", "papers.memo.not_draft");
        if (!load_versions(tx, id).empty()) return base::problem("", "papers.memo.kept");
        remove_memo(tx, id);
        journal_memo(tx, caller, *memo, "memo_discarded");
        return base::Done{};
    });
}

base::Result<base::Done> save_section(store::Session& room, const module::House& house, const module::Caller& caller,
                                      AgreementId of, MemoId id, MemoSection section, std::string_view text,
                                      std::int64_t revision) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto memo = memo_to_write(tx, caller, of, id);
        if (!memo) return module::refusal();
        base::ProblemList problems;
        if (memo->state != MemoState::draft) problems.add(base::problem("", "papers.memo.not_draft"));
        if (text.size() > kLongestSection) problems.add(base::problem("text", "papers.section.too_long"));
        if (!problems.empty()) return problems.all();
        // Browsers send line ends as CR LF.
        std::string clean(text);
        std::erase(clean, '\r');
        if (!save_section_text(tx, id, {section, clean, revision, house.clocks.today(), caller.label}))
            return base::problem("text", "papers.section.changed_since");
        tx.journal(caller.actor(), {"papers.section_saved", id.text(), json{{"section", word_of(section)}}.dump()});
        return base::Done{};
    });
}

base::Result<base::Done> save_head(store::Session& room, const module::House&, const module::Caller& caller,
                                   AgreementId of, MemoId id, std::int64_t revision, const HeadInput& input) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto memo = memo_to_write(tx, caller, of, id);
        if (!memo) return module::refusal();
        base::ProblemList problems;
        memo->title = base::trim(input.title);
        memo->committee = base::trim(input.committee);
        memo->signed_by = base::trim(input.signed_by);
        problems.add(judge_head(*memo));
        const auto day = base::Date::parse(base::trim(input.dated));
        if (day)
            memo->dated = *day;
        else
            problems.add(base::problem("dated", "papers.memo.dated"));
        memo->number = problems.take(number_from(input.number), "number");
        if (memo->state != MemoState::draft) problems.add(base::problem("", "papers.memo.not_draft"));
        if (memo->revision != revision) problems.add(base::problem("", "papers.memo.changed_since"));
        if (!problems.empty()) return problems.all();
        if (!update_memo(tx, *memo)) return base::problem("", "papers.memo.changed_since");
        journal_memo(tx, caller, *memo, "memo_changed");
        return base::Done{};
    });
}

base::Result<base::Done> move_memo(store::Session& room, const module::House& house, const module::Caller& caller,
                                   AgreementId of, MemoId id, std::int64_t revision, MemoState to) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto memo = memo_to_write(tx, caller, of, id);
        if (!memo || to == MemoState::sent || !may_go(memo->state, to)) return module::refusal();
        if (memo->revision != revision) return base::problem("", "papers.memo.changed_since");
        if (to == MemoState::ready)
            if (const auto problems = judge_ready(*memo, texts_of(load_sections(tx, id)), asked_here(tx, house, of));
                !problems.empty())
                return problems;
        memo->state = to;
        if (!update_memo(tx, *memo)) return base::problem("", "papers.memo.changed_since");
        if (to == MemoState::ready) keep_version(tx, caller, house.clocks.today(), *memo);
        journal_memo(tx, caller, *memo, to == MemoState::ready ? "memo_ready" : "memo_reopened");
        return base::Done{};
    });
}

base::Result<base::Done> send_memo(store::Session& room, const module::House& house, const module::Caller& caller,
                                   AgreementId of, MemoId id, std::int64_t revision, const std::string& number,
                                   const std::string& sent_on) {
    const base::Date today = house.clocks.today();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto memo = memo_to_write(tx, caller, of, id);
        if (!memo || !may_go(memo->state, MemoState::sent)) return module::refusal();
        base::ProblemList problems;
        const auto day = base::Date::parse(base::trim(sent_on));
        problems.add(judge_sent(*memo, day ? std::optional(*day) : std::nullopt, today));
        memo->number = problems.take(number_from(number), "number");
        const bool own_registry = registry::in_use(tx);
        if (memo->number.empty() && problems.empty()) {
            if (own_registry)
                memo->number = problems.take(registry::next_number(tx, caller.actor(), today, memo->title), "number");
            else
                problems.add(base::problem("number", "papers.memo.number"));
        }
        if (memo->revision != revision) problems.add(base::problem("", "papers.memo.changed_since"));
        if (!problems.empty()) return problems.all();
        memo->state = MemoState::sent;
        memo->sent_on = *day;
        if (own_registry) {
            registry::NewDocument document;
            document.number = memo->number;
            document.direction = registry::Direction::out;
            document.on = *day;
            document.counterpart = memo->committee;
            document.about = memo->title;
            document.link = "/agreements/" + of.text() + "/papers/memos/" + id.text();
            const auto done = registry::register_document(tx, caller.actor(), today, document);
            if (!done) return done.problems();
        }
        if (!update_memo(tx, *memo)) return base::problem("", "papers.memo.changed_since");
        keep_version(tx, caller, today, *memo);
        journal_memo(tx, caller, *memo, "memo_sent");
        return base::Done{};
    });
}

}  // namespace samrum::partnership::papers
