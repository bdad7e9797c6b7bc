#include "foundation/store/sql.hpp"

#include <algorithm>

namespace samrum::store {

namespace {

std::vector<const Statement*>& registry() {
    static std::vector<const Statement*> all;
    return all;
}

std::size_t next_number() {
    static std::size_t next = 0;
    return next++;
}

}  // namespace

Statement::Statement(Scope scope, std::string_view sql)
    : scope_(scope), sql_(sql), parameters_(parameter_count(sql)), number_(next_number()) {
    registry().push_back(this);
}

Statement::~Statement() {
    std::erase(registry(), this);
}

const std::vector<const Statement*>& Statement::all() {
    return registry();
}

}  // namespace samrum::store
