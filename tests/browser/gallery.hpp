#pragma once
#include "foundation/web/chart.hpp"
#include "foundation/web/components.hpp"

namespace samrum::gallery {

void figures(web::Html& h, const text::Words& words);
void lists(web::Html& h, const text::Words& words);
void form(web::Html& h, const text::Words& words);
void problems(web::Html& h, const text::Words& words);
void messages(web::Html& h, const text::Words& words);

}  // namespace samrum::gallery
