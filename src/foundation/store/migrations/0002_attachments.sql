-- scope: room
-- The bytes of files, kept once however often they are attached, in chunks; `hash` is BLAKE2b-256 in hexadecimal.
create table content (
  hash text primary key,
  size {int64} not null
);
create table content_chunk (
  hash text not null references content (hash),
  number {int64} not null,
  data {bytes} not null,
  primary key (hash, number)
);
create table attachment (
  id text primary key,
  hash text not null references content (hash),
  name text not null,
  type text not null,
  created {int64} not null
);
create index attachment_by_hash on attachment (hash);
