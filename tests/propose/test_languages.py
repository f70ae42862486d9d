"""A text that is not English is never read by the English rules: quotations with a named speaker in a few languages, nothing in others."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import propose, review
from kb.articles import read
from kb.base import runs, store
from kb.propose import languages
from kb.propose import parser as models
from kb.review import intake

GERMAN = """Der Hafen von Nordkap bleibt bis zum Herbst geschlossen. Die Brücke ist seit Mai gesperrt.

„Wir bauen die Brücke bis zum Herbst“, sagte Verkehrsministerin Anna Weber am Montag. „Das ist nicht sicher genug“, erklärte ein Sprecher
des Ministeriums.

Der russische Präsident Boris Lund sagte am Dienstag: „Wir haben das nie gewollt.“ Er sagte: „Das war es nun wirklich.“
"""

QUOTATIONS = [
    ("de", "„Wir bauen das Haus“, sagte die Forscherin Dr. Eva von Holt der Zeitung.", "Eva von Holt", "„Wir bauen das Haus“"),
    ("de", "Am Montag teilte Karl Braun mit: „Die Fähre fährt nicht mehr.“", "Karl Braun", "„Die Fähre fährt nicht mehr.“"),
    ("de", "Es ist ruhig. Laut Hafenchef Karl Braun ist die Brücke seit Mai gesperrt.", "Karl Braun", None),
    ("de", "Karl Braun zufolge dauert der Bau drei Jahre.", "Karl Braun", None),
    ("fr", "« Nous allons construire le pont », a déclaré Jean Morel lundi.", "Jean Morel", "« Nous allons construire le pont »"),
    ("fr", "« Ce n’est pas assez sûr », a expliqué le ministre de la Défense, Paul Girard.", "Paul Girard", "« Ce n’est pas assez sûr »"),
    (
        "fr",
        "Le président Luc Arnaud a déclaré mardi : « Nous n’avons jamais voulu cela. »",
        "Luc Arnaud",
        "« Nous n’avons jamais voulu cela. »",
    ),
    ("fr", "Selon Marie Duval, le pont est fermé depuis mai.", "Marie Duval", "le pont est fermé depuis mai"),
    ("fr", "Le chantier durera trois ans, selon Paul Girard.", "Paul Girard", "Le chantier durera trois ans"),
    ("es", "«Vamos a construir el puente», dijo Juan Pérez el lunes.", "Juan Pérez", "«Vamos a construir el puente»"),
    ("es", "“No es bastante seguro”, señaló la ministra de Defensa, Ana Ruiz.", "Ana Ruiz", "“No es bastante seguro”"),
    ("es", "Según Ana Ruiz, el puente está cerrado desde mayo.", "Ana Ruiz", "el puente está cerrado desde mayo"),
    ("zh", "外交部发言人毛林表示，“我们将继续建设这座大桥”。", "毛林", "“我们将继续建设这座大桥”"),
    ("zh", "弗拉基米尔·隆德说：“我们从来不想这样。”", "弗拉基米尔·隆德", "“我们从来不想这样。”"),
    ("zh", "据新华社报道，港口自五月以来一直关闭。", "新华社", "港口自五月以来一直关闭"),
]

NOBODY_NAMED = [
    ("de", "„Das ist nicht sicher“, sagte der Minister. „Wir warten noch ab“, sagten Experten. „Alles ist gut so“, sagte er."),
    ("de", "Laut dem Bericht sind die Kosten gestiegen. „Das reicht uns nicht“, sagte ein Sprecher der Bundesregierung."),
    ("de", "Die neue „Straße der Kunst und Freude“ ist offen."),
    ("fr", "« Tout va bien ici », a dit le porte-parole de la mairie. Il a dit : « C’est bien fini. » Selon le rapport, le coût augmente."),
    ("es", "«Todo va bien aquí», dijo el portavoz. Según el informe, el coste sube."),
    ("zh", "他说：“这样就好了吧。”一位居民表示，“我们从来不想这样”。"),
]


@pytest.mark.parametrize(("language", "text", "speaker", "content"), QUOTATIONS)
def test_a_quotation_with_a_named_speaker_is_read_by_the_words_of_its_language(
    language: str, text: str, speaker: str, content: str | None
) -> None:
    one, *more = propose.attributions(text, language=language)
    assert one.source is not None and one.source.text == speaker and not more
    assert one.content.text == (content or one.content.text)
    assert text[one.content.start : one.content.end] == one.content.text


@pytest.mark.parametrize(("language", "text"), NOBODY_NAMED)
def test_words_of_somebody_who_is_not_named_are_not_proposed(language: str, text: str) -> None:
    assert propose.attributions(text, language=language) == []


def test_a_german_report_makes_no_claims_of_its_own_and_says_so_on_each_proposal() -> None:
    proposals = propose.propose(GERMAN)
    assert [one.speaker.label for one in proposals if one.speaker] == ["Anna Weber", "Boris Lund"]
    assert len(proposals) == 2
    assert all(one.attribution.cue is not None and one.statement is None and not one.dates for one in proposals)
    assert all("quotations only: German" in one.notes[0] for one in proposals)


def test_a_question_in_another_language_is_asked_and_not_affirmed() -> None:
    (one,) = propose.attributions("„Wann wird die Brücke gebaut?“, sagte Anna Weber.", language="de")
    assert (one.act, one.kind, one.stance) == ("asks", "question", "uncommitted")


def test_a_language_without_rules_gives_no_proposals_and_says_so() -> None:
    text = "Il ponte è chiuso. “Non abbiamo mai voluto questo”, ha detto Carlo Neri."
    assert propose.propose(text, language="it") == []
    assert propose.reading(text, "it") == "not read: there are no rules for Italian, so nothing is proposed"


def test_the_words_of_a_text_count_before_the_language_of_its_source() -> None:
    english = "The bridge is closed and that is what the minister said to all of them. It was not the first time that this was said."
    assert languages.of_text(english, "de") == "en"
    assert languages.of_text(GERMAN, "en") == "de"
    assert languages.of_text(GERMAN, "de-AT") == "de-AT"
    assert languages.of_text("It rained.", "de") == "de"
    assert languages.of_text("It rained.") == "en"
    assert languages.of_text("They die in the war, and men die in hospitals.") == "en"


def test_a_short_report_is_not_taken_for_english() -> None:
    assert languages.of_text("Die Brücke ist gesperrt, und der Hafen bleibt geschlossen.") == "de"
    assert languages.of_text("Le pont est fermé depuis mai et les bateaux ne partent pas.") == "fr"


def test_taking_in_a_german_article_tells_that_only_quotations_were_read(empty_path: Path) -> None:
    connection = store.connect(empty_path)
    with runs.begin(connection, "propose") as run:
        taken = intake.take(run, read(GERMAN.encode(), name="hafen.txt"), {"title": "Hafen"}, model=models.NONE)
    assert "read for quotations only: German" in taken.source.lines
    assert [one.speaker for one in review.listed(connection, by_place=True)] == ["Anna Weber", "Boris Lund"]
    assert all("German" in one.found["notes"][0] for one in review.listed(connection))
    connection.close()
