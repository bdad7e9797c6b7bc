#include "friends/people/actions_participant.hpp"

#include "directory/actions_slices.hpp"
#include "directory/rules_token.hpp"
#include "foundation/base/ensure.hpp"
#include "foundation/base/text.hpp"
#include "friends/people/repository_participant.hpp"
#include "friends/people/repository_programme.hpp"
#include "friends/people/rules_stage.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::friends::people {
namespace {

using nlohmann::json;

Participant known(store::Reader& room, ParticipantId id) {
    auto one = load_participant(room, id);
    base::ensure(one.has_value(), "a participant that is moved is there");
    return *std::move(one);
}

void save(store::Transaction& room, const Participant& one) {
    base::ensure(update_participant(room, one), "a row just read has its revision");
}

json day_or_null(const std::optional<base::Date>& day) {
    return day ? json(day->iso()) : json(nullptr);
}

}  // namespace

std::optional<Participant> find_participant(store::Reader& room, ParticipantId id) {
    return load_participant(room, id);
}
std::optional<Participant> participant_of_link(store::Reader& room, std::string_view secret) {
    const auto owner = owner_of_link(room, directory::token_hash(secret));
    return owner ? load_participant(room, ParticipantId{*owner}) : std::nullopt;
}
std::vector<Participant> list_ready(store::Reader& room, ProgrammeId programme, base::Date today) {
    auto all = load_of_stage(room, programme, Stage::ready);
    std::erase_if(all, [&](const Participant& one) { return one.waiting_since > today; });
    return all;
}
std::vector<Participant> list_participants(store::Reader& room, ProgrammeId programme) {
    auto all = load_participants(room);
    if (!programme.is_nil()) std::erase_if(all, [&](const Participant& one) { return one.programme != programme; });
    return all;
}
std::optional<Programme> find_programme(store::Reader& room, ProgrammeId id) {
    return load_programme(room, id);
}
std::vector<Programme> list_programmes(store::Reader& room) {
    return load_programmes(room);
}
bool has_programmes(store::Reader& room) {
    return count_programmes(room) > 0;
}

void set_stage(store::Transaction& room, const store::Actor& who, ParticipantId id, Stage stage, base::Date day) {
    base::ensure(stage != Stage::left, "leaving has a reason");
    Participant one = known(room, id);
    if (one.stage == stage) return;
    // A new wait begins when a friendship is over or somebody comes back; else the place in the queue is kept.
    if (stage == Stage::ready && (one.stage == Stage::paired || one.stage == Stage::left)) one.waiting_since = day;
    if (one.stage == Stage::left) {
        one.left_on.reset();
        one.leave_reason.reset();
        directory::begin_function(room, who, id, kFunction, day);
    }
    one.stage = stage;
    one.stage_on = day;
    save(room, one);
    room.journal(who, {"participant.stage", id.text(), json{{"stage", code_of(stage)}}.dump()});
}

void leave(store::Transaction& room, const store::Actor& who, ParticipantId id, LeaveReason reason, base::Date day) {
    Participant one = known(room, id);
    if (one.stage == Stage::left) return;
    one.stage = Stage::left;
    one.stage_on = day;
    one.left_on = day;
    one.leave_reason = reason;
    save(room, one);
    directory::end_functions(room, who, id, kFunction, day);
    add_move(room, {one.programme, day, "left", one.answers.side, std::string(code_of(reason)), one.answers.adults});
    room.journal(who, {"participant.left", id.text(), "{}"});
}

std::string new_link(store::Transaction& room, ParticipantId id, base::Date today) {
    std::string secret = directory::new_token();
    save_link(room, directory::token_hash(secret), id.uuid(), today);
    return secret;
}
std::string link_address(const module::House& house, std::string_view room_short_name, std::string_view secret) {
    return house.public_address + "/" + std::string(room_short_name) + "/k/" + std::string(secret);
}

std::string first_name(std::string_view whole) {
    // Phones and word processors write other spaces too: none of them belongs to the first name.
    constexpr std::string_view spaces[] = {" ",      "\t",     "\n",     "\u00a0", "\u1680", "\u2000", "\u2001",
                                           "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
                                           "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};
    const std::string trimmed = base::trim(whole);
    std::size_t end = trimmed.size();
    for (const std::string_view space : spaces) end = std::min(end, trimmed.find(space));
    return trimmed.substr(0, end);
}

std::string extract_participant(store::Reader& room, const base::Uuid& person) {
    const auto one = load_participant(room, ParticipantId{person});
    if (!one) return "null";
    const Answers& a = one->answers;
    json statements = json::object();
    for (const Likert& each : a.statements) statements[each.code] = each.answer;
    json wishes = json::object();
    for (const WishOf& each : a.wishes) wishes[std::string(code_of(each.wish))] = code_of(each.weight);
    const auto programme = load_programme(room, one->programme);
    return json{{"programme", programme ? programme->name : std::string()},
                {"stage", code_of(one->stage)},
                {"stage_on", one->stage_on.iso()},
                {"enrolled_on", one->enrolled_on.iso()},
                {"waiting_since", one->waiting_since.iso()},
                {"side", code_of(a.side)},
                {"party", code_of(a.party)},
                {"adults", a.adults},
                {"municipality", a.municipality},
                {"swedish_level", a.swedish_level},
                {"age", age_band_text(a.age_band)},
                {"gender", code_of(a.gender)},
                {"languages", a.languages},
                {"interests", a.interests},
                {"life_situation", a.situations},
                {"times", a.times},
                {"statements", statements},
                {"wishes", wishes},
                {"page_language", one->language},
                {"talked_on", day_or_null(one->talked_on)},
                {"note", one->note},
                {"values_agreed_on", one->values_agreed_on.iso()},
                {"consent_on", one->consent_on.iso()},
                {"left_on", day_or_null(one->left_on)},
                {"leave_reason", one->leave_reason ? json(code_of(*one->leave_reason)) : json(nullptr)}}
        .dump();
}

std::int64_t erase_participant(store::Transaction& room, const base::Uuid& person) {
    return delete_participant(room, ParticipantId{person}) ? 1 : 0;
}

}  // namespace samrum::friends::people
