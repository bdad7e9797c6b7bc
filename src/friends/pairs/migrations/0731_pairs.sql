-- scope: room
-- Two parties that meet. What they promised each other stands here as it was when they began. When one of them is erased
-- the id becomes empty and the pair stays as a count.
create table friends_pair (
    id text not null primary key,
    programme text not null,
    newcomer text not null,
    established text not null,
    hours_a_month {int64} not null,
    months {int64} not null,
    started_on text not null,
    trial_until text not null,
    trial_talk_on text,
    planned_until text not null,
    paused_from text,
    resumed_on text,
    talked_on text,
    lasted_on text,
    ended_on text,
    end_reason text,
    revision {int64} not null
);
create index friends_pair_by_start on friends_pair (programme, started_on);
create index friends_pair_of_newcomer on friends_pair (newcomer);
create index friends_pair_of_established on friends_pair (established);

-- Pauses that are over; one that goes on is the pair's paused_from.
create table friends_pause (
    id text not null primary key,
    pair text not null references friends_pair (id) on delete cascade,
    first_day text not null,
    last_day text not null
);
create index friends_pause_of_pair on friends_pause (pair);

-- "We met": one note a day and pair, whoever of the two wrote it.
create table friends_meeting (
    id text not null primary key,
    pair text not null references friends_pair (id) on delete cascade,
    day text not null,
    minutes {int64} not null,
    noted_by text not null check (noted_by in ('newcomer', 'established', 'coordinator')),
    unique (pair, day)
);
create index friends_meeting_by_day on friends_meeting (day);
