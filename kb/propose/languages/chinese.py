"""Quotations with a named speaker, and reports by a named agency, in Chinese, whose words stand without spaces between them."""

from __future__ import annotations

import re

from kb.propose.attribution.drafts import Stretch
from kb.propose.languages.found import ACCORDING, QUOTATION, Found

QUOTE = r"(?P<quote>“[^”\n]{4,}”|「[^」\n]{4,}」)"
VERB = r"(?P<verb>(?:强调|指出|表示|说道|写道|回应说|回答说|宣布|称|说|強調|宣布|回應說|稱|說))"
TITLE = (
    r"(?:总统|主席|总理|部长|发言人|外长|市长|省长|书记|教授|校长|总裁|秘书长|大使|先生|女士|主任|研究员|委员长|首相|總統|總理|部長|發言人)"
)
ADVERB = r"(?:(?:\d{1,2}日|当天|周[一二三四五六日]|今天|昨天|随后|还|也|则|在[\u4e00-\u9fff]{2,8}(?:上|时|中))){0,3}"
DOTTED = re.compile(
    rf"(?:^|[，。；：\n]|{TITLE})(?P<name>[\u4e00-\u9fff]{{1,6}}(?:·[\u4e00-\u9fff]{{1,6}})+){ADVERB}{VERB}[，：:,]\s*{QUOTE}"
)
TITLED = re.compile(rf"{TITLE}(?P<name>[\u4e00-\u9fff]{{2,3}}?){ADVERB}{VERB}[，：:,]\s*{QUOTE}")
REPORTED = re.compile(
    r"(?:^|(?<=[。！？\n]))\s*(?P<cue>据|根据|據)(?P<name>[\u4e00-\u9fff]{2,8}?(?:社|报|网|电视台|通讯社|通訊社|報))(?:\d{1,2}日)?(?:报道|消息|報道|報導)，(?P<content>[^。！？\n]{6,})"
)


def find(text: str) -> list[Found]:
    """Return the quotations with a named speaker, and the sentences that begin with the agency they come from, one for each content."""
    found: dict[Stretch, Found] = {}
    for pattern in (DOTTED, TITLED):
        for match in pattern.finditer(text):
            found.setdefault(match.span("quote"), Found(QUOTATION, match.span("quote"), match.span("name"), match.span("verb")))
    for match in REPORTED.finditer(text):
        found.setdefault(match.span("content"), Found(ACCORDING, match.span("content"), match.span("name"), match.span("cue")))
    return list(found.values())
