"""Arithmetic as typed: sums, products, brackets, decimals, powers, roots, fractions, and the same in words."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.lexicon import NUMBER_WORDS, nth
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import boxed, decimal, grouped, phrased, steps, tidy, word_or_digits

_TIMES = ("*", "*", "*", "x", "×", " * ", " x ", " × ", "·")
_OVER = ("/", "/", " / ", "÷", " ÷ ", ":")
_ASK = (
    "{evaluate} {e}",
    "{evaluate} {e}",
    "{e}",
    "{e} = ?",
    "{e} =",
    "what does {e} <equal|give|make|come to>",
    "<how much is {e}|how much does {e} <make|give|come to>>",
    "<what is|find> the <result|value> of {e}",
    "<solve|do|simplify> {e}",
    "<i need|give me|tell me> the <result|answer|value> of {e}",
    "<use the order of operations|work this out>: {e}",
    "<can you|please> <calculate|compute|work out> {e}",
    "{must_find} the <value|result> of {e}",
    "{wonder} what {e} <is|equals|gives|comes to>",
    "<here is|this is> my <calculation|exercise|expression|problem|question>: {e}. {result_q}",
    "<let x = {e}. <find|what is|calculate|determine> x|if x = {e}, <what is|find|then what is> x|a = {e}. "
    "<find|what is> a|let n be {e}. <what is|find> n>",
    "<which|what> number is <equal to|the same as|given by> {e}",
    "<carry out|do|perform|complete> <the|this> <calculation|computation|following calculation|operation>: {e}",
    "<calculate|compute|evaluate|work out> the <expression|value of the expression|following expression>: {e}",
    "{e} <equals|is|makes|gives|comes to> <what|how much|what number>",
    "<type|enter|put> {e} into a calculator. what <appears|shows up|does it show|do you see>",
    "<my calculator is broken|i have no calculator here|no calculator allowed>, so {what_is} {e}",
    "{someone} has to {calc} {e}. what is the <right|correct> <answer|result|value>",
    "what is the <answer to|solution of|solution to|result of|outcome of> {e}",
    "i <got stuck on|am stuck with|cannot do|keep getting a wrong answer for> {e}. {result_q}",
    "{teacher} <asks|wants us> to {calc} {e}. {result_q}",
    "<fill in the blank|complete|fill in the missing number>: {e} = <__|___|...|_____>",
    "how <do i|do you|would you|can i> {calc} {e}",
    "{calc} {e} <step by step|for me|and give the result|with python>",
    "<state|write down|determine|give|name> the <number|value> <equal to|represented by|that equals|given by> {e}",
    "what <would|will> {e} <be|come to|be equal to>",
    "what do we get <when|if> we {calc} {e}",
    "<when|if> you {calc} {e}, what <number|value|result> <comes out|do you get|results>",
    "<value|result> of {e}",
    "<answer|result|value>: {e}",
    "{e}, <answer|what is it|what does it give|result|what's the answer>",
    "{e} <needs to be|must be|has to be|should be> <evaluated|calculated|worked out|computed>. {result_q}",
    "<consider|look at|take|here is> the expression {e}. <find|what is|determine|calculate> its value",
    "<which|what> value does <the expression|the term|the calculation|> {e} <have|take|lead to>",
    "<your|the> <task|job>: {calc} {e}",
    "<i'm|i am> <trying|supposed> to {calc} {e}, <what is the result|what should i get|can you do it|what is it>",
    "q: {e}. a: <?|___|>",
    "by {calculating} {e}, which <number|value> do you <get|obtain|reach>",
    "the <expression|calculation|term> {e} has <which|what> <value|result>",
    "<consider|look at|here is> {e}; {what_is} <its value|the result|the answer>",
    "<the|my> <calculation|expression|term> <is|reads> {e}, so what is its value",
    "{someone} <typed|wrote|has written> {e}. {what_is} the value",
    "<my friend|my sister|my brother|someone> <says|thinks> i cannot {calc} {e}. <what is it|what is the "
    "result|can you do it>",
    "what number <results from|comes from|do you get from|is the outcome of> {e}",
    "i would like the <value|result|answer> of {e}",
    "{e}: <calculate|evaluate|work it out|find the value|compute it>",
    "<once|after> {e} is <worked out|evaluated|calculated>, what number <is there|do you have|remains>",
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
    (
        *_ASK,
        "<add|combine> {sum}",
        "{evaluate} {e} as a fraction",
        "{e} as a <fraction|single fraction>",
        "{what_is} {e} in <lowest terms|simplest form|its simplest form>",
        "{write} {e} as <one|a single|a simplified|a reduced> fraction",
        "{calc} {e} and <simplify|reduce|give the answer as a fraction|leave the answer as a fraction|simplify "
        "your answer>",
        "{calc} with fractions: {e}",
        "<simplify|evaluate> {e}<, leaving the answer as a fraction|, giving a fraction| to one fraction>",
        "{find} the <sum|total> of {sum}",
        "what <do|will> {sum} <add up to|make together|sum to>",
        "add {sum} <together|up>",
    ),
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


@task(
    "arithmetic",
    "mixed_number_arithmetic",
    (
        *_ASK,
        "{calc} with mixed numbers: {e}",
        "{what_is} {e} as <a fraction|an improper fraction|a single fraction>",
        "{calc} {e} and give <a fraction|an improper fraction|the answer as a fraction>",
        "{write} {e} as <one|a single|an improper> fraction",
    ),
    _HELD,
)
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
        "{find} the {nth} power of {b}",
        "the {nth} power of {b}",
        "{wonder} what {b} to the {nth} <is|equals|gives>",
        "{must_find} {b} <to the power {n}|to the power of {n}|to the {nth} power>",
        "if b = {b}, {what_is} b^{n}",
        "let x = {b}. {what_is} x <to the power of {n}|to the {nth} power|^{n}>",
        "<base|the base is> {b}, <exponent|the exponent is> {n}: {what_is} the power",
        "the base is {b} and the exponent is {n}. {what_is} the <power|value of the power|result>",
        "with base {b} and exponent {n}, {what_is} the value of the power",
        "{write} {b}^{n} as an ordinary number",
        "<which|what> number is {b} to the {nth}",
        "how much is {b} to the {nth} power",
        "what does {b} <become|give> when it is raised to the {nth} power",
        "if <i|you|we> <raise|take> {b} to the {nth} power, {result_q}",
        "multiply {b} by itself until you have {n} factors. {result_q}",
        "{b} is {squared}. {result_q}",
        "{wonder} what {b} {squared} is",
        "{must_find} the {square} of {b}",
        "{square} the number {b}",
        "{square} of {b}",
        "{square} {b}",
        "if you {square} {b}, {result_q}",
        "which number is the {square} of {b}",
        "let n = {b}. {what_is} the {square} of n",
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
        "nth": nth(n),
    }
    if n in (2, 3):
        slots |= {"squared": ("squared", "cubed")[n - 2], "square": ("square", "cube")[n - 2]}
        if rng.random() < 0.4:
            slots["e"] = f"{b}{'²³'[n - 2]}"
    return Instance(slots, steps("We raise the base to the power.", f"{b}**{n}", boxed("The result is")))


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
        "{must_find} the square root of {n}",
        "{wonder} what the square root of {n} is",
        "{find} the <exact|exact value of the|principal|positive> square root of {n}",
        "the square root of {n} <is|equals> <what|which number>",
        "{evaluate} √{n} exactly",
        "<let x = √{n}. <simplify|find> x|if x is the square root of {n}, {what_is} x|let r be the square root "
        "of {n}. {what_is} r>",
        "{write} <√{n}|sqrt({n})> <in simplest form|in its simplest form|as simply as possible|in simplified "
        "radical form>",
        "<{n}^(1/2)|{n}**0.5|{n} to the power 1/2>, <exact value|exactly|what is it exactly>",
        "<a square|a square garden|a square room> has <an area of|the area> {n}. how long is <a|one|each> side "
        "<exactly|, exactly>",
        "<the root of {n}|√{n}|sqrt {n}>, <simplified|exactly|in simplest form>",
        "<can you|please|could you> <take|find|extract|draw|work out> the square root of {n}",
        "{n} is the square of <what|which> positive number",
        "the square of a positive number is {n}. <what is the number|find the number|which number is it>",
        "a positive number multiplied by itself <is|gives|makes> {n}. {what_is} the number",
        "<what|which positive number> do i have to square to <get|obtain|reach> {n}",
        "i squared a positive number and got {n}. <what was it|which number did i start with|what was my number>",
        "x^2 = {n} and x is positive. {what_is} x",
        "undo the squaring: which positive number was squared to give {n}",
        "<simplify|reduce> the <radical|surd|root> <√{n}|sqrt({n})>",
        "{calc} <√{n}|sqrt({n})> <and leave it exact|without rounding|as an exact value>",
        "root {n}",
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
        "{must_find} the {nth} root of {x}",
        "{wonder} what the {nth} root of {x} is",
        "the {nth} root of {x} <is|equals> <what|which number>",
        "let r be the {nth} root of {x}. {what_is} r",
        "if r is the {nth} root of {x}, {what_is} r",
        "what is x if x^{n} = {x} and x is positive",
        "<which|what> positive number <to the power of|to the power|raised to the power> {n} <gives|makes|is> {x}",
        "{x} is the power of <which|what> positive number, with exponent {n}",
        "a positive number to the power {n} <is|gives|equals> {x}. <what is the number|find the number>",
        "<i raised|somebody raised> a positive number to the power {n} and <got|obtained> {x}. <what was "
        "it|which number was it>",
        "<can you|please|could you> <take|find|extract|work out> the {nth} root of {x}",
        "{nth} root: {x}",
        "<x|y|a>^{n} = {x}. <give|find> the positive solution",
        "<{x}^(1/{n})|{x} to the power 1/{n}>",
        "{evaluate} {x}^(1/{n})",
        "{x} is given. take its {nth} root",
        "how <much|large|big> is the {nth} root of {x}",
        "if you take the {nth} root of {x}, {result_q}",
        "<state|write down|name> the {nth} root of <the number|> {x}",
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
        "{must_find} √{n} <to|correct to|rounded to> {k} <decimal places|decimals>",
        "{wonder} what √{n} is <to|rounded to> {k} <decimal places|decimals|dp>",
        "round <√{n}|sqrt({n})|the square root of {n}> to {k} <decimal places|decimals|dp|places>",
        "{calc} <√{n}|sqrt({n})|the square root of {n}> and round <it|the result|your answer> to {k} <decimal "
        "places|decimals>",
        "let x = √{n}. {what_is} x <to|correct to|rounded to> {k} <decimal places|decimals>",
        "<to|correct to|rounded to> {k} decimal places, {what_is} <√{n}|sqrt({n})|the square root of {n}>",
        "{write} <√{n}|sqrt({n})> as a decimal <with|to> {k} <decimal places|places|decimals>",
        "{calc} √{n}. give <your|the> answer <to|correct to|with> {k} <decimal places|decimals|dp>",
        "what is the decimal value of <√{n}|the square root of {n}>, <to|rounded to> {k} places",
        "how large is the <square |>root of {n} <to|if you round to> {k} decimals",
        "√{n} ≈ ? ({k} decimals)",
        "√{n}, {k} dp",
        "<a square|a square field|a square tile> has area {n}. {find} the length of <a|one> side <to|correct "
        "to|rounded to> {k} decimal places",
        "the positive solution of x^2 = {n}, <to|rounded to> {k} decimal places",
        "<approximate|estimate> the square root of {n} <with|using> {k} decimals",
        "<a decimal approximation|an approximate value> of √{n} with {k} decimal places",
        "if x^2 = {n} and x is positive, {what_is} x <to|correct to> {k} decimal places",
        "how many is <√{n}|sqrt({n})> as a decimal number with {k} decimals",
        "i need <√{n}|sqrt({n})|the root of {n}> <accurate|correct> to {k} decimal places",
    ),
    ("with {k} digits after the point, how big is the square root of {n}",),
)
def root_as_decimal(rng: Random) -> Instance:
    n, k = rng.randint(2, 900), rng.randint(2, 5)
    return Instance(
        {"n": n, "k": word_or_digits(rng, k)},
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
        "<calculate|compute|evaluate|determine> {a} plus {b}",
        "{must_find} the sum of {a} and {b}",
        "{wonder} what {a} plus {b} is",
        "{wonder} what {a} and {b} add up to",
        "<total|sum> of {a} and {b}",
        "{what_is} the total of {a} and {b}",
        "if x = {n1} and y = {n2}, {what_is} x + y",
        "let a = {n1} and b = {n2}. {what_is} <a + b|the sum of a and b|their sum>",
        "the numbers are {a} and {b}. {what_is} <their sum|the sum|the total>",
        "to {b} <i|we> add {a}. {result_q}",
        "{a} <gets added|is added> to {b}. {result_q}",
        "{what_is} the result of adding {a} to {b}",
        "{what_is} the result when {a} and {b} are <added|added together|summed>",
        "<which|what> number do you get <by adding|if you add|when adding> {a} <and|to> {b}",
        "{b} is <made bigger|increased|made larger> by {a}. <what is it now|what is the new number|find the new value>",
        "{b} increased by {a} <is|gives> <what|what number>",
        "a number is {a} more than {b}. <what is it|which number is it|find it>",
        "<find|name> the number that is {a} <more|greater|larger> than {b}",
        "the <two addends|two terms|summands> are {a} and {b}. <find|what is> the sum",
        "start at {b} and <count on|go up|move up> {a}. where do you <land|end up|arrive>",
        "sum: {a} and {b}",
        "adding {a} and {b} <gives|makes> <what|which number>",
        "{calc} the sum of the <two |>numbers {a} and {b}",
        "one number is {a}, the other <is|one is> {b}. {what_is} their sum",
        "if one number is {a} and <another|the second> is {b}, what <do they add up to|is their total>",
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
        "<calculate|compute|evaluate|determine> {a} minus {b}",
        "{must_find} the difference between {a} and {b}",
        "{wonder} what {a} minus {b} is",
        "{wonder} how much bigger {a} is than {b}",
        "difference <of|between> {a} and {b}",
        "if x = {n1} and y = {n2}, {what_is} x - y",
        "let a = {n1} and b = {n2}. {what_is} <a - b|the difference a - b>",
        "the numbers are {a} and {b}. {what_is} <their difference|the difference>",
        "<i|we|you> subtract {b} from {a}. {result_q}",
        "{b} <gets subtracted|is subtracted|is taken away> from {a}. {result_q}",
        "{what_is} the result of subtracting {b} from {a}",
        "{what_is} the result when {b} is <subtracted|taken away> from {a}",
        "<which|what> number do you get <by subtracting|if you subtract|when subtracting> {b} from {a}",
        "{a} is <made smaller|decreased|reduced|lowered> by {b}. <what is it now|what is the new number|find the "
        "new value>",
        "{a} decreased by {b} <is|gives> <what|what number>",
        "{a} take away {b}",
        "{what_is} {a} take away {b}",
        "<find|name> the number that is {b} <less|smaller|lower> than {a}",
        "a number is {b} <less|smaller> than {a}. <what is it|which number is it|find it>",
        "start at {a} and <count back|go down|move down> {b}. where do you <land|end up|arrive>",
        "how much is missing from {b} to {a}",
        "how much do <i|you|we> have to add to {b} to <reach|get|make> {a}",
        "{b} plus <what|which number|how much> <is|makes|gives> {a}",
        "<find|what is> the gap between {b} and {a}",
        "{what_is} the distance <between|from> {b} <and|to> {a} on the number line",
        "how many more is {a} than {b}",
        "how many <fewer|less> is {b} than {a}",
        "subtracting {b} from {a} <gives|leaves> <what|which number>",
        "one number is {a}, the other is {b}. by how much do they differ",
        "by how much do {a} and {b} differ",
        "the minuend is {a} and the subtrahend is {b}. <find|what is> the difference",
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
        "<calculate|compute|evaluate|determine> {a} times {b}",
        "{must_find} the product of {a} and {b}",
        "{wonder} what {a} times {b} is",
        "product of {a} and {b}",
        "if x = {n1} and y = {n2}, {what_is} <xy|x*y|x times y>",
        "let a = {n1} and b = {n2}. {what_is} <a*b|ab|the product of a and b|their product>",
        "the numbers are {a} and {b}. {what_is} <their product|the product>",
        "<i|we> multiply {a} by {b}. {result_q}",
        "{a} is multiplied by {b}. {result_q}",
        "{what_is} the result of multiplying {a} by {b}",
        "{what_is} the result when {a} and {b} are multiplied [together]",
        "<which|what> number do you get <by multiplying|if you multiply|when multiplying> {a} <and|by|with> {b}",
        "multiply {a} <by|with|and> {b}. {result_q}",
        "{a} multiplied by {b} <is|gives|equals> <what|what number>",
        "<there are|i have> {count} <rows|boxes|shelves|bags|groups|piles> of {b} each. {what_is} the total",
        "what <is|are> {a} lots of {b}",
        "{b} is added up {count} times. {what_is} the <sum|total|result>",
        "{a} by {b}",
        "{calc} the product of the <two |>numbers {a} and {b}",
        "how much do you get if you take {b} {count} times",
        "the product of {a} and {b} is <what|what number|how much>",
        "a number is {b} times as <large|big> as {a}. <what is it|find it|which number is it>",
        "<find|name> the number that is {b} times {a}",
        "multiplication: {a} and {b}",
        "multiplying {a} by {b} <gives|makes> <what|which number>",
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
        "how many {n2}s are in {n1}",
        "<calculate|compute|evaluate|determine> {a} divided by {b}",
        "{must_find} the quotient of {a} and {b}",
        "{wonder} what {a} divided by {b} is",
        "{wonder} how often {b} goes into {a}",
        "quotient of {a} and {b}",
        "if x = {n1} and y = {n2}, {what_is} x/y",
        "let a = {n1} and b = {n2}. {what_is} <a/b|a divided by b|the quotient a/b>",
        "<i|we> divide {a} by {b}. {result_q}",
        "{a} is divided by {b}. {result_q}",
        "{what_is} the result of dividing {a} by {b}",
        "{what_is} the result when {a} is divided by {b}",
        "<which|what> number do you get <by dividing|if you divide|when dividing> {a} by {b}",
        "divide {a} by {b}. {result_q}",
        "{a} divided by {b} <is|gives|equals> <what|what number|how much>",
        "{a} is <shared|split|divided> <equally|evenly|fairly> <between|among|by> {b} "
        "<people|children|friends|groups|boxes>. <how much|how many> does each <get|receive>",
        "share {a} equally between {b}. {what_is} one share",
        "<what|which number> times {b} <is|makes|gives> {a}",
        "{b} times <what|which number> <is|makes|gives> {a}",
        "by what must {b} be multiplied to <get|give|reach> {a}",
        "how many times <is {b} contained in|can you subtract {b} from> {a}",
        "how many times as <big|large|much> as {b} is {a}",
        "how many groups of {b} <are there in|can you make from|fit into> {a}",
        "dividing {a} by {b} <gives|makes> <what|which number>",
        "division: {a} by {b}",
        "{a} is how many times {b}",
        "the product of {b} and another number is {a}. <what is|find> the other number",
        "{a} shared by {b}",
        "with {a} as dividend and {b} as divisor, {what_is} the quotient",
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
    if rng.random() < 0.12:
        a, b = sorted((rng.randint(2, 20), rng.randint(2, 20)), reverse=True)
        return (str(a), str(b)) if sign != "/" else (str(b * rng.randint(1, 20 // b)), str(b))
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
    slots: dict[str, Slot] = {"a": a, "b": b, "n1": a, "n2": b}
    if "." not in a:
        slots["count"] = a
    if a.isdigit() and b.isdigit() and max(int(a), int(b)) <= 20 and rng.random() < 0.4:
        slots |= {"a": phrased(NUMBER_WORDS[int(a)]), "b": phrased(NUMBER_WORDS[int(b)])}
    return Instance(slots, steps(plan, tidy(code) if "." in code or sign == "/" else code, boxed(end)))


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
        "{must_find} the remainder <of {a} divided by {b}|when {a} is divided by {b}>",
        "{wonder} what the remainder is when {a} is divided by {b}",
        "{wonder} what is left over <if|when> you divide {a} by {b}",
        "if <you divide|i divide|we divide> {a} by {b}, <what is the remainder|how much is left over|what "
        "remainder do you get>",
        "let r be the remainder when {a} is divided by {b}. {what_is} r",
        "{a} is divided by {b}. <what is|find|give|state> the remainder",
        "{a} divided by {b} leaves <what|which> remainder",
        "{a} = {b}*q + r, where r is smaller than {b} and not negative. {what_is} r",
        "suppose {a} is divided by {b}. what remainder <results|do you get|is left>",
        "which remainder <do you get|comes out|is there> for {a} ÷ {b}",
        "<{a} things|{a} sweets|{a} eggs|{a} cards|{a} students> are put into groups of {b}, as many full groups "
        "as possible. how many are left over",
        "{a} sweets are shared equally among {b} children. how many are left over",
        "calculate <the value of |>{a} mod {b}",
        "to what number between 0 and {b} - 1 is {a} congruent modulo {b}",
        "rest of the division of {a} by {b}",
        "remainder: {a} by {b}",
        "{what_is} the remainder upon <division|dividing> of {a} by {b}",
        "how much is left over when you divide {a} <by|into groups of> {b}",
        "the division {a} ÷ {b} does not have to come out even. {what_is} the remainder",
        "what remains of {a} when all full groups of {b} are taken out",
        "<dividend|with dividend> {a}, divisor {b}: {what_is} the remainder",
        "{what_is} the residue of {a} modulo {b}",
        "python says {a} % {b} is <what|how much>",
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
        "{must_find} quotient and remainder <of|for> {a} <divided by|÷> {b}",
        "{wonder} what the quotient and the remainder are when {a} is divided by {b}",
        "{a} ÷ {b} with <a |>remainder",
        "{a} : {b} with remainder",
        "<what is|find|calculate|work out> {a} divided by {b}, with <the |a |>remainder",
        "{calc} {a} ÷ {b}. <write|give|state> the <answer|result> as a whole number and a remainder",
        "{a} is divided by {b}. {what_is} the quotient and the remainder",
        "when {a} is divided by {b}, what are the quotient and <the |>remainder",
        "if you divide {a} by {b}, what <quotient and remainder|whole number and remainder> do you get",
        "divide {a} by {b}. <give|state|find|write down> [the] quotient and [the] remainder",
        "<write|express> {a} ÷ {b} as a quotient <with|and> a remainder",
        "<do|carry out|perform> <integer|whole number|euclidean|long> division of {a} by {b}",
        "find the whole numbers q and r with {a} = {b}*q + r, where r is less than {b}",
        "integer division with remainder: {a} by {b}",
        "{a} sweets are shared equally among {b} children. how many does each get and how many are left over",
        "{a} <eggs|books|cards|apples|balls> are packed into boxes of {b}. how many full boxes are there and how "
        "many are left over",
        "how many groups of {b} can you make from {a}, and what is the remainder",
        "<quotient and remainder|quotient, remainder>: {a} and {b}",
        "what is the whole number part and the remainder of {a} / {b}",
        "how do i divide {a} by {b} with remainder",
        "<dividend|the dividend is> {a}, <divisor|the divisor is> {b}. {get} quotient and remainder",
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
    ("+", ("add {n}", "plus {n}", "add {n} to it", "increase it by {n}", "add {n} to the result")),
    ("-", ("subtract {n}", "take away {n}", "minus {n}", "decrease it by {n}", "subtract {n} from it")),
    ("*", ("multiply by {n}", "multiply the result by {n}", "times {n}", "multiply it by {n}")),
    ("**", ("square it", "square the result")),
    ("*2", ("double it", "double the result")),
    ("*3", ("triple it", "triple the result")),
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
        "<let|say> my number be {a}. {steps}. {result_q}",
        "my <starting|first> number is {a}. {steps}. {result_q}",
        "<i|we> start <with|from|at> {a}. {steps}. {result_q}",
        "{someone} thinks of the number {a}. {steps}. what number <is that|does that give|comes out>",
        "begin at {a}: {steps}. {result_q}",
        "write down {a}. {steps}. {result_q}",
        "from the number {a}: {steps}. <what is|find|give> the <final|last> <number|result|value>",
        "what <do you get|is the result|comes out> if you start with {a} and {steps}",
        "{find} the <result|final number> if you start <from|with|at> {a} and {steps}",
        "{wonder} what comes out: start with {a}, {steps}",
        "a number machine <is given|gets|takes in> {a}. the steps are: {steps}. <what comes out|what is the "
        "output|find the output>",
        "input {a}. {steps}. <what is the output|find the output|give the output>",
        "number trick: take {a}, {steps}. {result_q}",
        "pick the number {a}. now {steps}. {result_q}",
        "the first number is {a}. then {steps}. <where do you end up|what is the last number|what is the result>",
        "do the following with {a}: {steps}. {result_q}",
        "{a}. {steps}. {result_q}",
        "follow the <steps|instructions|recipe>: start with {a}, {steps}. {result_q}",
        "choose {a}, {steps}. <tell me|give|find|what is> the <answer|result>",
        "starting <with|from> {a}, {steps}. {result_q}",
        "{a} is my number. {steps}. <which number is it now|what is it now|what number do i have now>",
        "{steps}: <start with|the start is|begin with> {a}. {result_q}",
    ),
    ("if {a} is my number and i {steps}, which number do i reach",),
    constants=(2, 3),
)
def chain_of_operations(rng: Random) -> Instance:
    a = rng.randint(1, 60)
    code = [f"number = {a}"]
    words: list[str] = []
    for _ in range(rng.randint(2, 4)):
        sign, ways = rng.choice(_OPERATIONS[:3]) if rng.random() < 0.75 else rng.choice(_OPERATIONS)
        n = rng.randint(2, 12 if sign == "*" else 60)
        said = [way for way in ways if words or "result" not in way]
        words.append(rng.choice(said).replace("{n}", str(n)))
        fixed = {"**": "number = number**2", "*2": "number = number*2", "*3": "number = number*3"}
        code.append(fixed.get(sign, f"number = number {sign} {n}"))
    joined = ", ".join(words[:-1]) + f"{rng.choice((', then ', ' and then ', ' and '))}{words[-1]}"
    return Instance(
        {"a": a, "steps": phrased(joined)},
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
        "{must_find} {w}",
        "{wonder} what {w} is",
        "{calc} {w}",
        "if x is {w}, {what_is} x",
        "let n be {w}. {what_is} n",
        "<which|what> number <is|equals> {w}",
        "{write} {w} as one number",
        "{teacher} <asks|wants us> to {calc} {w}. {result_q}",
        "{w} <is|equals> <what|how much|which number>",
        "translate into numbers and {calc}: {w}",
        "<write|set up> <an expression|a calculation> for {w} and <evaluate|compute|calculate> it",
        "<my|the> number is {w}. <which number is it|what is it|find it>",
        "a number is {w}. <which number is it|what is it|find it>",
        "{calc} the following: {w}",
        "how do <i|you> {calc} {w}",
        "in words: {w}. <as a number|in numbers|what number is that|what is the value>",
        "<value|answer>: {w}",
        "{someone} computes {w}. what <is the correct result|should the result be>",
        "{w}. {result_q}",
        "<what is|find|give> the value of {w}",
        "in digits and signs, {w} is which number",
    ),
    ("please tell me how much {w} makes", "the result of {w}"),
    constants=(2, 3),
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
            (f"the product of {c} and the sum of {a} and {b}", f"{c}*({a} + {b})"),
            (f"{a} added to the product of {b} and {c}", f"{b}*{c} + {a}"),
            (f"{c} subtracted from the product of {a} and {b}", f"{a}*{b} - {c}"),
            (f"the difference between {a} and {b}, multiplied by {c}", f"({a} - {b})*{c}"),
            (f"the sum of {a} and {b}, minus {c}", f"{a} + {b} - {c}"),
            (f"the sum of {a} and {b}, reduced by {c}", f"{a} + {b} - {c}"),
            (f"the square of {c} plus {a}", f"{c}**2 + {a}"),
            (f"the square of {c}, minus {a}", f"{c}**2 - {a}"),
            (f"the cube of {c} minus {a}", f"{c}**3 - {a}"),
            (f"the square of the difference of {a} and {c}", f"({a} - {c})**2"),
            (f"the cube of the sum of {c} and 2", f"({c} + 2)**3"),
            (f"twice {a} minus {b}", f"2*{a} - {b}"),
            (f"{a} more than twice {b}", f"{a} + 2*{b}"),
            (f"{a} less than three times {b}", f"3*{b} - {a}"),
            (f"{c} times {a}, increased by {b}", f"{c}*{a} + {b}"),
            (f"{c} times as much as the sum of {a} and {b}", f"{c}*({a} + {b})"),
            (f"the sum of {a} and {b}, squared", f"({a} + {b})**2"),
            (f"the product of {a}, {b} and {c}", f"{a}*{b}*{c}"),
        )
    )
    return Instance({"w": phrased(words)}, steps("We write the words as an expression.", code, boxed("The result is")))


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
        "{must_find} the <sum|total> of {list}",
        "{wonder} what {list} <add up to|come to together|sum to>",
        "<calculate|compute|work out|determine|find|what is> the <total|sum> of <these|the following> "
        "<numbers|values>: {list}",
        "the numbers <are|>: {list}. {what_is} <their sum|their total|the sum|the total>",
        "given the <numbers|values|data> {list}, {what_is} <the sum|their sum|the total>",
        "<if|when> you add <up|together> {list}, {result_q}",
        "{list} <are|get> added <together|up>. {result_q}",
        "{list}, <total|sum|added up|all together>",
        "<the sum|the total> of {list} is <what|how much>",
        "<sum|total>: {list}",
        "how much is {list} <added together|all together|altogether|in total>",
        "add all <of |>these: {list}",
        "find the sum of all <numbers|values|entries> in the list {list}",
        "{someone} <spends|saves|scores|collects|pays> {list}. how much <is that|is it> <altogether|in total|in all>",
        "{someone} adds {list}. what is the <correct |>result",
        "my <scores|expenses|prices|numbers> are {list}. <what is the total|find the total|what do they add up to>",
        "<sum up|add up|tot up|total> the <list|numbers|values> {list}",
        "the <addends|summands|terms> are {list}. find the sum",
        "{what_is} the result of adding {list}",
        "we add {list} together. {result_q}",
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
        "{must_find} the <absolute value|modulus|magnitude> of {e}",
        "{wonder} what the absolute value of {e} is",
        "{write} |{e}| without <absolute value bars|the bars|absolute value signs>",
        "<modulus|magnitude> of {e}",
        "{find} the <modulus|magnitude|size without sign> of {e}",
        "let x = {e}. {what_is} |x|",
        "let x = {e}. {what_is} <the absolute value of x|abs(x)>",
        "if x = {e}, {what_is} |x|",
        "if x = {e}, {what_is} <the absolute value of x|abs(x)>",
        "how far <away |>from <zero|0|the origin> <is {e}|does {e} lie>",
        "{what_is} the distance between {e} and <0|zero> [on the number line]",
        "the absolute value of {e} <is|equals> <what|what number>",
        "<simplify|calculate|compute|work out> |{e}|",
        "|{e}| <equals|is> <what|how much>",
        "which number is |{e}|",
        "abs({e})",
        "{someone} takes the absolute value of {e}. {result_q}",
        "what is {e} in absolute value",
        "by how much does {e} differ from 0",
        "how <many units|many steps|long a way> is it from {e} to 0 on the number line",
        "take the absolute value of {e}. {result_q}",
        "{write} |{e}| and drop the bars",
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


@task(
    "arithmetic",
    "signed_arithmetic",
    (
        *_ASK,
        "{evaluate} {s}",
        "{find} {s}",
        "{wonder} what {s} is",
        "{must_find} {s}",
        "what is {s}",
        "{s} <is|gives|equals> <what|which number>",
        "{s}. {result_q}",
        "<with|using> negative numbers: <find|what is|calculate> {s}",
        "mind the signs: {what_is} {e}",
        "if x is {s}, {what_is} x",
    ),
    (*_HELD, "{s} should come out as which value"),
)
def signed_arithmetic(rng: Random) -> Instance:
    places = rng.choice((0, 0, 0, 1, 2))
    a, b = (
        rng.choice(("", "-"))
        + (decimal(rng, 0, rng.choice((9, 60)), places) if places else str(_int(rng, rng.choice((1, 2, 3)))))
        for _ in range(2)
    )
    if "-" not in a + b:
        a = f"-{a}"
    sign = rng.choice("++--*")
    code = f"{a} {sign} ({b})" if b[0] == "-" else f"{a} {sign} {b}"
    words = {
        "+": (
            f"{a} plus {b}", f"the sum of {a} and {b}", f"{a} added to {b}", f"the total of {a} and {b}",
            f"the result of adding {b} to {a}",
        ),
        "-": (
            f"{a} minus {b}", f"{b} subtracted from {a}", f"{b} less than {a}", f"{a} take away {b}",
            f"the result of subtracting {b} from {a}",
        ),
        "*": (
            f"{a} times {b}", f"the product of {a} and {b}", f"{a} multiplied by {b}",
            f"the result of multiplying {a} by {b}",
        ),
    }[sign]  # fmt: skip
    typed = code if rng.random() < 0.5 else code.replace("(", "").replace(")", "")
    return Instance(
        {"e": typed.replace("*", rng.choice(("*", "×", "x", "·"))), "s": rng.choice(words)},
        steps("We mind the signs.", tidy(code) if places else code, boxed("The result is")),
    )


@task(
    "powers and roots",
    "nearest_integer_root",
    (
        "{find} the {nth} root of {x} <to|rounded to> the nearest <integer|whole number>",
        "{must_find} the {nth} root of {x} <to|rounded to> the nearest <integer|whole number>",
        "{nth} root of {x} <to|rounded to> the nearest <integer|whole number>",
        "round the {nth} root of {x} to the nearest <integer|whole number>",
        "{calc} the {nth} root of {x} and round <it|the result|your answer> to the nearest <integer|whole number>",
        "<to|rounded to> the nearest <integer|whole number>, {what_is} the {nth} root of {x}",
        "which <integer|whole number> is <closest|nearest> to the {nth} root of {x}",
        "<find|give> the <integer|whole number> <closest|nearest> to the {nth} root of {x}",
        "{wonder} which <integer|whole number> is <closest|nearest> to the {nth} root of {x}",
        "let r be the {nth} root of {x}. {what_is} r <to|rounded to> the nearest <integer|whole number>",
        "if r is the {nth} root of {x}, which <integer|whole number> is r closest to",
        "<estimate|approximate> the {nth} root of {x} by a whole number",
        "<{x}^(1/{n})|{x} to the power 1/{n}> <to|rounded to> the nearest <integer|whole number>",
        "{what_is} {x} to the power of 1/{n}, to the nearest <integer|whole number>",
        "{what_is} <{x}^(1/{n})|({x})^(1/{n})>, rounded to the nearest <integer|whole number>",
        "about which whole number is the {nth} root of {x}",
        "the {nth} root of {x} is not <necessarily |>a whole number. round it to the nearest integer",
        "the {nth} root of {x} is <approximately|roughly|about> which <integer|whole number>",
        "the {nth} root of {x}, <nearest whole number|as a whole number|rounded to an integer>",
        "<a positive number|x> to the power {n} is {x}. which whole number is it closest to",
        "what whole number comes <closest|nearest> to the {nth} root of {x}",
        "{someone} rounds the {nth} root of {x} to the nearest whole number. {result_q}",
    ),
    ("when the {nth} root of {x} is taken and rounded to a whole number, what is left",),
    constants=(1, 2, 3, 4, 5),
)
def nearest_integer_root(rng: Random) -> Instance:
    n = rng.choice((2, 2, 3, 3, 4, 5))
    x = rng.randint(3, 10 ** rng.randint(2, 7))
    nth = rng.choice(
        {
            2: ("square", "second", "2nd"),
            3: ("cube", "third", "3rd"),
            4: ("fourth", "4th"),
            5: ("fifth", "5th"),
        }[n]
    )
    return Instance(
        {"x": x, "n": n, "nth": phrased(nth)},
        steps("We take the root and round it.", f"round({x}**(1/{n}))", boxed("The nearest whole number is")),
    )


@task(
    "arithmetic in words",
    "missing_number",
    (
        "{eq}. <find|what is|give> the missing number",
        "<fill in the <blank|gap|missing number>|find the missing number|complete the <equation|calculation>>: {eq}",
        "what is the missing number in {eq}",
        "<which|what> number <belongs|goes|fits> in the <blank|gap|empty box>: {eq}",
        "<which|what> number makes {eq} <true|right|correct>",
        "{must_find} the missing number: {eq}",
        "{wonder} which number is missing in {eq}",
        "{eq}",
        "the number under the ink blot is gone: {eq}. which number was it",
        "{teacher} wrote {eq}. what number <is hidden|must stand in the gap|is missing>",
        "<some|a|a certain> number {story}. <which number is it|what is the number|find the number|what is it>",
        "if <some|a|a certain> number {story}, <which number is it|what is the number|find the number>",
        "{find} the number that {story}",
        "i think of a number. {did}. <what is my number|which number am i thinking of|what number is it|which was it>",
        "{someone} thinks of a number. {did}. what was the number",
        "take a number. {did}. which number did i take",
        "my <secret|mystery|lucky> number {story}. <what is it|which number is it|guess it|can you find it>",
        "<what|which> number {story}",
        "{wonder} which number {story}",
        "{must_find} the number that {story}",
        "a number x {story}. <find|what is> x",
        "an unknown number {story}. {what_is} <it|the number|the unknown>",
        "n {story}. <find|what is|determine> n",
        "a number is hidden in {eq}. <which one|find it|what is it>",
        "{teacher} has hidden a number: {eq}. {what_is} it",
        "something is missing here: {eq}. <fill it in|what is it|which number is missing>",
    ),
    ("one number here is hidden, work it out: {eq}", "someone found a number which {story}, so what must it have been"),
)
def missing_number(rng: Random) -> Instance:
    x, a = rng.randint(1, 90), rng.randint(2, 60)
    gap = rng.choice(("__", "___", "?", "□", "...", "_"))
    kind = rng.choice(("+", "r+", "-", "r-", "*", "r*", "/"))
    if kind == "r-":
        a += x
    if kind == "/":
        x *= a
    result = {"+": x + a, "r+": x + a, "-": x - a, "r-": a - x, "*": x * a, "r*": x * a, "/": x // a}[kind]
    times = rng.choice(("*", "×", "x"))
    equation, code, story = {
        "+": (f"{gap} + {a} = {result}", f"{result} - {a}", (
            f"plus {a} <is|gives|makes|equals> {result}", f"increased by {a} <is|gives|becomes> {result}",
            f"becomes {result} when {a} is added", f"is {a} less than {result}",
        )),
        "r+": (f"{a} + {gap} = {result}", f"{result} - {a}", (
            f"must be added to {a} to <get|give|make> {result}", f"added to {a} <gives|makes> {result}",
            f"together with {a} makes {result}",
        )),
        "-": (f"{gap} - {a} = {result}", f"{result} + {a}", (
            f"minus {a} <is|gives|equals> {result}", f"decreased by {a} <is|gives|becomes> {result}",
            f"becomes {result} when {a} is <subtracted|taken away>", f"is {a} more than {result}",
        )),
        "r-": (f"{a} - {gap} = {result}", f"{a} - {result}", (
            f"must be subtracted from {a} to <get|give|leave> {result}", f"taken away from {a} leaves {result}",
        )),
        "*": (f"{gap} {times} {a} = {result}", f"{result} // {a}", (
            f"times {a} <is|gives|makes|equals> {result}", f"multiplied by {a} <is|gives> {result}",
            f"becomes {result} when it is multiplied by {a}",
        )),
        "r*": (f"{a} {times} {gap} = {result}", f"{result} // {a}", (
            f"must be multiplied by {a} to <get|give> {result}", f"taken {a} times <is|gives|makes> {result}",
        )),
        "/": (f"{gap} {rng.choice(('/', '÷', ':'))} {a} = {result}", f"{result}*{a}", (
            f"divided by {a} <is|gives|equals> {result}", f"becomes {result} when it is divided by {a}",
        )),
    }[kind]  # fmt: skip
    doing = {
        "+": f"<add {a}|add {a} to it|increase it by {a}>",
        "-": f"<subtract {a}|take away {a}|subtract {a} from it|decrease it by {a}>",
        "*": f"<multiply it by {a}|multiply by {a}|take it times {a}>",
        "/": f"<divide it by {a}|divide by {a}>",
    }
    slots: dict[str, Slot] = {"eq": equation, "story": phrased(rng.choice(story))}
    if kind in doing:
        slots["did"] = phrased(
            f"<{doing[kind]}. now it is {result}|after you {doing[kind]}, you have {result}|when you {doing[kind]}, "
            f"you get {result}|if you {doing[kind]}, the result is {result}>"
        )
    return Instance(
        slots,
        steps("We undo the operation.", code, boxed("The missing number is")),
    )
