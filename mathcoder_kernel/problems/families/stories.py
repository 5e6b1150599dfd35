"""Stories about quantities: having, giving, getting, comparing, sharing, packing, and several steps in a row."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import (
    COUNTABLES,
    Person,
    Stage,
    Thing,
    boxed,
    chain,
    counted,
    people,
    phrased,
    spelled,
    steps,
)

_CHATTER = (
    "",
    "",
    "",
    "",
    "",
    "",
    "{he} is {age} years old. ",
    "it is {day} today. ",
    "{he} lives at number {age} in {his} street. ",
    "{name} has {sib} brothers. ",
    "{his} friend {other} is {age}. ",
)


def _distractor(rng: Random, person: Person) -> str:
    """Now and then a sentence whose number does not matter."""
    text = rng.choice(_CHATTER)
    if not text:
        return ""
    (other,) = people(rng, 1)
    return (
        text.replace("{he}", person.he)
        .replace("{his}", person.his)
        .replace("{name}", person.name)
        .replace("{other}", other.name)
        .replace("{age}", str(rng.randint(7, 16)))
        .replace("{day}", rng.choice(("Monday", "Tuesday", "Friday", "Sunday")))
        .replace("{sib}", rng.choice(("two", "three", "2", "3")))
    )


# what happens: for he or she, in the past, for I or you, and for things in a place
_GAIN = (
    ("buys {n} more", "bought {n} more", "buy {n} more", "{n} more are put in"),
    ("gets {n} more", "got {n} more", "get {n} more", "{n} more are added"),
    ("finds {n} more", "found {n} more", "find {n} more", "{n} new ones are added"),
    ("receives {n} from {other}", "received {n} from {other}", "receive {n} from {other}", "{other} puts {n} more in"),
    ("is given {n}", "was given {n}", "are given {n}", "{n} more are put inside"),
    ("collects {n} more", "collected {n} more", "collect {n} more", "{n} are added"),
    ("wins {n} more", "won {n} more", "win {n} more", "another {n} are put in"),
    ("picks up {n} more", "picked up {n} more", "pick up {n} more", "{n} more are brought"),
    ("gets another {n}", "got another {n}", "get another {n}", "another {n} are added"),
    ("adds {n} more", "added {n} more", "add {n} more", "{other} adds {n} more"),
    ("gets {n} as a present", "got {n} as a present", "get {n} as a present", "{n} come in as a present"),
    (
        "is given {n} more by {other}",
        "was given {n} more by {other}",
        "are given {n} more by {other}",
        "{n} are put in",
    ),
    ("gets {n} from {other}", "got {n} from {other}", "get {n} from {other}", "{other} brings {n} more"),
    ("takes {n} from {other}", "took {n} from {other}", "take {n} from {other}", "{n} extra are put in"),
    ("earns {n} more", "earned {n} more", "earn {n} more", "{n} more are put back"),
    ("discovers {n} more", "discovered {n} more", "discover {n} more", "{n} more are found there"),
    ("borrows {n} from {other}", "borrowed {n} from {other}", "borrow {n} from {other}", "{n} more arrive"),
    ("gains {n}", "gained {n}", "gain {n}", "{n} others join them"),
    ("makes {n} new ones", "made {n} new ones", "make {n} new ones", "{n} are filled in"),
)
_LOSS = (
    ("gives {n} to {other}", "gave {n} to {other}", "give {n} to {other}", "{n} are taken out"),
    ("gives away {n}", "gave away {n}", "give away {n}", "{n} are given away"),
    ("loses {n}", "lost {n}", "lose {n}", "{n} are lost"),
    ("sells {n}", "sold {n}", "sell {n}", "{n} are sold"),
    ("gives {other} {n}", "gave {other} {n}", "give {other} {n}", "{other} takes {n} out"),
    ("uses {n}", "used {n}", "use {n}", "{n} are used"),
    ("throws away {n}", "threw away {n}", "throw away {n}", "{n} are thrown away"),
    ("hands {n} to {other}", "handed {n} to {other}", "hand {n} to {other}", "{n} are handed out"),
    ("gives {n} of them to {other}", "gave {n} of them to {other}", "give {n} of them to {other}", "{n} go to {other}"),
    ("drops {n} and they break", "dropped {n} and they broke", "drop {n} and they break", "{n} are removed"),
    ("lends {n} to {other}", "lent {n} to {other}", "lend {n} to {other}", "{n} are lent to {other}"),
    ("gives {other} {n} of them", "gave {other} {n} of them", "give {other} {n} of them", "{n} of them are taken away"),
    ("hands out {n}", "handed out {n}", "hand out {n}", "{n} are stolen"),
    ("passes {n} on to {other}", "passed {n} on to {other}", "pass {n} on to {other}", "{n} disappear"),
    ("trades {n} away", "traded {n} away", "trade {n} away", "{n} are missing"),
    ("donates {n}", "donated {n}", "donate {n}", "{n} are donated"),
    ("hands over {n} to {other}", "handed over {n} to {other}", "hand over {n} to {other}", "{other} removes {n}"),
    ("breaks {n}", "broke {n}", "break {n}", "{n} are thrown out"),
    ("gets rid of {n}", "got rid of {n}", "get rid of {n}", "{n} are picked out"),
    ("parts with {n}", "parted with {n}", "part with {n}", "{n} are carried away"),
)


def _event(rng: Random, gain: bool, n: int, other: str) -> tuple[str, ...]:
    said = spelled(rng, n)
    return tuple(form.replace("{n}", said).replace("{other}", other) for form in rng.choice(_GAIN if gain else _LOSS))


def _in_a_row(rng: Random, events: list[str]) -> str:
    if len(events) == 1:
        return events[0]
    return f"{', '.join(events[:-1])}{rng.choice((' and ', ' and then ', ', then ', ' and later '))}{events[-1]}"


@task(
    "word problems",
    "gain_and_loss",
    (
        "{name} {has} {things}. {extra}{events}. how many {many} does {he} have {now}",
        "{name} {has} {things}. {events}. how many {many} <are left|does {he} have>",
        "at first {name} has {things}. {events}. how many does {he} have {now}",
        "{name} starts with {things}. {events}. {find} the number of {many} {he} has at the end",
        "how many {many} does {name} have at the end if {he} <starts with|begins with|has> {things} and then "
        "{events_short}",
        "there are {things} in {name}'s <bag|box|room>. {events}. how many are <there now|in it now|left>",
        "{name} had {things}. {extra}then {events_short}. how many {many} does {he} have now",
        "{events_after} at first {name} had {things}. how many {many} does {he} have {now}",
        "{name} had {things}. {he} {past}. how many {many} <does {he} have now|did {he} have in the end|are left>",
        "{name} had {things}. {past_sentences}. how many {many} does {he} have {now}",
        "i had {things}. i {past}. how many {many} do i have {now}",
        "i have {things}. <today|yesterday|this morning> i {past}. how many {many} do i have {now}",
        "you have {things}. you {plain}. how many {many} do you have {now}",
        "if you have {things} and {plain}, how many {many} do you have {now}",
        "[{aside}]{name} has {things}. {events}. {tell} how many {many} {he} has {now}",
        "{tell} how many {many} {name} has {now} if {he} had {things} and {past}",
        "{tell} the number of {many} {name} has after {he} {past}, starting with {things}",
        "on monday {name} had {things}. on tuesday {he} {past}. how many {many} did {he} have <then|on wednesday>",
        "there are {things} in <a box|a bag|a basket|a jar|a cupboard|a drawer|a shop|the classroom>. {changes}. how "
        "many {many} are <there now|in it now|there in the end>",
        "there were {things} on <a table|a shelf|the floor>. then {changes}. how many {many} are there now",
        "a <box|bag|basket|jar|bowl> <contains|holds> {things}. {changes}. how many {many} does it <contain|hold> "
        "{now}",
        "a <shop|store|school|museum|club> has {things}. this week {changes}. how many {many} does it have {now}",
        "how many {many} does {name} have {now} if {he} <had|started with|began with> {things} and {past}",
        "how many {many} are <left|there now> if there were {things} and {changes}",
        "<starting|beginning> with {things}, {name} {past}. how many {many} does {he} have {now}",
        "{name} <owns|has collected|keeps> {things}. {events}. what is the number of {many} {he} has {now}",
        "{name} has a collection of {things}. {extra}{events}. how <big|large> is the collection {now}",
        "{name}: {things}. {events}. how many {many} {now}",
        "yesterday {name} had {things}. since then {he} {past}. {find} the number of {many} {he} has now",
        "my <brother had {things}, then he|sister had {things}, then she|<friend|cousin|neighbour> had {things}, then "
        "<he|she>> {past}. how many {many} <were left|remained|are there now>",
        "{name} {past}. before that {he} had {things}. how many {many} does {he} have now",
        "<after|when> {name}, who had {things}, {past}, how many {many} did {he} have",
        "{name} brings {things} to school. there {events_short}. how many {many} does {he} take home",
        "suppose {name} has {things} and then {events_short}. how many {many} will {he} have",
        "{name} owned {things}. {past_sentences}. how many {many} <remain|remained|did {he} own afterwards>",
        "after all this, how many {many} does {name} have: {he} had {things} and {past}",
        "counting carefully, {name} finds {things}. later {he} {past}. how many {many} <remained|were left>",
        "count what is left: {name} had {things} and {past}",
    ),
    (
        "count the {many} of {name}: {things} in the morning, and during the day {events_short}. what is the count "
        "in the evening",
        "what number of {many} remains with {name}, who owned {things}, after this: {events_short}",
    ),
    weight=2.0,
)
def gain_and_loss(rng: Random) -> Instance:
    person, *others = people(rng, 4)
    thing = rng.choice(COUNTABLES)
    start = now = rng.randint(5, 90)
    events, signs = [], []
    for index in range(rng.choice((1, 1, 2, 2, 3))):
        gain = rng.random() < 0.5 or now < 4
        n = rng.randint(2, 60) if gain else rng.randint(2, max(2, now - 1))
        now += n if gain else -n
        events.append(_event(rng, gain, n, others[index].name))
        signs.append(("+" if gain else "-", n))
    joined, past, plain, place = (_in_a_row(rng, [event[form] for event in events]) for form in range(4))
    sentences, past_sentences = (
        ". ".join(
            f"{rng.choice((person.he, person.he, 'then ' + person.he, 'later ' + person.he))} {event[form]}"
            for event in events
        )
        for form in range(2)
    )
    code = (
        f"{thing.many} = {start}\n"
        + "\n".join(f"{thing.many} = {thing.many} {sign} {n}" for sign, n in signs)
        + f"\n{thing.many}"
    )
    return Instance(
        {
            "name": person.name,
            "he": phrased(person.he),
            "things": counted(rng, start, thing),
            "many": phrased(thing.many),
            "events": phrased(sentences if rng.random() < 0.6 else f"{person.he} {joined}"),
            "events_short": phrased(f"{person.he} {joined}"),
            "events_after": phrased(f"{person.name} {joined}."),
            "his": phrased(person.his),
            "past": phrased(past),
            "past_sentences": phrased(past_sentences),
            "plain": phrased(plain),
            "changes": phrased(place),
            "extra": phrased(_distractor(rng, person)),
            "result": now,
        },
        steps(
            rng.choice(
                ("We follow what is added and what is taken away.", "We add what comes and subtract what goes.")
            ),
            code,
            boxed(f"{person.name} has", thing.many),
        ),
    )


@task(
    "word problems",
    "difference_of_two_owners",
    (
        "{a} {has} {na} {many} and {b} {has} {nb} [{many}]. how many more {many} does {more} have than {less}",
        "{a} {has} {na} {many}. {b} {has} {nb}. how many more does {more} have [than {less}]",
        "{a} {has} {na} {many} and {b} {has} {nb}. how many fewer {many} does {less} have [than {more}]",
        "how many more {many} does {more} have than {less} if {a} has {na} and {b} has {nb}",
        "{b} {has} {nb} {many}, {a} {has} {na}. {find} the difference",
        "{a} and {b} collect {many}. {a} has {na} and {b} has {nb}. how many more <does {more} have|are {more}'s>",
        "{less} has fewer {many} than {more}: {a} has {na}, {b} has {nb}. how many fewer",
        "{a} has {na} {many}, while {b} has {nb}. by how many {many} is {more} ahead of {less}",
        "i have {na} {many} and {b} has {nb}. what is the difference",
        "[{aside}]{a} owns {na} {many} and {b} owns {nb}. {tell} how many more {many} {more} <owns|has> than {less}",
        "{tell} how many more {many} {more} has than {less} if {a} has {na} and {b} has {nb}",
        "{tell} how many fewer {many} {less} has than {more}: {a} has {na}, {b} has {nb}",
        "{tell} the difference between the {na} {many} of {a} and the {nb} {many} of {b}",
        "{a} <collected|found|picked|got|counted> {na} {many}. {b} <collected|found|picked|got|counted> {nb}. how "
        "many more did {more} get than {less}",
        "{a} has {na} {many}, but {b} has {nb} [{many}]. what is the difference between them",
        "{more} has more {many} than {less}. {a} has {na} and {b} has {nb}. how many more <is that|does {more} have>",
        "there are {na} {many} in {a}'s <bag|box|room> and {nb} in {b}'s. how many more are in {more}'s",
        "how many {many} more than {less} does {more} have, when {a} has {na} and {b} has {nb}",
        "if {a} has {na} {many} and {b} has {nb}, how many more {many} does {more} have",
        "if {a} <scored|won|earned> {na} {many} and {b} <scored|won|earned> {nb}, by how many is {more} in front",
        "by how <many|much> does {more}'s number of {many} exceed {less}'s, if {a} has {na} and {b} {nb}",
        "{a}: {na} {many}. {b}: {nb} {many}. difference",
        "what is the difference in the number of {many} if {a} has {na} and {b} has {nb}",
        "{less} wants as many {many} as {more}. {a} has {na}, {b} has {nb}. how many are missing",
        "how many {many} does {less} lack compared with {more}? {a} has {na} and {b} has {nb}",
        "{a} and {b} compare their {many}. {a} has {na}, {b} has {nb}. how many more has {more}",
        "subtract: {a} has {na} {many}, {b} has {nb}. how many more belong to {more}",
        "comparing {many}: {a} has {na} and {b} has {nb}. how many more does {more} have",
        "how big is the gap between {a} with {na} {many} and {b} with {nb} {many}",
        "by how many {many} is {more} in the lead, if {a} has {na} and {b} {nb}",
        "find by subtracting: {a} owns {na} {many}, {b} owns {nb}. what is the difference",
    ),
    (
        "comparing {a} with {na} {many} and {b} with {nb}, how big is the gap between them",
        "how many {many} must {less} get to have as many as {more}, when {a} owns {na} and {b} {nb}",
    ),
)
def difference_of_two(rng: Random) -> Instance:
    first, second = people(rng, 2)
    thing = rng.choice(COUNTABLES)
    na, nb = rng.sample(range(2, 150), 2)
    more, less = (first, second) if na > nb else (second, first)
    a, b = first.name.lower(), second.name.lower()
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "na": spelled(rng, na),
            "nb": spelled(rng, nb),
            "many": phrased(thing.many),
            "more": more.name,
            "less": less.name,
            "x": na,
            "y": nb,
        },
        steps(
            "We subtract the smaller number from the larger.",
            f"{a} = {na}\n{b} = {nb}\n{more.name.lower()} - {less.name.lower()}",
            boxed("The difference is", thing.many),
        ),
    )


# how the second number comes from the first, in words that stand between "has" and the first owner
_RELATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("+", ("{k} more {many} than", "{k} more {many} than", "{k} more than", "{k} {many} more than")),
    (
        "-",
        ("{k} fewer {many} than", "{k} fewer {many} than", "{k} less {many} than", "{k} fewer than", "{k} less than"),
    ),
    ("2*", ("twice as many {many} as", "twice as many as", "two times as many {many} as", "2 times as many {many} as")),
    ("3*", ("three times as many {many} as", "3 times as many {many} as", "three times as many as")),
    ("*", ("{k} times as many {many} as", "{k} times as many as", "{k} times the number of {many} of")),
    (
        "/2",
        ("half as many {many} as", "half as many as", "only half as many {many} as", "half the number of {many} of"),
    ),
)


# the same as sentences, some from the side of the first owner
_RELATION_SENTENCES: dict[str, tuple[str, ...]] = {
    "+": (
        "{a} has {k} fewer {many} than {b}",
        "{a} has {k} {many} less than {b}",
        "{b} has {k} {many} more than {a}",
        "{b} is ahead of {a} by {k} {many}",
        "{b} has as many {many} as {a} and {k} more",
        "{a} would need {k} more {many} to have as many as {b}",
        "{b}'s number of {many} is {k} more than {a}'s",
    ),
    "-": (
        "{a} has {k} more {many} than {b}",
        "{a} has {k} {many} more than {b}",
        "{b} has {k} {many} less than {a}",
        "{b} is {k} {many} behind {a}",
        "{b} would need {k} more {many} to have as many as {a}",
        "{b}'s number of {many} is {k} less than {a}'s",
    ),
    "2*": (
        "{b} has double what {a} has",
        "{b}'s number of {many} is twice that of {a}",
        "{a} has half as many {many} as {b}",
        "{a} has only half of what {b} has",
        "for every {one} that {a} has, {b} has two",
    ),
    "3*": (
        "{b} has three times what {a} has",
        "{b}'s number of {many} is three times that of {a}",
        "{a} has a third of what {b} has",
        "for every {one} that {a} has, {b} has three",
    ),
    "*": (
        "{b} has {k} times what {a} has",
        "{b}'s number of {many} is {k} times {a}'s",
        "for every {one} that {a} has, {b} has {k}",
        "multiply {a}'s number of {many} by {k} and you get {b}'s",
    ),
    "/2": (
        "{b} has half of what {a} has",
        "{b}'s number of {many} is half of {a}'s",
        "{a} has twice as many {many} as {b}",
        "{a} has double what {b} has",
    ),
}


def _relation_sentence(rng: Random, kind: str, k: str, thing: Thing, a: str, b: str) -> str:
    words = {"a": a, "b": b, "k": k, "one": thing.one, "many": thing.many}
    return rng.choice(_RELATION_SENTENCES[kind]).format(**words)


@task(
    "word problems",
    "compare_and_total",
    (
        "{a} {has} {na} {many}. {b} {has} {rel} {a}. {ask}",
        "{b} {has} {rel} {a}. {a} {has} {na} {many}. {ask}",
        "{a} {has} {na} {many} and {b} {has} {rel} {a}. {ask}",
        "if {a} has {na} {many} and {b} has {rel} {a}, {ask}",
        "{a} collected {na} {many}. {b} collected {rel} {a}. {ask}",
        "{b} has {rel} {a}, who has {na} [{many}]. {ask}",
        "{a} has {na} {many}. {extra}{b} has {rel} {a}. {ask}",
        "[{aside}]{a} owns {na} {many} and {b} owns {rel} {a}. {ask}",
        "{a} <found|picked|bought|got|counted> {na} {many}, and {b} <found|picked|bought|got|counted> {rel} {a}. {ask}",
        "{b} <owns|possesses|keeps> {rel} {a}. if {a} <owns|has> {na} {many}, {ask}",
        "there are two friends, {a} and {b}. {a} has {na} {many}, {b} has {rel} {a}. {ask}",
        "{a} and {b} <collect|like|count|compare> {many}. {a} has {na} and {b} has {rel} {a}. {ask}",
        "{a}: {na} {many}. {b} has {rel} {a}. {ask}",
        "we know that {a} has {na} {many} and that {b} has {rel} {a}. {ask}",
        "suppose {a} has {na} {many} and {b} has {rel} {a}. {ask}",
        "{a} has exactly {na} {many}. {b} says: i have {rel} {a}. {ask}",
        "{a} brought {na} {many} to school, and {b} brought {rel} {a}. {ask}",
        "at a party {a} got {na} {many}. {b} got {rel} {a}. {ask}",
        "last week {a} <made|sold|collected> {na} {many}. {b} <made|sold|collected> {rel} {a}. {ask}",
        "{a} has {na} {many} in a <box|bag|jar>. {b} has {rel} {a}. {ask}",
        "the number of {many} {a} has is {na}. {b} has {rel} {a}. {ask}",
        "{a} has {na} {many}. a friend, {b}, has {rel} {a}. {ask}",
        "if {a} owns {na} {many} and a friend, {b}, owns {rel} {a}, {ask}",
        "in the <morning|afternoon> {a} counted {na} {many}. {b} counted {rel} {a}. {ask}",
        "{a}, who has {na} {many}, has a friend {b}, who has {rel} {a}. {ask}",
        "given that {a} has {na} {many} and {b} has {rel} {a}, {ask}",
        "two children have {many}. the first, {a}, has {na}, and the second, {b}, has {rel} {a}. {ask}",
        "{a} has {na} {many}. {says}. {ask}",
        "{says}. {a} has {na} {many}. {ask}",
        "{a} has {na} {many} and {says}. {ask}",
        "if {a} has {na} {many} and {says}, {ask}",
        "{ask} if {a} has {na} {many} and {says}",
        "{says}, and {a} has {na} {many}. {ask}",
        "we know that {says} and that {a} has {na} {many}. {ask}",
        "[{aside}]{a} has {na} {many}, but {says}. {ask}",
        "{a} and {b} count their {many}. {says}. {a} has {na}. {ask}",
        "{a} <collected|found|got|counted> {na} {many}. now {says}. {ask}",
        "the number of {many} that {a} has is {na}. {says}. {ask}",
        "since {says} and {a} has {na} {many}, {ask}",
        "{ask} when {says} and {a} has {na} {many}",
        "{a} owns {na} {many} [in all]. besides, {says}. {ask}",
    ),
    (
        "take {na} as the number of {many} of {a}; {b} owns {rel} {a}. now {ask}",
        "{na} {many} belong to {a}, and {b} possesses {rel} {a}: {ask}",
    ),
    weight=1.8,
    constants=(2, 3),
)
def compare_and_total(rng: Random) -> Instance:
    first, second = people(rng, 2)
    thing = rng.choice(COUNTABLES)
    kind, wordings = rng.choice(_RELATIONS)
    na = rng.randint(2, 60)
    if kind == "/2":
        na *= 2
    k = rng.randint(1, na - 1) if kind == "-" else rng.randint(2, 9 if kind == "*" else 40)
    rel = rng.choice(wordings).replace("{k}", spelled(rng, k)).replace("{many}", thing.many)
    a, b = first.name.lower(), second.name.lower()
    expression = {
        "+": f"{a} + {k}",
        "-": f"{a} - {k}",
        "2*": f"2*{a}",
        "3*": f"3*{a}",
        "*": f"{k}*{a}",
        "/2": f"{a}//2",
    }[kind]
    total = rng.random() < 0.55
    if total:
        ask = rng.choice(
            (
                f"how many {thing.many} do they have together",
                "how many do they have in total",
                f"how many {thing.many} do they have in all",
                f"what is the total number of {thing.many}",
                f"how many {thing.many} do {first.name} and {second.name} have together",
                "how many do both have altogether",
                f"find the total number of {thing.many}",
                f"what is the number of {thing.many} of both {rng.choice(('together', 'in all', 'combined'))}",
                f"calculate how many {thing.many} the two have together",
                f"how many {thing.many} are there altogether",
                f"{first.name} and {second.name} together have how many {thing.many}",
                f"work out how many {thing.many} they own in total",
                "what is their total",
                "what do they have combined",
                f"find out how many {thing.many} {first.name} and {second.name} have in total",
            )
        )
    else:
        ask = rng.choice(
            (
                f"how many {thing.many} does {second.name} have",
                f"how many does {second.name} have",
                f"find the number of {second.name}'s {thing.many}",
                f"what is the number of {thing.many} that {second.name} has",
                f"calculate how many {thing.many} {second.name} has",
                f"how many {thing.many} belong to {second.name}",
                f"work out how many {second.name} has",
                f"tell me how many {thing.many} {second.name} owns",
                f"then {second.name} has how many {thing.many}",
            )
        )
    slots: dict[str, Slot] = {
        "a": first.name,
        "b": second.name,
        "na": spelled(rng, na),
        "many": phrased(thing.many),
        "rel": phrased(rel),
        "says": phrased(_relation_sentence(rng, kind, spelled(rng, k), thing, first.name, second.name)),
        "ask": phrased(ask),
        "extra": phrased(_distractor(rng, first)),
        "x": na,
        "k": k,
        "kind": kind,
        "total": str(total),
    }
    if not total:
        return Instance(
            slots,
            steps(
                f"We compute the number of {second.name} from that of {first.name}.",
                f"{a} = {na}\n{b} = {expression}\n{b}",
                boxed(f"{second.name} has", thing.many),
            ),
        )
    return Instance(
        slots,
        chain(
            rng,
            f"We find the number of {second.name}, then add.",
            [(a, na)],
            [Stage(b, expression, f"{second.name} has ⟨⟩ {thing.many}."), Stage("total", f"{a} + {b}", "")],
            boxed("Together they have", thing.many),
        ),
    )


@task(
    "word problems",
    "three_people_chain",
    (
        "{a} {has} {na} {many}. {b} {has} {r1} {a}. {c} {has} {r2} {b}. {ask}",
        "{c} {has} {r2} {b}, and {b} {has} {r1} {a}. {a} {has} {na} {many}. {ask}",
        "{a} has {na} {many}, {b} has {r1} {a} and {c} has {r2} {b}. {ask}",
        "{b} has {r1} {a}. {c} has {r2} {b}. {ask_if} if {a} has {na} {many}",
        "{a} has {na} {many}. {b} has {r1} {a}, and {c} has {r2} {b}. {ask}",
        "if {a} has {na} {many}, {b} has {r1} {a} and {c} has {r2} {b}, {ask}",
        "{a}, {b} and {c} collect {many}. {a} has {na}. {b} has {r1} {a}. {c} has {r2} {b}. {ask}",
        "[{aside}]{a} owns {na} {many}. {b} owns {r1} {a} and {c} owns {r2} {b}. {ask}",
        "{a} <collected|found|picked|bought> {na} {many}. {b} <collected|found|picked|bought> {r1} {a}. {c} "
        "<collected|found|picked|bought> {r2} {b}. {ask}",
        "three friends, {a}, {b} and {c}, have {many}. {a} has {na}, {b} has {r1} {a}, and {c} has {r2} {b}. {ask}",
        "{c} has {r2} {b}. {b} has {r1} {a}. {a} has {na} {many}. {ask}",
        "we know that {a} has {na} {many}, {b} has {r1} {a} and {c} has {r2} {b}. {ask}",
        "suppose {b} has {r1} {a} and {c} has {r2} {b}. if {a} has {na} {many}, {ask}",
        "{a} has {na} {many} and {b} has {r1} {a}, while {c} has {r2} {b}. {ask}",
        "{a}: {na} {many}. {b}: {r1} {a}. {c}: {r2} {b}. {ask}",
        "{b} has {r1} {a}, who has {na} {many}. {c} has {r2} {b}. {ask}",
        "at a fair {a} won {na} {many}, {b} won {r1} {a} and {c} won {r2} {b}. {ask}",
        "the three of them count their {many}. {a} counts {na}. {b} counts {r1} {a}. {c} counts {r2} {b}. {ask}",
        "{a} brings {na} {many}. {b} brings {r1} {a}, and {c} brings {r2} {b}. {ask}",
        "given that {a} has {na} {many}, that {b} has {r1} {a} and that {c} has {r2} {b}, {ask}",
        "{a} has {na} {many}. {b} has {r1} {a}. then there is {c}, who has {r2} {b}. {ask}",
        "{a}, {b} and {c} are <friends|classmates|cousins|neighbours>. {a} owns {na} {many}, {b} owns {r1} {a}, {c} "
        "owns {r2} {b}. {ask}",
        "{a} has {na} {many}. {s1}. {s2}. {ask}",
        "{s2}. {s1}. {a} has {na} {many}. {ask}",
        "{a} has {na} {many}, {s1}, and {s2}. {ask}",
        "if {a} has {na} {many}, {s1} and {s2}, {ask}",
        "{s1}. {s2}. {ask_if} if {a} has {na} {many}",
        "{a} has {na} {many}. {b} has {r1} {a}. {s2}. {ask}",
        "{s1}, and {c} has {r2} {b}. {a} has {na} {many}. {ask}",
        "[{aside}]{a}, {b} and {c} compare their {many}. {a} has {na}. {s1}. {s2}. {ask}",
        "we know that {s1} and that {s2}. {a} has {na} {many}. {ask}",
        "the number of {many} that {a} has is {na}. {s1}. {s2}. {ask}",
    ),
    ("{na} {many} are {a}'s. compared with {a}, {b} has {r1} {a}; compared with {b}, {c} has {r2} {b}. {ask}",),
    weight=1.3,
    constants=(2, 3),
)
def three_people(rng: Random) -> Instance:
    first, second, third = people(rng, 3)
    thing = rng.choice(COUNTABLES)
    names = [first.name.lower(), second.name.lower(), third.name.lower()]
    na = value = 4 * rng.randint(2, 25)
    rels, says, stages = [], [], []
    for index in (1, 2):
        kind, wordings = rng.choice(_RELATIONS)
        if kind == "/2" and value % 2:
            kind, wordings = "2*", ("twice as many {many} as",)
        k = rng.randint(1, max(1, value - 1)) if kind == "-" else rng.randint(2, 6 if kind == "*" else 40)
        before = names[index - 1]
        expression = {
            "+": f"{before} + {k}",
            "-": f"{before} - {k}",
            "2*": f"2*{before}",
            "3*": f"3*{before}",
            "*": f"{k}*{before}",
            "/2": f"{before}//2",
        }[kind]
        value = {"+": value + k, "-": value - k, "2*": 2 * value, "3*": 3 * value, "*": k * value, "/2": value // 2}[
            kind
        ]
        says.append(
            _relation_sentence(
                rng, kind, spelled(rng, k), thing, (first, second)[index - 1].name, (second, third)[index - 1].name
            )
        )
        rels.append(rng.choice(wordings).replace("{k}", spelled(rng, k)).replace("{many}", thing.many))
        stages.append(Stage(names[index], expression, f"{(second, third)[index - 1].name} has ⟨⟩ {thing.many}."))
    total = rng.random() < 0.5
    if total:
        stages.append(Stage("total", " + ".join(names), ""))
        ask, end = (
            rng.choice(
                (
                    "how many do they have together",
                    f"how many {thing.many} do all three have",
                    f"how many {thing.many} do they have in total",
                    f"how many {thing.many} are there {rng.choice(('in all', 'altogether', 'in total'))}",
                    f"find the total number of {thing.many} of all three",
                    f"calculate how many {thing.many} the three have together",
                    "what is the total",
                    "how many do all three of them have together",
                )
            ),
            "Together they have",
        )
    else:
        ask, end = (
            rng.choice(
                (
                    f"how many {thing.many} does {third.name} have",
                    f"how many does {third.name} have",
                    f"find the number of {third.name}'s {thing.many}",
                    f"calculate how many {thing.many} {third.name} has",
                    f"tell me how many {third.name} has",
                    f"what is the number of {thing.many} of {third.name}",
                )
            ),
            f"{third.name} has",
        )
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "c": third.name,
            "na": spelled(rng, na),
            "many": phrased(thing.many),
            "r1": phrased(rels[0]),
            "r2": phrased(rels[1]),
            "s1": phrased(says[0]),
            "s2": phrased(says[1]),
            "ask": phrased(ask),
            "ask_if": phrased(ask),
            "last": value,
        },
        chain(rng, "We go from one person to the next.", [(names[0], na)], stages, boxed(end, thing.many), apart=0.2),
    )


@task(
    "word problems",
    "equal_groups",
    (
        "there are {k} {boxes} with {n} {many} {in_each}. how many {many} are there {in_all}",
        "{name} has {k} {boxes}. <each|every> {box} <holds|contains|has> {n} {many}. how many {many} does {name} "
        "have {in_all}",
        "each {box} <holds|contains|has> {n} {many}. how many {many} are in {k} {boxes}",
        "how many {many} are in {k} {boxes} <with|of> {n} {many} each",
        "{n} {many} fit into one {box}. how many fit into {k} {boxes}",
        "{k} {boxes}, {n} {many} in each. {find} the total number of {many}",
        "if one {box} <holds|has> {n} {many}, how many {many} do {k} {boxes} <hold|have>",
        "{name} packs {n} {many} into each of {k} {boxes}. how many {many} is that {in_all}",
        "i have {k} {boxes}. <each|every> {box} <holds|contains|has> {n} {many}. how many {many} do i have [{in_all}]",
        "[{aside}]{name} has {k} {boxes} with {n} {many} {in_each}. {tell} how many {many} {name} has {in_all}",
        "{tell} how many {many} are in {k} {boxes} if each {box} <holds|contains|has> {n}",
        "{tell} how many {many} fit into {k} {boxes} of {n}",
        "{tell} the total number of {many} in {k} {boxes} with {n} {many} {in_each}",
        "{name} <buys|orders|bought|ordered> {k} {boxes} of {many}. there are {n} {many} {in_each}. how many {many} "
        "is that [{in_all}]",
        "{name} put {n} {many} into each of {k} {boxes}. how many {many} <did {name} use|were used|are in the "
        "{boxes}> {in_all}",
        "a <shop|store|farmer|school|teacher> has {k} {boxes} of {many} with {n} {many} {in_each}. how many {many} "
        "are there [{in_all}]",
        "if there are {n} {many} in each {box} and there are {k} {boxes}, how many {many} are there [{in_all}]",
        "if {name} fills {k} {boxes} with {n} {many} each, how many {many} does {name} need",
        "how many {many} do you need to fill {k} {boxes} with {n} {many} each",
        "how many {many} <are there|do you have> {in_all} if you have {k} {boxes} and each one holds {n}",
        "on a table there are {k} {boxes}. in every {box} you find {n} {many}. how many {many} is that {in_all}",
        "{k} {boxes} were delivered, each with {n} {many}. how many {many} <came|were delivered> {in_all}",
        "one {box} has room for {n} {many}. how many {many} have room in {k} {boxes}",
        "you see {k} {boxes} of {n} {many} each. {find} the number of {many}",
        "{k} {boxes} of {n} {many}, how many {many} [{in_all}]",
        "{k} {boxes} times {n} {many} each, how many {many}",
        "{many} come in {boxes} of {n}. {name} has {k} {boxes}. how many {many} are they",
        "what is the total number of {many} if {k} {boxes} hold {n} {many} each",
        "with {n} {many} in one {box}, how many are in {k} {boxes}",
        "count the {many}: {k} {boxes} with {n} {many} in every one",
    ),
    ("in every one of the {k} {boxes} {name} counts {n} {many}; what is the number of all {many}",),
)
def equal_groups(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_BOXES)
    (person,) = people(rng, 1)
    k, n = rng.randint(2, 30), rng.randint(2, 48)
    return Instance(
        {
            "k": spelled(rng, k),
            "n": spelled(rng, n),
            "box": box,
            "boxes": phrased(boxes),
            "many": phrased(thing.many),
            "name": person.name,
            "in_each": phrased(rng.choice(("in each", "each", f"in each {box}", f"in every {box}"))),
            "x": k,
            "y": n,
        },
        steps(
            f"We multiply the number of {boxes} by what each holds.",
            f"{boxes} = {k}\n{thing.many}_each = {n}\n{boxes}*{thing.many}_each",
            boxed("There are", thing.many),
        ),
    )


_BOXES = (
    ("box", "boxes"),
    ("bag", "bags"),
    ("basket", "baskets"),
    ("jar", "jars"),
    ("packet", "packets"),
    ("tray", "trays"),
    ("shelf", "shelves"),
    ("drawer", "drawers"),
    ("row", "rows"),
    ("carton", "cartons"),
    ("crate", "crates"),
    ("case", "cases"),
    ("pile", "piles"),
    ("bucket", "buckets"),
)
# what can be filled and must not overflow
_CONTAINERS = tuple(box for box in _BOXES if box[0] not in ("shelf", "drawer", "row", "pile", "case"))


@task(
    "word problems",
    "sharing_equally",
    (
        "{name} shares {n} {many} equally among {k} {friends}. how many {many} does each {friend} get",
        "{n} {many} are <shared|divided|split> <equally|evenly|fairly> among {k} {friends}. how many does each get",
        "{k} {friends} share {n} {many} equally. how many {many} does each {friend} get",
        "how many {many} does each {friend} get if {n} {many} are shared equally among {k} {friends}",
        "{name} has {n} {many} for {k} {friends}. each gets the same number. how many is that",
        "divide {n} {many} equally among {k} {friends}",
        "there are {n} {many} for {k} {friends}, everyone gets the same. how many each",
        "{n} {many} are put into {k} {boxes}, the same number in each. how many are in one {box}",
        "i <share|split|divide> {n} {many} <equally|evenly|fairly> among {k} {friends}. how many {many} does each "
        "<get|receive>",
        "[{aside}]{name} wants to share {n} {many} <equally|evenly|fairly> with {k} {friends}, keeping none. {tell} "
        "how many {many} each {friend} gets",
        "{tell} how many {many} each {friend} <gets|receives> if {n} {many} are <shared|divided|split> "
        "<equally|evenly> among {k} {friends}",
        "{tell} how many {many} go into each {box} if {n} {many} are put evenly into {k} {boxes}",
        "{n} {many} are handed out to {k} {friends}. everybody <gets|receives> the same number. how many {many} is "
        "that for each",
        "{n} {many} were <shared|divided|distributed> <equally|evenly> among {k} {friends}. how many did each "
        "<get|receive>",
        "{name} has {n} {many} and {k} {boxes}. the same number goes into every {box}. how many {many} are in each "
        "{box}",
        "{name} gave {n} {many} to {k} {friends}, the same number to each. how many did each {friend} get",
        "<split|distribute|share> {n} {many} <equally|evenly|fairly> among {k} {friends}. how many does each get",
        "if {k} {friends} share {n} {many} <equally|evenly|fairly>, how many {many} does each <get|receive>",
        "if {n} {many} are <split|divided> into {k} equal <groups|parts|piles>, how many are in each",
        "how many {many} does <one|every> {friend} get when {k} {friends} share {n} {many} <fairly|equally>",
        "how many {many} are in one {box} if {n} {many} are spread evenly over {k} {boxes}",
        "a <teacher|coach|mother|grandfather> gives {n} {many} to {k} {friends}. each one gets the same. how many "
        "does each <get|receive>",
        "{k} {friends} found {n} {many}. they want to share them <equally|fairly>. how many will each of them have",
        "{k} {friends} and {n} {many}: how many for each",
        "there are {n} {many} and {k} {boxes}. each {box} gets equally many. {find} the number of {many} per {box}",
        "{n} {many} <in|into> {k} equal {boxes}, how many in each",
        "you have {n} {many} for {k} {friends}. {find} how many each one can get if all get the same",
        "what does each {friend} get if {k} {friends} divide {n} {many} fairly",
        "{n} divided among {k} {friends}: how many {many} each",
        "what is the share of each {friend} if {n} {many} go to {k} {friends} in equal shares",
    ),
    ("all {k} {friends} want the same number out of {n} {many}; what is the share of one of them",),
)
def sharing_equally(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_BOXES)
    (person,) = people(rng, 1)
    friend, friends = rng.choice(
        (
            ("friend", "friends"),
            ("child", "children"),
            ("student", "students"),
            ("kid", "kids"),
            ("person", "people"),
            ("player", "players"),
            ("pupil", "pupils"),
            ("cousin", "cousins"),
            ("classmate", "classmates"),
            ("guest", "guests"),
            ("teammate", "teammates"),
            ("girl", "girls"),
            ("boy", "boys"),
        )
    )
    k, each = rng.randint(2, 20), rng.randint(2, 30)
    return Instance(
        {
            "n": spelled(rng, k * each),
            "k": spelled(rng, k),
            "many": phrased(thing.many),
            "name": person.name,
            "friend": friend,
            "friends": phrased(friends),
            "box": box,
            "boxes": phrased(boxes),
            "x": k * each,
            "y": k,
        },
        steps(
            "We divide by the number of shares.",
            f"{thing.many} = {k * each}\nshares = {k}\n{thing.many}//shares",
            boxed("Each share is", thing.many),
        ),
    )


@task(
    "word problems",
    "sharing_with_rest",
    (
        "{name} shares {n} {many} equally among {k} friends. how many {many} are left over",
        "{n} {many} are packed into {boxes} of {k}. how many {many} are left over",
        "{n} {many} are divided equally among {k} children. how many {many} remain",
        "how many {many} are left if {n} {many} are put into {boxes} of {k} each",
        "{k} {many} fit in a {box}. {name} has {n} {many} and fills as many {boxes} as possible. how many {many} are "
        "left",
        "{n} {many} for {k} children, everyone gets the same. how many are left over",
        "if {n} {many} are packed in {boxes} of {k}, how many do not fit",
        "i <share|split|divide> {n} {many} equally among {k} friends. how many {many} <are left over|remain>",
        "[{aside}]{name} packs {n} {many} into {boxes} of {k}. {tell} how many {many} are left over",
        "{tell} how many {many} are left over if {n} {many} are shared equally among {k} <children|people|friends>",
        "{tell} how many {many} remain when {n} {many} are put into {boxes} of {k}",
        "{n} {many} were shared out equally to {k} <children|students|players>, as many as possible to each. how "
        "many {many} were left",
        "{name} has {n} {many}. {name} fills {boxes} with {k} {many} each. how many {many} <are left over|do not fit "
        "into a full {box}|remain>",
        "{name} makes groups of {k} from {n} {many}. how many {many} are left without a group",
        "if {n} {many} are shared equally among {k} people, how many <are left over|remain>",
        "if you put {n} {many} into {boxes} of {k}, how many {many} <are left over|remain>",
        "a <teacher|coach|baker|farmer> has {n} {many} and gives the same number to each of {k} children. how many "
        "{many} are left over",
        "each {box} must hold exactly {k} {many}. out of {n} {many}, how many are left over",
        "how many {many} are left over when {n} {many} are divided equally by {k} children",
        "how many {many} will be left if {name} shares {n} {many} fairly with {k} children so that each child gets "
        "as many as possible",
        "what is left over when {n} {many} are divided among {k} children",
        "<divide|split> {n} {many} into groups of {k}. how many are left over",
        "{n} {many} in groups of {k}: how many left over",
        "{n} {many} are put in rows of {k}. how many {many} are in the last, incomplete row",
        "{n} {many} are tied into bundles of {k}. how many are not in a bundle",
        "the remainder when {n} {many} are shared by {k} people",
        "you have {n} {many} and sell them in packs of {k}. how many {many} can you not sell",
        "what rest remains when {n} {many} are packed into {boxes} of {k}",
    ),
    ("after {name} has filled every {box} with {k} of {his} {n} {many}, what rest remains",),
)
def sharing_with_rest(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_CONTAINERS)
    (person,) = people(rng, 1)
    k = rng.randint(3, 24)
    n = k * rng.randint(2, 20) + rng.randint(1, k - 1)
    return Instance(
        {
            "n": spelled(rng, n),
            "k": spelled(rng, k),
            "many": phrased(thing.many),
            "name": person.name,
            "his": phrased(person.his),
            "box": box,
            "boxes": phrased(boxes),
        },
        steps(
            "The rest is the remainder of the division.",
            f"{thing.many} = {n}\nsize = {k}\n{thing.many} % size",
            boxed("The rest is", thing.many),
        ),
    )


@task(
    "word problems",
    "containers_needed",
    (
        "{k} {many} fit into one {box}. how many {boxes} <are needed|do you need> for {n} {many}",
        "how many {boxes} <are needed|does {name} need> for {n} {many} if <each|one> {box} holds {k}",
        "{name} has {n} {many}. each {box} holds {k}. how many {boxes} does {he} need",
        "{n} people go on a trip. <a bus|each bus> has {k} seats. how many buses are needed",
        "a <bus|van> can take {k} people. how many are needed for {n} people",
        "how many {boxes} of {k} are needed to hold {n} {many}",
        "{n} {many} must be packed, {k} per {box}. how many {boxes}",
        "i want to pack {n} {many} into {boxes}. one {box} holds {k}. how many {boxes} do i need",
        "[{aside}]{name} has to pack {n} {many}. each {box} holds at most {k}. {tell} how many {boxes} {he} needs",
        "{tell} how many {boxes} are needed for {n} {many} if <each|one> {box} holds {k}",
        "{tell} how many <buses|vans|minibuses> with {k} seats are needed for {n} people",
        "{tell} how many <boats|cars|taxis> {n} <people|tourists|guests> need if each one <takes|holds|carries> {k}",
        "{n} <students|people|fans|tourists|passengers> want to travel by bus. each bus <has|holds|takes> {k} "
        "<seats|people>. how many buses <do they need|are needed|must be ordered>",
        "if <each|one> {box} holds {k} {many}, how many {boxes} <are needed|do you need|does {name} need> for {n} "
        "{many}",
        "if a bus has {k} seats, how many buses <are needed|must come> for {n} people",
        "a <farmer|shop|baker|factory> packs {n} {many} into {boxes}. no more than {k} go into one. how many {boxes} "
        "are needed",
        "{n} <guests|people|pupils> sit at tables with {k} seats each. how many tables are needed",
        "a <lift|boat|cable car> carries {k} people at a time. how many rides are needed for {n} people",
        "{n} {many} must be carried. {name} can carry {k} at a time. how many trips does {he} have to make",
        "there are {n} {many} to be stored in {boxes} that hold {k} each. how many {boxes} <are needed|must be bought>",
        "at most {k} {many} go in a {box}. what is the smallest number of {boxes} for {n} {many}",
        "how many {boxes} must {name} <buy|have|get> to <pack|store> {n} {many} with at most {k} in each",
        "how many {boxes} does it take to <hold|pack|store> {n} {many}, {k} in each",
        "number of {boxes} for {n} {many}, {k} per {box}",
        "<tents|rooms> for {k} people each: how many are needed for {n} people",
        "the {n} members of a club go camping. a tent <sleeps|is for> {k}. how many tents do they need",
        "you have {n} {many} and {boxes} for {k} {many} each. how many {boxes} do you need for all of them",
        "{many} are sold in {boxes} of {k}. {name} needs {n} {many}. how many {boxes} must {he} buy",
        "how many {boxes} are required if {n} {many} must be stored and a {box} takes {k}",
    ),
    ("to store {n} {many}, at most {k} in a {box}, what number of {boxes} is required",),
)
def containers_needed(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_CONTAINERS)
    (person,) = people(rng, 1)
    k, n = rng.randint(4, 60), rng.randint(20, 600)
    return Instance(
        {
            "n": spelled(rng, n),
            "k": spelled(rng, k),
            "many": phrased(thing.many),
            "name": person.name,
            "he": phrased(person.he),
            "box": box,
            "boxes": phrased(boxes),
            "x": n,
            "y": k,
        },
        steps(
            "We divide and round up.",
            f"from math import ceil\ntotal = {n}\nsize = {k}\nceil(total/size)",
            boxed("The number needed is"),
        ),
    )


@task(
    "word problems",
    "groups_then_change",
    (
        "{name} has {k} {boxes} with {n} {many} each. {he} {event}. how many {many} does {he} have {now}",
        "there are {n} {many} in each of {name}'s {k} {boxes}. {he} {event}. how many {many} are there {now}",
        "{name} buys {k} {boxes} of {many}. each {box} has {n} {many}. {he} {event}. how many does {he} have {now}",
        "how many {many} does {name} have if {he} has {k} {boxes} with {n} {many} each and {event}",
        "{name} fills {k} {boxes} with {n} {many} each. then {he} {event}. how many {many} does {he} have {now}",
        "at first there are {k} {boxes} with {n} {many} each. {name} {event}. how many {many} are there {now}",
        "each of {k} {boxes} holds {n} {many}. {name} {event}. {find} the number of {many} at the end",
        "i have {k} {boxes} with {n} {many} each. i {plain}. how many {many} do i have {now}",
        "[{aside}]{name} has {k} {boxes}. <each|every> {box} <holds|contains|has> {n} {many}. then {he} {event}. "
        "{tell} how many {many} {he} has {now}",
        "{tell} how many {many} {name} has {now} if {he} had {k} {boxes} with {n} {many} each and {past}",
        "{tell} how many {many} are <left|there now> if there were {k} {boxes} with {n} {many} each and {changes}",
        "{name} had {k} {boxes} with {n} {many} in each. {he} {past}. how many {many} <does {he} have now|did {he} "
        "have then|are there now>",
        "{name} bought {k} {boxes} of {n} {many}. later {he} {past}. how many {many} does {he} have {now}",
        "if {name} has {k} {boxes} with {n} {many} each and {event}, how many {many} does {he} have {now}",
        "if you have {k} {boxes} of {n} {many} and {plain}, how many {many} do you have {now}",
        "you have {k} {boxes}, each with {n} {many}. you {plain}. how many {many} do you have {now}",
        "there were {k} {boxes} with {n} {many} each. then {changes}. how many {many} are there {now}",
        "a <shop|school|store> had {k} {boxes} of {many}, {n} {many} in each. {changes}. how many {many} does it "
        "have {now}",
        "how many {many} are there {now} if there are {k} {boxes} of {n} {many} and {changes}",
        "how many {many} does {name} have {now} after {he} {past}, if {he} started with {k} {boxes} of {n} {many}",
        "{name} put {n} {many} into each of {k} {boxes}. after that {he} {past}. {find} the number of {many} {he} "
        "has now",
        "{k} {boxes} hold {n} {many} each. {name}, who owns them, {event}. how many {many} does {he} have {now}",
        "starting with {k} {boxes} of {n} {many} each, {name} {past}. how many {many} are there {now}",
        "{name} <owns|keeps> {n} {many} in each of {k} {boxes}. today {he} {event}. {find} the number of {many} {he} "
        "has now",
        "{k} {boxes}, {n} {many} in each. {changes}. how many {many} {now}",
        "yesterday {name} got {k} {boxes} with {n} {many} each. today {he} {past}. how many {many} does {he} have now",
        "every {box} of {name}'s {k} {boxes} has {n} {many} in it. {he} {event}. count the {many} now",
    ),
    ("{name} owns {k} {boxes}, every {box} with {n} {many}, and {event}; what is the number of {many} afterwards",),
)
def groups_then_change(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_CONTAINERS)
    person, other = people(rng, 2)
    k, n = rng.randint(2, 12), rng.randint(3, 24)
    gain = rng.random() < 0.4
    m = rng.randint(2, 50) if gain else rng.randint(2, k * n - 1)
    event = _event(rng, gain, m, other.name)
    return Instance(
        {
            "k": spelled(rng, k),
            "n": spelled(rng, n),
            "box": box,
            "boxes": phrased(boxes),
            "many": phrased(thing.many),
            "name": person.name,
            "he": phrased(person.he),
            "event": phrased(event[0]),
            "past": phrased(event[1]),
            "plain": phrased(event[2]),
            "changes": phrased(event[3]),
            "x": k,
            "y": n,
            "z": m if gain else -m,
        },
        chain(
            rng,
            "First how many there are, then what changes.",
            [(boxes, k), ("each", n)],
            [
                Stage("total", f"{boxes}*each", f"At first there are ⟨⟩ {thing.many}."),
                Stage("result", f"total {'+' if gain else '-'} {m}", ""),
            ],
            boxed("The result is", thing.many),
        ),
    )


@task(
    "word problems",
    "fraction_used_then_left",
    (
        "{name} has {n} {many}. {he} <gives away|sells|eats up|loses> {f} of them. how many {many} are left",
        "{f} of {name}'s {n} {many} are <red|broken|old>. how many are not",
        "{name} had {n} {many} and gave {f} of them to {other}. how many does {he} have left",
        "how many {many} are left if {name} gives {f} of {his} {n} {many} to {other}",
        "there are {n} {many}. {f} of them are <taken|sold|used>. how many remain",
        "{name} uses {f} of {his} {n} {many}. how many are left",
        "if {f} of {n} {many} are gone, how many are left",
        "{f} of {n} {many} are given away. {find} how many remain",
        "i had {n} {many} and <gave away|lost|used|sold|ate up> {f} of them. how many {many} do i have {left}",
        "[{aside}]{name} has {n} {many}. {f} of them are <given away|sold|lost|used>. {tell} how many {many} {he} "
        "has {left}",
        "{tell} how many {many} are left if {name} <sells|gives away|loses> {f} of {n}",
        "{tell} how many of {n} {many} <remain|are left> after {f} of them have been <used|sold|taken>",
        "{name} <sold|lost|used up|gave away> {f} of {his} {n} {many}. how many {many} does {he} <still have|have "
        "left>",
        "{name} had {n} {many}. {other} got {f} of them. how many {many} <did {name} keep|remained|does {name} still "
        "have>",
        "{other} gets {f} of {name}'s {n} {many}. how many {many} does {name} <keep|still have|have left>",
        "out of {n} {many}, {f} are <sold|used|broken|taken>. how many are <left|not>",
        "if {name} has {n} {many} and <gives|hands> {f} of them to {other}, how many {many} does {he} keep",
        "if you have {n} {many} and <use|lose|sell> {f} of them, how many {many} are left",
        "you have {n} {many} and <give away|use|lose> {f} of them. how many {many} do you have {left}",
        "a <shop|store|bakery|stall> has {n} {many}. by noon {f} of them are sold. how many {many} are <left|not sold>",
        "a <box|bag|basket|crate> has {n} {many} in it. {f} of them are taken out. how many {many} are still inside",
        "how many {many} <remain|are left> from {n} if {f} of them are <gone|given away|sold>",
        "how many {many} does {name} keep if {he} gives away {f} of {n}",
        "{n} {many} minus {f} of them, how many are left",
        "after {name} gave {f} of {his} {n} {many} to {other}, how many {many} did {he} have {left}",
        "on monday {name} had {n} {many}. until friday {he} <used|lost|sold> {f} of them. how many were left on friday",
        "{f} of {n} {many} leave the <shop|factory|warehouse>. how many stay there",
        "{f} of the {n} {many} in a <box|shop|bag> are <broken|sold|red>. {find} the number of the other {many}",
        "what is left of {n} {many} when {f} of them are taken away",
        "{name} sells {f} of {his} {n} {many}. how many {many} does {he} keep",
    ),
    ("{other} takes {f} of the {n} {many} of {name}; what number stays with {name}",),
    constants=(1, 2, 3, 4, 5),
)
def fraction_used(rng: Random) -> Instance:
    thing = rng.choice(COUNTABLES)
    person, other = people(rng, 2)
    p, q, words = rng.choice(
        (
            (1, 2, "half"),
            (1, 3, "a third"),
            (1, 4, "a quarter"),
            (3, 4, "three quarters"),
            (2, 3, "two thirds"),
            (1, 5, "one fifth"),
            (2, 5, "2/5"),
            (3, 5, "3/5"),
            (1, 3, "1/3"),
            (3, 4, "3/4"),
        )
    )
    n = q * rng.randint(2, 40)
    return Instance(
        {
            "n": spelled(rng, n),
            "f": phrased(words),
            "many": phrased(thing.many),
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "other": other.name,
            "x": n,
            "p": p,
            "q": q,
        },
        chain(
            rng,
            "We find the part and subtract it.",
            [(thing.many, n)],
            [
                Stage("part", f"{thing.many}*{p}//{q}", f"The part is ⟨⟩ {thing.many}."),
                Stage("left", f"{thing.many} - part", ""),
            ],
            boxed("What is left is", thing.many),
        ),
    )


@task(
    "word problems",
    "parts_of_a_whole",
    (
        "there are {n} {people} in a {place}. {k} are {kind}. how many are {other_kind}",
        "of {n} {people}, {k} are {kind} and the rest are {other_kind}. how many are {other_kind}",
        "a {place} has {n} {people}, {k} of them {kind}. how many {other_kind} are there",
        "{k} of the {n} {people} in a {place} are {kind}. how many are not",
        "how many {other_kind} are in a {place} of {n} {people} if {k} are {kind}",
        "{n} {people} are in a {place}: {k} {kind}, the rest {other_kind}. how many {other_kind}",
        "in a {place} with {n} {people}, {k} are {kind}. {find} the number of {other_kind}",
        "if {k} of {n} {people} are {kind}, how many are {other_kind}",
        "[{aside}]a {place} has {n} {people}. {k} <are|of them are> {kind} and the others are {other_kind}. {tell} "
        "how many are {other_kind}",
        "{tell} how many {other_kind} there are among {n} {people} if {k} are {kind} and the rest are {other_kind}",
        "{tell} the number of {other_kind} in a {place} with {n} {people}, {k} of them {kind} and the rest "
        "{other_kind}",
        "there are {n} {people} in my {place}. {k} are {kind}, the other ones are {other_kind}. how many "
        "{other_kind} are there",
        "there are {kind} and {other_kind} in a {place}, {n} in all. {k} are {kind}. how many {other_kind} are there",
        "out of {n} {people} in a {place}, {k} are {kind}. all the others are {other_kind}. how many {other_kind} "
        "are there",
        "if there are {n} {people} in a {place} and {k} of them are {kind}, how many {other_kind} are there",
        "if a {place} has {n} {people} and {k} of them are {kind}, how many are {other_kind}",
        "a {place} <holds|has> {n} {people}: {kind} and {other_kind}. the number of {kind} is {k}. {find} the number "
        "of {other_kind}",
        "{kind} and {other_kind} together make {n} {people}. {k} are {kind}. how many are {other_kind}",
        "in all there are {n} {people}. {k} of these are {kind}, the remaining ones are {other_kind}. how many "
        "{other_kind} is that",
        "{n} {people}, {k} {kind}. how many {other_kind}",
        "the {people} of a {place} are {kind} or {other_kind}. of {n} {people}, {k} are {kind}. how many are "
        "{other_kind}",
        "how many of {n} {people} in a {place} are {other_kind} if {k} are {kind} and there are no others",
        "how many {other_kind} <are|remain> in a {place} of {n} {people} when the {k} {kind} leave",
        "we counted {n} {people} in the {place}. {k} were {kind}. how many were {other_kind}",
        "a {place} with {n} {people} has {k} {kind}. everyone or everything else is {other_kind}. how many are "
        "{other_kind}",
        "the {place} has {k} {kind} and some {other_kind}. altogether that makes {n} {people}. {find} the number of "
        "{other_kind}",
    ),
    (
        "in all {n} {people} sit in the {place}; after counting {k} {kind}, how many {other_kind} are still to be "
        "counted",
    ),
)
def parts_of_a_whole(rng: Random) -> Instance:
    crowd, place, kind, other = rng.choice(
        (
            ("students", "class", "girls", "boys"),
            ("students", "school", "boys", "girls"),
            ("people", "room", "children", "adults"),
            ("people", "bus", "adults", "children"),
            ("animals", "farm", "cows", "sheep"),
            ("animals", "barn", "ducks", "hens"),
            ("members", "club", "women", "men"),
            ("passengers", "train", "men", "women"),
            ("flowers", "garden", "roses", "tulips"),
            ("vehicles", "car park", "cars", "vans"),
            ("books", "library", "novels", "comics"),
            ("fruits", "basket", "apples", "pears"),
            ("players", "team", "beginners", "experts"),
            ("guests", "hotel", "adults", "children"),
            ("trees", "park", "oaks", "pines"),
            ("workers", "factory", "women", "men"),
            ("visitors", "zoo", "children", "adults"),
        )
    )
    n = rng.randint(12, 400)
    k = rng.randint(2, n - 2)
    return Instance(
        {
            "n": n,
            "k": spelled(rng, k),
            "people": phrased(crowd),
            "place": phrased(place),
            "kind": phrased(kind),
            "other_kind": phrased(other),
        },
        steps(
            f"The {other} are all less the {kind}.",
            f"{crowd} = {n}\n{kind} = {k}\n{crowd} - {kind}",
            boxed("There are", other),
        ),
    )


@task(
    "word problems",
    "daily_amount",
    (
        "{name} {does} {n} {units} <a day|every day|each day|per day>. how many {units} does {he} {do} in {k} {period}",
        "how many {units} does {name} {do} in {k} {period} at {n} {units} a day",
        "every day {name} {does} {n} {units}. how many is that in {k} {period}",
        "in {k} {period}, how many {units} does {name} {do} if {he} {does} {n} a day",
        "{name} {does} {n} {units} per day for {k} {period}. {find} the total number of {units}",
        "{n} {units} <a day|every day> for {k} {period}: how many {units} {in_all}",
        "if {name} {does} {n} {units} each day, how many {units} is that after {k} {period}",
        "i {do} {n} {units} <a day|every day|each day|per day>. how many {units} do i {do} in {k} {period}",
        "[{aside}]each day {name} {does} {n} {units}. {tell} how many {units} {he} {does} in {k} {period}",
        "{tell} how many {units} {name} {does} in {k} {period} if {he} {does} {n} {units} <a day|every day|each day>",
        "{tell} the number of {units} <in|after> {k} {period} at {n} {units} <a day|per day>",
        "{name} {does} {n} {units} <daily|a day|every single day>. how many {units} <is that|does it make|are that> "
        "<in|after> {k} {period}",
        "{name} always {does} {n} {units} <a day|per day>. after {k} {period}, how many {units} <is it|is that> "
        "{in_all}",
        "if you {do} {n} {units} <a day|every day|per day>, how many {units} do you {do} in {k} {period}",
        "if someone {does} {n} {units} <a day|each day>, how many {units} is that in {k} {period}",
        "you {do} {n} {units} every day for {k} {period}. how many {units} <is that|do you {do}> {in_all}",
        "for {k} {period}, {name} {does} {n} {units} <each day|a day|every day>. how many {units} does {he} {do} "
        "[{in_all}]",
        "the plan is to {do} {n} {units} <a day|each day>. how many {units} <is that|will it be> after {k} {period}",
        "over {k} {period}, {name} {does} {n} {units} per day. {find} the total number of {units}",
        "on every day of {k} {period}, {name} {does} {n} {units}. how many {units} are that together",
        "how many {units} will {name} {do} <in|within|during> {k} {period} if {he} {does} {n} <a day|every day|each "
        "day>",
        "how many {units} does it make if {name} {does} {n} {units} a day for {k} {period}",
        "{n} {units} per day, {k} {period}, total number of {units}",
        "at a rate of {n} {units} <a day|per day>, how many {units} does {name} {do} in {k} {period}",
        "{name}'s goal is to {do} {n} {units} every day. {he} keeps it up for {k} {period}. how many {units} does "
        "{he} {do} {in_all}",
        "{find} the number of {units} in {k} {period} if {name} {does} {n} {units} per day",
        "what number of {units} does {name} {do} over {k} {period} if {he} {does} {n} daily",
    ),
    ("{n} {units} is what {name} {does} daily; over {k} {period} this makes how many",),
    constants=(7,),
)
def daily_amount(rng: Random) -> Instance:
    (person,) = people(rng, 1)
    does, do, units = rng.choice(
        (
            ("reads", "read", "pages"),
            ("runs", "run", "kilometres"),
            ("walks", "walk", "miles"),
            ("drinks", "drink", "glasses of water"),
            ("solves", "solve", "problems"),
            ("sells", "sell", "tickets"),
            ("learns", "learn", "words"),
            ("writes", "write", "lines"),
            ("bakes", "bake", "cakes"),
            ("eats", "eat", "nuts"),
            ("makes", "make", "bracelets"),
            ("sends", "send", "messages"),
            ("saves", "save", "coins"),
            ("does", "do", "push-ups"),
            ("cycles", "cycle", "kilometres"),
            ("swims", "swim", "lengths"),
            ("plants", "plant", "trees"),
            ("packs", "pack", "parcels"),
            ("delivers", "deliver", "letters"),
            ("paints", "paint", "pictures"),
            ("draws", "draw", "comics"),
            ("picks", "pick", "apples"),
        )
    )
    n, k = rng.randint(2, 40), rng.randint(2, 30)
    weeks = rng.random() < 0.4
    code = (
        f"per_day = {n}\nweeks = {k}\ndays = weeks*7\nper_day*days"
        if weeks
        else f"per_day = {n}\ndays = {k}\nper_day*days"
    )
    return Instance(
        {
            "name": person.name,
            "he": phrased(person.he),
            "does": does,
            "do": do,
            "units": phrased(units),
            "n": spelled(rng, n),
            "k": spelled(rng, k),
            "period": phrased("weeks" if weeks else "days"),
            "x": n,
            "y": k * (7 if weeks else 1),
        },
        steps("We multiply the daily amount by the days.", code, boxed("It is", units)),
    )


@task(
    "word problems",
    "pages_left_to_read",
    (
        "a book has {n} pages. {name} reads {p} pages {every} for {k} days. how many pages are left",
        "{name} reads {p} pages <a day|each day> of a book with {n} pages. how many pages are left after {k} days",
        "after {k} days of reading {p} pages a day, how many of the {n} pages of a book are left",
        "{name} has a book of {n} pages and reads {p} pages {every}. how many pages are still unread after {k} days",
        "a book with {n} pages is read at {p} pages {every}. how many pages remain after {k} days",
        "{name} has read {p} pages {every} for {k} days. {his_book} has {n} pages. how many are left",
        "how many pages of {n} are left after {k} days at {p} pages {every}",
        "my book has {n} pages. i read {p} pages {every}. how many pages are left after {k} days",
        "i read {p} pages {every} of a {n}-page book. how many pages <do i still have|are left> to read after {k} days",
        "[{aside}]{name} is reading a book that has {n} pages. {name} reads {p} pages {every}. {tell} how many pages "
        "are left after {k} days",
        "{tell} how many pages of a book with {n} pages are left after {k} days of reading {p} pages {every}",
        "{tell} how many pages {name} still has to read after {k} days at {p} pages {every} if the book has {n} pages",
        "{name} <started|began> a book of {n} pages. for {k} days {name} read {p} pages {every}. how many pages <are "
        "left|remain|are there still to read>",
        "a <novel|story|comic|book> has {n} pages. {name} <reads|manages|finishes> {p} pages {every}. how many pages "
        "remain after {k} days",
        "if a book has {n} pages and {name} reads {p} pages {every}, how many pages are left after {k} days",
        "if you read {p} pages {every} for {k} days, how many pages of a {n}-page book are <left|unread>",
        "how many pages does {name} still have to read if the book has {n} pages and {name} has read {p} pages "
        "{every} for {k} days",
        "how many pages of a {n}-page book are left when {name} reads {p} pages {every} for {k} days",
        "the book {name} is reading is {n} pages long. {name} reads {p} pages {every}. {find} the number of pages "
        "left after {k} days",
        "the library book has {n} pages. {k} days long {name} reads {p} pages {every}. how many pages are not read yet",
        "you have a book with {n} pages. you read {p} pages {every}. how many pages are left after {k} days",
        "for {k} days {name} has been reading {p} pages {every}. the book is {n} pages long. how many pages are "
        "still to come",
        "{n} pages, {p} pages {every}, {k} days. how many pages are left",
        "out of {n} pages, {name} reads {p} {every}. how many pages are unread after {k} days",
        "{name} must read {n} pages for school. {name} reads {p} pages {every} for {k} days. how many pages does "
        "{name} still have to read",
        "of the {n} pages of a book, {p} are read {every}. how many pages <are left|remain> after {k} days",
    ),
    ("from {n} pages {name} manages {p} daily; what remains to be read when {k} days have passed",),
)
def pages_left(rng: Random) -> Instance:
    (person,) = people(rng, 1)
    p, k = rng.randint(5, 40), rng.randint(2, 14)
    n = p * k + rng.randint(5, 200)
    return Instance(
        {
            "name": person.name,
            "n": n,
            "p": spelled(rng, p),
            "k": spelled(rng, k),
            "every": phrased(rng.choice(("a day", "every day", "each day", "per day"))),
            "his_book": phrased(f"{person.his} book"),
            "x": n - p * k,
        },
        chain(
            rng,
            "We subtract what is read from all pages.",
            [("pages", n), ("per_day", p), ("days", k)],
            [Stage("read", "per_day*days", "So far ⟨⟩ pages are read."), Stage("left", "pages - read", "")],
            boxed("What is left is", "pages"),
        ),
    )


@task(
    "word problems",
    "sum_and_difference",
    (
        "the sum of two numbers is {s} and their difference is {d}. {find_them} numbers",
        "two numbers <add up to|have the sum> {s} and differ by {d}. what are the numbers",
        "{get} two numbers with sum {s} and difference {d}",
        "two numbers have a sum of {s} and a difference of {d}. what are they",
        "{a} and {b} have {s} {many} together. {a} has {d} more than {b}. how many does each have",
        "i am thinking of two numbers. their sum is {s} and their difference is {d}. what are <the numbers|they>",
        "[{aside}]two numbers <add up to|sum to|make together> {s}, and one is {d} <more|larger|bigger|greater> than "
        "the other. {tell} what the numbers are",
        "{tell} which two numbers have the sum {s} and the difference {d}",
        "{tell} the two numbers whose sum is {s} and whose difference is {d}",
        "which two numbers <add up to|have the sum> {s} and differ by {d}",
        "what are the two numbers <with sum {s} and difference {d}|that add up to {s} and differ by {d}>",
        "the sum of two numbers is {s}. one of them is {d} <more|larger|greater> than the other. {find_them} numbers",
        "if two numbers add up to {s} and their difference is {d}, what are the numbers",
        "if the sum of two numbers is {s} and one is {d} more than the other, what are the numbers",
        "x + y = {s} and x - y = {d}. what are x and y",
        "the difference of two numbers is {d} and their sum {s}. {find_them} two numbers",
        "a number is {d} <larger|greater|bigger> than another. together they make {s}. {find_them} two numbers",
        "split {s} into two numbers that differ by {d}",
        "divide {s} into two parts so that one part is {d} more than the other",
        "{a} and {b} share {s} {many}. {a} gets {d} more than {b}. how many does each get",
        "{a} and {b} <own|have|collected|found> {s} {many} {together}. {b} has {d} fewer than {a}. how many does "
        "each of them have",
        "together {a} and {b} have {s} {many}, and {a} has {d} more. how many {many} has each",
        "{a} has {d} {many} more than {b}. they have {s} in all. how many has each of them",
        "two <ropes|ribbons|boards|sticks> are {s} cm long together. one is {d} cm longer than the other. how long "
        "is each",
        "a rope of {s} cm is cut into two pieces. one piece is {d} cm longer than the other. how long are the pieces",
        "two <bags|boxes> weigh {s} kg together. the heavy one weighs {d} kg more than the light one. how much does "
        "each weigh",
        "in an election with two candidates {s} votes were given. the winner had {d} more than the loser. how many "
        "votes did each get",
        "sum {s}, difference {d}, which two numbers",
    ),
    ("adding two unknown numbers gives {s}, subtracting them gives {d}. name both",),
    constants=(2,),
)
def sum_and_difference(rng: Random) -> Instance:
    first, second = people(rng, 2)
    small, d = rng.randint(1, 80), rng.randint(1, 60)
    s = 2 * small + d
    return Instance(
        {"s": s, "d": d, "a": first.name, "b": second.name, "many": phrased(rng.choice(COUNTABLES).many)},
        steps(
            "The larger number is half of the sum plus the difference.",
            f"total = {s}\ndifference = {d}\nlarger = (total + difference)//2\nsmaller = total - larger\nlarger, "
            f"smaller",
            "The numbers are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "word problems",
    "consecutive_numbers",
    (
        "the sum of {k} consecutive {kind} is {s}. {find_them} numbers",
        "{k} consecutive {kind} <add up to|have a sum of|sum to> {s}. what are they",
        "find {k} consecutive {kind} <whose sum is|with sum|that add up to> {s}",
        "what are the {k} consecutive {kind} with a sum of {s}",
        "{k} {kind} in a row add up to {s}. {find_them} {kind}",
        "which {k} consecutive {kind} have the sum {s}",
        "the sum of {k} {kind} that follow each other is {s}. what are they",
        "i added {k} consecutive {kind} and got {s}. which numbers did i add",
        "[{aside}]{k} consecutive {kind} have the sum {s}. {tell} which ones they are",
        "{tell} which {k} consecutive {kind} add up to {s}",
        "{tell} the {k} consecutive {kind} whose sum is {s}",
        "{k} {kind} that follow one another have a sum of {s}. {find_them} {kind}",
        "if the sum of {k} consecutive {kind} is {s}, what are the {kind}",
        "if {k} consecutive {kind} add up to {s}, <what are they|which are they>",
        "if you add {k} consecutive {kind}, you get {s}. which {kind} are they",
        "{find_them} {k} consecutive {kind} that <sum to|add up to|make> {s}",
        "{find_them} {k} consecutive {kind} with the sum {s}",
        "what {k} consecutive {kind} <add up to|sum to|give> {s}",
        "there are {k} consecutive {kind} that add up to {s}. what are they",
        "when {k} consecutive {kind} are added, the <result|sum|total> is {s}. {find_them} {kind}",
        "the total of {k} consecutive {kind} is {s}. {find_them} {kind}",
        "write {s} as <a|the> sum of {k} consecutive {kind}",
        "express {s} as the sum of {k} consecutive {kind}",
        "{s} is the sum of {k} consecutive {kind}. what are <they|the {kind}>",
        "{k} houses in a street have numbers that are consecutive {kind}. the sum of the house numbers is {s}. what "
        "are the numbers",
        "the numbers on {k} tickets are consecutive {kind} with the sum {s}. what are they",
        "{k} consecutive {kind}, sum {s}",
        "list the {k} consecutive {kind} whose total is {s}",
        "you add {k} {kind} in a row and get {s}. what are the {kind}",
        "adding {k} consecutive {kind} gives {s}. which {kind} are they",
    ),
    ("{s} is reached by adding {k} {kind} in a row. which ones",),
    constants=(1, 2),
)
def consecutive(rng: Random) -> Instance:
    k = rng.choice((2, 3, 3, 4, 5))
    step = rng.choice((1, 1, 1, 2))
    start = rng.randint(1, 80)
    kind = rng.choice(("integers", "numbers", "whole numbers"))
    if step == 2:
        kind = "even integers" if start % 2 == 0 else "odd integers"
        if rng.random() < 0.5:
            kind = kind.replace("integers", "numbers")
    s = sum(start + step * i for i in range(k))
    word = {2: "two", 3: "three", 4: "four", 5: "five"}[k]
    return Instance(
        {"k": word if rng.random() < 0.7 else k, "kind": phrased(kind), "s": s, "start": start},
        steps(
            "We call the first number n and solve for it.",
            f"from sympy import symbols, solve\nn = symbols('n')\nfirst = solve(sum(n + {'' if step == 1 else '2*'}k "
            f"for k in range({k})) - {s}, n)[0]\n[first + {'' if step == 1 else '2*'}k for k in range({k})]",
            "The numbers are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "word problems",
    "legs_and_heads",
    (
        "a farm has {a} and {b}. there are {h} heads and {l} legs. how many {a} are there",
        "there are {h} animals, {a} and {b}, with {l} legs in all. how many {a} are there",
        "{a} and {b} together have {h} heads and {l} legs. how many {a} are there",
        "how many {a} are among {h} animals, all {a} or {b}, if they have {l} legs",
        "{h} animals have {l} legs. they are {a} and {b}. {find} the number of {a}",
        "a farmer counts {h} heads and {l} legs among {a} and {b}. how many {a} does he have",
        "with {h} heads and {l} legs, how many of the {a} and {b} are {a}",
        "i see {a} and {b}. i count {h} heads and {l} legs. how many {a} are there",
        "[{aside}]a farmer keeps {a} and {b}. together they have {h} heads and {l} legs. {tell} how many {a} there are",
        "{tell} how many {a} there are if {h} {a} and {b} have {l} legs",
        "{tell} the number of {a} among {a} and {b} with {h} heads and {l} legs",
        "on a farm there are {a} and {b}. in all there are {h} animals with {l} legs. how many {a} live there",
        "there are {h} {a} and {b} in a <barn|field|yard|zoo>. they have {l} legs together. how many {a} are there",
        "if {a} and {b} have {h} heads and {l} legs {together}, how many {a} are there",
        "if a <farm|barn|yard> has {h} animals, only {a} and {b}, and {l} legs, how many are {a}",
        "a <farm|yard|zoo|barn> has only {a} and {b}: {h} heads and {l} legs. how many {a} does it have",
        "{somebody} counts {h} heads and {l} legs in a yard with {a} and {b}. how many {a} are in the yard",
        "{h} heads, {l} legs, {a} and {b}. how many {a}",
        "how many {a} does a farm have if its {a} and {b} have {h} heads and {l} legs",
        "how many of {h} animals are {a} if they are all {a} or {b} and have {l} legs",
        "among {a} and {b} there are {h} heads and {l} feet. how many {a} are there",
        "a herd of {a} and {b} has {l} legs and {h} heads. {find} the number of {a}",
        "you count {l} legs and {h} heads. the animals are {a} and {b}. how many {a} are there",
        "looking over a fence, a boy sees {h} heads and {l} legs of {a} and {b}. how many {a} does he see",
        "{a} and {b} live together, {h} animals in all. all their legs make {l}. how many {a} are there",
        "the number of heads is {h} and the number of legs is {l}. how many {a} are among the {a} and {b}",
    ),
    ("counting {h} heads and {l} legs of {a} and {b}, tell how many {a} were seen",),
    constants=(2, 4),
)
def legs_and_heads(rng: Random) -> Instance:
    birds, beasts = rng.choice(
        (
            ("chickens", "cows"),
            ("ducks", "sheep"),
            ("hens", "rabbits"),
            ("geese", "pigs"),
            ("chickens", "goats"),
            ("turkeys", "horses"),
            ("pigeons", "cats"),
            ("parrots", "dogs"),
            ("hens", "cows"),
            ("ostriches", "zebras"),
        )
    )
    x, y = rng.randint(2, 40), rng.randint(2, 40)
    first, second = (birds, beasts) if rng.random() < 0.5 else (beasts, birds)
    return Instance(
        {
            "a": phrased(first),
            "b": phrased(second),
            "h": x + y,
            "l": 2 * x + 4 * y,
            "answer": x if first == birds else y,
        },
        steps(
            f"The {birds} have 2 legs and the {beasts} 4; we solve for both numbers.",
            f"from sympy import symbols, solve\n{birds}, {beasts} = symbols('{birds} {beasts}')\nsolution = "
            f"solve([{birds} + {beasts} - {x + y}, 2*{birds} + 4*{beasts} - {2 * x + 4 * y}])\nsolution[{first}]",
            boxed("There are", first),
        ),
    )


@task(
    "ages",
    "age_in_years",
    (
        "{name} is {n} years old. how old will {he} be in {k} years",
        "{name} is {n} [now]. how old is {he} in {k} years",
        "how old will {name} be in {k} years if {he} is {n} now",
        "in {k} years, how old is {name}, who is {n} [years old] now",
        "{name} is {n}. what is {his} age {k} years from now",
        "i am {n} years old. how old will i be in {k} years",
        "[{aside}]{name} is {n} <years old|years of age|>. {tell} how old {he} will be in {k} years",
        "{tell} how old {name} will be <in {k} years|{k} years from now> if {he} is {n} <now|today>",
        "{tell} {name}'s age in {k} years if {he} is {n} [years old] now",
        "{name} is now {n} years old. what will {his} age be in {k} years",
        "{name} is {n} years old <now|today|this year>. {k} years from now, how old will {he} be",
        "if {name} is {n} [years old] <now|today>, how old will {he} be <in {k} years|{k} years from now|after {k} "
        "years>",
        "if i am {n} now, how old will i be in {k} years",
        "<today|now|this year> {name} is {n}. how old will {he} be <after {k} more years|in {k} years|{k} years later>",
        "what will be the age of {name} in {k} years if {he} is {n} <now|today>",
        "what <age will {name} be|will {name}'s age be> in {k} years when {he} is {n} now",
        "how old is {name} going to be in {k} years if {he} is {n} <now|at the moment>",
        "{name} <turned|turns|has just turned> {n} today. how old will {he} be in {k} years",
        "my <brother|dog|cousin|teacher|uncle> is {n} [years old]. how old will he be in {k} years",
        "my <sister|cousin|teacher|aunt> is {n} [years old]. how old will she be in {k} years",
        "the age of {name} is {n} [years]. {find} {his} age in {k} years",
        "{name} ({n}) waits {k} years. how old is {he} then",
        "age now {n}, age in {k} years",
        "{name} was {n} when {he} moved away. {he} came back {k} years later. how old was {he} then",
        "at {n}, {name} starts a new <school|job|course> that takes {k} years. how old is {he} at the end",
        "add {k} years to {name}'s age of {n}",
        "you are {n} years old. how old will you be in {k} years",
        "when {k} years have passed, how old will {name} be, who is {n} today",
    ),
    ("today {name} has lived {n} years; give {his} age after another {k} years",),
)
def age_later(rng: Random) -> Instance:
    return _age(rng, "+")


@task(
    "ages",
    "age_years_ago",
    (
        "{name} is {n} years old. how old was {he} {k} years ago",
        "{name} is {n} [now]. how old was {he} {k} years ago",
        "how old was {name} {k} years ago if {he} is {n} now",
        "{k} years ago, how old was {name}, who is {n} [years old] now",
        "{name} is {n}. what was {his} age {k} years ago",
        "i am {n} years old. how old was i {k} years ago",
        "[{aside}]{name} is {n} <years old|years of age|>. {tell} how old {he} was {k} years ago",
        "{tell} how old {name} was {k} years ago if {he} is {n} <now|today>",
        "{tell} {name}'s age {k} years ago if {he} is {n} [years old] now",
        "{name} is now {n} years old. what was {his} age {k} years ago",
        "{name} is {n} years old <now|today|this year>. {k} years ago, how old was {he}",
        "if {name} is {n} [years old] <now|today>, how old was {he} {k} years <ago|before|earlier>",
        "if i am {n} now, how old was i {k} years ago",
        "<today|now|this year> {name} is {n}. how old was {he} {k} years <ago|before|earlier>",
        "what was the age of {name} {k} years ago if {he} is {n} <now|today>",
        "what age was {name} {k} years ago when {he} is {n} now",
        "{name} <turned|has just turned> {n} today. how old was {he} {k} years ago",
        "my <brother|dog|cousin|teacher|uncle> is {n} [years old]. how old was he {k} years ago",
        "my <sister|cousin|teacher|aunt> is {n} [years old]. how old was she {k} years ago",
        "the age of {name} is {n} [years]. {find} {his} age {k} years ago",
        "{name} is {n} and has lived here for {k} years. how old was {he} when {he} came here",
        "age now {n}, age {k} years ago",
        "{name} is {n}. {he} got a little brother {k} years ago. how old was {he} then",
        "{name} is {n} and moved to this town {k} years ago. how old was {he} at that time",
        "take {k} years away from {name}'s age of {n}",
        "you are {n} years old. how old were you {k} years ago",
        "{name} is {n}. give {his} age {k} years earlier",
    ),
    ("today {name} has lived {n} years; give {his} age when it was {k} years earlier",),
)
def age_before(rng: Random) -> Instance:
    return _age(rng, "-")


def _age(rng: Random, sign: str) -> Instance:
    (person,) = people(rng, 1)
    n = rng.randint(8, 70)
    k = rng.randint(2, n - 3 if sign == "-" else 40)
    return Instance(
        {
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "n": spelled(rng, n),
            "k": spelled(rng, k),
            "x": n,
            "y": k,
        },
        steps(
            f"We {'add' if sign == '+' else 'subtract'} the years.",
            f"age = {n}\nyears = {k}\nage {sign} years",
            boxed("The age is", "years"),
        ),
    )


@task(
    "ages",
    "ages_with_factor",
    (
        "{a} is {k} times as old as {b}. together they are {s} years old. how old is {want}",
        "{a} is {k} times as old as {b}. the sum of their ages is {s}. how old is {want}",
        "the ages of {a} and {b} add up to {s}. {a} is {k} times as old as {b}. {find} the age of {want}",
        "together {a} and {b} are {s} [years old]. {a} is {k} times as old as {b}. how old is {want}",
        "how old is {want} if {a} is {k} times as old as {b} and they are {s} years old together",
        "[{aside}]{a} is {k} times as old as {b}. <the two|both> of them are {s} years old together. {tell} how old "
        "{want} is",
        "{tell} how old {want} is if {a} is {k} times as old as {b} and their ages add up to {s}",
        "{tell} the age of {want} when {a} is {k} times as old as {b} and the sum of their ages is {s}",
        "{a}'s age is {k} times {b}'s age. their ages <add up to|sum to|make> {s}. {find} {want}'s age",
        "{a}'s age is {k} times that of {b}. the total of both ages is {s}. how old is {want}",
        "if {a} is {k} times as old as {b} and the sum of their ages is {s}, how old is {want}",
        "if the ages of {a} and {b} add up to {s} and {a} is {k} times as old as {b}, what is {want}'s age",
        "{a}, who is {k} times as old as {b}, and {b} are together {s} [years old]. how old is {want}",
        "the sum of the ages of {a} and {b} is {s}. {a} is {k} times as old as {b}. what is the age of {want}",
        "the combined age of {a} and {b} is {s} years. {a} is {k} times as old as {b}. how old is {want}",
        "{a} and {b} are {s} years old in total, and {a} is {k} times as old as {b}. {find} {want}'s age",
        "you know that {a} is {k} times as old as {b} and that their ages sum to {s}. how old is {want}",
        "what is {want}'s age if {a} is {k} times as old as {b} and they are {s} years old {together}",
        "{b}'s age times {k} is {a}'s age. the ages add up to {s}. how old is {want}",
        "ages: {a} = {k} times {b}, sum {s}. how old is {want}",
        "a {parent} called {a} is {k} times as old as the child {b}. together they are {s}. how old is {want}",
        "when you multiply {b}'s age by {k} you get {a}'s age. together they are {s} [years old]. how old is {want}",
        "add the ages of {a} and {b} and you get {s}. {a} is {k} times as old as {b}. {find} the age of {want}",
    ),
    ("adding the years of {a} and {b} gives {s}, and {a} has {k} times the years of {b}; what is the age of {want}",),
)
def ages_factor(rng: Random) -> Instance:
    first, second = people(rng, 2)
    a, b = first.name.lower(), second.name.lower()
    k, young = rng.randint(2, 6), rng.randint(2, 20)
    want = rng.choice((first, second))
    slots: dict[str, Slot] = {
        "a": first.name,
        "b": second.name,
        "k": spelled(rng, k, 0.5),
        "s": young * (k + 1),
        "want": want.name,
        "x": k,
        "young": young,
        "first": str(want is first),
    }
    if young * (k - 1) >= 18:
        slots["parent"] = rng.choice(("father", "mother", "parent"))
    return Instance(
        slots,
        steps(
            "We write both statements as equations and solve.",
            f"from sympy import symbols, solve\n{a}, {b} = symbols('{a} {b}')\nsolution = solve([{a} - {k}*{b}, {a} "
            f"+ {b} - {young * (k + 1)}])\nsolution[{want.name.lower()}]",
            boxed(f"{want.name} is", "years old"),
        ),
    )


@task(
    "ages",
    "ages_with_difference",
    (
        "{a} is {d} years older than {b}. together they are {s} years old. how old is {want}",
        "{b} is {d} years younger than {a}. the sum of their ages is {s}. how old is {want}",
        "the ages of {a} and {b} add up to {s}. {a} is {d} years older than {b}. {find} the age of {want}",
        "{a} and {b} are {s} years old together, and {b} is {d} years younger. how old is {want}",
        "how old is {want} if {a} is {d} years older than {b} and their ages sum to {s}",
        "[{aside}]{a} is {d} years older than {b}. <the two|both> of them are {s} years old together. {tell} how old "
        "{want} is",
        "{tell} how old {want} is if {a} is {d} years older than {b} and their ages add up to {s}",
        "{tell} the age of {want} when {b} is {d} years younger than {a} and the sum of their ages is {s}",
        "{a} is {d} years older than {b}. their ages <add up to|sum to|make> {s}. {find} {want}'s age",
        "{a} is older than {b} by {d} years. the total of both ages is {s}. how old is {want}",
        "if {a} is {d} years older than {b} and the sum of their ages is {s}, how old is {want}",
        "if the ages of {a} and {b} add up to {s} and {b} is {d} years younger than {a}, what is {want}'s age",
        "the sum of the ages of {a} and {b} is {s}. {a} is {d} years older than {b}. what is the age of {want}",
        "the combined age of {a} and {b} is {s} years. {a} is {d} years older. how old is {want}",
        "{a} and {b} are <siblings|sisters|friends|cousins>. {a} is {d} years older than {b}. together they are {s} "
        "[years old]. how old is {want}",
        "{a} and {b} are {s} years old in total, and {a} is {d} years older. {find} {want}'s age",
        "you know that {a} is {d} years older than {b} and that their ages sum to {s}. how old is {want}",
        "what is {want}'s age if {a} is {d} years older than {b} and they are {s} years old {together}",
        "the age difference between {a} and the younger {b} is {d} years. the ages add up to {s}. how old is {want}",
        "ages: {a} = {b} + {d}, sum {s}. how old is {want}",
        "{b} is younger than {a} by {d} years. together they are {s} [years old]. how old is {want}",
        "add the ages of {a} and {b} and you get {s}. {a} is {d} years older than {b}. {find} the age of {want}",
        "when {b} was born, {a} was {d} years old. now they are {s} years old together. how old is {want}",
        "adding the ages of {a} and {b} gives {s}. {a} is {d} years older. how old is {want}",
    ),
    ("{a} was born {d} years before {b}, and their ages make {s} together. tell the age of {want}",),
)
def ages_difference(rng: Random) -> Instance:
    first, second = people(rng, 2)
    a, b = first.name.lower(), second.name.lower()
    d, young = rng.randint(2, 30), rng.randint(2, 40)
    want = rng.choice((first, second))
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "d": spelled(rng, d),
            "s": 2 * young + d,
            "want": want.name,
            "x": d,
            "young": young,
            "first": str(want is first),
        },
        steps(
            "We write both statements as equations and solve.",
            f"from sympy import symbols, solve\n{a}, {b} = symbols('{a} {b}')\nsolution = solve([{a} - {b} - {d}, "
            f"{a} + {b} - {2 * young + d}])\nsolution[{want.name.lower()}]",
            boxed(f"{want.name} is", "years old"),
        ),
    )


@task(
    "ages",
    "ages_in_future",
    (
        "{a} is {x} years old and {b} is {y}. in how many years will {a} be {k} times as old as {b}",
        "{b} is {y} and {a} is {x} [years old]. after how many years is {a} {k} times as old as {b}",
        "in how many years will {a}, now {x}, be {k} times as old as {b}, now {y}",
        "a parent is {x} and a child is {y}. in how many years will the parent be {k} times as old as the child",
        "how many years does it take until {a} ({x}) is {k} times as old as {b} ({y})",
        "{a} is {x}, {b} is {y}. when will {a}'s age be {k} times {b}'s age",
        "today {a} is {x} and {b} {y}. in how many years is {a} exactly {k} times as old",
        "[{aside}]{a} is {x} [years old] and {b} is {y} [years old]. {tell} in how many years {a} will be {k} times "
        "as old as {b}",
        "{tell} after how many years {a} will be {k} times as old as {b} if {a} is {x} and {b} is {y} now",
        "{tell} how many years it takes until {a} is {k} times as old as {b}, when {a} is {x} and {b} is {y} today",
        "if {a} is {x} and {b} is {y} [years old], in how many years will {a} be {k} times as old as {b}",
        "if {a} is {x} today and {b} {y}, after how many years is {a}'s age {k} times {b}'s age",
        "how many years from now will {a}, who is {x}, be {k} times as old as {b}, who is {y}",
        "how many years must pass until {a} ({x} years old) is {k} times as old as {b} ({y} years old)",
        "in how many years is {a}'s age {k} times the age of {b}? {a} is {x}, {b} is {y} [now]",
        "after how many years will {a} be {k} times as old as {b}, if {a} is now {x} and {b} is now {y}",
        "{a}'s age is {x}, {b}'s age is {y}. {find} the number of years until {a} is {k} times as old as {b}",
        "{b} is {y} years old today. {a} is {x}. in how many years will {a} be exactly {k} times as old as {b}",
        "{a} {x}, {b} {y}. years until {a} is {k} times as old as {b}",
        "currently {a} is {x} years old and {b} {y}. how long, in years, until {a} is {k} times as old as {b}",
        "this year {a} turns {x} and {b} turns {y}. in how many years will {a}'s age be {k} times {b}'s age",
        "i am {x} and my cousin is {y}. in how many years will i be {k} times as old as my cousin",
        "a {parent} is {x} years old and the child is {y}. after how many years will the {parent} be {k} times as old "
        "as the child",
        "my {parent} is {x} and i am {y}. in how many years will my {parent} be {k} times as old as i am",
        "there will be a year when {a}, now {x}, is {k} times as old as {b}, now {y}. in how many years is that",
        "counted from today, after how many years is {a} ({x}) {k} times as old as {b} ({y})",
    ),
    ("when, counted in years from now, does the age of {a} ({x}) become {k} times that of {b} ({y})",),
)
def ages_future(rng: Random) -> Instance:
    first, second = people(rng, 2)
    a, b = first.name.lower(), second.name.lower()
    k, t = rng.choice((2, 2, 3, 3, 4)), rng.randint(1, 15)
    y = rng.randint(2, 15)
    x = k * (y + t) - t
    slots: dict[str, Slot] = {
        "a": first.name, "b": second.name, "x": x, "y": y, "k": spelled(rng, k, 0.5), "t": t,
    }  # fmt: skip
    if x - y >= 18:
        slots["parent"] = rng.choice(("father", "mother", "parent"))
    return Instance(
        slots,
        steps(
            "We add the same unknown number of years to both ages.",
            f"from sympy import symbols, solve\nyears = symbols('years')\n{a} = {x}\n{b} = {y}\nsolve({a} + years - "
            f"{k}*({b} + years), years)[0]",
            boxed("It takes", "years"),
        ),
    )
