-- scope: lobby
-- A calendar that an account subscribes to, by a secret address. Only the hash of the secret is kept; the row goes when
-- its owner revokes it, or has no grant in the room any more.
create table feed (
    id text primary key,
    hash {bytes} not null unique,
    account text not null references account (id) on delete cascade,
    room text not null references room (id),
    kind text not null,
    made_on text not null,
    read_on text
);
create index feed_of_account on feed (account, room);
