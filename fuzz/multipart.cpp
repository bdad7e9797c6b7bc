// Multipart bodies: however the connection cuts one into pieces, it reads the same. The first byte says how it is cut.
#include "foundation/web/multipart.hpp"

#include "foundation/base/text.hpp"
#include "fuzz.hpp"

#include <algorithm>

namespace {

using samrum::web::MultipartReader;

constexpr MultipartReader::Limits kSmall{5, 200, 100};

bool read_in_pieces(MultipartReader& reader, std::string_view body, std::size_t piece) {
    for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
        if (!reader.feed(body.substr(0, piece))) return false;
    return reader.finished();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view body = fuzz_text(data + 1, size - 1);
    (void)samrum::web::multipart_boundary(body);
    MultipartReader whole("b", kSmall);
    MultipartReader cut("b", kSmall);
    const bool read = read_in_pieces(whole, body, body.size());
    hold(read_in_pieces(cut, body, 1U + data[0] % 16U) == read);
    if (!read) return 0;
    hold(whole.fields().all() == cut.fields().all());
    hold(whole.uploads().size() == cut.uploads().size());
    for (std::size_t i = 0; i < whole.uploads().size(); ++i) {
        hold(whole.uploads()[i].bytes == cut.uploads()[i].bytes);
        hold(whole.uploads()[i].filename.find_first_of("/\\") == std::string::npos);
    }
    for (const auto& [name, value] : whole.fields().all())
        hold(samrum::base::is_utf8(name) && samrum::base::is_utf8(value));
    return 0;
}
