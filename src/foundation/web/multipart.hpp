#pragma once
#include "foundation/web/http.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::web {

/// The boundary of a `multipart/form-data` content type; nothing for other types or a boundary RFC 2046 forbids.
std::optional<std::string> multipart_boundary(std::string_view content_type);

/// Reads multipart/form-data (RFC 7578) as it arrives, in pieces of any size; how it is cut changes nothing.
class MultipartReader {
  public:
    struct Limits {
        std::size_t parts = 500;
        std::size_t part_header = std::size_t{8} * 1024;  ///< bytes of one part's header
        std::size_t text = std::size_t{1024} * 1024;      ///< bytes of one field that is no file
    };
    explicit MultipartReader(std::string_view boundary);
    MultipartReader(std::string_view boundary, Limits limits);

    /// False when the body is broken or passes a limit; nothing more is read then.
    bool feed(std::string_view bytes);
    /// Was the closing boundary seen, and nothing wrong before it?
    bool finished() const { return state_ == State::epilogue; }
    Fields& fields() { return fields_; }
    std::vector<Upload>& uploads() { return uploads_; }

  private:
    enum class State { preamble, after_boundary, header, content, epilogue, broken };
    bool step(std::string_view& rest);
    bool skip_preamble(std::string_view& rest);
    bool read_boundary_end(std::string_view& rest);
    bool read_header(std::string_view& rest);
    bool read_content(std::string_view& rest);
    bool begin_part(std::string_view header);
    bool take(std::string_view bytes);
    bool end_part();

    const std::string delimiter_;
    const Limits limits_;
    State state_ = State::preamble;
    std::string pending_ = "\r\n";  ///< not understood yet; begins so that the first boundary looks like the others
    std::size_t parts_ = 0;
    bool is_file_ = false;
    Upload part_;
    Fields fields_;
    std::vector<Upload> uploads_;
};

}  // namespace samrum::web
