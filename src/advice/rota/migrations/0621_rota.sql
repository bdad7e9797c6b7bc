-- scope: room
-- Who stands at which session. `offered`: the volunteer still has it and asks somebody to take over.
create table advice_shift (
    session text not null references advice_session (id) on delete cascade,
    volunteer text not null references advice_volunteer (id) on delete cascade,
    state text not null check (state in ('taken', 'offered')),
    source text not null check (source in ('self', 'coordinator', 'solver')),
    primary key (session, volunteer)
);
create index advice_shift_of_volunteer on advice_shift (volunteer);

-- What the solver suggests for a period, until a person takes it over or throws it away.
create table advice_rota_draft (
    id text not null primary key,
    first_day text not null,
    last_day text not null,
    answer text not null,
    made_at {int64} not null,
    made_by text not null
);

-- Which reminder has gone, so that each goes once.
create table advice_reminder (
    uid text not null primary key,
    sent_on text not null
);
