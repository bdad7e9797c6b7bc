-- scope: room
-- Steering groups: functions, who holds them when, meetings, what was said, and what somebody took upon themselves.
create table steering_group (
    id text not null primary key,
    name text not null,
    content text not null,
    revision {int64} not null
);
create table steering_group_agreement (
    steering_group text not null references steering_group (id),
    agreement text not null references agreement (id),
    primary key (steering_group, agreement)
);

create table steering_seat (
    id text not null primary key,
    steering_group text not null references steering_group (id),
    function_name text not null,
    organisation text not null,
    convener {flag} not null,
    co_opted {flag} not null,
    email text not null,
    first_day text not null,
    last_day text
);
create index steering_seat_of_group on steering_seat (steering_group, first_day);

-- Who holds a function: a person of the room. The row goes with the person.
create table steering_holding (
    id text not null primary key,
    seat text not null references steering_seat (id),
    person text not null references person (id) on delete cascade,
    first_day text not null,
    last_day text
);
create index steering_holding_of_seat on steering_holding (seat, first_day);
create index steering_holding_of_person on steering_holding (person);

-- `sequence` is that of the calendar invitation: it grows with every change after the call.
create table steering_meeting (
    id text not null primary key,
    steering_group text not null references steering_group (id),
    day text not null,
    starts {int64} not null,
    ends {int64} not null,
    place text not null,
    state text not null check (state in ('planned', 'called', 'held', 'settled', 'cancelled')),
    sequence {int64} not null,
    others text not null,
    settled_on text,
    revision {int64} not null
);
create index steering_meeting_by_day on steering_meeting (day);
create table steering_meeting_agreement (
    meeting text not null references steering_meeting (id),
    agreement text not null references agreement (id),
    primary key (meeting, agreement)
);
create index steering_meeting_of_agreement on steering_meeting_agreement (agreement);
create table steering_present (
    meeting text not null references steering_meeting (id),
    seat text not null references steering_seat (id),
    primary key (meeting, seat)
);

-- An item of the agenda with its notes. `source` is what it was drawn from; one that was taken off is kept, so that it is
-- not drawn again.
create table steering_item (
    id text not null primary key,
    meeting text not null references steering_meeting (id),
    position {int64} not null,
    agreement text references agreement (id),
    source text not null,
    title text not null,
    content text not null,
    link text not null,
    notes text not null,
    consensus text not null check (consensus in ('none', 'consensus', 'disagreement')),
    dissent text not null,
    removed {flag} not null,
    revision {int64} not null,
    unique (meeting, source)
);

-- After the notes are settled they change no more; what is added stands beside them.
create table steering_addendum (
    meeting text not null references steering_meeting (id),
    number {int64} not null,
    content text not null,
    added_on text not null,
    added_by text not null,
    primary key (meeting, number)
);

create table steering_action (
    id text not null primary key,
    agreement text not null references agreement (id),
    meeting text not null references steering_meeting (id),
    item text references steering_item (id),
    what text not null,
    owner text not null,
    organisation text not null,
    due text not null,
    closed_on text,
    dropped {flag} not null,
    outcome text not null,
    revision {int64} not null
);
create index steering_action_of_agreement on steering_action (agreement, closed_on, due);

create table steering_proposal (
    id text not null primary key,
    agreement text not null references agreement (id),
    key text not null,
    message text not null,
    arguments text not null,
    content text not null,
    link text not null,
    proposed_by text not null,
    meeting text references steering_meeting (id),
    unique (agreement, key)
);
