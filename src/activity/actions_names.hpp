#pragma once
#include "activity/rules_entry.hpp"
#include "foundation/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::activity {

struct Named {
    base::Uuid id;
    std::string name;
    bool current = true;  ///< closed places and ended activities keep their name but are not offered
};

/// The places and activities of a room, as the directory has them, in the order of their names.
class RoomNames {
  public:
    static RoomNames load(store::Reader& room, base::Date today);
    const std::vector<Named>& places() const { return places_; }
    const std::vector<Named>& activities() const { return activities_; }
    /// The name of a place or activity; empty when it is gone.
    std::string name(const base::Uuid& id) const;
    template <class Id>
    std::string name(const std::optional<Id>& id) const {
        return id ? name(id->uuid()) : std::string();
    }
    /// Finds by id, by name (case and width folded), or by the name as it stands in files and addresses: "radrum" is
    /// RådRum.
    std::optional<PlaceId> place(std::string_view written) const;
    std::optional<ActivityId> activity(std::string_view written) const;
    /// What rules ask; it must not outlive this.
    Names lookup() const;
    /// The ids of places and activities whose names hold the folded text, as Filter::named_places wants them.
    std::string holding(std::string_view folded) const;

  private:
    std::vector<Named> places_, activities_;
};

}  // namespace samrum::activity
