-- scope: room
-- What a commitment is counted by, in the association's room. Dated, so that counting can move from one measure to another
-- without counting twice.
create table binding (
    id text not null primary key,
    agreement_id text not null,
    commitment text not null,
    measure text not null,
    scope text not null,
    first_day text not null,
    last_day text
);
create index binding_by_commitment on binding (agreement_id, commitment);

-- Frozen figures: those this room handed over (made) and those it was handed (received). Rows are never changed.
create table delivery (
    id text not null primary key,
    direction text not null check (direction in ('made', 'received')),
    agreement_id text not null,
    commitment text not null,
    version {int64} not null,
    measure text not null,
    measure_version {int64} not null,
    unit text not null,
    scope text not null,
    first_day text not null,
    last_day text not null,
    as_of text not null,
    value_kind text not null check (value_kind in ('number', 'hidden', 'unknown')),
    value {int64} not null,
    difference {int64},
    note text not null,
    published {flag} not null,
    standing {flag} not null,
    made_at {int64} not null,
    made_by text not null,
    previous text not null,
    hash text not null,
    unique (agreement_id, commitment, measure, scope, first_day, last_day, version)
);
create index delivery_by_agreement on delivery (agreement_id, commitment, last_day);
create index delivery_by_measure on delivery (measure, scope);

-- A standing rule that the association chose: deliver a commitment's figure by itself, each month or half-year.
create table standing_delivery (
    id text not null primary key,
    agreement_id text not null,
    commitment text not null,
    every text not null check (every in ('month', 'half_year')),
    published {flag} not null,
    since text not null,
    ended_on text,
    chosen_by text not null
);
create index standing_delivery_by_commitment on standing_delivery (agreement_id, commitment);
