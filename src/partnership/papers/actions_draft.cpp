#include "partnership/papers/actions_draft.hpp"

#include "foundation/base/text.hpp"
#include "partnership/agreement/actions_phrases.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

using agreement::Side;
using text::Words;

std::string say(const Words& words, std::string_view key, const base::MessageArgs& args = {}) {
    return words("papers.draft." + std::string(key), args);
}

/// Paragraphs with an empty line between; nothing for what is empty.
std::string paragraphs(std::initializer_list<std::string> all) {
    std::string out;
    for (const std::string& one : all) {
        const std::string text = base::trim(one);
        if (!text.empty()) out += (out.empty() ? "" : "\n\n") + text;
    }
    return out;
}
std::string items(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& one : all) out += "- " + one + "\n";
    return out;
}

/// Markdown without the line breaks that its writer put into paragraphs and items: a browser's field breaks by itself.
std::string unwrapped(std::string_view markdown) {
    std::string out;
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        const std::string line = base::trim(markdown.substr(at, end - at));
        const bool begins = line.empty() || line.find_first_of("-*+#>0123456789") == 0;
        if (!out.empty() && !out.ends_with('\n')) out += begins ? "\n" : " ";
        out += line;
        if (line.empty()) out += "\n";
        at = end + 1;
    }
    return base::trim(out);
}
std::string text_of(const Agreement& agreement, agreement::Section section) {
    const auto found = agreement.text.find(section);
    return found == agreement.text.end() ? "" : unwrapped(found->second);
}

/// The reasons that were found for this form: what was answered yes, with who found it.
std::string reasons_of(const Words& words, const DraftCase& from) {
    std::string out;
    for (const agreement::AssessedSet& set : from.assessments) {
        std::vector<std::string> reasons;
        for (const agreement::CriterionVerdict& verdict : set.newest.judged.verdicts) {
            if (verdict.judgement != agreement::Judgement::met) continue;
            std::string reason = criterion_sentence(words, from.agreement, verdict.criterion.text);
            if (verdict.answer && !verdict.answer->motivation.empty()) reason += " " + verdict.answer->motivation;
            reasons.push_back(reason);
        }
        if (reasons.empty()) continue;
        out += (out.empty() ? "" : "\n") +
               say(words, "reasons",
                   {{"set", set.newest.judged.set.title}, {"day", words.date(set.newest.archived.made_on)}}) +
               "\n\n" + items(reasons);
    }
    return out;
}

std::string period_sentence(const Words& words, const Agreement& agreement) {
    return say(words, "period", {{"period", agreement::say_term(words, agreement.term)}});
}

std::string summary(const Words& words, const DraftCase& from) {
    const Agreement& one = from.agreement;
    const base::MessageArgs args{
        {"activity", activity_of(one)}, {"parties", parties_named(words, one)}, {"committee", from.committee}};
    return paragraphs({text_of(one, agreement::Section::purpose),
                       say(words, from.kind == MemoKind::account ? "summary.account" : "summary.proposal", args) + " " +
                           period_sentence(words, one)});
}

std::string basis(const Words& words, const DraftCase& from) {
    const Agreement& one = from.agreement;
    std::vector<std::string> lines{
        say(words, "basis.memo", {{"department", from.department}, {"day", words.date(from.dated)}})};
    lines.push_back(one.dated ? say(words, "basis.agreement", {{"title", one.title}, {"day", words.date(*one.dated)}})
                              : say(words, "basis.agreement_undated", {{"title", one.title}}));
    for (const money::PayerDecision& decision : from.payer_decisions)
        lines.push_back(say(words, "basis.payer",
                            {{"body", decision.body},
                             {"day", words.date(decision.decided_on)},
                             {"reference", decision.reference},
                             {"to", one.name_of(decision.to_payer)},
                             {"starts", words.date(decision.starts)}}));
    for (const QuotedReport& report : from.reports)
        lines.push_back(report.approved_on ? say(words, "basis.report",
                                                 {{"title", report.title}, {"day", words.date(*report.approved_on)}})
                                           : report.title);
    return items(lines);
}

std::string matter(const Words& words, const DraftCase& from) {
    const Agreement& one = from.agreement;
    std::string framed;
    if (one.compact) {
        const bool dated = one.compact->decided_on.has_value();
        framed = say(words, dated ? "matter.compact" : "matter.compact_undated",
                     {{"title", one.compact->title},
                      {"body", one.compact->decided_by},
                      {"day", dated ? words.date(*one.compact->decided_on) : ""},
                      {"reference", one.compact->reference}});
    }
    std::vector<std::string> documents;
    documents.reserve(one.documents.size());
    for (const agreement::GoverningDocument& document : one.documents)
        documents.push_back(document.decided_on ? say(words, "matter.document",
                                                      {{"title", document.title},
                                                       {"body", document.decided_by},
                                                       {"day", words.date(*document.decided_on)}})
                                                : document.title);
    return paragraphs({text_of(one, agreement::Section::background), framed,
                       documents.empty() ? "" : say(words, "matter.documents") + "\n\n" + items(documents)});
}

std::string amount_line(const Words& words, const Agreement& agreement, const agreement::Amount& amount) {
    std::string sums;
    const auto* settled = amount.sums.settled();
    for (const auto& reading : amount.sums.all)
        if (!settled || &reading == settled)
            sums += (sums.empty() ? "" : " / ") + agreement::say_payable(words, reading.value);
    const std::string payer = agreement.name_of(amount.payer);
    if (amount.first && amount.last)
        return say(
            words, "amount.period",
            {{"payer", payer}, {"sum", sums}, {"period", words.period(base::Period{*amount.first, *amount.last})}});
    return say(words, "amount",
               {{"payer", payer}, {"sum", sums}, {"title", amount.title.empty() ? amount.key : amount.title}});
}

/// Who pays how much of each amount as things stand, and what is paid; an amount that something is not known of as the
/// agreement has it.
std::vector<std::string> funding_lines(const Words& words, const DraftCase& from) {
    struct Share {
        std::string payer;
        base::Money sum;
        base::Money paid;
    };
    std::vector<std::string> lines;
    for (const agreement::Amount& amount : from.agreement.amounts) {
        std::vector<Share> shares;
        bool is_known = true;
        for (const money::LiveInstalment& one : from.instalments) {
            if (one.amount != amount.key) continue;
            is_known = is_known && one.sum;
            auto share = std::ranges::find(shares, one.payer_name, &Share::payer);
            if (share == shares.end()) share = shares.insert(shares.end(), {one.payer_name, {}, {}});
            if (!one.sum) continue;
            // What was taken back again was agreed all the same.
            const bool is_paid = one.status == money::Status::paid;
            share->sum += is_paid && one.payment ? one.payment->sum : *one.sum;
            if (is_paid) share->paid += *one.sum;
        }
        if (shares.empty() || !is_known) {
            lines.push_back(amount_line(words, from.agreement, amount));
            continue;
        }
        const std::string what = amount.first && amount.last ? words.period(base::Period{*amount.first, *amount.last})
                                                             : (amount.title.empty() ? amount.key : amount.title);
        for (const Share& share : shares)
            lines.push_back(say(words, "funding",
                                {{"payer", share.payer},
                                 {"sum", words.money(share.sum)},
                                 {"what", what},
                                 {"state", share.paid == share.sum       ? "paid"
                                           : share.paid == base::Money{} ? "unpaid"
                                                                         : "partly"},
                                 {"paid", words.money(share.paid)}}));
    }
    return lines;
}

std::string assignment(const Words& words, const DraftCase& from) {
    const Agreement& one = from.agreement;
    const auto sums = from.kind == MemoKind::account ? funding_lines(words, from) : amount_lines(words, one);
    std::vector<std::string> efforts;
    for (const PromisedBy& group : promises_of(one)) {
        std::string titles;
        for (const agreement::Commitment* promise : group.promises)
            titles += (titles.empty() ? "" : "; ") + promise->title;
        efforts.push_back(group.who + ": " + titles);
    }
    return paragraphs(
        {text_of(one, agreement::Section::goals), reasons_of(words, from),
         sums.empty() ? say(words, "assignment.no_money") : say(words, "assignment.money") + "\n\n" + items(sums),
         efforts.empty() ? "" : say(words, "assignment.efforts") + "\n\n" + items(efforts)});
}

/// What the approved reports say of one thing, each with where it stands.
std::string quoted(const Words& words, const DraftCase& from, std::string QuotedReport::*part) {
    std::string out;
    for (const QuotedReport& report : from.reports) {
        const std::string text = base::trim(report.*part);
        if (text.empty()) continue;
        out += (out.empty() ? "" : "\n\n") + say(words, "from_report", {{"title", report.title}}) + "\n\n" + text;
    }
    return out;
}

std::string account(const Words& words, const DraftCase& from) {
    std::vector<std::string> lines;
    lines.reserve(from.figures.size());
    for (const StatedFigure& figure : from.figures) lines.push_back(figure_line(words, figure).substr(2));
    const std::string figures =
        lines.empty()
            ? say(words, "account.nothing")
            : say(words, "account.figures", {{"activity", activity_of(from.agreement)}}) + "\n\n" + items(lines);
    return paragraphs({figures, quoted(words, from, &QuotedReport::judged)});
}

std::string proposal(const Words& words, const DraftCase& from) {
    const Agreement& one = from.agreement;
    const base::MessageArgs args{{"activity", activity_of(one)},
                                 {"parties", parties_named(words, one)},
                                 {"title", one.title},
                                 {"day", one.dated ? words.date(*one.dated) : ""}};
    if (from.kind == MemoKind::account)
        return items(
            {say(words, from.due ? "clause.note_year" : "clause.note",
                 {{"activity", activity_of(one)}, {"year", from.due ? std::to_string(from.due->year()) : ""}})});
    std::vector<std::string> clauses{say(words, one.dated ? "clause.sign" : "clause.sign_undated", args)};
    const bool yearly = std::any_of(one.reports.begin(), one.reports.end(), [](const agreement::Report& report) {
        return report.kind == agreement::ReportKind::committee && report.at_turn_of_year;
    });
    clauses.push_back(say(words, yearly ? "clause.report_yearly" : "clause.report"));
    return items(clauses);
}

/// The top of the chain that an organisation is part of.
std::string municipality_of(const Agreement& agreement, std::string key) {
    std::string name;
    for (int steps = 0; steps < 8 && !key.empty(); ++steps) {
        const agreement::Organisation* one = agreement.organisation(key);
        if (!one) break;
        name = one->name;
        key = one->part_of;
    }
    return name;
}
std::string committee_above(const Agreement& agreement, std::string key) {
    for (int steps = 0; steps < 8 && !key.empty(); ++steps) {
        const agreement::Organisation* one = agreement.organisation(key);
        if (!one) break;
        if (one->type == agreement::OrganisationType::committee) return one->name;
        key = one->part_of;
    }
    return {};
}

}  // namespace

std::string activity_of(const Agreement& agreement) {
    return agreement.activity.empty() ? agreement.title : agreement.activity;
}

std::string parties_named(const Words& words, const Agreement& agreement, std::optional<Side> side) {
    std::vector<std::string> names;
    for (const agreement::Party& party : agreement.parties)
        if (party.standing == agreement::Standing::party && (!side || party.side == *side))
            names.push_back(agreement.name_of(party.organisation));
    std::string joined;
    for (std::size_t i = 0; i < names.size(); ++i)
        joined += (i == 0 ? "" : i + 1 == names.size() ? " " + say(words, "and") + " " : ", ") + names[i];
    return joined;
}

std::vector<std::string> amount_lines(const Words& words, const Agreement& agreement) {
    std::vector<std::string> lines;
    lines.reserve(agreement.amounts.size());
    for (const agreement::Amount& amount : agreement.amounts) lines.push_back(amount_line(words, agreement, amount));
    return lines;
}

std::string criterion_sentence(const Words& words, const Agreement& agreement, const std::string& criterion) {
    if (criterion.ends_with('.')) return criterion;
    return criterion + " " + parties_named(words, agreement, Side::civil) + ".";
}

std::vector<PromisedBy> promises_of(const Agreement& agreement) {
    std::vector<PromisedBy> groups;
    for (const agreement::Commitment& promise : agreement.commitments) {
        std::string who;
        for (const std::string& key : promise.by) who += (who.empty() ? "" : ", ") + agreement.name_of(key);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const PromisedBy& had) { return had.who == who; });
        if (group == groups.end()) group = groups.insert(groups.end(), {who, {}});
        group->promises.push_back(&promise);
    }
    return groups;
}

std::string figure_line(const Words& words, const StatedFigure& figure) {
    const std::string promised =
        figure.promised.empty() ? "" : ". " + say(words, "figure.promised", {{"target", figure.promised}});
    return "- " +
           say(words, figure.period ? "figure" : "figure.undated",
               {{"what", figure.what},
                {"value", figure.value},
                {"period", figure.period ? words.period(*figure.period) : ""},
                {"source", figure.source}}) +
           promised;
}

Addressed addressed(const Agreement& agreement) {
    Addressed found;
    for (const agreement::Party& party : agreement.parties) {
        if (party.side != Side::public_side || (!found.sender.empty() && !party.lead)) continue;
        found.sender = municipality_of(agreement, party.organisation);
        found.department = agreement.name_of(party.organisation);
        found.committee = committee_above(agreement, party.organisation);
        for (const agreement::Signature& one : agreement.signatures)
            if (one.organisation == party.organisation) found.signed_by = one.function;
    }
    for (const agreement::Report& report : agreement.reports)
        if (report.kind == agreement::ReportKind::committee && !report.to.empty())
            found.committee = agreement.name_of(report.to);
    return found;
}

std::string draft_title(const Words& words, const DraftCase& from) {
    const base::MessageArgs args{{"activity", activity_of(from.agreement)},
                                 {"year", from.due ? std::to_string(from.due->year()) : ""}};
    return say(words,
               from.kind == MemoKind::proposal ? "title.proposal"
               : from.due                      ? "title.account_year"
                                               : "title.account",
               args);
}

SectionTexts asked_of_a_person(const Words& words, const Agreement& agreement) {
    return {{MemoSection::child, say(words, "child", {{"activity", activity_of(agreement)}})}};
}

SectionTexts draft_sections(const Words& words, const DraftCase& from) {
    SectionTexts texts = asked_of_a_person(words, from.agreement);
    texts[MemoSection::summary] = summary(words, from);
    texts[MemoSection::basis] = basis(words, from);
    texts[MemoSection::matter] = matter(words, from);
    texts[MemoSection::assignment] = assignment(words, from);
    texts[MemoSection::account] = account(words, from);
    texts[MemoSection::works] = quoted(words, from, &QuotedReport::works);
    texts[MemoSection::improve] = quoted(words, from, &QuotedReport::improve);
    texts[MemoSection::research] = quoted(words, from, &QuotedReport::research);
    texts[MemoSection::proposal] = proposal(words, from);
    texts[MemoSection::dispatch] =
        items({say(words, "dispatch.file"), parties_named(words, from.agreement, Side::civil)});
    for (auto& [section, text] : texts) text = base::trim(text);
    return texts;
}

}  // namespace samrum::partnership::papers
