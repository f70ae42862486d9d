"""Every kind of page there is, with an address of it in the shipped base, and words that its main part shows."""

from __future__ import annotations

CLAIM = "clm-china-russia-formal-alliance"
SPARQL = "SELECT+%3Fclaim+%3Ftext+WHERE+%7B+%3Fclaim+sdo%3Atext+%3Ftext+%7D+LIMIT+5"

# Ours, open to everybody: {name: (path, words in the main part)}.
OURS: dict[str, tuple[str, str]] = {
    "home": ("/", "Who says what, and in which words"),
    "source": ("/source/epoch-times-2021", "Not Really Allies"),
    "source-cited": ("/source/pentagon-report-on-china", "The base holds no text of this work"),
    "claim": (f"/claim/{CLAIM}", "Who denies it"),
    "claim-number": ("/claim/clm-china-spent-252-billion-2020", "$252 billion"),
    "actor": ("/actor/china", "What is said about it"),
    "thing": ("/thing/china-russia-relationship", "What is said about it"),
    "event": ("/event/beijing-parade-2025", "Who and what takes part"),
    "timeline": ("/timeline", "In order of time"),
    "compare": ("/compare", "Claim by claim"),
    "disagreements": ("/disagreements", "holds a rival claim"),
    "search": ("/search?q=alliance", "In the full texts"),
    "search-empty": ("/search", "Searches claims and their quotes"),
    "search-nothing": ("/search?q=zeppelin", "No claim"),
    "questions": ("/questions", "Agreement and disagreement"),
    "question": (f"/questions/who-says?claim={CLAIM}", "SQL"),
    "question-bars": ("/questions/what-happened-when", "SQL"),
    "statistics": ("/statistics", "Who speaks most"),
    "sparql": ("/sparql", "Examples"),
    "sparql-answer": (f"/sparql?query={SPARQL}", "5\N{NO-BREAK SPACE}rows"),
    "dumps": ("/dump", "The whole base as triples"),
    "missing": ("/claim/clm-no-such-claim", "There is no claim"),
    "sign-in": ("/sign-in", "Reading needs no account"),
    "changes": ("/changes", "Recent changes"),
    "about": ("/about", "How to read this"),
    "card": (f"/claim/{CLAIM}/embed", "formal military alliance"),
    "source-marked": ("/source/epoch-times-2021?stance=denies", "marked in colour"),
    "timeline-wrong": ("/timeline?from=yesterday", "is no day"),
    "sparql-wrong": ("/sparql?query=SELECT+*+%7B", "is opened and not closed"),
    "question-wrong": ("/questions/claims-by?actor=nobody-of-that-name", "nobody-of-that-name"),
    "questions-missing": ("/questions/no-such-question", "no question"),
    "source-filtered-out": ("/search?q=alliance&stance=nonsense", "No claim"),
    "actor-filtered": ("/actor/china?stance=denies", "Filtered:"),
}
# Datasette’s own.
DATASETTE: dict[str, tuple[str, str]] = {
    "index": ("/-/", "kb"),
    "database": ("/kb", "claim_sheet"),
    "table": ("/kb/claims?_size=5", "rows"),
    "table-filtered": ("/kb/claims?kind=prediction&_facet=status&_size=5", "Advanced export"),
    "view": ("/kb/claim_sheet?_size=5", "rows"),
    "row": (f"/kb/claims/{CLAIM}", "with its words and who says it"),
    "query": ("/kb/-/query?sql=select+claim%2C+speaker+from+claim_sheet+limit+5", "5 rows"),
    "query-nothing": ("/kb/-/query", "FROM claim_sheet"),
    "query-wrong": ("/kb/-/query?sql=select+speker+from+claim_sheet", "is no name here"),
    "stored-query": (f"/kb/who-says?claim={CLAIM}", "rows"),
    "stored-query-empty": ("/kb/who-says?claim=clm-none", "0 results"),
    "queries": ("/kb/-/queries", "Beliefs without a named holder"),
    "schema": ("/kb/citations/-/schema", "CREATE TABLE"),
    "missing-table": ("/kb/no_such_table", "404"),
}
# Only for who may add.
WRITING: dict[str, tuple[str, str]] = {
    "add": ("/add?source=asia-times-2025&quote=fearsome+Chinese+hardware", "What they claim"),
    "change": (f"/change/{CLAIM}", "Retract"),
    "merge": ("/merge/vladimir-putin", "Which other one means the same?"),
    "merge-compared": ("/merge/vladimir-putin?into=xi-jinping", "What moves to"),
    "add-here": ("/source/asia-times-2025", "type them"),
    "record": (f"/record/relation?from={CLAIM}", "Claims like the first one"),
    "record-event": ("/record/event", "What sort it is"),
    "record-distinct": ("/record/distinct?entity=china", "What tells them apart"),
    "record-quantity": (f"/record/quantity?claim_id={CLAIM}", "What is measured"),
    "add-refused": ("/add?source=asia-times-2025&quote=fearsome+Chinese+hardwear", "Did you mean"),
    "change-actor": ("/change/xi-jinping", "History"),
    "change-missing": ("/change/no-such-row", "no-such-row"),
    "merge-claims": (f"/merge/{CLAIM}", "Which other one means the same?"),
    "import": ("/import", "Import"),
    "propose": ("/propose", "article"),
    "review-nothing": ("/review", "No proposal is waiting"),
    "conflicts": ("/conflicts", "onflict"),
}
# Datasette’s pages for whoever keeps the site; looked at only where all is asked for (KB_BROWSER=required).
KEEPING: dict[str, tuple[str, str]] = {
    "logout": ("/-/logout", "You are logged in as"),
    "permissions": ("/-/permissions", "Permission activity"),
    "permission-rules": ("/-/rules", "Permission Rules"),
    "permission-check": ("/-/check", "Explain a permission decision"),
    "allowed": ("/-/allowed", "Allowed Resources"),
    "allow-debug": ("/-/allow-debug", "Allow block"),
    "messages": ("/-/messages", "Debug messages"),
    "token": ("/-/create-token", "Create an API token"),
    "api": ("/-/api", "API Explorer"),
    "write-sql": ("/kb/-/execute-write", "Write to this database"),
    "write-query": ("/kb/-/queries/store", "Create query"),
}
READABLE = {**OURS, **DATASETTE}
