"""Which code certainly gives the same again."""

from __future__ import annotations

import math
import random
import time
from fractions import Fraction

import numpy
import pytest

from mathcoder_kernel.solver.repeatable import repeatable, repeatable_value


@pytest.mark.parametrize(
    "code",
    [
        "x = 2\nprint(x ** 10)",
        "from sympy import *\nx = symbols('x')\nsolve(x**2 - 2, x)",
        "import math, itertools\nsum(math.comb(5, k) for k in range(6))",
        "def area(r):\n    return 3.14 * r ** 2\narea(2)",
        "import numpy as np\nnp.linalg.solve(np.array([[2.0]]), np.array([4.0]))",
        "1 / 0",
        "",
    ],
)
def test_mathematics_can_be_shared(code: str) -> None:
    assert repeatable(code)


@pytest.mark.parametrize(
    "code",
    [
        "import random\nrandom.random()",
        "from random import random as r\nr()",
        "import numpy as np\nnp.random.default_rng().normal()",
        "from numpy.random import default_rng",
        "import numpy as np\nnp.empty(3)",
        "import time\ntime.time()",
        "from datetime import date",
        "import numpy as np\nnp.datetime64('now')",
        "from sympy.stats import Die, sample\nsample(Die('X', 6))",
        "from scipy import stats\nstats.norm.rvs()",
        "import os\nos.urandom(4)",
        "from secrets import token_hex",
        "open('/proc/uptime').read()",
        "id(object())",
        "x = (1).__class__",
        "getattr(math, 'pi')",
        "from . import other",
        "from . import *",
        "import helpers",
        "%time 1 + 1",
        "not python (",
    ],
)
def test_chance_clocks_files_and_what_is_not_known_are_not_shared(code: str) -> None:
    assert not repeatable(code)


@pytest.mark.parametrize(
    "value", [7, "x", [1, 2], Fraction(1, 3), math, math.sin, numpy.array([1.0]), numpy.linalg.inv]
)
def test_data_and_mathematics_of_the_notebook_can_be_copied_for_all(value: object) -> None:
    assert repeatable_value(value)


@pytest.mark.parametrize("value", [time, random, random.random, time.time, numpy.random, numpy.random.default_rng()])
def test_clocks_and_generators_of_the_notebook_are_each_votes_own(value: object) -> None:
    assert not repeatable_value(value)


def test_attributes_that_a_student_computes_are_not_asked_for() -> None:
    class Dotted(dict[str, int]):
        def __getattr__(self, name: str) -> int:
            return self[name]

    assert not repeatable_value(Dotted(x=1))
