-- scope: room
-- What a person decided about two who might meet: they are locked together or kept apart, also by a no of their own.
-- `until` is the last day on which it holds; nothing: until it is taken back.
create table friends_match_mark (
    newcomer text not null references friends_participant (id) on delete cascade,
    established text not null references friends_participant (id) on delete cascade,
    mark text not null check (mark in ('locked', 'forbidden', 'declined', 'expired')),
    made_on text not null,
    until text,
    primary key (newcomer, established)
);
-- A proposal that was sent to two. A participant who is erased leaves an empty id, and nothing else of theirs.
create table friends_proposal (
    id text not null primary key,
    programme text not null references friends_programme (id),
    newcomer text not null,
    established text not null,
    state text not null check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
    sent_on text not null,
    expires_on text not null,
    newcomer_answer text not null check (newcomer_answer in ('', 'yes', 'no')),
    established_answer text not null check (established_answer in ('', 'yes', 'no')),
    reason text not null,
    closed_on text,
    revision {int64} not null
);
create index friends_proposal_by_state on friends_proposal (state, expires_on);
