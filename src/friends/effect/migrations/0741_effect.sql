-- scope: room
-- The questions of a programme to one side, by version. The first version is the house's own and stands in no table.
create table friends_question (
    programme text not null,
    side text not null check (side in ('newcomer', 'established')),
    version {int64} not null,
    position {int64} not null,
    code text not null,
    area text not null check (area in ('relations', 'exchange', 'belonging', 'swedish', 'labour')),
    text_sv text not null,
    text_en text not null,
    decided_on text not null,
    primary key (programme, side, version, position)
);

-- What a participant answered, at the start (1) and after the months of the programme (2), each once. Whoever withdraws
-- takes the answers along. When somebody's time of keeping is over the two forms of that person get a random name, the
-- same for both, which is nobody's; had_pair keeps whether there was a pair to be asked about.
create table friends_assessment (
    id text not null primary key,
    programme text not null,
    side text not null check (side in ('newcomer', 'established')),
    version {int64} not null,
    participant text not null,
    had_pair {flag} not null,
    occasion {int64} not null check (occasion in (1, 2)),
    day text not null,
    unique (participant, occasion)
);
create index friends_assessment_by_day on friends_assessment (day);

create table friends_answer (
    assessment text not null references friends_assessment (id) on delete cascade,
    question text not null,
    answer {int64} not null check (answer between 1 and 5),
    primary key (assessment, question)
);
