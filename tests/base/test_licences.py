"""Which access follows from a notice of rights, where nobody chose one."""

from __future__ import annotations

import pytest

from kb.base.licences import access_under, refuse_stricter, stricter
from kb.errors import DataError, actions


@pytest.mark.parametrize(
    "rights",
    [
        *("Public domain", "in the public domain", "Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
        *("CC0 1.0", "cc0", "CC0-1.0", "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
        *("CC BY 4.0", "cc-by-4.0", "CC BY", "CC-BY-3.0-US", "CC BY 4.0.", " CC\u00a0BY\t4.0\n", "licence: CC BY 4.0"),
        *("https://creativecommons.org/licenses/by-sa/4.0/", "http://creativecommons.org/licenses/by/3.0/de/deed.en"),
        *("Creative Commons Attribution 4.0", "Licensed under the Creative Commons Attribution 4.0 International License"),
        *("CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)", "CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/"),
        *("CC BY-SA 4.0", "Creative Commons Attribution-ShareAlike 3.0 Unported", "CC BY-ND 4.0"),
        *("OGL-UK-3.0", "Open Government Licence v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    ],
)
def test_a_text_under_a_known_open_licence_is_public(rights: str) -> None:
    assert access_under(rights) == "public"


@pytest.mark.parametrize(
    "rights",
    [
        *("CC BY-NC 4.0", "CC BY-NC-SA 4.0", "cc-by-nc-nd-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
        *("Creative Commons Attribution-NonCommercial 4.0", "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International"),
    ],
)
def test_a_licence_for_some_uses_only_opens_a_text_to_quotes(rights: str) -> None:
    assert access_under(rights) == "quotes"


@pytest.mark.parametrize(
    "rights",
    [
        *(None, "", " ", "All rights reserved", "© 2024 The Harbour Review"),
        *("Strictly private", "private", "\tprivate", "confidential, off the record", "not for publication"),
        *("Not in the public domain", "not public domain", "formerly CC BY", "CC BY until 2020", "No CC BY", "CC BY or not"),
        *("CC BY 4.0, but not the photographs", "CC BY 4.0, Jane Sailor", "All rights reserved, CC BY 4.0", "CC BY 4.0; private"),
        *("Attribution", "CC BY 4.0 (https://creativecommons.org/licenses/by-nc/4.0/)", "CC BY 4.0 https://example.org/terms"),
        *(
            "https://creativecommons.org/licenses/by/4.0/ was withdrawn",
            "https://example.org/licenses/by/4.0/",
            "CC BY-XX 4.0",
            "CC BY 9.0",
        ),
    ],
)
def test_anything_else_is_private(rights: str | None) -> None:
    assert access_under(rights) == "private"


def test_a_word_that_somebody_added_shows_as_little_as_private() -> None:
    assert stricter("embargo", "quotes") and stricter("quotes", "public")
    assert not stricter("embargo", "private") and not stricter("public", "quotes")


def test_a_text_that_is_to_be_less_open_than_its_source_is_refused_with_the_command_that_closes_the_source() -> None:
    with pytest.raises(DataError) as refused:
        refuse_stricter("diary", "private", "quotes")
    assert refused.value.where == "access" and actions.correct("diary", "access") in refused.value.remedies
    refuse_stricter("diary", "public", "quotes")
    refuse_stricter("diary", None, "public")
