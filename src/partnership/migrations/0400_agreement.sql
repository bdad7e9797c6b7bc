-- scope: room
-- The document is the agreement; the columns beside it are its index, written again with each version.
create table agreement (
    id text not null primary key,
    slug text not null unique,
    title text not null,
    folded text not null,
    sort_key {bytes} not null,
    activity text not null,
    purpose text not null,
    registry_number text,
    first_day text not null,
    last_day text,
    ended_on text,
    home_room text not null,
    is_public {flag} not null,
    version {int64} not null
);
create index agreement_by_first_day on agreement (first_day);

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
    side text not null check (side in ('public', 'civic')),
    name text not null,
    organisation_id text,
    room_id text,
    joined text,
    left_on text,
    is_lead {flag} not null,
    primary key (agreement_id, key)
);

-- The commitments that are measurements, each with one line a reading; `chosen_reading` is empty until a person chose.
create table commitment (
    agreement_id text not null references agreement (id),
    key text not null,
    position {int64} not null,
    party text not null,
    side text not null,
    text text not null,
    measure text,
    readings {int64} not null,
    chosen_reading {int64},
    chosen_by text,
    chosen_on text,
    primary key (agreement_id, key)
);

-- Assessments of eligibility, archived with the case for ever (one row each; never changed).
create table assessment (
    id text not null primary key,
    agreement_id text not null references agreement (id),
    criteria_set text not null,
    part text not null,
    made_on text not null,
    made_by text not null,
    verdict text not null,
    document text not null
);
create index assessment_by_agreement on assessment (agreement_id, made_on);
