#pragma once
#include <source_location>
#include <stdexcept>
#include <string>

namespace samrum::base {

/// An impossible state: the request fails, the server lives, the log tells where.
class Bug : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

/// The world failed (database gone, disk full): thrown, and caught once per door.
class Fault : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Holds an invariant, in release builds too. Never call it on input: bad input is a Problem.
inline void ensure(bool holds, const char* why, std::source_location at = std::source_location::current()) {
    if (!holds) throw Bug(std::string(why) + " (" + at.file_name() + ":" + std::to_string(at.line()) + ")");
}

}  // namespace samrum::base
