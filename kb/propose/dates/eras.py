"""Rules for years before or counted from the year 1, for other calendars, and for dates given in the old style and the new.

An EDTF date of the base is a day, month or year of the Gregorian calendar from the year 0 on. What is not such a date gets none, and
its basis says why, so that neither its year nor its day is taken for a number or for a date near that of publication.
"""

from __future__ import annotations

import re

from kb.propose.dates.grammar import CENTURIES, DAY, EARLY, MONTH
from kb.propose.dates.rules import STATED, Context, Value, rule, stated

BEFORE = r"(?:B\.C\.(?:E\.)?|BCE?|B\.P\.|BP)(?!\w)"
COMMON = r"(?:A\.D\.|AD|C\.E\.|CE)(?!\w)"
ABOUT = r"(?:(?:c\.|ca\.|c(?=\d)|circa) ?)?"
IN_YEAR = rf"(?:(?:the )?{DAY}(?: of)? {MONTH},? (?:of )?|{MONTH} (?:{DAY},? )?|{MONTH}, )?"
FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,5})"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(CENTURIES, key=len, reverse=True))})"
OTHER_MONTHS = (
    # Islamic
    "Muharram|Safar|Rabi[‘’' ]?(?: ?al| ?ul)?[- ]?(?:[Aa]wwal|[Tt]hani|[Aa]khir|I{1,2})|Jumada(?: al)?[- ]?(?:[Aa]wwal|[Uu]la|[Tt]haniy?a?h?|[Aa]khira|I{1,2})"
    "|Rajab|Sha[‘’']?ban|Ramadan|Ramzan|Shawwal|Dhu(?: al)?[- ](?:al-)?(?:Qa[‘’']?d[ae]h?|Hijj[ae]h?)|Zil(?:qad|hijja)h?"
    # Iranian and Afghan
    "|Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand|Hamal|Sawr|Jawza|Saratan|Asad|Sunbula|Mizan|Aqrab|Qaws|Jadi|Dalw|Hut"
    # Hebrew
    "|Nis[sa]?an|Iyyar|Iyar|Sivan|Tammuz|Tamuz|Av|Elul|Tishrei|Tishri|Cheshvan|Heshvan|Marcheshvan|Kislev|Tevet|Tebeth|Shevat|Shvat|Adar(?: I{1,2})?"
    # Indian, Nepali and Bengali
    "|Chaitra|Vaisakha?|Vaishakha?|Baisakh|Boishakh|Jyai?shtha?|Jestha|Ashadha?|Asar|Shravana?|Shrawan|Bhadra(?:pada)?|Ashvina?|Ashwin|Asoj|Kartika?"
    "|Agrahayana|Mangsir|Margashirsha|Pausha?|Poush|Magha?|Phalguna?|Falgun"
    # French republican, Ethiopian and Coptic
    "|Vend[ée]miaire|Brumaire|Frimaire|Niv[ôo]se|Pluvi[ôo]se|Vent[ôo]se|Germinal|Flor[ée]al|Prairial|Messidor|Thermidor|Fructidor"
    "|Meskerem|Tikimt|Hidar|Tahsas|Yekatit|Megabit|Miyazya|Ginbot|Senie?|Hamle|Nehase|Pagume"
)
OTHER_YEARS = r"(?:A\.?H\.?|B\.?E\.?|S\.?H\.?|B\.?S\.?|AP|A\.M\.|(?:of the )?(?:Saka|Śaka|Buddhist|Hijri|Islamic|Hebrew|Jewish|Vikram Samvat|Bikram Sambat)(?: [Ee]ra| calendar)?|[Hh]ijri|Anno Mundi)(?!\w)"
REIGNS = r"(?:Meiji|Taish[oō]|Sh[oō]wa|Heisei|Reiwa|Minguo|Juche|Kangxi|Qianlong|Guangxu|Saka|Vikram Samvat|Bikram Sambat|Anno Hegirae|A\.?H\.?|B\.?E\.?|Anno Mundi)"
BEFORE_OUR_ERA = "said in the text: before the year 1, for which the base has no dates"
ELSEWHERE = "said in the text: a date of another calendar, which is not converted"
TWO_STYLES = "said in the text: in the old style, or in the old and the new"
JULIAN = "said in the text: the year, since the day is of the Julian calendar"


@rule(
    "year before our era",
    rf"(?i:{EARLY})?(?:the (?:year )?)?\b{ABOUT}{IN_YEAR}{ABOUT}(?P<year>{FIGURE})s?(?: ?[-–—] ?{FIGURE}s?| (?:to|and|or) {FIGURE}s?)? {BEFORE}",
)
@rule(
    "century before our era",
    rf"(?i:(?:\bthe )?\b(?:(?:early|late|mid)[- ])?{ORDINAL}(?:(?:[-–]| to (?:the )?| and (?:the )?| or (?:the )?){ORDINAL})?[ -](?:century|centuries|millennium|millennia))[, ] ?{BEFORE}",
)
def before_our_era(_: re.Match[str], __: Context) -> Value:
    return Value("BC", None, BEFORE_OUR_ERA)


@rule(
    "year of our era", rf"(?i:{EARLY})?\b{ABOUT}(?P<day>{IN_YEAR}){COMMON} ?(?P<year>\d{{1,4}})(?:[-–/](?P<last>\d{{1,4}}))?(?![\w,]\d|\w)"
)
@rule("year, our era", rf"(?i:{EARLY})?\b{ABOUT}(?P<day>{IN_YEAR})(?P<year>\d{{1,4}})(?:[-–/](?P<last>\d{{1,4}}))? {COMMON}")
def our_era(match: re.Match[str], _: Context) -> Value | None:
    year, last = int(match["year"]), match["last"]
    if not year:
        return None
    if last:
        end = int(match["year"][: -len(last)] + last)
        return Value(f"{year:04d}", f"{year:04d}/{end:04d}", STATED) if end > year else None
    about = re.search(r"\b(?:c\.|ca\.|c(?=\d)|circa|about|around)", match[0]) is not None
    value = stated(f"{year:04d}", about=about)
    return Value(value.timex, value.edtf, JULIAN) if match["day"] else value


@rule(
    "day or year of another calendar",
    rf"(?:\bthe )?\b(?:{DAY}(?: of)? (?:{OTHER_MONTHS})(?:,? \d{{3,4}})?|(?:{OTHER_MONTHS}),? (?:{DAY},? )?\d{{4}})\b(?: {OTHER_YEARS})?",
)
@rule("French republican year", rf"\b(?:{DAY} )?(?:{OTHER_MONTHS}),? (?:[Yy]ear |an )?[IVX]{{1,4}}\b")
@rule("year of another calendar", rf"(?:\bthe year )?\b\d{{3,4}}(?:[-–/]\d{{2,4}})? {OTHER_YEARS}|\b(?:the year )?5\d\d\d AM\b")
@rule("year of a reign", rf"\b{REIGNS} (?:year )?\d{{1,4}}\b|\b(?:the )?\d{{1,2}}(?:st|nd|rd|th) year of (?:the )?{REIGNS}")
@rule("year of a republic", r"\b(?:the )?year \d{1,3} of the Republic\b(?: of China)?")
def other_calendar(_: re.Match[str], __: Context) -> Value:
    return Value("XXXX", None, ELSEWHERE)


_STYLE = r"(?:O\.S\.|OS|Old Style|old style|Julian)"


@rule(
    "old style",
    rf"\b(?:{DAY} {MONTH}|{MONTH} {DAY})(?:,? \d{{4}})?,? (?:[(\[]{_STYLE}[)\]]|{_STYLE}(?!\w)|[(\[/] ?(?:(?:{DAY}|{DAY} {MONTH}|{MONTH} {DAY})(?: {_STYLE}| N\.S\.)?)[)\]])(?:,? \d{{4}}\b)?",
)
def old_style(_: re.Match[str], __: Context) -> Value:
    return Value("XXXX", None, TWO_STYLES)
