-- scope: room
-- What happened to an agreement, line by line. A line is never changed or removed: a correction is a later line about it.
create table agreement_event (
    id text not null primary key,
    agreement text not null references agreement (id),
    number {int64} not null,
    kind text not null,
    on_day text not null,
    content text not null,
    party text not null,
    about text,
    until_day text,
    outcome text not null,
    notice_case text not null,
    version {int64},
    touches_purpose {flag} not null,
    successor text not null,
    written_on text not null,
    written_by text not null,
    unique (agreement, number)
);

-- The documents of a line, in this room.
create table agreement_event_file (
    event text not null references agreement_event (id),
    position {int64} not null,
    attachment text not null,
    primary key (event, position)
);
