#include "partnership/reports/model_json.hpp"

#include "partnership/agreement/model_delivery.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::reports {
namespace {

using base::Date;
using base::Money;
using base::Period;
using Json = nlohmann::ordered_json;

// What is read here was written here: anything else is a Bug of the sender's.

Json json_of(const std::optional<Date>& day) {
    return day ? Json(day->iso()) : Json();
}
Json json_of(const std::optional<Money>& money) {
    return money ? Json(money->ore) : Json();
}
std::optional<Date> day_of(const Json& from) {
    return from.is_null() ? std::nullopt : std::optional(Date::parse(from.get<std::string>()).value());
}
std::optional<Money> money_of(const Json& from) {
    return from.is_null() ? std::nullopt : std::optional(Money{from.get<std::int64_t>()});
}
std::string text_of(const Json& from, const char* name) {
    return from.at(name).get<std::string>();
}
template <class E>
E enum_at(const Json& from, const char* name) {
    const auto value = value_of<E>(text_of(from, name));
    base::ensure(value.has_value(), "a report holds known words");
    return *value;
}
Period period_at(const Json& from) {
    return {Date::parse(text_of(from, "first")).value(), Date::parse(text_of(from, "last")).value()};
}
void put_period(Json& into, const Period& period) {
    into["first"] = period.first().iso();
    into["last"] = period.last()->iso();
}
template <class T, class Of>
Json list_of(const std::vector<T>& all, const Of& of) {
    Json list = Json::array();
    for (const T& one : all) list.push_back(of(one));
    return list;
}
template <class Of>
auto read_list(const Json& from, const Of& of) {
    std::vector<std::decay_t<decltype(of(from))>> all;
    all.reserve(from.size());
    for (const Json& one : from) all.push_back(of(one));
    return all;
}

Json of_template(const Template& one) {
    return {{"kind", word_of(one.kind)},
            {"version", one.version},
            {"days_after", one.days_after},
            {"sections", list_of(one.sections, [](const TemplateSection& section) {
                 return Json{{"key", section.key},
                             {"form", word_of(section.form)},
                             {"title", section.title},
                             {"guidance", section.guidance}};
             })}};
}
Template to_template(const Json& from) {
    return {enum_at<ReportKind>(from, "kind"), from.at("version").get<int>(), from.at("days_after").get<int>(),
            read_list(from.at("sections"), [](const Json& one) {
                return TemplateSection{text_of(one, "key"), enum_at<SectionForm>(one, "form"), text_of(one, "title"),
                                       text_of(one, "guidance")};
            })};
}

Json of_content(const SectionContent& content) {
    Json json{{"text", content.text}};
    if (!content.judgements.empty())
        json["judgements"] = list_of(content.judgements, [](const Judgement& one) {
            return Json{{"commitment", one.commitment}, {"title", one.title},
                        {"promised", one.promised},     {"verdict", word_of(one.verdict)},
                        {"deviation", one.deviation},   {"explanation", one.explanation}};
        });
    if (!content.evidence.empty())
        json["evidence"] = list_of(content.evidence, [](const Evidence& one) {
            return Json{{"title", one.title},
                        {"author", one.author},
                        {"institution", one.institution},
                        {"link", one.link},
                        {"day", json_of(one.day)}};
        });
    return json;
}
SectionContent to_content(const Json& from) {
    SectionContent content{text_of(from, "text"), {}, {}};
    if (from.contains("judgements"))
        content.judgements = read_list(from.at("judgements"), [](const Json& one) {
            return Judgement{text_of(one, "commitment"),       text_of(one, "title"),     text_of(one, "promised"),
                             enum_at<Verdict>(one, "verdict"), text_of(one, "deviation"), text_of(one, "explanation")};
        });
    if (from.contains("evidence"))
        content.evidence = read_list(from.at("evidence"), [](const Json& one) {
            return Evidence{text_of(one, "title"), text_of(one, "author"), text_of(one, "institution"),
                            text_of(one, "link"), day_of(one.at("day"))};
        });
    return content;
}

Json of_part(const Part& part) {
    Json sections = Json::object();
    for (const auto& [key, content] : part.sections) sections[key] = of_content(content);
    return {{"party", part.party},
            {"name", part.name},
            {"side", word_of(part.side)},
            {"submitted_on", json_of(part.submitted_on)},
            {"submitted_by", part.submitted_by},
            {"sections", std::move(sections)}};
}
Part to_part(const Json& from) {
    Part part;
    part.party = text_of(from, "party");
    part.name = text_of(from, "name");
    part.side = enum_at<agreement::Side>(from, "side");
    part.submitted_on = day_of(from.at("submitted_on"));
    part.submitted_by = text_of(from, "submitted_by");
    for (const auto& [key, content] : from.at("sections").items()) part.sections.emplace(key, to_content(content));
    return part;
}

/// A number, or the word of why there is none.
Json of_value(const std::optional<StatedValue>& stated) {
    if (!stated) return nullptr;
    Json json{{"kind", agreement::delivered_kind_name(stated->value.kind)}};
    if (stated->value.kind == DeliveredValue::Kind::number) json["number"] = stated->value.number;
    put_period(json, stated->period);
    json["as_of"] = stated->as_of.iso();
    return json;
}
std::optional<StatedValue> to_value(const Json& from) {
    if (from.is_null()) return std::nullopt;
    const auto kind = agreement::delivered_kind_named(text_of(from, "kind"));
    base::ensure(kind.has_value(), "a known kind of value");
    const bool number = *kind == DeliveredValue::Kind::number;
    return StatedValue{{*kind, number ? from.at("number").get<std::int64_t>() : 0},
                       period_at(from),
                       Date::parse(text_of(from, "as_of")).value()};
}

Json of_row(const StatisticsRow& row) {
    return {{"commitment", row.commitment},
            {"party", row.party},
            {"title", row.title},
            {"measure", row.measure},
            {"unit", row.unit},
            {"dimension", row.dimension},
            {"row", row.row},
            {"now", of_value(row.now)},
            {"before", of_value(row.before)}};
}
StatisticsRow to_row(const Json& from) {
    return {text_of(from, "commitment"), text_of(from, "party"),   text_of(from, "title"),
            text_of(from, "measure"),    text_of(from, "unit"),    text_of(from, "dimension"),
            text_of(from, "row"),        to_value(from.at("now")), to_value(from.at("before"))};
}
Json of_economy(const EconomyRow& row) {
    return {{"what", row.what},
            {"payer", row.payer},
            {"planned", json_of(row.planned)},
            {"authorised", json_of(row.authorised)},
            {"paid", json_of(row.paid)}};
}
EconomyRow to_economy(const Json& from) {
    return {text_of(from, "what"), text_of(from, "payer"), money_of(from.at("planned")),
            money_of(from.at("authorised")), money_of(from.at("paid"))};
}

Json of_frozen(const Frozen& frozen) {
    return {{"parts", list_of(frozen.parts, of_part)},
            {"statistics", list_of(frozen.statistics, of_row)},
            {"economy", list_of(frozen.economy, of_economy)}};
}
Frozen to_frozen(const Json& from) {
    return {read_list(from.at("parts"), to_part), read_list(from.at("statistics"), to_row),
            read_list(from.at("economy"), to_economy)};
}

Json of_subject(const Subject& about) {
    Json json{{"agreement", about.agreement.text()}, {"kind", word_of(about.kind)}};
    put_period(json, about.period);
    json["version"] = about.version;
    return json;
}
Subject to_subject(const Json& from) {
    return {AgreementId::parse(text_of(from, "agreement")).value(), enum_at<ReportKind>(from, "kind"), period_at(from),
            from.at("version").get<int>()};
}

}  // namespace

std::string write_template(const Template& layout) {
    return of_template(layout).dump();
}
Template read_template(std::string_view json) {
    return to_template(Json::parse(json));
}
std::string write_saved_template(const SavedTemplate& made) {
    return Json{{"template", of_template(made.layout)}, {"made_on", made.made_on.iso()}, {"made_by", made.made_by}}
        .dump();
}
SavedTemplate read_saved_template(std::string_view json) {
    const Json from = Json::parse(json);
    return {to_template(from.at("template")), Date::parse(text_of(from, "made_on")).value(), text_of(from, "made_by")};
}
std::string write_content(const SectionContent& content) {
    return of_content(content).dump();
}
SectionContent read_content(std::string_view json) {
    return to_content(Json::parse(json));
}
std::string write_frozen(const Frozen& frozen) {
    return of_frozen(frozen).dump();
}
Frozen read_frozen(std::string_view json) {
    return to_frozen(Json::parse(json));
}

std::string write_sent_part(const SentPart& sent) {
    return Json{{"about", of_subject(sent.about)}, {"part", of_part(sent.part)}}.dump();
}
SentPart read_sent_part(std::string_view json) {
    const Json from = Json::parse(json);
    return {to_subject(from.at("about")), to_part(from.at("part"))};
}
std::string write_returned(const ReturnedPart& returned) {
    return Json{{"about", of_subject(returned.about)}, {"party", returned.party}, {"why", returned.why}}.dump();
}
ReturnedPart read_returned(std::string_view json) {
    const Json from = Json::parse(json);
    return {to_subject(from.at("about")), text_of(from, "party"), text_of(from, "why")};
}

std::string write_report(const Report& one) {
    Json json = of_subject(one.about);
    json["state"] = word_of(one.state);
    json["drafted_on"] = one.drafted_on.iso();
    json["submitted_on"] = json_of(one.submitted_on);
    json["approved_on"] = json_of(one.approved_on);
    json["approved_by"] = one.approved_by;
    json["meeting"] = one.meeting;
    json["committee_on"] = json_of(one.committee_on);
    json["committee"] = one.committee;
    json["published"] = one.published;
    json["hash"] = one.hash;
    json["template"] = of_template(one.layout);
    json.update(of_frozen({one.parts, one.statistics, one.economy}));
    return json.dump(2);
}
Report read_report_json(std::string_view text) {
    const Json from = Json::parse(text);
    Report one;
    one.about = to_subject(from);
    one.state = enum_at<State>(from, "state");
    one.drafted_on = Date::parse(text_of(from, "drafted_on")).value();
    one.submitted_on = day_of(from.at("submitted_on"));
    one.approved_on = day_of(from.at("approved_on"));
    one.approved_by = text_of(from, "approved_by");
    one.meeting = text_of(from, "meeting");
    one.committee_on = day_of(from.at("committee_on"));
    one.committee = text_of(from, "committee");
    one.published = from.at("published").get<bool>();
    one.hash = text_of(from, "hash");
    one.layout = to_template(from.at("template"));
    Frozen frozen = to_frozen(from);
    one.parts = std::move(frozen.parts);
    one.statistics = std::move(frozen.statistics);
    one.economy = std::move(frozen.economy);
    return one;
}

}  // namespace samrum::partnership::reports
