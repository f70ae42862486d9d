-- severity: error
-- what: an order of two events that their dates contradict
-- remedy: correct the date that is wrong
-- action: retract id={row}
SELECT order_id AS row, event.id || ' (' || event.date || ') ' || relation || ' ' || other.id || ' (' || other.date || ')' AS detail
FROM standing_order JOIN events AS event ON event.id = event_id JOIN events AS other ON other.id = other_event_id
WHERE (relation <> 'after' AND event.earliest > other.latest) OR (relation <> 'before' AND event.latest < other.earliest);
