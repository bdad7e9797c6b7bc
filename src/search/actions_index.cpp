#include "search/actions_index.hpp"

#include "directory/actions_room.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/store/commits.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/store/secrets.hpp"
#include "search/actions_words.hpp"
#include "search/repository_index.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sodium.h>

namespace samrum::search {
namespace {

/// Grows when words are cut or folded otherwise, so that every entry is written anew.
constexpr int kVersion = 1;
constexpr std::size_t kLongestBody = 20'000;
constexpr std::size_t kPortion = 100;
constexpr int kMostNews = 500;
constexpr std::string_view kLock = "search";
constexpr std::string_view kFollowed = "journal";
constexpr std::string_view kWriter = "writer";
/// Several changes in a row are taken up together.
constexpr std::chrono::milliseconds kGather{700};

std::string hash_of(std::string_view text) {
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return fmt::format("{:02x}", fmt::join(hash, ""));
}

/// "partnership.read", or "partnership.read@<organisation>".
std::string label_of(const module::SearchReader& reader) {
    std::string label(reader.permission->key);
    return reader.owner.is_nil() ? label : label + "@" + reader.owner.text();
}

std::string up_to(std::string text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    text.resize(most);
    return text;
}

Fresh fresh_of(std::string_view kind, const module::SearchEntry& entry) {
    Fresh fresh;
    Kept& kept = fresh.kept;
    kept.kind = kind;
    kept.link = entry.link;
    kept.title = entry.title;
    kept.body = up_to(plain(entry.text), kLongestBody);
    kept.day = entry.day;
    for (const auto& reader : entry.visible_to) fresh.readers.push_back(label_of(reader));
    std::sort(fresh.readers.begin(), fresh.readers.end());
    fresh.readers.erase(std::unique(fresh.readers.begin(), fresh.readers.end()), fresh.readers.end());
    kept.mark = hash_of(fmt::format("{}\n{}\n{}\n{}\n{}", kVersion, kept.title, kept.body,
                                    kept.day ? kept.day->iso() : "", fmt::join(fresh.readers, " ")));
    return fresh;
}

/// Its words, which only an entry that changed needs.
void add_terms(Fresh& fresh) {
    const auto title = terms_of(fresh.kept.title);
    fresh.kept.title_terms = fmt::format(" {} ", fmt::join(title, " "));
    fresh.terms = terms_of(fresh.kept.title + " " + fresh.kept.body);
}

/// What has to be written so that the index says what the records say.
struct Difference {
    std::vector<Fresh> write;  ///< with the number of the entry that is written over, or 0
    std::vector<std::int64_t> remove;
    std::int64_t entries = 0;
    std::int64_t followed = 0;  ///< the last line of the journal that was there
};

bool concerns(const module::SearchSource& source, std::string_view what) {
    return std::any_of(source.told_by.begin(), source.told_by.end(),
                       [&](std::string_view one) { return what.starts_with(one); });
}

/// What the journal says after `since`; nothing when that is a long story.
std::optional<std::set<std::string>> news_since(store::Reader& room, std::int64_t since) {
    std::set<std::string> news;
    const auto lines = store::journal_entries(room, 0, kMostNews);
    if (lines.size() == kMostNews && lines.back().seq > since + 1) return std::nullopt;
    for (const auto& entry : lines)
        if (entry.seq > since) news.insert(entry.line.what);
    return news;
}

bool is_asked(const module::SearchSource& source, const std::optional<std::set<std::string>>& news) {
    if (!source.each) return false;
    return !news || std::any_of(news->begin(), news->end(), [&](const auto& what) { return concerns(source, what); });
}

void compare(const module::SearchSource& source, const module::SearchCall& call, Difference& difference) {
    auto known = load_known(call.room, source.kind);
    std::set<std::string, std::less<>> seen;
    source.each(call, [&](const module::SearchEntry& entry) {
        if (!seen.insert(entry.link).second) return;
        ++difference.entries;
        Fresh fresh = fresh_of(source.kind, entry);
        if (const auto before = known.find(entry.link); before != known.end()) {
            fresh.kept.id = before->second.id;
            const bool same = before->second.mark == fresh.kept.mark;
            known.erase(before);
            if (same) return;
        }
        difference.write.push_back(std::move(fresh));
    });
    for (const auto& [link, gone] : known) difference.remove.push_back(gone.id);
}

/// Kinds that no source gives any more.
void drop_strange_kinds(store::Reader& room, const module::House& house, Difference& difference) {
    std::set<std::string, std::less<>> known;
    for (const module::Module& slice : house.modules)
        for (const auto& source : slice.search_sources) known.emplace(source.kind);
    for (const std::string& kind : load_kinds(room))
        if (!known.contains(kind))
            for (const auto& [link, gone] : load_known(room, kind)) difference.remove.push_back(gone.id);
}

std::int64_t followed_by(store::Reader& room) {
    const auto text = load_state(room, kFollowed);
    std::int64_t seq = -1;
    if (text) std::from_chars(text->data(), text->data() + text->size(), seq);
    return seq;
}

Difference look(store::Session& session, const module::House& house, const module::RoomHead& head, Extent extent) {
    return session.snapshot([&](store::Reader& room) {
        Difference difference;
        const auto newest = store::journal_entries(room, 0, 1);
        difference.followed = newest.empty() ? 0 : newest.front().seq;
        const std::int64_t since = followed_by(room);
        std::optional<std::set<std::string>> news;
        if (extent == Extent::news && since >= 0) news = news_since(room, since);
        const module::SearchCall call{house, head, room, house.catalogues->words("sv")};
        for (const module::Module& slice : house.modules)
            for (const auto& source : slice.search_sources)
                if (is_asked(source, news)) compare(source, call, difference);
        if (!news) drop_strange_kinds(room, house, difference);
        return difference;
    });
}

/// Does nobody else write the index since this run began?
bool still_writes(store::Transaction& tx, const std::string& writer) {
    tx.lock(kLock);
    return load_state(tx, kWriter) == writer;
}

std::string begin_writing(store::Session& room, Extent extent) {
    std::string writer = base::Uuid::random().text();
    room.transaction([&](store::Transaction& tx) {
        tx.lock(kLock);
        save_state(tx, kWriter, writer);
        if (extent == Extent::anew) delete_everything(tx);
    });
    return writer;
}

void write_portion(store::Transaction& tx, std::span<Fresh> portion) {
    std::int64_t last = last_entry(tx);
    for (Fresh& fresh : portion) {
        Fresh numbered = fresh;
        if (numbered.kept.id == 0) numbered.kept.id = ++last;
        add_terms(numbered);
        std::vector<std::int64_t> readers;
        readers.reserve(numbered.readers.size());
        for (const std::string& label : numbered.readers) readers.push_back(reader_number(tx, label));
        write_entry(tx, numbered, readers);
    }
}

}  // namespace

Refreshed refresh(store::Session& room, const module::House& house, const module::RoomHead& head, Extent extent,
                  const OnEntries& on_entries) {
    const std::string writer = begin_writing(room, extent);
    Difference difference = look(room, house, head, extent);
    Refreshed done{difference.entries, static_cast<std::int64_t>(difference.write.size()),
                   static_cast<std::int64_t>(difference.remove.size()), false};
    const auto step = [&](const std::function<void(store::Transaction&)>& write) {
        return room.transaction([&](store::Transaction& tx) {
            if (!still_writes(tx, writer)) return false;
            write(tx);
            return true;
        });
    };
    bool goes_on = step([&](store::Transaction& tx) {
        for (const std::int64_t id : difference.remove) delete_entry(tx, id);
    });
    const std::span<Fresh> all(difference.write);
    for (std::size_t at = 0; goes_on && at < all.size(); at += kPortion) {
        const auto portion = all.subspan(at, std::min(kPortion, all.size() - at));
        goes_on = step([&](store::Transaction& tx) { write_portion(tx, portion); });
        if (on_entries) on_entries(static_cast<std::int64_t>(at + portion.size()), done.written);
    }
    goes_on = goes_on &&
              step([&](store::Transaction& tx) { save_state(tx, kFollowed, std::to_string(difference.followed)); });
    done.overtaken = !goes_on;
    return done;
}

void run_refresh(module::JobCall& call) {
    base::ensure(call.work.place().has_value(), "an index is a room's");
    const auto head = directory::find_room(*call.house.store->lobby(), *call.work.place());
    if (!head) return;
    const bool daily = nlohmann::json::parse(call.work.arguments()).contains("day");
    refresh(*call.work.open(), call.house, *head, daily ? Extent::all : Extent::news,
            [&](std::int64_t done, std::int64_t of) { call.work.progress(done, of); });
}

void keep_fresh(store::Store& store, std::span<const module::Module> modules) {
    store::hear_commits(store, [modules](store::Transaction& tx, const std::vector<store::JournalLine>& lines) {
        if (!tx.place()) return;
        for (const module::Module& slice : modules)
            for (const auto& source : slice.search_sources)
                for (const auto& line : lines)
                    if (source.each && concerns(source, line.what))
                        return jobs::enqueue_once(tx, kRefreshJob, "{}", base::Instant::now().plus(kGather));
    });
}

}  // namespace samrum::search
