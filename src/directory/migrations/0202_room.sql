-- scope: room
create table person (
    id text primary key,
    name text not null,
    folded text not null,
    sort_key {bytes} not null,
    email text,
    phone text,
    is_protected {flag} not null,
    synthetic {flag} not null,
    entered_on text not null
);
create index person_by_sort_key on person (sort_key);

create table person_function (
    id text primary key,
    person text not null references person (id) on delete cascade,
    function text not null,
    first_day text not null,
    last_day text
);
create index person_function_of_person on person_function (person);

create table place (
    id text primary key,
    name text not null,
    folded text not null,
    sort_key {bytes} not null,
    address text,
    closed_on text
);

create table room_activity (
    id text primary key,
    name text not null,
    folded text not null,
    sort_key {bytes} not null,
    first_day text not null,
    last_day text
);

create table body (
    id text primary key,
    name text not null,
    folded text not null,
    sort_key {bytes} not null,
    type text not null,
    first_day text not null,
    last_day text
);
