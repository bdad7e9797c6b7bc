-- scope: room
-- Cases from enquiry to decision, the drafts that the parties write together, and what they say beside them. Every save
-- is a version; versions, events and assessments are never changed.
create table draft_case (
    id text not null primary key,
    number {int64} not null unique,
    enquiry text unique,
    title text not null,
    activity text not null,
    state text not null check (state in ('enquiry', 'assessment', 'drafting', 'decided', 'rejected', 'withdrawn')),
    rejected_in_part {flag} not null,
    officer text not null,
    officer_account text not null,
    opened_on text not null,
    version {int64} not null,
    agreement text references agreement (id)
);
create index draft_case_of_agreement on draft_case (agreement);
create table draft_case_party (
    draft_case text not null references draft_case (id),
    position {int64} not null,
    organisation text not null,
    name text not null,
    primary key (draft_case, position)
);
create table draft_event (
    draft_case text not null references draft_case (id),
    number {int64} not null,
    kind text not null,
    happened_on text not null,
    content text not null,
    part text not null,
    reasons text not null,
    version {int64},
    made_by text not null,
    side text not null check (side in ('public', 'civil')),
    organisation text,
    primary key (draft_case, number)
);
create table draft_version (
    draft_case text not null references draft_case (id),
    number {int64} not null,
    document text not null,
    hash text not null,
    part text not null,
    based_on {int64} not null,
    restored {int64},
    made_at {int64} not null,
    made_by text not null,
    side text not null check (side in ('public', 'civil')),
    primary key (draft_case, number)
);
create table draft_comment (
    id text not null primary key,
    draft_case text not null references draft_case (id),
    part text not null,
    content text not null,
    version {int64} not null,
    answers text references draft_comment (id),
    made_at {int64} not null,
    made_by text not null,
    side text not null check (side in ('public', 'civil')),
    resolved_on text,
    resolved_by text not null
);
create index draft_comment_of_case on draft_comment (draft_case, made_at);
create table draft_assessment (
    draft_case text not null references draft_case (id),
    number {int64} not null,
    version {int64} not null,
    answered text not null,
    made_on text not null,
    made_by text not null,
    primary key (draft_case, number)
);
-- The body's own template; the newest one is used.
create table draft_template (
    number {int64} not null primary key,
    document text not null,
    made_on text not null,
    made_by text not null
);
