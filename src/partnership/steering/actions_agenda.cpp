#include "partnership/steering/actions_agenda.hpp"

#include "foundation/base/text.hpp"
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/steering/actions_meeting.hpp"
#include "partnership/steering/repository_group.hpp"
#include "partnership/steering/repository_meeting.hpp"

#include <algorithm>

namespace samrum::partnership::steering {
namespace {

constexpr int kMonthsAhead = 6;

std::string typed_line(const std::string& typed, std::string_view field, base::ProblemList& problems) {
    std::string line = base::trim(typed);
    if (line.empty() || line.size() > kLongestLine)
        problems.add(base::problem(std::string(field), "partnership.steering.line",
                                   {{"most", static_cast<std::int64_t>(kLongestLine)}}));
    return line;
}
base::Result<base::Done> read_item(const ItemInput& input, const Meeting& meeting, Item& item) {
    base::ProblemList problems;
    item.title = typed_line(input.title, "title", problems);
    item.text = base::trim(input.text);
    if (item.text.size() > kLongestNotes) problems.add(base::problem("text", "partnership.steering.notes_too_long"));
    item.agreement.reset();
    for (const AgreementId& one : meeting.agreements)
        if (one.text() == input.agreement) item.agreement = one;
    if (!input.agreement.empty() && !item.agreement)
        problems.add(base::problem("agreement", "partnership.steering.no_such_choice"));
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

/// Draws one meeting's agenda from what the room holds.
class Drawing {
  public:
    Drawing(store::Reader& room, const module::House& house, const module::Caller& caller, const text::Words& words,
            const Meeting& meeting)
        : room_(room), house_(house), caller_(caller), words_(words), meeting_(meeting), since_(last_meeting()) {}

    std::vector<Drawn> all() {
        if (since_) add({}, "previous", said("previous", {{"day", words_.date(*since_)}}));
        open_actions();
        for (const AgreementId& id : meeting_.agreements) {
            const auto head = agreement::find_agreement(room_, id);
            const std::string name = head->activity.empty() ? head->title : head->activity;
            state_of_work(*head, name);
            signals(*head, name);
            duties(*head);
        }
        proposals();
        add({}, std::string(kNextMeeting), said("next_meeting"));
        add({}, std::string(kOtherMatters), said("other"));
        return std::move(drawn_);
    }
    const std::vector<base::Uuid>& taken_up() const { return taken_up_; }

  private:
    std::string said(std::string_view key, const base::MessageArgs& args = {}) const {
        return words_("partnership.steering.agenda." + std::string(key), args);
    }
    void add(std::optional<AgreementId> agreement, std::string source, std::string title, std::string text = {},
             std::string link = {}) {
        drawn_.push_back({agreement, std::move(source), std::move(title), std::move(text), std::move(link)});
    }
    bool treats(AgreementId id) const {
        return std::ranges::find(meeting_.agreements, id) != meeting_.agreements.end();
    }

    /// The day of the last meeting that treated any of them.
    std::optional<base::Date> last_meeting() const {
        for (const Meeting& one : load_meetings(room_))
            if (one.is_over() && one.day < meeting_.day &&
                std::ranges::any_of(one.agreements, [&](const AgreementId& id) { return treats(id); }))
                return one.day;
        return std::nullopt;
    }

    void open_actions() {
        for (const Action& one : load_actions(room_)) {
            if (one.closed_on || !treats(one.agreement) || one.meeting == meeting_.id) continue;
            add(one.agreement, "action/" + one.id.text(), said("action", {{"what", one.what}}),
                said("action.about", {{"owner", one.owner}, {"day", words_.date(one.due)}}),
                "/steering/meetings/" + one.meeting.text());
        }
    }

    /// "- Rådgivningstillfällen, juli–december 2019: 32 tillfällen"
    std::string delivered_line(const agreement::Delivery& one, const std::string& title) const {
        using Kind = agreement::DeliveredValue::Kind;
        const std::string value =
            one.value.kind == Kind::number
                ? words_.number(one.value.number) +
                      (words_.has(one.unit) ? " " + words_(one.unit, {{"count", one.value.number}}) : "")
            : one.value.kind == Kind::hidden ? words_("partnership.delivery.hidden")
                                             : words_("partnership.delivery.unknown");
        return "- " + title + ", " + words_.period(one.period) + ": " + value + "\n";
    }
    std::vector<agreement::Delivery> delivered_since(AgreementId id) const {
        auto all = agreement::newest_only(agreement::read_deliveries(room_, caller_, id));
        std::erase_if(all, [&](const agreement::Delivery& one) {
            return (since_ && one.as_of <= *since_) || one.as_of > meeting_.day;
        });
        std::ranges::stable_sort(all, {}, [](const agreement::Delivery& one) { return one.period.first(); });
        return all;
    }

    void state_of_work(const agreement::AgreementHead& head, const std::string& name) {
        std::string lines;
        const auto commitments = agreement::commitments_of(room_, head.id);
        for (const auto& one : delivered_since(head.id)) {
            const auto promised = std::ranges::find(commitments, one.commitment, &agreement::CommitmentRow::key);
            if (promised != commitments.end()) lines += delivered_line(one, promised->title);
        }
        add(head.id, "state/" + head.id.text(), said("state", {{"agreement", name}}),
            lines.empty() ? said("state.nothing") : said("state.delivered") + "\n\n" + lines,
            "/agreements/" + head.id.text() + "/deliveries");
    }

    /// A table that the association handed over for the group: one item, however many rows it has.
    void signals(const agreement::AgreementHead& head, const std::string& name) {
        for (const auto& one : delivered_since(head.id))
            if (one.commitment.empty())
                add(head.id, "signal/" + one.measure + "/" + one.period.iso() + "/" + head.id.text(),
                    said("signal", {{"agreement", name}, {"period", words_.period(one.period)}}), one.note,
                    "/agreements/" + head.id.text() + "/deliveries");
    }

    /// What the slices ask for in this agreement around the meeting: reports, reviews, talks; not meetings and
    /// payments, nor what the municipality writes for its own committee.
    void duties(const agreement::AgreementHead& head) {
        const std::string own = "/agreements/" + head.id.text();
        const base::Date first = since_.value_or(meeting_.day.plus_months(-kMonthsAhead));
        const base::Date last = meeting_.day.plus_months(kMonthsAhead);
        for (const module::Module& slice : house_.modules)
            for (const auto duties : slice.duties)
                for (const module::Duty& one : duties(room_, meeting_.day)) {
                    const auto is_about = [&](std::string_view what) {
                        return one.uid.find(what) != std::string::npos;
                    };
                    const bool wanted = one.link.starts_with(own) && one.due >= first && one.due <= last &&
                                        !is_about("/instalment/") && !is_about("/account/");
                    if (wanted)
                        add(head.id, "duty/" + one.uid, agreement::say_with_days(words_, one.what),
                            said("due", {{"day", words_.date(one.due)}}), one.link);
                }
    }

    void proposals() {
        for (const Proposal& one : load_proposals(room_)) {
            if (!treats(one.agreement)) continue;
            taken_up_.push_back(one.id);
            add(one.agreement, "proposal/" + one.id.text(), agreement::say_with_days(words_, one.what),
                one.by.empty() ? one.text : one.text + "\n\n" + said("proposed_by", {{"by", one.by}}), one.link);
        }
    }

    store::Reader& room_;
    const module::House& house_;
    const module::Caller& caller_;
    const text::Words& words_;
    const Meeting& meeting_;
    std::optional<base::Date> since_;
    std::vector<Drawn> drawn_;
    std::vector<base::Uuid> taken_up_;
};

/// Changes one item of a meeting whose agenda may be changed.
base::Result<base::Done> change_item(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                     const std::function<base::Result<base::Done>(const Meeting&, Item&)>& change) {
    return change_meeting(room, caller, meeting, Deed::draw, "steering.agenda_changed",
                          [&](store::Transaction& tx, Meeting& of_meeting) -> base::Result<base::Done> {
                              auto items = load_items(tx, meeting);
                              const auto found = std::ranges::find(items, item, &Item::id);
                              if (found == items.end()) return module::refusal();
                              if (const auto done = change(of_meeting, *found); !done) return done.problems();
                              if (!update_item(tx, *found))
                                  return base::problem("", "partnership.steering.changed_meanwhile");
                              return base::Done{};
                          });
}
/// Room for new items before what stands last; answers the position of the first.
int room_for(store::Transaction& tx, std::vector<Item>& items, int count) {
    const auto before = items;
    const int first = make_room(items, count);
    for (std::size_t at = 0; at < items.size(); ++at)
        if (items[at].position != before[at].position) update_item(tx, items[at]);
    return first;
}

}  // namespace

void propose(store::Transaction& tx, AgreementId agreement, std::string_view key, base::Message what,
             std::string link) {
    insert_proposal(tx,
                    {base::Uuid::ordered(), agreement, std::string(key), std::move(what), "", std::move(link), "", {}});
}

base::Result<base::Done> propose_item(store::Session& room, const module::Caller& caller, const std::string& agreement,
                                      const std::string& title, const std::string& text) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const Sight sight = sight_of(tx, caller);
        if (!sight.all && sight.own.empty()) return module::refusal();
        base::ProblemList problems;
        const auto id = AgreementId::parse(agreement);
        const bool known = id && sight.own.contains(*id);
        if (!known) problems.add(base::problem("agreement", "partnership.steering.agreement_missing"));
        const std::string line = typed_line(title, "title", problems);
        if (text.size() > kLongestNotes) problems.add(base::problem("text", "partnership.steering.notes_too_long"));
        if (!problems.empty()) return problems.all();
        const auto proposal = base::Uuid::ordered();
        insert_proposal(tx, {proposal,
                             *id,
                             "own/" + proposal.text(),
                             {"partnership.steering.proposal", {{"title", line}}},
                             base::trim(text),
                             "",
                             caller.label,
                             {}});
        tx.journal(caller.actor(), {"steering.item_proposed", proposal.text(), "{}"});
        return base::Done{};
    });
}

std::vector<Proposal> waiting_proposals(store::Reader& room, const module::Caller& caller) {
    const Sight sight = sight_of(room, caller);
    auto all = load_proposals(room);
    std::erase_if(all, [&](const Proposal& one) { return !sight.own.contains(one.agreement); });
    return all;
}

base::Result<int> draw_agenda(store::Session& room, const module::House& house, const module::Caller& caller,
                              const text::Words& words, MeetingId meeting) {
    int count = 0;
    const auto done = change_meeting(room, caller, meeting, Deed::draw, "steering.agenda_drawn",
                                     [&](store::Transaction& tx, Meeting& of_meeting) -> base::Result<base::Done> {
                                         Drawing drawing(tx, house, caller, words, of_meeting);
                                         auto items = load_items(tx, meeting);
                                         const auto drawn = not_yet_drawn(drawing.all(), items);
                                         int position = room_for(tx, items, static_cast<int>(drawn.size()));
                                         for (const Drawn& one : drawn) {
                                             Item item;
                                             item.id = ItemId::ordered();
                                             item.meeting = meeting;
                                             item.position = position++;
                                             item.agreement = one.agreement;
                                             item.source = one.source;
                                             item.title = one.title;
                                             item.text = one.text;
                                             item.link = one.link;
                                             insert_item(tx, item);
                                         }
                                         for (const base::Uuid& one : drawing.taken_up()) take_up(tx, one, meeting);
                                         count = static_cast<int>(drawn.size());
                                         return base::Done{};
                                     });
    if (!done) return done.problems();
    return count;
}

base::Result<ItemId> add_item(store::Session& room, const module::Caller& caller, MeetingId meeting,
                              const ItemInput& input) {
    Item item;
    item.id = ItemId::ordered();
    item.meeting = meeting;
    item.source = "own/" + item.id.text();
    const auto done = change_meeting(room, caller, meeting, Deed::note, "steering.agenda_changed",
                                     [&](store::Transaction& tx, Meeting& of_meeting) -> base::Result<base::Done> {
                                         if (const auto read = read_item(input, of_meeting, item); !read)
                                             return read.problems();
                                         auto items = load_items(tx, meeting);
                                         item.position = room_for(tx, items, 1);
                                         insert_item(tx, item);
                                         return base::Done{};
                                     });
    if (!done) return done.problems();
    return item.id;
}
base::Result<base::Done> save_item(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                   std::int64_t revision, const ItemInput& input) {
    return change_item(room, caller, meeting, item, [&](const Meeting& of_meeting, Item& one) {
        one.revision = revision;
        return read_item(input, of_meeting, one);
    });
}
base::Result<base::Done> move_item(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                   bool up) {
    return change_meeting(room, caller, meeting, Deed::draw, "steering.agenda_changed",
                          [&](store::Transaction& tx, Meeting&) -> base::Result<base::Done> {
                              auto items = load_items(tx, meeting);
                              const auto before = items;
                              move_item(items, item, up);
                              for (std::size_t at = 0; at < items.size(); ++at)
                                  if (items[at].position != before[at].position) update_item(tx, items[at]);
                              return base::Done{};
                          });
}
base::Result<base::Done> remove_item(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                     bool back) {
    return change_item(room, caller, meeting, item, [&](const Meeting&, Item& one) -> base::Result<base::Done> {
        one.removed = !back;
        return base::Done{};
    });
}
std::vector<Item> removed_items(store::Reader& room, const module::Caller& caller, MeetingId meeting) {
    if (!sight_of(room, caller).all) return {};
    auto items = load_items(room, meeting);
    std::erase_if(items, [](const Item& one) { return !one.removed; });
    return items;
}

}  // namespace samrum::partnership::steering
