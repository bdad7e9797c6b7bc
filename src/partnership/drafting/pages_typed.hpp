#pragma once
#include "foundation/base/result.hpp"
#include "foundation/base/text.hpp"
#include "foundation/web/http.hpp"
#include "partnership/drafting/model_part.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::drafting {

inline constexpr std::size_t kMostRows = 200;  ///< as many as a list of an agreement file may have

/// The fields of a form, read one by one; what cannot be read is noted beside its field.
class Typed {
  public:
    Typed(const web::Fields& form, base::ProblemList& problems) : form_(form), problems_(problems) {}

    std::string text(const std::string& field) const {
        std::string value(form_.get(field));
        std::erase(value, '\r');
        return base::trim(value);
    }
    std::vector<std::string> every(const std::string& field) const {
        std::vector<std::string> all;
        for (const std::string_view one : form_.every(field))
            if (!one.empty()) all.emplace_back(one);
        return all;
    }
    std::optional<base::Date> day(const std::string& field) const {
        const std::string value = text(field);
        if (value.empty()) return std::nullopt;
        const auto read = base::Date::parse(value);
        if (read) return *read;
        refuse(read.problems(), "", field);
        return std::nullopt;
    }
    /// Whole numbers as people write them: "1 400".
    std::optional<std::int64_t> whole(const std::string& field) const;
    template <class E>
    E word(const std::string& field, E otherwise) const {
        return agreement::value_of<E>(text(field)).value_or(otherwise);
    }
    /// Calls `each` for "list[1]", "list[2]" … as far as the form has the field.
    void rows(const std::string& list, const char* field, const std::function<void(const std::string&)>& each) const {
        for (std::size_t i = 0; i < kMostRows && form_.has(agreement::item(list, i) + field); ++i)
            each(agreement::item(list, i));
    }
    /// Notes problems: those without a field beside `otherwise`, the others with `prefix` before theirs.
    void refuse(const base::Problems& found, const std::string& prefix, const std::string& otherwise = {}) const {
        for (base::Problem one : found) {
            one.field = one.field.empty() ? (otherwise.empty() ? prefix + "quantity" : otherwise) : prefix + one.field;
            problems_.add(std::move(one));
        }
    }
    base::ProblemList& problems() const { return problems_; }

  private:
    const web::Fields& form_;
    base::ProblemList& problems_;
};

// The groups of pages_facts_more.cpp.
void add_reports(const Agreement& draft, web::Fields& fields);
void apply_reports(const Typed& typed, Agreement& draft);
void add_money(const Agreement& draft, web::Fields& fields);
void apply_money(const Typed& typed, Agreement& draft);
void add_ending(const Agreement& draft, web::Fields& fields);
void apply_ending(const Typed& typed, Agreement& draft);

}  // namespace samrum::partnership::drafting
