-- title: Who takes part in an event
-- description: Actors and things with their roles in one event, each with the claim that says so and who makes that claim.
-- param: event (event) | Event | beijing-parade-2025 | The event, by name or id.
SELECT entity.label AS entity, coalesce(vocabulary.label, participation.role) AS role, said.claim, said.speaker, said.stance, said.quote, said.source_id,
  participation.entity_id, said.claim_id
FROM participations AS participation JOIN entities AS entity ON entity.id = +participation.entity_id
JOIN who_says_what AS said ON said.claim_id = participation.claim_id
LEFT JOIN vocabulary ON vocabulary.field = 'participations.role' AND vocabulary.value = participation.role
WHERE participation.event_id = :event
ORDER BY role, entity, said.source_id, said.start_char;
