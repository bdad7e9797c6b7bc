-- scope: room
-- A voucher has its number within the series of the body that pays; `number` is the order in which the room booked it.
-- `history_on` is the day on which money left before anybody authorised it here: such a row belongs to earlier books and
-- gets no voucher.
alter table money_payment add column series text not null default '';
alter table money_payment add column voucher {int64};
alter table money_payment add column history_on text;
update money_payment
set voucher = number,
    series = coalesce((select p.series from money_payer p where p.payer = money_payment.payer), 'P')
where number is not null;
create unique index money_payment_voucher on money_payment (series, voucher);
