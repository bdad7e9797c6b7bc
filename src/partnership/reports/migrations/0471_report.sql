-- scope: room
-- Which sections a report of a kind has: a body's own, in versions. In an association's room those of its partners.
create table report_template (
    home_room text not null,
    kind text not null,
    version {int64} not null,
    document text not null,
    made_on text not null,
    made_by text not null,
    primary key (home_room, kind, version)
);

-- A follow-up report as this room knows it: in the agreement's home room the whole, in a party's room its own part until
-- the approved whole is handed back. What it is about means the same everywhere; its id is this room's.
create table report (
    id text not null primary key,
    agreement_id text not null,
    kind text not null,
    first_day text not null,
    last_day text not null,
    version {int64} not null,
    state text not null check (state in ('draft', 'submitted', 'approved', 'committee')),
    layout text not null,
    drafted_on text not null,
    submitted_on text,
    approved_on text,
    approved_by text not null,
    meeting text not null,
    committee_on text,
    committee text not null,
    published {flag} not null,
    -- Parts, statistics and economy as they were submitted; empty while somebody writes.
    frozen text not null,
    hash text not null,
    unique (agreement_id, kind, first_day, last_day, version)
);

-- One party's part.
create table report_part (
    report_id text not null references report (id),
    party text not null,
    position {int64} not null,
    name text not null,
    side text not null check (side in ('public', 'civil')),
    written_here {flag} not null,
    submitted_on text,
    submitted_by text not null,
    returned text not null,
    primary key (report_id, party)
);

-- What a party wrote in a section, as JSON. The revision tells whether somebody else wrote meanwhile.
create table report_section (
    report_id text not null references report (id),
    party text not null,
    section text not null,
    content text not null,
    revision {int64} not null,
    edited_on text not null,
    edited_by text not null,
    primary key (report_id, party, section)
);

-- A text that came too late: somebody else had saved meanwhile. Kept until a person takes it away.
create table report_aside (
    id text not null primary key,
    report_id text not null references report (id),
    party text not null,
    section text not null,
    content text not null,
    made_on text not null,
    made_by text not null
);
create index report_aside_by_report on report_aside (report_id, party, section);
