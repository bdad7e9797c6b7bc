-- scope: room
-- What happened since the agreement was signed says how it ends (agreement_event): from when its end is settled, and its
-- last day where that is not the agreement's own.
alter table agreement add column ending_from text;
alter table agreement add column closed_on text;
alter table agreement add column closed_how text not null default '' check (closed_how in ('', 'notice', 'breach'));
