-- title: What a source cites
-- description: The works a source cites, and the works in which the speakers it reports said something.
-- param: source (source) | Source | epoch-times-2021 | The source, by title or id.
SELECT 'cites' AS how, citation.cited_text AS called, work.title AS work, passage.exact AS quote, NULL AS speaker, citation.cited_id AS work_id
FROM citations AS citation JOIN passages AS passage ON passage.id = +citation.passage_id LEFT JOIN sources AS work ON work.id = citation.cited_id
WHERE citation.citing_source_id = :source AND citation.status NOT IN ('proposed', 'retracted')
UNION ALL
SELECT 'reports', NULL, work.title, passage.exact, speaker.name, standing.work_id
FROM standing JOIN sources AS work ON work.id = +standing.work_id JOIN passages AS passage ON passage.id = +standing.passage_id
JOIN actors AS speaker ON speaker.id = +standing.speaker_id
WHERE standing.source_id = :source AND standing.work_id <> :source
ORDER BY how, work;
