#include "partnership/changes/actions_events.hpp"

#include "foundation/base/text.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/store/attachments.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/changes/repository.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::changes {
namespace {

using nlohmann::json;

std::string lock_name(AgreementId id) {
    return "changes/" + id.text();
}

/// The agreement's row says what follows for its end: in force or not is asked there.
void let_row_follow(store::Transaction& tx, AgreementId id) {
    const Course course = course_of(tx, id);
    const Ending ending = ending_of(course);
    agreement::AgreementStanding standing{ending.settled_on, {}, {}};
    if (ending.how == EventKind::notice_day) standing.ended_how = "notice";
    if (ending.how == EventKind::termination) standing.ended_how = "breach";
    if (ending.last != course.last || !standing.ended_how.empty()) standing.ended_on = ending.last;
    agreement::set_standing(tx, id, standing);
}

std::vector<store::RoomId> rooms_of_others(store::Transaction& tx, AgreementId id) {
    std::vector<store::RoomId> rooms;
    for (const auto& party : agreement::parties_of(tx, id)) {
        if (!party.room || store::RoomId{*party.room} == tx.place()) continue;
        const store::RoomId room{*party.room};
        if (std::ranges::find(rooms, room) == rooms.end()) rooms.push_back(room);
    }
    return rooms;
}

template <class E>
std::optional<E> typed_word(std::string_view word, std::string_view field, base::ProblemList& problems) {
    if (word.empty()) return std::nullopt;
    const auto found = agreement::value_of<E>(word);
    if (!found) problems.add(base::problem(std::string(field), "partnership.changes.no_such_choice"));
    return found;
}
std::optional<base::Date> typed_day(const std::string& text, std::string_view field, base::ProblemList& problems) {
    if (text.empty()) return std::nullopt;
    const auto day = base::Date::parse(text);
    if (day) return *day;
    for (auto one : day.problems()) one.field = field, problems.add(std::move(one));
    return std::nullopt;
}

/// The line as typed; problems of single fields beside it.
Event read_line(const EventInput& input, base::Date today, base::ProblemList& problems) {
    Event one;
    one.kind = typed_word<EventKind>(input.kind, "kind", problems).value_or(EventKind::note);
    one.on = typed_day(input.on, "on", problems).value_or(today);
    if (input.on.empty()) problems.add(base::problem("on", "partnership.changes.on_missing"));
    one.text = base::trim(input.text);
    if (one.text.size() > kLongestText)
        problems.add(base::problem("text", "partnership.changes.text_too_long",
                                   {{"most", static_cast<std::int64_t>(kLongestText)}}));
    one.party = input.party;
    if (!input.about.empty()) {
        if (const auto about = EventId::parse(input.about))
            one.about = *about;
        else
            problems.add(base::problem("about", "partnership.changes.no_such_choice"));
    }
    one.until = typed_day(input.until, "until", problems);
    one.outcome = typed_word<Outcome>(input.outcome, "outcome", problems).value_or(Outcome::none);
    one.notice_case = typed_word<agreement::NoticeCase>(input.notice_case, "notice_case", problems);
    one.successor = base::trim(input.successor);
    return one;
}

bool in_own_name_only(EventKind kind) {
    return kind == EventKind::notice || kind == EventKind::notice_withdrawn || kind == EventKind::termination;
}
/// What is written by its own action, or by the calendar, is not typed here.
bool is_typed(EventKind kind) {
    return !comes_by_itself(kind) && kind != EventKind::amendment && kind != EventKind::prolongation &&
           kind != EventKind::signed_;
}

void judge_party(const Event& one, const agreement::AgreementHead& head,
                 const std::vector<agreement::PartyRow>& parties, const std::vector<std::string>& only,
                 base::ProblemList& problems) {
    if (one.party.empty()) return;
    const auto party = std::ranges::find(parties, one.party, &agreement::PartyRow::key);
    if (party == parties.end())
        problems.add(base::problem("party", "partnership.changes.no_such_choice"));
    else if (!may_act_for(one.kind, *party, head, only))
        problems.add(base::problem("party", "partnership.changes.own_name_only"));
}

/// Nobody takes another party's notice back by calling it wrong, either.
void judge_correction(const Event& one, const Course& course, const agreement::AgreementHead& head,
                      const std::vector<agreement::PartyRow>& parties, const std::vector<std::string>& only,
                      base::ProblemList& problems) {
    if (one.kind != EventKind::correction || !one.about) return;
    const auto line = std::ranges::find(course.events, *one.about, &Event::id);
    if (line == course.events.end()) return;
    const auto party = std::ranges::find(parties, line->party, &agreement::PartyRow::key);
    if (party != parties.end() && !may_act_for(line->kind, *party, head, only))
        problems.add(base::problem("about", "partnership.changes.own_name_only"));
}

/// What an officer notes for a party that has no room to write in is shown by what the party wrote itself.
base::Problems judge_proof(store::Reader& room, const module::Caller& caller, const Event& one,
                           const std::vector<Document>& documents) {
    const auto parties = agreement::parties_of(room, one.agreement);
    const auto party = std::ranges::find(parties, one.party, &agreement::PartyRow::key);
    if (!in_own_name_only(one.kind) || party == parties.end() || party->side != agreement::Side::civil) return {};
    const bool is_own =
        party->organisation && module::may_for(caller, kWriteChanges, module::OrganisationId{*party->organisation});
    const bool is_shown = std::ranges::any_of(documents, [](const Document& each) { return !each.bytes.empty(); });
    if (is_own || is_shown) return {};
    return {base::problem("documents", "partnership.changes.document_shows_it")};
}

/// Which file name is safe to keep: without folders.
std::string plain_name(const std::string& name) {
    const auto slash = name.find_last_of("/\\");
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

base::Problems judge_documents(const std::vector<Document>& documents) {
    base::ProblemList problems;
    if (documents.size() > kMostDocuments)
        problems.add(base::problem("documents", "partnership.changes.too_many_files",
                                   {{"most", static_cast<std::int64_t>(kMostDocuments)}}));
    for (const Document& one : documents)
        if (one.bytes.size() > kMostDocumentBytes)
            problems.add(base::problem(
                "documents", "partnership.changes.file_too_large",
                {{"name", one.name}, {"most", static_cast<std::int64_t>(kMostDocumentBytes / (1024 * 1024))}}));
    return problems.all();
}

/// Whose duty it is: the officer's where the agreement lives, the coordinator's in an association's copy.
module::Role role_in(store::Reader& room, const agreement::AgreementHead& head) {
    return room.place() && head.home_room == room.place()->uuid() ? module::Role::officer : module::Role::coordinator;
}

}  // namespace

bool may_act_for(EventKind kind, const agreement::PartyRow& party, const agreement::AgreementHead& head,
                 const std::vector<std::string>& only) {
    if (!in_own_name_only(kind)) return true;
    if (!only.empty()) return std::ranges::find(only, party.key) != only.end();
    return party.side == agreement::Side::public_side || !party.room || *party.room == head.home_room;
}

std::optional<std::vector<std::string>> may_write_for(store::Reader& room, const module::Caller& caller,
                                                      const agreement::AgreementHead& head) {
    if (!room.place() || head.home_room != room.place()->uuid()) return std::nullopt;
    if (module::may_for(caller, kWriteChanges, caller.room_organisation)) return std::vector<std::string>{};
    std::vector<std::string> own;
    for (const auto& party : agreement::parties_of(room, head.id))
        if (party.organisation && module::may_for(caller, kWriteChanges, module::OrganisationId{*party.organisation}))
            own.push_back(party.key);
    return own.empty() ? std::nullopt : std::optional(std::move(own));
}

base::Result<Event> preview_event(store::Reader& room, const module::Caller& caller, base::Date today, AgreementId id,
                                  const EventInput& input) {
    const auto head = agreement::find_agreement(room, id);
    const auto only = head ? may_write_for(room, caller, *head) : std::nullopt;
    if (!only) return module::refusal();
    base::ProblemList problems;
    Event one = read_line(input, today, problems);
    if (!is_typed(one.kind)) return module::refusal();
    one.agreement = id;
    one.written_on = today;
    one.written_by = caller.label;
    one.number = next_number(room, id);
    const auto parties = agreement::parties_of(room, id);
    judge_party(one, *head, parties, *only, problems);
    const Course course = course_of(room, id);
    judge_correction(one, course, *head, parties, *only, problems);
    if (one.about && std::ranges::find(course.events, *one.about, &Event::id) == course.events.end())
        problems.add(base::problem("about", "partnership.changes.no_such_choice"));
    if (!one.successor.empty()) {
        const auto next = agreement::find_agreement_by_slug(room, *room.place(), one.successor);
        if (!next)
            problems.add(base::problem("successor", "partnership.changes.no_such_choice"));
        else if (!may_succeed(*head, parties, *next, agreement::parties_of(room, next->id)))
            problems.add(base::problem("successor", "partnership.changes.no_successor"));
    }
    if (one.notice_case)
        if (const auto* rule = notice_rule(course, *one.notice_case))
            one.until = last_day_of_notice(course, *rule, one.on);
    problems.add(judge_shape(one));
    if (problems.empty()) problems.add(judge(course, one, today));
    if (!problems.empty()) return problems.all();
    return one;
}

base::Result<EventId> write_event(store::Session& room, const module::Caller& caller, base::Date today,
                                  base::Instant now, AgreementId id, const EventInput& input,
                                  const std::vector<Document>& documents) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<EventId> {
        tx.lock(lock_name(id));
        auto one = preview_event(tx, caller, today, id, input);
        base::ProblemList problems;
        if (!one) problems.add(one.problems());
        if (one || !module::is_refusal(one.problems())) problems.add(judge_documents(documents));
        if (one) problems.add(judge_proof(tx, caller, *one, documents));
        if (!problems.empty()) return problems.all();
        return save_event(tx, caller.actor(), std::move(one).value(), documents, now);
    });
}

EventId save_event(store::Transaction& tx, const store::Actor& who, Event one, const std::vector<Document>& documents,
                   base::Instant now) {
    one.id = EventId::ordered();
    one.number = next_number(tx, one.agreement);
    std::vector<Document> kept;
    for (const Document& each : documents) {
        const std::string name = plain_name(each.name);
        const auto id = store::put_attachment(tx, name.empty() ? "dokument" : name, each.type, each.bytes, now);
        if (!id) continue;  // an empty file field
        one.files.push_back({id->uuid(), name, each.type, static_cast<std::int64_t>(each.bytes.size())});
        kept.push_back({name.empty() ? "dokument" : name, each.type, each.bytes});
    }
    insert_event(tx, one);
    let_row_follow(tx, one.agreement);
    const auto head = agreement::find_agreement(tx, one.agreement);
    tx.journal(who,
               {"agreement.event_written", head->slug,
                json{{"kind", agreement::word_of(one.kind)}, {"number", one.number}, {"on", one.on.iso()}}.dump()});
    const std::string copy = write_event_copy(one, kept);
    for (const store::RoomId room : rooms_of_others(tx, one.agreement))
        jobs::hand_over(tx, {base::Uuid::ordered(), *tx.place(), room, std::string(kChangeEnvelope), copy, now});
    return one.id;
}

std::optional<Document> read_document(store::Reader& room, AgreementId id, const base::Uuid& file) {
    const auto events = load_events(room, id);
    const bool is_of_it = std::ranges::any_of(events, [&](const Event& one) {
        return std::ranges::find(one.files, file, &EventFile::id) != one.files.end();
    });
    const auto kept = is_of_it ? store::find_attachment(room, store::AttachmentId{file}) : std::nullopt;
    if (!kept) return std::nullopt;
    Document document{kept->name, kept->type, {}};
    store::read_attachment(room, *kept, [&](std::string_view chunk) { document.bytes += chunk; });
    return document;
}

void record_signed(store::Transaction& tx, const store::Actor& actor, AgreementId id, base::Date on) {
    tx.lock(lock_name(id));
    const Course course = course_of(tx, id);
    Event one;
    one.agreement = id;
    one.kind = EventKind::signed_;
    one.on = on;
    one.number = next_number(tx, id);
    one.written_on = on;
    one.written_by = actor.label;
    if (!judge(course, one, on).empty()) return;
    save_event(tx, actor, one, {}, base::Instant::now());
}

void receive_event(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    EventCopy copy = read_event_copy(payload);
    const auto head = agreement::find_agreement(tx, copy.event.agreement);
    base::ensure(head && head->home_room == from.uuid(), "only the home room tells what happened to an agreement");
    if (has_event(tx, copy.event.id)) return;
    for (const Document& each : copy.documents) {
        const auto id = store::put_attachment(tx, each.name, each.type, each.bytes, base::Instant::now());
        base::ensure(static_cast<bool>(id), "a document that was kept once can be kept again");
        copy.event.files.push_back({id->uuid(), each.name, each.type, static_cast<std::int64_t>(each.bytes.size())});
    }
    insert_event(tx, copy.event);
    let_row_follow(tx, copy.event.agreement);
    tx.journal({"system", "hand-over"},
               {"agreement.event_received", head->slug,
                json{{"kind", agreement::word_of(copy.event.kind)}, {"number", copy.event.number}}.dump()});
}

std::vector<module::Duty> duties_of_changes(store::Reader& room, base::Date today) {
    constexpr int kMonthsAhead = 12;
    std::vector<module::Duty> duties;
    for (const auto& head : agreement::list_agreements(room)) {
        // What is over and asks for nothing costs nothing: only its lines may still ask.
        const auto events = load_events(room, head.id);
        if (events.empty() && !head.in_force(today)) continue;
        for (const Matter& one : open_matters(course_of(room, head.id), today)) {
            if (one.due > today.plus_months(kMonthsAhead)) continue;
            const std::string step(agreement::word_of(one.step));
            duties.push_back({"agreement/" + head.slug + "/" + step + "/" + one.due.iso() +
                                  (one.about ? "/" + one.about->text() : ""),
                              {"partnership.changes.duty",
                               {{"step", step}, {"agreement", head.activity.empty() ? head.title : head.activity}}},
                              one.due,
                              {},
                              role_in(room, head),
                              "/agreements/" + head.id.text() + "/changes",
                              head.id.uuid()});
        }
    }
    return duties;
}

}  // namespace samrum::partnership::changes
