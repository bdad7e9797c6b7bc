#pragma once
#include "foundation/base/result.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace samrum::base {

/// A UUID (RFC 9562).
class Uuid {
  public:
    constexpr Uuid() = default;
    /// Version 7: begins with the time, so rows come in order. Never for anything anonymous.
    static Uuid ordered();
    /// Version 4: all random, for anonymous rows and secrets that name things.
    static Uuid random();
    /// Reads the 36-character text form. Problem `base.id.unreadable`.
    static Result<Uuid> parse(std::string_view text);
    std::string text() const;
    bool is_nil() const { return *this == Uuid{}; }
    auto operator<=>(const Uuid&) const = default;

  private:
    std::array<std::uint8_t, 16> bytes_{};
};

/// The id of one kind of thing: ids of different kinds do not mix.
template <class Kind>
class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(Uuid uuid) : uuid_(uuid) {}
    static Id ordered() { return Id{Uuid::ordered()}; }
    static Id random() { return Id{Uuid::random()}; }
    static Result<Id> parse(std::string_view text) {
        auto uuid = Uuid::parse(text);
        if (!uuid) return uuid.problems();
        return Id{*uuid};
    }
    Uuid uuid() const { return uuid_; }
    std::string text() const { return uuid_.text(); }
    bool is_nil() const { return uuid_.is_nil(); }
    auto operator<=>(const Id&) const = default;

  private:
    Uuid uuid_;
};

}  // namespace samrum::base
