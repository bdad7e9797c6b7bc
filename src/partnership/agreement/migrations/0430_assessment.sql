-- scope: room
-- In which order the assessments of an agreement were archived, and which version of it each one assessed: an old outcome
-- stays judged by the criteria and the period of its day. `position` is 0 for an assessment that came with no file.
alter table assessment add column number {int64} not null default 1;
alter table assessment add column agreement_version {int64} not null default 1;
