-- scope: room
-- What this room has handed over. `after_id` names the envelope before it of the same kind to the same room: the receiver
-- takes none before that one, so the order is kept.
create table envelope_out (
  id text primary key,
  number {int64} not null,
  to_room text not null,
  kind text not null,
  payload text not null,
  sent {int64} not null,
  after_id text,
  signer {bytes} not null,
  signature {bytes} not null,
  delivered {int64},
  last_error text not null,
  unique (number)
);
create index envelope_out_by_chain on envelope_out (to_room, kind, number);
-- What other rooms have handed over to this one.
create table envelope_in (
  id text primary key,
  from_room text not null,
  kind text not null,
  payload text not null,
  sent {int64} not null,
  after_id text,
  signer {bytes} not null,
  signature {bytes} not null,
  received {int64} not null
);
create index envelope_in_by_received on envelope_in (received);
