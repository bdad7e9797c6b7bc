#include "partnership/steering/api.hpp"

#include "foundation/module/api.hpp"
#include "foundation/module/module.hpp"
#include "partnership/steering/actions_read.hpp"
#include "partnership/steering/model_permissions.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::steering {
namespace {

using Json = nlohmann::ordered_json;
using agreement::word_of;
using module::Call;
using web::Method;

constexpr module::ApiSchema kMeetingSchema{"Meeting", R"({
  "type": "object",
  "required": ["id", "group", "day", "starts", "ends", "place", "agreements", "state", "settled_on"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "group": {"type": "string", "format": "uuid"},
    "day": {"type": "string", "format": "date"},
    "starts": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"},
    "ends": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"},
    "place": {"type": "string"},
    "agreements": {"type": "array", "items": {"type": "string", "format": "uuid"}},
    "state": {"enum": ["planned", "called", "held", "settled", "cancelled"]},
    "settled_on": {"type": ["string", "null"], "format": "date"}
  },
  "additionalProperties": false
})"};
constexpr module::ApiSchema kMeetingDetailSchema{"MeetingDetail", R"({
  "type": "object",
  "required": ["meeting", "group_name", "items", "actions", "addenda"],
  "properties": {
    "meeting": {"$ref": "#/components/schemas/Meeting"},
    "group_name": {"type": "string"},
    "items": {"type": "array", "items": {"$ref": "#/components/schemas/AgendaItem"}},
    "actions": {"type": "array", "items": {"$ref": "#/components/schemas/Action"}},
    "addenda": {"type": "array", "items": {
      "type": "object",
      "required": ["number", "text", "on", "by"],
      "properties": {"number": {"type": "integer"}, "text": {"type": "string"}, "on": {"type": "string", "format": "date"}, "by": {"type": "string"}},
      "additionalProperties": false
    }}
  },
  "additionalProperties": false
})"};
constexpr module::ApiSchema kItemSchema{"AgendaItem", R"({
  "type": "object",
  "required": ["id", "position", "agreement", "title", "text", "notes", "consensus", "dissent"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "position": {"type": "integer"},
    "agreement": {"type": ["string", "null"], "format": "uuid", "description": "Null: common to all that the meeting treats."},
    "title": {"type": "string"},
    "text": {"type": "string", "description": "Markdown."},
    "notes": {"type": "string", "description": "Markdown."},
    "consensus": {"enum": ["none", "consensus", "disagreement"]},
    "dissent": {"type": "string"}
  },
  "additionalProperties": false
})"};
constexpr module::ApiSchema kActionSchema{"Action", R"({
  "type": "object",
  "description": "What somebody took upon themselves at a meeting.",
  "required": ["id", "agreement", "meeting", "what", "owner", "organisation", "due", "closed_on", "dropped", "outcome"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "agreement": {"type": "string", "format": "uuid"},
    "meeting": {"type": "string", "format": "uuid"},
    "what": {"type": "string"},
    "owner": {"type": "string", "description": "A function."},
    "organisation": {"type": "string", "description": "Key of a party."},
    "due": {"type": "string", "format": "date"},
    "closed_on": {"type": ["string", "null"], "format": "date"},
    "dropped": {"type": "boolean", "description": "Closed without being done."},
    "outcome": {"type": "string"}
  },
  "additionalProperties": false
})"};

const module::ApiOperation kListMeetings{
    .id = "listMeetings",
    .about = "The steering groups' meetings that the token's owner may see, the latest first.",
    .scope = "steering:read",
    .answer = "Meeting",
    .paged = true};
const module::ApiOperation kGetMeeting{.id = "getMeeting",
                                       .about = "One meeting with its agenda, notes and actions.",
                                       .scope = "steering:read",
                                       .answer = "MeetingDetail"};
const module::ApiOperation kListActions{.id = "listActions",
                                        .about = "What was taken upon at meetings, the open ones first, by due day.",
                                        .scope = "steering:read",
                                        .answer = "Action",
                                        .paged = true};

Json meeting_json(const Meeting& one) {
    Json agreements = Json::array();
    for (const AgreementId& id : one.agreements) agreements.push_back(id.text());
    return {{"id", one.id.text()},
            {"group", one.group.text()},
            {"day", one.day.iso()},
            {"starts", one.starts.iso()},
            {"ends", one.ends.iso()},
            {"place", one.place},
            {"agreements", std::move(agreements)},
            {"state", word_of(one.state)},
            {"settled_on", module::api_day(one.settled_on)}};
}

Json item_json(const Item& one) {
    return {{"id", one.id.text()},
            {"position", one.position},
            {"agreement", one.agreement ? Json(one.agreement->text()) : Json(nullptr)},
            {"title", one.title},
            {"text", one.text},
            {"notes", one.notes},
            {"consensus", word_of(one.consensus)},
            {"dissent", one.dissent}};
}

Json action_json(const Action& one) {
    return {{"id", one.id.text()},
            {"agreement", one.agreement.text()},
            {"meeting", one.meeting.text()},
            {"what", one.what},
            {"owner", one.owner},
            {"organisation", one.organisation},
            {"due", one.due.iso()},
            {"closed_on", module::api_day(one.closed_on)},
            {"dropped", one.dropped},
            {"outcome", one.outcome}};
}

web::Response api_meetings(Call& call) {
    return module::api_page_of(call, all_meetings(call.room(), call.caller), meeting_json);
}

web::Response api_actions(Call& call) {
    return module::api_page_of(call, actions_of(call.room(), call.caller), action_json);
}

web::Response api_meeting(Call& call) {
    const auto id = MeetingId::parse(call.part("id"));
    const auto read = id ? find_meeting(call.room(), call.caller, *id) : std::nullopt;
    if (!read) return module::api_problem(call.words, 404, "not_found");
    Json items = Json::array();
    for (const Item& one : read->items) items.push_back(item_json(one));
    Json actions = Json::array();
    for (const Action& one : read->actions) actions.push_back(action_json(one));
    Json addenda = Json::array();
    for (const Addendum& one : read->addenda)
        addenda.push_back({{"number", one.number}, {"text", one.text}, {"on", one.on.iso()}, {"by", one.by}});
    return module::api_answer(call, {{"meeting", meeting_json(read->meeting)},
                                     {"group_name", read->group},
                                     {"items", std::move(items)},
                                     {"actions", std::move(actions)},
                                     {"addenda", std::move(addenda)}});
}

}  // namespace

void add_api(module::Module& partnership) {
    using module::api_route;
    const auto get = [&](std::string_view pattern, web::Response (*handle)(Call&), const module::ApiOperation& api) {
        partnership.routes.push_back(api_route(Method::get, pattern, &kReadSteering, handle, api));
    };
    get("/api/v1/rooms/{room}/steering/meetings", api_meetings, kListMeetings);
    get("/api/v1/rooms/{room}/steering/meetings/{id}", api_meeting, kGetMeeting);
    get("/api/v1/rooms/{room}/steering/actions", api_actions, kListActions);
    for (const auto& schema : {kMeetingSchema, kMeetingDetailSchema, kItemSchema, kActionSchema})
        partnership.api_schemas.push_back(schema);
}

}  // namespace samrum::partnership::steering
