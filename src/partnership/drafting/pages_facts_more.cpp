#include "foundation/text/words.hpp"
#include "partnership/agreement/rules_typed.hpp"
#include "partnership/drafting/pages_typed.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>

/// Reports, money and how it ends: what the forms say of a draft, and what is typed in them.
namespace samrum::partnership::drafting {

using agreement::item;
using web::Fields;

std::optional<std::int64_t> Typed::whole(const std::string& field) const {
    constexpr std::size_t kLongest = 12;
    std::string digits;
    for (const char c : text(field))
        if (c != ' ' && c != '\xa0' && c != '\xc2') digits += c;
    if (digits.empty()) return std::nullopt;
    const bool is_number =
        digits.size() <= kLongest && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (is_number) return std::stoll(digits);
    problems_.add(base::problem(field, "partnership.drafting.not_a_number"));
    return std::nullopt;
}

namespace {

std::string iso_of(const std::optional<base::Date>& one) {
    return one ? one->iso() : std::string();
}

template <class Item>
Item had(const std::vector<Item>& before, const std::string& key) {
    for (const Item& one : before)
        if (!key.empty() && one.key == key) return one;
    return {};
}
/// "report-1", "report-2" …: the first one that is free.
template <class List>
std::string numbered_key(const List& list, const std::string& stem) {
    for (int number = 1;; ++number) {
        std::string key = stem + "-" + std::to_string(number);
        if (std::ranges::none_of(list, [&](const auto& one) { return one.key == key; })) return key;
    }
}

std::optional<base::Money> money_of(const Typed& typed, const std::string& field, const std::string& value) {
    if (value.empty()) return std::nullopt;
    const auto sum = base::Money::parse(value);
    if (sum) return *sum;
    typed.refuse(sum.problems(), "", field);
    return std::nullopt;
}

/// A payment a line: its day, then its sum where it is settled.
std::string payments_text(const agreement::InstalmentCalendar& calendar) {
    std::string out;
    for (const agreement::Instalment& one : calendar.payments)
        out += (one.day ? one.day->iso() : "-") + (one.amount ? " " + agreement::typed_kronor(*one.amount) : "") + "\n";
    return out;
}
std::vector<agreement::Instalment> payments_of(const Typed& typed, const std::string& field) {
    std::vector<agreement::Instalment> all;
    const std::string lines = typed.text(field);
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        const std::string line = base::trim(lines.substr(at, end - at));
        at = end + 1;
        if (line.empty()) continue;
        const std::size_t space = std::min(line.find(' '), line.size());
        agreement::Instalment one;
        const auto day = base::Date::parse(line.substr(0, space));
        if (day)
            one.day = *day;
        else if (line.substr(0, space) != "-")
            typed.refuse(day.problems(), "", field);
        one.amount = money_of(typed, field, base::trim(line.substr(space)));
        all.push_back(one);
    }
    return all;
}

void take_sum(const Typed& typed, const std::string& at, agreement::Amount& one) {
    if (one.sums.all.size() > 1) return;  // several readings are written in the file
    const bool had_range =
        one.sums.all.size() == 1 && one.sums.all[0].value.sum.is_known() && !one.sums.all[0].value.sum.is_exact();
    const std::string typed_sum = typed.text(at + ".amount");
    if (had_range && typed_sum.empty()) return;
    const auto sum = money_of(typed, at + ".amount", typed_sum);
    one.sums.all.clear();
    one.sums.all.push_back({"",
                            {sum ? agreement::Sum::exact(*sum) : agreement::Sum(),
                             typed.word<agreement::Per>(at + ".per", agreement::Per::whole_period)},
                            ""});
    if (!sum) one.kind = agreement::AmountKind::unknown;
}

void take_calendar(const Typed& typed, const std::string& at, agreement::Amount& one) {
    if (one.instalments.size() > 1) return;  // a change of calendar is written in the file
    auto payments = payments_of(typed, at + ".payments");
    const auto times = typed.whole(at + ".times_per_year");
    const bool yearly_days = one.instalments.size() == 1 && !one.instalments[0].each_year.empty();
    if (payments.empty() && !times && yearly_days) return;
    one.instalments.clear();
    if (payments.empty() && !times) return;
    agreement::InstalmentCalendar calendar;
    calendar.payments = std::move(payments);
    if (calendar.payments.empty()) calendar.times_per_year = static_cast<int>(std::min<std::int64_t>(*times, 1000));
    one.instalments.push_back(std::move(calendar));
}

}  // namespace

void add_reports(const Agreement& draft, Fields& fields) {
    for (std::size_t i = 0; i < draft.reports.size(); ++i) {
        const agreement::Report& one = draft.reports[i];
        const std::string at = item("reports", i);
        fields.add(at + ".key", one.key);
        fields.add(at + ".title", one.title);
        fields.add(at + ".kind", std::string(word_of(one.kind)));
        for (const std::string& from : one.from) fields.add(at + ".from", from);
        fields.add(at + ".to", one.to);
        fields.add(at + ".per", std::string(word_of(one.per)));
        fields.add(at + ".days_after", one.days_after ? std::to_string(*one.days_after) : "");
        std::string due;
        for (const base::Date& day : one.due) due += (due.empty() ? "" : "\n") + day.iso();
        fields.add(at + ".due", due);
    }
    if (!draft.steering) return;
    for (std::size_t i = 0; i < draft.steering->members.size(); ++i) {
        const agreement::SteeringMember& one = draft.steering->members[i];
        const std::string at = item("steering.members", i);
        fields.add(at + ".function", one.function);
        fields.add(at + ".organisation", one.organisation);
        if (one.convener) fields.add(at + ".convener", "yes");
    }
    if (!draft.steering->meetings) return;
    fields.add("steering.meetings.times", std::to_string(draft.steering->meetings->times));
    fields.add("steering.meetings.per", std::string(word_of(draft.steering->meetings->per)));
}

void apply_reports(const Typed& typed, Agreement& draft) {
    const auto before = std::move(draft.reports);
    draft.reports.clear();
    typed.rows("reports", ".title", [&](const std::string& at) {
        agreement::Report one = had(before, typed.text(at + ".key"));
        one.title = typed.text(at + ".title");
        if (one.title.empty()) return;
        if (one.key.empty()) one.key = numbered_key(draft.reports, "report");
        one.kind = typed.word<agreement::ReportKind>(at + ".kind", agreement::ReportKind::other);
        one.from = typed.every(at + ".from");
        one.to = typed.text(at + ".to");
        one.per = typed.word<agreement::Per>(at + ".per", agreement::Per::whole_period);
        const auto days = typed.whole(at + ".days_after");
        one.days_after = days ? std::optional(static_cast<int>(std::min<std::int64_t>(*days, 3650))) : std::nullopt;
        one.due.clear();
        for (const agreement::Instalment& day : payments_of(typed, at + ".due"))
            if (day.day) one.due.push_back(*day.day);
        draft.reports.push_back(std::move(one));
    });
    agreement::Steering steering = draft.steering.value_or(agreement::Steering{});
    steering.members.clear();
    typed.rows("steering.members", ".function", [&](const std::string& at) {
        const std::string function = typed.text(at + ".function");
        if (!function.empty())
            steering.members.push_back(
                {function, typed.text(at + ".organisation"), typed.text(at + ".convener") == "yes"});
    });
    if (const auto times = typed.whole("steering.meetings.times")) {
        agreement::Rhythm rhythm = steering.meetings.value_or(agreement::Rhythm{});
        rhythm.times = static_cast<int>(std::min<std::int64_t>(*times, 1000));
        rhythm.per = typed.word<agreement::Per>("steering.meetings.per", agreement::Per::half_year);
        steering.meetings = rhythm;
    } else {
        steering.meetings.reset();
    }
    const bool says_nothing = steering == agreement::Steering{};
    draft.steering = says_nothing ? std::nullopt : std::optional(std::move(steering));
}

void add_money(const Agreement& draft, Fields& fields) {
    for (std::size_t i = 0; i < draft.amounts.size(); ++i) {
        const agreement::Amount& one = draft.amounts[i];
        const std::string at = item("amounts", i);
        fields.add(at + ".key", one.key);
        fields.add(at + ".title", one.title);
        fields.add(at + ".payer", one.payer);
        fields.add(at + ".recipient", one.recipient);
        fields.add(at + ".kind", std::string(word_of(one.kind)));
        fields.add(at + ".first", iso_of(one.first));
        fields.add(at + ".last", iso_of(one.last));
        fields.add(at + ".part", one.part);
        if (one.sums.all.size() == 1) {
            const agreement::Payable& payable = one.sums.all.front().value;
            fields.add(at + ".amount", payable.sum.is_exact() ? agreement::typed_kronor(*payable.sum.from()) : "");
            fields.add(at + ".per", std::string(word_of(payable.per)));
        }
        if (one.instalments.size() != 1) continue;
        const agreement::InstalmentCalendar& calendar = one.instalments.front();
        fields.add(at + ".times_per_year", calendar.times_per_year ? std::to_string(*calendar.times_per_year) : "");
        fields.add(at + ".payments", payments_text(calendar));
    }
    fields.add("agreement.unused_money", std::string(word_of(draft.unused_money)));
}

void apply_money(const Typed& typed, Agreement& draft) {
    const auto before = std::move(draft.amounts);
    draft.amounts.clear();
    typed.rows("amounts", ".title", [&](const std::string& at) {
        agreement::Amount one = had(before, typed.text(at + ".key"));
        one.title = typed.text(at + ".title");
        if (one.title.empty()) return;
        if (one.key.empty()) one.key = numbered_key(draft.amounts, "amount");
        one.payer = typed.text(at + ".payer");
        one.recipient = typed.text(at + ".recipient");
        one.kind = typed.word<agreement::AmountKind>(at + ".kind", agreement::AmountKind::fixed);
        one.first = typed.day(at + ".first");
        one.last = typed.day(at + ".last");
        one.part = typed.text(at + ".part");
        take_sum(typed, at, one);
        take_calendar(typed, at, one);
        draft.amounts.push_back(std::move(one));
    });
    draft.unused_money = typed.word<agreement::UnusedMoney>("agreement.unused_money", draft.unused_money);
}

void add_ending(const Agreement& draft, Fields& fields) {
    for (std::size_t i = 0; i < draft.notice.size(); ++i) {
        const agreement::NoticeRule& one = draft.notice[i];
        const std::string at = item("notice", i);
        fields.add(at + ".case", std::string(word_of(one.on)));
        fields.add(at + ".months", std::to_string(one.months));
        if (one.after_dialogue) fields.add(at + ".after_dialogue", "yes");
        fields.add(at + ".text", one.text);
    }
    if (draft.termination) {
        fields.add("termination", "yes");
        if (draft.termination->after_time_to_mend) fields.add("termination.after_time_to_mend", "yes");
        fields.add("termination.repayment", std::string(word_of(draft.termination->repayment)));
        fields.add("termination.text", draft.termination->text);
    }
    fields.add("agreement.disputes", draft.disputes);
}

void apply_ending(const Typed& typed, Agreement& draft) {
    draft.notice.clear();
    typed.rows("notice", ".months", [&](const std::string& at) {
        const auto months = typed.whole(at + ".months");
        if (!months) return;
        draft.notice.push_back({typed.word<agreement::NoticeCase>(at + ".case", agreement::NoticeCase::any_time),
                                static_cast<int>(std::min<std::int64_t>(*months, 1000)),
                                typed.text(at + ".after_dialogue") == "yes", typed.text(at + ".text")});
    });
    draft.termination.reset();
    if (typed.text("termination") == "yes")
        draft.termination = agreement::Termination{
            typed.text("termination.after_time_to_mend") == "yes",
            typed.word<agreement::Repayment>("termination.repayment", agreement::Repayment::unstated),
            typed.text("termination.text")};
    draft.disputes = typed.text("agreement.disputes");
}

}  // namespace samrum::partnership::drafting
