#pragma once
#include "foundation/base/ensure.hpp"
#include "foundation/base/problem.hpp"

#include <utility>
#include <variant>

namespace samrum::base {

/// A value, or every problem that stood in its way.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Problem one) : state_(std::in_place_index<1>, Problems{std::move(one)}) {}
    Result(Problems all) : state_(std::in_place_index<1>, std::move(all)) {
        ensure(!std::get<1>(state_).empty(), "a failed result names at least one problem");
    }

    explicit operator bool() const { return state_.index() == 0; }
    const T& value() const& { return ensure_ok(), std::get<0>(state_); }
    T& value() & { return ensure_ok(), std::get<0>(state_); }
    /// By value, so that `for (x : f().value())` and the like outlive the temporary.
    T value() && { return ensure_ok(), std::get<0>(std::move(state_)); }
    const T& operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }

    /// The problems; empty when there is a value.
    const Problems& problems() const {
        static const Problems none;
        return state_.index() == 1 ? std::get<1>(state_) : none;
    }

  private:
    void ensure_ok() const { ensure(state_.index() == 0, "the value of a failed result was asked for"); }
    std::variant<T, Problems> state_;
};

/// What an action without an answer returns.
struct Done {
    bool operator==(const Done&) const = default;
};

/// Gathers problems while a form or file is read, so that all are told at once.
class ProblemList {
  public:
    void add(Problem one) { all_.push_back(std::move(one)); }
    void add(const Problems& more) { all_.insert(all_.end(), more.begin(), more.end()); }
    /// Takes the value out of a result, or notes its problems under `field` and gives `otherwise`.
    template <class T>
    T take(Result<T> result, const std::string& field, T otherwise = T{}) {
        if (result) return std::move(result).value();
        for (auto one : result.problems()) {
            if (one.field.empty()) one.field = field;
            all_.push_back(std::move(one));
        }
        return otherwise;
    }
    bool empty() const { return all_.empty(); }
    const Problems& all() const { return all_; }

  private:
    Problems all_;
};

}  // namespace samrum::base
