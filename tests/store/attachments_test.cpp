#include "foundation/store/attachments.hpp"

#include "engines.hpp"

#include <gtest/gtest.h>

namespace samrum::store {
namespace {

const Statement kChunks{Scope::room, "select count(*) from content_chunk"};

class Attachments : public OnBothEngines {
  protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        store_ = Store::create(where()).value();
        id_ = SampleRoom(*store_).id;
        room_ = store_->room(id_);
    }
    void TearDown() override {
        room_.reset();
        store_.reset();
    }
    base::Result<AttachmentId> put(std::string_view name, std::string_view bytes) {
        return room_->transaction(
            [&](Transaction& tx) { return put_attachment(tx, name, "application/pdf", bytes, {77}); });
    }
    std::string read(AttachmentId id) {
        std::string all;
        read_attachment(*room_, *find_attachment(*room_, id), [&](std::string_view chunk) { all += chunk; });
        return all;
    }
    std::unique_ptr<Store> store_;
    RoomId id_;
    std::unique_ptr<Session> room_;
};
ON_BOTH_ENGINES(Attachments);

TEST_P(Attachments, ComeBackByteForByte) {
    std::string bytes(600'000, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * i >> 3);
    const auto id = put("protokoll å.pdf", bytes).value();
    const auto found = find_attachment(*room_, id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "protokoll å.pdf");
    EXPECT_EQ(found->type, "application/pdf");
    EXPECT_EQ(found->size, 600'000);
    EXPECT_EQ(found->created.micros, 77);
    EXPECT_EQ(read(id), bytes);
    EXPECT_EQ(room_->count(kChunks), 3);
}

TEST_P(Attachments, KeepTheSameBytesOnce) {
    const auto one = put("a.pdf", "same").value(), other = put("b.pdf", "same").value();
    EXPECT_NE(one, other);
    EXPECT_EQ(room_->count(kChunks), 1);
    const auto remove = [&](AttachmentId id) {
        return room_->transaction([&](Transaction& tx) { return remove_attachment(tx, id); });
    };
    EXPECT_TRUE(remove(one));
    EXPECT_EQ(read(other), "same");
    EXPECT_TRUE(remove(other));
    EXPECT_FALSE(remove(other));
    EXPECT_EQ(room_->count(kChunks), 0);
}

TEST_P(Attachments, AreRefusedWhenEmptyUnnamedOrTooLarge) {
    EXPECT_EQ(put(" ", "").problems().size(), 2U);
    EXPECT_EQ(put("a", std::string(kMostAttachmentBytes + 1, 'x')).problems()[0].message.key,
              "store.attachment.too_large");
    EXPECT_TRUE(put("a", std::string(kMostAttachmentBytes, 'x')));
}

TEST_P(Attachments, AttachedByTwoAtOnceAreKeptOnce) {
    in_threads(4, [&](int) {
        EXPECT_TRUE(store_->room(id_)->transaction(
            [](Transaction& tx) { return put_attachment(tx, "a", "text/plain", "the same", {1}); }));
    });
    EXPECT_EQ(room_->count(kChunks), 1);
}

}  // namespace
}  // namespace samrum::store
