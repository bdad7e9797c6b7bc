#include "foundation/web/multipart.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>
#include <array>

namespace samrum::web {
namespace {

bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// The value of `; name=value` or `; name="value"` in a header value. Backslashes are no escapes: browsers write none.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    for (std::size_t at = header.find(';'); at != std::string_view::npos && at < header.size();) {
        std::size_t equals = header.find('=', at);
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string found = base::trim(header.substr(at + 1, equals - at - 1));
        std::size_t from = equals + 1;
        std::size_t to;
        if (from < header.size() && header[from] == '"') {
            to = header.find('"', ++from);
            if (to == std::string_view::npos) return std::nullopt;
            at = header.find(';', to);
        } else {
            to = at = std::min(header.find(';', from), header.size());
        }
        if (same_letters(found, name)) return std::string(header.substr(from, to - from));
    }
    return std::nullopt;
}

/// What browsers write as %22, %0D and %0A in names (HTML, "multipart/form-data encoding algorithm").
std::string without_browser_escapes(std::string text) {
    constexpr std::array<std::pair<std::string_view, char>, 3> kEscapes{{{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}}};
    for (const auto& [escape, c] : kEscapes)
        for (std::size_t at = 0; (at = text.find(escape, at)) != std::string::npos; ++at)
            text.replace(at, escape.size(), 1, c);
    return text;
}

/// The last part of what may be a whole path, as old browsers send it.
std::string base_name(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    const std::string type = base::trim(content_type.substr(0, content_type.find(';')));
    if (!same_letters(type, "multipart/form-data")) return std::nullopt;
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70 || boundary->back() == ' ') return std::nullopt;
    const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
    if (!std::all_of(boundary->begin(), boundary->end(), printable)) return std::nullopt;
    return boundary;
}

MultipartReader::MultipartReader(std::string_view boundary) : MultipartReader(boundary, Limits{}) {}

MultipartReader::MultipartReader(std::string_view boundary, Limits limits)
    : delimiter_("\r\n--" + std::string(boundary)), limits_(limits) {}

bool MultipartReader::feed(std::string_view bytes) {
    pending_ += bytes;
    std::string_view rest = pending_;
    while (step(rest)) {
    }
    pending_.erase(0, pending_.size() - rest.size());
    return state_ != State::broken;
}

/// One step forward; false when more bytes are needed, or none.
bool MultipartReader::step(std::string_view& rest) {
    switch (state_) {
        case State::preamble:
            return skip_preamble(rest);
        case State::after_boundary:
            return read_boundary_end(rest);
        case State::header:
            return read_header(rest);
        case State::content:
            return read_content(rest);
        case State::epilogue:
        case State::broken:
            rest = {};
            return false;
    }
    return false;
}

bool MultipartReader::skip_preamble(std::string_view& rest) {
    const std::size_t at = rest.find(delimiter_);
    if (at == std::string_view::npos) {
        rest.remove_prefix(rest.size() - std::min(rest.size(), delimiter_.size() - 1));
        return false;
    }
    rest.remove_prefix(at + delimiter_.size());
    state_ = State::after_boundary;
    return true;
}

/// Behind a boundary stands "--" at the end of all parts, or padding and a line end before the next.
bool MultipartReader::read_boundary_end(std::string_view& rest) {
    if (rest.size() < 2) return false;
    if (rest.starts_with("--")) {
        state_ = State::epilogue;
        return true;
    }
    const std::size_t at = std::min(rest.find_first_not_of(" \t"), rest.size());
    if (at > limits_.part_header) {
        state_ = State::broken;
        return true;
    }
    if (at + 2 > rest.size()) return false;
    const bool good = rest.substr(at, 2) == "\r\n" && ++parts_ <= limits_.parts;
    rest.remove_prefix(at);  // the line end stays: a part without header begins with an empty line
    state_ = good ? State::header : State::broken;
    return true;
}

/// `rest` begins with the line end of the boundary line, so that an empty header looks like any other.
bool MultipartReader::read_header(std::string_view& rest) {
    constexpr std::string_view kEnd = "\r\n\r\n";
    const std::size_t end = rest.find(kEnd);
    // Where the end is not here yet, up to three of its bytes may be.
    if (end == std::string_view::npos ? rest.size() > limits_.part_header + kEnd.size() - 1
                                      : end > limits_.part_header) {
        state_ = State::broken;
        return true;
    }
    if (end == std::string_view::npos) return false;
    state_ = begin_part(rest.substr(0, end)) ? State::content : State::broken;
    // The last line end stays: where the content is empty it is the first of the next delimiter.
    rest.remove_prefix(end + kEnd.size());
    return true;
}

bool MultipartReader::read_content(std::string_view& rest) {
    const std::size_t at = rest.find(delimiter_);
    if (at != std::string_view::npos) {
        state_ = take(rest.substr(0, at)) && end_part() ? State::after_boundary : State::broken;
        rest.remove_prefix(at + delimiter_.size());
        return true;
    }
    const std::size_t sure = rest.size() - std::min(rest.size(), delimiter_.size() - 1);
    if (!take(rest.substr(0, sure))) {
        state_ = State::broken;
        return true;
    }
    rest.remove_prefix(sure);
    return false;
}

/// Reads the header lines of a part; false when it names no field.
bool MultipartReader::begin_part(std::string_view header) {
    part_ = {};
    std::optional<std::string> name;
    std::optional<std::string> filename;
    for (std::size_t from = 0; from < header.size();) {
        const std::size_t to = std::min(header.find("\r\n", from), header.size());
        const std::string_view line = header.substr(from, to - from);
        from = to + 2;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view value = line.substr(colon + 1);
        if (same_letters(line.substr(0, colon), "content-disposition")) {
            if (!same_letters(base::trim(value.substr(0, value.find(';'))), "form-data")) return false;
            name = parameter(value, "name");
            filename = parameter(value, "filename");
        } else if (same_letters(line.substr(0, colon), "content-type")) {
            part_.content_type = base::trim(value);
        }
    }
    if (!name) return false;
    part_.field = without_browser_escapes(*name);
    is_file_ = filename.has_value();
    part_.filename = base_name(without_browser_escapes(filename.value_or("")));
    return base::is_utf8(part_.field) && base::is_utf8(part_.filename) && base::is_utf8(part_.content_type);
}

bool MultipartReader::take(std::string_view bytes) {
    part_.bytes += bytes;
    return is_file_ || part_.bytes.size() <= limits_.text;
}

bool MultipartReader::end_part() {
    if (is_file_) {
        // A file field in which nothing was chosen comes as an empty file without a name.
        if (!part_.filename.empty() || !part_.bytes.empty()) uploads_.push_back(std::move(part_));
        return true;
    }
    if (!base::is_utf8(part_.bytes)) return false;
    fields_.add(std::move(part_.field), std::move(part_.bytes));
    return true;
}

}  // namespace samrum::web
