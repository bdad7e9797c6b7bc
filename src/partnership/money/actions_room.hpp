#pragma once
#include "foundation/module/call.hpp"
#include "partnership/money/actions.hpp"

#include <string>
#include <vector>

/// Money of the whole room: every instalment, the index values, the payers' routines and frames.
namespace samrum::partnership::money {

/// An instalment with the agreement that it is of.
struct RoomInstalment {
    agreement::AgreementHead head;
    LiveInstalment instalment;
};
/// What a list shows; empty fields show all.
struct Filter {
    std::string payer;  ///< name
    std::optional<int> year;
    std::optional<Status> status;
};
/// One agreement's part of a room's money.
struct RoomMoney {
    std::vector<RoomInstalment> instalments;  ///< by day
    std::vector<Case> cases;                  ///< the agreements that the caller may read, with all that is known
};
/// Of the agreements that live here and that the caller may read.
RoomMoney room_money(store::Session& session, const module::Caller& caller, base::Date today);
/// Those that a filter lets through, in the same order.
std::vector<RoomInstalment> filtered(const std::vector<RoomInstalment>& all, const Filter& filter);

/// Does any agreement live here?
bool has_money(store::Reader& room);

std::vector<IndexValue> read_index_values(store::Reader& room, const module::Caller& caller);
std::vector<PayerRoutine> read_routines(store::Reader& room, const module::Caller& caller);
std::vector<Frame> read_frames(store::Reader& room, const module::Caller& caller);

struct IndexInput {
    std::string series;
    std::string month;
    std::string value;
    bool preliminary = false;
    std::string source;
};
/// Needs kHandleMoney, as all below. Problems `money.index.series`, `.month`, `.value`, `.source`.
base::Result<base::Done> enter_index_value(store::Session& room, const module::Caller& caller, base::Date today,
                                           const IndexInput& input);

/// Problems `money.routine.payer`, `.account`, `.series`, `.reference`, and those of organisation numbers.
base::Result<base::Done> save_payer_routine(store::Session& room, const module::Caller& caller,
                                            const PayerRoutine& input);

struct FrameInput {
    std::string payer;
    std::string year;
    std::string sum;
    std::string source;
};
/// Problems `money.frame.payer`, `.year`, `.sum`, `.source`.
base::Result<base::Done> save_payer_frame(store::Session& room, const module::Caller& caller, base::Date today,
                                          const FrameInput& input);

}  // namespace samrum::partnership::money
