#include "partnership/money/files_sie.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace samrum::partnership::money {
namespace {

/// The letters of CP437 from 0x80 to 0xA8 and the marks above them that texts use; the rest are lines and boxes.
struct Letter {
    char32_t code;
    unsigned char byte;
};
constexpr Letter kLetters[] = {
    {U'Ç', 0x80}, {U'ü', 0x81}, {U'é', 0x82}, {U'â', 0x83}, {U'ä', 0x84}, {U'à', 0x85}, {U'å', 0x86}, {U'ç', 0x87},
    {U'ê', 0x88}, {U'ë', 0x89}, {U'è', 0x8A}, {U'ï', 0x8B}, {U'î', 0x8C}, {U'ì', 0x8D}, {U'Ä', 0x8E}, {U'Å', 0x8F},
    {U'É', 0x90}, {U'æ', 0x91}, {U'Æ', 0x92}, {U'ô', 0x93}, {U'ö', 0x94}, {U'ò', 0x95}, {U'û', 0x96}, {U'ù', 0x97},
    {U'ÿ', 0x98}, {U'Ö', 0x99}, {U'Ü', 0x9A}, {U'¢', 0x9B}, {U'£', 0x9C}, {U'¥', 0x9D}, {U'ƒ', 0x9F}, {U'á', 0xA0},
    {U'í', 0xA1}, {U'ó', 0xA2}, {U'ú', 0xA3}, {U'ñ', 0xA4}, {U'Ñ', 0xA5}, {U'ª', 0xA6}, {U'º', 0xA7}, {U'¿', 0xA8},
    {U'¬', 0xAA}, {U'½', 0xAB}, {U'¼', 0xAC}, {U'¡', 0xAD}, {U'«', 0xAE}, {U'»', 0xAF}, {U'ß', 0xE1}, {U'µ', 0xE6},
    {U'±', 0xF1}, {U'÷', 0xF6}, {U'°', 0xF8}, {U'·', 0xFA}, {U'²', 0xFD}};

struct Nearest {
    char32_t code;
    std::string_view said;
};
constexpr Nearest kNearest[] = {
    {U'–', "-"},   {U'—', "-"},  {U'−', "-"},   {U'‑', "-"},    {U'’', "'"}, {U'‘', "'"},   {U'”', "\""}, {U'“', "\""},
    {U'…', "..."}, {U'•', "-"},  {U'€', "EUR"}, {U'§', "par."}, {0xA0, " "}, {0x202F, " "}, {U'×', "x"},  {U'ø', "o"},
    {U'Ø', "O"},   {U'À', "A"},  {U'Á', "A"},   {U'Â', "A"},    {U'Ã', "A"}, {U'ã', "a"},   {U'È', "E"},  {U'Ê', "E"},
    {U'Ë', "E"},   {U'Ì', "I"},  {U'Í', "I"},   {U'Î', "I"},    {U'Ï', "I"}, {U'Ò', "O"},   {U'Ó', "O"},  {U'Ô', "O"},
    {U'Õ', "O"},   {U'õ', "o"},  {U'Ù', "U"},   {U'Ú', "U"},    {U'Û', "U"}, {U'Ý', "Y"},   {U'ý', "y"},  {U'ð', "d"},
    {U'Ð', "D"},   {U'þ', "th"}, {U'Þ', "Th"},  {U'š', "s"},    {U'Š', "S"}, {U'ž', "z"},   {U'Ž', "Z"},  {U'č', "c"},
    {U'Č', "C"},   {U'ć', "c"},  {U'Ć', "C"},   {U'đ', "d"},    {U'Đ', "D"}, {U'ł', "l"},   {U'Ł', "L"},  {U'ń', "n"},
    {U'ś', "s"},   {U'ź', "z"},  {U'ż', "z"},   {U'ą', "a"},    {U'ę', "e"}, {U'ğ', "g"},   {U'ı', "i"},  {U'İ', "I"},
    {U'ş', "s"},   {U'ő', "o"},  {U'ű', "u"},   {U'ř', "r"},    {U'ě', "e"}, {U'ů', "u"}};

/// The next character of UTF-8; what is broken counts as one unknown character.
char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
    char32_t code = first & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return 0xFFFD;
        code = (code << 6) | (byte(at++) & 0x3F);
    }
    return more > 0 ? code : 0xFFFD;
}

/// A field in quotes. The format escapes quotes and knows no other backslash.
std::string sie_quoted(std::string_view utf8) {
    std::string out = "\"";
    for (const char c : cp437(utf8)) {
        if (c == '"') out += '\\';
        out += c == '\\' ? '/' : c;
    }
    return out + '"';
}

std::string day_text(base::Date day) {
    std::string text = day.iso();
    std::erase(text, '-');
    return text;
}

std::string amount_text(base::Money sum) {
    const std::int64_t ore = sum.ore < 0 ? -sum.ore : sum.ore;
    return fmt::format("{}{}.{:02}", sum.ore < 0 ? "-" : "", ore / 100, ore % 100);
}

}  // namespace

std::string cp437(std::string_view utf8) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t code = next(utf8, at);
        if (code < 0x80) {
            out += code < 0x20 || code == 0x7F ? ' ' : static_cast<char>(code);
            continue;
        }
        const auto letter = std::ranges::find(kLetters, code, &Letter::code);
        const auto nearest = std::ranges::find(kNearest, code, &Nearest::code);
        if (letter != std::end(kLetters))
            out += static_cast<char>(letter->byte);
        else if (nearest != std::end(kNearest))
            out += nearest->said;
        else
            out += '?';
    }
    return out;
}

std::string write_sie(const SieFile& file) {
    std::string out;
    const auto line = [&](const std::string& text) { out += text + "\r\n"; };
    line("#FLAGGA 0");
    line("#PROGRAM " + sie_quoted(file.program) + " " + sie_quoted(file.program_version));
    line("#FORMAT PC8");
    line("#GEN " + day_text(file.made_on));
    line("#SIETYP 4");
    if (!file.company_number.empty()) line("#ORGNR " + cp437(file.company_number));
    line("#FNAMN " + sie_quoted(file.company));
    for (const SieAccount& one : file.accounts) line("#KONTO " + one.number + " " + sie_quoted(one.name));
    for (const SieVoucher& one : file.vouchers) {
        base::Money sum;
        for (const SieLine& each : one.lines) sum += each.sum;
        base::ensure(sum == base::Money{}, "a voucher sums to zero");
        const std::string number = one.number ? std::to_string(*one.number) : "\"\"";
        line("#VER " + sie_quoted(one.series) + " " + number + " " + day_text(one.day) + " " + sie_quoted(one.text));
        line("{");
        for (const SieLine& each : one.lines) line("#TRANS " + each.account + " {} " + amount_text(each.sum));
        line("}");
    }
    return out;
}

}  // namespace samrum::partnership::money
