-- title: What awaits review
-- description: Rows that nobody has checked yet and rows that people dispute: assertions with their claims, mentions, citations and
--   relations.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT 'assertion' AS what, status, claim AS text, quote, source_id, assertion_id AS row_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND status IN ('proposed', 'disputed')
UNION ALL
SELECT 'mention', mention.status, mention.exact || ' = ' || entity.label, mention.exact, sources.id, mention.id
FROM sources JOIN mentions AS mention ON mention.snapshot_id = sources.snapshot_id JOIN entities AS entity ON entity.id = +mention.entity_id
WHERE :source IN ('', sources.id) AND mention.status IN ('proposed', 'disputed')
UNION ALL
SELECT 'citation', citation.status, citation.cited_text, passage.exact, citation.citing_source_id, citation.id
FROM citations AS citation JOIN passages AS passage ON passage.id = +citation.passage_id
WHERE citation.citing_source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND citation.status IN ('proposed', 'disputed')
UNION ALL
SELECT DISTINCT 'relation', relation.status, relation.rationale, NULL, assertion.source_id, relation.id
FROM assertions AS assertion JOIN relations AS relation ON relation.from_claim_id = assertion.claim_id
WHERE assertion.source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND relation.status IN ('proposed', 'disputed')
ORDER BY source_id, what, text, row_id;
