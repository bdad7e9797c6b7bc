#include "partnership/changes/repository.hpp"

#include "foundation/store/attachments.hpp"

#include <algorithm>
#include <map>

namespace samrum::partnership::changes {
namespace {

using store::Row;
using store::Statement;

constexpr auto kEventScope = store::Scope::room;

const Statement kInsertEvent{kEventScope, R"(
    insert into agreement_event (id, agreement, number, kind, on_day, content, party, about, until_day, outcome,
                                 notice_case, version, touches_purpose, successor, written_on, written_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))"};
const Statement kInsertEventFile{kEventScope,
                                 "insert into agreement_event_file (event, position, attachment) values ($1, $2, $3)"};
const Statement kNextNumber{kEventScope,
                            "select coalesce(max(number), 0) + 1 from agreement_event where agreement = $1"};
const Statement kHasEvent{kEventScope, "select count(*) from agreement_event where id = $1"};
const Statement kLoadEvents{kEventScope, R"(
    select id, agreement, number, kind, on_day, content, party, about, until_day, outcome, notice_case, version,
           touches_purpose, successor, written_on, written_by
    from agreement_event where agreement = $1 order by on_day, number)"};
const Statement kLoadEventFiles{kEventScope, R"(
    select f.event, f.attachment from agreement_event_file f join agreement_event e on e.id = f.event
    where e.agreement = $1 order by f.event, f.position)"};

template <class E>
E known_word(std::string_view word) {
    const auto value = agreement::value_of<E>(word);
    base::ensure(value.has_value(), "the database holds words that the program wrote");
    return *value;
}

Event event_of(const Row& row) {
    Event one;
    one.id = row.id<EventId>(0);
    one.agreement = row.id<AgreementId>(1);
    one.number = static_cast<int>(row.integer(2));
    one.kind = known_word<EventKind>(row.view(3));
    one.on = row.date(4);
    one.text = row.text(5);
    one.party = row.text(6);
    one.about = row.maybe_id<EventId>(7);
    one.until = row.maybe(8, &Row::date);
    one.outcome = known_word<Outcome>(row.view(9));
    if (!row.view(10).empty()) one.notice_case = known_word<agreement::NoticeCase>(row.view(10));
    if (!row.is_null(11)) one.version = static_cast<int>(row.integer(11));
    one.touches_purpose = row.flag(12);
    one.successor = row.text(13);
    one.written_on = row.date(14);
    one.written_by = row.text(15);
    return one;
}

}  // namespace

void insert_event(store::Transaction& tx, const Event& one) {
    tx.run(kInsertEvent, one.id, one.agreement, one.number, agreement::word_of(one.kind), one.on, one.text, one.party,
           one.about, one.until, agreement::word_of(one.outcome),
           one.notice_case ? agreement::word_of(*one.notice_case) : std::string_view(), one.version,
           one.touches_purpose, one.successor, one.written_on, one.written_by);
    for (std::size_t at = 0; at < one.files.size(); ++at)
        tx.run(kInsertEventFile, one.id, static_cast<std::int64_t>(at), one.files[at].id);
}

int next_number(store::Reader& room, AgreementId agreement) {
    return static_cast<int>(room.count(kNextNumber, agreement));
}
bool has_event(store::Reader& room, EventId id) {
    return room.count(kHasEvent, id) > 0;
}

std::vector<Event> load_events(store::Reader& room, AgreementId agreement) {
    auto events = room.all(kLoadEvents, event_of, agreement);
    const auto files = room.all(
        kLoadEventFiles, [](const Row& row) { return std::pair(row.id<EventId>(0), row.id<store::AttachmentId>(1)); },
        agreement);
    for (Event& one : events) {
        for (const auto& [event, attachment] : files)
            if (event == one.id)
                if (const auto file = store::find_attachment(room, attachment))
                    one.files.push_back({file->id.uuid(), file->name, file->type, file->size});
        one.corrected = std::ranges::any_of(
            events, [&](const Event& other) { return other.kind == EventKind::correction && other.about == one.id; });
    }
    return events;
}

}  // namespace samrum::partnership::changes
