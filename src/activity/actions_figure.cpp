#include "activity/actions_figure.hpp"

#include "activity/actions_count.hpp"
#include "activity/actions_permission.hpp"
#include "activity/repository_entry.hpp"
#include "activity/rules_entry.hpp"

#include <fmt/format.h>

namespace samrum::activity {

base::Result<FiguresPage> list_figures(store::Session& room, const module::Caller& caller, base::Date today) {
    if (!may(caller, kRead)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) {
        FiguresPage page;
        page.names = RoomNames::load(reader, today);
        page.may_manage = may(caller, kManage);
        for (StatedFigure& figure : figure_rows(reader)) {
            const auto counted = counted_for(reader, figure);
            page.figures.push_back({std::move(figure), counted});
        }
        return page;
    });
}

base::Result<FigureId> state_figure(store::Session& room, const module::Caller& caller, base::Date today,
                                    const Draft& draft) {
    if (!may(caller, kManage)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<FigureId> {
        const RoomNames names = RoomNames::load(tx, today);
        auto figure = read_figure(draft, names.lookup(), today);
        if (!figure) return figure.problems();
        StatedFigure stated = *figure;
        stated.id = FigureId::ordered();
        tx.lock("activity");
        if (has_figure(tx, identity(stated))) return base::problem("kind", "activity.problem.figure_there");
        insert_figure(tx, stated, identity(stated));
        tx.journal(caller.actor(), {"activity.figure_stated", stated.id.text(),
                                    fmt::format(R"({{"of":"{}","value":{},"period":"{}"}})", code_of(stated.of),
                                                stated.value, stated.period ? stated.period->iso() : "")});
        return stated.id;
    });
}

base::Result<base::Done> remove_figure(store::Session& room, const module::Caller& caller, FigureId id) {
    if (!may(caller, kManage)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        if (!delete_figure(tx, id)) return base::problem("", "activity.problem.gone");
        tx.journal(caller.actor(), {"activity.figure_removed", id.text(), "{}"});
        return base::Done{};
    });
}

}  // namespace samrum::activity
