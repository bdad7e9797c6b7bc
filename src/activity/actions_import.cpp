#include "activity/actions_import.hpp"

#include "activity/actions_names.hpp"
#include "activity/actions_permission.hpp"
#include "activity/files_log.hpp"
#include "activity/repository_entry.hpp"
#include "activity/rules_words.hpp"
#include "directory/actions_place.hpp"
#include "foundation/base/text.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::activity {
namespace {

constexpr std::size_t kNamesShown = 10;

/// Looks names up, and gives a name that is not there an id of its own for the while, noting it.
class NewNames {
  public:
    explicit NewNames(const RoomNames& known) : known_(known) {}
    Names lookup() {
        return {[this](std::string_view name) { return find(known_.place(name), places_, name); },
                [this](std::string_view name) { return find(known_.activity(name), activities_, name); }};
    }
    std::vector<std::string> places() const { return names(places_); }
    std::vector<std::string> activities() const { return names(activities_); }

  private:
    template <class Id>
    struct New {
        std::string name, folded;
        Id id;
    };
    template <class Id>
    static std::optional<Id> find(std::optional<Id> known, std::vector<New<Id>>& fresh, std::string_view name) {
        if (known) return known;
        const std::string folded = text::folded(name);
        for (const New<Id>& one : fresh)
            if (one.folded == folded) return one.id;
        fresh.push_back({base::trim(name), folded, Id::random()});
        return fresh.back().id;
    }
    template <class Id>
    static std::vector<std::string> names(const std::vector<New<Id>>& fresh) {
        std::vector<std::string> all;
        all.reserve(fresh.size());
        for (const New<Id>& one : fresh) all.push_back(one.name);
        return all;
    }
    const RoomNames& known_;
    std::vector<New<PlaceId>> places_;
    std::vector<New<ActivityId>> activities_;
};

struct PlannedFigure {
    StatedFigure figure;
    std::string row_key;
};
struct FilePlan {
    ImportReport report;
    std::vector<PlannedLine> lines;
    std::vector<PlannedFigure> figures;
};

/// Notes what is wrong with a line, in columns by the names that the file gives them.
void add_with_line(base::Problems& all, const base::Problems& problems, int line, const LogFile& file) {
    for (base::Problem one : problems) {
        one.line = line;
        if (const auto heading = file.headings.find(one.field); heading != file.headings.end())
            one.field = heading->second;
        all.push_back(std::move(one));
    }
}

std::vector<Facts> log_between(store::Reader& room, const std::vector<JudgedLine>& lines) {
    std::vector<Facts> log;
    if (lines.empty()) return log;
    const auto [first, last] = std::minmax_element(
        lines.begin(), lines.end(), [](const auto& one, const auto& other) { return one.facts.day < other.facts.day; });
    for (Entry& entry : entry_rows_between(room, first->facts.day, last->facts.day))
        log.push_back(std::move(entry.facts));
    return log;
}

/// Reads, judges and compares with the log.
FilePlan plan_file(store::Reader& room, base::Date today, std::string_view bytes) {
    FilePlan plan;
    ImportReport& report = plan.report;
    const LogFile file = read_log_file(bytes);
    report.problems = file.problems;
    const RoomNames known = RoomNames::load(room, today);
    NewNames fresh(known);
    const Names names = fresh.lookup();
    std::vector<JudgedLine> judged;
    for (const FileLine& line : file.lines) {
        if (figure_written(line.draft.kind)) {
            auto figure = read_figure(line.draft, names, today);
            if (!figure)
                add_with_line(report.problems, figure.problems(), line.line, file);
            else if (has_figure(room, identity(*figure)))
                ++report.already_there;
            else
                plan.figures.push_back({*figure, identity(*figure)});
        } else {
            auto facts = read_facts(line.draft, names, today);
            if (facts)
                judged.push_back({line.line, *facts});
            else
                add_with_line(report.problems, facts.problems(), line.line, file);
        }
    }
    // Those of the file's shape and of what its lines say, from the top.
    std::ranges::stable_sort(report.problems, {}, [](const base::Problem& one) { return one.line.value_or(0); });
    Plan compared =
        plan_import(judged, log_between(room, judged), [&](const std::string& key) { return has_row_key(room, key); });
    for (PlannedLine& line : compared.lines)
        if (line.already_there)
            ++report.already_there;
        else
            plan.lines.push_back(std::move(line));
    report.lines = static_cast<int>(file.lines.size());
    report.fresh = static_cast<int>(plan.lines.size() + plan.figures.size());
    report.notes = std::move(compared.notes);
    report.new_places = fresh.places();
    report.new_activities = fresh.activities();
    return plan;
}

/// "Linero, Klostergården": the names to agree to, the first of many.
std::string new_names(const ImportReport& report) {
    std::string all;
    std::size_t shown = 0;
    for (const auto* names : {&report.new_places, &report.new_activities})
        for (const std::string& name : *names) {
            if (++shown > kNamesShown) return all + " …";
            all += (all.empty() ? "" : ", ") + name;
        }
    return all;
}

/// Makes the places, and the activities from the first day that the file tells of.
void make_new_names(store::Transaction& tx, const module::Caller& caller, base::Date today, const FilePlan& plan) {
    base::Date first = today;
    for (const PlannedLine& line : plan.lines) first = std::min(first, line.facts.day);
    for (const std::string& name : plan.report.new_places) directory::place_named(tx, caller.actor(), name);
    for (const std::string& name : plan.report.new_activities)
        directory::activity_named(tx, caller.actor(), name, first);
}

void save(store::Transaction& tx, const module::Caller& caller, base::Date today, const FilePlan& plan) {
    for (const PlannedLine& line : plan.lines)
        insert_entry(tx, {EntryId::random(), 1, today, line.facts}, text::folded(line.facts.title), line.row_key);
    for (PlannedFigure one : plan.figures) {
        one.figure.id = FigureId::ordered();
        insert_figure(tx, one.figure, one.row_key);
    }
    if (plan.report.fresh == 0) return;
    tx.journal(caller.actor(), {"activity.file_read", "",
                                fmt::format(R"({{"lines":{},"figures":{},"already_there":{}}})", plan.lines.size(),
                                            plan.figures.size(), plan.report.already_there)});
}

}  // namespace

base::Result<ImportReport> check_import(store::Session& room, const module::Caller& caller, base::Date today,
                                        std::string_view bytes) {
    if (!may(caller, kManage)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) { return plan_file(reader, today, bytes).report; });
}

base::Result<ImportReport> import_log(store::Session& room, const module::Caller& caller, base::Date today,
                                      std::string_view bytes, bool make_names) {
    if (!may(caller, kManage)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<ImportReport> {
        tx.lock("activity");
        FilePlan plan = plan_file(tx, today, bytes);
        if (!plan.report.problems.empty()) return plan.report.problems;
        ImportReport report = plan.report;
        if (!report.new_places.empty() || !report.new_activities.empty()) {
            if (!make_names)
                return base::problem("make_names", "activity.problem.names_new", {{"names", new_names(report)}});
            make_new_names(tx, caller, today, plan);
            plan = plan_file(tx, today, bytes);
        }
        save(tx, caller, today, plan);
        return report;
    });
}

}  // namespace samrum::activity
