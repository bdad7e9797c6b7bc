#include "partnership/agreement/commands.hpp"

#include "foundation/module/command.hpp"
#include "partnership/agreement/files_tree.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace samrum::partnership::agreement {
namespace {

void add_check(CLI::App& parent, module::CommandEnvironment& environment) {
    auto* check = parent.add_subcommand("check", environment.say("partnership.help.check"));
    auto file = std::make_shared<std::string>();
    check->add_option("file", *file, environment.say("partnership.help.file"))->required();
    check->callback([&environment, file] {
        environment.exit_code = check_agreement(*file, environment.json, environment.today(), *environment.out,
                                                *environment.err, *environment.words);
    });
}

void add_agreement(CLI::App& parent, module::CommandEnvironment& environment) {
    auto* agreement = parent.add_subcommand("agreement", environment.say("partnership.help.agreement"));
    add_check(*agreement, environment);
    add_import(*agreement, environment);
    add_list(*agreement, environment);
}

}  // namespace

std::string agreement_bytes(const std::string& path) {
    return module::read_file(path, kLargestAgreementFile + 1);
}

const module::Command kAgreementCommand{"agreement", add_agreement};

base::Date horizon_of(const Agreement& agreement, base::Date today) {
    return std::max(today, agreement.term.first.value_or(today)).plus_years(1);
}

int check_agreement(const std::string& path, bool json, base::Date today, std::ostream& out, std::ostream& err,
                    const text::Words& words) {
    const auto file = read_agreement(agreement_bytes(path));
    if (file) {
        if (json)
            print_check_json(*file, today, out);
        else
            print_check(*file, today, out, words);
        return 0;
    }
    if (json) {
        print_problems_json(file.problems(), out);
        return 1;
    }
    module::CommandEnvironment telling;
    telling.err = &err;
    telling.words = &words;
    telling.tell(file.problems(), path);
    err << words("partnership.report.problems", {{"count", static_cast<std::int64_t>(file.problems().size())}}) << '\n';
    return 1;
}

}  // namespace samrum::partnership::agreement
