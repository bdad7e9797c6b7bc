-- scope: room
-- What associations ask about working together, with what they answered in the guide, and the letters about it.
create table enquiry (
    id text not null primary key,
    year {int64} not null,
    serial {int64} not null,
    organisation text not null,
    contact text references person (id) on delete set null,
    what text not null,
    answers text not null,
    guide_version {int64} not null,
    advice text not null,
    language text not null,
    received text not null,
    state text not null check (state in ('received', 'answered', 'assessment', 'closed')),
    answered_on text,
    closed_on text,
    outcome text check (outcome in ('agreement', 'grant', 'procurement', 'none', 'withdrawn')),
    reason text not null,
    secret {bytes} not null,
    revision {int64} not null,
    unique (year, serial)
);
create unique index enquiry_of_secret on enquiry (secret);
create index enquiry_of_contact on enquiry (contact);
create index enquiry_by_day on enquiry (received);

create table enquiry_letter (
    enquiry text not null references enquiry (id),
    number {int64} not null,
    from_body {flag} not null,
    written_by text not null,
    written_on text not null,
    content text not null,
    primary key (enquiry, number)
);

-- Whether the guide is open to anybody, and what the body says there of itself: one row.
create table enquiry_guide (
    id {int64} not null primary key check (id = 1),
    is_open {flag} not null,
    about text not null,
    revision {int64} not null
);

-- Limits that the body keeps itself, a version each: the newest one is in force, earlier ones stay.
create table enquiry_limits (
    version {int64} not null primary key,
    content text not null,
    kept_on text not null,
    kept_by text not null
);

-- Support of minor importance (de minimis) to an undertaking, granted here or told by the undertaking itself. The rate is
-- that of the day, ten-thousandths of a krona for a euro; it is never looked up again.
create table enquiry_support (
    id text not null primary key,
    organisation text not null,
    organisation_name text not null,
    granted_on text not null,
    amount {int64} not null,
    rate {int64} not null,
    rate_source text not null,
    regulation text not null,
    giver text not null,
    instrument text not null,
    sector text not null,
    purpose text not null,
    reference text not null,
    economic {flag} not null,
    assessment text not null,
    declared {flag} not null,
    noted_on text not null,
    noted_by text not null,
    cancelled_on text,
    cancelled_why text not null,
    revision {int64} not null
);
create index enquiry_support_of_organisation on enquiry_support (organisation, granted_on);
