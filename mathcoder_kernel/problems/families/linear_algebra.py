"""Matrices, vectors and complex numbers."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, MatrixLiteral, Product, Sym, expr, matrix, scaled, vector
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, noun_frames, verb_frames
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


def _entries(rng: Random, rows: int, columns: int, largest: int = 9) -> list[list[int]]:
    return [[0 if rng.random() < 0.12 else number(rng, largest) for _ in range(columns)] for _ in range(rows)]


def _determinant(m: list[list[int]]) -> int:
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * _determinant([row[:j] + row[j + 1 :] for row in m[1:]]) for j in range(len(m)))


def _square(rng: Random, size: int | None = None, regular: bool = False) -> MatrixLiteral:
    size = size or rng.choice((2, 2, 3))
    while True:
        entries = _entries(rng, size, size, 9 if size == 2 else 6)
        if not regular or _determinant(entries):
            return matrix(entries)


def _one(rng: Random, values: MatrixLiteral, what: str, words: str, end: Words, *more: str, **slots: Slot) -> Instance:
    code = sympy_code(f"A = {values.code()}", what)
    return Instance({"m": values, **slots}, (plan(rng, words, *more), code, end))


THE_MATRIX = "<the matrix |matrix |>{m}"


@task(
    "matrices",
    "determinant",
    (
        f"{{find}} the determinant of {THE_MATRIX}",
        "{find} det {m}",
        "det({m})",
        f"determinant of {THE_MATRIX}",
        "{given} the matrix A = {m}, {find} <det A|det(A)|its determinant|the determinant>",
        "{find} the <det|determinant> <if|for> A = {m}",
        "{m}, <determinant|find the determinant>",
        *noun_frames("determinant", "<{m}|the matrix {m}|the matrix A = {m}>", without=("belongs to", "what exactly")),
        "{define} A = {m}. {find} <det(A)|det A|the determinant [of A]|its determinant>",
        "{define} A = {m}. <what is|calculate|evaluate> <det(A)|the determinant of A>",
        "if A = {m}, what is <det(A)|det A|the determinant of A|its determinant>",
        "|A| <if|for|when|where> A = {m}",
        "{wonder} what det(A) is <if|for> A = {m}",
        "{must_find} det(A) <if|for|when> A = {m}",
        "<a|the> matrix is given by {m}. <what is|find|calculate> its determinant",
        "det{m} = ?",
    ),
    (f"which number is the determinant of {THE_MATRIX}", "A = {m}. how large is det(A)"),
)
def determinant(rng: Random) -> Instance:
    """det of 2x2 and 3x3 matrices."""
    return _one(rng, _square(rng), "A.det()", "Compute the determinant.", boxed(rng, "The determinant is @."))


@task(
    "matrices",
    "inverse_matrix",
    (
        f"{{find}} the inverse of {THE_MATRIX}",
        "{find} the inverse matrix of {m}",
        f"inverse of {THE_MATRIX}",
        f"invert {THE_MATRIX}",
        "{given} the matrix A = {m}, {find} <its inverse|the inverse|A^-1|A^(-1)>",
        "{find} A^-1 <if|for> A = {m}",
        "{m} inverted",
        *noun_frames(
            "inverse",
            "<{m}|the matrix {m}|the matrix A = {m}>",
            without=(*GOT_OR_OWNED, "what exactly"),
        ),
        *verb_frames("invert", "inverted", "inverting", "<{m}|the matrix {m}>"),
        "{define} A = {m}. {find} <A^-1|A^(-1)|the inverse [of A]|its inverse|the inverse matrix>",
        "{define} A = {m}. what is <A^-1|the inverse of A|A inverse>",
        "if A = {m}, what is <A^-1|the inverse of A|the inverse matrix>",
        "{must_find} the inverse <matrix|> of A = {m}",
        "{wonder} what <A^-1|the inverse of A> is <if|for> A = {m}",
        "find a matrix B with AB = I, where A = {m}",
        "the matrix {m} is invertible. <find|what is|calculate> its inverse",
        "{m}^-1",
        "{m}^(-1) = ?",
    ),
    ("which matrix times {m} gives the identity", "A = {m}. can A be inverted to what"),
)
def inverse_matrix(rng: Random) -> Instance:
    """Inverses of regular matrices."""
    size = 2 if rng.random() < 0.75 else 3
    end = boxed(rng, "The inverse is @.")
    return _one(rng, _square(rng, size, regular=True), "A.inv().tolist()", "Invert the matrix.", end)


@task(
    "matrices",
    "transpose",
    (
        f"{{find}} the transpose of {THE_MATRIX}",
        f"transpose {THE_MATRIX}",
        f"transpose of {THE_MATRIX}",
        "{given} the matrix A = {m}, {find} <its transpose|the transpose|A^T>",
        "{find} A^T <if|for> A = {m}",
        f"swap rows and columns of {THE_MATRIX}",
        "{m} transposed",
        "how does {m} look <transposed|when transposed>",
        *noun_frames(
            "transpose",
            "<{m}|the matrix {m}|the matrix A = {m}>",
            without=(*GOT_OR_OWNED, "what exactly"),
        ),
        *verb_frames("transpose", "transposed", "transposing", "<{m}|the matrix {m}>"),
        "{define} A = {m}. {find} <A^T|the transpose [of A]|its transpose|the transposed matrix>",
        "{define} A = {m}. what is <A^T|the transpose of A>",
        "if A = {m}, what is <A^T|the transpose of A|the transposed matrix>",
        "<exchange|interchange|switch> rows and columns <of|in> {m}",
        "write the rows of {m} as columns",
        "{m}^T",
        "turn the rows of {m} into columns",
    ),
    ("A = {m}. which matrix is A transposed",),
    weight=0.6,
)
def transpose(rng: Random) -> Instance:
    """Transposes of small matrices."""
    values = matrix(_entries(rng, rng.choice((2, 2, 3)), rng.choice((2, 3))))
    return _one(rng, values, "A.T.tolist()", "Swap rows and columns.", boxed(rng, "The transpose is @."))


@task(
    "matrices",
    "matrix_rank",
    (
        f"{{find}} the rank of {THE_MATRIX}",
        f"rank of {THE_MATRIX}",
        "{given} the matrix A = {m}, {find} <its rank|the rank|rank(A)>",
        "{find} rank(A) <if|for> A = {m}",
        f"<how big|how large> is the rank of {THE_MATRIX}",
        f"how many <linearly|> independent rows has {THE_MATRIX}",
        *noun_frames("rank", "<{m}|the matrix {m}|the matrix A = {m}>", without=("belongs to", "what exactly")),
        "{define} A = {m}. {find} <the rank of A|rank(A)|its rank>",
        "{define} A = {m}. what is <the rank of A|rank(A)|its rank>",
        "if A = {m}, what is <rank(A)|the rank of A|its rank>",
        "how many <rows|columns> of {m} are linearly independent",
        "<what|which> rank does {m} have",
        "rank({m})",
        "{find} the number of linearly independent <rows|columns> of {m}",
        "the dimension of the <column|row> space of {m}",
    ),
    ("A = {m}. which rank has A",),
    weight=0.7,
)
def matrix_rank(rng: Random) -> Instance:
    """Ranks, also of singular matrices."""
    entries = _entries(rng, rng.choice((2, 3, 3)), rng.choice((2, 3, 3)), 6)
    if rng.random() < 0.5:
        factor = rng.choice((2, 3, -1))
        entries[-1] = [factor * value for value in entries[0]]
    return _one(rng, matrix(entries), "A.rank()", "Compute the rank.", boxed(rng, "The rank is @."))


@task(
    "matrices",
    "matrix_trace",
    (
        f"{{find}} the trace of {THE_MATRIX}",
        f"trace of {THE_MATRIX}",
        "{given} the matrix A = {m}, {find} <its trace|the trace|tr(A)>",
        "{find} tr(A) <if|for> A = {m}",
        f"add the diagonal <entries|elements> of {THE_MATRIX}",
        *noun_frames("trace", "<{m}|the matrix {m}|the matrix A = {m}>", without=("belongs to", "what exactly")),
        "{define} A = {m}. {find} <the trace of A|tr(A)|trace(A)|its trace>",
        "{define} A = {m}. what is <the trace of A|tr(A)|its trace>",
        "if A = {m}, what is <tr(A)|the trace of A|its trace>",
        "tr({m})",
        "{find} the sum of the <diagonal entries|diagonal elements|entries on the main diagonal> of {m}",
        "add <up|together> the <diagonal entries|main diagonal> of {m}",
        "what do the diagonal <entries|elements> of {m} add up to",
    ),
    ("A = {m}. which trace has A",),
    weight=0.4,
)
def matrix_trace(rng: Random) -> Instance:
    """Traces."""
    return _one(rng, _square(rng), "A.trace()", "Add the diagonal entries.", boxed(rng, "The trace is @."))


@task(
    "matrices",
    "eigenvalues",
    (
        f"{{find}} the eigenvalues of {THE_MATRIX}",
        f"eigenvalues of {THE_MATRIX}",
        "{given} the matrix A = {m}, {find} <its eigenvalues|the eigenvalues|all eigenvalues>",
        f"what are the eigenvalues of {THE_MATRIX}",
        f"which eigenvalues has {THE_MATRIX}",
        f"{{get}} all <eigenvalues|characteristic values> of {THE_MATRIX}",
        *noun_frames(
            "eigenvalues",
            "<{m}|the matrix {m}|the matrix A = {m}>",
            plural=True,
            without=("belongs to", "what exactly"),
        ),
        "{define} A = {m}. {find} <all|the|its> eigenvalues [of A]",
        "{define} A = {m}. what <eigenvalues does A have|are the eigenvalues of A>",
        "if A = {m}, what are <the eigenvalues of A|its eigenvalues>",
        "<what|which> eigenvalues does <{m}|the matrix {m}> have",
        "solve det(A - λI) = 0 for A = {m}",
        "{find} the roots of the characteristic polynomial of {m}",
        "for <which|what> λ is A - λI singular <if|where> A = {m}",
        "for <which|what> λ does Av = λv have a nonzero solution if A = {m}",
        "{wonder} what eigenvalues {m} has",
        "<characteristic values|characteristic roots> of {m}",
    ),
    ("for which numbers is det(A - k I) zero with A = {m}", "A = {m}. list its eigenvalues"),
)
def eigenvalues(rng: Random) -> Instance:
    """Mostly integer eigenvalues."""
    if rng.random() < 0.2:
        entries = _entries(rng, 3, 3, 6)
        for i in range(3):
            for j in range(i):
                entries[i][j] = 0
    else:
        while True:
            entries = _entries(rng, 2, 2, 8)
            (a, b), (c, d) = entries
            root = (a - d) ** 2 + 4 * b * c
            if root >= 0 and (round(root**0.5) ** 2 == root or rng.random() < 0.05):
                break
    end = Words(r"The eigenvalues are $\boxed{⟨0:inner⟩}$.")
    return _one(rng, matrix(entries), "list(A.eigenvals())", "Compute the eigenvalues.", end)


@task(
    "matrices",
    "matrix_product",
    (
        "multiply {m} <by|and|with> {n}",
        "{find} the product of <the matrices |>{m} and {n}",
        "{evaluate} {m} {sign} {n}",
        "{given} A = {m} and B = {n}, {find} <AB|A*B|the product AB>",
        "A = {m}, B = {n}, {find} <AB|A*B|A times B>",
        "product of <the matrices |>{m} and {n}",
        "{find} AB <if|for|when> A = {m} and B = {n}",
        "{m} times {n}",
        *noun_frames(
            "product",
            "<{m} and {n}|the matrices {m} and {n}|the two matrices {m} and {n}>",
            several=True,
            without=(*GOT_OR_OWNED, "what exactly"),
        ),
        "{define} A = {m} and B = {n}. {find} <AB|A*B|the product AB|A times B|the matrix product>",
        "{define} A = {m} and B = {n}. <what is|calculate|work out> <AB|A times B|the product AB>",
        "if A = {m} and B = {n}, <what is|then what is> <AB|A times B|the product AB>",
        "if <i|you|we> multiply {m} by {n}, what <do you get|is the result|comes out>",
        "<what do you get when you|how do i|please|can you|i have to> multiply {m} and {n}",
        "{m} <multiplied|times> by {n}",
        "{m} is multiplied by {n}. <what is the result|give the result|what comes out>",
        "the matrices are {m} and {n}. multiply <them|the first by the second>",
        "{must_find} AB <if|where|for> A = {m} and B = {n}",
        "{wonder} what AB is <if|for> A = {m} and B = {n}",
        "multiply the matrices {m} and {n}",
        "the result of multiplying {m} by {n}",
        "A = {m}. B = {n}. AB = ?",
        "matrix multiplication: {m}, {n}",
        "{consider_all} the matrices A = {m} and B = {n}. <multiply them|what is AB|calculate AB|form the product AB>",
    ),
    ("with A = {m} and B = {n}, how does AB look",),
)
def matrix_product(rng: Random) -> Instance:
    """Matrix times matrix or vector."""
    size = rng.choice((2, 2, 2, 3))
    left = matrix(_entries(rng, rng.choice((2, size)), size, 6))
    right = matrix(_entries(rng, size, rng.choice((1, 2, size)), 6))
    code = sympy_code(f"A = {left.code()}", f"B = {right.code()}", "(A*B).tolist()")
    steps = (plan(rng, "Multiply the matrices."), code, boxed(rng, "The product is @."))
    return Instance({"m": left, "n": right, "sign": rng.choice("**·×")}, steps)


@task(
    "matrices",
    "matrix_sum",
    (
        "{do} {m} {with} {n}",
        "{find} the {kind} of <the matrices |>{m} and {n}",
        "{evaluate} {m} {sign} {n}",
        "{given} A = {m} and B = {n}, {find} {asked}",
        "A = {m}, B = {n}, {find} {asked}",
        "{find} {asked} <if|for|when> A = {m} and B = {n}",
        "{kind} of <the matrices |>{m} and {n}",
        "{define} A = {m} and B = {n}. {find} {asked}",
        "{define} A = {m} and B = {n}. <what is|calculate|work out|evaluate|determine> {asked}",
        "if A = {m} and B = {n}, <what is|then what is|calculate|{find}> {asked}",
        "A = {m}. B = {n}. {asked} = ?",
        "{must_find} {asked} <if|where|for|when> A = {m} and B = {n}",
        "{wonder} what {asked} is <if|for|when> A = {m} and B = {n}",
        "{consider_all} the matrices A = {m} and B = {n}. <calculate|what is|determine> {asked}",
        "{asked} <for|where|with> A = {m}, B = {n}",
        "the matrices A and B are {m} and {n}. <find|calculate|what is> {asked}",
        "how do i <find|calculate|get> {asked} <if|when|for> A = {m} and B = {n}",
        "<what is|give|calculate> the <{kind}|{kind} matrix> of {m} and {n}",
        "{must_find} the {kind} of {m} and {n}",
        "{consider_all} {m} and {n}. {find} their {kind}",
        "<can you|please|i have to|how do i|help me> {do} {m} {with} {n}",
        "if you {do} {m} {with} {n}, what <do you get|is the result>",
        "the matrices {m} and {n}: {find} the {kind}",
        "let A = {m}. let B = {n}. <compute|find|what is> {asked}",
    ),
    ("with A = {m} and B = {n}, how does {asked} look",),
    weight=0.8,
)
def matrix_sum(rng: Random) -> Instance:
    """Sums, differences and combinations such as 2A - 3B."""
    rows, columns = rng.choice(((2, 2), (2, 2), (2, 3), (3, 3)))
    left, right = (matrix(_entries(rng, rows, columns)) for _ in range(2))
    slots: dict[str, Slot] = {"m": left, "n": right}
    a, b = Sym("A"), Sym("B")
    kind = rng.randrange(3)
    if kind == 0:
        asked: Expr = a + b
        slots |= {"do": "add", "with": rng.choice(("and", "to")), "kind": "sum", "sign": "+"}
    elif kind == 1:
        asked = a - b
        slots |= {"kind": "difference", "sign": "-"}
    else:
        asked = scaled(rng.randint(2, 5), a) + scaled(number(rng, 4), b)
    code = sympy_code(f"A = {left.code()}", f"B = {right.code()}", f"({asked.code()}).tolist()")
    steps = (plan(rng, f"Compute {asked.code()}."), code, boxed(rng, "The result is @."))
    return Instance({**slots, "asked": asked}, steps)


@task(
    "matrices",
    "matrix_power",
    (
        f"raise {THE_MATRIX} to the power [of] {{k}}",
        "{evaluate} {m}^{k}",
        "{evaluate} {m} to the power [of] {k}",
        "{given} A = {m}, {find} A^{k}",
        "{find} A^{k} <if|for|when> A = {m}",
        "A = {m}. {find} A^{k}",
        f"{{find}} power {{k}} of {THE_MATRIX}",
        "{define} A = {m}. {find} A^{k}",
        "{define} A = {m}. <what is|calculate|work out|determine> A^{k}",
        "if A = {m}, <what is|then what is|calculate> A^{k}",
        "{must_find} A^{k} <if|for|where|when> A = {m}",
        "{wonder} what A^{k} is <if|for|when> A = {m}",
        "{m} to the power [of] {k}",
        "{m} to the {k}",
        "({m})^{k} = ?",
        "{consider} the matrix A = {m}. <calculate|what is|determine> A^{k}",
        "take the matrix {m} to the power {k}",
        "what is <{m}|the matrix {m}> to the power [of] {k}",
        "the matrix {m} is raised to the power {k}. <what is the result|give the result|what comes out>",
        "A^{k} <for|where|if> A = {m}",
        "what do you get when you raise {m} to the power {k}",
        "<how do i|can you|please|i have to|help me> raise {m} to the power {k}",
        "a matrix A is {m}. <what is|find|calculate> A to the power of {k}",
        "{given} the matrix {m}, what is its power with exponent {k}",
        "power of a matrix: {m}, exponent {k}",
    ),
    (f"multiply {THE_MATRIX} by itself so that it appears {{k}} times",),
    weight=0.7,
)
def matrix_power(rng: Random) -> Instance:
    """Integer powers."""
    k = rng.choice((2, 2, 3, 3, 4, 5))
    values = matrix(_entries(rng, 2, 2, 5)) if rng.random() < 0.85 else matrix(_entries(rng, 3, 3, 3))
    end = boxed(rng, "The power is @.")
    return _one(rng, values, f"(A**{k}).tolist()", "Compute the matrix power.", end, k=k)


def _vectors(rng: Random, dimension: int, count: int = 2) -> list[list[int]]:
    return [[number(rng, 9) if rng.random() < 0.9 else 0 for _ in range(dimension)] for _ in range(count)]


VECTORS = (
    "{find} the {kind} of <the vectors |>{u} and {v}",
    "{kind} of <the vectors |>{u} and {v}",
    "{given} u = {u} and v = {v}, {find} <{uv}|the {kind}|their {kind}>",
    "u = {u}, v = {v}, {find} <{uv}|the {kind}>",
    "{find} {uv} <if|for|when> u = {u} and v = {v}",
    "{kind} <{u}, {v}|{u} and {v}>",
    *noun_frames(
        "{kind}",
        "<{u} and {v}|the vectors {u} and {v}|the two vectors {u} and {v}>",
        several=True,
        without=(*GOT_OR_OWNED, "what exactly"),
    ),
    "{define} u = {u} and v = {v}. {find} <{uv}|the {kind}|their {kind}|the {kind} of u and v>",
    "{define} u = {u} and v = {v}. <what is|calculate|work out> <{uv}|the {kind}|the {kind} of u and v>",
    "if u = {u} and v = {v}, what is <{uv}|the {kind}|their {kind}>",
    "u = {u}. v = {v}. {uv} = ?",
    "{must_find} {uv} <if|for|where> u = {u} and v = {v}",
    "{wonder} what {uv} is <if|for> u = {u} and v = {v}",
    "{consider_all} the vectors u = {u} and v = {v}. <calculate|what is|form> <{uv}|the {kind}|their {kind}>",
    "{uv} <for|where|with> u = {u}, v = {v}",
    "form the {kind} of {u} and {v}",
    "two vectors are given: {u} and {v}. <what is|find> their {kind}",
)


@task(
    "vectors",
    "dot_product",
    (
        *VECTORS,
        "{evaluate} {u} · {v}",
        "{find} the <scalar|inner> product of {u} and {v}",
        "{find} {u} dot {v}",
        "{u} dot {v}",
        "what is {u} dotted with {v}",
    ),
    ("multiply the vectors {u} and {v} to a number", "the vectors {u} and {v} have which {kind}"),
)
def dot_product(rng: Random) -> Instance:
    """Dot products."""
    a, b = _vectors(rng, rng.choice((2, 3, 3, 4)))
    u, v = vector(a), vector(b)
    code = sympy_code(f"u = {u.code()}", f"v = {v.code()}", "u.dot(v)")
    slots: dict[str, Slot] = {
        "u": u,
        "v": v,
        "kind": phrase("<dot product|scalar product|inner product>"),
        "uv": phrase("<u·v|u.v|u dot v>"),
    }
    return Instance(slots, (plan(rng, "Compute the dot product."), code, boxed(rng, "The dot product is @.")))


@task(
    "vectors",
    "cross_product",
    (
        *VECTORS,
        "{evaluate} {u} × {v}",
        "{find} the <vector|cross> product of {u} and {v}",
        "{find} {u} cross {v}",
        "{u} cross {v}",
        "{u} x {v} = ?",
    ),
    ("which vector is the {kind} of {u} and {v}", "the vectors {u} and {v} have which {kind}"),
)
def cross_product(rng: Random) -> Instance:
    """Cross products."""
    a, b = _vectors(rng, 3)
    u, v = vector(a), vector(b)
    code = sympy_code(f"u = {u.code()}", f"v = {v.code()}", "list(u.cross(v))")
    slots: dict[str, Slot] = {
        "u": u,
        "v": v,
        "kind": phrase("<cross product|vector product>"),
        "uv": phrase("<u×v|u x v|u cross v>"),
    }
    return Instance(
        slots, (plan(rng, "Compute the cross product."), code, Words(r"The cross product is $\boxed{(⟨0:inner⟩)}$."))
    )


@task(
    "vectors",
    "vector_norm",
    (
        "{find} the {kind} of <the vector |>{u}",
        "{kind} of <the vector |>{u}",
        "{given} u = {u}, {find} <its {kind}|the {kind}>",
        "how <long|big|large> is <the vector |>{u}",
        "what is the {kind} <if|when|for> v = {u}",
        "||{u}||",
        *noun_frames("{kind}", "<{u}|the vector {u}|the vector v = {u}>", without=(*GOT_OR_OWNED, "what exactly")),
        "{define} v = {u}. {find} <its {kind}|the {kind} of v>",
        "{define} v = {u}. how <long|large> is v",
        "if v = {u}, what is <its {kind}|the {kind} of v>",
        "how long is the arrow <from the origin to|to the point> {u}",
        "{find} ||v|| <if|for|where> v = {u}",
        "{wonder} how long <{u}|the vector {u}> is",
        "|{u}| = ?",
        "{must_find} the {kind} of v = {u}",
    ),
    ("which {kind} does {u} have",),
)
def vector_norm(rng: Random) -> Instance:
    """Lengths of vectors."""
    (a,) = _vectors(rng, rng.choice((2, 3, 3, 4)), 1)
    if rng.random() < 0.3:
        a = list(rng.choice(((3, 4), (6, 8), (5, 12), (1, 2, 2), (2, 3, 6), (8, 15), (-3, 4), (2, -1, 2))))
    u = vector(a)
    code = sympy_code(f"u = {u.code()}", "u.norm()")
    kind = phrase("<length|norm|magnitude|euclidean norm|absolute value>")
    return Instance(
        {"u": u, "kind": kind}, (plan(rng, "Compute the length of the vector."), code, boxed(rng, "The length is @."))
    )


@task(
    "vectors",
    "vector_angle",
    (
        "{find} the angle between <the vectors |>{u} and {v}",
        "angle between {u} and {v}",
        "{given} u = {u} and v = {v}, {find} the angle between them",
        "how <big|large> is the angle between <the vectors |>{u} and {v}",
        "{find} the angle in degrees between {u} and {v}",
        "what angle do {u} and {v} <form|make|enclose>",
        "{must_find} the angle [in degrees] between <{u} and {v}|the vectors {u} and {v}>",
        "{wonder} what the angle between {u} and {v} is",
        "the angle [in degrees] between {u} and {v} is what",
        "wanted: the angle between <{u} and {v}|the vectors {u} and {v}>",
        "the angle between <{u} and {v}|the vectors {u} and {v}> is <to be found|needed|wanted>",
        "here are two vectors: {u} and {v}. i need the angle between them",
        "i have the vectors {u} and {v} and <need|want|must find> the angle between them",
        "<compute|calculate|work out> the angle [in degrees] from {u} to {v}",
        "for {u} and {v}, {get} the angle between them",
        "{define} u = {u} and v = {v}. {find} the angle between <them|u and v>",
        (
            "{define} u = {u} and v = {v}. <what is the angle between them|what angle do they form|how large "
            "is the angle between u and v>"
        ),
        "if u = {u} and v = {v}, what is the angle between <them|u and v>",
        (
            "{consider_all} the vectors {u} and {v}. <what angle do they make|find the angle between "
            "them|calculate the angle between them in degrees>"
        ),
        "<what|which> angle [in degrees] is there between {u} and {v}",
        "{wonder} how <big|large> the angle between {u} and {v} is",
        "the vectors {u} and {v} <form|make> <what|which> angle",
        "at what angle do the vectors {u} and {v} meet",
        "{u}, {v}: angle [in degrees]",
        "how many degrees are there between {u} and {v}",
        "by how many degrees do the directions {u} and {v} differ",
        "two vectors are {u} and {v}. <what is|find|calculate> the angle between them [in degrees]",
    ),
    ("{u} and {v} enclose an angle of how many degrees",),
    constants=(2,),
    weight=0.8,
)
def vector_angle(rng: Random) -> Instance:
    """Angles in degrees, rounded to two places."""
    while True:
        a, b = _vectors(rng, rng.choice((2, 2, 3)))
        if any(a) and any(b):
            break
    u, v = vector(a), vector(b)
    code = sympy_code(f"u = {u.code()}", f"v = {v.code()}", "round(float(deg(acos(u.dot(v)/(u.norm()*v.norm())))), 2)")
    return Instance(
        {"u": u, "v": v}, (Words("Use the dot product for the angle."), code, boxed(rng, "The angle is @ degrees."))
    )


@task(
    "vectors",
    "vector_combination",
    (
        "{given} u = {u} and v = {v}, {find} {asked}",
        "{find} {asked} <if|for|when|with> u = {u} and v = {v}",
        "u = {u}, v = {v}, {find} {asked}",
        "u = {u}, v = {v}, {asked} = ?",
        "{evaluate} {asked} <for|with> the vectors u = {u} and v = {v}",
        "let u = {u} and v = {v}. {evaluate} {asked}",
        "{define} u = {u} and v = {v}. {find} {asked}",
        "{define} u = {u} and v = {v}. <what is|calculate|work out|determine> {asked}",
        "if u = {u} and v = {v}, <what is|then what is|calculate|{find}> {asked}",
        "u = {u}. v = {v}. {asked} = ?",
        "{must_find} {asked} <if|where|for|when> u = {u} and v = {v}",
        "{wonder} what {asked} is <if|for|when> u = {u} and v = {v}",
        "<take|consider|look at> the vectors u = {u} and v = {v}. <calculate|what is|determine> {asked}",
        "{asked} <for|where|with> u = {u}, v = {v}",
        "the vectors u and v are {u} and {v}. <find|calculate|what is> {asked}",
        "how do i <find|calculate|get> {asked} <if|when|for> u = {u} and v = {v}",
        "<two vectors|vectors>: u = {u}, v = {v}. {find} {asked}",
        "form the <linear combination|vector|combination> {asked} <of|with|from> u = {u} and v = {v}",
        "what vector do you get for {asked} <if|when> u = {u} and v = {v}",
        "let u = {u}. let v = {v}. <compute|find|what is> {asked}",
        "{find} the linear combination {asked} <if|for|where> u = {u} and v = {v}",
    ),
    ("we have the vectors u = {u} and v = {v}. which vector is {asked}",),
    weight=0.7,
)
def vector_combination(rng: Random) -> Instance:
    """Sums and multiples of vectors."""
    a, b = _vectors(rng, rng.choice((2, 3)))
    u, v = vector(a), vector(b)
    asked = scaled(rng.choice((1, 1, rng.randint(2, 6))), Sym("u")) + scaled(
        rng.choice((1, -1, number(rng, 5))), Sym("v")
    )
    code = sympy_code(f"u = {u.code()}", f"v = {v.code()}", f"list({asked.code()})")
    steps = (Words(f"Compute {asked.code()}."), code, Words(r"The vector is $\boxed{(⟨0:inner⟩)}$."))
    return Instance({"u": u, "v": v, "asked": asked}, steps)


def _bracket(z: Expr) -> Expr:
    """Keeps its brackets inside a sum."""
    return z if isinstance(z, Product) else Product((z,))


def _complex(rng: Random) -> Expr:
    i = Sym("I")
    a, b = number(rng, 9), number(rng, 9)
    if rng.random() < 0.08:
        return scaled(b, i)
    return expr(a) + scaled(b, i)


@task(
    "complex numbers",
    "complex_arithmetic",
    (
        "{evaluate} {f}",
        "{simplify} {f}",
        "{f} = ?",
        "{find} {f} in the form a + bi",
        "write {f} <as|in the form> a + bi",
        "{evaluate} {f}, <where i is the imaginary unit|with complex numbers>",
        "<calculate|compute> the complex number {f}",
        *noun_frames(
            "<value|result>",
            "{f}",
            without=(*GOT_OR_OWNED, "what exactly", "its", "{get}", "@N for", "@X, @N"),
        ),
        *verb_frames(
            "<calculate|work out|compute>",
            "<calculated|worked out>",
            "<calculating|working out>",
            "<{f}|the complex number {f}>",
            without=("@V: @X", "@P. ", "what is @X", "@X @P"),
        ),
        "<write|express|give> {f} as a complex number in the form a + bi",
        "what is {f} <in the form|as> a + bi",
        "{f} in the form a + bi",
        "{f} with i^2 = -1",
        "let z = {f}. {find} z [in the form a + bi]",
        "{consider} {f}. <write it as a + bi|calculate it|simplify it>",
        "what complex number do you get for {f}",
        "simplify {f} <with|using> i² = -1",
        "if i is the imaginary unit, what is {f}",
        "{f} <equals|is> what complex number",
    ),
    ("which complex number is {f}", "bring {f} into the form a + bi"),
    weight=1.2,
)
def complex_arithmetic(rng: Random) -> Instance:
    """Sums, products, quotients and powers of complex numbers."""
    z, w = _complex(rng), _complex(rng)
    match rng.randrange(6):
        case 0:
            f = _bracket(z) + _bracket(w)
        case 1:
            f = _bracket(z) - _bracket(w)
        case 2 | 3:
            f = z * w
        case 4:
            f = z / w
        case _:
            f = z ** rng.choice((2, 2, 3, 4))
    code = sympy_code(f"simplify({f.code()})" if "/" in f.code() else f"expand({f.code()})")
    return Instance({"f": f}, (plan(rng, "Compute with i**2 = -1."), code, boxed(rng, "The result is @.")))


@task(
    "complex numbers",
    "complex_modulus",
    (
        "{find} the <modulus|absolute value|magnitude> of [the complex number] {z}",
        "<modulus|absolute value> of {z}",
        "{given} z = {z}, {find} <its modulus|its absolute value>",
        "how <far is {z} from zero|large is the absolute value of {z}>",
        "{find} the absolute value <if|for> z = {z}",
        "{evaluate} |{z}|",
        *noun_frames(
            "<modulus|absolute value|magnitude>",
            "<{z}|the complex number {z}|the complex number z = {z}>",
            without=(*GOT_OR_OWNED, "what exactly"),
        ),
        "{define} z = {z}. {find} <its modulus|the modulus of z|the absolute value of z>",
        "{define} z = {z}. how <large|far from 0> is z",
        "if z = {z}, what is <its modulus|its absolute value|the modulus of z>",
        "{find} |z| <if|for|where|when> z = {z}",
        "what is the distance of {z} from <the origin|0|zero> [in the complex plane]",
        "how far <from the origin|from 0> is <{z}|the point {z}> [in the complex plane]",
        "|{z}| = ?",
        "{wonder} how far {z} is from 0 in the complex plane",
        "the length of {z} as a vector in the complex plane",
    ),
    ("the complex number {z} has which modulus",),
    weight=0.7,
)
def complex_modulus(rng: Random) -> Instance:
    """Absolute values of complex numbers."""
    z = _complex(rng)
    code = sympy_code(f"Abs({z.code()})")
    return Instance({"z": z}, (plan(rng, "Compute the absolute value."), code, boxed(rng, "The modulus is @.")))


@task(
    "complex numbers",
    "complex_conjugate",
    (
        "{find} the [complex] conjugate of {z}",
        "conjugate of {z}",
        "{given} z = {z}, {find} <its conjugate|the conjugate>",
        "what is the conjugate <if|for> z = {z}",
        "conjugate [the complex number] {z}",
        "complex conjugate of {z}",
        *noun_frames(
            "<conjugate|complex conjugate>",
            "<{z}|the complex number {z}|the complex number z = {z}>",
            without=(*GOT_OR_OWNED, "what exactly"),
        ),
        "{define} z = {z}. {find} <the conjugate of z|its conjugate|the complex conjugate>",
        "{define} z = {z}. what is <the conjugate of z|its conjugate|z bar>",
        "if z = {z}, what is <its conjugate|the complex conjugate of z|z bar>",
        "mirror {z} in the real axis",
        "reflect {z} <across|in|at> the real axis",
        "{find} z̄ <if|for|when> z = {z}",
        "change the sign of the imaginary part of {z}",
        "conjugate {z}",
    ),
    ("which number is conjugate to {z}",),
    weight=0.5,
)
def complex_conjugate(rng: Random) -> Instance:
    """Conjugates."""
    z = _complex(rng)
    code = sympy_code(f"conjugate({z.code()})")
    return Instance(
        {"z": z}, (plan(rng, "Change the sign of the imaginary part."), code, boxed(rng, "The conjugate is @."))
    )
