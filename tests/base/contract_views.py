"""The views that other programs may rely on by name, in the order in which a reader meets them."""

VIEWS = (
    "claim_sheet",
    "entity_claims",
    "reach",
    "timeline",
    "who_says_what",
    "source_matrix",
    "comparisons",
    "disagreements",
    "agreements",
    "corroboration",
    "coverage",
    "entity_counts",
    "actor_sheet",
)
