#include "directory/rules_import.hpp"

#include "foundation/base/text.hpp"

#include <unordered_map>

namespace samrum::directory {
namespace {

constexpr std::string_view kFateNames[] = {"fresh", "changed", "same", "kept_elsewhere"};

/// Finds what a line is about, and sees when two lines are about the same.
class Comparison {
  public:
    explicit Comparison(const ImportGround& ground) : ground_(ground) {
        for (const Organisation& one : ground.known) {
            if (one.number) by_number_.emplace(one.number->text(), &one);
            by_name_[ground.fold(one.name)].push_back(&one);
        }
    }

    void take(const OrganisationLine& line) {
        for (const base::Problem& one : line.problems) tell(line.line, one);
        OrganisationInput input = line.input;
        const bool says_type = !input.type.empty();
        if (!says_type) input.type = type_name(OrganisationType::association);
        const auto read = judge_organisation(input);
        if (!read) {
            for (const base::Problem& one : read.problems()) tell(line.line, one);
            return;
        }
        const std::string folded = ground_.fold(read->name);
        if (is_twice(line.line, *read, folded)) return;
        const auto found = find(line.line, *read, folded);
        if (found.unclear || !line.problems.empty()) return;
        plan_.lines.push_back(planned(line.line, *read, found.one, says_type));
    }
    ImportPlan plan() && { return std::move(plan_); }

  private:
    struct Found {
        const Organisation* one = nullptr;
        bool unclear = false;
    };

    void tell(int line, base::Problem problem) {
        problem.line = line;
        plan_.problems.push_back(std::move(problem));
    }

    /// The same number twice, or the same name twice without a number on both to tell them apart: read once more, the
    /// line without one would be about either.
    bool is_twice(int line, const Organisation& one, const std::string& folded) {
        const bool same_number = one.number && !first_of_number_.emplace(one.number->text(), line).second;
        const auto& others = one.number ? first_unnumbered_ : first_of_name_;
        const auto same_name = others.find(folded);
        const int above = same_number                 ? first_of_number_.at(one.number->text())
                          : same_name != others.end() ? same_name->second
                                                      : 0;
        first_of_name_.emplace(folded, line);
        if (!one.number) first_unnumbered_.emplace(folded, line);
        if (above == 0) return false;
        tell(line,
             base::problem(same_number ? "number" : "name", "directory.file.twice", {{"line", std::to_string(above)}}));
        return true;
    }

    Found find(int line, const Organisation& one, const std::string& folded) {
        if (one.number)
            if (const auto at = by_number_.find(one.number->text()); at != by_number_.end()) return {at->second, false};
        const auto named = by_name_.find(folded);
        if (named == by_name_.end()) return {};
        std::vector<const Organisation*> fitting;
        for (const Organisation* other : named->second)
            // Another number is another organisation, though the name be the same.
            if (!one.number || !other->number) fitting.push_back(other);
        if (fitting.size() > 1) {
            tell(line, base::problem("name", "directory.file.several",
                                     {{"name", one.name}, {"count", static_cast<std::int64_t>(fitting.size())}}));
            return {nullptr, true};
        }
        return {fitting.empty() ? nullptr : fitting.front(), false};
    }

    PlannedOrganisation planned(int line, const Organisation& read, const Organisation* known, bool says_type) const {
        PlannedOrganisation made{.line = line, .fate = LineFate::fresh, .after = read, .before = {}, .fields = {}};
        if (!known) return made;
        made.before = *known;
        made.after = *known;
        const auto take_field = [&](const char* field, auto Organisation::*member, bool says) {
            if (!says || read.*member == made.after.*member) return;
            made.after.*member = read.*member;
            made.fields.emplace_back(field);
        };
        take_field("name", &Organisation::name, true);
        take_field("type", &Organisation::type, says_type);
        take_field("number", &Organisation::number, read.number.has_value());
        take_field("website", &Organisation::website, read.website.has_value());
        if (made.fields.empty())
            made.fate = LineFate::same;
        else
            made.fate = ground_.may_change(*known) ? LineFate::changed : LineFate::kept_elsewhere;
        return made;
    }

    const ImportGround& ground_;
    std::unordered_map<std::string, const Organisation*> by_number_;
    std::unordered_map<std::string, std::vector<const Organisation*>> by_name_;
    std::unordered_map<std::string, int> first_of_number_;
    std::unordered_map<std::string, int> first_of_name_;
    std::unordered_map<std::string, int> first_unnumbered_;
    ImportPlan plan_;
};

}  // namespace

std::string_view fate_name(LineFate fate) {
    return kFateNames[static_cast<std::size_t>(fate)];
}

ImportPlan plan_organisations(const std::vector<OrganisationLine>& lines, const ImportGround& ground) {
    Comparison comparison(ground);
    for (const OrganisationLine& line : lines) comparison.take(line);
    return std::move(comparison).plan();
}

}  // namespace samrum::directory
