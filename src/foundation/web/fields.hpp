#pragma once
// Forms: every field has a label, an optional description and its problem beside it, wired with aria-describedby and
// aria-invalid; the error summary links to the fields.
#include "foundation/base/problem.hpp"
#include "foundation/web/components.hpp"
#include "foundation/web/http.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::web {

/// The name of the hidden field that every POST form carries and the door checks.
inline constexpr std::string_view kCsrfField = "csrf";

/// What the fields of one form share: the reader's words, what stands in the fields, and what was wrong with it.
/// First shown: `values` holds what the record says. Shown again after problems: `values` is `request.form`.
struct FormState {
    const Words& words;
    Fields values = {};
    base::Problems problems = {};

    /// The problems of a field as sentences, in order; empty when it has none.
    std::string error(std::string_view field) const;
};

/// A POST form with its CSRF field. The browser's own validation is off: our answers are in plain words, all at once.
void form(Html& h, std::string_view csrf, std::string_view action, const Slot& inside);
/// The same for forms with file fields (multipart).
void upload_form(Html& h, std::string_view csrf, std::string_view action, const Slot& inside);
/// A GET form: search and filters, nothing is changed.
void query_form(Html& h, std::string_view action, const Slot& inside);
void hidden(Html& h, std::string_view name, std::string_view value);

/// What is wrong, in one place above the form: role=alert, linked to the fields, focused where JavaScript runs. A
/// sentence that is told of several fields gets the label of each. Writes nothing when there are no problems.
void error_summary(Html& h, const FormState& state);

enum class Width { full, medium, narrow };

struct Field {
    std::string name = {};
    std::string label = {};
    std::string description = {};
    bool optional = false;          ///< said in the label; every other field is required
    bool unmarked = false;          ///< optional, but its words tell when it is needed, so the label does not say it
    std::string fallback = {};      ///< value when `values` does not hold the field
    std::string autocomplete = {};  ///< "email", "name", "one-time-code" (WCAG 1.3.5)
    std::string input_mode = {};    ///< "numeric", "decimal", "email"
    std::string suffix = {};        ///< unit after the field: "kr", "timmar"
    int max_length = 0;             ///< characters; 0: no limit here
    Width width = Width::full;
};

void text_field(Html& h, const FormState& state, const Field& field);
void email_field(Html& h, const FormState& state, const Field& field);
/// Never shows what was typed again.
void password_field(Html& h, const FormState& state, const Field& field);
void search_field(Html& h, const FormState& state, const Field& field);
/// Whole numbers, with the phone's digit keys; text, so that "1 400" may be written as people write it.
void number_field(Html& h, const FormState& state, const Field& field);
/// Kronor: read with base::Money::parse.
void money_field(Html& h, const FormState& state, const Field& field);
/// A day as ISO 8601; the phone's own calendar.
void date_field(Html& h, const FormState& state, const Field& field);
void time_field(Html& h, const FormState& state, const Field& field);
void text_area(Html& h, const FormState& state, const Field& field, int rows = 4);
/// `accept` as in HTML: ".csv,text/csv".
void file_field(Html& h, const FormState& state, const Field& field, std::string_view accept = {});

struct Option {
    std::string value = {};
    std::string label = {};
    std::string description = {};  ///< radios and checkboxes only
};
void select_field(Html& h, const FormState& state, const Field& field, const std::vector<Option>& options);
void radio_fields(Html& h, const FormState& state, const Field& field, const std::vector<Option>& options);
/// Several may be chosen: the field stands once for each in the form.
void checkbox_fields(Html& h, const FormState& state, const Field& field, const std::vector<Option>& options);
/// One box, sent as "yes". Ticked when `values` holds "yes".
void checkbox(Html& h, const FormState& state, const Field& field);
/// Fields that belong together, under one legend.
void field_group(Html& h, std::string_view legend, const Slot& inside);

}  // namespace samrum::web
