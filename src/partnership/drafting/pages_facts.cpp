#include "partnership/drafting/pages_facts.hpp"

#include "foundation/base/text.hpp"
#include "foundation/text/words.hpp"
#include "partnership/drafting/pages_typed.hpp"
#include "partnership/drafting/rules_draft.hpp"

#include <algorithm>

/// What the forms of facts say of a draft, and what is typed in them.
namespace samrum::partnership::drafting {
namespace {

using agreement::item;
using web::Fields;

/// A key that the list does not have yet, made of a name.
template <class List>
std::string new_key(const List& list, const std::string& name, const char* otherwise) {
    std::string key = key_for(text::folded(name), 0);
    key.resize(key.size() - std::string_view("-0").size());
    if (key == "iop") key = otherwise;
    const auto taken = [&](const std::string& wanted) {
        return std::ranges::any_of(list, [&](const auto& one) { return one.key == wanted; });
    };
    std::string free = key;
    for (int number = 2; taken(free); ++number) free = key + "-" + std::to_string(number);
    return free;
}

/// The item of a key from before, or a new one.
template <class Item>
Item before_of(const std::vector<Item>& before, const std::string& key) {
    for (const Item& one : before)
        if (!key.empty() && one.key == key) return one;
    return {};
}

// Parties

void add_parties(const Agreement& draft, Fields& fields) {
    for (std::size_t i = 0; i < draft.organisations.size(); ++i) {
        const agreement::Organisation& one = draft.organisations[i];
        const std::string at = item("organisations", i);
        fields.add(at + ".key", one.key);
        fields.add(at + ".name", one.name);
        fields.add(at + ".type", std::string(word_of(one.type)));
        fields.add(at + ".part_of", one.part_of);
        fields.add(at + ".organisation_number", one.number ? one.number->text() : "");
        const agreement::Party* party = draft.party(one.key);
        fields.add(at + ".as",
                   !party ? "" : std::string(word_of(party->standing)) + "/" + std::string(word_of(party->side)));
        if (party && party->lead) fields.add(at + ".lead", "yes");
        for (const agreement::Contact& contact : draft.contacts)
            if (contact.organisation == one.key) {
                fields.add(at + ".contact", contact.function);
                break;
            }
        for (const agreement::Signature& signature : draft.signatures)
            if (signature.organisation == one.key) {
                fields.add(at + ".signs", signature.function);
                break;
            }
    }
}

/// One row: the organisation, and its party, contact and signature beside it.
void take_party(const Typed& typed, const std::string& at, const Agreement& before, Agreement& draft) {
    agreement::Organisation one = before_of(before.organisations, typed.text(at + ".key"));
    one.name = typed.text(at + ".name");
    if (one.name.empty()) return;
    if (one.key.empty()) one.key = new_key(draft.organisations, one.name, "organisation");
    one.type = typed.word<agreement::OrganisationType>(at + ".type", agreement::OrganisationType::other);
    one.part_of = typed.text(at + ".part_of");
    one.number.reset();
    if (const std::string number = typed.text(at + ".organisation_number"); !number.empty()) {
        const auto read = base::OrganisationNumber::parse(number);
        typed.problems().take(read, at + ".organisation_number",
                              base::OrganisationNumber::parse("212000-1132").value());
        if (read) one.number = *read;
    }
    const std::string as = typed.text(at + ".as");
    const std::size_t slash = as.find('/');
    if (slash != std::string::npos) {
        const agreement::Party* had = before.party(one.key);
        agreement::Party party = had ? *had : agreement::Party{};
        party.organisation = one.key;
        party.standing = agreement::value_of<agreement::Standing>(as.substr(0, slash)).value_or(party.standing);
        party.side = agreement::value_of<Side>(as.substr(slash + 1)).value_or(party.side);
        party.lead = typed.text(at + ".lead") == "yes";
        draft.parties.push_back(std::move(party));
    }
    if (const std::string contact = typed.text(at + ".contact"); !contact.empty())
        draft.contacts.push_back({one.key, contact});
    if (const std::string signs = typed.text(at + ".signs"); !signs.empty()) {
        agreement::Signature signature;
        for (const agreement::Signature& had : before.signatures)
            if (had.organisation == one.key) signature = had;
        signature.organisation = one.key;
        signature.function = signs;
        draft.signatures.push_back(std::move(signature));
    }
    draft.organisations.push_back(std::move(one));
}

void apply_parties(const Typed& typed, Agreement& draft) {
    const Agreement before = draft;
    draft.organisations.clear();
    draft.parties.clear();
    draft.contacts.clear();
    draft.signatures.clear();
    typed.rows("organisations", ".name", [&](const std::string& at) { take_party(typed, at, before, draft); });
}

// Parts of the proposal

void add_parts(const Agreement& draft, Fields& fields) {
    for (std::size_t i = 0; i < draft.parts.size(); ++i) {
        fields.add(item("parts", i) + ".key", draft.parts[i].key);
        fields.add(item("parts", i) + ".title", draft.parts[i].title);
    }
}
void apply_parts(const Typed& typed, Agreement& draft) {
    const auto before = std::move(draft.parts);
    draft.parts.clear();
    typed.rows("parts", ".title", [&](const std::string& at) {
        agreement::Part one = before_of(before, typed.text(at + ".key"));
        one.title = typed.text(at + ".title");
        if (one.title.empty()) return;
        if (one.key.empty()) {
            one.key = new_key(draft.parts, one.title, "part");
            one.verdict = agreement::Verdict::proposed;
        }
        draft.parts.push_back(std::move(one));
    });
}

// Promises

void add_promises(const Agreement& draft, Fields& fields) {
    for (std::size_t i = 0; i < draft.commitments.size(); ++i) {
        const agreement::Commitment& one = draft.commitments[i];
        const std::string at = item("commitments", i);
        fields.add(at + ".key", one.key);
        fields.add(at + ".title", one.title);
        for (const std::string& by : one.by) fields.add(at + ".by", by);
        fields.add(at + ".kind", std::string(word_of(one.kind)));
        fields.add(at + ".text", one.text);
        fields.add(at + ".part", one.part);
        fields.add(at + ".measure", one.measure ? one.measure->name : "");
        if (one.targets.all.size() != 1) continue;
        const agreement::Target& target = one.targets.all.front().value;
        fields.add(at + ".target.rule", std::string(word_of(target.bound())));
        fields.add(at + ".target.quantity", std::to_string(target.quantity()));
        fields.add(at + ".target.upper", target.upper() ? std::to_string(*target.upper()) : "");
        fields.add(at + ".target.unit", target.unit());
        fields.add(at + ".target.per", std::string(word_of(target.per())));
    }
}

void take_target(const Typed& typed, const std::string& at, agreement::Commitment& one) {
    if (one.targets.all.size() > 1) return;  // a form shows one reading; several are written in the file
    const auto quantity = typed.whole(at + ".target.quantity");
    one.targets.all.clear();
    if (!quantity) return;
    auto target = agreement::Target::of(typed.word<agreement::Bound>(at + ".target.rule", agreement::Bound::at_least),
                                        *quantity, typed.whole(at + ".target.upper"), typed.text(at + ".target.unit"),
                                        typed.word<agreement::Per>(at + ".target.per", agreement::Per::whole_period));
    if (!target) return typed.refuse(target.problems(), at + ".target.");
    one.targets.all.push_back({"", std::move(target).value(), ""});
}

void apply_promises(const Typed& typed, Agreement& draft) {
    const auto before = std::move(draft.commitments);
    draft.commitments.clear();
    typed.rows("commitments", ".title", [&](const std::string& at) {
        agreement::Commitment one = before_of(before, typed.text(at + ".key"));
        one.title = typed.text(at + ".title");
        if (one.title.empty()) return;
        if (one.key.empty()) one.key = new_key(draft.commitments, one.title, "commitment");
        one.by = typed.every(at + ".by");
        one.kind = typed.word<agreement::CommitmentKind>(at + ".kind", agreement::CommitmentKind::duty);
        one.text = typed.text(at + ".text");
        one.part = typed.text(at + ".part");
        take_target(typed, at, one);
        const std::string measure = typed.text(at + ".measure");
        if (measure.empty())
            one.measure.reset();
        else if (!one.measure || one.measure->name != measure)
            one.measure = agreement::MeasureBinding{measure, {}};
        draft.commitments.push_back(std::move(one));
    });
}

// Period

void add_period(const Agreement& draft, Fields& fields) {
    const auto day = [](const std::optional<base::Date>& one) { return one ? one->iso() : std::string(); };
    fields.add("agreement.title", draft.title);
    fields.add("agreement.activity", draft.activity);
    fields.add("agreement.key", draft.key);
    fields.add("agreement.predecessor", draft.predecessor);
    fields.add("period.first", day(draft.term.first));
    fields.add("period.last", day(draft.term.last));
    if (draft.term.open_end) fields.add("period.open_end", "yes");
    fields.add("period.review_by", day(draft.term.review_by));
    fields.add("period.review", draft.term.review);
}
void apply_period(const Typed& typed, Agreement& draft) {
    draft.title = typed.text("agreement.title");
    draft.activity = typed.text("agreement.activity");
    draft.key = typed.text("agreement.key");
    draft.predecessor = typed.text("agreement.predecessor");
    draft.term.first = typed.day("period.first");
    draft.term.open_end = typed.text("period.open_end") == "yes";
    draft.term.last = draft.term.open_end ? std::nullopt : typed.day("period.last");
    draft.term.review_by = typed.day("period.review_by");
    draft.term.review = typed.text("period.review");
}

}  // namespace

Fields fields_of_facts(const Agreement& draft, Facts facts) {
    Fields fields;
    switch (facts) {
        case Facts::parties:
            add_parties(draft, fields);
            break;
        case Facts::parts:
            add_parts(draft, fields);
            break;
        case Facts::promises:
            add_promises(draft, fields);
            break;
        case Facts::period:
            add_period(draft, fields);
            break;
        case Facts::reports:
            add_reports(draft, fields);
            break;
        case Facts::money:
            add_money(draft, fields);
            break;
        case Facts::ending:
            add_ending(draft, fields);
            break;
    }
    return fields;
}

void apply_facts(const Fields& form, Facts facts, Agreement& draft, base::ProblemList& problems) {
    const Typed typed(form, problems);
    switch (facts) {
        case Facts::parties:
            return apply_parties(typed, draft);
        case Facts::parts:
            return apply_parts(typed, draft);
        case Facts::promises:
            return apply_promises(typed, draft);
        case Facts::period:
            return apply_period(typed, draft);
        case Facts::reports:
            return apply_reports(typed, draft);
        case Facts::money:
            return apply_money(typed, draft);
        case Facts::ending:
            return apply_ending(typed, draft);
    }
}

}  // namespace samrum::partnership::drafting
