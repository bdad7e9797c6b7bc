#include "partnership/reports/actions_phrases.hpp"

namespace samrum::partnership::reports {

std::string say_value(const text::Words& words, const std::optional<StatedValue>& value, const std::string& unit) {
    if (!value) return words("report.value.none");
    switch (value->value.kind) {
        case DeliveredValue::Kind::number:
            return words.number(value->value.number) +
                   (words.has(unit) ? " " + words(unit, {{"count", value->value.number}}) : "");
        case DeliveredValue::Kind::hidden:
            return words("report.value.hidden");
        case DeliveredValue::Kind::unknown:
            break;
    }
    return words("report.value.unknown");
}

std::string say_kind(const text::Words& words, ReportKind kind) {
    return words("report.kind." + std::string(word_of(kind)));
}
std::string say_subject(const text::Words& words, const Subject& about) {
    const std::string said = say_kind(words, about.kind) + " " + words.period(about.period);
    return about.version == 1 ? said : said + ", " + words("report.version", {{"number", std::int64_t{about.version}}});
}
std::string say_state(const text::Words& words, State state) {
    return words("report.state." + std::string(word_of(state)));
}
std::string say_verdict(const text::Words& words, Verdict verdict) {
    return words("report.verdict." + std::string(word_of(verdict)));
}
std::string say_title(const text::Words& words, const TemplateSection& section) {
    return section.title.empty() ? words("report.section." + section.key) : section.title;
}
std::string say_guidance(const text::Words& words, const TemplateSection& section) {
    if (!section.guidance.empty() || section.key.starts_with("own-")) return section.guidance;
    return words("report.guidance." + section.key);
}

}  // namespace samrum::partnership::reports
