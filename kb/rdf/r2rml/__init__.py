"""The W3C R2RML engine: a mapping document read, compiled to SQL, and run backwards."""
