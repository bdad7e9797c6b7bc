-- scope: room
-- Safeguarding incidents, apart from everything else: no person, pair or activity points here, and nothing here is part
-- of a person's extract.
create table friends_incident (
    id text not null primary key,
    happened_on text not null,
    reported_on text not null,
    account text not null,
    steps text not null,
    closed_on text,
    revision {int64} not null
);
