#pragma once
#include "foundation/module/module.hpp"

namespace samrum::partnership::enquiry {

/// The enquiries, for whoever handles them: looked up when they search, since what was asked stands in no index.
module::SearchSource enquiry_search();

}  // namespace samrum::partnership::enquiry
