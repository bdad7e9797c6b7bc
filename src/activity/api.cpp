#include "activity/api.hpp"

#include "activity/actions_list.hpp"
#include "activity/actions_log.hpp"
#include "activity/actions_permission.hpp"
#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"

#include <nlohmann/json.hpp>

namespace samrum::activity {
namespace {

using Json = nlohmann::ordered_json;
using module::Call;
using web::Method;

constexpr module::ApiSchema kEntrySchema{"ActivityEntry", R"({
  "type": "object",
  "description": "A line of the activity log. What was not recorded is null, never zero; nothing says who came.",
  "required": ["id", "revision", "logged_on", "kind", "day", "start", "place", "activity", "participants", "women",
               "volunteers", "volunteer_minutes", "cancelled", "title", "count", "reason"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "revision": {"type": "integer", "minimum": 1},
    "logged_on": {"type": "string", "format": "date"},
    "kind": {"enum": ["session", "training", "theme_evening", "network_meeting", "workshop", "exchange", "outreach",
                      "other_event", "volunteers_active", "volunteers_joined", "volunteers_left"]},
    "day": {"type": "string", "format": "date"},
    "start": {"type": ["string", "null"], "description": "Planned start, 17:00."},
    "place": {"type": ["string", "null"]},
    "activity": {"type": ["string", "null"]},
    "participants": {"type": ["integer", "null"]},
    "women": {"type": ["integer", "null"]},
    "volunteers": {"type": ["integer", "null"]},
    "volunteer_minutes": {"type": ["integer", "null"]},
    "cancelled": {"type": "boolean"},
    "title": {"type": "string"},
    "count": {"type": ["integer", "null"]},
    "reason": {"type": ["string", "null"]}
  },
  "additionalProperties": false
})"};
constexpr module::ApiSchema kNewEntrySchema{"NewActivityEntry", R"({
  "type": "object",
  "description": "What a person would write in the form for a new line. Places and activities are named by id or name.",
  "required": ["kind", "day"],
  "properties": {
    "kind": {"type": "string"},
    "day": {"type": "string", "format": "date"},
    "start": {"type": "string"},
    "place": {"type": "string"},
    "activity": {"type": "string"},
    "participants": {"type": "integer"},
    "women": {"type": "integer"},
    "volunteers": {"type": "integer"},
    "hours": {"type": "string", "description": "Of all volunteers together: 2.5, 2:30."},
    "cancelled": {"type": "boolean"},
    "title": {"type": "string"},
    "count": {"type": "integer"},
    "reason": {"type": "string"},
    "even_if_same": {"type": "boolean", "description": "It is another occasion than the one logged already."}
  },
  "additionalProperties": false
})"};

const module::ApiOperation kListEntries{
    .id = "listActivityEntries",
    .about = "The activity log of an association's own room, the newest first.",
    .scope = "activity:read",
    .answer = "ActivityEntry",
    .paged = true,
    .query = {{"first", "No line of a day before this one.", R"({"type": "string", "format": "date"})"},
              {"last", "No line of a day after this one.", R"({"type": "string", "format": "date"})"},
              {"q", "Words in the title, or in the name of the place or activity.", R"({"type": "string"})"}}};
const module::ApiOperation kGetEntry{.id = "getActivityEntry",
                                     .about = "One line of the activity log.",
                                     .scope = "activity:read",
                                     .answer = "ActivityEntry"};
const module::ApiOperation kCreateEntry{.id = "createActivityEntry",
                                        .about = "Logs what was done, as the form for a new line does.",
                                        .scope = "activity:write",
                                        .answer = "ActivityEntry",
                                        .takes = "NewActivityEntry",
                                        .status = 201};

Json number_or_null(const std::optional<int>& number) {
    return number ? Json(*number) : Json(nullptr);
}
Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json entry_json(const Entry& entry, const RoomNames& names) {
    const Facts& facts = entry.facts;
    return {{"id", entry.id.text()},
            {"revision", entry.revision},
            {"logged_on", entry.logged_on.iso()},
            {"kind", code_of(facts.kind)},
            {"day", facts.day.iso()},
            {"start", facts.start ? Json(facts.start->iso()) : Json(nullptr)},
            {"place", text_or_null(names.name(facts.place))},
            {"activity", text_or_null(names.name(facts.activity))},
            {"participants", number_or_null(facts.participants)},
            {"women", number_or_null(facts.women)},
            {"volunteers", number_or_null(facts.volunteers)},
            {"volunteer_minutes", number_or_null(facts.volunteer_minutes)},
            {"cancelled", facts.cancelled},
            {"title", facts.title},
            {"count", number_or_null(facts.count)},
            {"reason", facts.reason ? Json(code_of(*facts.reason)) : Json(nullptr)}};
}

/// The member as a person would have typed it; a member of another kind is a problem of its field.
class BodyReader {
  public:
    explicit BodyReader(const Json& body) : body_(body) {}
    std::string text(const char* name) { return take(name, &Json::is_string, "module.api.text"); }
    std::string number(const char* name) { return take(name, &Json::is_number_integer, "module.api.whole_number"); }
    bool flag(const char* name) { return take(name, &Json::is_boolean, "module.api.flag") == "true"; }
    const base::ProblemList& problems() const { return problems_; }

  private:
    std::string take(const char* name, bool (Json::*fits)() const noexcept, const char* problem) {
        const auto found = body_.find(name);
        if (found == body_.end() || found->is_null()) return {};
        if (!((*found).*fits)()) return problems_.add(base::problem(name, problem)), std::string();
        return found->is_string() ? found->get<std::string>() : found->dump();
    }
    const Json& body_;
    base::ProblemList problems_;
};

constexpr std::string_view kMembers[] = {"kind",         "day",   "start",      "place",       "activity",
                                         "participants", "women", "volunteers", "hours",       "cancelled",
                                         "title",        "count", "reason",     "even_if_same"};

Draft draft_in(BodyReader& body) {
    Draft draft;
    draft.kind = body.text("kind");
    draft.day = body.text("day");
    draft.start = body.text("start");
    draft.place = body.text("place");
    draft.activity = body.text("activity");
    draft.participants = body.number("participants");
    draft.women = body.number("women");
    draft.volunteers = body.number("volunteers");
    draft.hours = body.text("hours");
    draft.cancelled = body.flag("cancelled") ? "yes" : "";
    draft.title = body.text("title");
    draft.count = body.number("count");
    draft.reason = body.text("reason");
    return draft;
}

web::Response seen(Call& call, EntryId id, int status) {
    const auto entry = see_entry(call.room(), call.caller, call.today(), id);
    if (!entry) return module::api_problem(call.words, 404, "not_found");
    const RoomNames names = RoomNames::load(call.room(), call.today());
    web::Response response = module::api_answer(call, entry_json(entry->entry, names), status);
    if (status == 201) response.headers.emplace_back("location", std::string(call.request.path) + "/" + id.text());
    return response;
}

web::Response api_entries(Call& call) {
    const auto page = module::api_page(call);
    base::ProblemList problems;
    problems.add(page.problems());
    Filter filter;
    for (const auto& [name, day] : {std::pair{"first", &filter.first}, std::pair{"last", &filter.last}})
        if (const auto typed = call.request.query.get(name); !typed.empty())
            *day = problems.take(base::Date::parse(typed), name, call.today());
    if (!problems.empty()) return module::api_problems(call, problems.all());
    const auto log = list_log(call.room(), call.caller, call.today(), filter, call.request.query.get("q"),
                              static_cast<std::int64_t>(page->limit), static_cast<std::int64_t>(page->offset));
    if (!log) return module::api_problems(call, log.problems());
    Json items = Json::array();
    for (const Entry& one : log->entries) items.push_back(entry_json(one, log->names));
    return module::api_list(call, *page, log->totals.lines, std::move(items));
}

web::Response api_entry(Call& call) {
    const auto id = EntryId::parse(call.part("id"));
    return id ? seen(call, *id, 200) : module::api_problem(call.words, 404, "not_found");
}

web::Response api_new_entry(Call& call) {
    const auto body = module::api_body(call, kMembers);
    if (!body) return module::api_problems(call, body.problems());
    BodyReader reader(*body);
    const Draft draft = draft_in(reader);
    const bool even_if_same = reader.flag("even_if_same");
    const auto id = log_entry(call.room(), call.caller, call.today(), draft, even_if_same, reader.problems().all());
    return id ? seen(call, *id, 201) : module::api_problems(call, id.problems());
}

}  // namespace

void add_api(module::Module& activity) {
    using module::api_route;
    const std::string_view all = "/api/v1/rooms/{room}/activity";
    activity.routes.push_back(api_route(Method::get, all, &kRead, api_entries, kListEntries));
    activity.routes.push_back(api_route(Method::post, all, &kLog, api_new_entry, kCreateEntry));
    activity.routes.push_back(
        api_route(Method::get, "/api/v1/rooms/{room}/activity/{id}", &kRead, api_entry, kGetEntry));
    for (const auto& schema : {kEntrySchema, kNewEntrySchema}) activity.api_schemas.push_back(schema);
}

}  // namespace samrum::activity
