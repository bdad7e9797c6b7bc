#pragma once
#include "foundation/base/ensure.hpp"
#include "foundation/base/problem.hpp"

namespace samrum::base {

/// A fault whose cause whoever runs a command can know and mend: a file that is not there, a database that does not
/// answer. It is told in words; of any other fault only the log says more than a reference number.
class ToldFault : public Fault {
  public:
    ToldFault(const std::string& for_log, Message told) : Fault(for_log), told_(std::move(told)) {}
    const Message& told() const { return told_; }

  private:
    Message told_;
};

}  // namespace samrum::base
