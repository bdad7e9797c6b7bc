-- scope: room
-- Who is to do what the next date asks for, by name; the rows are computed anew at the next look.
alter table overview_row add column next_owner text not null default '';
update overview_row set stamp = '';
