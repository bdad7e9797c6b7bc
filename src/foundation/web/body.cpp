#include "foundation/web/body.hpp"

#include "foundation/base/text.hpp"
#include "foundation/web/multipart.hpp"

#include <algorithm>

namespace samrum::web {
namespace {

std::string media_type(std::string_view content_type) {
    std::string type = base::trim(content_type.substr(0, content_type.find(';')));
    std::transform(type.begin(), type.end(), type.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return type;
}

}  // namespace

BodyReader::BodyReader(std::string_view content_type) {
    const std::string type = media_type(content_type);
    is_form_ = type == "application/x-www-form-urlencoded";
    if (type != "multipart/form-data") return;
    if (const auto boundary = multipart_boundary(content_type))
        multipart_ = std::make_unique<MultipartReader>(*boundary);
    else
        broken_ = true;
}

BodyReader::~BodyReader() = default;

bool BodyReader::feed(std::string_view bytes) {
    if (broken_) return false;
    if (multipart_)
        broken_ = !multipart_->feed(bytes);
    else
        bytes_ += bytes;
    return !broken_;
}

bool BodyReader::finish(Request& request) {
    if (broken_) return false;
    if (multipart_) {
        if (!multipart_->finished()) return false;
        request.form = std::move(multipart_->fields());
        request.uploads = std::move(multipart_->uploads());
    } else if (is_form_) {
        auto form = Fields::parse(bytes_);
        if (!form) return false;
        request.form = std::move(form).value();
    } else {
        request.body = std::move(bytes_);
    }
    return true;
}

}  // namespace samrum::web
