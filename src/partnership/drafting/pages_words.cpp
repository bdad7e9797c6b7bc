#include "partnership/drafting/pages_words.hpp"

#include "foundation/base/text.hpp"
#include "partnership/agreement/actions_phrases.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>

namespace samrum::partnership::drafting {

using namespace web;
using module::Call;

namespace {

/// How the values of a field are said.
enum class Say { as_written, word, organisation, sum, unit };
struct FieldWords {
    std::string_view field;  ///< of the agreement file, without the names of items
    std::string_view label;  ///< below partnership.drafting.field.
    Say say = Say::as_written;
    std::string_view words = {};  ///< what the message of a word begins with
};
constexpr std::string_view kPerWords = "partnership.per.";
constexpr FieldWords kFieldWords[] = {
    {"agreement.title", "agreement_title"},
    {"agreement.activity", "activity"},
    {"agreement.predecessor", "predecessor"},
    {"agreement.unused_money", "unused_money", Say::word, "partnership.unused_money."},
    {"agreement.disputes", "disputes"},
    {"period.first", "first"},
    {"period.last", "last"},
    {"period.review_by", "review_by"},
    {"period.review", "review"},
    {"organisations[].name", "name"},
    {"organisations[].type", "type", Say::word, "partnership.drafting.type."},
    {"organisations[].part_of", "part_of", Say::organisation},
    {"organisations[].organisation_number", "organisation_number"},
    {"parties[].side", "side", Say::word, "partnership.side."},
    {"parties[].standing", "standing", Say::word, "partnership.drafting.standing."},
    {"parties[].lead", "lead"},
    {"parties[].room", "room"},
    {"parties[].organisation", "organisation", Say::organisation},
    {"contacts[].function", "contact"},
    {"contacts[].organisation", "organisation", Say::organisation},
    {"signatures[].function", "signs"},
    {"signatures[].organisation", "organisation", Say::organisation},
    {"parts[].title", "part_title"},
    {"parts[].verdict", "verdict", Say::word, "partnership.drafting.verdict."},
    {"parts[].decided_by", "decided_by"},
    {"parts[].decided_on", "decided_on"},
    {"parts[].motivation", "motivation"},
    {"commitments[].title", "promise"},
    {"commitments[].by", "by", Say::organisation},
    {"commitments[].by[]", "by", Say::organisation},
    {"commitments[].kind", "promise_kind", Say::word, "partnership.commitment_kind."},
    {"commitments[].text", "more"},
    {"commitments[].part", "of_part"},
    {"commitments[].measure.name", "measure", Say::word, "measure."},
    {"commitments[].target.rule", "rule", Say::word, "partnership.drafting.bound."},
    {"commitments[].target.quantity", "quantity"},
    {"commitments[].target.upper", "upper"},
    {"commitments[].target.unit", "unit", Say::unit},
    {"commitments[].target.per", "per", Say::word, kPerWords},
    {"reports[].title", "report_title"},
    {"reports[].kind", "report_kind", Say::word, "partnership.drafting.report_kind."},
    {"reports[].from", "from", Say::organisation},
    {"reports[].from[]", "from", Say::organisation},
    {"reports[].to", "to"},
    {"reports[].per", "per", Say::word, kPerWords},
    {"reports[].days_after", "days_after"},
    {"reports[].due", "due"},
    {"reports[].due[]", "due"},
    {"steering.members[].function", "function"},
    {"steering.members[].organisation", "organisation", Say::organisation},
    {"steering.members[].convener", "convener"},
    {"steering.meetings.times", "meetings"},
    {"steering.meetings.per", "per", Say::word, kPerWords},
    {"amounts[].title", "amount_title"},
    {"amounts[].payer", "payer", Say::organisation},
    {"amounts[].recipient", "recipient", Say::organisation},
    {"amounts[].amount", "amount", Say::sum},
    {"amounts[].kind", "amount_kind", Say::word, "partnership.amount_kind."},
    {"amounts[].per", "per", Say::word, kPerWords},
    {"amounts[].first", "amount_first"},
    {"amounts[].last", "amount_last"},
    {"amounts[].part", "of_part"},
    {"amounts[].instalments[].times_per_year", "times_per_year"},
    {"amounts[].instalments[].payments[].day", "payment_day"},
    {"amounts[].instalments[].payments[].amount", "payment_sum", Say::sum},
    {"notice[].case", "notice_on", Say::word, "partnership.drafting.notice_on."},
    {"notice[].months", "notice_months"},
    {"notice[].after_dialogue", "after_dialogue"},
    {"notice[].text", "more"},
    {"termination.after_time_to_mend", "time_to_mend"},
    {"termination.repayment", "repayment", Say::word, "partnership.repayment."},
    {"termination.text", "termination_text"}};
/// Of every list whose items have one.
constexpr FieldWords kKeyWords{"", "key"};

/// "commitments[evenings].target.rule" as "commitments[].target.rule".
std::string without_names(std::string_view field) {
    std::string out;
    bool inside = false;
    for (const char c : field) {
        if (c == ']') inside = false;
        if (!inside) out += c;
        if (c == '[') inside = true;
    }
    return out;
}
const FieldWords* words_of_field(std::string_view field) {
    const std::string name = without_names(field);
    const auto* found = std::ranges::find(kFieldWords, name, &FieldWords::field);
    if (found != std::end(kFieldWords)) return found;
    return name.ends_with(".key") ? &kKeyWords : nullptr;
}

template <class List>
std::string title_in(const List& list, std::string_view key) {
    for (const auto& one : list)
        if (one.key == key) return one.title;
    return "";
}
/// What the draft calls the item that a field belongs to: "Rådgivning på telefon" for `commitments[evenings].…`.
std::string item_told(const Agreement& draft, std::string_view field) {
    const std::size_t open = field.find('[');
    const std::size_t close = field.find(']', std::min(open, field.size()));
    if (close == std::string_view::npos) return "";
    const std::string_view list = field.substr(0, open);
    const std::string_view key = field.substr(open + 1, close - open - 1);
    if (list == "commitments") return title_in(draft.commitments, key);
    if (list == "amounts") return title_in(draft.amounts, key);
    if (list == "reports") return title_in(draft.reports, key);
    if (list == "parts") return title_in(draft.parts, key);
    const agreement::Organisation* found = draft.organisation(key);
    return found ? found->name : "";
}

/// The field in words, of whichever draft still has the item; the key where there are none.
void field_shown(Html& h, const Call& call, std::span<const Agreement* const> drafts, const std::string& field) {
    if (const auto section = field.starts_with("text.")
                                 ? agreement::value_of<Section>(field.substr(std::string_view("text.").size()))
                                 : std::nullopt)
        return h.text(part_told(call, DraftPart::text(*section)));
    const FieldWords* found = words_of_field(field);
    if (!found) return h(tag::code, field);
    std::string item;
    for (const Agreement* draft : drafts)
        if (item.empty()) item = item_told(*draft, field);
    const std::string label = told(call, "field." + std::string(found->label));
    if (item.empty()) return h.text(label);
    name(h, item);
    h.text(": " + label);
}

/// A value of the file in words; what has none stands as it is written.
std::string value_told(const Call& call, std::span<const Agreement* const> drafts, const std::string& field,
                       const std::string& value) {
    if (value.empty()) return "–";
    if (value == "unknown") return told(call, "value.unknown");
    if (value == "true" || value == "false") return told(call, "value." + value);
    if (field == "period.last" && value == "open") return told(call, "field.open_end");
    const FieldWords* found = words_of_field(field);
    const Say say = found ? found->say : Say::as_written;
    if (say == Say::word) {
        const std::string key = std::string(found->words) + value;
        return call.words.has(key) ? call.words(key) : value;
    }
    if (say == Say::unit) return unit_told(call.words, value);
    if (say == Say::organisation)
        for (const Agreement* draft : drafts)
            if (const agreement::Organisation* one = draft->organisation(value)) return one->name;
    if (say == Say::sum)
        if (const auto sum = base::Money::parse(value)) return call.words.money(*sum);
    const auto day = base::Date::parse(value);
    return day ? call.words.date(*day) : value;
}

/// The units that have words of their own (agreement, `partnership.unit.*`).
constexpr std::string_view kUnits[] = {"sessions",   "visits",   "pairs", "hours",  "people", "activities",
                                       "volunteers", "meetings", "days",  "places", "times"};

bool is_unit_field(std::string_view name) {
    return name.ends_with(".target.unit");
}
template <class Change>
Fields with_units(const Fields& fields, const Change& change) {
    Fields changed;
    for (const auto& [name, value] : fields.all()) changed.add(name, is_unit_field(name) ? change(value) : value);
    return changed;
}

}  // namespace

void write_differences(Html& h, const Call& call, const std::string& caption, const Agreement& before,
                       const Agreement& after, const std::vector<changes::Difference>& differences) {
    const Agreement* const drafts[] = {&after, &before};
    table(h, call.words,
          {.caption = caption,
           .hide_caption = true,
           .columns = {{.label = call.words("partnership.changes.difference.field")},
                       {.label = call.words("partnership.changes.difference.before")},
                       {.label = call.words("partnership.changes.difference.after")}}},
          [&](Rows& rows) {
              for (const changes::Difference& one : differences)
                  rows.row({[&] { field_shown(h, call, drafts, one.field); },
                            value_told(call, drafts, one.field, one.before),
                            value_told(call, drafts, one.field, one.after)});
          });
}

void write_clashes(Html& h, const Call& call, const std::string& caption, const Agreement& newest,
                   const std::vector<FieldClash>& clashes) {
    const Agreement* const drafts[] = {&newest};
    table(h, call.words,
          {.caption = caption,
           .hide_caption = true,
           .columns = {{.label = call.words("partnership.changes.difference.field")},
                       {.label = call.words("partnership.changes.difference.before")},
                       {.label = told(call, "conflict.theirs")},
                       {.label = told(call, "conflict.mine")}}},
          [&](Rows& rows) {
              for (const FieldClash& one : clashes)
                  rows.row(
                      {[&] { field_shown(h, call, drafts, one.field); }, value_told(call, drafts, one.field, one.base),
                       value_told(call, drafts, one.field, one.theirs), value_told(call, drafts, one.field, one.mine)});
          });
}

std::string unit_told(const text::Words& words, const std::string& unit) {
    constexpr std::int64_t kSeveral = 2;
    if (std::ranges::find(kUnits, unit) == std::end(kUnits)) return unit;
    const std::string counted = agreement::say_count(words, unit, kSeveral);
    const std::size_t space = counted.find(' ');
    return space == std::string::npos ? unit : counted.substr(space + 1);
}
Fields with_unit_words(const text::Words& words, const Fields& fields) {
    return with_units(fields, [&](const std::string& unit) { return unit_told(words, unit); });
}
Fields with_unit_codes(const text::Words& words, const Fields& typed) {
    return with_units(typed, [&](const std::string& word) {
        const std::string wanted = text::folded(base::trim(word));
        for (const std::string_view unit : kUnits)
            if (wanted == text::folded(unit_told(words, std::string(unit)))) return std::string(unit);
        return word;
    });
}

}  // namespace samrum::partnership::drafting
