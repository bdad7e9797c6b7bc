#include "registry/actions_register.hpp"

#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"
#include "foundation/store/attachments.hpp"
#include "registry/actions_terms.hpp"
#include "registry/model_number.hpp"
#include "registry/rules_register.hpp"

#include <nlohmann/json.hpp>

namespace samrum::registry {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestName = 200;
constexpr std::int64_t kHighestFirst = 1'000'000;
constexpr std::size_t kWordsAsked = 3;

/// A series of the input, or all that is wrong with it. Two series must not write the same number.
base::Result<Series> series_from(const SeriesInput& input, const std::vector<Series>& there, base::Date today) {
    base::ProblemList problems;
    Series made{SeriesId::ordered(), base::trim(input.name), "", 1, today, false};
    if (made.name.empty() || made.name.size() > kLongestName)
        problems.add(base::problem("name", "registry.series.name"));
    const auto shape = NumberTemplate::parse(input.shape);
    for (auto one : shape.problems()) {
        one.field = "shape";
        problems.add(std::move(one));
    }
    const auto first = base::whole_number(base::trim(input.first));
    if (!first || *first < 1 || *first > kHighestFirst)
        problems.add(base::problem("first", "registry.series.first"));
    else
        made.first = *first;
    if (shape) {
        made.shape = shape->text();
        const std::string sample = shape->number(today.year(), made.first);
        for (const Series& one : there)
            if (NumberTemplate::parse(one.shape).value().read(sample))
                problems.add(base::problem("shape", "registry.series.reads_twice", {{"name", one.name}}));
    }
    if (!problems.empty()) return problems.all();
    return made;
}

json facts_of(const Document& one) {
    json facts{{"direction", code_of(one.direction)},
               {"day", one.on.iso()},
               {"counterpart", one.counterpart},
               {"about", one.about}};
    if (one.rule) facts["rule"] = one.rule->text();
    if (one.marking) facts["marking"] = {one.marking->provision, one.marking->on.iso(), one.marking->authority};
    return facts;
}

PublicLine public_line(const Document& one) {
    PublicLine line{one.id.text(), one.on, one.number, one.position, one.direction, one.counterpart, one.about};
    if (!one.marking) return line;
    line.counterpart_hidden = one.marking->hides_counterpart;
    line.about_hidden = one.marking->hides_about;
    if (line.counterpart_hidden) line.counterpart.clear();
    if (line.about_hidden) line.about.clear();
    return line;
}

}  // namespace

base::Result<base::Done> switch_on(store::Session& room, const module::Caller& caller, base::Date today,
                                   const SeriesInput& first_series, const std::vector<Rule>& plan) {
    if (!module::may_anywhere(caller, kSwitchRegistry)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRegistryLock);
        if (load_in_use(tx)) return base::Done{};
        if (load_series(tx).empty()) {
            const auto series = series_from(first_series, {}, today);
            if (!series) return series.problems();
            insert_series(tx, *series);
        }
        if (load_rules(tx).empty())
            for (const Rule& one : plan) insert_rule(tx, one);
        save_in_use(tx, true, today, caller.label);
        tx.journal(caller.actor(), {"registry.switched_on", "registry", "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> switch_off(store::Session& room, const module::Caller& caller, base::Date today) {
    if (!module::may_anywhere(caller, kSwitchRegistry)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRegistryLock);
        if (!load_in_use(tx)) return base::Done{};
        save_in_use(tx, false, today, caller.label);
        tx.journal(caller.actor(), {"registry.switched_off", "registry", "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> begin_series(store::Session& room, const module::Caller& caller, base::Date today,
                                      const SeriesInput& input) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRegistryLock);
        const auto series = series_from(input, load_series(tx), today);
        if (!series) return series.problems();
        insert_series(tx, *series);
        tx.journal(caller.actor(), {"registry.series_begun", series->id.text(), json{{"shape", series->shape}}.dump()});
        return base::Done{};
    });
}

base::Result<base::Done> end_series(store::Session& room, const module::Caller& caller, SeriesId id) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRegistryLock);
        if (!load_series(tx, id)) return module::refusal();
        close_series(tx, id);
        tx.journal(caller.actor(), {"registry.series_closed", id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<std::string> open_case(store::Session& room, const module::Caller& caller, base::Date today,
                                    std::string_view about, std::optional<SeriesId> series) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    return room.transaction(
        [&](store::Transaction& tx) { return next_number(tx, caller.actor(), today, about, series); });
}

base::Result<base::Done> enter_older_case(store::Session& room, const module::Caller& caller, std::string_view number,
                                          std::string_view about, std::string_view opened_on) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRegistryLock);
        if (!load_in_use(tx)) return base::problem("number", "registry.number.off");
        Case entered;
        entered.id = CaseId::ordered();
        entered.number = base::trim(number);
        entered.about = base::trim(about);
        base::ProblemList problems;
        const auto older = older_number(tx, entered.number);
        if (!older) problems.add(base::problem("number", "registry.older.number"));
        if (load_case(tx, entered.number)) problems.add(base::problem("number", "registry.older.there"));
        if (!is_about(entered.about)) problems.add(base::problem("about", "registry.number.about"));
        const auto day = base::Date::parse(base::trim(opened_on));
        if (!day || (older && *day > older->series.begun_on))
            problems.add(base::problem("opened_on", "registry.older.day"));
        if (!problems.empty()) return problems.all();
        entered.series = older->series.id;
        entered.year = older->year;
        entered.ordinal = older->ordinal;
        entered.opened_on = *day;
        insert_case(tx, entered);
        tx.journal(caller.actor(),
                   {"registry.older_entered", entered.id.text(), json{{"number", entered.number}}.dump()});
        return base::Done{};
    });
}

base::Result<base::Done> cancel_number(store::Session& room, const module::Caller& caller, CaseId id,
                                       std::string_view why) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRegistryLock);
        const auto found = load_case(tx, id);
        if (!found) return module::refusal();
        base::ProblemList problems;
        if (base::trim(why).empty()) problems.add(base::problem("why", "registry.cancel.why"));
        if (last_position(tx, id) > 0) problems.add(base::problem("", "registry.cancel.has_documents"));
        if (found->is_cancelled()) problems.add(base::problem("", "registry.cancel.twice"));
        if (!problems.empty()) return problems.all();
        save_cancelled(tx, id, base::trim(why));
        tx.journal(caller.actor(), {"registry.number_cancelled", id.text(),
                                    json{{"number", found->number}, {"why", base::trim(why)}}.dump()});
        return base::Done{};
    });
}

base::Result<DocumentId> add_document(store::Session& room, const module::Caller& caller, base::Date today,
                                      base::Instant now, NewDocument document, std::optional<SeriesId> series,
                                      const std::optional<NewFile>& file) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    document.number = base::trim(document.number);
    return room.transaction([&](store::Transaction& tx) -> base::Result<DocumentId> {
        // Judged before a number is given, so that every problem is told at once.
        NewDocument one = document;
        base::ProblemList problems;
        if (file) {
            const auto kept = store::put_attachment(tx, file->name, file->type, file->bytes, now);
            for (auto problem : kept.problems()) {
                problem.field = "file";
                problems.add(std::move(problem));
            }
            if (kept) one.file = kept->uuid();
        }
        if (one.number.empty() && judge_document(one, today).empty() && problems.empty()) {
            auto number = next_number(tx, caller.actor(), today, one.about, series);
            if (!number) return number.problems();
            one.number = *number;
        }
        if (one.number.empty()) {
            problems.add(judge_document(one, today));
            return problems.all();
        }
        const auto done = register_document(tx, caller.actor(), today, one);
        problems.add(done.problems());
        if (!problems.empty()) return problems.all();
        return *done;
    });
}

base::Result<base::Done> correct_document(store::Session& room, const module::Caller& caller, base::Date today,
                                          DocumentId id, std::int64_t revision, const NewDocument& facts) {
    if (!module::may_anywhere(caller, kKeepRegistry)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRegistryLock);
        auto one = load_document(tx, id);
        if (!one) return module::refusal();
        base::ProblemList problems;
        problems.add(judge_document(facts, today));
        if (facts.rule && !load_rule(tx, *facts.rule))
            problems.add(base::problem("rule", "registry.document.no_such_rule"));
        if (one->revision != revision) problems.add(base::problem("", "registry.document.changed_since"));
        if (!problems.empty()) return problems.all();
        const json before = facts_of(*one);
        one->direction = facts.direction;
        one->on = facts.on;
        one->counterpart = base::trim(facts.counterpart);
        one->about = base::trim(facts.about);
        one->rule = facts.rule;
        one->marking = facts.marking;
        if (!update_document(tx, *one)) return base::problem("", "registry.document.changed_since");
        save_terms(tx, id, terms_of(*one));
        tx.journal(caller.actor(), {"registry.document_corrected", id.text(),
                                    json{{"before", before}, {"after", facts_of(*one)}}.dump()});
        return base::Done{};
    });
}

base::Problems judge_typed(const NewDocument& facts, base::Date today) {
    return judge_document(facts, today);
}

base::Result<Found> list_documents(store::Reader& room, const module::Caller& caller, Search search) {
    if (!module::may_anywhere(caller, kReadRegistry)) return module::refusal();
    search.public_only = false;
    return Found{find_documents(room, search), count_documents(room, search)};
}

std::optional<Document> read_document(store::Reader& room, const module::Caller& caller, DocumentId id) {
    if (!module::may_anywhere(caller, kReadRegistry)) return std::nullopt;
    return load_document(room, id);
}

std::optional<NewFile> read_file(store::Reader& room, const module::Caller& caller, DocumentId id) {
    const auto one = read_document(room, caller, id);
    const auto kept = one && one->file ? store::find_attachment(room, store::AttachmentId{*one->file}) : std::nullopt;
    if (!kept) return std::nullopt;
    NewFile file{kept->name, kept->type, {}};
    store::read_attachment(room, *kept, [&](std::string_view chunk) { file.bytes += chunk; });
    return file;
}

std::optional<PublicFound> public_list(store::Reader& room, Search search) {
    if (!load_in_use(room)) return std::nullopt;
    search.public_only = true;
    PublicFound found;
    found.total = count_documents(room, search);
    for (const Document& one : find_documents(room, search)) found.lines.push_back(public_line(one));
    return found;
}

std::vector<std::string> search_words(std::string_view typed) {
    auto words = words_in(typed);
    if (words.size() > kWordsAsked) words.resize(kWordsAsked);
    return words;
}

}  // namespace samrum::registry
