-- scope: room
create table activity_day (
    day text not null,
    activity text not null,
    place text not null,
    lines {int64} not null,
    held {int64} not null,
    participants {int64} not null,
    participants_known {int64} not null,
    women {int64} not null,
    women_known {int64} not null,
    women_of {int64} not null,
    minutes {int64} not null,
    minutes_known {int64} not null,
    primary key (day, activity, place)
);
insert into activity_day
select day, activity, place, count(*), count(case when not cancelled then 1 end),
    coalesce(cast(sum(case when not cancelled then participants end) as bigint), 0),
    count(case when not cancelled then participants end),
    coalesce(cast(sum(case when not cancelled then women end) as bigint), 0),
    count(case when not cancelled then women end),
    coalesce(cast(sum(case when not cancelled and women is not null then participants end) as bigint), 0),
    coalesce(cast(sum(case when not cancelled then minutes end) as bigint), 0),
    count(case when not cancelled then minutes end)
from activity_entry where kind = 'session' group by day, activity, place;
drop index activity_entry_counted;
create index activity_entry_by_kind on activity_entry (kind, day);
