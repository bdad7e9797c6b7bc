#include "foundation/web/events.hpp"

#include <algorithm>

namespace samrum::web {
namespace {

constexpr std::size_t kRemembered = 1024;

/// `data:` lines: a line end within the text would end the field, so each line has its own.
void append_data(std::string& out, std::string_view text) {
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find_first_of("\r\n", from), text.size());
        out.append("data: ").append(text.substr(from, to - from)).append("\n");
        from = to + 1;
    }
}

}  // namespace

EventHub::~EventHub() = default;

void EventHub::publish(std::string_view topic, std::string_view data) {
    deliver_local(topic, data);
    if (forward_) forward_(topic, data);
}

void EventHub::deliver_local(std::string_view topic, std::string_view data) {
    const std::lock_guard lock(mutex_);
    remember(topic);
    const auto found = by_topic_.find(std::string(topic));
    if (found == by_topic_.end()) return;
    ++last_id_;
    for (Stream* stream : found->second)
        if (stream->put(topic, data, last_id_)) stream->wake_();
}

void EventHub::tell_all() {
    const std::lock_guard lock(mutex_);
    ++last_id_;
    // Whoever asked for a page before this moment may have missed something too.
    told_.clear();
    remembers_from_ = Clock::now();
    for (const auto& [topic, streams] : by_topic_)
        for (Stream* stream : streams)
            if (stream->put(topic, "", last_id_)) stream->wake_();
}

void EventHub::remember(std::string_view topic) {
    told_.push_back({Clock::now(), std::string(topic)});
    if (told_.size() <= kRemembered) return;
    remembers_from_ = told_.front().at;
    told_.pop_front();
}

bool EventHub::may_be_news(const std::string& topic, Clock::time_point since) const {
    if (since <= remembers_from_) return true;
    for (auto told = told_.rbegin(); told != told_.rend() && told->at >= since; ++told)
        if (told->topic == topic) return true;
    return false;
}

void EventHub::on_publish(std::function<void(std::string_view, std::string_view)> forward) {
    forward_ = std::move(forward);
}

std::shared_ptr<EventHub::Stream> EventHub::open(std::vector<std::string> topics, Unheard unheard,
                                                 std::function<void()> wake) {
    auto stream = std::make_shared<Stream>(*this, std::move(topics), std::move(wake));
    const std::lock_guard lock(mutex_);
    const auto since = Clock::now() - unheard;
    ++open_;
    for (const std::string& topic : stream->topics_) {
        by_topic_[topic].push_back(stream.get());
        if (unheard > Unheard{0} && may_be_news(topic, since)) stream->put(topic, "", last_id_);
    }
    return stream;
}

void EventHub::close(Stream* stream) {
    const std::lock_guard lock(mutex_);
    --open_;
    for (const std::string& topic : stream->topics_) {
        const auto found = by_topic_.find(topic);
        if (found == by_topic_.end()) continue;
        std::erase(found->second, stream);
        if (found->second.empty()) by_topic_.erase(found);
    }
}

std::size_t EventHub::open_streams() const {
    const std::lock_guard lock(mutex_);
    return open_;
}

/// Under the hub's lock. True when the stream must be woken: it was empty, or is dropped now.
bool EventHub::Stream::put(std::string_view topic, std::string_view data, std::uint64_t id) {
    if (dropped_) return false;
    for (const Waiting& one : queue_)
        if (one.topic == topic && one.data == data) return false;
    if (queue_.size() >= hub_.queue_limit_) {
        dropped_ = true;
        queue_.clear();
        return true;
    }
    queue_.push_back({id, std::string(topic), std::string(data)});
    return queue_.size() == 1;
}

std::string EventHub::Stream::take() {
    const std::lock_guard lock(hub_.mutex_);
    std::string out;
    for (const Waiting& one : queue_) {
        out += "id: " + std::to_string(one.id) + "\nevent: changed\n";
        append_data(out, one.topic);
        if (!one.data.empty()) append_data(out, one.data);
        out += '\n';
    }
    queue_.clear();
    return out;
}

bool EventHub::Stream::dropped() const {
    const std::lock_guard lock(hub_.mutex_);
    return dropped_;
}

}  // namespace samrum::web
