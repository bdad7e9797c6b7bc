#include "partnership/money/actions_room.hpp"

#include "foundation/base/organisation_number.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/money/repository.hpp"
#include "partnership/money/rules_text.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <nlohmann/json.hpp>

namespace samrum::partnership::money {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;
constexpr std::size_t kMostAccountDigits = 10;
constexpr std::int64_t kMostIndexHundredths = 100'000'000;

bool reads(const module::Caller& caller) {
    return module::may_for(caller, agreement::kReadAgreements, caller.room_organisation);
}

bool is_account(const std::string& text) {
    return text.size() >= 3 && text.size() <= kMostAccountDigits &&
           std::ranges::all_of(text, [](char one) { return one >= '0' && one <= '9'; });
}

/// "334,25" as 33425.
std::optional<std::int64_t> hundredths_of_index(const std::string& text) {
    const auto read = base::Money::parse(text);
    return read && read->ore > 0 && read->ore <= kMostIndexHundredths ? std::optional(read->ore) : std::nullopt;
}

base::Result<base::Done> write_room(store::Session& room, const module::Caller& caller, const char* what,
                                    const nlohmann::json& detail,
                                    const std::function<void(store::Transaction&)>& write) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("partnership.money");
        write(tx);
        tx.journal(caller.actor(), {what, "", detail.dump()});
        return base::Done{};
    });
}

}  // namespace

RoomMoney room_money(store::Session& session, const module::Caller& caller, base::Date today) {
    return session.snapshot([&](store::Reader& room) {
        RoomMoney all;
        for (const agreement::ListedAgreement& one : agreement::read_agreements(room, caller))
            if (auto found = load_case(room, one.head.id, today)) all.cases.push_back(std::move(*found));
        for (const Case& one : all.cases)
            for (const LiveInstalment& each : one.plan.instalments) all.instalments.push_back({one.head, each});
        std::ranges::stable_sort(all.instalments, {},
                                 [](const RoomInstalment& one) { return one.instalment.listed(); });
        return all;
    });
}

std::vector<RoomInstalment> filtered(const std::vector<RoomInstalment>& all, const Filter& filter) {
    std::vector<RoomInstalment> some;
    for (const RoomInstalment& one : all) {
        if (!filter.payer.empty() && one.instalment.payer_name != filter.payer) continue;
        if (filter.year && one.instalment.listed().year() != *filter.year) continue;
        if (filter.status && one.instalment.status != *filter.status) continue;
        some.push_back(one);
    }
    return some;
}

bool has_money(store::Reader& room) {
    return agreement::has_agreement_at_home(room);
}

std::vector<IndexValue> read_index_values(store::Reader& room, const module::Caller& caller) {
    return reads(caller) ? load_index_values(room) : std::vector<IndexValue>{};
}
std::vector<PayerRoutine> read_routines(store::Reader& room, const module::Caller& caller) {
    return reads(caller) ? load_routines(room) : std::vector<PayerRoutine>{};
}
std::vector<Frame> read_frames(store::Reader& room, const module::Caller& caller) {
    return reads(caller) ? load_frames(room) : std::vector<Frame>{};
}

base::Result<base::Done> enter_index_value(store::Session& room, const module::Caller& caller, base::Date today,
                                           const IndexInput& input) {
    if (!may_handle(caller)) return module::refusal();
    base::ProblemList problems;
    if (input.series.empty()) problems.add(base::problem("series", "money.index.series"));
    if (!is_month(input.month)) problems.add(base::problem("month", "money.index.month"));
    const auto value = hundredths_of_index(input.value);
    if (!value) problems.add(base::problem("value", "money.index.value"));
    if (input.source.empty()) problems.add(base::problem("source", "money.index.source"));
    problems.add(judge_lengths({{"series", input.series, kLongestLine}, {"source", input.source}}));
    if (!problems.empty()) return problems.all();
    const nlohmann::json detail{{"series", input.series}, {"month", input.month}, {"hundredths", *value}};
    return write_room(room, caller, "money.index_entered", detail, [&](store::Transaction& tx) {
        insert_index_value(
            tx, {input.series, input.month, *value, input.preliminary, input.source, signed_by(caller, today)});
    });
}

base::Result<base::Done> save_payer_routine(store::Session& room, const module::Caller& caller,
                                            const PayerRoutine& input) {
    if (!may_handle(caller)) return module::refusal();
    PayerRoutine one = input;
    base::ProblemList problems;
    if (one.payer.empty()) problems.add(base::problem("payer", "money.routine.payer"));
    problems.add(judge_lengths({{"payer", one.payer, kLongestLine},
                                {"routine", one.routine},
                                {"reference", one.reference, kLongestLine},
                                {"cost_name", one.cost_name, kLongestLine},
                                {"balance_name", one.balance_name, kLongestLine},
                                {"giving_id", one.giving_id, kLongestLine}}));
    for (const auto& [field, account] :
         {std::pair("cost_account", one.cost_account), std::pair("balance_account", one.balance_account)})
        if (!account.empty() && !is_account(account)) problems.add(base::problem(field, "money.routine.account"));
    if (one.cost_account.empty() != one.balance_account.empty())
        problems.add(
            base::problem(one.cost_account.empty() ? "cost_account" : "balance_account", "money.routine.both"));
    if (!one.cost_account.empty() && one.cost_account == one.balance_account)
        problems.add(base::problem("balance_account", "money.routine.same_account"));
    const auto is_letter = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    if (one.series.empty() || one.series.size() > 4 || !std::ranges::all_of(one.series, is_letter))
        problems.add(base::problem("series", "money.routine.series"));
    if (!one.number.empty()) {
        const auto number = base::OrganisationNumber::parse(one.number);
        for (base::Problem each : number.problems()) each.field = "number", problems.add(each);
        if (number) one.number = number->text();
    }
    if (!problems.empty()) return problems.all();
    return write_room(room, caller, "money.routine_saved", {{"payer", one.payer}},
                      [&](store::Transaction& tx) { save_routine(tx, one); });
}

base::Result<base::Done> save_payer_frame(store::Session& room, const module::Caller& caller, base::Date today,
                                          const FrameInput& input) {
    if (!may_handle(caller)) return module::refusal();
    base::ProblemList problems;
    int year = 0;
    const auto* end = input.year.data() + input.year.size();
    if (std::from_chars(input.year.data(), end, year).ptr != end || year < kFirstYear || year > kLastYear)
        problems.add(base::problem("year", "money.frame.year"));
    if (input.payer.empty()) problems.add(base::problem("payer", "money.frame.payer"));
    const auto sum = base::Money::parse(input.sum);
    if (!sum || sum->ore < 0) problems.add(base::problem("sum", "money.frame.sum"));
    if (input.source.empty()) problems.add(base::problem("source", "money.frame.source"));
    problems.add(judge_lengths({{"payer", input.payer, kLongestLine}, {"source", input.source}}));
    if (!problems.empty()) return problems.all();
    const nlohmann::json detail{{"payer", input.payer}, {"year", year}, {"ore", sum->ore}};
    return write_room(room, caller, "money.frame_saved", detail, [&](store::Transaction& tx) {
        save_frame(tx, {input.payer, year, *sum, input.source, signed_by(caller, today)});
    });
}

}  // namespace samrum::partnership::money
