-- scope: room
-- An instalment on its way out: the sum and the payer that it had when the first person authorised it. A row that is noted
-- as paid is never changed and never deleted; `corrects` makes a counter entry of the opposite sum.
create table money_payment (
    id text not null primary key,
    agreement_id text not null references agreement (id),
    instalment text not null,
    amount_title text not null,
    sum {int64} not null,
    payer_key text not null,
    payer text not null,
    recipient text not null,
    reference text not null,
    invoice text not null,
    first_account text not null,
    first_function text not null,
    first_on text not null,
    second_account text,
    second_function text,
    second_on text,
    paid_on text,
    recorded_account text,
    recorded_function text,
    recorded_on text,
    corrects text references money_payment (id),
    reason text not null,
    number {int64},
    unique (number)
);
create index money_payment_by_agreement on money_payment (agreement_id);

-- An instalment that the agreement lets wait for a report; by default none does.
create table money_wait (
    id text not null primary key,
    agreement_id text not null references agreement (id),
    instalment text not null,
    report text not null,
    source text not null,
    by_account text not null,
    by_function text not null,
    set_on text not null,
    met_on text,
    unique (agreement_id, instalment)
);
