#include "partnership/agreement/actions_search.hpp"

#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_readers.hpp"
#include "partnership/agreement/repository_agreement.hpp"

namespace samrum::partnership::agreement {
namespace {

/// Its words: what it is about, who its parties are, and its sections.
std::string text_of(store::Reader& room, const AgreementHead& head, const std::vector<PartyRow>& parties) {
    std::string text = head.activity + "\n\n" + head.registry_number + "\n\n" + head.purpose;
    for (const PartyRow& one : parties) text += "\n\n" + one.name;
    for (const auto& [section, markdown] : load_document(room, head).text) text += "\n\n" + markdown;
    return text;
}

void each_agreement(const module::SearchCall& call, const module::TakeEntry& take) {
    for (const AgreementHead& head : list_agreements(call.room)) {
        const auto parties = parties_of(call.room, head.id);
        take({.link = "/agreements/" + head.id.text(),
              .title = head.title,
              .text = text_of(call.room, head, parties),
              .day = head.first,
              .visible_to = readers_of(call.head, kReadAgreements, parties)});
    }
}

void each_commitment(const module::SearchCall& call, const module::TakeEntry& take) {
    for (const AgreementHead& head : list_agreements(call.room)) {
        const auto readers = readers_of(call.head, kReadAgreements, parties_of(call.room, head.id));
        for (const CommitmentRow& one : commitments_of(call.room, head.id))
            take({.link = "/agreements/" + head.id.text() + "/commitments#" + one.key,
                  .title = one.title,
                  .text = one.party_name + "\n\n" + head.title,
                  .day = one.first,
                  .visible_to = readers});
    }
}

}  // namespace

std::vector<module::SearchReader> readers_of(const module::RoomHead& room, const module::Permission& permission,
                                             const std::vector<PartyRow>& parties) {
    std::vector<module::SearchReader> readers{{&permission, room.organisation}};
    for (const PartyRow& one : parties)
        if (one.organisation) readers.push_back({&permission, module::OrganisationId{*one.organisation}});
    return readers;
}

std::vector<module::SearchSource> search_sources() {
    return {{.kind = "agreement", .told_by = {"agreement."}, .each = each_agreement},
            {.kind = "commitment", .told_by = {"agreement."}, .each = each_commitment}};
}

}  // namespace samrum::partnership::agreement
