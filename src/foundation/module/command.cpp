#include "foundation/module/command.hpp"

#include "foundation/base/told_fault.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>
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
    // Where the caller tells of no file, a problem with a line has the file as its field.
    const bool names_file = file.empty() && one.line;
    std::string where(names_file ? one.field : file);
    if (one.line) where += (where.empty() ? "" : ":") + std::to_string(*one.line);
    if (!names_file && !one.field.empty()) where += (where.empty() ? "" : ": ") + one.field;
    return where.empty() ? where : where + ": ";
}

/// The system's own words for the last failure, in English as everywhere on the system.
base::ToldFault file_fault(const char* key, const std::string& path) {
    const std::string why = std::generic_category().message(errno);
    return {path + ": " + why, {key, {{"file", path}, {"why", why}}}};
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

Caller CommandEnvironment::caller_in(const RoomHead& room, Role role) const {
    Caller caller;
    caller.label = actor.label;
    caller.room_organisation = room.organisation;
    caller.grants = {{AccountId{}, room.id, role, room.organisation, base::Period{today(), std::nullopt}}};
    return caller;
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

std::string read_file(const std::string& path, std::size_t most) {
    std::error_code none;
    if (std::filesystem::status(path, none).type() == std::filesystem::file_type::not_found)
        throw base::ToldFault(path + " is not there", {"module.file.not_there", {{"file", path}}});
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    for (std::array<char, 1 << 16> part; in && bytes.size() < most;) {
        in.read(part.data(), static_cast<std::streamsize>(std::min(part.size(), most - bytes.size())));
        bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof() && bytes.size() < most) throw file_fault("module.file.unreadable", path);
    return bytes;
}

void write_file(const std::string& path, std::string_view bytes) {
    errno = 0;
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw file_fault("module.file.unwritable", path);
}

}  // namespace samrum::module
