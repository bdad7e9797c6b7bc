#include "partnership/agreement/commands.hpp"
#include "partnership/agreement/rules.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_eligibility.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::partnership::agreement {
namespace {

using Json = nlohmann::ordered_json;

Json day_of(const std::optional<base::Date>& day) {
    return day ? Json(day->iso()) : Json(nullptr);
}
Json period_of_json(const std::optional<base::Period>& period) {
    if (!period) return nullptr;
    return Json{{"first", period->first().iso()}, {"last", day_of(period->last())}};
}
/// Kronor with öre as a decimal text, so that nothing is rounded: "520000.00".
std::string kronor(base::Money money) {
    const auto ore = std::to_string(money.ore % 100);
    return std::to_string(money.ore / 100) + "." + (ore.size() < 2 ? "0" : "") + ore;
}
Json sum_of(const Sum& sum) {
    if (!sum.is_known()) return nullptr;
    if (sum.is_exact()) return kronor(*sum.from());
    return Json{{"from", kronor(*sum.from())}, {"to", kronor(*sum.to())}};
}
Json message_of(const base::Message& message) {
    Json args = Json::object();
    for (const auto& [name, value] : message.args)
        std::visit([&, key = name](const auto& one) { args[key] = one; }, value);
    return Json{{"key", message.key}, {"args", std::move(args)}};
}
Json problems_of(const base::Problems& problems) {
    Json list = Json::array();
    for (const base::Problem& one : problems) {
        Json item{{"line", one.line ? Json(*one.line) : Json(nullptr)}, {"field", one.field}};
        item.update(message_of(one.message));
        list.push_back(std::move(item));
    }
    return list;
}

Json assessments_of(const AgreementFile& file) {
    Json list = Json::array();
    for (const Assessment& one : assess(file.agreement, file.criteria)) {
        Json criteria = Json::array();
        for (const CriterionVerdict& verdict : one.verdicts) {
            Json reasons = Json::array();
            for (const auto& reason : verdict.reasons) reasons.push_back(message_of(reason));
            Json item{{"criterion", verdict.criterion.key},
                      {"text", verdict.criterion.text},
                      {"judgement", word_of(verdict.judgement)},
                      {"reasons", std::move(reasons)}};
            if (verdict.answer)
                item["answer"] = Json{{"answer", word_of(verdict.answer->answer)},
                                      {"motivation", verdict.answer->motivation},
                                      {"by", verdict.answer->by},
                                      {"on", day_of(verdict.answer->on)}};
            criteria.push_back(std::move(item));
        }
        list.push_back(Json{{"set", one.set.key},
                            {"version", one.set.version},
                            {"owner", one.set.owner},
                            {"part", one.part},
                            {"outcome", word_of(one.outcome)},
                            {"criteria", std::move(criteria)}});
    }
    return list;
}

Json commitments_of(const Agreement& agreement) {
    Json list = Json::array();
    for (const Commitment& one : agreement.commitments) {
        Json targets = Json::array();
        for (const auto& reading : one.targets.all) {
            const Target& target = reading.value;
            Json item{{"reading", reading.key}, {"rule", word_of(target.bound())}, {"quantity", target.quantity()}};
            if (target.upper()) item["upper"] = *target.upper();
            item["unit"] = target.unit();
            item["per"] = word_of(target.per());
            item["source"] = reading.source;
            targets.push_back(std::move(item));
        }
        Json item{{"key", one.key},
                  {"by", one.by},
                  {"kind", word_of(one.kind)},
                  {"title", one.title},
                  {"targets", std::move(targets)},
                  {"settled", one.targets.empty() || one.targets.settled() != nullptr}};
        if (one.measure) item["measure"] = Json{{"name", one.measure->name}, {"scope", one.measure->scope}};
        if (one.reported_by)
            item["reported_by"] = Json{{"organisation", one.reported_by->organisation},
                                       {"function", one.reported_by->function},
                                       {"evidence", one.reported_by->evidence}};
        item["refused"] = is_refused(agreement, one.part);
        list.push_back(std::move(item));
    }
    return list;
}

Json instalments_of(const PlannedSum& sum) {
    Json list = Json::array();
    for (const PlannedInstalment& one : sum.instalments)
        list.push_back(Json{{"number", one.number},
                            {"of", one.of},
                            {"day", day_of(one.day)},
                            {"window", period_of_json(one.window)},
                            {"amount", one.amount ? Json(kronor(*one.amount)) : Json(nullptr)},
                            {"payer", one.payer}});
    return list;
}

Json money_of(const Agreement& agreement, base::Date horizon) {
    Json list = Json::array();
    for (const AmountPlan& plan : payment_plan(agreement, horizon)) {
        Json readings = Json::array();
        for (const ReadingPlan& reading : plan.readings) {
            Json sums = Json::array();
            for (const PlannedSum& sum : reading.sums)
                sums.push_back(Json{{"stretch", period_of_json(sum.stretch.whole)},
                                    {"within", period_of_json(sum.stretch.within)},
                                    {"partial", sum.partial},
                                    {"sum", sum_of(sum.sum)},
                                    {"instalments", instalments_of(sum)}});
            readings.push_back(Json{{"reading", reading.reading},
                                    {"per", word_of(reading.per)},
                                    {"chosen", reading.chosen},
                                    {"source", reading.source},
                                    {"sums", std::move(sums)}});
        }
        const Amount& one = *plan.amount;
        list.push_back(Json{{"key", one.key},
                            {"payer", one.payer},
                            {"recipient", one.recipient},
                            {"kind", word_of(one.kind)},
                            {"period", period_of_json(plan.period)},
                            {"refused", plan.refused},
                            {"readings", std::move(readings)}});
    }
    return Json{{"promised_in_all", sum_of(promised_in_all(agreement))}, {"amounts", std::move(list)}};
}

Json dates_of(const AgreementFile& file, base::Date horizon) {
    Json list = Json::array();
    for (const KeyDate& one : key_dates(file.agreement, file.criteria, horizon))
        list.push_back(Json{{"kind", word_of(one.kind)},
                            {"when", word_of(one.when)},
                            {"day", one.day.iso()},
                            {"origin", word_of(one.origin)},
                            {"covers", period_of_json(one.covers)},
                            {"times", one.times},
                            {"subject", one.subject},
                            {"owed_by", one.owed_by},
                            {"reading", one.reading},
                            {"undecided", one.undecided},
                            {"source", one.source},
                            {"field", one.field}});
    return list;
}

}  // namespace

void print_check_json(const AgreementFile& file, base::Date today, std::ostream& out) {
    const Agreement& agreement = file.agreement;
    const base::Date horizon = horizon_of(agreement, today);
    Json parties = Json::array();
    for (const Party& one : agreement.parties)
        parties.push_back(Json{{"organisation", one.organisation},
                               {"name", agreement.name_of(one.organisation)},
                               {"side", word_of(one.side)},
                               {"standing", word_of(one.standing)},
                               {"lead", one.lead}});
    out << Json{{"ok", true},
                {"key", agreement.key},
                {"title", agreement.title},
                {"first", day_of(agreement.term.first)},
                {"last", day_of(agreement.term.last)},
                {"open_end", agreement.term.open_end},
                {"today", today.iso()},
                {"force", word_of(force_on(agreement.term, today))},
                {"parties", std::move(parties)},
                {"assessments", assessments_of(file)},
                {"commitments", commitments_of(agreement)},
                {"money", money_of(agreement, horizon)},
                {"dates", dates_of(file, horizon)},
                {"notes", problems_of(with_lines(notes_of(agreement, file.criteria), file.lines))},
                {"problems", Json::array()}}
               .dump(2)
        << '\n';
}

void print_problems_json(const base::Problems& problems, std::ostream& out) {
    out << Json{{"ok", false}, {"problems", problems_of(problems)}}.dump(2) << '\n';
}

}  // namespace samrum::partnership::agreement
