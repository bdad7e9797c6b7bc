#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "partnership/reports/repository_report.hpp"

#include <string_view>
#include <vector>

namespace samrum::partnership::reports {

inline constexpr std::string_view kTemplateEnvelope = "partnership.report.template";

/// The templates of the body whose room this is: of a kind the one in use, and its versions, the newest first.
struct TemplateView {
    Template in_use;
    std::vector<SavedTemplate> versions;
};
TemplateView read_template_of(store::Reader& room, ReportKind kind);

/// Makes the next version of the body's template. Reports that were begun keep theirs. Every association that the body
/// has an agreement with gets it. Needs kWriteAgreements in the room of a public party. Problems: those of
/// checked_template; the same again is nothing new.
base::Result<Template> save_template(store::Session& room, const module::House& house, const module::Caller& caller,
                                     const Template& wanted);

void receive_template(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);

}  // namespace samrum::partnership::reports
