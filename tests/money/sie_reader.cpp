#include "money/sie_reader.hpp"

#include <algorithm>
#include <set>

namespace samrum::tests {
namespace {

// CP437 from 0x80, as Unicode's own table (ftp.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT) has it.
constexpr std::u16string_view kHigh =
    u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡"
    u"±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";
static_assert(kHigh.size() == 128);

void put(std::string& out, char16_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::string utf8_of(std::string_view cp437) {
    std::string out;
    for (const char c : cp437) {
        const auto byte = static_cast<unsigned char>(c);
        put(out, byte < 0x80 ? byte : kHigh[byte - 0x80U]);
    }
    return out;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    ReadSie read() {
        if (rest_.empty()) fail("the file is empty");
        while (!rest_.empty()) take_line();
        if (voucher_) fail("a voucher is not closed");
        for (const char* needed : {"#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FNAMN"})
            if (!seen_.contains(needed)) fail(std::string(needed) + " is missing");
        return std::move(out_);
    }

  private:
    [[noreturn]] void fail(const std::string& what) const { throw SieError(line_, what); }

    void take_line() {
        ++line_;
        const auto end = rest_.find("\r\n");
        if (end == std::string_view::npos) fail("lines end with CR LF");
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(end + 2);
        for (const char c : line)
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) fail("a control character");
        if (line == "{") return open();
        if (line == "}") return close();
        if (line.empty() || line.front() != '#') fail("a line begins with #");
        item(fields_of(line));
    }

    /// Fields between spaces; in quotes, where \" is a quote; {} for objects.
    std::vector<std::string> fields_of(std::string_view line) const {
        std::vector<std::string> fields;
        std::size_t at = 0;
        while (at < line.size()) {
            std::string field;
            if (line[at] == '"') {
                for (++at;; ++at) {
                    if (at >= line.size()) fail("a quote is not closed");
                    if (line[at] == '"') break;
                    if (line[at] == '\\') {
                        if (at + 1 >= line.size() || line[at + 1] != '"')
                            fail("a backslash stands before a quote only");
                        ++at;
                    }
                    field += line[at];
                }
                ++at;
            } else {
                while (at < line.size() && line[at] != ' ') {
                    if (line[at] == '"') fail("a quote within a field");
                    field += line[at++];
                }
                if (field.empty()) fail("two spaces");
            }
            if (at < line.size() && line[at] != ' ') fail("fields stand between spaces");
            ++at;
            fields.push_back(utf8_of(field));
        }
        if (!line.empty() && line.back() == ' ') fail("a space at the end");
        return fields;
    }

    void once(const std::string& label) {
        if (!seen_.insert(label).second) fail(label + " stands twice");
    }
    void count(const std::vector<std::string>& fields, std::size_t least, std::size_t most) const {
        if (fields.size() < least + 1 || fields.size() > most + 1) fail(fields[0] + " has the wrong number of fields");
    }
    std::string date(const std::string& text) const {
        if (text.size() != 8 || !is_digits(text)) fail("a date is yyyymmdd");
        const int month = std::stoi(text.substr(4, 2));
        const int day = std::stoi(text.substr(6, 2));
        if (month < 1 || month > 12 || day < 1 || day > 31) fail("no such day: " + text);
        return text;
    }
    std::int64_t ore(const std::string& text) const {
        const bool negative = text.starts_with("-");
        const std::string digits = text.substr(negative ? 1 : 0);
        const auto dot = digits.find('.');
        const std::string whole = digits.substr(0, dot);
        const std::string decimals = dot == std::string::npos ? "" : digits.substr(dot + 1);
        if (!is_digits(whole) || (dot != std::string::npos && !is_digits(decimals)) || decimals.size() > 2)
            fail("an amount has at most two decimals after a point: " + text);
        const std::int64_t value = std::stoll(whole) * 100 + std::stoll((decimals + "00").substr(0, 2));
        return negative ? -value : value;
    }

    void item(const std::vector<std::string>& fields) {
        const std::string& label = fields[0];
        if (voucher_ && inside_) {
            if (label != "#TRANS") fail(label + " in a voucher");
            return transaction(fields);
        }
        if (voucher_) fail("a voucher opens with {");
        if (out_.vouchers.empty() && label != "#VER") return head(fields);
        if (label != "#VER") fail(label + " after a voucher");
        count(fields, 3, 6);
        if (!fields[2].empty() && !is_digits(fields[2])) fail("a voucher's number is a number");
        if (!fields[2].empty() && !numbers_.insert(fields[1] + "/" + fields[2]).second)
            fail("a voucher's number twice");
        voucher_ = ReadVoucher{fields[1], fields[2], date(fields[3]), fields.size() > 4 ? fields[4] : "", {}};
    }

    void head(const std::vector<std::string>& fields) {
        const std::string& label = fields[0];
        if (label != "#KONTO") once(label);
        if (seen_.size() == 1 && label != "#FLAGGA") fail("#FLAGGA comes first");
        if (label == "#FLAGGA") {
            count(fields, 1, 1);
            if (fields[1] != "0") fail("a file that nobody took in yet has flag 0");
        } else if (label == "#PROGRAM") {
            count(fields, 2, 2);
            out_.program = fields[1];
            out_.version = fields[2];
        } else if (label == "#FORMAT") {
            count(fields, 1, 1);
            if (fields[1] != "PC8") fail("the format is PC8");
        } else if (label == "#GEN") {
            count(fields, 1, 2);
            out_.made_on = date(fields[1]);
        } else if (label == "#SIETYP") {
            count(fields, 1, 1);
            if (fields[1] != "4") fail("the type is 4");
        } else if (label == "#FNAMN") {
            count(fields, 1, 1);
            if (fields[1].empty()) fail("the company has a name");
            out_.company = fields[1];
        } else if (label == "#ORGNR") {
            count(fields, 1, 3);
            const std::string& number = fields[1];
            if (number.size() != 11 || number[6] != '-' || !is_digits(number.substr(0, 6)) ||
                !is_digits(number.substr(7)))
                fail("an organisation number has a hyphen after six digits");
            out_.organisation_number = number;
        } else if (label == "#KONTO") {
            count(fields, 2, 2);
            if (!is_digits(fields[1])) fail("an account is a number");
            if (!out_.accounts.emplace(fields[1], fields[2]).second) fail("an account twice");
        } else {
            fail("an unknown label " + label);
        }
    }

    void open() {
        if (!voucher_ || inside_) fail("{ where no voucher begins");
        inside_ = true;
    }
    void close() {
        if (!inside_) fail("} where no voucher is open");
        std::int64_t sum = 0;
        for (const ReadTransaction& one : voucher_->transactions) sum += one.ore;
        if (voucher_->transactions.size() < 2) fail("a voucher has two lines");
        if (sum != 0) fail("a voucher sums to zero");
        out_.vouchers.push_back(*std::move(voucher_));
        voucher_.reset();
        inside_ = false;
    }
    void transaction(const std::vector<std::string>& fields) {
        count(fields, 3, 7);
        if (!out_.accounts.contains(fields[1])) fail("an account that #KONTO does not name");
        if (fields[2] != "{}") fail("objects stand in braces");
        voucher_->transactions.push_back({fields[1], ore(fields[3])});
    }

    std::string_view rest_;
    int line_ = 0;
    std::set<std::string> seen_;
    std::set<std::string> numbers_;
    std::optional<ReadVoucher> voucher_;
    bool inside_ = false;
    ReadSie out_;
};

}  // namespace

ReadSie read_sie(std::string_view bytes) {
    return Reader(bytes).read();
}

}  // namespace samrum::tests
