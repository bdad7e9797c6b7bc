-- scope: room
-- Whom the solver, or the coordinator after it, suggests for which session. What people have taken stands in advice_shift.
create table advice_rota_draft_shift (
    draft text not null references advice_rota_draft (id) on delete cascade,
    session text not null references advice_session (id) on delete cascade,
    volunteer text not null references advice_volunteer (id) on delete cascade,
    source text not null check (source in ('coordinator', 'solver')),
    primary key (draft, session, volunteer)
);
create index advice_rota_draft_shift_of_session on advice_rota_draft_shift (session);
create index advice_rota_draft_shift_of_volunteer on advice_rota_draft_shift (volunteer);
