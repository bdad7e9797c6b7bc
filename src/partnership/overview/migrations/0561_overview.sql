-- scope: room
-- What the overview shows of each agreement, computed from its document, deliveries and payments, so that thousands are
-- listed without reading one of their documents. `stamp` tells what they were computed from: where it is another now, they
-- are computed anew. Nothing here is the truth about anything, and nothing is lost by emptying it.
create table overview_row (
    agreement_id text not null primary key references agreement (id),
    stamp text not null,
    computed_on text not null,
    next_day text,
    next_kind text not null,
    next_subject text not null,
    next_times {int64} not null,
    public_names text not null,
    public_order {bytes} not null,
    civil_names text not null,
    civil_order {bytes} not null,
    found text not null
);
create index overview_row_by_day on overview_row (next_day);

-- The latest delivered figure of each promise that is counted, beside what was promised.
create table overview_figure (
    agreement_id text not null references agreement (id),
    position {int64} not null,
    commitment text not null,
    title text not null,
    bound text,
    quantity {int64},
    upper_quantity {int64},
    target_unit text not null,
    per text,
    value_kind text,
    value {int64} not null,
    unit text not null,
    first_day text,
    last_day text,
    as_of text,
    primary key (agreement_id, position)
);

-- Money by payer and year: decided (promised by the agreement and not refused) and paid. `paid` nothing: the payments are
-- in another room; `unknown` so many instalments whose sum the agreement leaves open.
create table overview_money (
    agreement_id text not null references agreement (id),
    payer text not null,
    year {int64} not null,
    decided {int64} not null,
    paid {int64},
    unknown {int64} not null,
    primary key (agreement_id, payer, year)
);
create index overview_money_by_year on overview_money (year, payer);
