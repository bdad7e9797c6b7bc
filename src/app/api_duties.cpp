// `/api/v1/rooms/{room}/duties`: what is due, for programs.
#include "app/pages.hpp"
#include "app/tasks.hpp"
#include "foundation/module/api.hpp"
#include "partnership/agreement/actions_phrases.hpp"

#include <nlohmann/json.hpp>

namespace samrum::app {
namespace {

using Json = nlohmann::ordered_json;

const module::ApiOperation kListDuties{.id = "listDuties",
                                       .about = "What is due for the token's owner in the room, the most urgent first.",
                                       .scope = "duties:read",
                                       .answer = "Duty",
                                       .paged = true};

constexpr module::ApiSchema kDutySchema{"Duty", R"({
  "type": "object",
  "required": ["uid", "key", "what", "due", "overdue", "role", "link"],
  "properties": {
    "uid": {"type": "string", "description": "Stays the same for ever."},
    "key": {"type": "string", "description": "What kind it is, the same in every language."},
    "what": {"type": "string", "description": "In the language that Accept-Language asks for."},
    "due": {"type": "string", "format": "date"},
    "overdue": {"type": "boolean"},
    "role": {"type": "string"},
    "link": {"type": ["string", "null"], "description": "Address of the page where it is done."}
  },
  "additionalProperties": false
})"};

Json duty_json(const module::Call& call, const module::Duty& one) {
    const std::string address = one.link.empty() ? "" : call.house.public_address + call.link(one.link);
    return {{"uid", one.uid},
            {"key", one.what.key},
            {"what", partnership::agreement::say_with_days(call.words, one.what)},
            {"due", one.due.iso()},
            {"overdue", one.due < call.today()},
            {"role", module::role_name(one.role)},
            {"link", address.empty() ? Json(nullptr) : Json(address)}};
}

web::Response api_duties(module::Call& call) {
    return module::api_page_of(call, duties_for(call.house, call.room(), call.caller, call.today()),
                               [&](const module::Duty& one) { return duty_json(call, one); });
}

}  // namespace

void add_api(module::Module& own) {
    own.routes.push_back(
        module::api_route(web::Method::get, "/api/v1/rooms/{room}/duties", nullptr, api_duties, kListDuties));
    own.api_schemas.push_back(kDutySchema);
}

}  // namespace samrum::app
