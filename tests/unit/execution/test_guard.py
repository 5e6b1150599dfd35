"""What the guard lets run and what it holds back, with the reasons a student reads."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from mathcoder_kernel.execution.guard import judge

MATHS = [
    "2 + 2",
    "from sympy import *\nx = symbols('x')\nsolve(Eq(x**2, 4), x)",
    "import math\nmath.sqrt(2)",
    "import numpy as np\nnp.linalg.inv(np.eye(2))",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
    "from fractions import Fraction\nFraction(1, 3)",
    "from decimal import Decimal, getcontext\ngetcontext().prec = 30",
    "from collections import Counter\nCounter('abc').most_common()",
    "import sys\nsys.setrecursionlimit(5000)",
    "from IPython.display import display, Math\ndisplay(Math('x'))",
    "%matplotlib inline\nimport matplotlib.pyplot as plt",
    "%timeit 2 + 2",
    "class P:\n    def __init__(self, x):\n        super().__init__()\n        self.x = x",
    "input = [3, 4]\nsum(input)",
    "def area(vars):\n    return sum(vars)\narea([1, 2])",
    "sympify('x**2 + sin(x)')",
    "if __name__ == '__main__':\n    print('area (m)')",
    "print('call open(the door) now')",
    "x = 7 %3\nx",
    "for i in range(10)\n    print(i)",
    "The answer is 5.",
    "",
    "getattr(x, 'real')",
    "random.seed(3)\nrandom.random()",
    "5 % 3",
    ">>> 1 + 1",
    "solve?",
    "a = (1\n % 2)",
    "print('one = 1, 3 <5 and only = 2')",
    "from IPython.display import Markdown\nMarkdown('**bold** <b>on x = 3</b>')",
    "class P:\n    def _repr_latex_(self):\n        return '$x$'",
]


@pytest.mark.parametrize("code", MATHS)
def test_ordinary_maths_runs(code: str) -> None:
    assert judge(code).reasons == ()
    assert judge(code).allowed


MORE_THAN_MATHS = [
    ("class P:\n    def _repr_html_(self):\n        return '<b>x</b>'", "HTML of its own"),
    ("class P:\n    _repr_javascript_ = lambda self: 'alert(1)'", "HTML of its own"),
    ("P._repr_mimebundle_ = bundle", "HTML of its own"),
    ("display({'text/html': page}, raw=True)", "HTML of its own"),
    ("from IPython.display import Markdown\nMarkdown(f'<img src=x onerror=alert({n})>')", "HTML of its own"),
    ("print('x' * 3 + '<ScRiPt>')", "HTML of its own"),
    ("open('notes.txt')", "opens a file"),
    ("f = open\nf('notes.txt')", "opens a file"),
    ("import os\nos.remove('a')", "`os`"),
    ("os.listdir('.')", "`os`"),
    ("from os import path", "`os`"),
    ("import requests", "which can reach the network"),
    ("import urllib.request as u", "which can reach the network"),
    ("import subprocess\nsubprocess.run(['ls'])", "other programs"),
    ("import multiprocessing", "other programs"),
    ("import shutil", "files"),
    ("from pathlib import Path\nPath('a').unlink()", "files"),
    ("import ctypes", "Python itself"),
    ("import importlib", "Python itself"),
    ("import builtins", "Python itself"),
    ("import sys\nsys.modules['os']", "Python itself"),
    ("import sys\nsys.stdout = None", "Python itself"),
    ("from sys import modules", "Python itself"),
    ("import keras", "not a module for maths"),
    ("from . import helper", "file of this folder"),
    ("import pip", "installs"),
    ("!pip install x", "shell command"),
    ("files = !ls", "shell command"),
    ("%%bash\nls", "`%bash`"),
    ("%run script.py", "`%run`"),
    ("%pip install x", "`%pip`"),
    ("%time open('a')", "opens a file"),
    ("rm -r notes", "`rm`"),
    ("ls", "`ls`"),
    ("x = = 2\n!rm notes", "shell command"),
    (">>> import os", "`os`"),
    ("eval('1 + 1')", "runs text as code"),
    ("exec('x = 1')", "runs text as code"),
    ("max([1], key=eval)", "runs text as code"),
    ("__import__('os')", "text"),
    ("compile('1', '', 'eval')", "runs text as code"),
    ("input('n? ')", "asks a question"),
    ("exit()", "ends the session"),
    ("quit()", "ends the session"),
    ("globals()['x']", "Python itself"),
    ("().__class__.__bases__[0].__subclasses__()", "Python itself"),
    ("'{0.__class__}'.format(1)", "Python itself"),
    ("getattr(math, '__loader__')", "Python itself"),
    ("getattr(math, name)", "made of text"),
    ("import random\nrandom._os.system('ls')", "`os`"),
    ("sympify(\"__import__('os').system('ls')\")", "text"),
    ("simplify(\"open('x').read()\")", "opens a file"),
    ("plt.savefig('a.png')", "writes a file"),
    ("np.save('a.npy', a)", "writes a file"),
    ("np.loadtxt('a.txt')", "reads a file"),
    ("pd.read_csv('a.csv')", "reads a file"),
    ("df.to_csv('a.csv')", "writes a file"),
    ("from numpy import fromfile", "reads a file"),
    ("from scipy.io import loadmat", "reads a file"),
    ("from IPython.display import HTML", "change the page"),
    ("get_ipython().system('ls')", "shell command"),
    ("get_ipython().kernel.do_shutdown(True)", "notebook"),
    ("breakpoint()", "debugger"),
    ("from sympy import preview\npreview(x)", "other programs"),
    ("import threading", "other programs"),
]


@pytest.mark.parametrize(("code", "why"), MORE_THAN_MATHS)
def test_code_that_does_more_than_maths_waits_and_the_reason_is_said(code: str, why: str) -> None:
    verdict = judge(code)
    assert not verdict.allowed
    assert why in "; ".join(verdict.reasons)
    assert all(reason.startswith("it ") for reason in verdict.reasons)


def test_each_reason_is_given_once() -> None:
    assert len(judge("open('a')\nopen('b')").reasons) == 1


def test_a_module_is_named_where_it_is_imported_and_not_again_where_it_is_used() -> None:
    (reason,) = judge("import os\nos.getcwd()\nos.path.join('a', 'b')").reasons
    assert reason.startswith("it imports `os`")
    assert judge("os.getcwd()").reasons[0].startswith("it uses `os`")


def test_code_nested_beyond_what_python_reads_is_left_to_python() -> None:
    assert judge("(" * 5000).allowed


@pytest.mark.slow
def test_recorded_maths_is_let_through(recorded_path: Path) -> None:
    blocks, refused = 0, 0
    with gzip.open(recorded_path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for block in json.loads(line)["blocks"]:
                if block["type"] == "code":
                    blocks += 1
                    refused += not judge(block["content"]).allowed
    print(f"{refused} of {blocks} recorded blocks refused")
    assert refused <= blocks / 100
