-- scope: room
-- The officer's reports to a committee. `due` is the day that an account was promised for, empty for a proposal. The text
-- of a section has its own revision, so that two who write in different sections do not wait for each other.
create table papers_memo (
    id text not null primary key,
    agreement text not null references agreement (id),
    kind text not null check (kind in ('account', 'proposal')),
    due text,
    title text not null,
    sender text not null,
    department text not null,
    committee text not null,
    signed_by text not null,
    state text not null check (state in ('draft', 'ready', 'sent')),
    number text not null,
    dated text not null,
    sent_on text,
    made_on text not null,
    made_by text not null,
    revision {int64} not null
);
create index papers_memo_of_agreement on papers_memo (agreement);

create table papers_section (
    memo text not null references papers_memo (id) on delete cascade,
    code text not null,
    content text not null,
    revision {int64} not null,
    changed_on text not null,
    changed_by text not null,
    primary key (memo, code)
);

-- What a report was when it was ready and when it was sent: JSON, and its hash.
create table papers_version (
    memo text not null references papers_memo (id) on delete cascade,
    number {int64} not null,
    state text not null,
    content text not null,
    hash text not null,
    made_on text not null,
    made_by text not null,
    primary key (memo, number)
);

-- The original of a version of an agreement, the same bytes for every party. In a party's own room it came by envelope.
create table papers_original (
    agreement text not null references agreement (id),
    version {int64} not null,
    content_hash text not null,
    file text not null,
    file_hash text not null,
    made_on text not null,
    made_by text not null,
    primary key (agreement, version)
);

-- Signatures as they stand on paper, one for each line to sign on. The name and the scan stay in the room where they were
-- recorded.
create table papers_signature (
    agreement text not null references agreement (id),
    version {int64} not null,
    position {int64} not null,
    organisation text not null,
    function text not null,
    name text not null,
    place text not null,
    signed_on text,
    stated text not null,
    scan text,
    recorded_on text not null,
    recorded_by text not null,
    primary key (agreement, version, position)
);
