#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace samrum::partnership::drafting {
namespace {

/// Which facts a table of the agreement file belongs to.
struct TableOf {
    std::string_view table;
    Facts facts;
};
constexpr TableOf kTables[] = {
    {"agreement", Facts::period},    {"period", Facts::period},        {"organisations", Facts::parties},
    {"parties", Facts::parties},     {"contacts", Facts::parties},     {"signatures", Facts::parties},
    {"parts", Facts::parts},         {"commitments", Facts::promises}, {"amounts", Facts::money},
    {"payer_changes", Facts::money}, {"indexation", Facts::money},     {"seasons", Facts::money},
    {"reports", Facts::reports},     {"steering", Facts::reports},     {"notice", Facts::ending},
    {"termination", Facts::ending}};

void take_facts(Agreement& to, const Agreement& from, Facts facts) {
    switch (facts) {
        case Facts::parties:
            to.organisations = from.organisations;
            to.parties = from.parties;
            to.contacts = from.contacts;
            to.signatures = from.signatures;
            break;
        case Facts::parts:
            to.parts = from.parts;
            break;
        case Facts::promises:
            to.commitments = from.commitments;
            break;
        case Facts::reports:
            to.reports = from.reports;
            to.steering = from.steering;
            break;
        case Facts::period:
            to.key = from.key;
            to.title = from.title;
            to.activity = from.activity;
            to.predecessor = from.predecessor;
            to.term = from.term;
            break;
        case Facts::money:
            to.amounts = from.amounts;
            to.payer_changes = from.payer_changes;
            to.indexation = from.indexation;
            to.seasons = from.seasons;
            to.unused_money = from.unused_money;
            break;
        case Facts::ending:
            to.notice = from.notice;
            to.termination = from.termination;
            to.disputes = from.disputes;
            break;
    }
}

constexpr std::size_t kLongestKey = 40;

/// A letter at a place, å and ä as a, ö as o; moves on over letters of two bytes.
char plain_letter(std::string_view text, std::size_t& at) {
    constexpr char kLead = '\xc3';
    if (text[at] != kLead || at + 1 >= text.size()) return text[at];
    const char second = text[++at];
    if (second == '\xa5' || second == '\xa4') return 'a';
    if (second == '\xb6') return 'o';
    return second == '\xa9' ? 'e' : '-';
}

bool is_said(const Agreement& draft, Section section) {
    const auto found = draft.text.find(section);
    return found != draft.text.end() && !found->second.empty();
}

/// "[Write what …]": what a template asks the parties to write, not a link of the text and no number of a note.
std::vector<std::string> placeholders_of(std::string_view text) {
    std::vector<std::string> all;
    for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const std::size_t close = text.find(']', open);
        if (close == std::string_view::npos) break;
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const bool is_link = close + 1 < text.size() && text[close + 1] == '(';
        if (!is_link && inside.find_first_not_of(" 0123456789") != std::string_view::npos)
            all.emplace_back(text.substr(open, close - open + 1));
    }
    return all;
}

/// The first placeholder of a template that still stands in the draft's section; nothing: all were written over.
std::optional<std::string> placeholder_left(const Agreement& draft, Section section,
                                            std::span<const Agreement> templates) {
    if (!is_said(draft, section)) return std::nullopt;
    for (const Agreement& like : templates)
        if (is_said(like, section))
            for (std::string& one : placeholders_of(like.text.at(section)))
                if (draft.text.at(section).find(one) != std::string::npos) return std::move(one);
    return std::nullopt;
}

}  // namespace

std::vector<DraftPart> parts_of_draft() {
    std::vector<DraftPart> all;
    for (const auto& section : agreement::kSections) {
        all.push_back(DraftPart::text(section.value));
        for (const auto& facts : kFacts)
            if (section_of(facts.value) == section.value) all.push_back(DraftPart::facts(facts.value));
    }
    return all;
}

void take_part(Agreement& to, const Agreement& from, const DraftPart& part) {
    if (part.is_file()) {
        to = from;
    } else if (part.group()) {
        take_facts(to, from, *part.group());
    } else {
        const auto found = from.text.find(*part.section());
        if (found == from.text.end() || found->second.empty())
            to.text.erase(*part.section());
        else
            to.text.insert_or_assign(*part.section(), found->second);
    }
}

Agreement only_part(const Agreement& draft, const DraftPart& part) {
    Agreement one;
    take_part(one, draft, part);
    return one;
}

DraftPart part_of_field(std::string_view field) {
    const std::string_view table = field.substr(0, field.find_first_of(".["));
    if (field == "agreement.unused_money") return DraftPart::facts(Facts::money);
    if (field == "agreement.disputes") return DraftPart::facts(Facts::ending);
    for (const TableOf& one : kTables)
        if (one.table == table) return DraftPart::facts(one.facts);
    if (table == "text" && field.size() > table.size())
        if (const auto section = agreement::value_of<Section>(field.substr(table.size() + 1)))
            return DraftPart::text(*section);
    return DraftPart::file();
}

base::Problems missing_in(const Agreement& draft, std::span<const Agreement> templates) {
    base::Problems problems;
    const auto add = [&](std::string field, std::string_view key, base::MessageArgs args = {}) {
        problems.push_back(
            base::problem(std::move(field), "partnership.drafting.check." + std::string(key), std::move(args)));
    };
    if (!draft.term.first) add("period.first", "no_first_day");
    if (!draft.term.last && !draft.term.open_end) add("period.last", "no_last_day");
    for (const Side side : {Side::public_side, Side::civil}) {
        const bool promises = std::ranges::any_of(draft.commitments, [&](const agreement::Commitment& one) {
            return std::ranges::any_of(one.by, [&](const std::string& key) {
                const agreement::Party* party = draft.party(key);
                return party && party->side == side;
            });
        });
        const bool pays = side == Side::public_side && !draft.amounts.empty();
        if (!promises && !pays)
            add("commitments", side == Side::civil ? "association_promises_nothing" : "public_side_gives_nothing");
    }
    for (const auto& section : agreement::kSections) {
        const std::string field = "text." + std::string(section.word);
        if (!templates.empty() && is_said(templates.front(), section.value) && !is_said(draft, section.value))
            add(field, "section_empty");
        if (const auto left = placeholder_left(draft, section.value, templates))
            add(field, "section_unwritten", {{"text", *left}});
    }
    return problems;
}

bool all_agree(const Case& one, const std::vector<CaseEvent>& events, int version) {
    return std::ranges::all_of(one.associations, [&](const CaseParty& party) {
        return std::ranges::any_of(events, [&](const CaseEvent& event) {
            return event.kind == EventKind::agreed && event.version == version &&
                   event.organisation == party.organisation;
        });
    });
}

int parts_left(const Agreement& draft) {
    return static_cast<int>(std::ranges::count_if(
        draft.parts, [](const agreement::Part& one) { return one.verdict != agreement::Verdict::rejected; }));
}

bool is_sent_again(const Comment& known, const Comment& now) {
    constexpr std::chrono::minutes kShort{10};
    return known.part == now.part && known.text == now.text && known.answers == now.answers &&
           known.made_by == now.made_by && known.side == now.side && now.made_at <= known.made_at.plus(kShort);
}

bool is_opened_again(const Case& known, const Case& now) {
    return known.state == State::enquiry && known.version == 1 && known.opened_on == now.opened_on &&
           known.officer_account == now.officer_account && known.enquiry == now.enquiry && known.title == now.title &&
           known.activity == now.activity && known.associations == now.associations;
}

std::string key_for(std::string_view folded_activity, int year) {
    std::string key;
    for (std::size_t i = 0; i < folded_activity.size() && key.size() < kLongestKey; ++i) {
        const char c = plain_letter(folded_activity, i);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            key += c;
        else if (!key.empty() && key.back() != '-')
            key += '-';
    }
    while (!key.empty() && key.back() == '-') key.pop_back();
    return (key.empty() ? "iop" : key) + "-" + std::to_string(year);
}

std::string tidy_text(std::string_view typed) {
    std::string text;
    text.reserve(typed.size());
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (typed[i] == '\r' && i + 1 < typed.size() && typed[i + 1] == '\n') continue;
        text += typed[i] == '\r' ? '\n' : typed[i];
    }
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ' || text.back() == '\t')) text.pop_back();
    return text;
}

}  // namespace samrum::partnership::drafting
