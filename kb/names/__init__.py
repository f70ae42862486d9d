"""Who and what there is: actors, things, events and predicates, looked up by id or name, and recorded."""
