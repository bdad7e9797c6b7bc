#include "partnership/agreement/actions_phrases.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

template <class List>
std::string title_of(const List& list, const std::string& key) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.key == key; });
    return found == list.end() || found->title.empty() ? key : found->title;
}

}  // namespace

std::string date_subject(const Agreement& agreement, const KeyDate& date) {
    switch (date.kind) {
        case DateKind::report:
            return title_of(agreement.reports, date.subject);
        case DateKind::instalment:
            return title_of(agreement.amounts, date.subject);
        case DateKind::counted:
            return title_of(agreement.commitments, date.subject);
        case DateKind::joins:
        case DateKind::leaves:
        case DateKind::payer_change:
            return agreement.name_of(date.subject);
        case DateKind::step:
            return date.subject;
        default:
            return "";
    }
}

std::string say_count(const text::Words& words, const std::string& unit, std::int64_t count) {
    const std::string key = "partnership.unit." + unit;
    if (words.has(key)) return words(key, {{"count", count}});
    return words.number(count) + " " + unit;
}

std::string say_target(const text::Words& words, const Target& target) {
    base::MessageArgs args{{"what", say_count(words, target.unit(), target.upper().value_or(target.quantity()))},
                           {"per", say_word(words, "per", target.per())}};
    if (target.bound() == Bound::between) args.emplace_back("from", words.number(target.quantity()));
    return words("partnership.promise." + std::string(word_of(target.bound())), args);
}

std::string say_sum(const text::Words& words, const Sum& sum) {
    if (!sum.is_known()) return words("partnership.sum.unknown");
    if (sum.is_exact()) return words.money(*sum.from());
    return words("partnership.sum.range", {{"from", words.money(*sum.from())}, {"to", words.money(*sum.to())}});
}

std::string say_payable(const text::Words& words, const Payable& payable) {
    if (payable.per == Per::whole_period) return say_sum(words, payable.sum);
    return say_sum(words, payable.sum) + " " + say_word(words, "per", payable.per);
}

std::string say_term(const text::Words& words, const Term& term) {
    if (const auto period = term.period()) return words.period(*period);
    const std::string unknown = words("partnership.term.unknown");
    return words("partnership.term.by_half", {{"first", term.first ? words.date(*term.first) : unknown},
                                              {"last", term.last ? words.date(*term.last) : unknown},
                                              {"stated", term.stated}});
}

std::string say_date(const text::Words& words, const Agreement& agreement, const KeyDate& date) {
    std::string said = words("partnership.date." + std::string(word_of(date.kind)),
                             {{"subject", date_subject(agreement, date)}, {"times", std::int64_t{date.times}}});
    const bool about = date.kind == DateKind::report || date.kind == DateKind::counted;
    if (about && date.covers)
        said = words("partnership.date.about", {{"what", said}, {"period", words.period(*date.covers)}});
    if (date.cut_to) said = words("partnership.date.cut_to", {{"what", said}, {"period", words.period(*date.cut_to)}});
    if (!date.reading.empty()) said = words("partnership.date.by_reading", {{"what", said}, {"reading", date.reading}});
    if (date.undecided) said = words("partnership.date.undecided", {{"what", said}});
    return said;
}

std::string owed_by_names(const Agreement& agreement, const KeyDate& date) {
    std::string names;
    for (const std::string& one : date.owed_by) names += (names.empty() ? "" : ", ") + agreement.name_of(one);
    return names;
}

std::string say_owed_by(const text::Words& words, DateKind kind, const std::string& names) {
    return names.empty() && is_for_all_parties(kind) ? words("partnership.date.all_parties") : names;
}

std::string say_owed_date(const text::Words& words, const Agreement& agreement, const KeyDate& date) {
    const std::string said = say_date(words, agreement, date);
    const std::string who = say_owed_by(words, date.kind, owed_by_names(agreement, date));
    return who.empty() ? said : words("partnership.date.owed_by", {{"what", said}, {"who", who}});
}

std::string say_notice_rule(const text::Words& words, const NoticeRule& rule) {
    return base::trim(words("partnership.notice." + std::string(word_of(rule.on)),
                            {{"months", std::int64_t{rule.months}}, {"dialogue", std::int64_t{rule.after_dialogue}}}));
}

std::string say_notice(const text::Words& words, const NoticeRule& rule) {
    const bool gives_a_day = rule.on == NoticeCase::any_time || rule.on == NoticeCase::end_of_period;
    return say_notice_rule(words, rule) + (gives_a_day ? "" : " " + words("partnership.notice.no_day"));
}

std::string say_with_days(const text::Words& words, const base::Message& message) {
    base::Message said{message.key, {}};
    for (const auto& [name, value] : message.args) {
        const auto* text = std::get_if<std::string>(&value);
        base::MessageValue shown = value;
        if (text)
            if (const auto day = base::Date::parse(*text)) shown = words.date(*day);
        said.args.emplace_back(name, std::move(shown));
    }
    return words(said);
}

}  // namespace samrum::partnership::agreement
