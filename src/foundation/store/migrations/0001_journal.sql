-- scope: both
-- The journal: one line for each durable change, chained by a keyed hash (journal.hpp).
create table journal (
  seq {int64} primary key,
  at {int64} not null,
  actor text not null,
  actor_label text not null,
  what text not null,
  subject text not null,
  detail text not null,
  previous {bytes} not null,
  hash {bytes} not null
);
create index journal_by_subject on journal (subject, seq);
-- What anonymous kinds did in one activity session on one day, until it is sealed into the journal.
create table journal_anonymous (
  what text not null,
  subject text not null,
  day text not null,
  counts text not null,
  row_hashes {bytes} not null,
  hash {bytes} not null,
  primary key (what, subject, day)
);
-- What the store itself keeps: the journal key (encrypted with the key file), and a check of the key file in the lobby.
create table store_setting (
  name text primary key,
  value {bytes} not null
);
