"""Series and sequences written out, recurrences, and remainders: last digits, two congruences, Euler's totient."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Text, expr
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import told_frames
from mathcoder_kernel.problems.lexicon import ORDINALS, nth
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Code
from mathcoder_kernel.problems.solutions import boxed, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


@task(
    "series",
    "infinite_series_listed",
    (
        "<whats|what is|what's|find|work out|evaluate> {s} <to infinity|forever|and so on forever|, all the way to "
        "infinity|continued forever>",
        "{s} <to infinity|forever|goes on forever|continues without end>, <what is the sum|sum?|what does it "
        "add up to|"
        "total?>",
        "<sum|sum to infinity|infinite sum|add up> <of |>{s}",
        "<find|what is|whats|calculate|give> the sum <to infinity |>of {s}",
        "what does {s} <add up to|converge to|sum to|approach>",
        "the infinite series {s} <equals what|has which sum|adds up to what|converges to what>",
        "<infinite geometric series|geometric series>: {s}",
        "{s} = ?",
        "sum to infinity: {s}",
        "{must_find} the sum of the <infinite series|geometric series|series> {s}",
        "does {s} converge, and <to what|what is the sum>",
        "{wonder} what {s} <adds up to|converges to>",
        "<add|sum> all the terms of {s}",
        "if {s} never stops, what is the total",
    ),
    ("all terms of {s} together make how much",),
    constants=(1,),
)
def infinite_series_listed(rng: Random) -> Instance:
    """A geometric series whose first terms are listed."""
    d = rng.choice((2, 2, 2, 3, 3, 4, 5, 10))
    n = rng.randint(3, 4)
    first = rng.choice((1, 1, d ** rng.randint(1, 4), rng.randint(2, 9) * d**2))
    top = rng.choice((1, 1, 1, -1))
    terms = []
    for i in range(n):
        numerator, denominator = first, d**i
        while numerator % d == 0 and denominator > 1:
            numerator, denominator = numerator // d, denominator // d
        terms.append(
            (f"{numerator}" if denominator == 1 else f"{numerator}/{denominator}", -1 if top < 0 and i % 2 else 1)
        )
    said = terms[0][0] + "".join(f" {'+' if sign > 0 else '-'} {term}" for term, sign in terms[1:])
    codes = [
        ("-" if sign < 0 else "") + (f"Rational({t.replace('/', ', ')})" if "/" in t else t) for t, sign in terms[:2]
    ]
    tail = " + ..." if terms[-1][1] < 0 or top > 0 else " - ..."
    latex = said + tail.replace("...", r"\dots")
    code = sympy_code(f"a = {codes[0]}", f"r = {codes[1]}/S(a)", "a/(1 - r)")
    slots: dict[str, Slot] = {"s": Text(said + tail, said + tail.replace("...", "…"), latex)}
    return Instance(
        slots, (plan(rng, "It is a geometric series.", "Use a/(1 - r)."), code, boxed(rng, "The sum is @."))
    )


@task(
    "series",
    "closed_form_listed",
    (
        "<closed form|formula|closed formula|general formula|expression in n> for {s}",
        "<find|give|what is|whats|derive|i need> a <closed form|formula|closed formula|simple formula> for {s}",
        "what is {s} <in terms of n|as a formula|as a function of n|in closed form>",
        "{s} <in terms of n|in closed form|as a formula|formula?>",
        "<express|write|simplify> {s} <in terms of n|in closed form|without dots>",
        "{s} = ?",
        "<sum|find the sum|add up>: {s}",
        "what does {s} <equal|add up to|come to>",
        "the sum {s} <equals what|as a formula|is what in terms of n>",
        "{must_find} a formula for {s}",
        "which formula <gives|describes> {s}",
        "{wonder} what {s} <is|equals> in terms of n",
    ),
    ("the terms of {s} add up to which expression in n",),
    constants=(1, 2),
)
def closed_form_listed(rng: Random) -> Instance:
    """`1 + 3 + 5 + … + (2n - 1)` and the like."""
    a = rng.randint(2, 5)
    starts, last, code = rng.choice(
        (
            ("1 + 2 + 3", "n", "k"),
            ("1 + 3 + 5", "(2n - 1)", "2*k - 1"),
            ("1 + 3 + 5", "(2n-1)", "2*k - 1"),
            ("2 + 4 + 6", "2n", "2*k"),
            (f"{a} + {2 * a} + {3 * a}", f"{a}n", f"{a}*k"),
            ("1^2 + 2^2 + 3^2", "n^2", "k**2"),
            ("1^3 + 2^3 + 3^3", "n^3", "k**3"),
            ("1*2 + 2*3 + 3*4", "n(n+1)", "k*(k + 1)"),
            (f"{a + 1} + {2 * a + 1} + {3 * a + 1}", f"({a}n + 1)", f"{a}*k + 1"),
            (f"1 + {a + 1} + {2 * a + 1}", f"({a}n - {a - 1})", f"{a}*k - {a - 1}"),
            (f"{a} + {a}^2 + {a}^3", f"{a}^n", f"{a}**k"),
        )
    )
    said = f"{starts} + ... + {last}"
    source = sympy_code(f"factor(summation({code}, (k, 1, n)))", symbols=["k", "n"])
    if "**k" in code:
        source = sympy_code(f"simplify(summation({code}, (k, 1, n)))", symbols=["k", "n"])
    s = Text(said, said.replace("...", "…"), said.replace("...", r"\dots").replace("*", r" \cdot "))
    return Instance({"s": s}, (plan(rng, "Sum the general term."), source, boxed(rng, "The sum is @.")))


@task(
    "sequences",
    "arithmetic_from_two_terms",
    (
        *told_frames(
            "<the {i} term of an arithmetic <sequence|progression> is {u} and the {j} <term |>is {v}|an arithmetic "
            "<sequence|progression> has {i} term {u} and {j} term {v}|in an arithmetic <sequence|progression> "
            "the {i} term "
            "is {u} and the {j} <term |>is {v}>",
            "<what is|find|what's> {wanted}",
            "<what {wanted} is|what is {wanted}>",
            "{wanted}",
            "<arithmetic sequence with {i} term {u} and {j} term {v}|ap, {i} term {u}, {j} term {v}|{i} term "
            "{u}, {j} term "
            "{v}, arithmetic>",
        ),
        "ap: {i} term {u}, {j} term {v}, <find|whats|what is> {wanted}",
    ),
    ("{u} is the {i} and {v} is the {j} member of an arithmetic progression. which number is {wanted}",),
    constants=(1,),
)
def arithmetic_from_two_terms(rng: Random) -> Instance:
    """The difference, the first term or another term from two terms."""
    i = rng.randint(2, 5)
    j = i + rng.randint(2, 6)
    d = rng.choice((rng.randint(2, 9), -rng.randint(1, 6), rng.randint(2, 12)))
    u = rng.randint(3, 40)
    v = u + (j - i) * d
    lines = [f"d = ({v} - {u}) / ({j} - {i})".replace("- -", "+ ")]
    kind = rng.randrange(3)
    if kind == 0:
        wanted, last = "the common difference", "d"
    elif kind == 1:
        wanted, last = "the first term", f"{u} - ({i} - 1)*d"
    else:
        k = rng.randint(10, 30)
        wanted, last = f"the {nth(k)} term", f"{u} + ({k} - {i})*d"
    code = Code("\n".join([lines[0].replace(" / ", " // "), last]))
    slots: dict[str, Slot] = {"u": u, "v": v, "wanted": wanted}
    for name, n in (("i", i), ("j", j)):
        slots[name] = phrase(f"<{nth(n)}|{ORDINALS[n]}>" if n < len(ORDINALS) else nth(n))
    end = boxed(rng, f"{wanted.capitalize()} is @.")
    return Instance(slots, (plan(rng, "The difference is the change over the steps."), code, end))


@task(
    "sequences",
    "recurrence_in_short",
    (
        "{start} and {rule}, <find|work out|what is|whats|calculate|get> {wanted}",
        "{start}, {rule}. <find|work out|what is|whats|calculate|get> {wanted}",
        "{rule}, {start}. <find|work out|what is|whats|calculate|get> {wanted}",
        "{rule} <with|and|where> {start}, <{wanted}?|find {wanted}|{wanted} = ?|what is {wanted}>",
        "<find|work out|what is|calculate> {wanted} <if|when|given|given that|for> {start} and {rule}",
        "<sequence|recurrence|recurrence relation>: {start}, {rule}. {wanted}?",
        "a sequence <has|starts with|is given by> {start} and {rule}. <find|work out|what is> {wanted}",
        *told_frames(
            "<{start} and {rule}|{rule} and {start}>",
            "<what is {wanted}|what does {wanted} equal|how big is {wanted}>",
            "<what {wanted} is|how big {wanted} is>",
            "<{wanted}|the value of {wanted}|the term {wanted}>",
            "{start}, {rule}",
        ),
    ),
    ("{rule} takes {start} to which {wanted}",),
    constants=(1, 2),
)
def recurrence_in_short(rng: Random) -> Instance:
    """`u_(n+1) = a u_n + b` from its first term."""
    letter = rng.choice("uuuaaxtb")
    first = rng.choice((1, 1, 1, 0))
    n = first + rng.randint(2, 5)
    a, b, start = rng.randint(2, 5), rng.choice((rng.randint(1, 9), -rng.randint(1, 6), 0)), rng.randint(1, 9)
    tail = f" + {b}" if b > 0 else f" - {-b}" if b else ""
    sub = rng.choice(("_", "_", ""))
    now = f"{letter}{sub or '_'}n"
    following = rng.choice((f"{letter}_{{n+1}}", f"{letter}_(n+1)", f"{letter}_{{n+1}}"))
    if sub == "" and rng.random() < 0.5:
        now, following = f"{letter}(n)", f"{letter}(n+1)"
    rule, right = rng.choice(((f"{a}{now}", f"{a}*{letter}"), (f"{a}{now}", f"{a}*{letter}"), (now, letter)))
    if right == letter:
        step = rng.randint(2, 9)
        tail = rng.choice((f" + {step}", f" - {step}"))
    index = f"{letter}({first})" if "(n)" in now else f"{letter}{sub}{first}"
    wanted = f"{letter}({n})" if "(n)" in now else f"{letter}{sub}{n}"
    code = Code(f"{letter} = {start}\nfor n in range({first}, {n}):\n    {letter} = {right}{tail}\n{letter}")
    words: dict[str, Slot] = {
        "start": Text(f"{index} = {start}"),
        "rule": Text(f"{following} = {rule}{tail}"),
        "wanted": Text(wanted),
    }
    steps = (plan(rng, "Apply the rule step by step.", "Compute the terms one after the other."), code)
    return Instance(words, (*steps, boxed(rng, f"{wanted} is @.")))


@task(
    "number theory",
    "last_digit_of_power",
    (
        "<last digit|final digit|units digit|ones digit|unit digit> of {p}",
        "what is the <last|final|units|ones> digit of {p}",
        "<find|give|whats|work out|determine> the <last|final|units|ones> digit of {p}",
        "{p} <ends in what digit|ends with which digit|last digit|has what last digit>",
        "<which|what> digit does {p} end <in|with>",
        "{must_find} the <last|units|ones> digit of {p}",
        "{wonder} what the <last|units|final> digit of {p} is",
        "{p}, <units digit|last digit|final digit>",
        "what is the <last|units> digit <when|if> you <work out|calculate|write out> {p}",
        "the number {p} ends in <which|what> digit",
    ),
    ("if {p} is written out, which digit stands at its end",),
    constants=(10,),
)
def last_digit_of_power(rng: Random) -> Instance:
    """A power modulo ten."""
    a, n = (
        rng.choice((2, 3, 7, 8, 9, 4, 13, 17, rng.randint(2, 99))),
        rng.choice((rng.randint(10, 99), rng.randint(100, 2500))),
    )
    code = Code(f"pow({a}, {n}, 10)")
    return Instance(
        {"p": expr(a) ** expr(n)}, (plan(rng, "Compute modulo 10."), code, boxed(rng, "The last digit is @."))
    )


@task(
    "number theory",
    "two_congruences",
    (
        "<smallest|least> positive {x} <with|such that|satisfying> {one} and {two}",
        "<find|what is|give|whats> the <smallest|least> positive <integer |number |>{x} <with|such that|for "
        "which> {one} "
        "and {two}",
        "{one}, {two}. <smallest positive {x}|find {x}|what is the smallest positive {x}|solve for {x}>",
        "<solve|solve the system> {one}, {two} [, smallest positive solution]",
        "<find|what is> the <smallest|least> positive <number|integer|whole number> that <leaves remainder {r} "
        "when divided "
        "by {m} and remainder {s} when divided by {n}|gives {r} mod {m} and {s} mod {n}>",
        "which <smallest|least> positive <number|integer> leaves {r} when divided by {m} and {s} when divided by {n}",
        "a number leaves remainder {r} when divided by {m} and {s} when divided by {n}. <smallest possible|find the "
        "smallest|what is the smallest such number>",
        "<chinese remainder theorem|crt>: {one}, {two}",
        "<smallest|least> number with remainder {r} mod {m} and remainder {s} mod {n}",
        "{must_find} the smallest positive {x} with {one} and {two}",
    ),
    ("divided by {m} it leaves {r}, divided by {n} it leaves {s}. what is the least such number",),
    constants=(1,),
)
def two_congruences(rng: Random) -> Instance:
    """The Chinese remainder theorem for two coprime moduli, by trying."""
    m, n = rng.choice(
        ((3, 5), (5, 7), (4, 9), (3, 7), (5, 8), (7, 9), (4, 7), (7, 11), (8, 9), (5, 11), (6, 7), (3, 4))
    )
    r, s = rng.randint(1, m - 1), rng.randint(1, n - 1)
    x = rng.choice("xxxn")

    def mod(remainder: int, modulus: int) -> Text:
        latex = rf"{x} \equiv {remainder} \pmod{{{modulus}}}"
        plain = rng.choice((f"{x} = {remainder} (mod {modulus})", f"{x} ≡ {remainder} mod {modulus}"))
        return Text(plain, f"{x} ≡ {remainder} (mod {modulus})", latex)

    code = Code(f"next(x for x in range(1, {m}*{n} + 1) if x % {m} == {r} and x % {n} == {s})")
    slots: dict[str, Slot] = {"one": mod(r, m), "two": mod(s, n), "r": r, "m": m, "s": s, "n": n, "x": x}
    return Instance(slots, (plan(rng, "Try the numbers up to the product."), code, boxed(rng, "The smallest is @.")))


@task(
    "number theory",
    "euler_totient",
    (
        "<phi|φ|euler phi|euler's phi>({n})",
        "<phi|φ>({n}), <euler totient|euler's totient|totient|eulers function>",
        "<euler totient|euler's totient|totient|euler phi function|totient function> of {n}",
        "<find|compute|whats|what is|evaluate|work out> <phi({n})|φ({n})|the totient of {n}|euler's totient of {n}>",
        "how many <numbers|integers> <up to|from 1 to|below> {n} are <coprime|relatively prime> <to|with> {n}",
        "how many <positive integers|numbers> <less than|up to> {n} share no factor with {n}",
        "<number|count> of integers up to {n} <coprime to|relatively prime to> {n}",
        "{must_find} <phi({n})|the euler totient of {n}|euler's phi of {n}>",
        "{n}: <totient|euler phi|euler totient>",
        "euler's <totient |phi |>function at {n}",
    ),
    ("which value has the totient function at {n}",),
)
def euler_totient(rng: Random) -> Instance:
    """How many numbers are coprime to it."""
    n = rng.choice((rng.randint(6, 120), 12 * rng.randint(1, 20), rng.randint(20, 600)))
    code = sympy_code(f"int(totient({n}))")
    return Instance({"n": n}, (plan(rng, "Compute Euler's totient."), code, boxed(rng, "It is @.")))


@task(
    "sequences",
    "geometric_sum_in_short",
    (
        "geometric <sequence|series|progression> <first term|a =|starting with> {a}, <ratio|r =|common ratio> "
        "{r}, <add up|"
        "sum|sum of|total of> the first {n} terms",
        "geometric <sequence|series|progression> with first term {a} and <ratio|common ratio> {r}: <sum of|add "
        "up> the "
        "first {n} terms",
        "<sum|add up|add|total> <of |>the first {n} terms of <a|the> geometric <sequence|series|progression> "
        "<with first "
        "term {a} and <ratio|common ratio> {r}|first term {a} ratio {r}|a = {a}, r = {r}>",
        "gp, a = {a}, r = {r}, <sum of|add> {n} terms",
        "gp: first term {a}, common ratio {r}. <find S_{n}|sum of first {n} terms|S_{n}>",
        *told_frames(
            "<a geometric <sequence|series|progression> starts with {a} and has <ratio|common ratio> {r}|the "
            "first term of a "
            "geometric <sequence|series> is {a} and the <ratio|common ratio> is {r}>",
            "<what is the sum of the first {n} terms|what do the first {n} terms add up to|find the sum of {n} terms>",
            "<what the first {n} terms add up to|what the sum of the first {n} terms is>",
            "<the sum of the first {n} terms|the sum of {n} terms|the total of the first {n} terms>",
            "<geometric, first term {a}, ratio {r}|a = {a}, r = {r}, geometric>",
        ),
    ),
    ("from {a} on each member is {r} times the one before. how much are {n} members together",),
    constants=(1,),
)
def geometric_sum_in_short(rng: Random) -> Instance:
    """The first terms of a geometric progression."""
    a, r, n = rng.randint(1, 12), rng.choice((2, 2, 3, 3, 4, 5, 10)), rng.randint(4, 12)
    code = Code(f"{a} * ({r}**{n} - 1) // ({r} - 1)")
    return Instance({"a": a, "r": r, "n": n}, (plan(rng, "Use the sum formula."), code, boxed(rng, "The sum is @.")))
