-- scope: room
-- When a standing rule was chosen (unknown for those chosen before this migration), and since when it rests because nobody
-- who may hand figures over is left in the room.
alter table standing_delivery add column chosen_on text;
alter table standing_delivery add column paused_on text;
