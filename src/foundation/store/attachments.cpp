#include "foundation/store/attachments.hpp"

#include "foundation/base/text.hpp"
#include "foundation/store/secrets.hpp"

#include <fmt/format.h>

namespace samrum::store {

namespace {

constexpr std::size_t kChunkBytes = 256 * 1024;

const Statement kPutContent{Scope::room,
                            "insert into content (hash, size) values ($1, $2) on conflict (hash) do nothing"};
const Statement kPutChunk{Scope::room, "insert into content_chunk (hash, number, data) values ($1, $2, $3)"};
const Statement kPut{Scope::room, "insert into attachment (id, hash, name, type, created) values ($1, $2, $3, $4, $5)"};
const Statement kFind{Scope::room,
                      "select a.id, a.hash, a.name, a.type, c.size, a.created from attachment a "
                      "join content c on c.hash = a.hash where a.id = $1"};
const Statement kChunk{Scope::room, "select data from content_chunk where hash = $1 and number = $2"};
const Statement kRemove{Scope::room, "delete from attachment where id = $1"};
const Statement kUses{Scope::room, "select count(*) from attachment where hash = $1"};
const Statement kRemoveChunks{Scope::room, "delete from content_chunk where hash = $1"};
const Statement kRemoveContent{Scope::room, "delete from content where hash = $1"};

/// Keeps bytes from being removed while somebody attaches the same again.
void lock_content(Transaction& tx, const std::string& hash) {
    tx.lock("content." + hash);
}

}  // namespace

base::Result<AttachmentId> put_attachment(Transaction& tx, std::string_view name, std::string_view type,
                                          std::string_view bytes, base::Instant now) {
    base::ProblemList problems;
    if (base::trim(name).empty() || !base::is_utf8(name))
        problems.add(base::problem("name", "store.attachment.unnamed"));
    if (bytes.empty()) problems.add(base::problem("file", "store.attachment.empty"));
    if (bytes.size() > kMostAttachmentBytes) problems.add(base::problem("file", "store.attachment.too_large"));
    if (!problems.empty()) return problems.all();

    const auto hash = to_hex(blake2b(bytes));
    lock_content(tx, hash);
    if (tx.run(kPutContent, hash, static_cast<std::int64_t>(bytes.size())) == 1) {
        std::int64_t number = 0;
        for (std::size_t at = 0; at < bytes.size(); at += kChunkBytes) {
            tx.run(kPutChunk, hash, number++, to_bytes(bytes.substr(at, kChunkBytes)));
        }
    }
    const auto id = AttachmentId::random();
    tx.run(kPut, id, hash, name, type, now);
    return id;
}

std::optional<Attachment> find_attachment(Reader& reader, AttachmentId id) {
    return reader.one(
        kFind,
        [](const Row& row) {
            return Attachment{row.id<AttachmentId>(0), row.text(1),   row.text(2), row.text(3),
                              row.integer(4),          row.instant(5)};
        },
        id);
}

void read_attachment(Reader& reader, const Attachment& attachment,
                     const std::function<void(std::string_view)>& on_chunk) {
    std::int64_t left = attachment.size;
    for (std::int64_t number = 0; left > 0; ++number) {
        const auto chunk = reader.one(
            kChunk, [](const Row& row) { return row.bytes(0); }, attachment.hash, number);
        if (!chunk || chunk->empty())
            throw base::Fault(fmt::format("attachment {} lacks a chunk", attachment.id.text()));
        left -= static_cast<std::int64_t>(chunk->size());
        on_chunk(as_text(*chunk));
    }
}

bool remove_attachment(Transaction& tx, AttachmentId id) {
    const auto attachment = find_attachment(tx, id);
    if (!attachment) return false;
    lock_content(tx, attachment->hash);
    tx.run(kRemove, id);
    if (tx.count(kUses, attachment->hash) > 0) return true;
    tx.run(kRemoveChunks, attachment->hash);
    tx.run(kRemoveContent, attachment->hash);
    return true;
}

}  // namespace samrum::store
