-- scope: lobby
create table organisation (
    id text primary key,
    type text not null,
    name text not null,
    folded text not null,
    sort_key {bytes} not null,
    number text unique,
    website text,
    kept_by text,
    synthetic {flag} not null
);
create index organisation_by_sort_key on organisation (sort_key);

create table organisation_link (
    id text primary key,
    organisation text not null references organisation (id),
    type text not null,
    other text not null references organisation (id),
    first_day text not null,
    last_day text
);
create index organisation_link_from on organisation_link (organisation);
create index organisation_link_to on organisation_link (other);

create table room (
    id text primary key,
    short_name text not null unique,
    organisation text not null unique references organisation (id),
    is_public_party {flag} not null,
    opened {int64} not null
);

create table account (
    id text primary key,
    email text not null unique,
    function text not null,
    language text not null,
    password_hash text,
    totp_secret {bytes},
    totp_pending {bytes},
    totp_last_step {int64} not null,
    created {int64} not null,
    synthetic {flag} not null
);

create table recovery_code (
    hash {bytes} primary key,
    account text not null references account (id) on delete cascade
);
create index recovery_code_of_account on recovery_code (account);

create table sign_in_link (
    hash {bytes} primary key,
    account text not null references account (id) on delete cascade,
    ends {int64} not null
);
create index sign_in_link_of_account on sign_in_link (account);

create table sign_in_session (
    hash {bytes} primary key,
    id text not null unique,
    account text not null references account (id) on delete cascade,
    stage text not null,
    means text not null,
    created {int64} not null,
    last_seen {int64} not null,
    ends {int64} not null,
    device text not null,
    wrong_codes {int64} not null
);
create index sign_in_session_of_account on sign_in_session (account);

create table throttle (
    hash {bytes} primary key,
    failures {int64} not null,
    last_failure {int64} not null
);

create table room_grant (
    id text primary key,
    account text not null references account (id) on delete cascade,
    room text references room (id),
    role text not null,
    organisation text references organisation (id),
    function text not null,
    first_day text not null,
    last_day text,
    given_by text not null,
    ended_by text
);
create index room_grant_of_account on room_grant (account);
create index room_grant_of_room on room_grant (room);
