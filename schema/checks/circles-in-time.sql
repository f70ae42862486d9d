-- severity: error
-- what: an event that would come before itself, or lie within itself
-- action: retract id={order_id}
SELECT event_id AS row, 'through ' || (SELECT group_concat(id, ', ') FROM event_order WHERE event_id = circles_in_time.event_id OR other_event_id = circles_in_time.event_id) AS detail,
  (SELECT max(id) FROM event_order WHERE event_id = circles_in_time.event_id OR other_event_id = circles_in_time.event_id) AS order_id
FROM circles_in_time WHERE event_id IN (SELECT event_id FROM event_order UNION SELECT other_event_id FROM event_order);
