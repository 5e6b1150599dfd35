"""Arithmetic as typed: sums, products, brackets, decimals, powers, roots, fractions, and the same in words."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import boxed, decimal, grouped, phrased, steps, tidy

_TIMES = ("*", "*", "*", "x", "×", " * ", " x ", " × ", "·")
_OVER = ("/", "/", " / ", "÷", " ÷ ", ":")
_ASK = (
    "{evaluate} {e}",
    "{evaluate} {e}",
    "{e}",
    "{e} = ?",
    "{e} =",
    "what does {e} <equal|give|make|come to>",
    "how much <is|does> {e}",
    "<what is|find> the <result|value> of {e}",
    "<solve|do|simplify> {e}",
    "<i need|give me|tell me> the <result|answer|value> of {e}",
    "<use the order of operations|work this out>: {e}",
    "<can you|please> <calculate|compute|work out> {e}",
)
_HELD = ("what do i get for {e}", "how large is {e}", "the value of the expression {e}, please")


def _typed(rng: Random, code: str) -> str:
    """Python arithmetic as a student may type it: other signs for times, divided by and powers, or spaces."""
    times = rng.choice(_TIMES)
    over = rng.choice(_OVER)
    power = rng.choice(("^", "^", "**"))
    plus = rng.choice(("+", "+", " + "))
    minus = rng.choice(("-", "-", "−")) if plus == "+" else " - "
    text = code.replace("**", "\0").replace("(-", "(\1")
    text = text.replace("*", times).replace("/", over).replace("+", plus).replace("-", minus)
    return text.replace("\0", power).replace("\1", "-")


def _instance(rng: Random, code: str, plan: str, shown: str) -> Instance:
    return Instance({"e": _typed(rng, code), "value": code}, steps(plan, shown, boxed("The result is")))


def _int(rng: Random, digits: int) -> int:
    return rng.randint(1, 10 ** rng.randint(1, digits) - 1)


@task("arithmetic", "sum_or_difference", _ASK, _HELD, weight=1.2)
def sum_or_difference(rng: Random) -> Instance:
    count = rng.choice((2, 2, 2, 3, 3, 4, 5, 7))
    digits = rng.choice((2, 3, 4, 6))
    code = str(_int(rng, digits))
    for _ in range(count - 1):
        code += f"{rng.choice('++-')}{_int(rng, digits)}"
    return _instance(rng, code, "We add and subtract.", code)


@task("arithmetic", "product", _ASK, _HELD, weight=1.2)
def product(rng: Random) -> Instance:
    count = rng.choice((2, 2, 2, 3, 4))
    digits = rng.choice((1, 2, 2, 3, 5)) if count < 3 else 2
    code = "*".join(str(_int(rng, digits)) for _ in range(count))
    return _instance(rng, code, "We multiply.", code)


@task("arithmetic", "quotient", _ASK, _HELD)
def quotient(rng: Random) -> Instance:
    b = rng.randint(2, rng.choice((12, 99)))
    if rng.random() < 0.7:
        code = f"{b * _int(rng, 3)}/{b}"
        return _instance(rng, code, "We divide.", tidy(code))
    code = f"{_int(rng, 4)}/{b}"
    return _instance(rng, code, "We divide.", tidy(code))


def _mixed(rng: Random, depth: int, leaf_digits: int) -> str:
    if depth == 0:
        return str(_int(rng, leaf_digits))
    kind = rng.random()
    left, right = _mixed(rng, rng.randint(0, depth - 1), leaf_digits), _mixed(rng, depth - 1, leaf_digits)
    if rng.random() < 0.5:
        left, right = right, left
    if kind < 0.62:
        return f"{left}{rng.choice('++-')}{_part(right) if '-' in right[:1] else right}"
    if kind < 0.95:
        return f"{_part(left)}*{_part(right)}"
    return f"{_part(left)}**{rng.randint(2, 3)}"


def _part(code: str) -> str:
    return code if code.isdigit() else f"({code})"


@task("arithmetic", "mixed_expression", _ASK, _HELD, weight=2.0)
def mixed_expression(rng: Random) -> Instance:
    code = _mixed(rng, rng.choice((2, 2, 3, 3, 4)), rng.choice((1, 2, 2)))
    if rng.random() < 0.25:
        code = f"{rng.choice(('', '-'))}{rng.randint(2, 30)}*(-{rng.randint(1, 20)})+{code}"
    return _instance(rng, code, "Python follows the order of operations.", code)


@task("arithmetic", "expression_with_division", _ASK, _HELD, weight=1.2)
def expression_with_division(rng: Random) -> Instance:
    b = rng.randint(2, 12)
    left = f"{b * rng.randint(1, 40)}/{b}" if rng.random() < 0.7 else f"({rng.randint(1, 60)}+{rng.randint(1, 60)})/{b}"
    code = (
        f"{left}{rng.choice('+-')}{_mixed(rng, 1, 2)}"
        if rng.random() < 0.6
        else f"{_mixed(rng, 1, 2)}{rng.choice('+-')}{left}"
    )
    return _instance(rng, code, "Python follows the order of operations.", tidy(code))


@task("arithmetic", "decimal_arithmetic", _ASK, _HELD, weight=1.2)
def decimal_arithmetic(rng: Random) -> Instance:
    count = rng.choice((2, 2, 2, 3, 4))
    code = decimal(rng, 0, rng.choice((9, 99, 500)), rng.randint(1, 3))
    sign = rng.choice(("+", "-", "*", "/", "mix"))
    for _ in range(count - 1):
        other = (
            decimal(rng, 0, rng.choice((9, 60)), rng.randint(1, 2)) if rng.random() < 0.75 else str(rng.randint(1, 40))
        )
        code += f"{rng.choice('+-*') if sign == 'mix' else sign}{other}"
        if sign == "/":
            break
    return _instance(rng, code, "We compute with decimals.", tidy(code))


@task(
    "arithmetic",
    "fraction_arithmetic",
    (*_ASK, "<add|combine> {sum}", "{evaluate} {e} as a fraction", "{e} as a <fraction|single fraction>"),
    _HELD,
    weight=1.5,
)
def fraction_arithmetic(rng: Random) -> Instance:
    count = rng.choice((2, 2, 2, 3))
    written, code = "", ""
    signs = []
    for index in range(count):
        p, q = rng.randint(1, 12), rng.randint(2, 15)
        if index and rng.random() < 0.12:
            text, part = str(p), f"Rational({p})"
        else:
            text, part = f"{p}/{q}", f"Rational({p}, {q})"
        sign = rng.choice("+-*/") if index else ""
        if index:
            signs.append(sign)
        shown = {
            "*": rng.choice((" * ", " × ", " times ", " x ")),
            "/": rng.choice((" ÷ ", " : ", " divided by ")),
            "+": rng.choice((" + ", "+", " plus ")),
            "-": rng.choice((" - ", "-", " minus ")),
        }.get(sign, "")
        written += shown + text
        code += (f" {sign} " if index else "") + part
    slots: dict[str, str] = {"e": written, "value": code}
    if signs == ["+"]:
        slots["sum"] = written.replace(" plus ", " and ").replace("+", " and ").replace("  ", " ")
    return Instance(
        slots, steps("We compute exactly with Rational.", f"from sympy import Rational\n{code}", boxed("The result is"))
    )


@task("arithmetic", "mixed_number_arithmetic", _ASK, _HELD)
def mixed_number_arithmetic(rng: Random) -> Instance:
    written, code = "", ""
    for index in range(2):
        q = rng.randint(2, 12)
        w, p = rng.randint(1, 15), rng.randint(1, q - 1)
        sign = rng.choice("+-*/") if index else ""
        shown = {"*": rng.choice((" * ", " × ")), "/": " ÷ ", "+": " + ", "-": " - "}.get(sign, "")
        written += f"{shown}{w} {p}/{q}"
        code += f"{f' {sign} ' if index else ''}({w} + Rational({p}, {q}))"
    return Instance(
        {"e": written, "value": code},
        steps(
            "A mixed number is its whole part plus its fraction.",
            f"from sympy import Rational\n{code}",
            boxed("The result is"),
        ),
    )


@task(
    "powers and roots",
    "power",
    (
        *_ASK,
        "{evaluate} {b} to the power <of |>{n}",
        "{b} to the power <of |>{n}",
        "{b} <raised |>to the {nth} <power|>",
        "<raise|take> {b} to the power {n}",
        "what is {b} <raised to|to> the power <of |>{n}",
        "{evaluate} {b} {squared}",
        "{b} {squared}",
        "what is the {square} of {b}",
        "<find|calculate> the {square} of {b}",
    ),
    (*_HELD, "raise {b} to the power of {n}"),
    constants=(2, 3),
)
def power(rng: Random) -> Instance:
    n = rng.choice((2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, 12))
    b = rng.randint(2, 99 if n < 4 else 20)
    slots: dict[str, str | int] = {
        "e": rng.choice((f"{b}^{n}", f"{b}**{n}", f"{b}^{n}")),
        "b": b,
        "n": n,
        "nth": _nth(n),
    }
    if n in (2, 3):
        slots |= {"squared": ("squared", "cubed")[n - 2], "square": ("square", "cube")[n - 2]}
        if rng.random() < 0.4:
            slots["e"] = f"{b}{'²³'[n - 2]}"
    return Instance(slots, steps("We raise the base to the power.", f"{b}**{n}", boxed("The result is")))


def _nth(n: int) -> str:
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


@task(
    "powers and roots",
    "square_root",
    (
        "{find} the square root of {n}",
        "square root of {n}",
        "{find} sqrt({n})",
        "sqrt({n})",
        "√{n}",
        "{find} √{n}",
        "simplify <sqrt({n})|√{n}|the square root of {n}>",
        "{find} the root of {n}",
        "which positive number <squared|times itself> <is|gives> {n}",
        "take the square root of {n}",
        "sqrt {n}",
        "what is {n} under a square root",
    ),
    ("the number {n} has which square root", "what positive number has the square {n}"),
    constants=(2,),
)
def square_root(rng: Random) -> Instance:
    n = rng.randint(2, 60) ** 2 if rng.random() < 0.6 else rng.randint(2, 600)
    return Instance(
        {"n": n},
        steps("We take the exact square root.", f"from sympy import sqrt\nsqrt({n})", boxed("The square root is")),
    )


@task(
    "powers and roots",
    "cube_or_nth_root",
    (
        "{find} the {nth} root of {x}",
        "{nth} root of {x}",
        "take the {nth} root of {x}",
        "{evaluate} the {nth} root of {x}",
        "simplify the {nth} root of {x}",
        "what number to the power {n} <is|gives> {x}",
    ),
    ("which number must be raised to the power {n} to give {x}",),
    constants=(3, 4, 5),
)
def nth_root(rng: Random) -> Instance:
    n = rng.choice((3, 3, 3, 4, 5))
    x = rng.randint(2, {3: 20, 4: 10, 5: 6}[n]) ** n
    nth = {
        3: rng.choice(("cube", "third", "3rd", "cubic")),
        4: rng.choice(("fourth", "4th")),
        5: rng.choice(("fifth", "5th")),
    }[n]
    return Instance(
        {"x": x, "n": n, "nth": phrased(nth)},
        steps(f"The root has order {n}.", f"from sympy import root\nroot({x}, {n})", boxed("The root is")),
    )


@task(
    "powers and roots",
    "root_as_decimal",
    (
        "{find} the square root of {n} <to {k} decimal places|rounded to {k} decimal places|correct to {k} decimals>",
        "sqrt({n}) to {k} decimal places",
        "√{n} <to|rounded to> {k} decimals",
        "<approximate|estimate> <sqrt({n})|√{n}|the square root of {n}> to {k} decimal places",
        "{find} sqrt({n}) with {k} decimals",
        "root of {n} to {k} decimal places",
        "what is √{n} rounded to {k} decimal places",
        "give the square root of {n} as a decimal with {k} places",
    ),
    ("with {k} digits after the point, how big is the square root of {n}",),
)
def root_as_decimal(rng: Random) -> Instance:
    n, k = rng.randint(2, 900), rng.randint(2, 5)
    return Instance(
        {"n": n, "k": k},
        steps("We take the root and round it.", f"from math import sqrt\nf'{{sqrt({n}):.{k}f}}'", boxed("It is about")),
    )


_WORDS = {
    "+": (
        "{find} the sum of {a} and {b}",
        "the sum of {a} and {b}",
        "add {a} and {b}",
        "add {a} to {b}",
        "{a} plus {b}",
        "what is {a} plus {b}",
        "what is {a} more than {b}",
        "what do {a} and {b} <make|give|add up to|sum to> [together]",
        "{find} {a} added to {b}",
        "{a} and {b} [added] {together}",
        "how much is {a} plus {b}",
        "what number is {a} more than {b}",
        "{find} the total of {a} and {b}",
        "increase {b} by {a}",
        "what do you get when you add {a} and {b}",
        "if i add {a} to {b}, what do i get",
    ),
    "-": (
        "{find} the difference <of|between> {a} and {b}",
        "{a} minus {b}",
        "what is {a} minus {b}",
        "subtract {b} from {a}",
        "take {b} away from {a}",
        "what is {b} less than {a}",
        "what number is {b} less than {a}",
        "{a} less {b}",
        "how much is {a} minus {b}",
        "take {b} from {a}",
        "{find} {b} subtracted from {a}",
        "decrease {a} by {b}",
        "reduce {a} by {b}",
        "what is left of {a} after taking away {b}",
        "how much larger is {a} than {b}",
        "how much more is {a} than {b}",
        "what must be added to {b} to get {a}",
        "if i take {b} away from {a}, what is left",
        "what do you get when you subtract {b} from {a}",
        "by how much is {a} greater than {b}",
        "by how much is {b} smaller than {a}",
    ),
    "*": (
        "{find} the product of {a} and {b}",
        "{a} times {b}",
        "multiply {a} by {b}",
        "multiply {a} and {b}",
        "what is {a} times {b}",
        "{find} {a} multiplied by {b}",
        "how much is {a} times {b}",
        "what is {b} times as much as {a}",
        "the product of {a} and {b}",
        "what do you get when you multiply {a} by {b}",
        "if you multiply {a} with {b}, what is the result",
        "{a} lots of {b}",
        "{a} groups of {b}",
    ),
    "/": (
        "{find} the quotient of {a} and {b}",
        "{a} divided by {b}",
        "divide {a} by {b}",
        "what is {a} divided by {b}",
        "how many times does {b} go into {a}",
        "how often does {b} fit into {a}",
        "{find} {a} divided by {b}",
        "{a} over {b}",
        "what do you get when you divide {a} by {b}",
        "how much is {a} divided by {b}",
        "split {a} into {b} equal parts. how big is each part",
        "divide {b} into {a}",
        "how many {b}s are in {a}",
    ),
}
_WORDS_HELD = {
    "+": ("put {a} and {b} together. how much is that", "what results from adding {b} onto {a}"),
    "-": ("from {a} we take off {b}; what remains", "how far apart are {a} and the smaller number {b}"),
    "*": ("what is {a} taken {b} times", "the factors are {a} and {b}, so what is the product"),
    "/": (
        "{a} is the dividend and {b} the divisor. find the quotient",
        "what is one part when {a} is cut into {b} equal parts",
    ),
}


def _two(rng: Random, sign: str) -> tuple[str, str]:
    if sign == "/":
        b = rng.randint(2, 60)
        return str(b * _int(rng, 3)), str(b)
    if rng.random() < 0.2:
        pair = [decimal(rng, 1, 90, rng.choice((1, 2))) for _ in range(2)]
    else:
        pair = [str(_int(rng, 5 if sign in "+-" else 3)) for _ in range(2)]
    if sign == "-":
        pair.sort(key=float, reverse=True)
    return pair[0], pair[1]


def _in_words(rng: Random, sign: str, plan: str, end: str) -> Instance:
    a, b = _two(rng, sign)
    code = f"{a} {sign} {b}"
    return Instance({"a": a, "b": b}, steps(plan, tidy(code) if "." in code or sign == "/" else code, boxed(end)))


@task("arithmetic in words", "sum_in_words", _WORDS["+"], _WORDS_HELD["+"])
def sum_in_words(rng: Random) -> Instance:
    return _in_words(rng, "+", "We add the two numbers.", "The sum is")


@task("arithmetic in words", "difference_in_words", _WORDS["-"], _WORDS_HELD["-"])
def difference_in_words(rng: Random) -> Instance:
    return _in_words(rng, "-", "We subtract the smaller number from the larger.", "The difference is")


@task("arithmetic in words", "product_in_words", _WORDS["*"], _WORDS_HELD["*"])
def product_in_words(rng: Random) -> Instance:
    return _in_words(rng, "*", "We multiply the two numbers.", "The product is")


@task("arithmetic in words", "quotient_in_words", _WORDS["/"], _WORDS_HELD["/"])
def quotient_in_words(rng: Random) -> Instance:
    return _in_words(rng, "/", "We divide the first number by the second.", "The quotient is")


@task(
    "arithmetic in words",
    "remainder",
    (
        "{find} the remainder <when|if> {a} is divided by {b}",
        "{find} the remainder <of|for> {a} divided by {b}",
        "remainder of {a} <divided by|/|÷> {b}",
        "what is left over when {a} is divided by {b}",
        "divide {a} by {b}. what is the remainder",
        "when {a} is divided by {b}, what is the remainder",
        "{find} {a} <mod|modulo> {b}",
        "{a} <mod|modulo|%> {b}",
        "{a} (mod {b})",
        "what remainder does {a} leave when divided by {b}",
        "reduce {a} modulo {b}",
    ),
    ("dividing {a} by {b} leaves what", "how much remains if you take {b} away from {a} as often as possible"),
)
def remainder(rng: Random) -> Instance:
    b = rng.randint(2, rng.choice((12, 99)))
    a = rng.randint(b, 10 ** rng.randint(2, 5) + b)
    return Instance(
        {"a": a, "b": b}, steps("The remainder is given by the operator %.", f"{a} % {b}", boxed("The remainder is"))
    )


@task(
    "arithmetic in words",
    "division_with_remainder",
    (
        "divide {a} by {b} with remainder",
        "{find} the quotient and [the] remainder <of|for> {a} <divided by|÷|/> {b}",
        "{find} the quotient and the remainder when {a} is divided by {b}",
        "what are the quotient and remainder of {a} divided by {b}",
        "{a} divided by {b} with remainder",
        "do the division {a} ÷ {b} with remainder",
        "long division: {a} divided by {b}",
    ),
    ("how many whole times does {b} go into {a}, and what is left",),
)
def division_with_remainder(rng: Random) -> Instance:
    b = rng.randint(2, rng.choice((12, 40)))
    a = rng.randint(b, 10 ** rng.randint(2, 4) + b)
    return Instance(
        {"a": a, "b": b},
        steps(
            "We divide with remainder.",
            f"quotient, rest = divmod({a}, {b})\nf'{{quotient}} remainder {{rest}}'",
            "The result is $\\boxed{⟨⟩}$.",
        ),
    )


_OPERATIONS = (
    ("+", ("add {n}", "plus {n}", "and add {n}")),
    ("-", ("subtract {n}", "take away {n}", "minus {n}")),
    ("*", ("multiply by {n}", "multiply the result by {n}", "times {n}")),
    ("**", ("square it", "square the result")),
    ("*2", ("double it", "double the result")),
)


@task(
    "arithmetic in words",
    "chain_of_operations",
    (
        "start with {a}, {steps}. what <do you get|is the result|number do you have>",
        "take {a}, {steps}. what is the result",
        "take the number {a}, {steps}, what do you get",
        "i think of {a}, {steps}. what do i get",
        "{a}, {steps}: result",
        "begin with {a}, {steps}. <find|what is> the final number",
    ),
    ("if {a} is my number and i {steps}, which number do i reach",),
    constants=(2,),
)
def chain_of_operations(rng: Random) -> Instance:
    a = rng.randint(1, 60)
    code = [f"number = {a}"]
    words = []
    for _ in range(rng.randint(2, 4)):
        sign, ways = rng.choice(_OPERATIONS[:3]) if rng.random() < 0.75 else rng.choice(_OPERATIONS)
        n = rng.randint(2, 12 if sign == "*" else 60)
        words.append(rng.choice(ways).replace("{n}", str(n)))
        code.append({"**": "number = number**2", "*2": "number = number*2"}.get(sign, f"number = number {sign} {n}"))
    joined = ", ".join(words[:-1]) + f"{rng.choice((', then ', ' and then ', ' and '))}{words[-1]}"
    return Instance(
        {"a": a, "steps": joined},
        steps("We do one operation after the other.", "\n".join([*code, "number"]), boxed("The result is")),
    )


@task(
    "arithmetic in words",
    "expression_in_words",
    (
        "{evaluate} {w}",
        "what is {w}",
        "{find} {w}",
        "how much is {w}",
        "{w}",
    ),
    ("please tell me how much {w} makes", "the result of {w}"),
)
def expression_in_words(rng: Random) -> Instance:
    a, b, c = rng.randint(1, 60), rng.randint(1, 60), rng.randint(2, 20)
    words, code = rng.choice(
        (
            (f"the sum of {a} and {b} times {c}", f"({a} + {b})*{c}"),
            (f"{c} times the sum of {a} and {b}", f"{c}*({a} + {b})"),
            (f"{c} times the difference of {a} and {b}", f"{c}*({a} - {b})"),
            (f"the product of {a} and {b} plus {c}", f"{a}*{b} + {c}"),
            (f"the product of {a} and {b} minus {c}", f"{a}*{b} - {c}"),
            (f"{c} more than the product of {a} and {b}", f"{a}*{b} + {c}"),
            (f"{c} less than the product of {a} and {b}", f"{a}*{b} - {c}"),
            (f"{c} less than the sum of {a} and {b}", f"{a} + {b} - {c}"),
            (f"the square of the sum of {a} and {c}", f"({a} + {c})**2"),
            (f"the sum of the squares of {a} and {c}", f"{a}**2 + {c}**2"),
            (f"the difference of the squares of {a} and {c}", f"{a}**2 - {c}**2"),
            (f"{a} squared plus {b} squared", f"{a}**2 + {b}**2"),
            (f"{a} squared minus {b}", f"{a}**2 - {b}"),
            (f"{a} plus {b} times {c}", f"{a} + {b}*{c}"),
            (f"{a} minus {b} times {c}", f"{a} - {b}*{c}"),
            (f"{a} times {b} plus {c}", f"{a}*{b} + {c}"),
            (f"{a} times {b} minus {c}", f"{a}*{b} - {c}"),
            (f"{a} plus {b} minus {c}", f"{a} + {b} - {c}"),
            (f"twice the sum of {a} and {b}", f"2*({a} + {b})"),
            (f"double {a} plus {b}", f"2*{a} + {b}"),
            (f"three times the difference of {a} and {b}", f"3*({a} - {b})"),
            (f"the sum of {a}, {b} and {c}", f"{a} + {b} + {c}"),
            (f"the product of {a}, {b} and {c}", f"{a}*{b}*{c}"),
        )
    )
    return Instance({"w": words}, steps("We write the words as an expression.", code, boxed("The result is")))


@task(
    "arithmetic",
    "sum_of_list",
    (
        "{find} the sum of {list}",
        "add {list}",
        "add <up|together> {list}",
        "sum of {list}",
        "what is the total of {list}",
        "<add up|sum|total> these numbers: {list}",
        "what do {list} add up to",
    ),
    ("how much do the numbers {list} make together",),
)
def sum_of_list(rng: Random) -> Instance:
    decimals = rng.random() < 0.25
    items = [
        decimal(rng, 0, 50, rng.choice((1, 2))) if decimals else str(_int(rng, 4)) for _ in range(rng.randint(3, 9))
    ]
    joined = ", ".join(items)
    shown = joined if rng.random() < 0.4 else f"{', '.join(items[:-1])} and {items[-1]}"
    return Instance(
        {"list": shown, "items": joined},
        steps(
            "We add up the list.",
            f"numbers = [{joined}]\n{tidy('sum(numbers)') if decimals else 'sum(numbers)'}",
            boxed("The sum is"),
        ),
    )


@task(
    "arithmetic",
    "long_integers",
    _ASK,
    _HELD,
    weight=0.6,
)
def long_integers(rng: Random) -> Instance:
    a, b = (rng.randint(10**5, 10 ** rng.randint(6, 14)) for _ in range(2))
    sign = rng.choice("+-*")
    if sign == "*":
        b = rng.randint(11, 10**6)
    typed = f"{grouped(rng, a)} {rng.choice(('×', 'x', '*')) if sign == '*' else sign} {grouped(rng, b)}"
    return Instance(
        {"e": typed, "value": f"{a}{sign}{b}"},
        steps("Python computes with long integers exactly.", f"{a} {sign} {b}", boxed("The result is")),
    )


@task(
    "arithmetic",
    "absolute_value_of_number",
    (
        "{find} the absolute value of {e}",
        "absolute value of {e}",
        "{evaluate} |{e}|",
        "|{e}|",
        "{find} abs({e})",
        "how far is {e} from zero",
        "what is the distance of {e} from 0",
    ),
    ("drop the sign: what is the absolute value of {e}",),
)
def absolute_value(rng: Random) -> Instance:
    kind = rng.random()
    e = (
        str(-rng.randint(1, 500))
        if kind < 0.5
        else f"{rng.randint(1, 40)}-{rng.randint(1, 90)}"
        if kind < 0.85
        else "-" + decimal(rng, 0, 40, 1)
    )
    return Instance({"e": e}, steps("We take the absolute value.", f"abs({e})", boxed("The absolute value is")))
