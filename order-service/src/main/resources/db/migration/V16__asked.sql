-- The request as it was first made, with its items: what is asked by now may be something else.
alter table cases add column asked jsonb;
