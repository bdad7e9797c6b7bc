#pragma once
#include "foundation/text/words.hpp"
#include "partnership/money/actions_room.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The plan and what was paid, as files that people and systems take with them.
namespace samrum::partnership::money {

enum class Format { csv, xlsx, sie, giving };
inline constexpr Word<Format> kFormats[] = {
    {Format::csv, "csv"}, {Format::xlsx, "xlsx"}, {Format::sie, "sie"}, {Format::giving, "360giving"}};
constexpr std::span<const Word<Format>> words_of(Format) {
    return kFormats;
}

struct ExportFile {
    std::string bytes;
    std::string type;
    std::string name;
};
struct ExportCall {
    const text::Words& words;
    const module::RoomHead& head;
    const module::Caller& caller;
    base::Date today;
    base::Instant now;
};
/// CSV and XLSX: of every instalment that the filter lets through each entry that was booked, counter entries too, or
/// where it stands. SIE 4I: vouchers of what was paid and of counter
/// entries, and, where the filter shows them, of what is planned with a day and a sum, without a number. 360Giving:
/// what agreements have paid, net. Problems `money.export.accounts` (payers whose accounts nobody chose), `.nothing`,
/// `.awarded_unknown`.
base::Result<ExportFile> export_money(store::Session& room, const ExportCall& call, const Filter& filter,
                                      Format format);

}  // namespace samrum::partnership::money
