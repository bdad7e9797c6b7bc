#include "registry/model_number.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace samrum::registry {
namespace {

constexpr std::size_t kLongestShape = 40;
constexpr std::size_t kLongestNumber = 40;
constexpr int kYearDigits = 4;
/// More digits than this, and a count that runs for ever would not fit.
constexpr std::size_t kMostDigits = 12;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
/// Letters of any language, and what numbers are put together with.
bool may_stand(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == ' ' || c == '-' ||
           c == '/' || c == ':' || c == '.';
}
bool plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), may_stand) && base::is_utf8(text);
}

/// Takes `digits` off the front: exactly so many, or, with `most`, from `digits` to `most` without needless zeros.
std::optional<std::int64_t> take_digits(std::string_view& text, std::size_t digits, std::size_t most) {
    std::size_t length = 0;
    while (length < text.size() && length < most && is_digit(text[length])) ++length;
    if (length < digits || (length > digits && text.front() == '0')) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + length, value);
    text.remove_prefix(length);
    return value;
}
bool take(std::string_view& text, std::string_view wanted) {
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(wanted.size());
    return true;
}

/// A placeholder of a shape: which, and to how many digits it is filled.
struct Placeholder {
    bool is_year = false;
    int fewest = 1;
};
std::optional<Placeholder> placeholder_of(std::string_view inside) {
    if (inside == "year") return Placeholder{true, kYearDigits};
    if (inside == "number") return Placeholder{false, 1};
    constexpr std::string_view kFilled = "number:";
    if (inside.size() == kFilled.size() + 1 && inside.starts_with(kFilled) && inside.back() >= '1' &&
        inside.back() <= '9')
        return Placeholder{false, inside.back() - '0'};
    return std::nullopt;
}

}  // namespace

base::Result<NumberTemplate> NumberTemplate::parse(std::string_view given) {
    const std::string text = base::trim(given);
    if (text.empty()) return base::problem("", "registry.shape.empty");
    base::ProblemList problems;
    if (text.size() > kLongestShape) problems.add(base::problem("", "registry.shape.too_long"));
    std::vector<std::string> literals(1);
    std::vector<Placeholder> places;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{' && text[at] != '}') {
            literals.back() += text[at];
            continue;
        }
        const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string::npos;
        const auto place = end == std::string::npos
                               ? std::nullopt
                               : placeholder_of(std::string_view(text).substr(at + 1, end - at - 1));
        if (!place) {
            problems.add(base::problem("", "registry.shape.brace"));
            return problems.all();
        }
        places.push_back(*place);
        literals.emplace_back();
        at = end;
    }
    const auto years = std::count_if(places.begin(), places.end(), [](const auto& one) { return one.is_year; });
    const auto numbers = static_cast<std::ptrdiff_t>(places.size()) - years;
    if (numbers == 0) problems.add(base::problem("", "registry.shape.no_number"));
    if (numbers > 1) problems.add(base::problem("", "registry.shape.two_numbers"));
    if (years > 1) problems.add(base::problem("", "registry.shape.two_years"));
    if (!std::all_of(literals.begin(), literals.end(), plain)) problems.add(base::problem("", "registry.shape.sign"));
    // A digit beside a placeholder could be read as part of it.
    for (std::size_t i = 0; i < literals.size(); ++i) {
        const std::string& one = literals[i];
        const bool between = i > 0 && i + 1 < literals.size();
        if ((between && one.empty()) || (i > 0 && !one.empty() && is_digit(one.front())) ||
            (i + 1 < literals.size() && !one.empty() && is_digit(one.back())))
            problems.add(base::problem("", "registry.shape.touching"));
    }
    if (!problems.empty()) return problems.all();

    NumberTemplate made;
    made.text_ = text;
    made.has_year_ = years == 1;
    made.before_ = literals.front();
    made.between_ = made.has_year_ ? literals[1] : "";
    made.after_ = literals.back();
    made.year_first_ = places.front().is_year;
    for (const Placeholder& one : places)
        if (!one.is_year) made.fewest_digits_ = one.fewest;
    return made;
}

std::string NumberTemplate::number(int year, std::int64_t ordinal) const {
    std::string counted = std::to_string(ordinal);
    if (counted.size() < static_cast<std::size_t>(fewest_digits_))
        counted.insert(0, static_cast<std::size_t>(fewest_digits_) - counted.size(), '0');
    if (!has_year_) return before_ + counted + after_;
    const std::string of_year = std::to_string(year);
    return before_ + (year_first_ ? of_year + between_ + counted : counted + between_ + of_year) + after_;
}

std::optional<NumberTemplate::Read> NumberTemplate::read(std::string_view number) const {
    Read found;
    const auto take_year = [&] {
        const auto year = take_digits(number, kYearDigits, kYearDigits);
        found.year = static_cast<int>(year.value_or(0));
        return year.has_value() && *year >= 1900;
    };
    const auto take_ordinal = [&] {
        const auto ordinal = take_digits(number, static_cast<std::size_t>(fewest_digits_), kMostDigits);
        found.ordinal = ordinal.value_or(0);
        return ordinal.has_value() && *ordinal > 0;
    };
    if (!take(number, before_)) return std::nullopt;
    const bool inside = !has_year_    ? take_ordinal()
                        : year_first_ ? take_year() && take(number, between_) && take_ordinal()
                                      : take_ordinal() && take(number, between_) && take_year();
    if (!inside || number != after_) return std::nullopt;
    return found;
}

base::Result<std::string> typed_number(std::string_view given) {
    std::string text = base::trim(given);
    base::ProblemList problems;
    if (text.empty()) return base::problem("", "registry.number.empty");
    if (text.size() > kLongestNumber) problems.add(base::problem("", "registry.number.too_long"));
    if (!plain(text) || text.find("  ") != std::string::npos) problems.add(base::problem("", "registry.number.sign"));
    if (std::none_of(text.begin(), text.end(), is_digit)) problems.add(base::problem("", "registry.number.no_digit"));
    if (!problems.empty()) return problems.all();
    return text;
}

}  // namespace samrum::registry
