-- scope: room
-- Who took over from whom, from which day, with a note from the one to the other. `moved` tells what was open when it was
-- agreed; `done_on` when what has no day of its own (addresses of functions) was moved.
create table handover (
    id text not null primary key,
    from_account text not null,
    from_function text not null,
    to_account text not null,
    to_function text not null,
    first_day text not null,
    note text not null,
    moved text not null,
    agreed_on text not null,
    agreed_by text not null,
    done_on text
);
create index handover_by_day on handover (first_day);
