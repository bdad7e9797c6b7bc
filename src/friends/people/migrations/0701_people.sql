-- scope: room
-- A friend programme: what it asks, whom it takes, what it promises. Codes of questions are words with spaces between.
create table friends_programme (
    id text not null primary key,
    name text not null,
    values_sv text not null,
    values_en text not null,
    interests text not null,
    statements text not null,
    least_swedish {int64} not null,
    shared_time {flag} not null,
    shared_language {flag} not null,
    same_party {flag} not null,
    hours_a_month {int64} not null,
    months {int64} not null,
    trial_days {int64} not null,
    talk_days {int64} not null,
    answer_days {int64} not null,
    opened_on text not null,
    closed_on text,
    revision {int64} not null
);
-- The municipalities that it takes people from; the first is where newcomers live.
create table friends_programme_place (
    programme text not null references friends_programme (id) on delete cascade,
    position {int64} not null,
    code text not null,
    name text not null,
    primary key (programme, position)
);
create table friends_channel (
    id text not null primary key,
    programme text not null references friends_programme (id) on delete cascade,
    code text not null,
    name text not null,
    closed_on text,
    unique (programme, code)
);
-- How many enrolled by a flyer, month by month: nothing ties a person to one. An empty channel: without a flyer.
create table friends_channel_count (
    programme text not null references friends_programme (id) on delete cascade,
    channel text not null,
    month text not null,
    n {int64} not null,
    primary key (programme, channel, month)
);
-- Who enrolled and who left, as counts: they stay when the person's data are gone, and name nobody.
create table friends_move (
    id text not null primary key,
    programme text not null,
    day text not null,
    what text not null check (what in ('enrolled', 'left', 'withdrawn')),
    side text not null check (side in ('newcomer', 'established')),
    reason text not null,
    adults {int64} not null,
    n {int64} not null
);
create index friends_move_by_day on friends_move (day);

-- What a party answered. Name and contact are the person's in the directory, under the same id.
create table friends_participant (
    id text not null primary key references person (id) on delete cascade,
    programme text not null references friends_programme (id),
    stage text not null check (stage in ('sent', 'ready', 'proposed', 'paired', 'paused', 'left')),
    stage_on text not null,
    enrolled_on text not null,
    waiting_since text not null,
    side text not null check (side in ('newcomer', 'established')),
    party_kind text not null check (party_kind in ('person', 'couple', 'family')),
    adults {int64} not null,
    municipality text not null,
    swedish_level {int64} not null,
    age_band {int64} not null,
    gender text not null check (gender in ('unsaid', 'woman', 'man', 'other')),
    languages text not null,
    interests text not null,
    situations text not null,
    times text not null,
    statements text not null,
    wishes text not null,
    language text not null,
    talked_on text,
    note text not null,
    values_agreed_on text not null,
    consent_on text not null,
    left_on text,
    leave_reason text,
    revision {int64} not null
);
create index friends_participant_by_stage on friends_participant (programme, stage, waiting_since);

-- A form that is not sent yet, as typed. It goes when it is sent, or so many days after it was last saved.
create table friends_draft (
    id text not null primary key,
    programme text not null references friends_programme (id) on delete cascade,
    channel text not null,
    fields text not null,
    language text not null,
    saved_on text not null,
    revision {int64} not null
);
-- The secret addresses of drafts and participants, as hashes: who has one needs no account.
create table friends_link (
    hash {bytes} not null primary key,
    owner text not null,
    made_on text not null
);
create index friends_link_of_owner on friends_link (owner);

-- A person who knows the language has read these phrases: until then promises stay Swedish and English.
create table friends_phrase_review (
    language text not null,
    phrase text not null,
    text_hash text not null,
    reviewed_on text not null,
    reviewed_by text not null,
    primary key (language, phrase)
);
