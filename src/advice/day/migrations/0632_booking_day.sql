-- scope: room
-- The day that the visitor was told. When the session moves to another, the time holds no longer, and the page of its
-- code says so.
alter table advice_booking add column day text not null default '';
update advice_booking set day = (select s.day from advice_session s where s.id = advice_booking.session);
