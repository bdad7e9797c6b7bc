-- scope: room
-- A search of several words reads the rarest one's entries and asks each for the others. `signature` holds the beginnings of
-- all words of the entry in 64 bits beside each of them, so that most entries that lack a word are passed over without being
-- asked. All bits, as here for what is there already, passes nothing over; an entry gets its own when it is written anew.
create table search_term_signed (
  reader {int64} not null,
  term text not null,
  entry {int64} not null references search_entry (id) on delete cascade,
  signature {int64} not null,
  primary key (reader, term, entry, signature)
);
insert into search_term_signed (reader, term, entry, signature) select reader, term, entry, -1 from search_term;
drop table search_term;
alter table search_term_signed rename to search_term;
create index search_term_of_entry on search_term (entry, term);
