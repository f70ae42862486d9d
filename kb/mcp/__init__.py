"""A base for language models, by the Model Context Protocol: what it says with its quotes and holders, and proposals as the only way in."""
