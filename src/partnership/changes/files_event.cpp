#include "partnership/changes/files_event.hpp"

#include <nlohmann/json.hpp>
#include <sodium.h>

namespace samrum::partnership::changes {
namespace {

using nlohmann::json;

constexpr int kBase64 = sodium_base64_VARIANT_ORIGINAL;

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      kBase64);
    text.pop_back();  // the NUL that sodium writes
    return text;
}
std::string from_base64(const std::string& text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                         text.size(), nullptr, &length, nullptr, kBase64);
    base::ensure(failed == 0, "a document travels in base64");
    bytes.resize(length);
    return bytes;
}

template <class T>
json or_null(const std::optional<T>& value, std::string (T::*text)() const) {
    return value ? json((*value.*text)()) : json();
}
std::optional<base::Date> day_or_nothing(const json& value) {
    return value.is_null() ? std::nullopt : std::optional(base::Date::parse(value.get<std::string>()).value());
}
template <class E>
E word_in(const json& value) {
    const auto found = agreement::value_of<E>(value.get<std::string>());
    base::ensure(found.has_value(), "a line travels with words of ours");
    return *found;
}

}  // namespace

std::string write_event_copy(const Event& one, const std::vector<Document>& documents) {
    json files = json::array();
    for (const Document& each : documents)
        files.push_back({{"name", each.name}, {"type", each.type}, {"base64", base64(each.bytes)}});
    return json{{"id", one.id.text()},
                {"agreement", one.agreement.text()},
                {"number", one.number},
                {"kind", agreement::word_of(one.kind)},
                {"on", one.on.iso()},
                {"text", one.text},
                {"party", one.party},
                {"about", or_null(one.about, &EventId::text)},
                {"until", or_null(one.until, &base::Date::iso)},
                {"outcome", agreement::word_of(one.outcome)},
                {"case", one.notice_case ? json(agreement::word_of(*one.notice_case)) : json()},
                {"version", one.version ? json(*one.version) : json()},
                {"touches_purpose", one.touches_purpose},
                {"successor", one.successor},
                {"written_on", one.written_on.iso()},
                {"written_by", one.written_by},
                {"documents", files}}
        .dump();
}

EventCopy read_event_copy(std::string_view text) {
    const json sent = json::parse(text);
    EventCopy copy;
    Event& one = copy.event;
    one.id = EventId::parse(sent.at("id").get<std::string>()).value();
    one.agreement = AgreementId::parse(sent.at("agreement").get<std::string>()).value();
    one.number = sent.at("number");
    one.kind = word_in<EventKind>(sent.at("kind"));
    one.on = base::Date::parse(sent.at("on").get<std::string>()).value();
    one.text = sent.at("text");
    one.party = sent.at("party");
    if (!sent.at("about").is_null()) one.about = EventId::parse(sent.at("about").get<std::string>()).value();
    one.until = day_or_nothing(sent.at("until"));
    one.outcome = word_in<Outcome>(sent.at("outcome"));
    if (!sent.at("case").is_null()) one.notice_case = word_in<agreement::NoticeCase>(sent.at("case"));
    if (!sent.at("version").is_null()) one.version = sent.at("version").get<int>();
    one.touches_purpose = sent.at("touches_purpose");
    one.successor = sent.at("successor");
    one.written_on = base::Date::parse(sent.at("written_on").get<std::string>()).value();
    one.written_by = sent.at("written_by");
    for (const json& each : sent.at("documents"))
        copy.documents.push_back({each.at("name"), each.at("type"), from_base64(each.at("base64"))});
    return copy;
}

}  // namespace samrum::partnership::changes
