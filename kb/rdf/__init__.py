"""Rows as triples and back: one R2RML mapping (schema/mapping.ttl), compiled to SQL, exported, queried, checked and loaded."""
