-- scope: lobby
create table installation_fact (
    name text primary key,
    value text not null
);
