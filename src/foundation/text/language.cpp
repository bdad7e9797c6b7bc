#include "foundation/text/language.hpp"

#include "foundation/text/icu.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>

namespace samrum::text {
namespace {

void ensure_icu(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) throw base::Fault(std::string("ICU ") + what + ": " + u_errorName(status));
}

/// The locale whose data a language uses: English as written in Europe, day before month; everywhere the Gregorian
/// calendar and the digits 0–9, so that figures and tickets look the same beside the Swedish text.
icu::Locale locale_of(std::string_view language) {
    icu::Locale locale = language == "en" ? icu::Locale("en", "GB") : icu::Locale(std::string(language).c_str());
    UErrorCode status = U_ZERO_ERROR;
    locale.setKeywordValue("calendar", "gregorian", status);
    locale.setKeywordValue("numbers", "latn", status);
    ensure_icu(status, "locale");
    return locale;
}

icu::number::LocalizedNumberFormatter formatter(const icu::Locale& locale) {
    return icu::number::NumberFormatter::withLocale(locale).roundingMode(UNUM_ROUND_HALFUP);
}

Numerals numerals_of(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    Numerals made{
        std::unique_ptr<const icu::PluralRules>(icu::PluralRules::forLocale(locale, status)),
        std::unique_ptr<const icu::PluralRules>(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_ORDINAL, status)),
        formatter(locale)};
    ensure_icu(status, "plural rules");
    return made;
}

/// A date pattern of CLDR (`d MMMM y`), read once. icu::SimpleDateFormat may not be shared by threads.
class DatePattern {
  public:
    DatePattern(const icu::Locale& locale, const char16_t* skeleton) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::DateTimePatternGenerator> best(
            icu::DateTimePatternGenerator::createInstance(locale, status));
        ensure_icu(status, "date patterns");
        read(best->getBestPattern(skeleton, status));
        const icu::DateFormatSymbols symbols(locale, status);
        ensure_icu(status, "month names");
        int32_t count = 0;
        const auto context = standalone_ ? icu::DateFormatSymbols::STANDALONE : icu::DateFormatSymbols::FORMAT;
        const icu::UnicodeString* names = symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
        for (std::size_t i = 0; i < months_.size(); ++i) months_[i] = utf8(names[i]);
    }

    std::string format(base::Date day) const {
        std::string out;
        for (const auto& [field, literal] : pieces_) {
            if (field == 'd') out += std::to_string(day.day());
            if (field == 'M') out += months_[day.month() - 1];
            if (field == 'y') out += std::to_string(day.year());
            out += literal;
        }
        return out;
    }

  private:
    struct Piece {
        char field;  ///< d, M, y, or 0 for a literal
        std::string literal;
    };

    void read(const icu::UnicodeString& pattern) {
        std::string literal;
        bool quoted = false;
        for (int32_t i = 0; i < pattern.length(); ++i) {
            const char16_t c = pattern[i];
            if (c == u'\'') {
                quoted = !quoted;
            } else if (quoted || c > 127 || !std::isalpha(static_cast<int>(c))) {
                literal += utf8(icu::UnicodeString(c));
            } else {
                if (!std::strchr("dMLy", static_cast<int>(c)))
                    throw base::Fault("a date pattern of CLDR with more than days, months and years");
                pieces_.push_back({0, std::exchange(literal, {})});
                pieces_.push_back({c == u'L' ? 'M' : static_cast<char>(c), ""});
                standalone_ = standalone_ || c == u'L';
                while (i + 1 < pattern.length() && pattern[i + 1] == c) ++i;
            }
        }
        pieces_.push_back({0, literal});
    }

    std::vector<Piece> pieces_;
    std::array<std::string, 12> months_;
    bool standalone_ = false;
};

constexpr int kMostDigits = 4;
/// A formatter for each number of decimals: making one costs twenty times a use.
using Fractions = std::array<icu::number::LocalizedNumberFormatter, kMostDigits>;

Fractions fractions_of(const icu::number::LocalizedNumberFormatter& how) {
    Fractions all;
    for (int digits = 0; digits < kMostDigits; ++digits)
        all[static_cast<std::size_t>(digits)] = how.precision(icu::number::Precision::fixedFraction(digits));
    return all;
}

class LocalWords final : public Words {
  public:
    LocalWords(std::string tag, const icu::Locale& locale, bool right_to_left, std::shared_ptr<const Messages> messages)
        : tag_(std::move(tag)),
          right_to_left_(right_to_left),
          messages_(std::move(messages)),
          numerals_(numerals_of(locale)),
          fractions_(fractions_of(numerals_.whole)),
          percents_(
              fractions_of(numerals_.whole.unit(icu::NoUnit::percent()).scale(icu::number::Scale::powerOfTen(2)))),
          date_(locale, u"yMMMMd"),
          month_(locale, u"yMMMM") {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(locale, status);
        ensure_icu(status, "weekday names");
        int32_t count = 0;
        const auto* names =
            symbols.getWeekdays(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
        for (std::size_t i = 0; i < 7; ++i) weekdays_[i] = utf8(names[i + 1]);  // ICU: 1 Sunday … 7 Saturday
    }

    std::string_view language() const override { return tag_; }
    bool right_to_left() const override { return right_to_left_; }
    bool has(std::string_view key) const override { return messages_->find(key) != messages_->end(); }

    std::string operator()(std::string_view key, const base::MessageArgs& args) const override {
        const auto found = messages_->find(key);
        if (found == messages_->end()) throw base::Bug("no catalogue holds the message " + std::string(key));
        return found->second.format(args, numerals_, right_to_left_);
    }

    std::string number(std::int64_t value) const override {
        UErrorCode status = U_ZERO_ERROR;
        return utf8(numerals_.whole.formatInt(value, status).toString(status));
    }
    std::string decimal(double value, int digits) const override { return fraction(fractions_, value, digits); }
    std::string percent(double share, int digits) const override { return fraction(percents_, share, digits); }
    std::string money(base::Money value) const override {
        const bool has_ore = value.ore % 100 != 0;
        const double kronor = static_cast<double>(value.ore) / 100;  // exact to the öre up to 10^15 öre
        return say("text.money", {{"amount", has_ore ? decimal(kronor, 2) : number(value.ore / 100)}});
    }

    std::string date(base::Date value) const override { return date_.format(value); }
    std::string month(base::Date value) const override { return month_.format(value); }
    std::string weekday(base::Date value) const override { return weekdays_[value.weekday() % 7]; }
    std::string period(const base::Period& value) const override {
        if (!value.last()) return say("text.period.open", {{"first", date(value.first())}});
        if (*value.last() == value.first()) return date(value.first());
        return say("text.period.closed", {{"first", date(value.first())}, {"last", date(*value.last())}});
    }
    std::string time(base::ClockTime value) const override {
        return say("text.time", {{"hour", fmt::format("{:02}", value.minutes / 60)},
                                 {"minute", fmt::format("{:02}", value.minutes % 60)}});
    }
    std::string times(base::ClockTime from, base::ClockTime to) const override {
        return say("text.times", {{"from", time(from)}, {"to", time(to)}});
    }
    std::string moment(base::Instant value) const override {
        return say("text.moment",
                   {{"date", date(base::swedish_day(value))}, {"time", time(base::swedish_time(value))}});
    }

  private:
    /// A message of this folder. Figures and dates are not isolated inside it: whoever shows the whole isolates that.
    std::string say(std::string_view key, const base::MessageArgs& args) const {
        const auto found = messages_->find(key);
        base::ensure(found != messages_->end(), "every language has the messages text.…");
        return found->second.format(args, numerals_, false);
    }

    static std::string fraction(const Fractions& by_digits, double value, int digits) {
        base::ensure(digits >= 0 && digits < kMostDigits, "decimals are few");
        UErrorCode status = U_ZERO_ERROR;
        return utf8(by_digits[static_cast<std::size_t>(digits)].formatDouble(value, status).toString(status));
    }

    std::string tag_;
    bool right_to_left_;
    std::shared_ptr<const Messages> messages_;
    Numerals numerals_;
    Fractions fractions_;
    Fractions percents_;
    DatePattern date_;
    DatePattern month_;
    std::array<std::string, 7> weekdays_;
};

}  // namespace

bool is_known_language(std::string_view language) {
    int32_t count = 0;
    const icu::Locale* all = icu::Locale::getAvailableLocales(count);
    return std::any_of(all, all + count, [&](const icu::Locale& one) {
        std::string name = one.getName();  // "fa_AF"
        std::replace(name.begin(), name.end(), '_', '-');
        return language == name;
    });
}

std::unique_ptr<const Words> make_words(std::string tag, std::string_view language, bool right_to_left,
                                        std::shared_ptr<const Messages> messages) {
    const icu::Locale locale = locale_of(language);
    return std::make_unique<LocalWords>(std::move(tag), locale, right_to_left || locale.isRightToLeft(),
                                        std::move(messages));
}

}  // namespace samrum::text
