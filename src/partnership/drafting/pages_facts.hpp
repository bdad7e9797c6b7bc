#pragma once
#include "foundation/module/call.hpp"
#include "foundation/web/fields.hpp"
#include "partnership/drafting/model_part.hpp"

/// The forms of the facts. Fields are called as in the agreement file, so that what the check says stands beside them.
namespace samrum::partnership::drafting {

/// What the form shows of a draft.
web::Fields fields_of_facts(const Agreement& draft, Facts facts);
/// Puts what was typed into a draft. A row without its first field is taken away; what a form does not show is kept.
/// Problems where a day, sum or number cannot be read.
void apply_facts(const web::Fields& form, Facts facts, Agreement& draft, base::ProblemList& problems);
/// The fields of the group, with empty rows at the end of each list.
void facts_fields(web::Html& h, const module::Call& call, const web::FormState& state, const Agreement& draft,
                  Facts facts);
/// The same facts to be read: a table or a list in the draft.
void facts_shown(web::Html& h, const module::Call& call, const Agreement& draft, Facts facts);

}  // namespace samrum::partnership::drafting
