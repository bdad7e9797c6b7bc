#include "partnership/reports/commands.hpp"

#include "foundation/module/command.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/reports/actions_document.hpp"
#include "partnership/reports/actions_draft.hpp"
#include "partnership/reports/actions_export.hpp"
#include "partnership/reports/actions_phrases.hpp"
#include "partnership/reports/actions_read.hpp"
#include "partnership/reports/model_json.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

namespace samrum::partnership::reports {
namespace {

using base::problem;
using module::CommandEnvironment;

/// What the arguments name.
struct Named {
    std::string room;
    std::string agreement;
    std::string kind = "half_year";
    std::string until;  ///< the last day of its period; empty: the latest
    int version = 0;    ///< 0: the newest
    std::string form = "pdf";
    std::string out;
};

/// The room with its agreement, or the problem told.
struct Opened {
    module::RoomHead head;
    std::unique_ptr<store::Session> room;
    agreement::AgreementHead agreement;
    module::Caller caller;
};
std::optional<Opened> open(CommandEnvironment& environment, const Named& named) {
    const auto head = environment.room(named.room);
    if (!head) return std::nullopt;
    // House is copied by value into the environment: its store is there once it was asked for.
    environment.house.store = &environment.store();
    // It writes as the room's own organisation does.
    const auto role = head->is_public_party ? module::Role::officer : module::Role::coordinator;
    Opened opened{*head, environment.store().room(head->id), {}, environment.caller_in(*head, role)};
    for (const auto& one : agreement::read_agreements(*opened.room, opened.caller))
        if (one.head.slug == named.agreement) {
            opened.agreement = one.head;
            return opened;
        }
    environment.tell({problem("agreement", "report.command.no_agreement", {{"key", named.agreement}})});
    return std::nullopt;
}

std::optional<Report> report_named(CommandEnvironment& environment, const Opened& opened, const Named& named) {
    for (Report& one : read_reports(*opened.room, environment.house, opened.caller, opened.agreement.id)) {
        const bool kind = word_of(one.about.kind) == named.kind;
        const bool until = named.until.empty() || one.about.period.last()->iso() == named.until;
        if (kind && until && (named.version == 0 || one.about.version == named.version)) return std::move(one);
    }
    environment.tell({problem("report", "report.command.no_report", {{"kind", named.kind}})});
    return std::nullopt;
}

nlohmann::ordered_json line_of(const Report& one) {
    return {{"id", one.id.text()},
            {"kind", word_of(one.about.kind)},
            {"first", one.about.period.first().iso()},
            {"last", one.about.period.last()->iso()},
            {"version", one.about.version},
            {"state", word_of(one.state)},
            {"published", one.published}};
}

void run_list(CommandEnvironment& environment, const Named& named) {
    const auto opened = open(environment, named);
    if (!opened) return;
    auto all = nlohmann::ordered_json::array();
    for (const Report& one : read_reports(*opened->room, environment.house, opened->caller, opened->agreement.id)) {
        all.push_back(line_of(one));
        if (!environment.json)
            *environment.out << say_subject(*environment.words, one.about) << "  "
                             << say_state(*environment.words, one.state) << '\n';
    }
    if (environment.json) *environment.out << all.dump(2) << '\n';
}

/// The period of the kind that ended on the named day, else the last that is over.
std::optional<base::Period> period_to_draft(store::Reader& room, const CommandEnvironment& environment,
                                            const Opened& opened, const Named& named) {
    const auto about = load_case(room, opened.agreement.id);
    std::optional<base::Period> latest;
    for (const Planned& one : planned_reports(about->agreement, environment.today())) {
        const base::Date last = *one.period.last();
        if (word_of(one.kind) != named.kind || last >= environment.today()) continue;
        if (named.until.empty() || last.iso() == named.until) latest = one.period;
    }
    return latest;
}

void run_draft(CommandEnvironment& environment, const Named& named) {
    const auto opened = open(environment, named);
    if (!opened) return;
    const auto kind = value_of<ReportKind>(named.kind);
    const auto period = period_to_draft(*opened->room, environment, *opened, named);
    if (!kind || !period) return environment.tell({problem("report", "report.draft.not_asked_for")});
    const auto made =
        draft_report(*opened->room, environment.house, opened->caller, opened->agreement.id, *kind, *period);
    if (!made) return environment.tell(made.problems());
    const auto report = read_report(*opened->room, environment.house, opened->caller, opened->agreement.id, *made);
    if (environment.json)
        *environment.out << line_of(*report).dump(2) << '\n';
    else
        *environment.out << environment.say("report.command.drafted",
                                            {{"report", say_subject(*environment.words, report->about)}})
                         << '\n';
}

void run_show(CommandEnvironment& environment, const Named& named) {
    const auto opened = open(environment, named);
    const auto report = opened ? report_named(environment, *opened, named) : std::nullopt;
    if (!report) return;
    *environment.out << (environment.json ? write_report(*report) + "\n"
                                          : markdown_of(document_of(*report, opened->agreement, *environment.words)));
}

void run_export(CommandEnvironment& environment, const Named& named) {
    const auto opened = open(environment, named);
    const auto report = opened ? report_named(environment, *opened, named) : std::nullopt;
    if (!report) return;
    const auto& words = *environment.words;
    const auto file = exported(*report, document_of(*report, opened->agreement, words), opened->head.name, words,
                               named.form, environment.today());
    if (!file) return environment.tell({problem("as", "report.command.no_form", {{"form", named.form}})});
    const std::string path = named.out.empty() ? file->name : named.out;
    module::write_file(path, file->bytes);
    if (environment.json)
        *environment.out << nlohmann::ordered_json{{"file", path}, {"type", file->type}}.dump(2) << '\n';
    else
        *environment.out << path << '\n';
}

using Run = void (*)(CommandEnvironment&, const Named&);
CLI::App* add_one(CLI::App& parent, CommandEnvironment& environment, const char* name, const std::string& help, Run run,
                  const std::shared_ptr<Named>& named) {
    auto* command = parent.add_subcommand(name, help);
    command->add_option("agreement", named->agreement, environment.say("report.help.agreement"))->required();
    command->add_option("--room", named->room, environment.say("report.help.room"))->required();
    command->callback([&environment, named, run] { run(environment, *named); });
    return command;
}
void add_which(CLI::App& command, const CommandEnvironment& environment, Named& named) {
    command.add_option("--kind", named.kind, environment.say("report.help.kind"));
    command.add_option("--until", named.until, environment.say("report.help.until"));
}

void add_report(CLI::App& parent, CommandEnvironment& environment) {
    auto* report = parent.add_subcommand("report", environment.say("report.help"));
    add_one(*report, environment, "list", environment.say("report.help.list"), run_list, std::make_shared<Named>());
    const auto drafts = std::make_shared<Named>();
    add_which(*add_one(*report, environment, "draft", environment.say("report.help.draft"), run_draft, drafts),
              environment, *drafts);
    const auto shows = std::make_shared<Named>();
    auto* show = add_one(*report, environment, "show", environment.say("report.help.show"), run_show, shows);
    add_which(*show, environment, *shows);
    show->add_option("--number", shows->version, environment.say("report.help.version"));
    const auto exports = std::make_shared<Named>();
    auto* out = add_one(*report, environment, "export", environment.say("report.help.export"), run_export, exports);
    add_which(*out, environment, *exports);
    out->add_option("--number", exports->version, environment.say("report.help.version"));
    out->add_option("--as", exports->form, environment.say("report.help.as"));
    out->add_option("--out", exports->out, environment.say("report.help.out"));
}

}  // namespace

const module::Command kReportCommand{"report", add_report};

}  // namespace samrum::partnership::reports
