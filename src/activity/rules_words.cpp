#include "activity/rules_words.hpp"

#include "activity/rules_entry.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::activity {
namespace {

/// What files call things in Swedish. The first word of a code is the one that is written; all are read.
struct CodeWord {
    std::string_view code, word;
};
constexpr CodeWord kWords[] = {
    {"session", "tillfälle"},
    {"session", "rådgivningstillfälle"},
    {"training", "utbildning"},
    {"theme_evening", "temakväll"},
    {"network_meeting", "nätverksmöte"},
    {"workshop", "workshop"},
    {"workshop", "verkstad"},
    {"exchange", "erfarenhetsutbyte"},
    {"outreach", "uppsökande"},
    {"other_event", "annat"},
    {"other_event", "övrigt"},
    {"volunteers_active", "aktiva volontärer"},
    {"volunteers_active", "aktiva frivilliga"},
    {"volunteers_joined", "nya volontärer"},
    {"volunteers_joined", "nya frivilliga"},
    {"volunteers_left", "avslutade volontärer"},
    {"volunteers_left", "avslutade frivilliga"},
    {"full_time_job", "heltidsarbete"},
    {"full_time_job", "heltidsanställning"},
    {"studies", "studier"},
    {"moved", "flyttat"},
    {"other", "annat"},
    {"figure_sessions", "siffra tillfällen"},
    {"figure_visits", "siffra besök"},
    {"figure_visits_growth", "siffra ökning besök procent"},
    {"figure_women_percent", "siffra kvinnor procent"},
    {"figure_volunteers", "siffra volontärer"},
    {"figure_volunteer_hours", "siffra volontärtimmar"},
    {"figure_volunteers_joined", "siffra nya volontärer"},
    {"figure_volunteers_left", "siffra avslutade volontärer"},
};

/// The first thing that `coded` finds for the text or for a code whose Swedish word it is.
template <class Found, class Coded>
std::optional<Found> written(std::string_view text, const Coded& coded) {
    std::string word = plain_word(text);
    if (auto found = coded(word)) return found;
    for (const CodeWord& one : kWords)
        if (one.word == word)
            if (auto found = coded(one.code)) return found;
    std::replace(word.begin(), word.end(), ' ', '_');
    return coded(word);
}

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t most) {
    const std::string digits = base::without_group_separators(text);
    if (digits.empty() || digits.size() > 12) return std::nullopt;
    std::int64_t value = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value <= most ? std::optional(value) : std::nullopt;
}

std::optional<bool> yes_or_no(std::string_view text) {
    const std::string word = plain_word(text);
    for (std::string_view no : {"", "nej", "no", "0", "false", "falskt"})
        if (word == no) return false;
    for (std::string_view yes : {"ja", "yes", "1", "true", "sant", "x", "on"})
        if (word == yes) return true;
    return std::nullopt;
}

std::optional<Kind> kind_written(std::string_view text) {
    if (base::trim(text).empty()) return Kind::session;
    return written<Kind>(text, kind_coded);
}
std::optional<LeaveReason> reason_written(std::string_view text) {
    return written<LeaveReason>(text, reason_coded);
}
std::optional<FigureOf> figure_written(std::string_view text) {
    return written<FigureOf>(text, figure_coded);
}

std::string plain_word(std::string_view text) {
    std::string word = base::trim(text);
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = static_cast<unsigned char>(word[i]);
        const bool after_c3 = i > 0 && static_cast<unsigned char>(word[i - 1]) == 0xC3;
        if (c >= 'A' && c <= 'Z') word[i] = static_cast<char>(c + 0x20);
        // À–Þ in UTF-8 are C3 80 … C3 9E, but C3 97 is the multiplication sign.
        if (after_c3 && c >= 0x80 && c <= 0x9E && c != 0x97) word[i] = static_cast<char>(c + 0x20);
    }
    return word;
}

std::string_view swedish_word(std::string_view code) {
    for (const CodeWord& one : kWords)
        if (one.code == code) return one.word;
    return code;
}

int length_in_characters(std::string_view utf8) {
    return static_cast<int>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace samrum::activity
