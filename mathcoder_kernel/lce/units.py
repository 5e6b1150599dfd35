"""Units of measure and money, and their exact conversion."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from mathcoder_kernel.lce.expression import CONSTANTS, FUNCTIONS

_Unit: TypeAlias = tuple[Mapping[str, int], Fraction]


def _unit(base: str, scale: str | int = 1, exponent: int = 1) -> _Unit:
    return {base: exponent}, Fraction(scale)


UNITS: dict[str, _Unit] = {}
"""Names of units (singular, as written) with their base units and exact size."""

for _spellings, _definition in {
    "m metre meter": _unit("m"), "km kilometre kilometer": _unit("m", 1000),
    "cm centimetre centimeter": _unit("m", "1/100"),
    "mm millimetre millimeter": _unit("m", "1/1000"), "dm decimetre decimeter": _unit("m", "1/10"),
    "mile mi": _unit("m", "1609.344"), "yard yd": _unit("m", "0.9144"), "foot feet ft": _unit("m", "0.3048"),
    "inch inches": _unit("m", "0.0254"),
    "s sec second": _unit("s"), "min minute": _unit("s", 60), "h hr hour": _unit("s", 3600),
    "day d": _unit("s", 86400), "week": _unit("s", 604800), "ms millisecond": _unit("s", "1/1000"),
    "month": _unit("month"), "year yr": _unit("month", 12),
    "kg kilogram": _unit("g", 1000), "g gram": _unit("g"), "mg milligram": _unit("g", "1/1000"),
    "t tonne": _unit("g", 1_000_000), "lb pound": _unit("g", "453.59237"), "oz ounce": _unit("g", "28.349523125"),
    "L l litre liter": _unit("m", "1/1000", 3), "mL ml millilitre milliliter": _unit("m", "1/1000000", 3),
    "cl cL": _unit("m", "1/100000", 3), "gallon gal": _unit("gal"), "quart": _unit("gal", "1/4"),
    "pint": _unit("gal", "1/8"),
    "cup": _unit("gal", "1/16"),
    "$ dollar buck usd USD": _unit("$"), "¢ cent": _unit("$", "1/100"), "€ euro EUR": _unit("€"), "£ GBP": _unit("£"),
    "pence penny": _unit("£", "1/100"),
    "¥ yen": _unit("¥"), "₹ rupee": _unit("₹"),
    "% percent": ({"%": 1}, Fraction(1)), "degree deg °": _unit("degree"), "rad radian": _unit("rad"),
    "degC °C celsius": _unit("°C"), "degF °F fahrenheit": _unit("°F"), "K kelvin": _unit("K"),
    "N newton": ({"g": 1, "m": 1, "s": -2}, Fraction(1000)), "J joule": ({"g": 1, "m": 2, "s": -2}, Fraction(1000)),
    "kJ": ({"g": 1, "m": 2, "s": -2}, Fraction(10**6)), "W watt": ({"g": 1, "m": 2, "s": -3}, Fraction(1000)),
    "kW": ({"g": 1, "m": 2, "s": -3}, Fraction(10**6)), "Hz hertz": _unit("s", 1, -1),
    "mph": ({"m": 1, "s": -1}, Fraction("1609.344") / 3600), "kph": ({"m": 1, "s": -1}, Fraction(1000, 3600)),
    "hectare ha": _unit("m", 10_000, 2), "acre": _unit("m", "4046.8564224", 2), "unit": ({}, Fraction(1)),
}.items():  # fmt: skip
    for _spelling in _spellings.split():
        UNITS[_spelling] = _definition

CURRENCIES = "$€£¥₹¢"
_MONEY: dict[str, dict[str, _Unit]] = {
    "£": {"pound": _unit("£"), "p": _unit("£", "1/100"), "pence": _unit("£", "1/100"), "penny": _unit("£", "1/100")},
    "$": {"c": _unit("$", "1/100"), "cent": _unit("$", "1/100"), "penny": _unit("$", "1/100")},
    "€": {"c": _unit("€", "1/100"), "ct": _unit("€", "1/100"), "cent": _unit("€", "1/100")},
}  # what words mean beside an amount in that currency; alone, a pound is a weight and c and p are letters
_POWER_WORDS = {"square": 2, "sq": 2, "cubic": 3}
_AFTER_WORDS = {"squared": 2, "cubed": 3}


def read_unit(words: str, currency: str = "") -> tuple[tuple[tuple[str, int], ...], Fraction] | None:
    """A unit such as `km/h`, `cm^2`, `square metres`, `miles per hour`, `m s^-1`, or a counted noun; else None.

    With a `currency` (£, $ or €) words that may mean money mean money in it: pounds, p, c, cents.
    """
    words = words.strip().rstrip(".")
    if not words or len(words) > 60:
        return None
    dimensions: dict[str, int] = {}
    scale = Fraction(1)
    sign = 1
    pending = 1
    nouns: list[str] = []
    last: tuple[Mapping[str, int], Fraction] | None = None
    for part in re.findall(r"[A-Za-z°]+|[$€£¥₹¢%]|\^?\(?[-+]?\d+\)?|[/*]|\S", words):
        if part == "/" or part.lower() == "per":
            sign, last = -1, None
        elif part == "*":
            last = None
        elif part.lower() in _POWER_WORDS:
            pending = _POWER_WORDS[part.lower()]
        elif (power := _AFTER_WORDS.get(part.lower())) is not None or re.fullmatch(r"\^?\(?[-+]?\d\)?", part):
            if last is None:
                return None
            exponent = power if power is not None else int(part.strip("^()"))
            scale *= last[1] ** (sign * (exponent - 1))
            for base, dimension in last[0].items():
                dimensions[base] = dimensions.get(base, 0) + sign * dimension * (exponent - 1)
            last = None
        elif (found := lookup_unit(part, currency)) is not None:
            for base, dimension in found[0].items():
                dimensions[base] = dimensions.get(base, 0) + sign * dimension * pending
            scale *= found[1] ** (sign * pending)
            last, pending = found, 1
        elif re.fullmatch(r"[A-Za-z]{3,}", part) and part not in FUNCTIONS and part not in CONSTANTS:
            nouns.append(("per " if sign < 0 else "") + _singular(part.lower()))
            last = None
        elif part.lower() in ("of", "in", "a", "an"):
            continue
        else:
            return None
    if nouns:
        dimensions[" ".join(nouns)] = 1
    return tuple(sorted((base, power) for base, power in dimensions.items() if power)), scale


def lookup_unit(word: str, currency: str = "") -> _Unit | None:
    """The unit of that name, singular or plural; None for any other word. `currency`: see `read_unit`."""
    money = _MONEY.get(currency, {})
    if (coin := money.get(word) or (money.get(_singular(word.lower())) if len(word) > 2 else None)) is not None:
        return coin
    for spelling in (word, word.lower() if len(word) > 2 else word, _singular(word), _singular(word.lower())):
        if spelling in UNITS and (len(spelling) > 1 or spelling == word):
            return UNITS[spelling]
    return None


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word
