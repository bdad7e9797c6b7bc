#pragma once
#include "friends/people/pages_visitor.hpp"
#include "friends/people/rules_input.hpp"

// The enrolment form: its fields, screen by screen, and what was typed into them.
namespace samrum::friends::people {

/// What the form around the fields knows.
struct FormView {
    module::Call& call;
    const module::Visitor& visitor;
    const Programme& programme;
    const web::FormState& state;  ///< its words are the visitor's
    bool enrolling = true;        ///< asks whether all are adults: not when answers are changed
    bool with_contact = true;     ///< name and contact: not of a protected person who changes answers
    bool with_side = true;        ///< newcomer or established: not of somebody who was proposed or meets another
};
/// The fields of a screen, from 1.
void step_fields(web::Html& h, const FormView& view, int step);
/// What is wrong, above the form, with links to the fields.
void problem_list(web::Html& h, const FormView& view);

FormInput input_of(const web::Fields& fields);
web::Fields fields_of(const FormInput& input);
/// `kept` with what the form of a screen says in place of its old fields; names that are none of ours are left out.
web::Fields merged(const web::Fields& kept, const web::Fields& posted, int step);
/// Only the problems of one screen.
base::Problems problems_of_step(const base::Problems& all, int step);

}  // namespace samrum::friends::people
