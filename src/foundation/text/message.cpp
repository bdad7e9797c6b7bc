#include "foundation/text/message.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/text/icu.hpp"
#include "foundation/text/words.hpp"

#include <memory>
#include <unicode/messagepattern.h>

namespace samrum::text {
namespace {

constexpr std::string_view kIsolate = "\u2068";     // FIRST STRONG ISOLATE, NOLINT(misc-misleading-bidirectional)
constexpr std::string_view kEndIsolate = "\u2069";  // POP DIRECTIONAL ISOLATE

}  // namespace

/// Walks the parts of ICU's MessagePattern as icu::MessageFormat does, once.
class CompiledMessage::Compiler {
  public:
    explicit Compiler(std::string_view pattern) : text_(utf16(pattern)), pattern_(text_, &where_, status_) {
        if (U_FAILURE(status_))
            throw base::Fault(std::string("ICU says ") + u_errorName(status_) + " at character " +
                              std::to_string(where_.offset));
    }
    std::vector<Part> parts() {
        int32_t at = 0;
        return message(at);
    }

  private:
    using Icu = icu::MessagePattern::Part;

    /// The message that starts at part `at`; leaves `at` at its limit.
    std::vector<Part> message(int32_t& at) {
        std::vector<Part> out;
        int32_t from = pattern_.getPart(at).getLimit();
        for (++at;; ++at) {
            const Icu& part = pattern_.getPart(at);
            literal(out, from, part.getIndex());
            if (part.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT) return out;
            from = part.getLimit();
            if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) out.push_back({Kind::pound, "", {}, 0});
            if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
            const int32_t limit = pattern_.getLimitPartIndex(at);
            out.push_back(argument(at));
            at = limit;
            from = pattern_.getPart(limit).getLimit();
        }
    }

    void literal(std::vector<Part>& out, int32_t from, int32_t to) {
        if (to == from) return;
        const std::string words = utf8(text_.tempSubStringBetween(from, to));
        if (!out.empty() && out.back().kind == Kind::literal)
            out.back().text += words;
        else
            out.push_back({Kind::literal, words, {}, 0});
    }

    Part argument(int32_t at) {
        const UMessagePatternArgType type = pattern_.getPart(at++).getArgType();
        const Icu& name = pattern_.getPart(at++);
        Part made{Kind::argument, utf8(pattern_.getSubstring(name)), {}, 0};
        if (name.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) throw base::Fault("arguments have names, not numbers");
        if (type == UMSGPAT_ARG_TYPE_NONE) return made;
        if (type == UMSGPAT_ARG_TYPE_SIMPLE) return simple(std::move(made), at);
        if (type == UMSGPAT_ARG_TYPE_SELECT)
            made.kind = Kind::select;
        else if (type == UMSGPAT_ARG_TYPE_PLURAL)
            made.kind = Kind::plural;
        else if (type == UMSGPAT_ARG_TYPE_SELECTORDINAL)
            made.kind = Kind::ordinal;
        else
            throw base::Fault("`choice` is not supported: use plural");
        if (UMSGPAT_ARG_TYPE_HAS_PLURAL_STYLE(type))
            made.offset = static_cast<std::int64_t>(pattern_.getPluralOffset(at));
        choices(made, at);
        return made;
    }

    Part simple(Part made, int32_t at) {
        const bool styled = pattern_.getPart(at + 1).getType() == UMSGPAT_PART_TYPE_ARG_STYLE;
        if (styled || utf8(pattern_.getSubstring(pattern_.getPart(at))) != "number")
            throw base::Fault("argument " + made.text + " may only be plain, number, plural, selectordinal or select");
        made.kind = Kind::number;
        return made;
    }

    void choices(Part& made, int32_t at) {
        if (Icu::hasNumericValue(pattern_.getPartType(at))) ++at;  // the offset
        for (; pattern_.getPartType(at) != UMSGPAT_PART_TYPE_ARG_LIMIT; ++at) {
            Choice choice;
            const Icu& selector = pattern_.getPart(at++);
            if (Icu::hasNumericValue(pattern_.getPartType(at)))
                choice.exact = static_cast<std::int64_t>(pattern_.getNumericValue(pattern_.getPart(at++)));
            else
                choice.keyword = utf8(pattern_.getSubstring(selector));
            choice.parts = message(at);
            made.choices.push_back(std::move(choice));
        }
    }

    UErrorCode status_ = U_ZERO_ERROR;
    UParseError where_{};
    icu::UnicodeString text_;
    icu::MessagePattern pattern_;
};

/// Writes one message with its arguments.
class CompiledMessage::Writer {
  public:
    Writer(const base::MessageArgs& args, const Numerals& numerals, bool isolate)
        : args_(args), numerals_(numerals), isolate_(isolate) {}

    void write(const std::vector<Part>& parts, std::int64_t pound = 0) {
        for (const Part& part : parts) switch (part.kind) {
                case Kind::literal:
                    out += part.text;
                    break;
                case Kind::pound:
                    isolated(number(pound));
                    break;
                case Kind::argument:
                case Kind::number:
                    isolated(value(part));
                    break;
                case Kind::select:
                    write(selected(part).parts, pound);
                    break;
                case Kind::plural:
                case Kind::ordinal:
                    write(counted(part).parts, whole(part.text) - part.offset);
                    break;
            }
    }

    std::string out;

  private:
    const base::MessageValue& find(const std::string& name) const {
        for (const auto& [given, value] : args_)
            if (given == name) return value;
        throw base::Bug("a message misses its argument " + name);
    }
    std::int64_t whole(const std::string& name) const {
        const auto* value = std::get_if<std::int64_t>(&find(name));
        base::ensure(value != nullptr, "a message counts with a number");
        return *value;
    }
    std::string value(const Part& part) const {
        if (part.kind == Kind::number) return number(whole(part.text));
        const base::MessageValue& given = find(part.text);
        if (const auto* text = std::get_if<std::string>(&given)) return *text;
        return number(std::get<std::int64_t>(given));
    }
    std::string number(std::int64_t value) const {
        UErrorCode status = U_ZERO_ERROR;
        return utf8(numerals_.whole.formatInt(value, status).toString(status));
    }
    void isolated(const std::string& text) {
        if (isolate_) out += kIsolate;
        out += text;
        if (isolate_) out += kEndIsolate;
    }

    const Choice& keyword(const Part& part, const std::string& wanted) const {
        const Choice* other = nullptr;
        for (const Choice& choice : part.choices) {
            if (choice.keyword == wanted) return choice;
            if (choice.keyword == "other") other = &choice;
        }
        base::ensure(other != nullptr, "ICU refuses a message without `other`");
        return *other;
    }
    const Choice& selected(const Part& part) const {
        const auto* text = std::get_if<std::string>(&find(part.text));
        base::ensure(text != nullptr, "a message selects by a word");
        return keyword(part, *text);
    }
    const Choice& counted(const Part& part) const {
        const std::int64_t n = whole(part.text);
        for (const Choice& choice : part.choices)
            if (choice.keyword.empty() && choice.exact == n) return choice;
        const auto& rules = part.kind == Kind::ordinal ? numerals_.ordinal : numerals_.cardinal;
        return keyword(part, utf8(rules->select(static_cast<double>(n - part.offset))));
    }

    const base::MessageArgs& args_;
    const Numerals& numerals_;
    const bool isolate_;
};

CompiledMessage::CompiledMessage(std::string_view pattern) : parts_(Compiler(pattern).parts()) {}

std::string CompiledMessage::format(const base::MessageArgs& args, const Numerals& numerals, bool isolate) const {
    if (parts_.empty()) return {};
    if (is_plain()) return parts_[0].text;
    Writer writer(args, numerals, isolate);
    writer.write(parts_);
    return std::move(writer.out);
}

std::set<std::string> CompiledMessage::placeholders() const {
    std::set<std::string> names;
    collect(parts_, names);
    return names;
}

void CompiledMessage::collect(const std::vector<Part>& parts, std::set<std::string>& names) {
    for (const Part& part : parts) {
        if (part.kind != Kind::literal && part.kind != Kind::pound) names.insert(part.text);
        for (const Choice& choice : part.choices) collect(choice.parts, names);
    }
}

std::string isolated(std::string_view name) {
    return std::string(kIsolate).append(name).append(kEndIsolate);
}

}  // namespace samrum::text
