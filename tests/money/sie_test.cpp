// What we write as SIE 4I, read by a strict reader that shares nothing with the writer.
#include "money/sie_reader.hpp"
#include "partnership/money/files_sie.hpp"

#include <gtest/gtest.h>
#include <random>

namespace samrum::tests {
namespace {

using base::Date;
using base::Money;
using partnership::money::cp437;
using partnership::money::SieFile;
using partnership::money::SieVoucher;
using partnership::money::write_sie;

SieFile file() {
    SieFile one;
    one.program_version = "0.1.0";
    one.made_on = Date::of(2020, 1, 31);
    one.company = "Lunds kommun";
    one.company_number = "212000-1132";
    one.accounts = {{"4510", "Lämnade bidrag"}, {"2440", "Leverantörsskulder"}};
    return one;
}
SieVoucher voucher(std::int64_t number, Money sum, const std::string& text) {
    return {"P", number, Date::of(2019, 9, 5), text, {{"4510", sum}, {"2440", Money{-sum.ore}}}};
}
std::string told(const std::string& bytes) {
    try {
        read_sie(bytes);
        return "";
    } catch (const SieError& error) {
        return error.what();
    }
}

TEST(Sie, IsReadAsItWasMeant) {
    SieFile one = file();
    one.vouchers = {voucher(1, Money{26'000'050}, "RådRum, utbetalning 1 av 2 – \"första året\" § 16"),
                    voucher(2, Money{-5}, "Motpost: Łódź \\ för mycket\r\n#VER betalt")};
    one.vouchers[1].number.reset();
    const std::string bytes = write_sie(one);
    EXPECT_NE(bytes.find("#FNAMN \"Lunds kommun\"\r\n"), std::string::npos);
    EXPECT_NE(bytes.find("L\x84mnade"), std::string::npos) << "ä is 0x84 in CP437";
    EXPECT_NE(bytes.find("#TRANS 4510 {} 260000.50\r\n#TRANS 2440 {} -260000.50\r\n"), std::string::npos);
    const ReadSie read = read_sie(bytes);
    EXPECT_EQ(read.company, "Lunds kommun");
    EXPECT_EQ(read.organisation_number, "212000-1132");
    EXPECT_EQ(read.made_on, "20200131");
    EXPECT_EQ(read.accounts.at("4510"), "Lämnade bidrag");
    ASSERT_EQ(read.vouchers.size(), 2u);
    EXPECT_EQ(read.vouchers[0].text, "RådRum, utbetalning 1 av 2 - \"första året\" par. 16");
    EXPECT_EQ(read.vouchers[0].transactions[0].ore, 26'000'050);
    EXPECT_EQ(read.vouchers[1].number, "");
    EXPECT_EQ(read.vouchers[1].text, "Motpost: Lódz / för mycket  #VER betalt");
    EXPECT_EQ(read.vouchers[1].transactions[0].ore, -5);
}

TEST(Sie, EveryByteOfCp437ThatTextsUseComesBack) {
    const std::string letters = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ£¥áíóúñÑ¿½«»ßµ±°²";
    SieFile one = file();
    one.vouchers = {voucher(1, Money{100}, letters)};
    EXPECT_EQ(read_sie(write_sie(one)).vouchers[0].text, letters);
    EXPECT_EQ(cp437("مرحبا"), "?????") << "what CP437 lacks is said to be lacking";
    EXPECT_EQ(cp437("\xC3"), "?") << "broken UTF-8 does not read past its end";
}

TEST(Sie, TheReaderIsStrict) {
    SieFile one = file();
    one.vouchers = {voucher(1, Money{100}, "x")};
    const std::string good = write_sie(one);
    ASSERT_EQ(told(good), "");
    const auto with = [&](const std::string& what, const std::string& by) {
        std::string bytes = good;
        bytes.replace(bytes.find(what), what.size(), by);
        return told(bytes);
    };
    EXPECT_NE(with("2440 {} -1.00", "2440 {} -1.01").find("sums to zero"), std::string::npos);
    EXPECT_NE(with("-1.00", "-1,00"), "");
    EXPECT_NE(with("PC8", "UTF8"), "");
    EXPECT_NE(with("#SIETYP 4", "#SIETYP 1"), "");
    EXPECT_NE(with("20190905", "20191305"), "");
    EXPECT_NE(with("#FNAMN", "#NAMN"), "");
    EXPECT_NE(with("#TRANS 4510", "#TRANS 4511"), "");
    EXPECT_NE(with("212000-1132", "2120001132"), "");
    EXPECT_NE(with("}\r\n", ""), "");
    EXPECT_NE(with("}\r\n", "}\n"), "");
    EXPECT_NE(with("#FLAGGA 0\r\n", ""), "");
    EXPECT_NE(with("\"x\"", "\"x"), "");
    EXPECT_NE(told(""), "");
}

TEST(Sie, AVoucherThatDoesNotSumToZeroIsNotWritten) {
    SieFile one = file();
    one.vouchers = {voucher(1, Money{100}, "x")};
    one.vouchers[0].lines[0].sum = Money{101};
    EXPECT_THROW(write_sie(one), base::Bug);
}

TEST(SieProperty, AnySumsAndTextsAreReadBackToTheOre) {
    std::mt19937_64 random(4);
    const std::string_view pieces[] = {"å", "Ö", "\"", "\\", " ", "#VER", "{", "}", "\n", "–", "kr", "é", "م", "1"};
    SieFile one = file();
    for (int i = 0; i < 3'000; ++i) {
        const Money sum{static_cast<std::int64_t>(random() % 2'000'000'000'001) - 1'000'000'000'000};
        std::string text;
        for (std::uint64_t n = random() % 12; n > 0; --n) text += pieces[random() % std::size(pieces)];
        one.vouchers.push_back(voucher(i + 1, sum, text));
    }
    const ReadSie read = read_sie(write_sie(one));
    ASSERT_EQ(read.vouchers.size(), one.vouchers.size());
    for (std::size_t i = 0; i < read.vouchers.size(); ++i)
        ASSERT_EQ(read.vouchers[i].transactions[0].ore, one.vouchers[i].lines[0].sum.ore);
}

}  // namespace
}  // namespace samrum::tests
