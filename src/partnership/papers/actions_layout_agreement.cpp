// The agreement as a paper that its parties sign.
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/papers/actions_draft.hpp"
#include "partnership/papers/actions_layout.hpp"
#include "partnership/papers/actions_layout_terms.hpp"
#include "partnership/papers/rules_signing.hpp"
#include "partnership/reports/actions_markdown.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

using agreement::Section;
using document::Block;
using document::Bullets;
using document::Heading;
using document::Paper;
using document::Paragraph;
using text::Words;

/// Writes the agreement section by section.
class AgreementLayout {
  public:
    AgreementLayout(const Words& words, const AgreementContent& content)
        : words_(words), content_(content), one_(content.agreement) {}

    std::vector<Block> blocks() {
        head();
        for (const auto& [section, word] : agreement::kSections) {
            std::vector<Block> inside;
            if (const auto text = one_.text.find(section); text != one_.text.end())
                inside = reports::markdown_parts(text->second, 3);
            add_facts(section, inside);
            if (inside.empty()) continue;
            out_.emplace_back(Heading{2, words_("partnership.section." + std::string(word))});
            for (Block& block : inside) out_.push_back(std::move(block));
        }
        return std::move(out_);
    }

  private:
    std::string phrase(std::string_view key, const base::MessageArgs& args = {}) const {
        return words_("papers.layout." + std::string(key), args);
    }
    static std::string joined(const std::vector<std::string>& parts) {
        std::string all;
        for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
        return all;
    }
    std::string names(std::vector<std::string> keys) const {
        for (std::string& one : keys) one = one_.name_of(one);
        return joined(keys);
    }

    void head() {
        const Addressed from = addressed(one_);
        document::Letterhead letter{from.sender, {}, phrase("agreement"), {}, {}};
        if (from.department != from.sender) letter.below.push_back(from.department);
        letter.facts.emplace_back(phrase("date"), one_.dated ? words_.date(*one_.dated) : phrase("undated"));
        letter.facts.emplace_back(phrase("registry"),
                                  one_.registry_number.empty() ? phrase("no_number") : one_.registry_number);
        letter.facts.emplace_back(phrase("version"), words_.number(content_.version));
        if (content_.amended_on) letter.facts.emplace_back(phrase("amended"), words_.date(*content_.amended_on));
        out_ = {letter, Heading{1, one_.title},
                Paragraph{phrase("between", {{"parties", parties_in_full()}, {"activity", activity_of(one_)}})}};
    }

    /// "Lunds kommun (212000-1132) genom Socialförvaltningen i Lund och IM"
    std::string parties_in_full() const {
        std::vector<std::string> all;
        for (const auto& party : one_.parties)
            if (party.standing == agreement::Standing::party)
                all.push_back(party_in_full(words_, one_, party.organisation));
        std::string joined;
        for (std::size_t i = 0; i < all.size(); ++i)
            joined += (i == 0 ? "" : i + 1 == all.size() ? " " + words_("papers.draft.and") + " " : ", ") + all[i];
        return joined;
    }
    void add_facts(Section section, std::vector<Block>& inside) const {
        switch (section) {
            case Section::background:
                return background(inside);
            case Section::shared_values:
                return values(inside);
            case Section::development:
                return development(inside);
            case Section::target_groups:
                return target_groups(inside);
            case Section::partners:
                return partners(inside);
            case Section::form:
                return form(inside);
            case Section::contributions:
                return contributions(inside);
            case Section::steering:
                return steering(inside);
            case Section::reports:
                return reports(inside);
            case Section::contacts:
                return contacts(inside);
            case Section::period:
                return period(inside);
            case Section::economy:
                return economy(inside);
            case Section::renegotiation:
                return renegotiation(inside);
            case Section::signatures:
                return signatures(inside);
            default:
                return;
        }
    }
    static void add_list(std::vector<Block>& inside, const std::string& lead, std::vector<std::string> items) {
        if (items.empty()) return;
        if (!lead.empty()) inside.emplace_back(Paragraph{lead});
        inside.emplace_back(Bullets{std::move(items)});
    }

    void background(std::vector<Block>& inside) const {
        std::vector<std::string> documents;
        const auto add = [&](const std::string& title, const std::string& body, const std::optional<base::Date>& day,
                             const std::string& reference) {
            std::string line = title;
            for (const std::string& part : {body, day ? words_.date(*day) : "", reference})
                if (!part.empty()) line += ", " + part;
            documents.push_back(line);
        };
        if (one_.compact)
            add(one_.compact->title, one_.compact->decided_by, one_.compact->decided_on, one_.compact->reference);
        for (const auto& document : one_.documents)
            add(document.title, document.decided_by, document.decided_on, document.reference);
        add_list(inside, phrase("documents"), documents);
    }
    void values(std::vector<Block>& inside) const {
        add_list(inside, phrase("values"), one_.values.shared);
        std::vector<std::string> principles;
        if (one_.compact)
            for (const auto one : one_.compact->principles)
                principles.push_back(agreement::say_word(words_, "compact_principle", one));
        add_list(inside, phrase("values.principles"), principles);
        std::vector<std::string> own;
        own.reserve(one_.values.own.size());
        for (const auto& one : one_.values.own) own.push_back(one.name + (one.text.empty() ? "" : ": " + one.text));
        add_list(inside, phrase("values.own"), own);
    }
    void development(std::vector<Block>& inside) const {
        std::vector<std::string> areas;
        for (const auto& area : one_.development) {
            std::string line = area.text;
            if (!area.examples.empty()) line += " " + phrase("examples", {{"examples", joined(area.examples)}});
            if (!area.responsible.empty()) line += " " + phrase("responsible", {{"who", names(area.responsible)}});
            if (area.financed != agreement::Financed::unstated)
                line += " " + agreement::say_word(words_, "financed", area.financed);
            areas.push_back(line);
        }
        add_list(inside, "", areas);
    }
    void target_groups(std::vector<Block>& inside) const {
        std::vector<std::string> groups;
        for (const auto& group : one_.target_groups) {
            // What another document says of the group was never agreed.
            std::string said;
            if (const auto* own = agreed(group.texts)) said = own->value;
            if (said.empty())
                for (const auto& reading : group.texts.all) said += (said.empty() ? "" : " / ") + reading.value;
            groups.push_back(phrase("target." + std::string(word_of(group.kind))) + ": " + said);
        }
        add_list(inside, "", groups);
    }
    void partners(std::vector<Block>& inside) const {
        document::Facts facts;
        for (const auto& party : one_.parties) {
            const auto* organisation = one_.organisation(party.organisation);
            std::string value = party_in_full(words_, one_, party.organisation);
            if (organisation && !organisation->text.empty()) value += ". " + organisation->text;
            if (!party.text.empty()) value += (value.ends_with('.') ? " " : ". ") + party.text;
            const bool contributes = party.standing == agreement::Standing::contributor;
            facts.rows.emplace_back(phrase(contributes                            ? "contributor"
                                           : party.side == agreement::Side::civil ? "civil_party"
                                                                                  : "public_party"),
                                    value);
        }
        if (!facts.rows.empty()) inside.emplace_back(facts);
    }
    /// The reasons for this form, from the archived assessment.
    void form(std::vector<Block>& inside) const {
        for (const agreement::AssessedSet& set : content_.assessments) {
            std::vector<std::string> met;
            for (const auto& verdict : set.newest.judged.verdicts)
                if (verdict.judgement == agreement::Judgement::met)
                    met.push_back(criterion_sentence(words_, one_, verdict.criterion.text));
            add_list(inside,
                     phrase(&set == &content_.assessments.front() ? "criteria" : "criteria.more",
                            {{"set", set.newest.judged.set.title}}),
                     met);
        }
    }
    void contributions(std::vector<Block>& inside) const {
        for (const PromisedBy& group : promises_of(one_)) {
            std::vector<std::string> lines;
            lines.reserve(group.promises.size());
            for (const agreement::Commitment* promise : group.promises) lines.push_back(promise_line(*promise));
            inside.emplace_back(Heading{3, group.who});
            inside.emplace_back(Bullets{std::move(lines)});
        }
    }
    std::string promise_line(const agreement::Commitment& promise) const {
        std::string line = promise.title;
        std::string targets;
        for (const auto& reading : promise.targets.all)
            if (!promise.targets.settled() || &reading == promise.targets.settled())
                targets += (targets.empty() ? "" : " / ") + agreement::say_target(words_, reading.value);
        if (!targets.empty()) line += ": " + targets;
        if (!promise.text.empty()) line += (line.ends_with('.') ? " " : ". ") + promise.text;
        return line;
    }
    void steering(std::vector<Block>& inside) const {
        if (!one_.steering) return;
        const auto& group = *one_.steering;
        if (!group.text.empty()) inside.emplace_back(Paragraph{group.text});
        add_list(inside, phrase("steering.duties"), group.duties);
        std::vector<std::string> members;
        members.reserve(group.members.size());
        for (const auto& member : group.members)
            members.push_back(
                phrase(member.convener ? "member.convener" : "member",
                       {{"function", member.function}, {"organisation", one_.name_of(member.organisation)}}));
        add_list(inside, phrase("steering.members"), members);
        if (!group.called_by.empty())
            inside.emplace_back(Paragraph{phrase("steering.called", {{"who", names(group.called_by)}})});
        for (std::string& line : steering_terms(words_, one_)) inside.emplace_back(Paragraph{std::move(line)});
    }
    void reports(std::vector<Block>& inside) const { add_list(inside, "", report_terms(words_, one_)); }
    void contacts(std::vector<Block>& inside) const {
        std::vector<std::string> lines;
        lines.reserve(one_.contacts.size());
        for (const auto& contact : one_.contacts)
            lines.push_back(one_.name_of(contact.organisation) + ": " + contact.function);
        add_list(inside, "", lines);
    }
    void period(std::vector<Block>& inside) const {
        inside.emplace_back(Paragraph{phrase("period", {{"period", agreement::say_term(words_, one_.term)}})});
        if (one_.term.review_by)
            inside.emplace_back(Paragraph{phrase("review", {{"day", words_.date(*one_.term.review_by)}}) +
                                          (one_.term.review.empty() ? "" : " " + one_.term.review)});
        for (std::string& line : renewal_terms(words_, one_)) inside.emplace_back(Paragraph{std::move(line)});
    }
    void economy(std::vector<Block>& inside) const {
        document::Grid grid{phrase("amounts"),
                            {{phrase("amount.payer"), false, 2},
                             {phrase("amount.period"), false, 2.2},
                             {phrase("amount.sum"), true, 1.4}},
                            {}};
        for (const auto& amount : one_.amounts) {
            std::string sums;
            for (const auto& reading : amount.sums.all)
                if (!amount.sums.settled() || &reading == amount.sums.settled())
                    sums += (sums.empty() ? "" : " / ") + agreement::say_payable(words_, reading.value);
            const bool dated = amount.first && amount.last;
            grid.rows.push_back({one_.name_of(amount.payer),
                                 dated ? words_.period(base::Period{*amount.first, *amount.last}) : amount.title,
                                 sums.empty() ? words_("partnership.sum.unknown") : sums});
        }
        if (!grid.rows.empty()) inside.emplace_back(grid);
        add_list(inside, "", money_terms(words_, one_));
    }
    void renegotiation(std::vector<Block>& inside) const { add_list(inside, "", ending_terms(words_, one_)); }
    void signatures(std::vector<Block>& inside) const {
        document::Signatures lines;
        for (const Signatory& one : signatories_of(one_))
            lines.all.push_back({phrase("place_date"), phrase("name"), one.function,
                                 phrase("for", {{"party", one.organisation_name}})});
        if (lines.all.empty()) return;
        std::int64_t parties = 0;
        for (const auto& party : one_.parties) parties += party.standing == agreement::Standing::party;
        inside.emplace_back(Paragraph{
            phrase("originals", {{"count", std::int64_t{one_.originals.value_or(static_cast<int>(parties))}}})});
        inside.emplace_back(std::move(lines));
    }

    const Words& words_;
    const AgreementContent& content_;
    const Agreement& one_;
    std::vector<Block> out_;
};

}  // namespace

Paper agreement_paper(const Words& words, const AgreementContent& content) {
    const Agreement& one = content.agreement;
    Paper paper;
    paper.language = std::string(words.language());
    paper.title = one.title;
    paper.author = addressed(one).sender;
    paper.header = one.title;
    std::string facts = content.amended_on ? words.date(*content.amended_on) : one.dated ? words.date(*one.dated) : "";
    if (!one.registry_number.empty())
        facts += (facts.empty() ? "" : " · ") + words("papers.layout.number", {{"number", one.registry_number}});
    paper.header_end = facts;
    paper.footer =
        words("papers.layout.hash", {{"version", std::int64_t{content.version}}, {"hash", content.content_hash}});
    paper.page_of = [&words](int page, int of) {
        return words("papers.layout.page", {{"page", std::int64_t{page}}, {"of", std::int64_t{of}}});
    };
    paper.formal = true;
    paper.created = content.made_on.iso() + "T00:00:00Z";
    paper.blocks = AgreementLayout(words, content).blocks();
    return paper;
}

}  // namespace samrum::partnership::papers
