#include "partnership/papers/actions_original.hpp"

#include "foundation/base/text.hpp"
#include "foundation/document/pdf.hpp"
#include "foundation/jobs/jobs.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_assessment.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/papers/actions_layout_terms.hpp"
#include "partnership/papers/actions_neighbours.hpp"
#include "partnership/papers/actions_permission.hpp"
#include "partnership/papers/repository.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sodium.h>

namespace samrum::partnership::papers {
namespace {

using nlohmann::json;

constexpr std::string_view kPdf = "application/pdf";

std::string base64(std::string_view bytes) {
    constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;
    std::string out(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      kVariant);
    out.pop_back();  // the zero that ends a C string
    return out;
}
std::string from_base64(const std::string& text) {
    std::string out(text.size(), '\0');
    std::size_t length = 0;
    const int bad = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                                      text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
    base::ensure(bad == 0, "an original travels as base64");
    out.resize(length);
    return out;
}

/// The rooms of the other parties, each once.
std::vector<store::RoomId> party_rooms(const std::vector<agreement::PartyRow>& parties, const base::Uuid& home) {
    std::vector<store::RoomId> rooms;
    for (const auto& party : parties)
        if (party.room && *party.room != home &&
            std::find(rooms.begin(), rooms.end(), store::RoomId{*party.room}) == rooms.end())
            rooms.emplace_back(*party.room);
    return rooms;
}

bool writes_here(store::Reader& room, const module::Caller& caller, const agreement::AgreementHead& head) {
    return room.place() && head.home_room == room.place()->uuid() &&
           module::may_for(caller, agreement::kWriteAgreements, caller.room_organisation);
}

std::optional<Original> original_of(store::Reader& room, AgreementId id, int version) {
    for (Original& one : load_originals(room, id))
        if (one.version == version) return std::move(one);
    return std::nullopt;
}

/// The agreement of any version.
std::optional<Agreement> agreement_of(store::Reader& room, AgreementId id, int version) {
    const auto found = agreement::find_version(room, id, version);
    if (!found) return std::nullopt;
    auto file = agreement::read_agreement(found->document);
    base::ensure(static_cast<bool>(file), "an agreement that was let in reads again");
    return std::move(file).value().agreement;
}

json signature_json(const RecordedSignature& one) {
    // The name and the scan stay here.
    return {{"position", one.position},
            {"organisation", one.organisation},
            {"function", one.function},
            {"place", one.place},
            {"signed_on", one.signed_on ? json(one.signed_on->iso()) : json()},
            {"stated", one.stated},
            {"recorded_on", one.recorded_on.iso()},
            {"recorded_by", one.recorded_by}};
}

/// What a file is by its first bytes: what a browser says of it is nothing to trust.
std::string_view type_of_scan(std::string_view bytes) {
    constexpr std::pair<std::string_view, std::string_view> kKnown[] = {{"%PDF-", kPdf},
                                                                        {"\x89PNG", "image/png"},
                                                                        {"\xFF\xD8\xFF", "image/jpeg"},
                                                                        {"II*", "image/tiff"},
                                                                        {"MM", "image/tiff"}};
    for (const auto& [begins, type] : kKnown)
        if (bytes.starts_with(begins)) return type;
    return {};
}

/// Keeps the scan of a form, or notes what is wrong with it.
std::optional<base::Uuid> keep_scan(store::Transaction& tx, const ScanFile& scan, base::ProblemList& problems) {
    const std::string_view type = type_of_scan(scan.bytes);
    if (type.empty()) {
        problems.add(base::problem("scan", "papers.signature.scan_type"));
        return std::nullopt;
    }
    const auto kept = store::put_attachment(tx, scan.name, type, scan.bytes, base::Instant::now());
    for (auto one : kept.problems()) {
        one.field = "scan";
        problems.add(std::move(one));
    }
    return kept ? std::optional(kept->uuid()) : std::nullopt;
}

}  // namespace

AgreementContent content_of(store::Reader& room, const agreement::ReadAgreement& all, base::Date made_on) {
    const auto version = agreement::find_version(room, all.head.id, all.head.version);
    base::ensure(version.has_value(), "an agreement has its version");
    return {all.file.agreement,
            all.head.version,
            version->hash,
            made_on,
            agreement::read_assessments(room, all),
            amended_on(room, all.head.id, all.head.version)};
}

base::Result<base::Done> make_original(store::Session& room, const module::House& house, const module::Caller& caller,
                                       AgreementId id) {
    const auto all = agreement::read_agreement_of(room, caller, id);
    if (!all || !writes_here(room, caller, all->head)) return module::refusal();
    base::ProblemList problems;
    if (signatories_of(all->file.agreement).empty()) problems.add(base::problem("", "papers.original.no_signatories"));
    // Nobody signs two descriptions of whom it is for.
    for (const agreement::TargetGroup& group : all->file.agreement.target_groups)
        if (!group.texts.empty() && !agreed(group.texts)) problems.add(base::problem("", "papers.original.unsettled"));
    if (!problems.empty()) return problems.all();
    const base::Date today = house.clocks.today();
    const AgreementContent content = content_of(room, *all, today);
    // Made outside the transaction; it is the same file for the same content and day.
    const std::string pdf =
        document::write_pdf(agreement_paper(house.catalogues->words(all->file.agreement.language), content));
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("papers/" + id.text());
        if (original_of(tx, id, content.version)) return base::Done{};
        const auto file = store::put_attachment(tx, all->head.slug + "-" + std::to_string(content.version) + ".pdf",
                                                kPdf, pdf, base::Instant::now());
        if (!file) return file.problems();
        const Original made{id,    content.version, content.content_hash, file->uuid(), agreement::content_hash(pdf),
                            today, caller.label};
        insert_original(tx, made);
        tx.journal(caller.actor(), {"papers.original_made", all->head.slug,
                                    json{{"version", made.version}, {"hash", made.file_hash}}.dump()});
        const std::string payload = json{
            {"agreement", id.text()},
            {"version", made.version},
            {"content_hash", made.content_hash},
            {"file_hash", made.file_hash},
            {"made_on", made.made_on.iso()},
            {"made_by", made.made_by},
            {"name", all->head.slug + "-" + std::to_string(made.version) + ".pdf"},
            {"pdf", base64(pdf)}}.dump();
        for (const store::RoomId to : party_rooms(all->parties, all->head.home_room))
            jobs::hand_over(tx, {base::Uuid::ordered(), *tx.place(), to, std::string(kOriginalEnvelope), payload,
                                 base::Instant::now()});
        return base::Done{};
    });
}

std::vector<SeenOriginal> read_originals(store::Reader& room, const module::Caller& caller,
                                         const agreement::ReadAgreement& all) {
    const bool sees = module::may_for(caller, kSeeSignatures, caller.room_organisation);
    std::vector<SeenOriginal> seen;
    for (const auto& version : agreement::versions_of(room, all.head.id)) {
        SeenOriginal one;
        one.version = version.number;
        one.content_hash = version.hash;
        one.original = original_of(room, all.head.id, version.number);
        const Agreement content = *agreement_of(room, all.head.id, version.number);
        one.signatories = signatories_of(content);
        one.signatures = load_signatures(room, all.head.id, version.number);
        one.state = signing_state(one.signatories, one.signatures);
        if (one.original) one.notes = notes_on_signatures(content, one.signatures, one.original->made_on);
        if (!sees)
            for (RecordedSignature& signature : one.signatures) {
                signature.name.clear();
                signature.scan.reset();
            }
        seen.push_back(std::move(one));
    }
    return seen;
}

std::optional<store::Attachment> original_file(store::Reader& room, const module::Caller& caller, AgreementId id,
                                               int version) {
    if (!agreement::read_agreement_of(room, caller, id)) return std::nullopt;
    const auto one = original_of(room, id, version);
    return one ? store::find_attachment(room, store::AttachmentId{one->file}) : std::nullopt;
}

base::Result<base::Done> record_signature(store::Session& room, const module::House& house,
                                          const module::Caller& caller, AgreementId id, int version, int position,
                                          const SignatureInput& input, const std::optional<ScanFile>& scan) {
    const base::Date today = house.clocks.today();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("papers/" + id.text());
        const auto head = agreement::find_agreement(tx, id);
        const auto content = head ? agreement_of(tx, id, version) : std::nullopt;
        if (!content || !writes_here(tx, caller, *head)) return module::refusal();
        const auto signatories = signatories_of(*content);
        const auto line = std::find_if(signatories.begin(), signatories.end(),
                                       [&](const Signatory& one) { return one.position == position; });
        if (line == signatories.end()) return module::refusal();
        base::ProblemList problems;
        if (!original_of(tx, id, version)) problems.add(base::problem("", "papers.signature.no_original"));
        RecordedSignature made;
        made.position = position;
        made.organisation = line->organisation;
        made.function = base::trim(input.function);
        made.name = base::trim(input.name);
        made.place = base::trim(input.place);
        made.stated = base::trim(input.stated);
        made.recorded_on = today;
        made.recorded_by = caller.label;
        if (const std::string typed = base::trim(input.signed_on); !typed.empty()) {
            const auto day = base::Date::parse(typed);
            if (day)
                made.signed_on = *day;
            else
                problems.add(base::problem("signed_on", "papers.signature.unreadable"));
        }
        // A day that does not read is told as that alone, beside everything else.
        const bool is_unread = !problems.all().empty() && problems.all().back().field == "signed_on";
        for (const base::Problem& one : judge_signature(made, today))
            if (!is_unread || one.field != "signed_on") problems.add(one);
        const auto before = load_signatures(tx, id, version);
        for (const RecordedSignature& one : before)
            if (one.position == position) made.scan = one.scan;
        const auto old_scan = made.scan;
        if (scan) made.scan = keep_scan(tx, *scan, problems);
        if (!problems.empty()) return problems.all();
        if (scan && old_scan) store::remove_attachment(tx, store::AttachmentId{*old_scan});

        const bool was_complete = signing_state(signatories, before).last_day.has_value();
        save_signature(tx, id, version, made);
        // Functions only: a name has no place in a chain that nothing is taken out of.
        tx.journal(
            caller.actor(),
            {"papers.signature_recorded", head->slug,
             json{{"version", version}, {"signature", signature_json(made)}, {"scan", made.scan.has_value()}}.dump()});
        json payload = signature_json(made);
        payload["agreement"] = id.text();
        payload["version"] = version;
        for (const store::RoomId to : party_rooms(agreement::parties_of(tx, id), head->home_room))
            jobs::hand_over(tx, {base::Uuid::ordered(), *tx.place(), to, std::string(kSignatureEnvelope),
                                 payload.dump(), base::Instant::now()});
        const auto state = signing_state(signatories, load_signatures(tx, id, version));
        if (state.last_day && !was_complete) tell_signed(tx, caller.actor(), id, *state.last_day);
        return base::Done{};
    });
}

std::optional<store::Attachment> scan_file(store::Reader& room, const module::Caller& caller, AgreementId id,
                                           int version, int position) {
    if (!module::may_for(caller, kSeeSignatures, caller.room_organisation) ||
        !agreement::read_agreement_of(room, caller, id))
        return std::nullopt;
    for (const RecordedSignature& one : load_signatures(room, id, version))
        if (one.position == position && one.scan) return store::find_attachment(room, store::AttachmentId{*one.scan});
    return std::nullopt;
}

std::vector<std::string> recorded_signatures(store::Reader& room, const base::Uuid& agreement) {
    const AgreementId id{agreement};
    const auto head = agreement::find_agreement(room, id);
    for (int version = head ? head->version : 0; version > 0; --version) {
        std::vector<std::string> fields;
        const auto signatures = load_signatures(room, id, version);
        for (const RecordedSignature& one : signatures)
            if (one.signed_on)
                fields.push_back(agreement::item("signatures", static_cast<std::size_t>(one.position - 1)));
        if (!signatures.empty()) return fields;
    }
    return {};
}

void receive_original(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    const json sent = json::parse(payload);
    const auto id = AgreementId::parse(sent.at("agreement").get<std::string>()).value();
    const int version = sent.at("version");
    const auto head = agreement::find_agreement(tx, id);
    // The agreement itself travels by another envelope: until it is there, this one waits and comes again.
    const auto known = head ? agreement::find_version(tx, id, version) : std::nullopt;
    base::ensure(known && head->home_room == from.uuid(), "an original comes from its home room, after its version");
    base::ensure(known->hash == sent.at("content_hash").get<std::string>(),
                 "an original is of the version that is here");
    if (original_of(tx, id, version)) return;
    const std::string pdf = from_base64(sent.at("pdf").get<std::string>());
    const std::string hash = agreement::content_hash(pdf);
    base::ensure(hash == sent.at("file_hash").get<std::string>(), "an original is the same bytes in every room");
    const auto file = store::put_attachment(tx, sent.at("name").get<std::string>(), kPdf, pdf, base::Instant::now());
    insert_original(tx, {id, version, known->hash, file.value().uuid(), hash,
                         base::Date::parse(sent.at("made_on").get<std::string>()).value(), sent.at("made_by")});
    tx.journal({"system", "hand-over"},
               {"papers.original_received", head->slug, json{{"version", version}, {"hash", hash}}.dump()});
}

void receive_signature(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    const json sent = json::parse(payload);
    const auto id = AgreementId::parse(sent.at("agreement").get<std::string>()).value();
    const auto head = agreement::find_agreement(tx, id);
    base::ensure(head && head->home_room == from.uuid(), "signatures are recorded in the home room");
    RecordedSignature one;
    one.position = sent.at("position");
    one.organisation = sent.at("organisation");
    one.function = sent.at("function");
    one.place = sent.at("place");
    if (!sent.at("signed_on").is_null())
        one.signed_on = base::Date::parse(sent.at("signed_on").get<std::string>()).value();
    one.stated = sent.at("stated");
    one.recorded_on = base::Date::parse(sent.at("recorded_on").get<std::string>()).value();
    one.recorded_by = sent.at("recorded_by");
    save_signature(tx, id, sent.at("version"), one);
    tx.journal({"system", "hand-over"}, {"papers.signature_received", head->slug, signature_json(one).dump()});
}

}  // namespace samrum::partnership::papers
