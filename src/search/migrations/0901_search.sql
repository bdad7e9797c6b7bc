-- scope: room
-- What can be found in the room. It is made of the room's records and can be made anew at any time (`samrum search
-- rebuild`). An entry is a page; names of people, advice and participants never come in.
create table search_entry (
  id {int64} primary key,
  kind text not null,
  link text not null,
  title text not null,
  title_terms text not null,
  body text not null,
  day text,
  mark text not null,
  unique (kind, link)
);
-- Who finds an entry: holders of a permission, for anybody or for one organisation.
create table search_reader (
  id {int64} primary key,
  label text not null unique
);
-- The words of the entries, folded, for each of their readers: a reader's words that begin so are a range of the key.
create table search_term (
  reader {int64} not null,
  term text not null,
  entry {int64} not null references search_entry (id) on delete cascade,
  primary key (reader, term, entry)
);
create index search_term_of_entry on search_term (entry, term);
-- How far the index has followed the journal, and which run writes it now.
create table search_state (
  name text primary key,
  value text not null
);
