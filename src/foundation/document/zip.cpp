#include "foundation/document/zip.hpp"

#include <array>
#include <cstdint>

namespace samrum::document {
namespace {

constexpr std::array<std::uint32_t, 256> crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? (value >> 1U) ^ 0xEDB88320U : value >> 1U;
        table[i] = value;
    }
    return table;
}

std::uint32_t crc_of(std::string_view bytes) {
    static constexpr auto kTable = crc_table();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) crc = kTable[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
    return ~crc;
}

/// Numbers as ZIP writes them, the lowest byte first.
class Out {
  public:
    void two(std::size_t value) { bytes(value, 2); }
    void four(std::size_t value) { bytes(value, 4); }
    void text(std::string_view text) { all += text; }
    std::string all;

  private:
    void bytes(std::size_t value, int count) {
        for (int i = 0; i < count; ++i, value >>= 8U) all += static_cast<char>(value & 0xFFU);
    }
};

constexpr std::size_t kNeeds = 20;         ///< version 2.0
constexpr std::size_t kUtf8 = 1U << 11U;   ///< names are UTF-8
constexpr std::size_t kFirstDay = 0x0021;  ///< 1980-01-01

/// What the local header and the directory say alike.
void describe(Out& out, std::string_view name, std::string_view bytes) {
    out.two(kNeeds);
    out.two(kUtf8);
    out.two(0);  // stored
    out.two(0);
    out.two(kFirstDay);
    out.four(crc_of(bytes));
    out.four(bytes.size());
    out.four(bytes.size());
    out.two(name.size());
    out.two(0);
}

}  // namespace

std::string write_zip(const std::vector<std::pair<std::string, std::string>>& files) {
    Out out;
    Out directory;
    for (const auto& [name, bytes] : files) {
        directory.text("PK\x01\x02");
        directory.two(kNeeds);
        describe(directory, name, bytes);
        directory.two(0);   // comment
        directory.two(0);   // disk
        directory.two(0);   // kind
        directory.four(0);  // rights
        directory.four(out.all.size());
        directory.text(name);
        out.text("PK\x03\x04");
        describe(out, name, bytes);
        out.text(name);
        out.text(bytes);
    }
    const std::size_t begins = out.all.size();
    out.text(directory.all);
    out.text("PK\x05\x06");
    out.two(0);
    out.two(0);
    out.two(files.size());
    out.two(files.size());
    out.four(directory.all.size());
    out.four(begins);
    out.two(0);
    return std::move(out.all);
}

}  // namespace samrum::document
