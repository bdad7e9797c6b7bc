#include "foundation/web/fields.hpp"

#include "foundation/web/components_parts.hpp"

#include <algorithm>

namespace samrum::web {

std::string FormState::error(std::string_view field) const {
    std::string all;
    for (const base::Problem& one : problems) {
        if (one.field != field) continue;
        if (!all.empty()) all += ' ';
        all += words(one.message);
    }
    return all;
}

namespace {

std::string id_of(std::string_view field) {
    return "field-" + id_from(field);
}

std::string value_of(const FormState& state, const Field& field) {
    return state.values.has(field.name) ? std::string(state.values.get(field.name)) : field.fallback;
}

/// The ids that describe a field: its description, then its problem.
std::string described_by(const FormState& state, const Field& field) {
    std::string ids;
    if (!field.description.empty()) ids = id_of(field.name) + "-description";
    if (!state.error(field.name).empty()) ids += (ids.empty() ? "" : " ") + id_of(field.name) + "-error";
    return ids;
}

/// The summary stands above the fields, so it keeps a place for the label where one sentence is told of several.
Attribute label_wanted(std::string_view field) {
    return attr::set<"data-label-of">(id_of(field));
}

void label_in_summary(Html& h, const FormState& state, const Field& field) {
    if (state.error(field.name).empty()) return;
    std::string place, label;
    Html of_place(place);
    of_place(tag::span, label_wanted(field.name));
    const auto at = h.sink().find(place);
    if (at == std::string::npos) return;
    escape_into(label, field.label + ": ");
    h.sink().insert(at + place.size() - std::string_view("</span>").size(), label);
}

void label_words(Html& h, const FormState& state, const Field& field) {
    label_in_summary(h, state, field);
    h.text(field.label);
    if (field.optional && !field.unmarked)
        h(tag::span, attr::cls("s-optional"), " (" + state.words("web.field.optional") + ")");
}

void description(Html& h, const Field& field) {
    if (field.description.empty()) return;
    h(tag::div, attr::set<"data-field">("description"), attr::id(id_of(field.name) + "-description"),
      field.description);
}

void error(Html& h, const FormState& state, const Field& field) {
    const std::string text = state.error(field.name);
    if (text.empty()) return;
    h(tag::p, attr::cls("ds-validation-message"), attr::set<"data-field">("validation"),
      attr::id(id_of(field.name) + "-error"), text);
}

Attribute invalid(const FormState& state, const Field& field) {
    Attribute attribute = attr::set<"aria-invalid">("true");
    attribute.present = !state.error(field.name).empty();
    return attribute;
}

Attribute width(const Field& field) {
    Attribute attribute = attr::set<"data-width">(field.width == Width::narrow ? "narrow" : "medium");
    attribute.present = field.width != Width::full;
    return attribute;
}

/// Label, description and problem around one control.
void around(Html& h, const FormState& state, const Field& field, const Slot& control) {
    h(tag::div, attr::cls("ds-field s-field"), [&] {
        h(tag::label, attr::cls("ds-label"), attr::for_(id_of(field.name)), [&] { label_words(h, state, field); });
        description(h, field);
        error(h, state, field);
        if (field.suffix.empty()) return control();
        h(tag::div, attr::cls("s-with-suffix"), [&] {
            control();
            h(tag::span, attr::cls("s-suffix"), attr::set<"aria-hidden">("true"), field.suffix);
        });
    });
}

Attribute max_length(const Field& field) {
    Attribute attribute = attr::set<"maxlength">(std::to_string(field.max_length));
    attribute.present = field.max_length > 0;
    return attribute;
}

/// Figures, days and addresses run left to right also on a right-to-left page; names and text follow the page.
Attribute direction(const Field& field, std::string_view type) {
    Attribute attribute = attr::dir("ltr");
    attribute.present = !field.input_mode.empty() || type == "date" || type == "time" || type == "email";
    return attribute;
}

void input(Html& h, const FormState& state, const Field& field, std::string_view type, std::string_view value) {
    around(h, state, field, [&] {
        h(tag::input, attr::cls("ds-input"), attr::type(type), attr::id(id_of(field.name)), attr::name(field.name),
          unless_empty(attr::value(value)), attr::flag<"required">(!field.optional && type != "search"),
          unless_empty(attr::set<"autocomplete">(field.autocomplete)),
          unless_empty(attr::set<"inputmode">(field.input_mode)), direction(field, type), max_length(field),
          width(field), unless_empty(attr::set<"aria-describedby">(described_by(state, field))), invalid(state, field));
    });
}

/// Radios and checkboxes: a fieldset with one small field an option.
void choices(Html& h, const FormState& state, const Field& field, const std::vector<Option>& options,
             std::string_view type) {
    std::vector<std::string_view> chosen = state.values.every(field.name);
    if (!state.values.has(field.name) && !field.fallback.empty()) chosen = {field.fallback};
    h(tag::fieldset, attr::cls("ds-fieldset s-field"),
      unless_empty(attr::set<"aria-describedby">(described_by(state, field))), [&] {
          h(tag::legend, attr::cls("ds-label"), [&] { label_words(h, state, field); });
          description(h, field);
          error(h, state, field);
          for (std::size_t i = 0; i < options.size(); ++i) {
              const Option& one = options[i];
              // The first one has the field's own id, so that the error summary leads there.
              const std::string id = id_of(field.name) + (i == 0 ? "" : "-" + std::to_string(i));
              h(tag::div, attr::cls("ds-field"), [&] {
                  h(tag::input, attr::cls("ds-input"), attr::type(type), attr::id(id), attr::name(field.name),
                    attr::value(one.value), attr::flag<"checked">(std::ranges::find(chosen, one.value) != chosen.end()),
                    attr::flag<"required">(type == "radio" && !field.optional), invalid(state, field),
                    unless_empty(attr::set<"aria-describedby">(one.description.empty() ? "" : id + "-option")));
                  h(tag::label, attr::cls("ds-label"), attr::set<"data-weight">("regular"), attr::for_(id), one.label);
                  if (!one.description.empty())
                      h(tag::div, attr::set<"data-field">("description"), attr::id(id + "-option"), one.description);
              });
          }
      });
}

void post_form(Html& h, std::string_view csrf, std::string_view action, const Attribute& encoding, const Slot& inside) {
    h(tag::form, attr::cls("s-form"), attr::set<"method">("post"), attr::action(action), encoding,
      attr::flag<"novalidate">(), [&] {
          hidden(h, kCsrfField, csrf);
          inside();
      });
}

}  // namespace

void form(Html& h, std::string_view csrf, std::string_view action, const Slot& inside) {
    post_form(h, csrf, action, attr::flag<"enctype">(false), inside);
}

void upload_form(Html& h, std::string_view csrf, std::string_view action, const Slot& inside) {
    post_form(h, csrf, action, attr::set<"enctype">("multipart/form-data"), inside);
}

void query_form(Html& h, std::string_view action, const Slot& inside) {
    h(tag::form, attr::cls("s-form s-query-form"), attr::set<"method">("get"), attr::action(action), inside);
}

void hidden(Html& h, std::string_view name, std::string_view value) {
    h(tag::input, attr::type("hidden"), attr::name(name), attr::value(value));
}

void error_summary(Html& h, const FormState& state) {
    if (state.problems.empty()) return;
    h(tag::div, attr::cls("ds-error-summary"), attr::set<"role">("alert"), attr::set<"tabindex">("-1"),
      attr::set<"data-focus">(""), [&] {
          h(tag::h2, attr::cls("ds-heading"), attr::set<"data-size">("2xs"),
            state.words("web.error_summary", {{"count", static_cast<std::int64_t>(state.problems.size())}}));
          h(tag::ul, attr::cls("ds-list"), [&] {
              for (const base::Problem& one : state.problems)
                  h(tag::li, [&] {
                      const std::string text = state.words(one.message);
                      if (one.field.empty()) return h.text(text);
                      const bool repeated =
                          std::ranges::count(state.problems, one.message, &base::Problem::message) > 1;
                      link(h, "#" + id_of(one.field), [&] {
                          if (repeated) h(tag::span, label_wanted(one.field));
                          h.text(text);
                      });
                  });
          });
      });
}

void text_field(Html& h, const FormState& state, const Field& field) {
    input(h, state, field, "text", value_of(state, field));
}
void email_field(Html& h, const FormState& state, const Field& field) {
    input(h, state, field, "email", value_of(state, field));
}
void password_field(Html& h, const FormState& state, const Field& field) {
    input(h, state, field, "password", "");
}
void search_field(Html& h, const FormState& state, const Field& field) {
    input(h, state, field, "search", value_of(state, field));
}

void number_field(Html& h, const FormState& state, const Field& field) {
    Field digits = field;
    digits.input_mode = "numeric";
    if (digits.width == Width::full) digits.width = Width::narrow;
    input(h, state, digits, "text", value_of(state, field));
}

void money_field(Html& h, const FormState& state, const Field& field) {
    Field sum = field;
    sum.input_mode = "decimal";
    sum.width = Width::medium;
    if (sum.suffix.empty()) sum.suffix = "kr";
    input(h, state, sum, "text", value_of(state, field));
}

void date_field(Html& h, const FormState& state, const Field& field) {
    Field day = field;
    day.width = Width::medium;
    input(h, state, day, "date", value_of(state, field));
}

void time_field(Html& h, const FormState& state, const Field& field) {
    Field clock = field;
    clock.width = Width::narrow;
    input(h, state, clock, "time", value_of(state, field));
}

void text_area(Html& h, const FormState& state, const Field& field, int rows) {
    around(h, state, field, [&] {
        // The parser drops one line break right after the tag, so one is written for it.
        h(tag::textarea, attr::cls("ds-input"), attr::id(id_of(field.name)), attr::name(field.name),
          attr::set<"rows">(std::to_string(rows)), attr::flag<"required">(!field.optional), max_length(field),
          unless_empty(attr::set<"aria-describedby">(described_by(state, field))), invalid(state, field),
          "\n" + value_of(state, field));
    });
}

void file_field(Html& h, const FormState& state, const Field& field, std::string_view accept) {
    around(h, state, field, [&] {
        h(tag::input, attr::cls("ds-input"), attr::type("file"), attr::id(id_of(field.name)), attr::name(field.name),
          unless_empty(attr::set<"accept">(accept)), attr::flag<"required">(!field.optional),
          unless_empty(attr::set<"aria-describedby">(described_by(state, field))), invalid(state, field));
    });
}

void select_field(Html& h, const FormState& state, const Field& field, const std::vector<Option>& options) {
    const std::string chosen = value_of(state, field);
    around(h, state, field, [&] {
        h(tag::select, attr::cls("ds-input"), attr::id(id_of(field.name)), attr::name(field.name), width(field),
          attr::flag<"required">(!field.optional), unless_empty(attr::set<"autocomplete">(field.autocomplete)),
          unless_empty(attr::set<"aria-describedby">(described_by(state, field))), invalid(state, field), [&] {
              const bool known = std::ranges::find(options, chosen, &Option::value) != options.end();
              if (!known) h(tag::option, attr::value(""), state.words("web.field.choose"));
              for (const Option& one : options)
                  h(tag::option, attr::value(one.value), attr::flag<"selected">(one.value == chosen), one.label);
          });
    });
}

void radio_fields(Html& h, const FormState& state, const Field& field, const std::vector<Option>& options) {
    choices(h, state, field, options, "radio");
}

void checkbox_fields(Html& h, const FormState& state, const Field& field, const std::vector<Option>& options) {
    choices(h, state, field, options, "checkbox");
}

void checkbox(Html& h, const FormState& state, const Field& field) {
    h(tag::div, attr::cls("ds-field s-field"), [&] {
        h(tag::input, attr::cls("ds-input"), attr::type("checkbox"), attr::id(id_of(field.name)),
          attr::name(field.name), attr::value("yes"), attr::flag<"checked">(value_of(state, field) == "yes"),
          unless_empty(attr::set<"aria-describedby">(described_by(state, field))), invalid(state, field));
        h(tag::label, attr::cls("ds-label"), attr::set<"data-weight">("regular"), attr::for_(id_of(field.name)),
          field.label);
        description(h, field);
        error(h, state, field);
    });
}

void field_group(Html& h, std::string_view legend, const Slot& inside) {
    h(tag::fieldset, attr::cls("ds-fieldset s-field-group"), [&] {
        h(tag::legend, attr::cls("ds-label"), legend);
        inside();
    });
}

}  // namespace samrum::web
