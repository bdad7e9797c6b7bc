#include "registry/actions_number.hpp"

#include "foundation/base/text.hpp"
#include "registry/actions_terms.hpp"
#include "registry/model_number.hpp"
#include "registry/repository.hpp"
#include "registry/rules_register.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::registry {
namespace {

using nlohmann::json;

/// The series asked for, or the first open one.
std::optional<Series> open_series(store::Reader& room, std::optional<SeriesId> wanted) {
    for (const Series& one : load_series(room))
        if (!one.closed && (!wanted || one.id == *wanted)) return one;
    return std::nullopt;
}

}  // namespace

bool in_use(store::Reader& room) {
    return load_in_use(room);
}

base::Result<std::string> next_number(store::Transaction& tx, const store::Actor& who, base::Date today,
                                      std::string_view about, std::optional<SeriesId> wanted) {
    tx.lock(kRegistryLock);
    if (!load_in_use(tx)) return base::problem("number", "registry.number.off");
    const auto series = open_series(tx, wanted);
    if (!series) return base::problem("number", "registry.number.no_series");
    Case given;
    given.about = base::trim(about);
    if (!is_about(given.about)) return base::problem("about", "registry.number.about");
    const NumberTemplate shape = NumberTemplate::parse(series->shape).value();
    given.id = CaseId::ordered();
    given.series = series->id;
    given.year = shape.has_year() ? today.year() : 0;
    // The numbers before the first one stand in the registry that was here before.
    const bool is_first_year = !shape.has_year() || today.year() == series->begun_on.year();
    given.ordinal = std::max(last_ordinal(tx, series->id, given.year), is_first_year ? series->first - 1 : 0) + 1;
    given.number = shape.number(given.year, given.ordinal);
    given.opened_on = today;
    insert_case(tx, given);
    tx.journal(who, {"registry.number_given", given.id.text(), json{{"number", given.number}}.dump()});
    return given.number;
}

std::optional<OlderNumber> older_number(store::Reader& room, std::string_view number) {
    for (const Series& one : load_series(room))
        if (const auto read = NumberTemplate::parse(one.shape).value().read(number))
            if (is_older(one, read->year, read->ordinal)) return OlderNumber{one, read->year, read->ordinal};
    return std::nullopt;
}

base::Result<DocumentId> register_document(store::Transaction& tx, const store::Actor& who, base::Date today,
                                           const NewDocument& input) {
    tx.lock(kRegistryLock);
    if (!load_in_use(tx)) return base::problem("number", "registry.number.off");
    base::ProblemList problems;
    const auto in_case = load_case(tx, input.number);
    if (!in_case)
        problems.add(base::problem(
            "number",
            older_number(tx, input.number) ? "registry.document.older_number" : "registry.document.no_such_number",
            {{"number", input.number}}));
    else if (in_case->is_cancelled())
        problems.add(base::problem("number", "registry.document.cancelled", {{"number", input.number}}));
    problems.add(judge_document(input, today));
    if (input.rule && !load_rule(tx, *input.rule))
        problems.add(base::problem("rule", "registry.document.no_such_rule"));
    if (!problems.empty()) return problems.all();

    Document made;
    made.id = DocumentId::ordered();
    made.in_case = in_case->id;
    made.number = in_case->number;
    made.position = last_position(tx, in_case->id) + 1;
    made.direction = input.direction;
    made.on = input.on;
    made.counterpart = base::trim(input.counterpart);
    made.about = base::trim(input.about);
    made.link = input.link;
    made.file = input.file;
    made.rule = input.rule;
    made.marking = input.marking;
    made.registered_by = who.label;
    insert_document(tx, made);
    save_terms(tx, made.id, terms_of(made));
    tx.journal(who, {"registry.document_registered", made.id.text(),
                     json{{"number", made.number}, {"position", made.position}}.dump()});
    return made.id;
}

}  // namespace samrum::registry
