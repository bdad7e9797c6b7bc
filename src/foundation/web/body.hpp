#pragma once
#include "foundation/web/http.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace samrum::web {

class MultipartReader;

/// Reads the body of a request as it arrives: a form, a multipart form with files, or plain bytes, by its content type.
class BodyReader {
  public:
    explicit BodyReader(std::string_view content_type);
    ~BodyReader();
    /// False when the body is broken.
    bool feed(std::string_view bytes);
    /// Puts what was read into `request`; false when the body is broken or ended too early.
    bool finish(Request& request);

  private:
    bool is_form_ = false;
    bool broken_ = false;
    std::unique_ptr<MultipartReader> multipart_;
    std::string bytes_;
};

}  // namespace samrum::web
