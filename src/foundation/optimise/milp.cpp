#include "foundation/optimise/milp.hpp"

#include <Cbc_C_Interface.h>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <mutex>
#include <numeric>

namespace samrum::optimise {

int Milp::add_column(std::int64_t cost, int upper) {
    costs_.push_back(static_cast<double>(cost));
    uppers_.push_back(upper);
    return columns() - 1;
}

void Milp::add_row(double lower, const std::vector<Entry>& entries, double upper) {
    for (const Entry& one : entries) {
        row_of_.push_back(rows());
        entries_.push_back(one);
    }
    lower_.push_back(lower);
    upper_.push_back(upper);
}

std::string Milp::lp_text() const {
    std::string text = "Minimize\n cost:";
    const auto out = std::back_inserter(text);
    for (int c = 0; c < columns(); ++c) fmt::format_to(out, "\n {:+} x{}", costs_[static_cast<std::size_t>(c)], c);
    text += "\nSubject To\n";
    std::vector<std::string> sums(lower_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i)
        fmt::format_to(std::back_inserter(sums[static_cast<std::size_t>(row_of_[i])]), "\n {:+} x{}",
                       entries_[i].factor, entries_[i].column);
    for (std::size_t r = 0; r < sums.size(); ++r) {
        if (sums[r].empty()) continue;
        if (lower_[r] > -kUnbounded) fmt::format_to(out, " l{}:{} >= {}\n", r, sums[r], lower_[r]);
        if (upper_[r] < kUnbounded) fmt::format_to(out, " u{}:{} <= {}\n", r, sums[r], upper_[r]);
    }
    text += "Bounds\n";
    for (int c = 0; c < columns(); ++c)
        fmt::format_to(out, " 0 <= x{} <= {}\n", c, uppers_[static_cast<std::size_t>(c)]);
    text += "General\n";
    for (int c = 0; c < columns(); ++c) fmt::format_to(out, " x{}\n", c);
    return text + "End\n";
}

/// What of CBC is used: its front end, with its own presolve, cuts and heuristics.
struct MilpSolver {
    using Model = std::unique_ptr<Cbc_Model, decltype(&Cbc_deleteModel)>;

    static Model model_of(const Milp& program) {
        const auto columns = static_cast<std::size_t>(program.columns());
        std::vector<int> starts(columns + 1, 0);
        for (const auto& one : program.entries_) ++starts[static_cast<std::size_t>(one.column) + 1];
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        std::vector<int> next(starts.begin(), starts.end() - 1);
        std::vector<int> row_of(program.entries_.size());
        std::vector<double> factors(program.entries_.size());
        for (std::size_t i = 0; i < program.entries_.size(); ++i) {
            const auto at = static_cast<std::size_t>(next[static_cast<std::size_t>(program.entries_[i].column)]++);
            row_of[at] = program.row_of_[i];
            factors[at] = program.entries_[i].factor;
        }
        Model model(Cbc_newModel(), &Cbc_deleteModel);
        Cbc_loadProblem(model.get(), program.columns(), program.rows(), starts.data(), row_of.data(), factors.data(),
                        nullptr, program.uppers_.data(), program.costs_.data(), program.lower_.data(),
                        program.upper_.data());
        for (int c = 0; c < program.columns(); ++c) Cbc_setInteger(model.get(), c);
        return model;
    }

    static void begin_from(Cbc_Model* model, const std::vector<int>& start) {
        std::vector<int> columns(start.size());
        std::iota(columns.begin(), columns.end(), 0);
        const std::vector<double> values(start.begin(), start.end());
        Cbc_setMIPStartI(model, static_cast<int>(columns.size()), columns.data(), values.data());
    }

    static MilpAnswer answer_of(const Milp& program, Cbc_Model* model) {
        MilpAnswer answer;
        const double* best = Cbc_bestSolution(model);
        // Costs are whole numbers, so a bound may be rounded up.
        answer.bound = static_cast<std::int64_t>(std::ceil(Cbc_getBestPossibleObjValue(model) - 1e-6));
        if (!best) return answer;
        double sum = 0;
        for (std::size_t c = 0; c < program.costs_.size(); ++c) {
            answer.values.push_back(static_cast<int>(std::lround(best[c])));
            sum += program.costs_[c] * answer.values.back();
        }
        answer.objective = std::llround(sum);
        answer.proven = Cbc_isProvenOptimal(model) != 0 || answer.bound >= answer.objective;
        if (answer.proven) answer.bound = answer.objective;
        return answer;
    }
};

bool has_working_folder() {
    std::error_code missing;
    return !std::filesystem::current_path(missing).empty() && !missing;
}

MilpAnswer solve(const Milp& program, double seconds, const std::vector<int>& start) {
    static std::mutex one_at_a_time;
    if (program.columns() == 0) return {.values = {}, .objective = 0, .bound = 0, .proven = true};
    if (!has_working_folder()) return {};
    const std::lock_guard lock(one_at_a_time);
    const auto model = MilpSolver::model_of(program);
    Cbc_setLogLevel(model.get(), 0);
    Cbc_setParameter(model.get(), "timeMode", "elapsed");
    Cbc_setParameter(model.get(), "seconds", fmt::format("{:.3f}", seconds).c_str());
    Cbc_setParameter(model.get(), "ratioGap", "0");
    Cbc_setParameter(model.get(), "allowableGap", "0");
    // The pump looks for a first answer; here the others find one sooner, and it took half of the time
    // (bench/rota.cpp).
    Cbc_setParameter(model.get(), "feasibilityPump", "off");
    if (!start.empty()) MilpSolver::begin_from(model.get(), start);
    Cbc_solve(model.get());
    return MilpSolver::answer_of(program, model.get());
}

}  // namespace samrum::optimise
