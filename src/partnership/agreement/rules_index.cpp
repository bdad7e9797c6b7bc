#include "partnership/agreement/rules_index.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

AgreementHead head_of(const Agreement& agreement) {
    AgreementHead head;
    head.slug = agreement.key;
    head.title = agreement.title;
    head.activity = agreement.activity;
    if (const auto purpose = agreement.text.find(Section::purpose); purpose != agreement.text.end())
        head.purpose = purpose->second;
    head.registry_number = agreement.registry_number;
    head.first = agreement.term.first;
    head.last = agreement.term.last;
    head.open_end = agreement.term.open_end;
    if (agreement.term.ended) head.ended_on = agreement.term.ended->on;
    return head;
}

std::vector<AmountRow> amounts_of(const Agreement& agreement) {
    std::vector<AmountRow> rows;
    int position = 0;
    for (const Amount& amount : agreement.amounts) {
        ++position;
        int reading = 0;
        for (const auto& one : amount.sums.all) {
            const bool set_aside = amount.sums.choice && amount.sums.settled() != &one;
            if (set_aside) continue;
            AmountRow row;
            row.position = position;
            row.reading = ++reading;
            row.title = amount.title;
            row.payer = std::string(agreement.name_of(amount.payer));
            row.recipient = std::string(agreement.name_of(amount.recipient));
            row.kind = amount.kind;
            row.first = amount.first ? amount.first : agreement.term.first;
            row.last = amount.last ? amount.last : agreement.term.last;
            if (const Season* season = agreement.season(amount.season)) {
                row.first = season->first;
                row.last = season->last;
            }
            row.per = one.value.per;
            row.least = one.value.sum.from();
            row.most = one.value.sum.to();
            row.source = one.source.empty() ? amount.source : one.source;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

CommitmentRow commitment_of(const Agreement& agreement, const Commitment& commitment) {
    CommitmentRow row;
    row.key = commitment.key;
    for (const std::string& key : commitment.by) {
        row.party += (row.party.empty() ? "" : ",") + key;
        row.party_name += (row.party_name.empty() ? "" : ", ") + std::string(agreement.name_of(key));
        if (const Party* party = agreement.party(key)) row.side = party->side;
    }
    row.kind = commitment.kind;
    row.title = commitment.title.empty() ? commitment.text : commitment.title;
    if (commitment.measure) {
        row.measure = commitment.measure->name;
        row.scope.insert(commitment.measure->scope.begin(), commitment.measure->scope.end());
    }
    if (commitment.reported_by) row.reported_by = commitment.reported_by->function;
    row.first = commitment.first;
    row.last = commitment.last;
    const bool several = commitment.targets.all.size() > 1;
    for (const auto& one : commitment.targets.all)
        row.readings.push_back({one.key, one.value, one.source, several && commitment.targets.settled() == &one});
    return row;
}

}  // namespace

AgreementIndex index_of(const Agreement& agreement) {
    AgreementIndex index;
    index.head = head_of(agreement);
    for (const Party& party : agreement.parties)
        index.parties.push_back({party.organisation, party.side, party.standing == Standing::contributor,
                                 std::string(agreement.name_of(party.organisation)), std::nullopt, std::nullopt,
                                 party.joined, party.left, party.lead});
    index.amounts = amounts_of(agreement);
    for (const Commitment& commitment : agreement.commitments)
        index.commitments.push_back(commitment_of(agreement, commitment));
    return index;
}

bool is_party(const std::vector<PartyRow>& parties, const base::Uuid& room) {
    return std::any_of(parties.begin(), parties.end(), [&](const PartyRow& one) { return one.room == room; });
}

void note_ending(Agreement& agreement, const AgreementHead& head) {
    auto& ended = agreement.term.ended;
    if (head.ended_on && (!ended || ended->on != *head.ended_on)) ended = Ending{*head.ended_on, head.ended_how, ""};
}

bool is_promised_from(const std::vector<PartyRow>& parties, const CommitmentRow& commitment, const base::Uuid& room) {
    const std::string keys = "," + commitment.party + ",";
    return std::any_of(parties.begin(), parties.end(), [&](const PartyRow& party) {
        return party.room == room && keys.find("," + party.key + ",") != std::string::npos;
    });
}

std::string party_names(const std::vector<PartyRow>& parties, Side side, std::optional<base::Date> day) {
    std::string names;
    for (const PartyRow& one : parties) {
        const bool there = !day || ((!one.joined || *one.joined <= *day) && (!one.left || *day <= *one.left));
        if (one.side == side && !one.contributor && there) names += (names.empty() ? "" : ", ") + one.name;
    }
    return names;
}

}  // namespace samrum::partnership::agreement
