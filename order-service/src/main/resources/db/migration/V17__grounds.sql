-- What the request that the engine has answered says, as the engine told it: the first, or a change of it.
alter table cases add column grounds jsonb;
