"""Random functions to differentiate, integrate, evaluate …"""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Num, call, expr, polynomial, scaled
from mathcoder_kernel.problems.solutions import number


def some_polynomial(rng: Random, x: Expr, degree: int | None = None, largest: int = 9) -> Expr:
    """A polynomial of degree 1 to 4 (or that degree), some terms missing, rarely in another order."""
    degree = degree or rng.choice((1, 2, 2, 2, 3, 3, 4))
    coefficients = [number(rng, largest)] + [number(rng, largest) if rng.random() < 0.75 else 0 for _ in range(degree)]
    if rng.random() < 0.4:
        coefficients[0] = 1
    order = list(range(degree + 1))
    if rng.random() < 0.1:
        rng.shuffle(order)
    return polynomial(coefficients, x, order)


def elementary(rng: Random, x: Expr, simple: bool = False) -> Expr:
    """sin, cos, e^, ln, √, tan of x or of a multiple."""
    inner = x if simple or rng.random() < 0.5 else rng.randint(2, 5) * x
    return call(rng.choice(("sin", "sin", "cos", "cos", "exp", "exp", "log", "sqrt", "tan")), inner)


def differentiable(rng: Random, x: Expr) -> Expr:
    """A function as in a calculus exercise: polynomial, sum, product, quotient, chain."""
    match rng.randrange(12):
        case 0 | 1 | 2:
            return some_polynomial(rng, x)
        case 3:
            return scaled(rng.choice((1, 1, number(rng, 6))), elementary(rng, x))
        case 4 | 5:
            return x_power(rng, x) * elementary(rng, x)
        case 6:
            return elementary(rng, x) + some_polynomial(rng, x, rng.choice((1, 2)))
        case 7:
            return elementary(rng, x, True) * elementary(rng, x, True)
        case 8:
            return call(rng.choice(("sin", "cos", "exp", "log", "sqrt")), some_polynomial(rng, x, rng.choice((1, 2))))
        case 9:
            return polynomial((rng.randint(1, 5), number(rng, 9)), x) ** rng.randint(2, 7)
        case 10:
            return x_power(rng, x) / rng.choice((polynomial((1, number(rng, 9)), x), x**2 + rng.randint(1, 9)))
        case _:
            if rng.random() < 0.4:
                return elementary(rng, x, True) / x_power(rng, x)
            return rng.choice((call("sin", x) ** 2, call("cos", x) ** 2, expr(rng.randint(1, 9)) / x_power(rng, x)))


def x_power(rng: Random, x: Expr) -> Expr:
    """x, x² or x³."""
    power = rng.choice((1, 1, 2, 2, 3))
    return x**power if power > 1 else x


def integrable(rng: Random, x: Expr) -> Expr:
    """A function that sympy integrates quickly to an elementary one."""
    match rng.randrange(10):
        case 0 | 1 | 2 | 3:
            return some_polynomial(rng, x)
        case 4:
            return scaled(
                rng.choice((1, number(rng, 6))),
                call(rng.choice(("sin", "cos", "exp")), rng.choice((x, rng.randint(2, 5) * x))),
            )
        case 5:
            return x * call(rng.choice(("sin", "cos", "exp")), x)
        case 6:
            return call(rng.choice(("sin", "cos", "exp")), x) + some_polynomial(rng, x, rng.choice((1, 2)))
        case 7:
            return expr(rng.randint(1, 9)) / rng.choice((x, x**2, x**3))
        case 8:
            return rng.choice((call("sqrt", x), call("log", x), x * call("log", x), expr(1) / (x + rng.randint(1, 9))))
        case _:
            return polynomial((rng.randint(1, 4), number(rng, 6)), x) ** rng.randint(2, 3)


def two_variables(rng: Random, x: Expr, y: Expr) -> Expr:
    """A function of two variables."""
    terms = [
        x**2 * y, x * y**2, x * y, x**2, y**2, x**3, y**3, x**2 * y**2, call("sin", x * y), call("exp", x) * y,
        x * call("sin", y), call("log", y) * x, x**3 * y, call("exp", x * y),
    ]  # fmt: skip
    chosen = rng.sample(terms, rng.choice((1, 2, 2, 3)))
    result = scaled(rng.choice((1, 1, number(rng, 7))), chosen[0])
    for term in chosen[1:]:
        result = result + scaled(rng.choice((1, number(rng, 7))), term)
    if len(chosen) == 1:
        result = result + rng.randint(2, 5) * y + x
    return result


def number_point(rng: Random) -> Expr:
    """A place to evaluate at."""
    return Num("0") if rng.random() < 0.12 else expr(number(rng, 6, 0.3))


def function_letter(rng: Random) -> str:
    """x mostly."""
    return rng.choice("xxxxxxxxxxxttyzuas")
