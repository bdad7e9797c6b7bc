#pragma once

namespace samrum::module {
struct Module;
}

namespace samrum::partnership::enquiry {

/// Adds what this room of the slice offers the house.
void add_to(module::Module& partnership);

}  // namespace samrum::partnership::enquiry
