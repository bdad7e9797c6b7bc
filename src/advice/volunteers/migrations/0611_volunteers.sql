-- scope: room
-- What the association knows of a volunteer beside name and contact, which are the person's in the directory. The row goes
-- with the person on the day that the retention rule says.
create table advice_volunteer (
    id text not null primary key references person (id) on delete cascade,
    stage text not null check (stage in ('applied', 'interviewed', 'training', 'active', 'left', 'declined')),
    stage_on text not null,
    applied_on text not null,
    message text not null,
    interview_note text not null,
    trained_on text,
    started_on text,
    experienced {flag} not null,
    background text not null check (background in ('unsaid', 'established', 'newcomer')),
    most_shifts {int64} not null,
    account text,
    left_on text,
    leave_reason text,
    revision {int64} not null
);
create index advice_volunteer_of_account on advice_volunteer (account);

create table advice_volunteer_language (
    volunteer text not null references advice_volunteer (id) on delete cascade,
    language text not null,
    primary key (volunteer, language)
);

-- A pause: exams, parental leave, a journey. No reason is asked for.
create table advice_break (
    id text not null primary key,
    volunteer text not null references advice_volunteer (id) on delete cascade,
    first_day text not null,
    last_day text
);

-- When a volunteer usually can: a weekday, at one site or at any. None at all means that nothing was said.
create table advice_availability (
    volunteer text not null references advice_volunteer (id) on delete cascade,
    weekday {int64} not null,
    site text not null,
    primary key (volunteer, weekday, site)
);

-- Who came and who went, as counts: it stays when the person's data are gone, and names nobody.
create table advice_move (
    id text not null primary key,
    day text not null,
    what text not null check (what in ('joined', 'left')),
    reason text not null,
    n {int64} not null
);
create index advice_move_by_day on advice_move (day);

create table advice_course (
    id text not null primary key,
    title text not null,
    kind text not null check (kind in ('basics', 'follow_up', 'theme')),
    day text not null,
    starts {int64},
    place text not null,
    seats {int64} not null,
    held {flag} not null,
    revision {int64} not null
);
create index advice_course_by_day on advice_course (day);
-- Own volunteers by name; advisers of other networks and interpreter students on placement as numbers.
create table advice_course_seat (
    course text not null references advice_course (id) on delete cascade,
    volunteer text not null references advice_volunteer (id) on delete cascade,
    attended {flag} not null,
    primary key (course, volunteer)
);
create table advice_course_guest (
    course text not null references advice_course (id) on delete cascade,
    kind text not null check (kind in ('network', 'interpreter_student')),
    of_whom text not null,
    n {int64} not null,
    primary key (course, kind, of_whom)
);
