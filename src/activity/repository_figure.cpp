#include "activity/model_codes.hpp"
#include "activity/repository_entry.hpp"

namespace samrum::activity {
namespace {

using store::Scope;
using store::Statement;

const Statement kFigureInsert{
    Scope::room,
    "insert into activity_figure (id, of_what, amount, approximate, first_day, last_day, activity, "
    "source, row_key) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kFigureDelete{Scope::room, "delete from activity_figure where id = $1"};
const Statement kFigureRowKey{Scope::room, "select count(*) from activity_figure where row_key = $1"};
const Statement kFigureList{
    Scope::room,
    "select id, of_what, amount, approximate, first_day, last_day, activity, source from activity_figure "
    "order by coalesce(first_day, '9999'), last_day, of_what, id"};

StatedFigure figure_of(const store::Row& row) {
    StatedFigure figure;
    figure.id = row.id<FigureId>(0);
    const auto of = figure_coded(row.view(1));
    base::ensure(of.has_value(), "figures are about what exists");
    figure.of = *of;
    figure.value = row.integer(2);
    figure.approximate = row.flag(3);
    if (!row.is_null(4)) figure.period = base::Period{row.date(4), row.date(5)};
    figure.activity = row.maybe_id<ActivityId>(6);
    figure.source = row.text(7);
    return figure;
}

}  // namespace

void insert_figure(store::Transaction& tx, const StatedFigure& figure, std::string_view row_key) {
    std::optional<base::Date> first, last;
    if (figure.period) first = figure.period->first(), last = figure.period->last();
    tx.run(kFigureInsert, figure.id, code_of(figure.of), figure.value, figure.approximate, first, last, figure.activity,
           figure.source, row_key);
}

bool delete_figure(store::Transaction& tx, FigureId id) {
    return tx.run(kFigureDelete, id) == 1;
}
bool has_figure(store::Reader& room, std::string_view row_key) {
    return room.count(kFigureRowKey, row_key) > 0;
}
std::vector<StatedFigure> figure_rows(store::Reader& room) {
    return room.all(kFigureList, figure_of);
}

}  // namespace samrum::activity
