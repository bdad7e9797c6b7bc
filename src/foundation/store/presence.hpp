#pragma once
#include "foundation/store/store.hpp"

namespace samrum::store {

/// Is there an installation at this place, whole or not? Throws base::Fault when the database server does not answer.
bool is_there(const Location& where);

/// Removes every room, and last the lobby; the key file stays. For a demo whose making was broken off.
void remove_all(Store& store);

}  // namespace samrum::store
