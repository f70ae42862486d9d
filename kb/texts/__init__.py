"""Pure functions of a text: bytes to characters, sentences, and where a quote stands."""
