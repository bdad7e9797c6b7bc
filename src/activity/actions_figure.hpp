#pragma once
#include "activity/actions_names.hpp"
#include "activity/model.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

namespace samrum::activity {

/// A figure that a document states, and what the log counts for exactly the same period.
struct ComparedFigure {
    StatedFigure stated;
    std::optional<std::int64_t> counted;  ///< in the stated figure's unit; empty: undated, or nothing recorded
};
struct FiguresPage {
    std::vector<ComparedFigure> figures;
    RoomNames names;
    bool may_manage = false;
};
base::Result<FiguresPage> list_figures(store::Session& room, const module::Caller& caller, base::Date today);

/// Keeps a figure of a document. Problem `activity.problem.figure_there` when the same one is kept already.
base::Result<FigureId> state_figure(store::Session& room, const module::Caller& caller, base::Date today,
                                    const Draft& draft);
base::Result<base::Done> remove_figure(store::Session& room, const module::Caller& caller, FigureId id);

}  // namespace samrum::activity
