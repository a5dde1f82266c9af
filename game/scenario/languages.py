"""The languages a scenario can be written in: their codes, and the codes of what people call them.

This is ISO 639-1, with the languages of more letters that have readers of their own in Europe.
"""

import re
from typing import Final

from game.scenario.values import Refused, close, shown
from game.words import sentence

_WRITTEN: Final = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht "
    "hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky "
    "la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
    "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
    "za zh zu ast dsb fil frr fur gsw hsb nds szl"
)
CODES: Final = frozenset(_WRITTEN.split())

NAMES: Final = {
    "danish": "da",
    "dansk": "da",
    "deutsch": "de",
    "dutch": "nl",
    "english": "en",
    "espanol": "es",
    "español": "es",
    "finnish": "fi",
    "francais": "fr",
    "français": "fr",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "italiano": "it",
    "nederlands": "nl",
    "norsk": "nb",
    "norwegian": "nb",
    "polish": "pl",
    "polski": "pl",
    "portugues": "pt",
    "português": "pt",
    "portuguese": "pt",
    "spanish": "es",
    "suomi": "fi",
    "svenska": "sv",
    "swedish": "sv",
}
"""What people call a language, in small letters."""

_FORM: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?"
)


def language_code(text: str) -> str:
    """Return the code of a language as it was written: ``de``, ``pt_BR``, ``sr-Latn-RS``.

    >>> language_code("pt_BR")
    'pt_BR'

    Raises:
        Refused: if there is no such language; with the code of one that is called so.

    """
    written = text.strip()
    found = _FORM.fullmatch(written)
    if found is not None and found["language"] in CODES:
        return written
    plain = written.lower()
    meant = NAMES.get(plain) or NAMES.get(close(plain, NAMES), "")
    if plain[:2] in CODES and re.fullmatch(r"[a-z]{2}(?:[-_][a-z]{2})?", plain):
        meant = plain
    words = sentence("'{given}' is not the code of a language", given=shown(text))
    step = sentence("write its short code: en, de, fr, es, pt_BR")
    raise Refused("not_a_choice", words, suggestion=meant, next_step=step)


def base_language(code: str) -> str:
    """Return the language of a code without its country.

    >>> base_language("pt_BR")
    'pt'
    """
    return re.split("[-_]", code)[0]
