#pragma once
#include <cstdint>
#include <string>
#include <vector>

/// Pure solvers: numbers in, numbers out, and for each a check that knows nothing of how the answer was found.
namespace samrum::optimise {

/// A linear program with whole-number columns: minimise the costs, every row between its bounds.
class Milp {
  public:
    static constexpr double kUnbounded = 1e30;
    struct Entry {
        int column;
        double factor;
    };

    /// A whole-number column from 0 to `upper`; answers its number.
    int add_column(std::int64_t cost, int upper = 1);
    /// lower ≤ Σ factor·column ≤ upper. No column stands twice in a row.
    void add_row(double lower, const std::vector<Entry>& entries, double upper);

    int columns() const { return static_cast<int>(costs_.size()); }
    int rows() const { return static_cast<int>(lower_.size()); }
    /// The same program in the CPLEX LP format, for other solvers (`glpsol --lp`).
    std::string lp_text() const;

  private:
    friend struct MilpSolver;
    std::vector<double> costs_, uppers_;
    std::vector<double> lower_, upper_;
    std::vector<int> row_of_;  // the matrix, entry by entry: rows are added one by one, CBC takes columns
    std::vector<Entry> entries_;
};

struct MilpAnswer {
    std::vector<int> values;     ///< of each column; empty when nothing was found in time
    std::int64_t objective = 0;  ///< of the values
    std::int64_t bound = 0;      ///< no answer can cost less
    bool proven = false;         ///< none is cheaper
};
/// CBC writes down its working folder before it begins, and ends the whole program when that has been removed.
bool has_working_folder();
/// Solves with CBC (COIN-OR, branch and cut) for at most so many seconds. One at a time in the whole program: CBC's
/// front end is not made for threads, so others wait. `start`: values of every column to begin from, or empty. Without
/// a working folder nothing is found.
MilpAnswer solve(const Milp& program, double seconds, const std::vector<int>& start = {});

}  // namespace samrum::optimise
