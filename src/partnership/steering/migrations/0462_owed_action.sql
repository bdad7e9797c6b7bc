-- scope: room
-- What a party took upon itself in the steering group, in the party's own room: it comes from the agreement's home.
create table steering_owed_action (
    id text not null primary key,
    agreement text not null references agreement (id),
    what text not null,
    owner text not null,
    due text not null,
    closed_on text
);
create index steering_owed_action_of_agreement on steering_owed_action (agreement, due);
