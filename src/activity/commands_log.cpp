// `samrum activity …`: the log of a room from the command line, through the same actions as the pages.
#include "activity/actions_import.hpp"
#include "activity/actions_list.hpp"
#include "activity/actions_log.hpp"
#include "activity/commands.hpp"
#include "activity/rules_entry.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace samrum::activity {
namespace {

using module::CommandEnvironment;
using Json = nlohmann::ordered_json;

struct Options {
    std::string room;
    Draft draft;
    bool even_if_same = false;
    std::string file;
    std::string period;
    bool dry_run = false;
    bool make_names = false;
};

constexpr std::int64_t kListed = 1'000;

/// The room asked for, open, with the caller that commands act as.
struct Opened {
    std::unique_ptr<store::Session> session;
    module::Caller caller;
};
std::optional<Opened> open(CommandEnvironment& environment, const Options& options) {
    const auto head = environment.room(options.room);
    if (!head) return std::nullopt;
    return Opened{environment.store().room(head->id), command_caller(environment, *head)};
}

void add(CommandEnvironment& environment, const Options& options) {
    auto room = open(environment, options);
    if (!room) return;
    Draft draft = options.draft;
    if (draft.day.empty()) draft.day = environment.today().iso();
    const auto logged = log_entry(*room->session, room->caller, environment.today(), draft, options.even_if_same);
    if (!logged) return environment.tell(logged.problems());
    if (environment.json)
        *environment.out << Json{{"id", logged->text()}}.dump() << "\n";
    else
        *environment.out << environment.say("activity.command.logged", {{"id", logged->text()}}) << "\n";
}

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

Json json_of(const Entry& entry, const RoomNames& names) {
    const Facts& f = entry.facts;
    Json one{{"id", entry.id.text()}, {"kind", code_of(f.kind)}, {"day", f.day.iso()}};
    one["start"] = f.start ? Json(f.start->iso()) : Json();
    one["place"] = f.place ? Json(names.name(f.place)) : Json();
    one["activity"] = f.activity ? Json(names.name(f.activity)) : Json();
    one["participants"] = or_null(f.participants);
    one["women"] = or_null(f.women);
    one["volunteers"] = or_null(f.volunteers);
    one["volunteer_minutes"] = or_null(f.volunteer_minutes);
    one["cancelled"] = f.cancelled;
    one["title"] = f.title;
    one["count"] = or_null(f.count);
    one["reason"] = f.reason ? Json(code_of(*f.reason)) : Json();
    return one;
}

void print(CommandEnvironment& environment, const Entry& entry, const RoomNames& names) {
    const Facts& f = entry.facts;
    auto& out = *environment.out;
    out << f.day.iso() << "\t" << environment.say("activity.kind." + std::string(code_of(f.kind))) << "\t"
        << names.name(f.activity) << "\t" << names.name(f.place) << "\t";
    if (f.cancelled)
        out << environment.say("activity.page.field.cancelled");
    else if (f.count)
        out << *f.count;
    else if (f.participants)
        out << *f.participants;
    else
        out << environment.say("activity.page.list.not_recorded");
    out << "\t" << f.title << "\n";
}

/// The selection of --kind, --place, --activity and --period; nothing when it cannot be read.
std::optional<Filter> filter_of(CommandEnvironment& environment, const Options& options, const RoomNames& names) {
    Filter filter;
    filter.sort = Sort::oldest;
    base::ProblemList problems;
    const auto wanted = [&](const std::string& written, const std::string& field, auto found) {
        if (!written.empty() && !found)
            problems.add(base::problem(field, "activity.problem." + field + "_unknown",
                                       {{field == "kind" ? "text" : "name", written}}));
        return found;
    };
    const auto kind = wanted(options.draft.kind, "kind", kind_coded(options.draft.kind));
    if (kind && !options.draft.kind.empty()) filter.kinds = code_of(*kind);
    if (!options.draft.place.empty())
        filter.place = wanted(options.draft.place, "place", names.place(options.draft.place));
    if (!options.draft.activity.empty())
        filter.activity = wanted(options.draft.activity, "activity", names.activity(options.draft.activity));
    if (!options.period.empty()) {
        const auto period = problems.take(read_period(options.period), "period", base::Period{});
        filter.first = period.first();
        filter.last = period.last();
    }
    environment.tell(problems.all());
    return problems.empty() ? std::optional(filter) : std::nullopt;
}

void list(CommandEnvironment& environment, const Options& options) {
    auto room = open(environment, options);
    if (!room) return;
    const auto filter = filter_of(environment, options, RoomNames::load(*room->session, environment.today()));
    if (!filter) return;
    Json all = Json::array();
    for (std::int64_t offset = 0;; offset += kListed) {
        const auto page = list_log(*room->session, room->caller, environment.today(), *filter, "", kListed, offset);
        if (!page) return environment.tell(page.problems());
        for (const Entry& entry : page->entries)
            if (environment.json)
                all.push_back(json_of(entry, page->names));
            else
                print(environment, entry, page->names);
        if (static_cast<std::int64_t>(page->entries.size()) < kListed) break;
    }
    if (environment.json) *environment.out << all.dump(2) << "\n";
}

void report_import(CommandEnvironment& environment, const Options& options, const ImportReport& report) {
    if (environment.json) {
        Json notes = Json::array();
        for (const Note& one : report.notes)
            notes.push_back({{"line", one.line}, {"message", environment.say(one.message.key, one.message.args)}});
        *environment.out << Json{{"lines", report.lines},
                                 {"new", report.fresh},
                                 {"already_there", report.already_there},
                                 {"new_places", report.new_places},
                                 {"new_activities", report.new_activities},
                                 {"notes", notes},
                                 {"problems", report.problems.size()},
                                 {"changed", !options.dry_run}}
                                .dump(2)
                         << "\n";
        return;
    }
    for (const Note& one : report.notes)
        *environment.err << options.file << ":" << one.line << ": "
                         << environment.say(one.message.key, one.message.args) << "\n";
    if (options.dry_run)
        for (const auto* names : {&report.new_places, &report.new_activities})
            for (const std::string& name : *names)
                *environment.out << environment.say("activity.command.new_name", {{"name", name}}) << "\n";
    *environment.out << environment.say(
                            options.dry_run ? "activity.command.checked" : "activity.command.imported",
                            {{"fresh", std::int64_t{report.fresh}}, {"there", std::int64_t{report.already_there}}})
                     << "\n";
}

/// What the page asks by a checkbox is asked by a flag here.
base::Problems in_flags(base::Problems problems) {
    for (base::Problem& one : problems)
        if (one.message.key == "activity.problem.names_new")
            one.field.clear(), one.message.key = "activity.command.names_new";
    return problems;
}

void import(CommandEnvironment& environment, const Options& options) {
    const std::string bytes = module::read_file(options.file);
    auto room = open(environment, options);
    if (!room) return;
    const auto report = options.dry_run
                            ? check_import(*room->session, room->caller, environment.today(), bytes)
                            : import_log(*room->session, room->caller, environment.today(), bytes, options.make_names);
    if (!report) return environment.tell(in_flags(report.problems()), options.file);
    environment.tell(report->problems, options.file);
    report_import(environment, options, *report);
}

void write_out(CommandEnvironment& environment, const Options& options) {
    // On the screen and as JSON, the lines are those of the list; a file is CSV always.
    if (environment.json && options.file.empty()) return list(environment, options);
    auto room = open(environment, options);
    if (!room) return;
    const auto filter = filter_of(environment, options, RoomNames::load(*room->session, environment.today()));
    if (!filter) return;
    const auto bytes = export_log(*room->session, room->caller, environment.today(), *filter, "",
                                  environment.words->language() == "sv");
    if (!bytes) return environment.tell(bytes.problems());
    if (options.file.empty()) {
        *environment.out << *bytes;
        return;
    }
    module::write_file(options.file, *bytes);
}

using Run = void (*)(CommandEnvironment&, const Options&);

CLI::App* command(CLI::App& group, CommandEnvironment& environment, const std::shared_ptr<Options>& options,
                  const char* name, Run run) {
    CLI::App* one = group.add_subcommand(name, environment.say("activity.help." + std::string(name)));
    one->add_option("--room", options->room, environment.say("activity.help.room"))->required()->type_name("NAME");
    one->callback([&environment, options, run] { run(environment, *options); });
    return one;
}

void add_selection(CLI::App* one, const CommandEnvironment& environment, Options& options) {
    one->add_option("--kind", options.draft.kind, environment.say("activity.help.kind"));
    one->add_option("--place", options.draft.place, environment.say("activity.help.place"));
    one->add_option("--activity", options.draft.activity, environment.say("activity.help.of_activity"));
}

void add_add(CLI::App& group, CommandEnvironment& environment) {
    auto options = std::make_shared<Options>();
    CLI::App* one = command(group, environment, options, "add", add);
    add_selection(one, environment, *options);
    Draft& draft = options->draft;
    const std::tuple<const char*, std::string*, const char*> parts[] = {
        {"--day", &draft.day, "day"},
        {"--start", &draft.start, "start"},
        {"--participants", &draft.participants, "participants"},
        {"--women", &draft.women, "women"},
        {"--volunteers", &draft.volunteers, "volunteers"},
        {"--hours", &draft.hours, "hours"},
        {"--title", &draft.title, "title"},
        {"--count", &draft.count, "count"},
        {"--reason", &draft.reason, "reason"}};
    for (const auto& [flag, part, help] : parts)
        one->add_option(flag, *part, environment.say("activity.help." + std::string(help)));
    one->add_flag_callback(
        "--cancelled", [options] { options->draft.cancelled = "yes"; }, environment.say("activity.help.cancelled"));
    one->add_flag("--even-if-same", options->even_if_same, environment.say("activity.help.even_if_same"));
}

}  // namespace

module::Caller command_caller(const CommandEnvironment& environment, const module::RoomHead& room) {
    module::Caller caller;
    caller.label = environment.actor.label;
    caller.room_organisation = room.organisation;
    caller.grants = {
        {{}, room.id, module::Role::coordinator, room.organisation, base::Period{environment.today(), std::nullopt}}};
    return caller;
}

void add_activity_commands(CLI::App& parent, CommandEnvironment& environment) {
    CLI::App* group = parent.add_subcommand("activity", environment.say("activity.help.activity"));
    group->require_subcommand(1);
    add_add(*group, environment);

    auto listed = std::make_shared<Options>();
    CLI::App* one = command(*group, environment, listed, "list", list);
    add_selection(one, environment, *listed);
    one->add_option("--period", listed->period, environment.say("activity.help.period"));

    auto imported = std::make_shared<Options>();
    one = command(*group, environment, imported, "import", import);
    one->add_option("file", imported->file, environment.say("activity.help.file"))->required();
    one->add_flag("--dry-run", imported->dry_run, environment.say("activity.help.dry_run"));
    one->add_flag("--make-names", imported->make_names, environment.say("activity.help.make_names"));

    auto exported = std::make_shared<Options>();
    one = command(*group, environment, exported, "export", write_out);
    add_selection(one, environment, *exported);
    one->add_option("--period", exported->period, environment.say("activity.help.period"));
    one->add_option("--out", exported->file, environment.say("activity.help.out"));
}

}  // namespace samrum::activity
