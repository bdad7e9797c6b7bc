#pragma once
#include "foundation/base/result.hpp"
#include "foundation/store/store.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// Files attached to what a room holds. Their bytes lie in the room itself, in chunks and once however often they are
/// attached, so that a backup is whole and every server reads them. What an attachment means belongs to the slices.
namespace samrum::store {

struct AttachmentKind;
using AttachmentId = base::Id<AttachmentKind>;

inline constexpr std::size_t kMostAttachmentBytes = 25 * 1024 * 1024;

struct Attachment {
    AttachmentId id;
    std::string hash;       ///< BLAKE2b-256 in hexadecimal: the same for the same bytes
    std::string name;       ///< file name as given
    std::string type;       ///< media type
    std::int64_t size = 0;  ///< bytes
    base::Instant created;
};

/// Problems `store.attachment.empty`, `store.attachment.too_large`, `store.attachment.unnamed`.
base::Result<AttachmentId> put_attachment(Transaction& tx, std::string_view name, std::string_view type,
                                          std::string_view bytes, base::Instant now);
std::optional<Attachment> find_attachment(Reader& reader, AttachmentId id);
/// Gives the bytes chunk by chunk. A Fault when a chunk is missing.
void read_attachment(Reader& reader, const Attachment& attachment,
                     const std::function<void(std::string_view)>& on_chunk);
/// Removes it, and its bytes unless something else has the same. False when it is not there.
bool remove_attachment(Transaction& tx, AttachmentId id);

}  // namespace samrum::store
