-- scope: room
create table compact (
    id text primary key,
    level text not null,
    title text not null,
    adopted_by text not null,
    adopted_on text not null,
    paragraph text not null,
    website text
);

create table compact_party (
    compact text not null references compact (id) on delete cascade,
    position {int64} not null,
    name text not null,
    primary key (compact, position)
);

create table compact_principle (
    compact text not null references compact (id) on delete cascade,
    position {int64} not null,
    title text not null,
    description text not null,
    primary key (compact, position)
);

create table compact_accession (
    id text primary key,
    compact text not null references compact (id),
    organisation text not null,
    name text not null,
    sort_key {bytes} not null,
    decided_on text not null,
    statement text not null,
    minutes text not null,
    submitted_on text not null,
    submitted_by text not null,
    state text not null,
    answered_on text,
    reason text not null,
    left_on text
);
create index compact_accession_of_compact on compact_accession (compact, state);
