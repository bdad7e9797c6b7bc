-- scope: room
-- Social activities for those who take part. Who came is a count; who has signed up goes when the activity is over.
create table friends_activity (
    id text not null primary key,
    programme text not null,
    title text not null,
    day text not null,
    starts {int64} not null,
    ends {int64} not null,
    place text not null,
    description text not null,
    places {int64} not null,
    is_public {flag} not null,
    state text not null check (state in ('planned', 'held', 'cancelled')),
    came {int64},
    revision {int64} not null
);
create index friends_activity_by_day on friends_activity (day);

create table friends_signup (
    activity text not null references friends_activity (id) on delete cascade,
    participant text not null references person (id) on delete cascade,
    people {int64} not null,
    signed_up_on text not null,
    primary key (activity, participant)
);
