"""The commands by group, in the order of the help.

A command's module is imported when it runs or explains itself, so that starting up stays fast.
"""

from __future__ import annotations

# group: {command: (module of kb.cli, function)}
GROUPS = {
    "Read": {
        "query": ("ask", "query"),
        "list": ("ask", "list_"),
        "search": ("ask", "search"),
        "show": ("ask", "show"),
        "trace": ("ask", "trace"),
        "coverage": ("ask", "coverage"),
        "sparql": ("ask", "sparql"),
        "serve": ("maintain", "serve"),
        "mcp": ("model", "mcp"),
    },
    "Add": {
        "source": ("create", "source"),
        "add": ("add", "add"),
        "new": ("create", "new"),
        "import": ("importing", "import_"),
    },
    "Link": {
        "relate": ("link", "relate"),
        "affiliate": ("link", "affiliate"),
        "order": ("link", "order"),
        "distinct": ("link", "distinct"),
        "take-part": ("link", "take_part"),
        "quantify": ("link", "quantify"),
        "mention": ("link", "mention"),
        "cite": ("link", "cite"),
        "no-claim": ("link", "no_claim"),
        "name": ("link", "name"),
        "identify": ("link", "identify"),
        "work": ("link", "work"),
        "author": ("link", "author"),
    },
    "Change": {
        "correct": ("change", "correct"),
        "retract": ("change", "retract"),
        "merge": ("change", "merge"),
        "undo": ("change", "undo"),
        "purge": ("purging", "purge"),
    },
    "Review": {
        "propose": ("review", "propose"),
        "review": ("review", "review"),
    },
    "Exchange": {
        "export": ("exchange", "export"),
        "publish": ("publish", "publish"),
        "dump": ("dumping", "dump"),
        "load": ("dumping", "load"),
        "corpus": ("corpus", "corpus"),
        "conflicts": ("conflicts", "conflicts"),
        "cite-check": ("cite_check", "cite_check"),
    },
    "Maintain": {
        "init": ("create", "init"),
        "check": ("maintain", "check"),
        "backup": ("copies", "backup"),
        "attest": ("copies", "attest"),
        "upgrade": ("maintain", "upgrade"),
        "base-iri": ("copies", "base_iri"),
    },
}
COMMANDS = {name: place for commands in GROUPS.values() for name, place in commands.items()}

START = """\
A knowledge base of who claims what, in which source, in exactly which words.

Five commands to begin with:

  kb query          list the questions that the base can answer; kb query NAME answers one
  kb search WORDS   find claims, quotes, names and texts
  kb trace ID       follow a claim back to the exact words in its source
  kb add            add a fact: its source, its exact words and what they claim
  kb propose FILE   read an article and propose its claims, for kb review

All commands: kb --help      One command: kb COMMAND --help"""
