#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "partnership/agreement/model.hpp"
#include "partnership/agreement/model_binding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What lists, public pages and measurements ask of an agreement, without reading its document again.
namespace samrum::partnership::agreement {

struct AgreementRowKind;
using AgreementId = base::Id<AgreementRowKind>;

/// An agreement in a list.
struct AgreementHead {
    AgreementId id;
    std::string slug;  ///< the file's key, "radrum-2019": the last part of its public address
    std::string title;
    std::string activity;
    std::string purpose;  ///< Markdown
    std::string registry_number;
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    bool open_end = false;
    std::optional<base::Date> ended_on;  ///< its last day, where it ends before its time
    base::Uuid home_room;                ///< the public party's room, where the agreement lives
    int version = 1;
    std::optional<base::Date> ending_from = {};  ///< the day on which its end was settled
    std::string ended_how = {};                  ///< "notice", "breach", or empty, where `ended_on` is of the changes

    /// The days it applies; nothing while they are not wholly known.
    std::optional<base::Period> period() const {
        if (!first || (!last && !open_end)) return std::nullopt;
        return base::Period{*first, last};
    }
    /// As things stand: where it ended before its time, that day. Nothing: no end is known.
    std::optional<base::Date> last_day() const { return ended_on ? ended_on : last; }
    /// In force: the day lies in its period and it was not ended before. A missing signature date changes nothing (trap
    /// 12).
    bool in_force(base::Date day) const {
        const auto days = period();
        return days && days->contains(day) && (!ended_on || day <= *ended_on);
    }
};

struct PartyRow {
    std::string key;
    Side side = Side::civil;
    bool contributor = false;
    std::string name;
    std::optional<base::Uuid> organisation;
    std::optional<base::Uuid> room;
    std::optional<base::Date> joined;
    std::optional<base::Date> left;
    bool lead = false;
};

/// One reading of one amount.
struct AmountRow {
    int position = 0;
    int reading = 0;
    std::string title;
    std::string payer;
    std::string recipient;
    AmountKind kind = AmountKind::unknown;
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    Per per = Per::whole_period;
    std::optional<base::Money> least;
    std::optional<base::Money> most;
    std::string source;
};

struct ReadingRow {
    std::string key;
    Target target;
    std::string source;
    bool chosen = false;
};

struct CommitmentRow {
    std::string key;
    std::string party;       ///< keys of the organisations that promise, joined with a comma
    std::string party_name;  ///< their names, likewise
    Side side = Side::civil;
    CommitmentKind kind = CommitmentKind::duty;
    std::string title;
    std::string measure;  ///< what the agreement says it is counted by, or empty
    Scope scope;
    std::string reported_by;  ///< function that tells the figure where no measure counts it, or empty
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    std::vector<ReadingRow> readings;

    /// The only reading, or the one that a person chose; null while several stand, and then nothing judges.
    const ReadingRow* settled() const {
        if (readings.size() == 1) return &readings.front();
        for (const ReadingRow& one : readings)
            if (one.chosen) return &one;
        return nullptr;
    }
};

/// A person's choice between the readings of a commitment.
struct ReadingChoice {
    AgreementId agreement;
    std::string commitment;
    std::string reading;
    std::string motivation;
    base::Date on;
    std::string by;
};

struct AgreementIndex {
    AgreementHead head;
    std::vector<PartyRow> parties;
    std::vector<AmountRow> amounts;
    std::vector<CommitmentRow> commitments;
};

}  // namespace samrum::partnership::agreement
