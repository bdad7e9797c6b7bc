#pragma once
#include "foundation/module/module.hpp"
#include "partnership/enquiry/model.hpp"

#include <string_view>

namespace samrum::partnership::enquiry {

inline constexpr std::string_view kLetterJob = "partnership.enquiry.letter";

enum class Mailing { received, answered, closed, reopened };

/// Queues a letter to whoever asked, when they gave a contact; the address is looked up when it is sent. `secret` is in
/// the first one only: nobody but them has it, and it is gone when the letter has left.
void write_letter(store::Transaction& tx, const Enquiry& one, Mailing kind, std::string_view secret = {});
/// The job's handler.
void send_letter(module::JobCall& call);

}  // namespace samrum::partnership::enquiry
