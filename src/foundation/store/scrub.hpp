#pragma once
#include "foundation/store/store.hpp"

namespace samrum::store {

/// Leaves nothing in the files of the transient rows that were *deleted*, and keeps the others: one activity session
/// closes while another goes on (Session::wipe_transient empties the tables). Call it after the commit. Throws
/// base::Fault while somebody still reads an older moment: try again later.
void scrub_transient(Session& session);

}  // namespace samrum::store
