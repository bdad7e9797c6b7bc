#pragma once
#include "advice/figures/repository_figure.hpp"
#include "foundation/module/measure.hpp"

#include <map>
#include <string>

namespace samrum::advice::figures {

/// What a measure's dimensions mean: activity, place, site, municipality. An activity or place may be named as it
/// stands in an agreement's file ("radrum"), a site by its slug; one that is not there counts nothing.
CountedOver over_of(store::Reader& room, const module::Dimensions& dimensions, const base::Period& period);
/// Has the room this value of a dimension, so that something can be counted by it?
bool knows_value(store::Reader& room, std::string_view dimension, std::string_view value);
/// A value among the dimensions; empty when it is not said.
std::string_view dimension_value(const module::Dimensions& dimensions, std::string_view name);

/// Names of sites for the labels of rows.
using SiteNames = std::map<sheets::SiteId, std::string>;
SiteNames site_names(store::Reader& room);

}  // namespace samrum::advice::figures
