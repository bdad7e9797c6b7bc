-- scope: room
-- Who stands behind an amount, with which share and how surely.
create table money_funder (
    id text not null primary key,
    agreement_id text not null references agreement (id),
    amount text not null,
    name text not null,
    share {int64},
    sum {int64},
    certainty text not null,
    source text not null,
    noted_on text not null,
    ended_on text
);
create index money_funder_by_agreement on money_funder (agreement_id);

-- What a party gives that is not money; a value stands only where somebody valued it.
create table money_in_kind (
    id text not null primary key,
    agreement_id text not null references agreement (id),
    party text not null,
    what text not null,
    commitment text not null,
    value {int64},
    valued_how text not null,
    noted_on text not null,
    ended_on text
);
create index money_in_kind_by_agreement on money_in_kind (agreement_id);

-- What the association says that it used of a stretch's money. The newest counts.
create table money_use (
    id text not null primary key,
    seq {int64} not null,
    agreement_id text not null references agreement (id),
    amount text not null,
    stretch text not null,
    used {int64} not null,
    source text not null,
    by_account text not null,
    by_function text not null,
    told_on text not null
);
create index money_use_by_agreement on money_use (agreement_id);
