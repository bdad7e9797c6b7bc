#pragma once
#include "foundation/module/call.hpp"

namespace samrum::search {

/// `/{room}/search?q=…&kind=…&page=…`: what the signed-in may see in the room.
web::Response search_page(module::Call& call);

}  // namespace samrum::search
