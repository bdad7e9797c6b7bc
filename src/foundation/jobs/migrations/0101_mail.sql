-- scope: both
-- Letters to go out. `content` is the text, encrypted with the key file, and emptied when the letter has left. `state` is
-- queued, sent, shown (no mail server: it stays here to be read) or failed.
create table mail_outbox (
  id text primary key,
  recipient text not null,
  subject text not null,
  content {bytes} not null,
  state text not null,
  created {int64} not null,
  left_at {int64},
  last_error text not null
);
create index mail_outbox_by_created on mail_outbox (created);
