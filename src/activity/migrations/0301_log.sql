-- scope: room
create table activity_entry (
    id text primary key,
    kind text not null,
    day text not null,
    start {int64},
    place text,
    activity text,
    participants {int64},
    women {int64},
    volunteers {int64},
    minutes {int64},
    cancelled {flag} not null,
    title text not null,
    title_folded text not null,
    amount {int64},
    reason text,
    row_key text unique,
    logged_on text not null,
    revision {int64} not null
);
create index activity_entry_by_day on activity_entry (day);
create index activity_entry_counted on activity_entry (kind, day, activity, place, cancelled, participants);

create table activity_figure (
    id text primary key,
    of_what text not null,
    amount {int64} not null,
    approximate {flag} not null,
    first_day text,
    last_day text,
    activity text,
    source text not null,
    row_key text not null unique
);
