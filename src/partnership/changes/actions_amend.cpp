#include "partnership/changes/actions_amend.hpp"

#include "foundation/base/text.hpp"
#include "foundation/jobs/jobs.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/changes/repository.hpp"

#include <algorithm>

namespace samrum::partnership::changes {
namespace {

bool lives_here(store::Reader& room, const agreement::AgreementHead& head) {
    return room.place() && head.home_room == room.place()->uuid();
}

std::vector<base::Uuid> rooms_of(store::Reader& room, AgreementId id) {
    std::vector<base::Uuid> rooms;
    for (const auto& party : agreement::parties_of(room, id))
        if (party.room && *party.room != room.place()->uuid()) rooms.push_back(*party.room);
    return rooms;
}

/// Who joins gets the lines from before, with their documents.
void hand_over_earlier(store::Transaction& tx, AgreementId id, const std::vector<base::Uuid>& known,
                       base::Instant now) {
    auto events = load_events(tx, id);
    std::ranges::sort(events, {}, &Event::number);
    for (const base::Uuid& room : rooms_of(tx, id)) {
        if (std::ranges::find(known, room) != known.end()) continue;
        for (const Event& one : events) {
            std::vector<Document> documents;
            documents.reserve(one.files.size());
            for (const EventFile& file : one.files) documents.push_back(read_document(tx, id, file.id).value());
            jobs::hand_over(tx, {base::Uuid::ordered(), *tx.place(), store::RoomId{room}, std::string(kChangeEnvelope),
                                 write_event_copy(one, documents), now});
        }
    }
}

}  // namespace

base::Result<Amendment> preview_amendment(store::Reader& room, const module::Caller& caller, base::Date today,
                                          AgreementId id, const EventInput& input, std::string_view document) {
    const auto head = agreement::find_agreement(room, id);
    if (!head || !lives_here(room, *head) ||
        !module::may_for(caller, agreement::kWriteAgreements, caller.room_organisation))
        return module::refusal();
    base::ProblemList problems;
    Amendment made;
    Event& one = made.event;
    one.kind = EventKind::amendment;
    one.agreement = id;
    one.number = next_number(room, id);
    one.text = base::trim(input.text);
    one.written_on = today;
    one.written_by = caller.label;
    one.on = problems.take(base::Date::parse(input.on), "on", today);
    problems.add(judge_shape(one));
    if (document.empty()) {
        problems.add(base::problem("document", "partnership.changes.document_missing"));
        return problems.all();
    }
    const auto file = agreement::read_agreement(document);
    if (!file) {
        problems.add(file.problems());
        return problems.all();
    }
    const agreement::Agreement before = agreement::load_document(room, *head);
    const agreement::Agreement& after = file->agreement;
    if (after.key != before.key)
        problems.add(base::problem("document", "partnership.changes.other_key", {{"key", before.key}}));
    made.differences = differences(before, after);
    if (made.differences.empty()) problems.add(base::problem("document", "partnership.changes.no_difference"));
    one.touches_purpose = touches_purpose(before, after);
    one.version = head->version + 1;
    const Course course = course_of(room, id, before);
    const auto end = end_of(course);
    if (after.term.last && end && *after.term.last > *end) {
        one.kind = EventKind::prolongation;
        one.until = after.term.last;
    } else if (after.term.last && before.term.last && *after.term.last < *before.term.last) {
        problems.add(base::problem("document", "partnership.changes.ends_earlier"));
    }
    if (problems.empty()) problems.add(judge(course, one, today));
    if (!problems.empty()) return problems.all();
    return made;
}

base::Result<EventId> amend(store::Session& room, store::Session& lobby, const module::RoomHead& head,
                            const module::Caller& caller, base::Date today, base::Instant now, AgreementId id,
                            const EventInput& input, std::string_view document,
                            const std::vector<Document>& documents) {
    EventId written;
    const auto known = rooms_of(room, id);
    const auto judged = preview_amendment(room, caller, today, id, input, document);
    if (!judged) return judged.problems();
    const auto imported = agreement::import_agreement(
        room, lobby, head, caller, today, now, document,
        [&](store::Transaction& tx, const agreement::Imported& told) -> base::Result<base::Done> {
            base::ensure(told.id == id, "an amendment keeps the agreement's key");
            // Who wrote a line or a version meanwhile is seen here, where nobody else writes.
            if (told.version != judged->event.version)
                return base::problem("", "partnership.changes.changed_meanwhile");
            tx.lock("changes/" + id.text());
            const Event& one = judged->event;
            if (const auto problems = judge(course_of(tx, id), one, today); !problems.empty()) return problems;
            written = save_event(tx, caller.actor(), one, documents, now);
            hand_over_earlier(tx, id, known, now);
            return base::Done{};
        });
    if (!imported) return imported.problems();
    return written;
}

std::vector<Version> list_versions(store::Reader& room, const module::Caller& caller, AgreementId id) {
    std::vector<Version> all;
    if (!agreement::read_agreement_of(room, caller, id)) return all;
    for (const auto& one : agreement::versions_of(room, id))
        all.push_back({one.number, one.made_by, one.made_at, one.hash, {}, {}});
    return all;
}

std::optional<Version> read_version(store::Reader& room, const module::Caller& caller, AgreementId id, int number) {
    if (!agreement::read_agreement_of(room, caller, id)) return std::nullopt;
    const auto found = agreement::find_version(room, id, number);
    if (!found) return std::nullopt;
    Version one{found->number, found->made_by, found->made_at, found->hash, found->document, {}};
    const auto earlier = agreement::find_version(room, id, number - 1);
    if (earlier) {
        const auto before = agreement::read_agreement(earlier->document);
        const auto after = agreement::read_agreement(found->document);
        base::ensure(before && after, "a version that was let in reads again");
        one.differences = differences(before->agreement, after->agreement);
    }
    return one;
}

}  // namespace samrum::partnership::changes
