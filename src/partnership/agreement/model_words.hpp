#pragma once
#include "foundation/base/ensure.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

/// An enum value and its one word in files, JSON and the database. Every enum of the slice has
/// `constexpr std::span<const Word<E>> words_of(E)` beside it.
template <class E>
struct Word {
    E value;
    std::string_view word;
};

/// The word of a value: "at_least".
template <class E>
std::string_view word_of(E value) {
    for (const Word<E>& one : words_of(E{}))
        if (one.value == value) return one.word;
    base::ensure(false, "every enum value has a word");
    return {};
}

/// The value of a word, if it is one.
template <class E>
std::optional<E> value_of(std::string_view word) {
    for (const Word<E>& one : words_of(E{}))
        if (one.word == word) return one.value;
    return std::nullopt;
}

/// The field path of a list's item, counted from 1 as people do: "commitments[2]".
inline std::string item(std::string_view list, std::size_t index) {
    return std::string(list) + "[" + std::to_string(index + 1) + "]";
}

/// Who chose between readings, and which: a decision of a person, never of the program.
struct Choice {
    std::string reading;  ///< key of the chosen reading
    std::string by;       ///< function, not a name: "utvecklingschef"
    std::string motivation;
    bool operator==(const Choice&) const = default;
};

/// One way to read a promise that its source states.
template <class T>
struct Reading {
    std::string key;
    T value;
    std::string source;  ///< where it stands: "Ekonomi: per kalenderår"
    bool operator==(const Reading&) const = default;
};

/// What an agreement says once, or contradicts itself about: then every reading is kept until a person chooses.
template <class T>
struct Readings {
    std::vector<Reading<T>> all;
    std::optional<Choice> choice;

    /// The only reading or the chosen one; null while several stand.
    const Reading<T>* settled() const {
        if (all.size() == 1) return &all.front();
        if (choice)
            for (const auto& one : all)
                if (one.key == choice->reading) return &one;
        return nullptr;
    }
    bool contradict() const { return all.size() > 1 && !settled(); }
    bool empty() const { return all.empty(); }
    bool operator==(const Readings&) const = default;
};

}  // namespace samrum::partnership::agreement
