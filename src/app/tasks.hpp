#pragma once
#include "app/task_rules.hpp"
#include "foundation/module/module.hpp"
#include "foundation/web/routes.hpp"

#include <vector>

namespace samrum::app {

/// Does a grant of the caller make this duty theirs? A duty of nobody in particular is the room's own organisation's.
bool concerns(const module::Caller& caller, const module::Duty& duty);
/// Every duty of a room on a day, of whoever it is, the most urgent first.
std::vector<module::Duty> duties_in(const module::House& house, store::Reader& room, base::Date today);
/// The duties of the caller in a room, the most urgent first.
std::vector<module::Duty> duties_for(const module::House& house, store::Reader& room, const module::Caller& caller,
                                     base::Date today);
/// What a duty says, with its days in words.
std::string said(const text::Words& words, const module::Duty& duty);

/// What the pages of the house ask of who opens them.
class Doors {
  public:
    explicit Doors(const module::House& house);
    /// The permission of the page that a link below the room leads to; nothing: no page of ours. A null one is open to
    /// whoever is signed in.
    std::optional<const module::Permission*> permission_of(std::string_view link) const;
    /// Is it a page of ours that the caller may open?
    bool open_to(const module::Caller& caller, std::string_view link) const;

  private:
    web::Routes<const module::Permission*> routes_;
};

/// The caller's own tasks, and those of others that they may see: of the room's own people what lies behind a page that
/// they may open, of who enters by grant what is their organisation's.
std::vector<Task> read_tasks(const module::House& house, store::Reader& room, store::Reader& lobby,
                             const module::Caller& caller, const text::Words& words, base::Date today);

}  // namespace samrum::app
