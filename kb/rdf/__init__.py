"""Rows as triples and back, through one R2RML mapping (schema/mapping.ttl).

The mapping is compiled to SQL, exported, asked in SPARQL, checked in SHACL, and read back to rows.
"""
