-- scope: room
-- The case sheets of an open session. When it closes they become counts, in an order that says nothing, and are wiped.
create transient table advice_sheet (
    id text not null primary key,
    session text not null,
    ticket text,
    topics text not null,
    language text not null,
    language_help text not null,
    length text not null,
    gender text not null,
    outcome text not null,
    referral text not null,
    unit text,
    sent_by text not null,
    helped_before text not null,
    returned {flag} not null,
    people {int64} not null,
    revision {int64} not null
);
create index advice_sheet_of_session on advice_sheet (session);

-- What is left of a session: one-way counts, so that no row joins a language with a topic. `value` is a code of its
-- dimension, or empty for what is counted once (visits, people, cases …).
create table advice_count (
    session text not null references advice_session (id) on delete cascade,
    dimension text not null,
    value text not null,
    site text not null,
    day text not null,
    n {int64} not null,
    primary key (session, dimension, value)
);
create index advice_count_by_day on advice_count (dimension, day, site, value, n);

-- Free text only where the site allows it, apart from every fact, and dead on its day. Sealed with the key file, so that
-- neither a backup nor what a database leaves of deleted rows can be read.
create table advice_note (
    id text not null primary key,
    site text not null,
    sealed {bytes} not null,
    dies_on text not null
);
-- The visitor's own choice: a code on paper that opens what was decided last time, until it expires.
create table advice_return_code (
    code_hash {bytes} not null primary key,
    topics text not null,
    language text not null,
    referral text not null,
    expires_on text not null
);

-- Where visitors are sent, and who sends visitors here: public facts only.
create table advice_unit (
    id text not null primary key,
    kind text not null,
    name text not null,
    folded text not null,
    sort_key {bytes} not null,
    organisation text,
    description text not null,
    address text not null,
    phone text not null,
    email text not null,
    website text not null,
    hours text not null,
    languages text not null,
    topics text not null,
    municipality text not null,
    revised_on text not null,
    closed_on text
);
create index advice_unit_by_name on advice_unit (sort_key);
-- How many a unit says that it sent or received in a month. Never about a person.
create table advice_unit_month (
    unit text not null references advice_unit (id) on delete cascade,
    direction text not null check (direction in ('sent_here', 'received')),
    month text not null,
    n {int64} not null,
    primary key (unit, direction, month)
);
