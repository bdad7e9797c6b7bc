-- scope: lobby
-- Which reminders a person chose in a room, kind by kind; a kind without a row comes as the house has it. `days` nothing:
-- switched off.
create table reminder_choice (
    account text not null references account (id) on delete cascade,
    room text not null references room (id),
    kind text not null,
    days {int64},
    primary key (account, room, kind)
);

-- What a person was reminded of, once for each task and day. The task is told by a hash alone: the lobby knows nothing of
-- what a room works with.
create table reminder_mark (
    account text not null references account (id) on delete cascade,
    task text not null,
    due text not null,
    sent_on text not null,
    primary key (account, task, due)
);
create index reminder_mark_by_due on reminder_mark (due);
