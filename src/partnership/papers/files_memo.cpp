#include "partnership/papers/files_memo.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::papers {

using nlohmann::json;

std::string write_memo(const Memo& memo, const SectionTexts& texts) {
    json sections = json::object();
    for (const auto& [section, text] : texts) sections[std::string(word_of(section))] = text;
    return json{{"kind", word_of(memo.kind)},    {"title", memo.title},         {"sender", memo.sender},
                {"department", memo.department}, {"committee", memo.committee}, {"signed_by", memo.signed_by},
                {"number", memo.number},         {"dated", memo.dated.iso()},   {"sections", sections}}
        .dump();
}

ReadMemo read_memo(std::string_view text) {
    const json all = json::parse(text);
    ReadMemo read;
    read.memo.kind = agreement::value_of<MemoKind>(all.at("kind").get<std::string>()).value();
    read.memo.title = all.at("title");
    read.memo.sender = all.at("sender");
    read.memo.department = all.at("department");
    read.memo.committee = all.at("committee");
    read.memo.signed_by = all.at("signed_by");
    read.memo.number = all.at("number");
    read.memo.dated = base::Date::parse(all.at("dated").get<std::string>()).value();
    for (const auto& [code, section] : all.at("sections").items())
        read.texts[agreement::value_of<MemoSection>(code).value()] = section;
    return read;
}

}  // namespace samrum::partnership::papers
