"""The SPARQL engines of a site, a few worker processes for each base behind one queue."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.errors import DataError, UsageError
from kb.rdf import sparql
from kb.rdf.sparql import Answer, Question
from kb.site.errors import FaultError, RefusedError, TooSlowError
from kb.site.linked_data import documents
from kb.site.queueing import Queue

if TYPE_CHECKING:
    from datasette.app import Datasette

    from kb.site.visit import Visit

SECONDS = 10.0  # the time limit of a query, unless the setting `sparql_seconds` of plugin `kb_site` sets another
MOST_MEMORY = 1_500_000_000  # bytes that a query may use in addition to those of the triples


class Engine(sparql.Engine):
    """A SPARQL engine that raises the errors of the site."""

    def ask(self, question: Question, seconds: float) -> Answer:
        """The answer to a query.

        Raises RefusedError for a query that cannot be answered, and TooSlowError at the limit of time (in seconds) or memory.
        """
        try:
            return self.answer(replace(question, memory=MOST_MEMORY), seconds)
        except sparql.LateError as error:
            raise TooSlowError(f"the query was {error.what}", remedy=error.remedies) from error
        except sparql.BrokenOffError as error:
            raise TooSlowError("the query took more memory than it may", remedy="ask for less: add conditions, or LIMIT") from error
        except sparql.UnwritableError as error:
            raise RefusedError(error.what, status=406) from error
        except UsageError as error:
            raise RefusedError(error.what, status=400, remedy=error.remedies) from error
        except DataError as error:
            raise FaultError("the triples of this base cannot be read just now", remedy="try again in a moment") from error


queues: weakref.WeakKeyDictionary[Datasette, dict[str, Queue[Engine]]] = weakref.WeakKeyDictionary()


def install(datasette: Datasette, name: str, make: Callable[[], Engine]) -> None:
    """Let engines made by `make` answer for the database of that name, and close those before."""
    by_name = queues.setdefault(datasette, {})
    if name in by_name:
        by_name[name].close()
    by_name[name] = Queue(make, seconds_of(datasette))
    weakref.finalize(datasette, by_name[name].close)


def close(datasette: Datasette) -> None:
    """End the engines of a site."""
    for queue in queues.pop(datasette, {}).values():
        queue.close()


def seconds_of(datasette: Datasette) -> float:
    """The time limit of a query in seconds."""
    return float((datasette.plugin_config("kb_site") or {}).get("sparql_seconds", SECONDS))


async def ask(visit: Visit, question: Question) -> Answer:
    """The answer to a query, after those that came before it. Raises RefusedError (503) where too many queries wait.

    A query is ended once its client has gone.
    """
    datasette, database = visit.datasette, visit.database
    if database.name not in queues.get(datasette, {}):
        install(datasette, database.name, lambda: Engine(database.path, base=documents.base_of(datasette)))
    queue = queues[datasette][database.name]
    return await visit.unless_gone(queue.run(visit.client, Engine.ask, question, seconds_of(datasette)))
