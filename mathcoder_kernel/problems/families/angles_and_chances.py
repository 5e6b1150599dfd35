"""Triangles, trigonometric equations on an interval, circles in exact form, and rules for probabilities."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Sym, Text, equation, polynomial
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import told_frames
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.solutions import boxed, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


@task(
    "trigonometry",
    "trig_equation_on_interval",
    (
        "solve {eq} <for|on|in|where|with|,> {range}",
        "<find all solutions of|all solutions of|solutions of> {eq} <for|in|on> {range}",
        "{eq}, {range}. <solve|find x|find all x|what is x>",
        "{eq} <for|where> {range}, <solve|find x|x = ?|find all solutions>",
        "<find|work out|what is> x <if|when> {eq} and {range}",
        "for {range}, solve {eq}",
        "<in|on> the interval {range}, solve {eq}",
        "which x <with|in> {range} <satisfy|solve|fulfil> {eq}",
        "{must_find} all x <with|in> {range} <with|such that> {eq}",
        "what are the solutions of {eq} <with|in|for> {range}",
        "{eq}, {range}",
        "solve the trig equation {eq} <for|,> {range}",
        "how many x and which ones solve {eq} for {range}",
    ),
    ("between its bounds {range}, where does {eq} hold",),
    constants=(0, 2),
)
def trig_equation_on_interval(rng: Random) -> Instance:
    """`a sin(x) = b` from 0 to 2π."""
    f = rng.choice(("sin", "cos", "sin", "cos", "tan"))
    values = {
        "sin": (("2{f}", "1"), ("2{f}", "-1"), ("{f}", "1/2"), ("{f}", "-1/2"),
                ("2{f}", "sqrt(3)"), ("{f}", "1"),
                ("{f}", "0"),
                ("2{f}", "sqrt(2)"), ("{f}", "-1"), ("2{f} + 1", "0"), ("2{f} - 1", "0")),
        "tan": (("{f}", "1"), ("{f}", "-1"), ("{f}", "sqrt(3)"), ("3{f}", "3"), ("{f}", "0")),
    }  # fmt: skip
    left, right = rng.choice(values["tan" if f == "tan" else "sin"])
    said = left.replace("{f}", rng.choice((f"{f}(x)", f"{f}(x)", f"{f} x"))) + " = " + right
    coded = left.replace("2{", "2*{").replace("3{", "3*{").replace("{f}", f"{f}(x)")
    right_code = "Rational(1, 2)" if right == "1/2" else "-Rational(1, 2)" if right == "-1/2" else right
    latex = said.replace("sqrt(3)", r"\sqrt{3}").replace("sqrt(2)", r"\sqrt{2}").replace(f, "\\" + f)
    eq = Text(said, said.replace("sqrt(3)", "√3").replace("sqrt(2)", "√2"), latex)
    interval = rng.choice(
        (
            Text("0 <= x < 2pi", "0 ≤ x < 2π", r"0 \le x < 2\pi"),
            Text("0 <= x < 2*pi", "0 ≤ x < 2π", r"0 \leq x < 2\pi"),
            Text("x in [0, 2pi)", "x ∈ [0, 2π)", r"x \in [0, 2\pi)"),
            Text("[0, 2pi)", "[0, 2π)", r"[0, 2\pi)"),
        )
    )
    code = sympy_code(
        f"sorted(solveset({coded} - {right_code}, x, Interval.Ropen(0, 2*pi)))".replace("- -", "+ ").replace(
            " - 0,", ","
        ),
        symbols=["x"],
    )
    end = Words(r"So $x = \boxed{⟨0:inner⟩}$.")
    return Instance({"eq": eq, "range": interval}, (plan(rng, "Find all angles in one turn."), code, end))


_ASKED = ("sin", "cos", "tan")


@task(
    "trigonometry",
    "trig_ratio_from_another",
    (
        *told_frames(
            "<{given} and {t} is acute|{given} for an acute angle {t}|{t} is acute and {given}>",
            "<what is {wanted}|find {wanted}|what's {wanted}>",
            "<what {wanted} is|what is {wanted}>",
            "<{wanted}|the value of {wanted}|the exact value of {wanted}>",
            "<{given}, {t} acute|{t} acute, {given}>",
        ),
        "{given}, {t} acute, {wanted} = ?",
        "if {given} and {t} is acute, {wanted} is?",
        "<right triangle|acute angle>: {given}, {wanted}?",
    ),
    ("an acute angle {t} has {given}. how large is {wanted}",),
)
def trig_ratio_from_another(rng: Random) -> Instance:
    """Another ratio of an acute angle, exactly."""
    a, b, c = rng.choice(
        ((3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (1, 2, 0))
    )
    known = rng.choice(_ASKED) if c else "tan"
    top, bottom = {"sin": (a, c), "cos": (b, c), "tan": (a, b)}[known]
    wanted = rng.choice([f for f in _ASKED if f != known])
    t = rng.choice(("theta", "theta", "x", "alpha", "A"))
    sign, latex = {"theta": ("θ", r"\theta"), "alpha": ("α", r"\alpha")}.get(t, (t, t))
    slots: dict[str, Slot] = {
        "t": Text(t, sign, latex),
        "given": Text(
            f"{known}({t}) = {top}/{bottom}",
            f"{known} {sign} = {top}/{bottom}",
            rf"\{known} {latex} = \frac{{{top}}}{{{bottom}}}",
        ),
        "wanted": Text(f"{wanted}({t})", f"{wanted} {sign}", rf"\{wanted} {latex}"),
    }
    code = sympy_code(f"angle = a{known}(Rational({top}, {bottom}))", f"simplify({wanted}(angle))")
    steps = (plan(rng, "Take the angle and its other ratio."), code, boxed(rng, f"The {wanted} is @."))
    return Instance(slots, steps)


@task(
    "triangles",
    "side_by_cosine_rule",
    (
        *told_frames(
            "<in triangle ABC, AB = {b}, AC = {c} and angle A = {w}|a triangle has sides {b} and {c} with an "
            "angle of {w} "
            "between them|two sides of a triangle are {b} and {c} and the angle between them is {w}>",
            "<how long is the third side|what is the third side|how long is the side opposite the angle>",
            "<how long the third side is|the length of the third side>",
            "<the third side|the length of the third side|the side opposite this angle>",
            "<sides {b} and {c}, included angle {w}|two sides {b} and {c}, angle between {w}>",
        ),
        "<in |>triangle ABC<, with| has|:> AB = {b}, AC = {c}<,| and> angle A = {w}. <how long is BC|find "
        "BC|what is BC|work "
        "out BC|BC = ?>",
        "triangle: AB = {b}, AC = {c}, <angle BAC|A> = {w}, <find|whats|what is> BC",
        "<find|calculate|what is> BC in triangle ABC <where|if|with> AB = {b}, AC = {c} and angle A = {w}",
        "<cosine rule|law of cosines|use the cosine rule>: sides {b}, {c}, angle {w} between. third side?",
    ),
    ("{b} and {c} enclose {w} in a triangle. which length closes it",),
    constants=(2,),
)
def side_by_cosine_rule(rng: Random) -> Instance:
    """Two sides and the angle between them."""
    if rng.random() < 0.45:
        b, c, angle = rng.choice(
            ((5, 8, 60), (3, 8, 60), (7, 15, 60), (3, 5, 120), (7, 8, 120), (8, 15, 60), (5, 16, 120))
        )
    else:
        b, c, angle = (
            rng.randint(3, 20),
            rng.randint(3, 20),
            rng.choice((30, 45, 60, 90, 120, 135, 5 * rng.randint(5, 30))),
        )
    unit = rng.choice(("", "", " cm", " m", "cm"))
    exact = angle in (60, 90, 120)
    root = f"sqrt({b}**2 + {c}**2 - 2*{b}*{c}*cos(rad({angle})))"
    code = sympy_code(root if exact else f"round(float({root}), 2)")
    after = f" {unit.strip()}" if unit else ""
    slots: dict[str, Slot] = {"b": f"{b}{unit}", "c": f"{c}{unit}", "w": phrase(f"<{angle}°|{angle} degrees|{angle}°>")}
    steps = (plan(rng, "Use the cosine rule.", "Use the law of cosines."), code)
    return Instance(slots, (*steps, boxed(rng, f"The side is @{after} long.")))


@task(
    "triangles",
    "height_on_a_slope",
    (
        *told_frames(
            "<a <ladder|pole|plank|board> {n} {unit} long leans <on|against> a wall and makes <an angle of "
            "|>{w} with the "
            "ground|a {n} {unit} <ladder|pole|plank|board> leans against a wall at {w} to the ground>",
            "<how high up the wall does it reach|how high does it reach|what height does it reach> {dp}",
            "<how high up the wall it reaches|how high it reaches> {dp}",
            "<the height it reaches|how high up it reaches|the height on the wall> {dp}",
            "<ladder {n} {unit}, angle {w} to the ground|ladder of {n} {unit} at {w}>",
        ),
        *told_frames(
            "<a kite flies on a {n} {unit} string at {w} to the ground|the string of a kite is {n} {unit} long "
            "and makes {w} "
            "with the ground|a ramp is {n} {unit} long and rises at {w}|a straight road climbs {n} {unit} at "
            "{w} to the "
            "horizontal>",
            "<how high does it get|how high is its upper end|what height is that> {dp}",
            "<how high it gets|how high the upper end is> {dp}",
            "<the height|the height at the top end> {dp}",
        ),
    ),
    ("{n} {unit} rise at {w} over flat ground. how high is that {dp}",),
)
def height_on_a_slope(rng: Random) -> Instance:
    """The side opposite a known angle."""
    n, angle = rng.randint(2, 15), rng.randint(5, 16) * 5
    unit = rng.choice(("m", "m", "metres", "feet", "ft"))
    places = rng.choice((1, 1, 2))
    code = sympy_code(f"round(float({n}*sin(rad({angle}))), {places})")
    s = "s" if places > 1 else ""
    dp = phrase(f"<to {places} decimal place{s}|({places} dp)|to {places} dp|correct to {places} decimal place{s}>")
    short = "ft" if unit in ("feet", "ft") else "m"
    slots: dict[str, Slot] = {
        "n": n,
        "unit": unit,
        "w": phrase(f"<{angle}°|{angle} degrees|{angle} degrees>"),
        "dp": dp,
    }
    return Instance(
        slots,
        (
            plan(rng, "Use the sine.", "The height is opposite the angle."),
            code,
            boxed(rng, f"The height is @ {short}."),
        ),
    )


@task(
    "circles",
    "circle_from_equation",
    (
        "<center|centre> and radius of {eq}",
        "radius and <center|centre> of {eq}",
        "<find|give|whats|what are|work out|state> the <center|centre> and <the |>radius of <the circle |>{eq}",
        "{eq}. <find|what are|give> the <center|centre> and <the |>radius",
        "{eq}, <center and radius|centre and radius|centre? radius?>",
        "<circle|a circle has equation|the circle> {eq}. <where is its centre and how big is the radius|centre "
        "and radius|find "
        "its centre and radius>",
        "complete the square to <find|get> the <center|centre> and radius of {eq}",
        "{must_find} the <center|centre> and radius of {eq}",
        "where is the <center|centre> of {eq} and what is its radius",
        "{wonder} <what the centre and radius of {eq} are|the centre and the radius of {eq}>",
    ),
    ("the circle {eq} is drawn around which point with which radius",),
    constants=(0, 1, 2),
)
def circle_from_equation(rng: Random) -> Instance:
    """Centre and radius by reading the coefficients."""
    a, b, r = rng.randint(-7, 7), rng.randint(-7, 7), rng.randint(1, 9)
    x, y = Sym("x"), Sym("y")
    left = x**2 + y**2
    c = a * a + b * b - r * r
    if a:
        left = left + polynomial((-2 * a, 0), x)
    if b:
        left = left + polynomial((-2 * b, 0), y)
    eq = equation(left + c, 0) if c and rng.random() < 0.7 else equation(left, -c)
    code = sympy_code(
        f"f = {(eq.left - eq.right).code()}".replace(" - 0", ""),
        "a, b = -f.coeff(x, 1)/2, -f.coeff(y, 1)/2",
        "r = sqrt(-f.subs({x: a, y: b}))",
        "f'centre ({a}, {b}), radius {r}'",
        symbols=["x", "y"],
    )
    steps = (plan(rng, "Complete the squares.", "Read off the centre, then the radius."), code, boxed(rng, "It has @."))
    return Instance({"eq": eq}, steps)


@task(
    "circles",
    "arc_in_terms_of_pi",
    (
        "<arc length|length of the arc> <when|if|for> r = {r} and the angle <at the centre |>is {w}, {pi}",
        "<arc length|length of arc>, radius {r}, angle {w}, {pi}",
        "<find|what is|whats|work out|calculate> the arc length <if|when> the radius is {r} and the angle <at "
        "the centre |>is "
        "{w} {pi}",
        "radius {r}, angle {w}: <arc length|length of the arc> {pi}",
        "how long is <the|an> arc of {w} in a circle of radius {r} {pi}",
        "a circle <has|of> radius {r}. <what is the length of an arc of {w}|how long is the arc for {w}> {pi}",
        "a sector has radius {r} and angle {w}. <find its arc length|how long is its arc> {pi}",
        *told_frames(
            "<the radius is {r} and the central angle is {w}|a sector has radius {r} and an angle of {w}>",
            "<how long is the arc|what is the arc length> {pi}",
            "<how long the arc is|what the arc length is> {pi}",
            "<the arc length|the length of the arc> {pi}",
            "<radius {r}, angle {w}|r = {r}, angle {w}>",
        ),
    ),
    ("an angle of {w} cuts which arc out of a circle with radius {r}, {pi}",),
    constants=(2, 360),
)
def arc_in_terms_of_pi(rng: Random) -> Instance:
    """An arc as a multiple of pi."""
    r, angle = rng.randint(2, 24), rng.choice((30, 40, 45, 60, 72, 80, 90, 100, 120, 135, 150, 210, 240, 270))
    unit = rng.choice(("", "", " cm", " m"))
    code = sympy_code(f"2*pi*{r}*Rational({angle}, 360)")
    pi = phrase("<in terms of pi|in terms of π|as a multiple of pi|leave pi in|exactly|leave π in your answer>")
    slots: dict[str, Slot] = {"r": f"{r}{unit}", "w": phrase(f"<{angle}°|{angle} degrees>"), "pi": pi}
    end = boxed(rng, f"The arc is @{unit} long." if unit else "The arc length is @.")
    return Instance(slots, (plan(rng, "Take the part of the circumference."), code, end))


@task(
    "circles",
    "circle_in_terms_of_pi",
    (
        "{what} of a circle <with|of> {size} {pi}",
        "<find|what is|whats|work out|calculate> the {what} of a circle <with|of> {size}, {pi}",
        "circle, {size}: {what} {pi}",
        "a circle has {size}. <find|what is|give> <the|its> {what} {pi}",
        "{pi}: {what} of a circle with {size}",
        "{what} {pi} when a circle has {size}",
        "{must_find} the {what} {pi} of a circle <with|of> {size}",
        "circle with {size}, <find|whats> the {what}, {pi}",
        "{size}, {what} of the circle {pi}",
        "how <big|large> is the {what} of a circle with {size}, {pi}",
    ),
    ("which {what} has a round plate of {size}, {pi}",),
    constants=(2,),
)
def circle_in_terms_of_pi(rng: Random) -> Instance:
    """Area or circumference as a multiple of pi."""
    n, unit = rng.randint(2, 40), rng.choice(("cm", "m", "cm", "mm", "in"))
    diameter, area = rng.random() < 0.5, rng.random() < 0.5
    size = phrase(
        f"<{'diameter' if diameter else 'radius'}|{'a diameter of' if diameter else 'a radius of'}> {n} {unit}"
    )
    code = {
        (True, True): f"pi*Rational({n}, 2)**2",
        (True, False): f"pi*{n}**2",
        (False, True): f"pi*{n}",
        (False, False): f"2*pi*{n}",
    }[area, diameter]
    pi = phrase("<in terms of pi|in terms of π|as a multiple of pi|leave pi in|leaving π in|exactly>")
    what = phrase("<area>") if area else phrase("<circumference|circumference|perimeter>")
    word = "area" if area else "circumference"
    end = boxed(rng, f"The {word} is @ {unit}{'^2' if area else ''}.")
    return Instance({"what": what, "size": size, "pi": pi}, (plan(rng, f"Compute the {word}."), sympy_code(code), end))


@task(
    "probability",
    "probability_rule",
    (
        "if {facts}, <find|what is|calculate|work out> {wanted}",
        "{facts}. <find|what is|whats|calculate|work out> {wanted}",
        "{facts}, {wanted} = ?",
        "<given|given that|knowing that> {facts}, <find|what is|calculate> {wanted}",
        "<find|what is|calculate|work out> {wanted} <if|when|given|given that> {facts}",
        "{facts}: {wanted}?",
        "{wanted} <if|when> {facts}",
        "suppose {facts}. <find|what is|compute> {wanted}",
        "for events A and B, {facts}. <find|what is|compute> {wanted}",
        "two events <have|with> {facts}. <find|what is|compute> {wanted}",
        "{must_find} {wanted} <when|if|given that> {facts}",
        "{wonder} what {wanted} is if {facts}",
    ),
    ("{facts}; how likely is then {wanted}",),
    constants=(1,),
)
def probability_rule(rng: Random) -> Instance:
    """P(A or B), P(A and B), P(A | B) from other probabilities."""
    p, q = rng.sample(("0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.25", "0.8", "0.1", "0.45"), 2)
    pr = rng.choice(("P", "P", "p", "Pr"))
    ways = {
        "or": f"{pr}(A <or|or|∪> B)", "and": f"{pr}(A <and|and|∩> B)", "not": f"{pr}(not A)",
    }  # fmt: skip
    one, two = rng.choice(((f"{pr}(A) = {p}", f"{pr}(B) = {q}"), (f"{pr}(A)={p}", f"{pr}(B)={q}")))
    independent = "<A and B are independent|A, B are independent|they are independent>"
    exclusive = "<A and B are mutually exclusive|A and B cannot both happen|A and B are disjoint>"
    low = min(float(p), float(q))
    both = str(round(low / 2, 3))
    union = str(round(float(p) + float(q) - float(both), 3))
    kind = rng.randrange(5 if float(p) + float(q) <= 1 else 4)
    if kind == 0:
        facts, wanted, code = f"{one}, {two} and {independent}", ways["or"], f"{p} + {q} - {p}*{q}"
    elif kind == 1:
        facts, wanted, code = f"{one}, {two} and {independent}", ways["and"], f"{p}*{q}"
    elif kind == 2:
        facts, wanted, code = f"{one}, {two} and {ways['and']} = {both}", ways["or"], f"{p} + {q} - {both}"
    elif kind == 3 and float(union) <= 1:
        facts, wanted, code = f"{one}, {two} and {ways['or']} = {union}", ways["and"], f"{p} + {q} - {union}"
    elif kind == 4:
        facts, wanted, code = f"{one}, {two} and {exclusive}", ways["or"], f"{p} + {q}"
    else:
        facts, wanted, code = f"{one}, {two} and {ways['and']} = {both}", f"{pr}(A|B)", f"{both}/{q}"
    source = sympy_code(f"round({code}, 4)")
    slots: dict[str, Slot] = {"facts": phrase(facts), "wanted": phrase(wanted.replace("A|B", "A given B"))}
    steps = (plan(rng, "Use the rule for probabilities."), source, boxed(rng, "The probability is @."))
    return Instance(slots, steps)


@task(
    "sets",
    "neither_of_two_groups",
    (
        *told_frames(
            "<out of|of> {n} {who}, {a} <{do}> {one}, {b} {do} {two} and {c} {do} both",
            "how many <{who} |>{do} neither",
            "<how many {do} neither|how many {who} {do} neither of the two>",
            "<the number of {who} who {do} neither|the number who {do} neither>",
            "<{n} {who}, {a} {do} {one}, {b} {do} {two}, {c} {do} both>",
        ),
        "{n} {who}, {a} {do} {one}, {b} {do} {two}, {c} {do} both. how many <{do} neither|do none|{do} neither "
        "of them>",
        "{n} {who}. {a} {do} {one}. {b} {do} {two}. {c} {do} both. <how many {do} neither|neither?>",
        "there are {n} {who}. {a} {do} {one}, {b} {do} {two} and {c} {do} both. how many {do} <neither|neither "
        "of these>",
        "in a <class|group|club> of {n} {who}, {a} {do} {one}, {b} {do} {two}, {c} {do} both. <find how many "
        "{do} neither|how "
        "many {do} neither>",
        "{a} of {n} {who} {do} {one}, {b} {do} {two} and {c} of them {do} both. how many {do} neither",
    ),
    ("{a} {do} {one} and {b} {do} {two}, {c} being in both lists. who is left of {n} {who}, how many",),
)
def neither_of_two_groups(rng: Random) -> Instance:
    """Inclusion and exclusion, asked for those outside both."""
    both, only_one, only_two, rest = (rng.randint(2, 15) for _ in range(4))
    do, things = rng.choice(
        (
            ("do", ("art", "music", "drama", "sport", "french", "chemistry", "history")),
            ("like", ("tea", "coffee", "pizza", "football", "jazz", "cats", "chocolate", "swimming")),
            ("play", ("football", "tennis", "chess", "the piano", "the guitar", "hockey", "basketball")),
            ("study", ("french", "german", "physics", "biology", "latin", "spanish", "economics")),
            ("own", ("a cat", "a dog", "a bike", "a car", "a tablet", "a skateboard")),
        )
    )
    one, two = rng.sample(things, 2)
    a, b, n = only_one + both, only_two + both, only_one + only_two + both + rest
    slots: dict[str, Slot] = {
        "n": n,
        "a": a,
        "b": b,
        "c": both,
        "do": do,
        "one": one,
        "two": two,
        "who": rng.choice(("students", "people", "pupils", "kids", "children", "teenagers")),
    }
    code = Code(f"{n} - ({a} + {b} - {both})")
    end = boxed(rng, f"@ {do} neither.", "The number is @.")
    return Instance(slots, (plan(rng, "Take away those in at least one group.", "Count both only once."), code, end))
