"""Who says what as a network of nodes and edges, which the presets for graph programs write.

A claim is a node of its own between the holder and what it is about. A plain edge from subject to object would say that the claim is true.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.base.model import Row
from kb.exchange.presets.preset import Excerpt

NODE_COLUMNS = ("id", "label", "kind", "type", "status", "description", "about_time", "predicate", "latitude", "longitude")
EDGE_COLUMNS = (
    *("id", "source", "target", "relation", "holder", "stance", "certainty", "act", "level", "document", "quote", "status", "claim"),
    *("event", "rationale"),
)
COUNTED = "status NOT IN ('proposed', 'retracted')"
ENTITIES = """
SELECT entity.id, entity.label, entity.kind, coalesce(actor.kind, thing.kind, event.kind, source.kind) AS type, entity.status,
  coalesce(actor.description, thing.description, event.description) AS description, coalesce(event.date, source.published) AS about_time,
  NULL AS predicate, thing.latitude, thing.longitude
FROM entities AS entity LEFT JOIN actors AS actor ON actor.id = entity.id LEFT JOIN things AS thing ON thing.id = entity.id
LEFT JOIN events AS event ON event.id = entity.id LEFT JOIN sources AS source ON source.id = entity.id
WHERE entity.status = 'current' AND {} ORDER BY entity.id"""
CLAIMS = f"""
SELECT claim.id, claim.text AS label, 'claim' AS kind, claim.kind AS type, claim.status, NULL AS description, claim.about_time,
  predicate.label AS predicate, NULL AS latitude, NULL AS longitude
FROM claims AS claim LEFT JOIN predicates AS predicate ON predicate.id = claim.predicate_id
WHERE claim.{COUNTED} AND claim.id IN (SELECT claim_id FROM standing) AND {{}} ORDER BY claim.id"""
HELD = """
SELECT assertion_id AS id, speaker_id AS source, claim_id AS target, 'holds' AS relation, speaker AS holder, stance, certainty, act, level,
  source_id AS document, quote, status, claim
FROM claim_sheet WHERE counted AND {} ORDER BY assertion_id"""
# What a claim is about: (relation, column of claims, table it refers to). The edge says only that the claim speaks of it.
ABOUT = (("subject", "subject_id"), ("object", "object_id"), ("event", "event_id"), ("place", "place_id"))
PART = f"""
SELECT claim.id || '_{{relation}}' AS id, claim.id AS source, claim.{{column}} AS target, '{{relation}}' AS relation, claim.status,
  claim.text AS claim
FROM claims AS claim JOIN entities AS entity ON entity.id = claim.{{column}}
WHERE claim.{COUNTED} AND claim.id IN (SELECT claim_id FROM standing) AND {{within}} ORDER BY claim.id"""
PARTICIPATIONS = f"""
SELECT part.claim_id || '_' || part.event_id || '_' || part.entity_id || '_' || part.role AS id, part.claim_id AS source,
  part.entity_id AS target, part.role AS relation, claim.status, claim.text AS claim, part.event_id AS event
FROM participations AS part JOIN claims AS claim ON claim.id = part.claim_id
WHERE claim.{COUNTED} AND claim.id IN (SELECT claim_id FROM standing) AND {{}}
ORDER BY part.claim_id, part.event_id, part.entity_id, part.role"""
RELATIONS = f"""
SELECT id, from_claim_id AS source, to_claim_id AS target, relation, status, rationale
FROM relations WHERE {COUNTED} AND from_claim_id IN (SELECT claim_id FROM standing) AND to_claim_id IN (SELECT claim_id FROM standing)
AND {{}} ORDER BY id"""


def nodes(excerpt: Excerpt) -> Iterator[Row]:
    """Every entity and claim, with the columns NODE_COLUMNS, counted in the loss report."""
    for sql, table, column in ((ENTITIES, "entities", "entity.id"), (CLAIMS, "claims", "claim.id")):
        for row in excerpt.rows(sql.format(excerpt.within(table, column))):
            excerpt.loss.keep("nodes")
            yield row


def edges(excerpt: Excerpt) -> Iterator[Row]:
    """Every edge, with those of the columns EDGE_COLUMNS that it has a value for, and the report of what a network does not hold.

    From holder to claim stands who says it and how; from the claim to what it is about, only the part.
    """
    for sql in statements(excerpt):
        for row in excerpt.rows(sql):
            excerpt.loss.keep("edges")
            yield row
    report(excerpt)


def statements(excerpt: Excerpt) -> Iterator[str]:
    """The queries of all edges, in order."""
    yield HELD.format(excerpt.within("assertions", "assertion_id"))
    for relation, column in ABOUT:
        yield PART.format(relation=relation, column=column, within=excerpt.within("claims", "claim.id"))
    yield PARTICIPATIONS.format(excerpt.within("claims", "part.claim_id"))
    yield RELATIONS.format(excerpt.within("relations", "id"))


def report(excerpt: Excerpt) -> None:
    """Report what has no place in a network of this shape."""
    excerpt.leave_out_uncounted()
    within = excerpt.within("claims", "claim_id")
    excerpt.loss.lose(
        "quantities", "a node holds one value, not a number with bounds", excerpt.count(f"SELECT count(*) FROM quantities WHERE {within}")
    )
    words = f"SELECT count(*) FROM claims WHERE object_text IS NOT NULL AND {excerpt.within('claims', 'id')}"
    excerpt.loss.lose("objects in words", "an edge needs a node to end in; the words are in the claim's label", excerpt.count(words))
    merged = f"SELECT count(*) FROM entities WHERE status <> 'current' AND {excerpt.within('entities', 'id')}"
    excerpt.loss.lose("entities that were merged or retracted", "what they led to is there", excerpt.count(merged))
    excerpt.leave_out("affiliations", "who belongs to what is not drawn, as its edges would name no holder")
    excerpt.leave_out("event_order", "the order of events is not drawn")
    excerpt.leave_out("distinct_entities", "what is not the same is not drawn")
    chains = f"SELECT count(*) FROM assertions WHERE level > 0 AND {excerpt.within('assertions', 'id')}"
    excerpt.leave_out_rest("it is not drawn", "relations", "participations")
    excerpt.loss.lose("chains of reporting", "an edge holds one holder; its level says how deep, not through whom", excerpt.count(chains))
