#pragma once
#include <cstdint>

/// LEMON's network simplex for the matcher's problem, apart from our code: LEMON 1.3.1 is C++11 and does not compile as
/// C++20.
namespace samrum_bench {

struct LemonAnswer {
    int pairs = 0;
    std::int64_t cost = 0;
};
/// Most pairs first, then least cost. Arc k goes from row `row[k]` to column `column[k]`; every column takes one row.
/// Graph building is part of it.
LemonAnswer lemon_network_simplex(int rows, int columns, std::int64_t arcs, const std::int32_t* row,
                                  const std::int32_t* column, const std::int32_t* cost);

}  // namespace samrum_bench
