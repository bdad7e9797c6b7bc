-- scope: both
-- An invitation that goes with a letter, encrypted as its text is; emptied when the letter has left.
alter table mail_outbox add column calendar {bytes};
