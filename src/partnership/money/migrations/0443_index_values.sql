-- scope: room
-- Values of price indexes as they were published, entered with their source. The newest of a series, month and kind counts.
create table money_index_value (
    id text not null primary key,
    seq {int64} not null,
    series text not null,
    month text not null,
    hundredths {int64} not null,
    preliminary {flag} not null,
    source text not null,
    by_account text not null,
    by_function text not null,
    entered_on text not null
);
create index money_index_value_by_month on money_index_value (series, month);
