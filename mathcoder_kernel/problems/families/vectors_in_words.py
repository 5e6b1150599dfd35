"""Matrices and vectors as students type them: rows in words, (2 5; 1 3), <2, 0, 1>, 2i - 3j + 6k; and parameters."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from mathcoder_kernel.problems.expression import Notation, Text, VectorLiteral, vector
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


@dataclass(frozen=True, slots=True)
class _Rows:
    """A matrix whose way of typing is chosen with the instance."""

    rows: tuple[tuple[str, ...], ...]
    style: int

    def code(self) -> str:
        return f"Matrix([{', '.join('[' + ', '.join(row) + ']' for row in self.rows)}])"

    def typed(self, notation: Notation) -> str:
        """See `Typed`."""
        comma = ", " if notation.spaced else ","
        match self.style:
            case 0:
                return "(" + "; ".join(" ".join(row) for row in self.rows) + ")"
            case 1:
                return "[" + "; ".join(" ".join(row) for row in self.rows) + "]"
            case 2:
                return "with rows " + ", ".join(" ".join(row) for row in self.rows)
            case 3:
                return "with rows " + " and ".join(f"({comma.join(row)})" for row in self.rows)
            case 4:
                return "[" + comma.join(f"[{comma.join(row)}]" for row in self.rows) + "]"
            case 5:
                return "(" + comma.join(f"({comma.join(row)})" for row in self.rows) + ")"
            case 6:
                return "((" + ") (".join(" ".join(row) for row in self.rows) + "))"
            case _:
                body = r" \\ ".join(" & ".join(row) for row in self.rows)
                return rf"$\begin{{pmatrix}} {body} \end{{pmatrix}}$"


def _rows(rng: Random, size: int) -> list[list[int]]:
    return [[0 if rng.random() < 0.15 else number(rng, 9, 0.25) for _ in range(size)] for _ in range(size)]


def _typed(entries: list[list[int]], rng: Random) -> _Rows:
    return _Rows(tuple(tuple(str(v) for v in row) for row in entries), rng.randrange(8))


def _det2(m: list[list[int]]) -> int:
    return m[0][0] * m[1][1] - m[0][1] * m[1][0]


_MATRIX_ASKS = (
    ("determinant", "<determinant|determinent|det>", "A.det()", "The determinant is @."),
    ("inverse", "<inverse|inverse matrix>", "A.inv().tolist()", "The inverse is @."),
    ("trace", "trace", "A.trace()", "The trace is @."),
    ("transpose", "transpose", "A.T.tolist()", "The transpose is @."),
    ("rank", "rank", "A.rank()", "The rank is @."),
    ("eigenvalues", "eigenvalues", "list(A.eigenvals())", "The eigenvalues are @."),
)


@task(
    "matrices",
    "matrix_in_words",
    (
        "{what} of <the matrix|matrix|the {size} matrix|a {size} matrix> {m}",
        "{what} of the {size} matrix {m}",
        "<whats|what's|what is|find|give|compute|work out|calculate|get> the {what} of <the matrix|matrix|the {size} "
        "matrix> {m}",
        "<matrix|the matrix|{size} matrix> {m}, <{what}?|find the {what}|what is the {what}|{what} please>",
        "<the matrix|a {size} matrix|the matrix A> {m}. <find its {what}|what is the {what}|{what}?|give the {what}>",
        "{must_find} the {what} of <the matrix|the {size} matrix> {m}",
        "{wonder} the {what} of the matrix {m}",
        "for the matrix {m}, <find|what is|calculate> the {what}",
        "{do} <the matrix|matrix|the {size} matrix> {m}",
        "how do i {do} the matrix {m}",
    ),
    ("which {what} has the {size} matrix {m}",),
    constants=(2, 3),
)
def matrix_in_words(rng: Random) -> Instance:
    """A matrix typed in the ways of a keyboard."""
    what, words, code, end = rng.choice(_MATRIX_ASKS[:2] * 3 + _MATRIX_ASKS)
    size = rng.choice((2, 2, 3)) if what in ("determinant", "trace", "transpose", "rank") else 2
    while True:
        m = _rows(rng, size)
        if what == "eigenvalues":
            m[1][0] = 0 if rng.random() < 0.5 else m[0][1]
            if m[1][0] and round(((m[0][0] - m[1][1]) ** 2 + 4 * m[0][1] ** 2) ** 0.5) ** 2 != (
                (m[0][0] - m[1][1]) ** 2 + 4 * m[0][1] ** 2
            ):
                continue
        if size == 3 or _det2(m):
            break
    typed = _typed(m, rng)
    slots: dict[str, Slot] = {
        "m": typed,
        "what": phrase(words),
        "size": phrase(f"<{size}x{size}|{size} by {size}|{size}×{size}>"),
    }
    if what in ("inverse", "transpose"):
        slots["do"] = "invert" if what == "inverse" else "transpose"
    steps = (plan(rng, f"Compute the {what}."), sympy_code(f"A = {typed.code()}", code))
    last = Words(r"The eigenvalues are $\boxed{⟨0:inner⟩}$.") if what == "eigenvalues" else boxed(rng, end)
    return Instance(slots, (*steps, last))


@task(
    "matrices",
    "singular_parameter",
    (
        "for <what|which> <value of |>{k} is <the matrix|matrix> {m} <singular|not invertible|non-invertible>",
        "for <what|which> <value of |>{k} does <the matrix|matrix> {m} have <no inverse|determinant "
        "zero|determinant 0>",
        "<find|what is|work out|determine> {k} <if|so that|such that|when|given that> <the matrix|matrix> {m} "
        "is <singular|"
        "not invertible>",
        "<find|what is|work out|determine> {k} <if|so that|such that|when> <the matrix|matrix> {m} has <no inverse|"
        "determinant 0|zero determinant>",
        "the matrix {m} <is singular|has no inverse|is not invertible|cannot be inverted|has determinant 0>. "
        "<find {k}|what "
        "is {k}|{k} = ?|work out {k}>",
        "<which|what> {k} makes <the matrix|> {m} <singular|not invertible|non-invertible>",
        "{k} for which {m} is singular",
        "{m} is singular, {k} = ?",
        "<when|for which {k}> is <the matrix|> {m} <singular|not invertible>",
        "{must_find} the {k} for which the matrix {m} <is singular|has no inverse>",
        "the determinant of {m} is <0|zero>. <find {k}|what is {k}>",
    ),
    ("no inverse exists for the matrix {m} with which {k}",),
    constants=(0,),
)
def singular_parameter(rng: Random) -> Instance:
    """One entry is unknown and the determinant is zero."""
    k = rng.choice("kkkkaxtmp")
    m = [[str(number(rng, 9, 0.2)) for _ in range(2)] for _ in range(2)]
    i, j = rng.randrange(2), rng.randrange(2)
    m[i][j] = k
    typed = _Rows(tuple(tuple(row) for row in m), rng.choice((0, 1, 2, 4, 4, 4, 5, 7)))
    code = sympy_code(f"A = {typed.code()}", f"solve(A.det(), {k})[0]", symbols=[k])
    end = Words(rf"So ${k} = \boxed{{⟨0⟩}}$.")
    return Instance({"m": typed, "k": k}, (plan(rng, "Set the determinant to zero."), code, end))


def _letters(values: list[int]) -> str:
    text = ""
    for value, letter in zip(values, "ijk", strict=False):
        if value == 0:
            continue
        size = "" if abs(value) == 1 else str(abs(value))
        text += (" - " if value < 0 else " + ") if text else ("-" if value < 0 else "")
        text += size + letter
    return text


def _vector_slot(values: list[int], style: int) -> Text | VectorLiteral:
    if style == 0:
        return Text(_letters(values))
    if style == 1:
        return Text("<" + ",".join(map(str, values)) + ">")
    if style == 2:
        return Text("<" + ", ".join(map(str, values)) + ">")
    if style == 3:
        return Text("(" + " ".join(map(str, values)) + ")")
    if style == 4:
        return Text("(" + ",".join(map(str, values)) + ")")
    return vector(values)


@task(
    "vectors",
    "vector_length_in_words",
    (
        "how long is <the vector|vector|> {u}",
        "<length|magnitude|norm|modulus|size> of <the vector|vector|> {u}",
        "<find|whats|what is|give|work out|calculate> the <length|magnitude|norm|modulus> of <the vector|vector|> {u}",
        "norm({u})",
        "magnitude: {u}",
        "<vector|the vector> {u}, <length|magnitude|how long|how long is it>",
        "v = {u}. <find the length of v|how long is v|what is the magnitude of v|norm of v>",
        "{must_find} the <magnitude|length|norm> of {u}",
        "<the magnitude|the length> of {u} <is what|please>",
    ),
    ("from tail to tip, {u} measures how much",),
    constants=(0, 1),
)
def vector_length_in_words(rng: Random) -> Instance:
    """The length of a vector in any notation."""
    nice = [
        (3, 4),
        (6, 8),
        (5, 12),
        (1, 2, 2),
        (2, 3, 6),
        (8, 15),
        (2, -1, 2),
        (4, 4, 7),
        (1, 4, 8),
        (2, 6, 9),
        (6, 6, 7),
    ]
    values = list(rng.choice(nice))
    rng.shuffle(values)
    values = [v if rng.random() < 0.7 else -v for v in values]
    if rng.random() < 0.35:
        values = [number(rng, 9) for _ in range(rng.choice((2, 3, 3)))]
    code = sympy_code(f"u = {vector(values).code()}", "u.norm()")
    u = _vector_slot(values, rng.choice((0, 0, 0, 1, 2, 4, 5)))
    return Instance({"u": u}, (plan(rng, "Compute the length of the vector."), code, boxed(rng, "The length is @.")))


_TWO_VECTORS = (
    "{kind} of {u} and {v}",
    "{kind} <for|between|with> {u} and {v}",
    "<find|whats|what is|compute|work out|calculate> the {kind} of {u} and {v}",
    "{u} {sign} {v}",
    "{u} {sign} {v} = ?",
    "<find|whats|what is|compute|work out> {u} {sign} {v}",
    "u = {u}, v = {v}. <find|what is|compute> <u {sign} v|the {kind}>",
    "a = {u} and b = {v}, <find|what is|work out> <a {sign} b|their {kind}>",
    "{u} and {v}, {kind}",
    "{kind}: {u}, {v}",
    "{must_find} the {kind} of {u} and {v}",
    "take the {kind} of {u} <and|with> {v}",
    "vectors {u} and {v}: <{kind}?|find the {kind}>",
)


@task("vectors", "dot_product_in_words", _TWO_VECTORS, ("the {kind} of {v} with {u} has what value",), constants=(0, 1))
def dot_product_in_words(rng: Random) -> Instance:
    """The dot product in any notation."""
    size, style = rng.choice((2, 3, 3)), rng.choice((0, 0, 1, 2, 4, 4, 5, 5))
    a, b = ([number(rng, 9) for _ in range(size)] for _ in range(2))
    code = sympy_code(f"u = {vector(a).code()}", f"v = {vector(b).code()}", "u.dot(v)")
    slots: dict[str, Slot] = {
        "u": _vector_slot(a, style),
        "v": _vector_slot(b, style),
        "kind": phrase("<dot product|scalar product|inner product|dot>"),
        "sign": rng.choice(("·", "·", ".", "dot", "⋅")),
    }
    return Instance(slots, (plan(rng, "Compute the dot product."), code, boxed(rng, "The dot product is @.")))


@task(
    "vectors",
    "cross_product_in_words",
    _TWO_VECTORS,
    ("the {kind} of {v} with {u}, in this order, is which vector",),
    constants=(0, 1),
)
def cross_product_in_words(rng: Random) -> Instance:
    """The cross product in any notation."""
    style = rng.choice((0, 0, 1, 2, 4, 4, 5, 5))
    a, b = ([number(rng, 7) for _ in range(3)] for _ in range(2))
    code = sympy_code(f"u = {vector(a).code()}", f"v = {vector(b).code()}", "list(u.cross(v))")
    slots: dict[str, Slot] = {
        "u": _vector_slot(a, style),
        "v": _vector_slot(b, style),
        "kind": phrase("<cross product|vector product|cross product|cross>"),
        "sign": rng.choice(("×", "×", "x", "cross")),
    }
    end = Words(r"The cross product is $\boxed{(⟨0:inner⟩)}$.")
    return Instance(slots, (plan(rng, "Compute the cross product."), code, end))


@task(
    "vectors",
    "perpendicular_parameter",
    (
        "<find|what is|work out|determine> {k} <if|so that|such that|when|given that> {u} and {v} are "
        "<perpendicular|orthogonal|at right angles>",
        "for <what|which> <value of |>{k} are {u} and {v} <perpendicular|orthogonal|at right angles>",
        "{u} and {v} are <perpendicular|orthogonal|at right angles>. <find {k}|what is {k}|{k} = ?|work out {k}>",
        "{u} and {v} are <perpendicular|orthogonal>, <find {k}|{k}?|what is {k}>",
        "{u} is <perpendicular|orthogonal|at right angles> to {v}. <find {k}|what is {k}|work out {k}>",
        "<which|what> {k} makes {u} and {v} <perpendicular|orthogonal>",
        "the dot product of {u} and {v} is <0|zero>. <find {k}|what is {k}>",
        "{must_find} the {k} for which {u} and {v} are <perpendicular|orthogonal>",
        "vectors {u}, {v} <perpendicular|orthogonal>, {k} = ?",
    ),
    ("a right angle lies between {u} and {v} for which {k}",),
    constants=(0,),
)
def perpendicular_parameter(rng: Random) -> Instance:
    """One entry is unknown and the dot product is zero."""
    k = rng.choice("kkkkatpx")
    size = rng.choice((2, 3))
    a, b = ([str(number(rng, 9)) for _ in range(size)] for _ in range(2))
    a[rng.randrange(size)] = k
    code = sympy_code(
        f"u = Matrix([{', '.join(a)}])", f"v = Matrix([{', '.join(b)}])", f"solve(u.dot(v), {k})[0]", symbols=[k]
    )
    left, right = rng.choice(("()", "()", "[]", "<>"))
    u, v = (Text(left + ", ".join(part) + right) for part in (a, b))
    end = Words(rf"So ${k} = \boxed{{⟨0⟩}}$.")
    return Instance({"u": u, "v": v, "k": k}, (plan(rng, "Their dot product is zero."), code, end))
