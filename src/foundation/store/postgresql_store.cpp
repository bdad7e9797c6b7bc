#include "foundation/store/installation.hpp"

namespace samrum::store {

std::unique_ptr<Store> open_postgresql(const Location&, bool) { throw base::Fault("PostgreSQL comes next"); }
std::unique_ptr<Store> create_postgresql(const Location&) { throw base::Fault("PostgreSQL comes next"); }

}  // namespace samrum::store
