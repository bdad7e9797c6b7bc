-- scope: lobby
-- A token by which a program acts for an account in one room, with less than the account itself may. Only the hash of
-- the secret is kept; the row goes when it is revoked, or its owner has no grant in the room any more.
create table api_token (
    id text primary key,
    hash {bytes} not null unique,
    account text not null references account (id) on delete cascade,
    room text not null references room (id),
    label text not null,
    scopes text not null,
    made_on text not null,
    last_day text not null,
    used_on text
);
create index api_token_of_room on api_token (room, account);
