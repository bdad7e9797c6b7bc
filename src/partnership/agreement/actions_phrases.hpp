#pragma once
#include "foundation/text/words.hpp"
#include "partnership/agreement/rules_dates.hpp"

#include <string>

/// How promises, sums and days are said in the reader's language: the pages and the commands say them alike.
namespace samrum::partnership::agreement {

/// "64 tillfällen"; a unit of the town's own is said as it is written.
std::string say_count(const text::Words& words, const std::string& unit, std::int64_t count);
/// "minst 64 tillfällen per överenskommelseår"
std::string say_target(const text::Words& words, const Target& target);
/// "520 000 kr", "400 000–500 000 kr", "inte känt"
std::string say_sum(const text::Words& words, const Sum& sum);
/// The same with its stretch where it has one: "125 000 kr per kalenderår"
std::string say_payable(const text::Words& words, const Payable& payable);
/// "1 juli 2019–30 juni 2021", or what is known of it
std::string say_term(const text::Words& words, const Term& term);
/// What happens on the day: "Halvårsrapport om 1 juli 2019–31 december 2019"
std::string say_date(const text::Words& words, const Agreement& agreement, const KeyDate& date);
/// What a date is about, in the file's own words: the report's title, the payer's name; empty where its kind says all.
std::string date_subject(const Agreement& agreement, const KeyDate& date);
/// Whose it is to do, by name: "Socialförvaltningen"; all the parties', or empty where the day asks nobody.
std::string say_owed_by(const text::Words& words, DateKind kind, const std::string& names);
std::string owed_by_names(const Agreement& agreement, const KeyDate& date);
/// say_date() with whose it is to do behind it.
std::string say_owed_date(const text::Words& words, const Agreement& agreement, const KeyDate& date);
/// The rule behind a right to end the agreement early, as an agreement would say it.
std::string say_notice_rule(const text::Words& words, const NoticeRule& rule);
/// The same, and that no day follows from it where none does.
std::string say_notice(const text::Words& words, const NoticeRule& rule);
/// A message of the rules, whose days are ISO 8601, with its days in words: "Sista dagen är 30 juni 2021."
std::string say_with_days(const text::Words& words, const base::Message& message);
/// The word of an enum value in the reader's language: `partnership.amount_kind.fixed`.
template <class E>
std::string say_word(const text::Words& words, const char* group, E value) {
    return words("partnership." + std::string(group) + "." + std::string(word_of(value)));
}

}  // namespace samrum::partnership::agreement
