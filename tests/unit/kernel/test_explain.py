"""Errors in plain words: real exceptions of real code, explained with the line they happened in."""

from __future__ import annotations

import sys
import traceback
from typing import Any

import pytest

from mathcoder_kernel.kernel.explain import Explanation, Trouble, explain, explain_message, line_in


def raised(source: str, **namespace: Any) -> Trouble:
    """What really happens when `source` runs."""
    try:
        exec(compile(source, "<cell>", "exec"), dict(namespace))
    except SyntaxError as error:
        return Trouble(type(error).__name__, error.msg, source, error.lineno)
    except Exception as error:
        lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<cell>"]
        return Trouble(type(error).__name__, str(error), source, lines[-1], frozenset(namespace))
    raise AssertionError("it did not fail")


def explained(source: str, **namespace: Any) -> Explanation:
    return explain(raised(source, **namespace))


# Source, words that the explanation must hold, and the line to write instead (None: no fix is offered).
CASES: list[tuple[str, str, str | None]] = [
    ("x = 3\ny = 2(x + 1)", "product always needs its sign", "y = 2*(x + 1)"),
    ("a = 2\nb = a(3 + 4)", "product always needs its sign", "b = a*(3 + 4)"),
    ("a = 2\nb = (a + 1)(a - 1)", "product always needs its sign", "b = (a + 1)*(a - 1)"),
    ("sum = 3\ns = sum([1, 2])", "hides it", "del sum\ns = sum([1, 2])"),
    ("y = 2x + 1", "`2*x`", "y = 2*x + 1"),
    ("x = 2.5\ny = x^2", "two stars", "y = x**2"),
    ("y = sqrt(2)", "from sympy import sqrt", "from sympy import sqrt\ny = sqrt(2)"),
    ("a = np.array([1])", "import numpy as np", "import numpy as np\na = np.array([1])"),
    ("y = z + 1", "symbols('z')", "from sympy import symbols\nz = symbols('z')\ny = z + 1"),
    ("radius = 3\nprint(raduis)", "There is a `radius`", "print(radius)"),
    ("x = true", "written `True`", "x = True"),
    ("print(1 / (3 - 3))", "Here that is `3 - 3`", None),
    ("import math\nmath.sqrt(-1)", "square root of a negative number", "import cmath\ncmath.sqrt(-1)"),
    ("import math\nmath.log(0)", "positive numbers only", "import cmath\ncmath.log(0)"),
    ("x = [1, 2]\nprint(x[2])", "count from 0", None),
    ("def solve(e): return []\ns = solve(1)\nprint(s[0])", "finds no solution", None),
    ("x = float('3,5')", "with a comma", "x = float('3.5')"),
    ("x = int('3.5')", "not a whole number", "x = float('3.5')"),
    ("x = '3' + 4", "cannot be added", None),
    ("x = 3 + '4'", "text", None),
    ("x = 2.5 * [1, 2]", "numpy.array", None),
    ("for i in range(10 / 2): pass", "whole number", "for i in range(10 // 2): pass"),
    ("n = 3\nfor i in n: pass", "range", None),
    ("x = [1].append(2).y", "None", None),
    ("a, b = [1]", "On the left there are 2 names", None),
    ("def f(x): return x\nf()", "was called without 'x'", None),
    ("def f(x): return x\nf(1, 2)", "takes 1", None),
    ("import numpyy", "Did you mean `numpy`", "import numpy"),
    ("import math\nmath.sine(1)", "Did you mean", None),
    ("2.0 ** 100000", "too large", None),
    ("def f(n): return f(n - 1)\nf(3)", "called itself", None),
    ("if x = 3:\n    pass", "comparison is written `==`", "if x == 3:"),
    ("2*x + 3 = 11", "Eq(left, right)", "equation = Eq(2*x + 3, 11)"),
    ("print((1 + 2)", "never closed", "print((1 + 2))"),
    ("x = 3)", "closes nothing", None),
    ("x = 3 − 1", "`-` for `−`", "x = 3 - 1"),
    ("x = 3 × 2²", "`*` for `×`", "x = 3 * 2**2"),
    ("for i in range(3)\n    print(i)", "colon missing", "for i in range(3):"),
    ("for i in range(3):\nprint(i)", "indented lines must follow", "    print(i)"),
    ("x = 1\n  y = 2", "asks for that", "y = 2"),
    ("print 'x'", "needs brackets", "print('x')"),
    ("x = 007", "without zeros", "x = 7"),
    ("x = 'don't'", "not ended", None),
    ("return 3", "outside of a function", None),
    ("y = (1 + 2)(3)x", "product", None),
    ("y = 3 x", "sign of a product", "y = 3*x"),
    ("lambda = 3", "cannot be names", None),
    ("x = {'a': 1}['b']", "no entry", None),
    ("assert 1 == 2", "check in the code", None),
    ("open('no-such-file.txt')", "no such file", None),
    ("'a' < 3", "compared by size", None),
    ("x = 5\nx[0]", "no elements", None),
    ("(1).subs(2)", "ordinary number", None),
    ("[1].evalf()", "list of solutions", None),
]  # fmt: skip


@pytest.mark.parametrize(("source", "words", "fix"), CASES, ids=[c[0].splitlines()[-1][:40] for c in CASES])
def test_common_errors_are_explained_with_their_line(source: str, words: str, fix: str | None) -> None:
    found = explained(source)
    assert words.lower() in f"{found.title} {found.text}".lower(), found
    if fix is not None:
        assert found.fix == fix
    assert "<" not in found.text.replace("<=", "").replace("`<`", "") or "`" in found.text


SYMBOLIC = [
    ("from sympy import *\nx = symbols('x')\nif x > 0: pass", "holds an unknown", None),
    ("import math, sympy\nx = sympy.Symbol('x')\nmath.sin(x)", "no single number", "import sympy\nsympy.sin(x)"),
    ("from sympy import *\nM = Matrix([[1, 2], [2, 4]])\nM.inv()", "no inverse", None),
    ("from sympy import *\nMatrix([[1, 2]]) + Matrix([[1], [2]])", "do not fit together", None),
    ("from sympy import *\nMatrix([[1, 2]]).det()", "square matrix", None),
    ("from sympy import *\nsympify('2x +')", "cannot read this", None),
    ("from sympy import *\nx = symbols('x')\nsolve(x**2 - 4, x).subs(x, 1)", "list of solutions", None),
    ("from sympy import *\nx, y = symbols('x y')\nsolve([x + y - 1], [x, y])[y]", "leaves out unknowns", None),
    ("from sympy import *\nx = symbols('x', positive=True)\nsolve(x + 1, x)[0]", "finds no solution", None),
    ("import numpy as np\nnp.array([1, 2]) + np.array([1, 2, 3])", "shapes of two arrays", None),
    ("import numpy as np\nif np.array([1, 2]) > 1: pass", "cannot be true or false", None),
    ("import math, numpy as np\nmath.sin(np.ones(2))", "whole array", "import numpy as np\nnp.sin(np.ones(2))"),
    ("import numpy as np\nnp.linalg.inv(np.zeros((2, 2)))", "no inverse", None),
    ("import numpy as np, sympy\nx = sympy.Symbol('x')\nnp.sin(x)", "not a number", "import sympy\nsympy.sin(x)"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "words", "fix"), SYMBOLIC, ids=[c[1][:30] for c in SYMBOLIC])
def test_errors_of_sympy_and_numpy_are_explained(source: str, words: str, fix: str | None) -> None:
    found = explained(source)
    assert words.lower() in f"{found.title} {found.text}".lower(), found
    if fix is not None:
        assert found.fix == fix


def test_an_error_outside_the_catalogue_gets_a_general_explanation() -> None:
    found = explain(Trouble("StrangeError", "unheard of", "x = 1\ny = 2", 2))
    assert found.title == "Python raised StrangeError in line 2."
    assert "`unheard of`" in found.text
    assert found.fix is None


def test_the_line_is_found_in_a_traceback_as_notebooks_show_it() -> None:
    shown = [
        "\x1b[31m---------\x1b[39m",
        "ZeroDivisionError                         Traceback (most recent call last)",
        "Cell In[3], line 2\n      1 x = 0\n----> 2 y = 1 / x\n",
        "ZeroDivisionError: division by zero",
    ]
    assert line_in(shown, "x = 0\ny = 1 / x") == 2
    assert line_in(["  Cell In[4], line 1\n    y = 2x\n"], "y = 2x\nz") == 1
    assert line_in([], "a\nb") is None


def test_a_message_of_wrong_shape_is_answered_too() -> None:
    answer = explain_message({"request": 1, "traceback": "text", "ename": None})
    assert answer["request"] == 1
    assert answer["fix"] is None


def test_the_catalogue_imports_nothing_heavy() -> None:
    import subprocess

    code = (
        "import sys, mathcoder_kernel.kernel.explain; print([m for m in ('sympy', 'numpy', 'nh3') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
