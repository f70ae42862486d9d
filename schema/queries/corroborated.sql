-- title: Claims with more than one source or speaker
-- description: Claims that several sources mention, or that several named speakers affirm or deny, and what those sources have in common.
--   Unnamed speakers never count; sources that go back to the same work are one origin.
-- param: source (source) | Source | | One of the sources, by title or id; leave empty for all.
SELECT claim, sources, origins, innermost_speakers, affirming_sources, affirming_speakers, denying_sources, denying_speakers, shared_origins, claim_id
FROM corroboration
WHERE claim_id IN (SELECT claim_id FROM standing WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)))
  AND (sources > 1 OR affirming_speakers > 1 OR denying_speakers > 1)
ORDER BY sources DESC, innermost_speakers DESC, claim;
