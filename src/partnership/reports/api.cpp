#include "partnership/reports/api.hpp"

#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/reports/actions_read.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::reports {
namespace {

using Json = nlohmann::ordered_json;
using module::Call;
using web::Method;

constexpr module::ApiSchema kReportSchema{"Report", R"({
  "type": "object",
  "description": "A follow-up report that was submitted; drafts are not here.",
  "required": ["id", "agreement", "kind", "period", "version", "state", "submitted_on", "approved_on", "approved_by",
               "published", "hash"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "agreement": {"type": "string", "format": "uuid"},
    "kind": {"type": "string"},
    "period": {"type": "string", "description": "ISO 8601: first/last."},
    "version": {"type": "integer", "minimum": 1},
    "state": {"enum": ["submitted", "approved", "committee"]},
    "submitted_on": {"type": ["string", "null"], "format": "date"},
    "approved_on": {"type": ["string", "null"], "format": "date"},
    "approved_by": {"type": "string"},
    "published": {"type": "boolean", "description": "Anybody may read it."},
    "hash": {"type": "string", "description": "Of the frozen content."}
  },
  "additionalProperties": false
})"};
constexpr module::ApiSchema kReportDetailSchema{"ReportDetail", R"({
  "type": "object",
  "required": ["report", "parts", "statistics"],
  "properties": {
    "report": {"$ref": "#/components/schemas/Report"},
    "parts": {"type": "array", "items": {
      "type": "object",
      "required": ["party", "name", "submitted_on", "sections"],
      "properties": {
        "party": {"type": "string"},
        "name": {"type": "string"},
        "submitted_on": {"type": ["string", "null"], "format": "date"},
        "sections": {"type": "object", "additionalProperties": {"type": "string"}, "description": "Markdown by section."}
      },
      "additionalProperties": false
    }},
    "statistics": {"type": "array", "items": {
      "type": "object",
      "required": ["commitment", "party", "title", "measure", "dimension", "row", "now", "before"],
      "properties": {
        "commitment": {"type": "string"},
        "party": {"type": "string"},
        "title": {"type": "string"},
        "measure": {"type": "string"},
        "dimension": {"type": "string"},
        "row": {"type": "string"},
        "now": {"anyOf": [{"$ref": "#/components/schemas/StatedValue"}, {"type": "null"}]},
        "before": {"anyOf": [{"$ref": "#/components/schemas/StatedValue"}, {"type": "null"}]}
      },
      "additionalProperties": false
    }}
  },
  "additionalProperties": false
})"};
constexpr module::ApiSchema kStatedSchema{"StatedValue", R"({
  "type": "object",
  "required": ["known", "number", "period", "as_of"],
  "properties": {
    "known": {"enum": ["number", "hidden", "unknown"]},
    "number": {"type": ["integer", "null"]},
    "period": {"type": "string"},
    "as_of": {"type": "string", "format": "date"}
  },
  "additionalProperties": false
})"};

const module::ApiOperation kListReports{
    .id = "listReports",
    .about = "The follow-up reports of an agreement that were submitted, the latest period and version first.",
    .scope = "reports:read",
    .answer = "Report",
    .paged = true,
    .query = {{"published", "true: only those that anybody may read.", R"({"type": "boolean"})"}}};
const module::ApiOperation kGetReport{.id = "getReport",
                                      .about = "One submitted report with its parts and figures.",
                                      .scope = "reports:read",
                                      .answer = "ReportDetail"};

Json report_json(const Report& one) {
    return {{"id", one.id.text()},
            {"agreement", one.about.agreement.text()},
            {"kind", word_of(one.about.kind)},
            {"period", one.about.period.iso()},
            {"version", one.about.version},
            {"state", word_of(one.state)},
            {"submitted_on", module::api_day(one.submitted_on)},
            {"approved_on", module::api_day(one.approved_on)},
            {"approved_by", one.approved_by},
            {"published", one.published},
            {"hash", one.hash}};
}

Json part_json(const Part& one) {
    Json sections = Json::object();
    for (const auto& [key, content] : one.sections) sections[key] = content.text;
    return {{"party", one.party},
            {"name", one.name},
            {"submitted_on", module::api_day(one.submitted_on)},
            {"sections", std::move(sections)}};
}

Json stated_json(const std::optional<StatedValue>& one) {
    if (!one) return nullptr;
    const bool known = one->value.kind == DeliveredValue::Kind::number;
    return {{"known", agreement::delivered_kind_name(one->value.kind)},
            {"number", known ? Json(one->value.number) : Json(nullptr)},
            {"period", one->period.iso()},
            {"as_of", one->as_of.iso()}};
}

Json statistics_json(const StatisticsRow& one) {
    return {{"commitment", one.commitment}, {"party", one.party},
            {"title", one.title},           {"measure", one.measure},
            {"dimension", one.dimension},   {"row", one.row},
            {"now", stated_json(one.now)},  {"before", stated_json(one.before)}};
}

/// The submitted reports of the path's agreement; none where the caller may not read it.
std::vector<Report> submitted_in_path(Call& call) {
    const auto id = AgreementId::parse(call.part("id"));
    if (!id) return {};
    auto all = read_reports(call.room(), call.house, call.caller, *id);
    std::erase_if(all, [](const Report& one) { return one.state == State::draft; });
    return all;
}

web::Response api_reports(Call& call) {
    auto all = submitted_in_path(call);
    if (call.request.query.get("published") == "true")
        std::erase_if(all, [](const Report& one) { return !one.published; });
    return module::api_page_of(call, all, report_json);
}

web::Response api_report(Call& call) {
    const auto id = ReportId::parse(call.part("report"));
    for (const Report& one : submitted_in_path(call)) {
        if (!id || one.id != *id) continue;
        Json parts = Json::array();
        for (const Part& part : one.parts) parts.push_back(part_json(part));
        Json statistics = Json::array();
        for (const StatisticsRow& row : one.statistics) statistics.push_back(statistics_json(row));
        return module::api_answer(
            call, {{"report", report_json(one)}, {"parts", std::move(parts)}, {"statistics", std::move(statistics)}});
    }
    return module::api_problem(call.words, 404, "not_found");
}

}  // namespace

void add_api(module::Module& partnership) {
    using module::api_route;
    partnership.routes.push_back(api_route(Method::get, "/api/v1/rooms/{room}/agreements/{id}/reports",
                                           &agreement::kReadAgreements, api_reports, kListReports));
    partnership.routes.push_back(api_route(Method::get, "/api/v1/rooms/{room}/agreements/{id}/reports/{report}",
                                           &agreement::kReadAgreements, api_report, kGetReport));
    for (const auto& schema : {kReportSchema, kReportDetailSchema, kStatedSchema})
        partnership.api_schemas.push_back(schema);
}

}  // namespace samrum::partnership::reports
