#pragma once
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/pages.hpp"

#include <functional>
#include <string_view>

/// What the tabs of one agreement share.
namespace samrum::partnership::agreement {

/// Dates of an agreement without end are computed so far ahead.
inline constexpr int kHorizonMonths = 24;

std::string agreement_link(const module::Call& call, const AgreementHead& head, std::string_view below = "");

/// The agreement that the path names, where the caller may read it.
std::optional<ReadAgreement> agreement_of_path(module::Call& call);

/// Does the agreement live in this room, and may the caller write here? A copy is only read.
bool may_write_here(const module::Call& call, const AgreementHead& head);

/// The title of the compact that an agreement rests on, as a link where the room keeps that compact.
void compact_named(web::Html& h, module::Call& call, const Compact& compact, std::string_view language);

/// One tab's page: heading, tabs, and what the tab holds. `path` is the tab's, "" for the overview.
web::Response tab_page(module::Call& call, std::string_view path,
                       const std::function<void(web::Html&, const ReadAgreement&)>& inside);

}  // namespace samrum::partnership::agreement
