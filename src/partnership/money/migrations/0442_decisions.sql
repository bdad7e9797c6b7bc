-- scope: room
-- What the agreement leaves open, and what a person answered. The newest answer of a question counts.
create table money_answer (
    id text not null primary key,
    seq {int64} not null,
    agreement_id text not null references agreement (id),
    question text not null,
    value text not null,
    motivation text not null,
    source text not null,
    by_account text not null,
    by_function text not null,
    answered_on text not null
);
create index money_answer_by_agreement on money_answer (agreement_id);

-- A decision that another payer takes over. One that is taken back stays, with the day.
create table money_payer_decision (
    id text not null primary key,
    agreement_id text not null references agreement (id),
    from_payer text not null,
    to_payer text not null,
    starts text not null,
    body text not null,
    decided_on text not null,
    reference text not null,
    by_account text not null,
    by_function text not null,
    noted_on text not null,
    withdrawn_on text
);
create index money_payer_decision_by_agreement on money_payer_decision (agreement_id);

-- What a person decided of unused money and of claims, with the working that lay before them.
create table money_decision (
    id text not null primary key,
    seq {int64} not null,
    agreement_id text not null references agreement (id),
    kind text not null check (kind in ('unused', 'claim')),
    amount text not null,
    stretch text,
    outcome text not null,
    sum {int64} not null,
    body text not null,
    decided_on text not null,
    reference text not null,
    motivation text not null,
    working text not null,
    by_account text not null,
    by_function text not null,
    noted_on text not null,
    settled_on text,
    withdrawn_on text
);
create index money_decision_by_agreement on money_decision (agreement_id);
