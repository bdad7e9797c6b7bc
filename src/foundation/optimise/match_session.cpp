// The session: an optimum kept through changes. Rows are put in by the solver's own search; a column that got room is
// offered around by the same search in the other direction.
#include "foundation/optimise/match_search.hpp"

#include <utility>

namespace samrum::optimise::match {

constexpr int kArrivals = 4096;  ///< rows that may come before the prices are made anew

/// The possible pairs, by row and by column.
struct SessionPairs {
    std::vector<std::vector<Arc>> by_row;
    std::vector<std::vector<Back>> by_column;

    const Arc* find(int row, int column) const {
        for (const Arc& arc : by_row[at(row)])
            if (arc.column == column) return &arc;
        return nullptr;
    }
    void add(int row, const Arc& arc) {
        auto& arcs = by_row[at(row)];
        arcs.insert(std::lower_bound(arcs.begin(), arcs.end(), arc, cheaper<std::int32_t>), arc);
        by_column[at(arc.column)].push_back({row, arc.cost});
    }
    void remove(int row, int column) {
        std::erase_if(by_row[at(row)], [&](const Arc& arc) { return arc.column == column; });
        std::erase_if(by_column[at(column)], [&](const Back& back) { return back.row == row; });
    }
};

/// Who is there.
struct SessionPresence {
    std::vector<char> active;  ///< rows that look for a column: not gone, not locked
    std::vector<char> gone_row, gone_column;
    std::vector<int> locked_to;  ///< of rows; -1: not locked
    std::vector<std::int32_t> locked_cost;
};

struct Session::Inside {
    Rule rule;
    std::shared_ptr<SessionPairs> pairs;  ///< shared with copies until one of them changes it
    State state;
    Marks marks;
    OfferMarks offers;
    SessionPresence there;
    std::int64_t step = 1, next_price = 1, least = 0, most = 0;
    std::vector<int> raised;

    SessionPairs& own_pairs() {
        if (pairs.use_count() > 1) pairs = std::make_shared<SessionPairs>(*pairs);
        return *pairs;
    }

    void insert(int row) {
        Inserter search(state, marks);
        search.insert(row, [&](int i) -> const std::vector<Arc>& { return pairs->by_row[at(i)]; });
        raised.push_back(row);
        for (const int column : search.done())
            for (int i = state.first[at(column)]; i >= 0; i = state.next[at(i)]) raised.push_back(i);
    }

    /// A column has room while its price says that it is scarce: somebody takes the room, or the price goes to zero.
    void offer(int column) {
        Offerer(state, offers)
            .offer(
                column, [&](int j) -> const std::vector<Back>& { return pairs->by_column[at(j)]; },
                [&](int i) { return there.active[at(i)] != 0; });
    }

    /// Takes a row out of the search and gives its place away.
    void withdraw(int row) {
        there.active[at(row)] = 0;
        const int column = state.column_of[at(row)];
        if (column < 0) return;
        state.detach(row);
        offer(column);
    }
    void enter(int row) {
        there.active[at(row)] = 1;
        insert(row);
    }
    /// One place less in a column, which may be full.
    void shrink(int column) {
        --state.room[at(column)];
        if (state.used[at(column)] <= state.room[at(column)]) return;
        const int row = state.first[at(column)];
        state.detach(row);
        insert(row);
    }
    bool can_lock(int row, int column) const {
        return !there.gone_row[at(row)] && !there.gone_column[at(column)] && there.locked_to[at(row)] < 0 &&
               state.room[at(column)] > 0;
    }
    void lock(int row, int column, std::int32_t cost) {
        if (state.column_of[at(row)] == column) {  // the place and the row go together: nobody else is touched
            state.detach(row);
            there.active[at(row)] = 0;
            --state.room[at(column)];
        } else {
            withdraw(row);
            shrink(column);
        }
        there.locked_to[at(row)] = column;
        there.locked_cost[at(row)] = cost;
    }
    std::int64_t next_unmatched() {
        if (rule == Rule::waiting) next_price -= step;
        return next_price;
    }
    Graph graph() const;
    void solve(const Options& options);
    /// Are these costs, and one row more, within what the prices were made for? If not, all is solved anew.
    bool fits(const std::vector<Arc>& more) const {
        return (rule != Rule::waiting || next_price > step) &&
               std::ranges::all_of(more, [&](const Arc& arc) { return arc.cost >= least && arc.cost <= most; });
    }
};

Graph Session::Inside::graph() const {
    Graph graph;
    graph.columns = static_cast<int>(state.room.size());
    graph.room = state.room;
    for (std::size_t i = 0; i < pairs->by_row.size(); ++i)
        graph.add_row(there.active[i] ? std::span<const Arc>(pairs->by_row[i]) : std::span<const Arc>());
    return graph;
}

void Session::Inside::solve(const Options& options) {
    const Graph now = graph();
    Answer answer = match::solve(now, rule, {options.threads, kArrivals, {}});
    state.row_price = std::move(answer.certificate.row);
    state.column_price = std::move(answer.certificate.column);
    state.unmatched = std::move(answer.certificate.unmatched);
    state.column_of.assign(at(now.rows()), -1);
    state.next.assign(at(now.rows()), -1);
    state.used.assign(at(now.columns), 0);
    state.first.assign(at(now.columns), -1);
    for (int i = 0; i < now.rows(); ++i)
        if (answer.column_of[at(i)] >= 0) state.attach(i, answer.column_of[at(i)]);
    std::int64_t low = 0, high = 0;
    for (const Arc& arc : now.arcs)
        low = std::min<std::int64_t>(low, arc.cost), high = std::max<std::int64_t>(high, arc.cost);
    least = std::min(least, low - (high - low) / 4), most = std::max(most, high + (high - low) / 4);
    if (state.unmatched.empty()) return;
    next_price = state.unmatched.back();
    step = rule == Rule::waiting ? next_price / (kArrivals + 1) : next_price;
    for (int i = 0; i < now.rows(); ++i) raised.push_back(i);
}

Session::Session(const Graph& graph, Rule rule, const Options& options) : inside_(std::make_unique<Inside>()) {
    Inside& in = *inside_;
    const std::size_t rows = at(graph.rows()), columns = at(graph.columns);
    in.rule = rule;
    in.pairs = std::make_shared<SessionPairs>();
    in.pairs->by_column.resize(columns);
    std::vector<std::size_t> degree(columns, 0);
    for (const Arc& arc : graph.arcs) ++degree[at(arc.column)];
    for (std::size_t j = 0; j < columns; ++j) in.pairs->by_column[j].reserve(degree[j]);
    for (int i = 0; i < graph.rows(); ++i) {
        const auto arcs = graph.row(i);
        in.pairs->by_row.emplace_back(arcs.begin(), arcs.end());
        for (const Arc& arc : arcs) in.pairs->by_column[at(arc.column)].push_back({i, arc.cost});
    }
    in.state.room = graph.room;
    if (in.state.room.empty()) in.state.room.assign(columns, 1);
    in.marks = {std::vector<std::int64_t>(columns, kNowhere), std::vector<int>(columns, -1)};
    in.offers.resize(columns);
    in.there = {std::vector<char>(rows, 1), std::vector<char>(rows, 0), std::vector<char>(columns, 0),
                std::vector<int>(rows, -1), std::vector<std::int32_t>(rows, 0)};
    in.solve(options);
}
Session::~Session() = default;
Session::Session(const Session& other) : inside_(std::make_unique<Inside>(*other.inside_)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

int Session::arrive_row(std::vector<Arc> arcs) {
    Inside& in = *inside_;
    const bool fits = in.fits(arcs);
    const int row = rows();
    std::sort(arcs.begin(), arcs.end(), cheaper<std::int32_t>);
    SessionPairs& pairs = in.own_pairs();
    for (const Arc& arc : arcs) pairs.by_column[at(arc.column)].push_back({row, arc.cost});
    pairs.by_row.push_back(std::move(arcs));
    in.state.unmatched.push_back(in.next_unmatched());
    in.state.row_price.push_back(0);
    in.state.column_of.push_back(-1);
    in.state.next.push_back(-1);
    in.there.active.push_back(1);
    in.there.gone_row.push_back(0);
    in.there.locked_to.push_back(-1);
    in.there.locked_cost.push_back(0);
    if (fits)
        in.insert(row);
    else
        in.solve({});
    return row;
}

int Session::arrive_column(const std::vector<Arc>& rows, int room) {
    Inside& in = *inside_;
    const bool fits = in.fits(rows);
    const int column = columns();
    SessionPairs& pairs = in.own_pairs();
    pairs.by_column.emplace_back();
    std::int64_t price = 0;
    for (const Arc& back : rows) {
        pairs.add(back.column, {column, back.cost});
        if (in.there.active[at(back.column)]) price = std::min(price, back.cost - in.state.row_price[at(back.column)]);
    }
    in.state.column_price.push_back(price);
    in.state.room.push_back(room);
    in.state.used.push_back(0);
    in.state.first.push_back(-1);
    in.marks.distance.push_back(kNowhere);
    in.marks.before.push_back(-1);
    in.offers.resize(at(column) + 1);
    in.there.gone_column.push_back(0);
    if (fits)
        in.offer(column);
    else
        in.solve({});
    return column;
}

void Session::leave_row(int row) {
    if (inside_->there.locked_to[at(row)] >= 0) unlock(row);
    inside_->there.gone_row[at(row)] = 1;
    inside_->withdraw(row);
}

void Session::leave_column(int column) {
    Inside& in = *inside_;
    if (in.there.gone_column[at(column)]) return;
    in.there.gone_column[at(column)] = 1;
    for (int i = 0; i < rows(); ++i)
        if (in.there.locked_to[at(i)] == column) {
            in.there.locked_to[at(i)] = -1;
            in.enter(i);
        }
    while (in.state.room[at(column)] > 0) in.shrink(column);
}

bool Session::lock(int row, int column, std::int32_t cost) {
    if (!inside_->can_lock(row, column)) return false;
    inside_->lock(row, column, cost);
    return true;
}

void Session::unlock(int row) {
    Inside& in = *inside_;
    const int column = std::exchange(in.there.locked_to[at(row)], -1);
    if (column < 0) return;
    ++in.state.room[at(column)];
    in.offer(column);
    in.enter(row);
}

void Session::forbid(int row, int column) {
    Inside& in = *inside_;
    if (in.there.active[at(row)] && in.state.column_of[at(row)] == column) {
        in.withdraw(row);
        in.own_pairs().remove(row, column);
        in.enter(row);
    } else {
        in.own_pairs().remove(row, column);
    }
}

void Session::allow(int row, Arc arc) {
    Inside& in = *inside_;
    if (in.pairs->find(row, arc.column)) return;
    if (!in.fits({arc})) {
        in.own_pairs().add(row, arc);
        return in.solve({});
    }
    const bool pays =
        in.there.active[at(row)] && arc.cost < in.state.row_price[at(row)] + in.state.column_price[at(arc.column)];
    if (pays) in.withdraw(row);
    in.own_pairs().add(row, arc);
    if (pays) in.enter(row);
}

int Session::rows() const {
    return static_cast<int>(inside_->state.column_of.size());
}
int Session::columns() const {
    return static_cast<int>(inside_->state.room.size());
}
int Session::column_of(int row) const {
    const int locked = inside_->there.locked_to[at(row)];
    return locked >= 0 ? locked : inside_->state.column_of[at(row)];
}
int Session::pairs() const {
    int count = 0;
    for (int i = 0; i < rows(); ++i) count += column_of(i) >= 0;
    return count;
}
std::int64_t Session::cost() const {
    const Inside& in = *inside_;
    std::int64_t sum = 0;
    for (int i = 0; i < rows(); ++i) {
        const int column = in.state.column_of[at(i)];
        if (in.there.locked_to[at(i)] >= 0) sum += in.there.locked_cost[at(i)];
        if (column >= 0) sum += in.state.row_price[at(i)] + in.state.column_price[at(column)];
    }
    return sum;
}
std::int64_t Session::row_price(int row) const {
    return inside_->state.row_price[at(row)];
}
std::int64_t Session::column_price(int column) const {
    return inside_->state.column_price[at(column)];
}
std::int64_t Session::reduced_cost(int row, int column, std::int32_t cost) const {
    return std::max<std::int64_t>(0, cost - row_price(row) - column_price(column));
}
std::vector<int> Session::take_raised() {
    return std::exchange(inside_->raised, {});
}

std::optional<Session::Price> Session::price_of(int row, int column, std::int32_t cost) const {
    if (!inside_->can_lock(row, column)) return std::nullopt;
    Session tried(*this);
    tried.inside_->lock(row, column, cost);
    Price price;
    price.pairs_fewer = pairs() - tried.pairs();
    price.cost = tried.cost() - this->cost();
    for (int i = 0; i < rows(); ++i) {
        const int before = column_of(i), after = tried.column_of(i);
        if ((before < 0) != (after < 0)) price.other_rows = true;
        if (i != row && before != after) price.rows_changed.push_back(i);
    }
    return price;
}

Graph Session::graph() const {
    return inside_->graph();
}
Answer Session::answer() const {
    const Inside& in = *inside_;
    Answer answer;
    answer.column_of = in.state.column_of;
    answer.certificate = {in.state.row_price, in.state.column_price, in.state.unmatched};
    for (int i = 0; i < rows(); ++i) {
        if (in.state.column_of[at(i)] >= 0) {
            ++answer.pairs;
            answer.cost += in.state.row_price[at(i)] + in.state.column_price[at(in.state.column_of[at(i)])];
        } else if (!in.there.active[at(i)]) {
            answer.certificate.row[at(i)] = answer.certificate.unmatched[at(i)];  // nothing to look for
        }
    }
    return answer;
}

}  // namespace samrum::optimise::match
