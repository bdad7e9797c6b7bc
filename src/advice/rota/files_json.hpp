#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/result.hpp"
#include "foundation/optimise/rota.hpp"

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the rota file reads JSON with: every value judged, every problem noted with its path, nothing thrown at input.
namespace samrum::advice::rota {

/// An object of the document. A member of the wrong kind is a problem and gives the value that follows `otherwise`.
class JsonReader {
  public:
    JsonReader(const void* value, std::string path, base::ProblemList& problems)
        : value_(value), path_(std::move(path)), problems_(&problems) {}

    void problem(std::string_view member, std::string key, base::MessageArgs args = {}) const;
    bool has(std::string_view name) const;
    /// Tells of every member that is not among these.
    void only(std::initializer_list<std::string_view> members) const;

    std::string text(std::string_view name) const;  ///< required
    std::string name(std::string_view name) const;  ///< required: 1 to 100 bytes without control characters
    base::Date date(std::string_view name) const;   ///< required
    int clock(std::string_view name) const;         ///< required: minutes of the day
    /// Whole; `otherwise` when it is not there.
    int integer(std::string_view name, int otherwise, int least, int most) const;
    bool flag(std::string_view name) const;  ///< false when it is not there
    /// The number of one of these words; `otherwise` when it is not there.
    std::size_t choice(std::string_view name, std::span<const std::string_view> words, std::size_t otherwise) const;
    /// Objects; none when it is not there.
    std::vector<JsonReader> list(std::string_view name, std::size_t most) const;
    std::vector<std::string> names(std::string_view name, std::size_t most) const;
    /// An object of minutes.
    std::vector<std::pair<std::string, int>> numbers(std::string_view name, int most) const;

  private:
    std::string at(std::string_view member) const;
    const void* member(std::string_view member) const;

    const void* value_;
    std::string path_;
    base::ProblemList* problems_;
};

/// A parsed document, which its readers must not outlive.
class JsonText {
  public:
    JsonText(std::string_view text, base::ProblemList& problems);
    ~JsonText();
    JsonText(const JsonText&) = delete;
    JsonText& operator=(const JsonText&) = delete;
    JsonReader root() const;

  private:
    struct Document;
    std::unique_ptr<Document> document_;
    base::ProblemList& problems_;
};

std::string breach_key(optimise::rota::Rule rule);  ///< "advice.rota.breach.rest"

}  // namespace samrum::advice::rota
