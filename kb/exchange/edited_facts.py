"""Take back a sheet of facts that people have edited: a changed cell is a correction, and only `retract = yes` retracts."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.base.model import Row
from kb.base.row_by_id import whole_id
from kb.base.runs import Run
from kb.changes.correcting import correct
from kb.changes.retracting import retract
from kb.errors import DataError
from kb.exchange.fact_sheet import KEY, OF_ASSERTION, OF_CLAIM, OF_QUANTITY, REASON, RETRACT, TO_READ, row_of, same

KIND = "edited"


@dataclass
class Edited:
    """What the rows of a sheet changed: `corrected` and `retracted` rows of the base, and how many rows said what it holds."""

    corrected: list[str] = field(default_factory=list)
    retracted: list[str] = field(default_factory=list)
    unchanged: int = 0
    cells: dict[tuple[str, str], str] = field(default_factory=dict)  # what an earlier row made of a column of a claim

    def take(self, run: Run, cells: Row, where: str) -> None:
        """Correct or retract what one row asks for. Raises DataError for an unknown assertion, a cell that cannot be, or no reason."""
        assertion_id = whole_id(run.connection, cells[KEY])
        held = row_of(run.connection, assertion_id)
        if held is None:
            raise DataError(f"there is no assertion {cells[KEY]!r}", where=KEY, remedy="leave the ids of the sheet as they were exported")
        wanted = {heading: cell for heading, cell in cells.items() if heading in held and not self.known(held, heading, cell)}
        wanted.pop(KEY, None)
        for heading in (name for name in TO_READ if name in wanted):
            raise DataError("cannot be corrected", where=heading, remedy=f"put {held[heading]!r} back, or record another fact")
        gone = is_retracted(cells.get(RETRACT, ""))
        if not wanted and not gone:
            self.unchanged += 1
            return
        if not cells.get(REASON):
            told = ", ".join(wanted) or RETRACT
            raise DataError(
                f"{told} changed without a reason", where=REASON, remedy="say why in the column reason, or put the old value back"
            )
        run.because(cells[REASON])
        try:
            self.change(run, assertion_id, held, wanted)
            if gone:
                self.retracted += retract(run, assertion_id)
        finally:
            run.because(run.reason or where)

    def known(self, held: Row, heading: str, cell: str) -> bool:
        """Return whether a cell asks for nothing. The rows of one claim repeat its cells: those of a row left alone ask for nothing."""
        earlier = self.cells.get((held["claim_id"], heading))
        return same(heading, held[heading], cell) or (earlier is not None and same(heading, earlier or None, cell))

    def change(self, run: Run, assertion_id: str, held: Row, wanted: dict[str, str]) -> None:
        """Correct the claim, its number and the assertion."""
        of_claim = {name: wanted[name] for name in wanted if name in OF_CLAIM or name in OF_QUANTITY}
        for heading in of_claim:
            if (held["claim_id"], heading) in self.cells:
                raise DataError("two rows of one claim change it to different values", where=heading, remedy="let them say the same")
        columns = {(OF_CLAIM | OF_QUANTITY)[heading]: cell for heading, cell in of_claim.items()}
        if columns and correct(run, held["claim_id"], columns):
            self.corrected.append(held["claim_id"])
        self.cells |= {(held["claim_id"], heading): str(held[heading] if held[heading] is not None else "") for heading in of_claim}
        columns = {OF_ASSERTION[heading]: cell for heading, cell in wanted.items() if heading in OF_ASSERTION}
        if columns and correct(run, assertion_id, columns):
            self.corrected.append(assertion_id)


def is_retracted(cell: str) -> bool:
    """Return what a cell below `retract` asks for. Raises DataError for anything but yes, no and nothing."""
    if cell.casefold() not in ("", "no", "yes"):
        raise DataError(f"{cell!r} is neither yes nor no", where=RETRACT, remedy="write yes to retract the fact, or empty the cell")
    return cell.casefold() == "yes"
