"""What belongs to a person's name: titles, degrees and party tags come off, "Jr." stays, and the name of a body is told from it."""

from __future__ import annotations

import re

TITLE = re.compile(
    r"(?:the\s+)?(?:rt\.?\s+hon|hon|mr|mrs|ms|mx|dr|prof|rev|fr|sen|rep|gov|gen|lt|maj|brig|col|capt|cmdr|cpl|sgt|adm|amb|cllr|pres|supt|insp|det"
    r"|professor|reverend|senator|representative|governor|ambassador|congress(?:man|woman)|councill?or|(?:vice |deputy )?president|(?:(?:deputy )?prime |foreign |defen[cs]e |finance |interior )?minister|premier|chancellor|(?:chief |mrs |mr )?justice|judge|mayor|sir|dame|miss|madam|monsieur|madame|señora?|herr|frau)"
    r"(?:\.\s*|\s+)",
    re.IGNORECASE,
)
FULL = re.compile(r"(?:[^\W\d_a-z]|[ae]l-|a[dnrstz]-|de |van |von ).* ")  # a name of several words, not "of the union"
GENERATION = r"(?:[JS]r|JR|SR)\.?|I{2,3}|IV"
DEGREE = re.compile(
    r"(?:,\s*|\s+)(?:Ph\.?\s?D|D\.?\s?Phil|M\.D|MD|M\.A|M\.B\.A|MBA|M\.?Sc|B\.?Sc|J\.D|JD|LL\.?[BM]|Esq|MEP|MP|MSP|MLA|QC|KC|OBE|MBE|CBE|CPA|FRS)\.?(?=$|[\s,;])"
)
REGION = r"[A-Z][\w.]*(?: [A-Z][\w.]*)?"
PARTY = re.compile(rf"\s*\([^()]*\)(?=$|,)|,?\s+\(?(?:[DRI]|Lab|Con|LD|SNP|Dem|Rep|Ind)(?:\.?[-–—]|\., ){REGION}\)?(?=$|[,;]| and )")
BODY = re.compile(
    r"\b(?:ministry|department|dept|agency|bureau|office|council|committee|commission|organi[sz]ation|association|union|alliance|league|party|parliament|senate"
    r"|assembly|court|bank|fund|institute|institution|foundation|university|college|academy|school|cent(?:er|re)|company|corporation|group|authority|board|secretariat"
    r"|federation|society|network|club|church|government|partners|partnership|service|services|project|team|desk|observatory|laborator(?:y|ies)|museum|trust|coalition"
    r"|llp|llc|ltd|inc|plc|corp|gmbh|times|post|news|herald|journal|gazette|tribune|daily|telegraph|guardian|magazine|review|press|radio|television|tv|reuters|afp|xinhua|bbc|cnn)\b",
    re.IGNORECASE,
)


def is_body(name: str) -> bool:
    """Return whether a name is that of a body rather than of a person, by the words in it."""
    return bool(BODY.search(name))


def without_tags(names: str) -> str:
    """Return one or more names without degrees and party tags after them."""
    return DEGREE.sub("", PARTY.sub("", names))


def bare(name: str) -> str:
    """Return a person's name without titles, degrees and party tags, or as it is where one word would be left, or for a body.

    "Sen. Ann Lee (D-Ohio)" is "Ann Lee"; "Dr. Hale", "Lady Gaga" and "Martin Hale, Jr." stay.
    """
    name = " ".join(name.split())
    if is_body(name):
        return name
    short = without_tags(name).strip(" ,")
    while (title := TITLE.match(short)) and FULL.match(short[title.end() :]):
        short = short[title.end() :]
    return short if " " in short or " " not in name else name


def in_reading_order(name: str) -> str:
    """Return "Ada Brook" for "Brook, Ada", as bibliographies write it, and any other name as it is."""
    family, comma, given = (part.strip() for part in name.partition(","))
    inverted = comma and given and "," not in given and not re.fullmatch(GENERATION, given) and not is_body(name)
    return f"{given} {family}" if inverted and len(given.split()) <= 3 and len(family.split()) <= 3 else name
