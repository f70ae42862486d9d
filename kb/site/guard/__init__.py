"""Who may do and see what: permissions, the public edition, host names, response headers, and limits of each connection."""
