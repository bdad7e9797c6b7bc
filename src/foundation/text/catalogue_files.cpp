#include "foundation/text/catalogue_files.hpp"

#include <nlohmann/json.hpp>

namespace samrum::text {
namespace {

/// "foundation/base/messages.sv.json" → "sv"; empty for a file of another name.
std::string_view language_of(std::string_view path) {
    constexpr std::string_view kBefore = "messages.";
    constexpr std::string_view kAfter = ".json";
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (!name.starts_with(kBefore) || !name.ends_with(kAfter) || name.size() <= kBefore.size() + kAfter.size())
        return {};
    return name.substr(kBefore.size(), name.size() - kBefore.size() - kAfter.size());
}

// A type that nobody else reads with: else the linker may take the reader's code from a unit without optimisation.
using Json = nlohmann::basic_json<std::map, std::vector, std::string, bool, int, unsigned, float>;

/// Takes the messages of one flat file as they are read: a DOM would cost each start of the binary twice as much.
/// nlohmann-json keeps the last of two equal keys, so they are refused here.
class FileReader final : public nlohmann::json_sax<Json> {
  public:
    FileReader(std::string_view path, Messages& into) : path_(path), into_(into) {}

    bool start_object(std::size_t) override {
        if (++depth_ > 1) fail(kNotText);
        return true;
    }
    bool key(std::string& key) override {
        key_ = std::move(key);
        return true;
    }
    bool string(std::string& message) override {
        if (depth_ == 0) fail(kNotText);
        if (into_.contains(key_)) fail(" stands twice, here or in another file");
        into_.emplace(key_, compiled(message));
        return true;
    }
    bool end_object() override { return --depth_ == 0; }
    bool null() override { return fail(kNotText); }
    bool boolean(bool) override { return fail(kNotText); }
    bool number_integer(number_integer_t) override { return fail(kNotText); }
    bool number_unsigned(number_unsigned_t) override { return fail(kNotText); }
    bool number_float(number_float_t, const string_t&) override { return fail(kNotText); }
    bool binary(binary_t&) override { return fail(kNotText); }
    bool start_array(std::size_t) override { return fail(kNotText); }
    bool end_array() override { return fail(kNotText); }
    bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
        throw base::Fault(std::string(path_) + ": " + error.what());
    }

  private:
    static constexpr const char* kNotText = " is not a text; a message file is one flat JSON object";
    [[noreturn]] bool fail(const std::string& why) const { throw base::Fault(std::string(path_) + ": " + key_ + why); }
    CompiledMessage compiled(const std::string& message) const {
        try {
            return CompiledMessage(message);
        } catch (const base::Fault& error) {
            fail(std::string(": ") + error.what());
        }
    }

    std::string_view path_;
    Messages& into_;
    std::string key_;
    int depth_ = 0;
};

}  // namespace

void read_messages(std::map<std::string, Messages>& languages, const base::EmbeddedFile& file) {
    const std::string language(language_of(file.path));
    // Asked once a language: it is a walk through all that ICU knows.
    if (!languages.contains(language) && !is_known_language(language))
        throw base::Fault(std::string(file.path) +
                          ": a message file is called messages.<language>.json, with a language ICU knows");
    FileReader reader(file.path, languages[language]);
    Json::sax_parse(file.bytes, &reader);
}

}  // namespace samrum::text
