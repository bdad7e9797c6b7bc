-- scope: room
-- Where advice is given: a public place of the directory, with what the site wants. 200 of them fit in one room.
create table advice_site (
    id text not null primary key,
    place text not null references place (id),
    activity text not null references room_activity (id),
    slug text not null unique,
    municipality text not null,
    desks {int64} not null,
    takes_bookings {flag} not null,
    phone_tickets {flag} not null,
    kiosk {flag} not null,
    wall {flag} not null,
    asks_gender {flag} not null,
    note_days {int64} not null,
    opened_on text not null,
    closed_on text
);

-- When a site is open, week by week. A change of hours ends one rule and begins another, so that history stays.
create table advice_rule (
    id text not null primary key,
    site text not null references advice_site (id),
    weekday {int64} not null,
    every_weeks {int64} not null,
    starts {int64} not null,
    ends {int64} not null,
    first_day text not null,
    last_day text,
    on_holidays {flag} not null,
    wanted {int64} not null,
    experienced {flag} not null,
    mixed {flag} not null,
    languages text not null
);
create index advice_rule_of_site on advice_rule (site);

-- Days without sessions: summer, a library that is rebuilt. Without a site: all of them.
create table advice_closure (
    id text not null primary key,
    site text references advice_site (id),
    first_day text not null,
    last_day text not null,
    reason text not null
);

-- One occasion at one site. Made from the rules for some weeks ahead; each may be changed or cancelled by itself.
-- `slot_day` is the day that the rule gave: a session that was moved by hand still stands for it.
create table advice_session (
    id text not null primary key,
    site text not null references advice_site (id),
    day text not null,
    starts {int64} not null,
    ends {int64} not null,
    state text not null check (state in ('planned', 'cancelled', 'open', 'held')),
    rule text,
    slot_day text,
    edited {flag} not null,
    wanted {int64} not null,
    experienced {flag} not null,
    mixed {flag} not null,
    languages text not null,
    reason text not null,
    advisers {int64},
    minutes {int64},
    revision {int64} not null,
    unique (site, day, starts)
);
create index advice_session_by_slot on advice_session (site, slot_day);
create index advice_session_by_day on advice_session (day, state, site);
