"""Writing sympy code in one short style: the names used are imported, in order of use."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mathcoder_kernel.problems.problem import Code

_LISTED = (
    "symbols Symbol Function Eq solve linsolve nsolve solveset expand factor simplify collect apart cancel "
    "together diff integrate limit series Sum summation Product product Matrix eye sqrt cbrt exp log sin cos "
    "tan asin acos atan sinh cosh tanh Abs pi oo E I S Rational N dsolve Derivative Poly gcd lcm div rem quo "
    "discriminant factorial binomial conjugate re im arg trigsimp expand_trig radsimp nsimplify factorint "
    "divisors isprime totient primerange nextprime prevprime prime Interval Union Reals rad deg Piecewise "
    "logcombine expand_log powsimp floor ceiling mod_inverse primefactors real_roots idiff degree"
)
SYMPY_NAMES = frozenset(_LISTED.split())
_NAME = re.compile(r"(?<![\w.'\"])[A-Za-z_]\w*")
_TEXT = re.compile(r"'[^']*'")


def sympy_code(*lines: str, symbols: Sequence[str] = (), real: bool = False) -> Code:
    """Code of these lines behind `from sympy import …` and, where asked, the declaration of (real) symbols."""
    body = list(lines)
    if symbols:
        body.insert(0, f"{', '.join(symbols)} = symbols('{' '.join(symbols)}'{', real=True' if real else ''})")
    source = "\n".join(body)
    defined = set(re.findall(r"^(\w+) =", source, re.MULTILINE))
    used = dict.fromkeys(_NAME.findall(_TEXT.sub("''", source)))
    names = [name for name in used if name in SYMPY_NAMES and name not in defined]
    return Code(f"from sympy import {', '.join(names)}\n{source}" if names else source)
