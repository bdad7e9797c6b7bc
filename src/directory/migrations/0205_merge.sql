-- scope: lobby
-- Two entries of one organisation made into one. The entry that goes stays in the table and leads to the one that is
-- kept, for signed documents and records of rooms name it; the row holds what it takes to undo it exactly.
alter table organisation add column merged_into text;

create table organisation_merge (
    id text primary key,
    turn {int64} not null unique,
    kept text not null references organisation (id),
    gone text not null references organisation (id),
    room text,
    made_at {int64} not null,
    made_by text not null,
    before text not null,
    undone_on text
);
create index organisation_merge_kept on organisation_merge (kept);
create index organisation_merge_gone on organisation_merge (gone);
