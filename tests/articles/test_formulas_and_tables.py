"""Equations on one line, or a visible mark in their place; tables as lines of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.articles import formulas, tables
from kb.articles.tables import Cell
from tests.articles.making import need

need("lxml")
MATHML = "http://www.w3.org/1998/Math/MathML"
WORD = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def words(markup: str, namespace: str = MATHML) -> str:
    from lxml import etree

    return formulas.words_of(etree.fromstring(markup.replace(">", f' xmlns="{namespace}">', 1)))


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<math><mn>4.2</mn></math>", "4.2"),
        ("<math><mn>3</mn><mo>×</mo><msup><mn>10</mn><mn>6</mn></msup></math>", "3 × 10⁶"),
        ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>", "(a + b)/2"),
        ("<math><msub><mi>x</mi><mn>1</mn></msub><mo>=</mo><msqrt><mn>2</mn></msqrt></math>", "x1 = √2"),
        ("<math><semantics><mi>x</mi><annotation>\\\\x</annotation></semantics></math>", "x"),
        ("<math><mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable></math>", "[formula]"),
        ("<math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover></math>", "[formula]"),
        ("<math><msup><mi>x</mi></msup></math>", "[formula]"),
        ("<math></math>", "[formula]"),
        ("<math>" + "<mrow>" * 90 + "<mn>1</mn>" + "</mrow>" * 90 + "</math>", "[formula]"),
    ],
)
def test_mathml_is_one_line_or_a_mark(markup: str, line: str) -> None:
    assert words(markup) == line


def test_equations_of_word_are_one_line_or_a_mark() -> None:
    power = "<oMath><sSup><sSupPr/><e><r><t>10</t></r></e><sup><r><t>-3</t></r></sup></sSup></oMath>"
    assert words(power, WORD) == "10⁻³"
    assert words("<oMath><f><num><r><t>1</t></r></num><den><r><t>a+b</t></r></den></f></oMath>", WORD) == "1/(a + b)"
    assert words("<oMath><nary><e><r><t>1</t></r></e></nary></oMath>", WORD) == "[formula]"


def test_a_row_is_a_line_and_a_cell_that_spans_rows_is_in_each() -> None:
    rows = [
        [Cell(""), Cell("2020", columns=2)],
        [Cell("North\nside", rows=2), Cell("12"), Cell("13")],
        [Cell("14"), Cell("15")],
        [Cell(" ")],
    ]
    assert tables.lines(rows) == "\t2020\nNorth side\t12\t13\nNorth side\t14\t15"


@given(
    st.lists(
        st.lists(st.builds(Cell, st.sampled_from(["a", "", "b c"]), st.integers(1, 9999), st.integers(1, 9999)), max_size=4), max_size=5
    )
)
@pytest.mark.thorough
def test_spans_of_any_size_give_a_small_table(rows: list[list[Cell]]) -> None:
    lines = tables.lines(rows).split("\n")
    assert len(lines) <= max(1, len(rows))
    assert all(line.count("\t") < tables.WIDEST + 4 for line in lines)
