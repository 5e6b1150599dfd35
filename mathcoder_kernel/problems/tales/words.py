"""The words of tales: names from all over the world, countable nouns by kind, other lists."""

from __future__ import annotations

INVENTED_SHARE = 0.1  # of names and `thing`s that no list holds: the model is to copy words, not to know them


def _nouns(source: str) -> tuple[tuple[str, str], ...]:
    """`apple, box, leaf/leaves`: the plural is given where it is not regular."""
    return tuple(_pair(entry.strip()) for entry in source.split(",") if entry.strip())


def _pair(entry: str) -> tuple[str, str]:
    one, slash, many = entry.partition("/")
    if slash:
        return one, many
    if one.endswith(("s", "x", "z", "ch", "sh")):
        return one, f"{one}es"
    if one.endswith("y") and one[-2] not in "aeiou":
        return one, f"{one[:-1]}ies"
    return one, f"{one}s"


def _list(source: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in source.split(",") if entry.strip())


SHE = _list("""Mia, Anna, Zoe, Amina""")
HE = _list("""Tom, Omar, Liam, Kofi""")
# (one, many) by kind
NOUNS: dict[str, tuple[tuple[str, str], ...]] = {
    "fruit": _nouns("""apple, plum, cherry, peach"""),
    "vegetable": _nouns("""carrot, onion, potato/potatoes"""),
    "flower": _nouns("""rose, tulip, daisy"""),
    "tree": _nouns("""oak, pine, birch"""),
    "animal": _nouns("""cow, sheep/sheep, rabbit"""),
    "wild": _nouns("""lion, zebra, elephant"""),
    "bird": _nouns("""duck, sparrow, pigeon"""),
    "insect": _nouns("""ant, beetle, butterfly"""),
    "sweet": _nouns("""cookie, toffee, muffin"""),
    "dish": _nouns("""sandwich, dumpling, pizza"""),
    "toy": _nouns("""doll, kite, marble"""),
    "collectable": _nouns("""stamp, coin, sticker"""),
    "stationery": _nouns("""pencil, eraser, notebook"""),
    "tool": _nouns("""hammer, saw, drill"""),
    "clothing": _nouns("""shirt, scarf/scarves, sock"""),
    "furniture": _nouns("""chair, table, shelf/shelves"""),
    "vehicle": _nouns("""car, bus, tram"""),
    "container": _nouns("""box, jar, crate"""),
    "kitchenware": _nouns("""plate, cup, fork"""),
    "instrument": _nouns("""guitar, flute, drum"""),
    "book": _nouns("""novel, comic, atlas"""),
    "jewel": _nouns("""bead, ring, bracelet"""),
    "gear": _nouns("""ball, racket, skateboard"""),
    "device": _nouns("""phone, tablet, camera"""),
    "part": _nouns("""screw, brick, tile"""),
    "craft": _nouns("""candle, paper crane, lantern"""),
    "person": _nouns("""pupil, guest, child/children"""),
    "worker": _nouns("""baker, farmer, nurse"""),
    "thing": _nouns("""key, ticket, shell"""),
}
# words without plural; places and events are named with "the" before them
LISTS: dict[str, tuple[str, ...]] = {
    "city": _list("""Lima, Oslo, Nairobi"""),
    "country": _list("""Kenya, Peru, Norway"""),
    "place": _list("""park, library, market"""),
    "shop": _list("""bakery, bookshop, kiosk"""),
    "event": _list("""fair, concert, picnic"""),
    "subject": _list("""maths, biology, art"""),
    "sport": _list("""football, chess, tennis"""),
    "colour": _list("""red, blue, green"""),
    "day": _list("""Monday, Friday, Sunday"""),
    "month": _list("""March, July, October"""),
    "liquid": _list("""milk, juice, water"""),
    "powder": _list("""flour, rice, sugar"""),
    "material": _list("""rope, ribbon, wire"""),
    "adjective": _list("""old, tiny, shiny"""),
}
