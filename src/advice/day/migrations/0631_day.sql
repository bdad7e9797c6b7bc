-- scope: room
-- The day itself. Transient: it survives a killed server, is emptied when the session closes, and no backup holds it.
-- `secret` opens the ticket page and the live topic to who stands in the library: it is in the QR code there.
create transient table advice_open (
    session text not null primary key,
    secret text not null unique,
    last_number {int64} not null,
    is_full {flag} not null
);
-- A number in the queue. No name, no address; `arrived` dies with the row. `undo` is what the desk's last step changed.
create transient table advice_ticket (
    id text not null primary key,
    session text not null,
    number {int64} not null,
    state text not null check (state in ('waiting', 'called', 'with_adviser', 'on_hold', 'done', 'no_show', 'left')),
    language text not null,
    topics text not null,
    length text not null,
    urgent {flag} not null,
    complex {flag} not null,
    people {int64} not null,
    channel text not null check (channel in ('host', 'phone', 'kiosk', 'booked')),
    owner {bytes} unique,
    desk {int64},
    booked {int64},
    arrived {int64} not null,
    called {int64},
    ended {int64},
    undo text not null,
    revision {int64} not null,
    unique (session, number)
);
-- Who sits where today, and which languages the desk has.
create transient table advice_desk (
    session text not null,
    desk {int64} not null,
    volunteer text not null,
    languages text not null,
    experienced {flag} not null,
    open {flag} not null,
    primary key (session, desk)
);
-- A booked time: a code on paper and no account. It goes when its session has closed; the count stays. The language is
-- there so that somebody who speaks it can come; nothing tells what it is about.
create table advice_booking (
    id text not null primary key,
    session text not null references advice_session (id) on delete cascade,
    starts {int64} not null,
    minutes {int64} not null,
    language text not null,
    code_hash {bytes} not null unique,
    arrived {flag} not null,
    unique (session, starts)
);
-- A person who knows the language has read these phrases: until then they stay Swedish where they promise something.
create table advice_phrase_review (
    language text not null,
    phrase text not null,
    text_hash text not null,
    reviewed_on text not null,
    reviewed_by text not null,
    primary key (language, phrase)
);
