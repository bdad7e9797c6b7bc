-- scope: room
-- Who has had the letter about the second self-assessment: each gets it once. It goes with the participant.
create table friends_asked_again (
    participant text not null primary key references friends_participant (id) on delete cascade,
    asked_on text not null
);
