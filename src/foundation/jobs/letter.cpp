#include "foundation/jobs/letter.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace samrum::jobs {
namespace {

constexpr std::size_t kLongestLine = 76;
constexpr std::string_view kBeginWord = "=?UTF-8?Q?";
constexpr std::string_view kEndWord = "?=";

std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }, ' ');
    return base::trim(line);
}

bool is_plain(std::string_view text) {
    return text.find("=?") == std::string_view::npos &&
           std::ranges::all_of(text, [](char c) { return c >= 32 && c < 127; });
}

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string escaped(char c) {
    return fmt::format("={:02X}", static_cast<unsigned char>(c));
}

/// The bytes of the UTF-8 character that begins at `at`.
std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80) ++length;
    return length;
}

/// A header's value in encoded words, none longer than 75 characters and none that splits a character.
std::string encoded_words(std::string_view text) {
    constexpr std::size_t kRoom = 75 - kBeginWord.size() - kEndWord.size();
    std::string out(kBeginWord);
    std::size_t used = 20;  // the header's name stands on the first line
    for (std::size_t at = 0; at < text.size();) {
        std::string piece;
        const std::size_t length = character_length(text, at);
        for (char c : text.substr(at, length))
            piece += is_letter_or_digit(c) ? std::string(1, c) : c == ' ' ? "_" : escaped(c);
        if (used + piece.size() > kRoom) {
            out.append(kEndWord).append("\r\n ").append(kBeginWord);
            used = 0;
        }
        out += piece;
        used += piece.size();
        at += length;
    }
    return out.append(kEndWord);
}

std::string header_text(std::string_view text) {
    const std::string line = on_one_line(text);
    return is_plain(line) && line.size() <= 900 ? line : encoded_words(line);
}

/// A display name before an address: quoted, or in encoded words.
std::string display_name(std::string_view name) {
    const std::string line = on_one_line(name);
    if (!is_plain(line)) return encoded_words(line);
    std::string quoted = "\"";
    for (char c : line) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

/// "Fri, 31 Jan 2020 09:15:00 +0000"
std::string date_header(base::Instant at) {
    constexpr std::array kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string iso = at.iso();
    const auto day = base::Date::parse(iso.substr(0, 10)).value();
    return fmt::format("{}, {} {} {} {} +0000", kDays[day.weekday() - 1], day.day(), kMonths[day.month() - 1],
                       day.year(), iso.substr(11, 8));
}

/// RFC 2045, 6.7: lines of at most 76 characters, ended by CRLF.
std::string quoted_printable(std::string_view text) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        if (c == '\n') {
            out += "\r\n";
            column = 0;
            continue;
        }
        const bool ends_line = at + 1 == text.size() || text[at + 1] == '\n' || text[at + 1] == '\r';
        const bool is_as_is = (c > 32 && c < 127 && c != '=') || (c == ' ' && !ends_line);
        const std::string piece = is_as_is ? std::string(1, c) : escaped(c);
        if (column + piece.size() > kLongestLine - 1) {
            out += "=\r\n";
            column = 0;
        }
        out += piece;
        column += piece.size();
    }
    if (column > 0) out += "\r\n";
    return out;
}

/// What the invitation asks for: "REQUEST" or "CANCEL".
std::string method_of(std::string_view calendar) {
    return calendar.find("\r\nMETHOD:CANCEL\r\n") != std::string_view::npos ? "CANCEL" : "REQUEST";
}
/// The letter's content with its own headers: the text alone, or beside an invitation.
std::string content_of(const Letter& letter) {
    constexpr std::string_view kQuoted = "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
    std::string text =
        fmt::format("Content-Type: text/plain; charset=UTF-8\r\n{}{}", kQuoted, quoted_printable(letter.text));
    if (letter.calendar.empty()) return text;
    // In quoted-printable no line begins with "--=": its equals sign would be written as =3D.
    const std::string boundary = "=_" + letter.id;
    return fmt::format(
        "Content-Type: multipart/alternative; boundary=\"{0}\"\r\n\r\n--{0}\r\n{1}\r\n--{0}\r\n"
        "Content-Type: text/calendar; charset=UTF-8; method={2}\r\n{3}{4}\r\n--{0}--\r\n",
        boundary, text, method_of(letter.calendar), kQuoted, quoted_printable(letter.calendar));
}

}  // namespace

std::string write_letter(const Letter& letter) {
    return fmt::format(
        "Date: {}\r\nFrom: {} <{}>\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\n"
        "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n{}",
        date_header(letter.date), display_name(letter.from_name), letter.from.text(), letter.to.text(),
        header_text(letter.subject), letter.id, letter.from.domain(), content_of(letter));
}

}  // namespace samrum::jobs
