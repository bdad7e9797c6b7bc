-- scope: both
-- Work to be done in the background, one row a job until it is done. `state` is waiting or failed; a job that runs is a
-- waiting one whose lease has not run out.
create table job (
  id text primary key,
  name text not null,
  arguments text not null,
  state text not null,
  created {int64} not null,
  not_before {int64} not null,
  attempts {int64} not null,
  lease_owner text,
  lease_until {int64} not null,
  last_error text not null,
  progress_done {int64} not null,
  progress_of {int64} not null
);
create index job_by_due on job (state, not_before);
-- The last turn of each schedule that was put into the table above: a day or a number of intervals since 1970.
create table schedule_turn (
  job text primary key,
  turn {int64} not null
);
