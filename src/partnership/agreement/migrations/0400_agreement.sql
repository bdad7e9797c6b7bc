-- scope: room
-- The document is the agreement; the columns and tables beside it are its index, written anew with each version.
create table agreement (
    id text not null primary key,
    slug text not null,
    title text not null,
    folded text not null,
    sort_key {bytes} not null,
    activity text not null,
    purpose text not null,
    registry_number text not null,
    first_day text,
    last_day text,
    open_end {flag} not null,
    ended_on text,
    home_room text not null,
    version {int64} not null,
    -- Two municipalities may give their agreements the same key; an association's room holds copies of both.
    unique (home_room, slug)
);
create index agreement_by_first_day on agreement (first_day);
create index agreement_by_name on agreement (sort_key, id);

-- Every version there has been, for ever: the agreement file as text, and the hash that each party's copy shares.
create table agreement_version (
    agreement_id text not null references agreement (id),
    number {int64} not null,
    document text not null,
    hash text not null,
    made_at {int64} not null,
    made_by text not null,
    primary key (agreement_id, number)
);

-- Who the parties are, on which side, from when to when. `room_id` is the party's room in this installation, if it has one.
create table agreement_party (
    agreement_id text not null references agreement (id),
    key text not null,
    position {int64} not null,
    side text not null check (side in ('public', 'civil')),
    standing text not null check (standing in ('party', 'contributor')),
    name text not null,
    organisation_id text,
    room_id text,
    joined text,
    left_on text,
    is_lead {flag} not null,
    primary key (agreement_id, key)
);

-- One row a reading: an amount that contradicts itself keeps all of them.
create table agreement_amount (
    agreement_id text not null references agreement (id),
    position {int64} not null,
    reading {int64} not null,
    title text not null,
    payer text not null,
    recipient text not null,
    kind text not null,
    first_day text,
    last_day text,
    per text not null,
    least {int64},
    most {int64},
    source text not null,
    primary key (agreement_id, position, reading)
);

-- What each party promises. `measure` is what the agreement says it is counted by, if anything.
create table commitment (
    agreement_id text not null references agreement (id),
    key text not null,
    position {int64} not null,
    party text not null,
    party_name text not null,
    side text not null,
    kind text not null,
    title text not null,
    measure text not null,
    scope text not null,
    reported_by text not null,
    first_day text,
    last_day text,
    primary key (agreement_id, key)
);

-- One row a reading of a counted promise; where there are several, `is_chosen` is set on the one that a person chose.
create table commitment_reading (
    agreement_id text not null references agreement (id),
    commitment text not null,
    position {int64} not null,
    key text not null,
    bound text not null,
    quantity {int64} not null,
    upper_quantity {int64},
    unit text not null,
    per text not null,
    source text not null,
    is_chosen {flag} not null,
    primary key (agreement_id, commitment, position)
);

-- Who chose between readings, and why; a later choice replaces an earlier one and both stay.
create table reading_choice (
    id text not null primary key,
    agreement_id text not null references agreement (id),
    commitment text not null,
    reading text not null,
    motivation text not null,
    chosen_on text not null,
    chosen_by text not null
);
create index reading_choice_by_commitment on reading_choice (agreement_id, commitment);

-- Assessments of eligibility, archived with the case for ever: the answers as they were given, never changed.
create table assessment (
    id text not null primary key,
    agreement_id text not null references agreement (id),
    criteria_set text not null,
    set_version {int64} not null,
    part text not null,
    made_on text not null,
    made_by text not null,
    position {int64} not null
);
create index assessment_by_agreement on assessment (agreement_id, made_on);
create table assessment_answer (
    assessment_id text not null references assessment (id),
    position {int64} not null,
    criterion text not null,
    answer text not null check (answer in ('yes', 'no', 'unsure')),
    motivation text not null,
    answered_by text not null,
    answered_on text,
    primary key (assessment_id, position)
);
