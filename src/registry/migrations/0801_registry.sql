-- scope: room
-- A registry of the room's own, for bodies without one. Until somebody switches it on there is no row in registry_switch.
create table registry_switch (
    id {int64} not null primary key check (id = 1),
    in_use {flag} not null,
    changed_on text not null,
    changed_by text not null
);

-- Series of numbers. `shape` is a NumberTemplate: "SO {year}/{number:4}".
create table registry_series (
    id text not null primary key,
    name text not null,
    shape text not null,
    first_number {int64} not null,
    begun_on text not null,
    closed {flag} not null
);

-- Every number that was given, for ever. `year` is 0 in a series that counts on; a cancelled number says why.
create table registry_case (
    id text not null primary key,
    series text not null references registry_series (id),
    year {int64} not null,
    ordinal {int64} not null,
    number text not null unique,
    about text not null,
    opened_on text not null,
    cancelled_why text not null,
    unique (series, year, ordinal)
);

-- The information management plan: kept for so many whole years after the document's own, or, without years, for ever.
create table registry_rule (
    id text not null primary key,
    what text not null,
    years {int64},
    decided text not null,
    revision {int64} not null
);

-- Disposals, each under a decision.
create table registry_disposal (
    id text not null primary key,
    rule text not null references registry_rule (id),
    decision text not null,
    decided_on text not null,
    carried_out_on text not null,
    carried_out_by text not null,
    documents {int64} not null
);

-- Documents in and out with the four facts of OSL 5:2. A marking is a reminder (OSL 5:5); the line of a document stays
-- when it was disposed of.
create table registry_document (
    id text not null primary key,
    case_id text not null references registry_case (id),
    position {int64} not null,
    direction text not null check (direction in ('in', 'out', 'made')),
    day text not null,
    counterpart text not null,
    about text not null,
    link text not null,
    file text,
    rule text references registry_rule (id),
    provision text,
    marked_on text,
    authority text,
    hides_counterpart {flag} not null,
    hides_about {flag} not null,
    disposal text references registry_disposal (id),
    registered_by text not null,
    revision {int64} not null,
    unique (case_id, position)
);
create index registry_document_by_day on registry_document (day, id);
create index registry_document_by_rule on registry_document (rule, day);

-- The words of a document, folded. What a marking hides is found in the room alone.
create table registry_term (
    term text not null,
    document text not null references registry_document (id) on delete cascade,
    is_public {flag} not null,
    primary key (term, document)
);
create index registry_term_of_document on registry_term (document);
