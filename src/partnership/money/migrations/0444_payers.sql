-- scope: room
-- How a body pays: its routine for invoices and its accounts.
create table money_payer (
    payer text not null primary key,
    routine text not null,
    reference text not null,
    number text not null,
    series text not null,
    cost_account text not null,
    cost_name text not null,
    balance_account text not null,
    balance_name text not null,
    giving_id text not null
);

-- What a body may spend in a year on its partnerships.
create table money_frame (
    payer text not null,
    year {int64} not null,
    sum {int64} not null,
    source text not null,
    by_account text not null,
    by_function text not null,
    noted_on text not null,
    primary key (payer, year)
);
