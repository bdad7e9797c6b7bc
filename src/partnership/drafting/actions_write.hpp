#pragma once
#include "partnership/drafting/actions_read.hpp"
#include "partnership/drafting/repository.hpp"

#include <string>

/// What the verbs of this slice share: lock, load, ask the table, write the line.
namespace samrum::partnership::drafting {

/// A case that is held to the end of the transaction, for somebody who has a part in it.
struct Held {
    Case one;
    Acting acting;
};
/// A refusal when there is no such case for the caller.
base::Result<Held> hold(store::Transaction& tx, const module::Caller& caller, CaseId id);
/// … and the problems of the state table when the caller's side may not do `kind` now.
base::Result<Held> hold_for(store::Transaction& tx, const module::Caller& caller, CaseId id, EventKind kind);

/// The line that this act leaves, in the caller's name.
CaseEvent line_of(const module::Caller& caller, const Acting& acting, base::Date today, EventKind kind,
                  const std::string& text = {});
/// Writes the line, lets the case follow where the act takes it, and journals both.
void write_line(store::Transaction& tx, const module::Caller& caller, Case& one, const CaseEvent& event);

/// What the rules ask of a case; `problems` are those of its draft.
changes::CaseFacts facts_of(const Case& one, const std::vector<CaseEvent>& events, const Agreement& draft,
                            const std::vector<agreement::AssessedSet>& assessments, const base::Problems& problems);
/// How the case was assessed, judged against the draft as it stands.
std::vector<agreement::AssessedSet> assessed_sets(store::Reader& room, CaseId id, const Agreement& draft);
/// Every problem of a draft: those of the agreement slice's own check, and what it lacks to be decided.
base::Problems problems_of(store::Reader& room, const Agreement& draft);

/// Saves the draft's next version, and lets the case follow its title and activity.
void write_version(store::Transaction& tx, const module::Caller& caller, const Acting& acting, base::Instant now,
                   Case& one, const Agreement& draft, DraftVersion version);

}  // namespace samrum::partnership::drafting
