#include "foundation/module/command.hpp"

#include <ostream>
#include <unistd.h>

namespace samrum::module {
namespace {

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            constexpr char kHex[] = "0123456789abcdef";
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string place(const base::Problem& one, std::string_view file) {
    std::string where(file);
    if (one.line) where += (where.empty() ? "" : ":") + std::to_string(*one.line);
    if (!one.field.empty()) where += (where.empty() ? "" : ": ") + one.field;
    return where.empty() ? where : where + ": ";
}

}  // namespace

store::Store& CommandEnvironment::store() {
    if (!store_) {
        base::ensure(static_cast<bool>(open_store), "the program says how to open the store");
        store_ = open_store();
        house.store = store_.get();
    }
    return *store_;
}

std::string CommandEnvironment::say(std::string_view key, const base::MessageArgs& args) const {
    return (*words)(key, args);
}

std::optional<RoomHead> CommandEnvironment::room(std::string_view short_name) {
    store();
    auto found = find_room(short_name);
    if (!found) tell({base::problem("", "module.no_such_room", {{"room", std::string(short_name)}})});
    return found;
}

void CommandEnvironment::tell(const base::Problems& problems, std::string_view file) {
    if (problems.empty()) return;
    exit_code = 1;
    for (const base::Problem& one : problems) {
        if (json) {
            *err << "{\"file\":" << json_string(file) << ",\"line\":" << (one.line ? std::to_string(*one.line) : "null")
                 << ",\"field\":" << json_string(one.field) << ",\"key\":" << json_string(one.message.key)
                 << ",\"message\":" << json_string((*words)(one.message)) << "}\n";
        } else {
            *err << place(one, file) << (*words)(one.message) << "\n";
        }
    }
}

void CommandEnvironment::progress(const std::string& what, std::int64_t done, std::int64_t of) {
    const bool terminal = isatty(STDERR_FILENO) == 1;
    const auto now = base::Instant::now();
    const std::int64_t pause = terminal ? 100'000 : 3'000'000;
    if (done < of && now.micros - last_progress_.micros < pause) return;
    last_progress_ = now;
    if (terminal)
        *err << "\r\033[K" << what << " " << done << "/" << of << (done >= of ? "\n" : "") << std::flush;
    else
        *err << what << " " << done << "/" << of << std::endl;
}

}  // namespace samrum::module
