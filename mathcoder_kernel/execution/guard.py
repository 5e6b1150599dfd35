"""The guard: finds generated code that does more than maths, before it runs, and says why in plain words.

It reads the syntax tree and is a lint against accidents, not a sandbox: code written to deceive it can. What it looks
for: imports outside a list of maths modules, files, programs, the network, shell lines and magics, evaluation of text,
Python's internals, HTML for the page, questions to the user, and the end of the session.

Code that is not Python passes: it will raise SyntaxError by itself.
"""

from __future__ import annotations

import ast
import re

from mathcoder_kernel.execution.protocol import Verdict


def _words(text: str) -> list[str]:
    return text.split()


ALLOWED_MODULES = frozenset(
    _words("""
    __future__ abc array bisect calendar cmath collections colorsys contextlib copy dataclasses datetime decimal enum
    fractions functools heapq itertools keyword math mpl_toolkits mpmath networkx numbers numpy operator pandas pprint
    queue random re scipy seaborn statistics string sympy tabulate textwrap time timeit tqdm types typing unicodedata
    warnings zoneinfo matplotlib pylab gmpy2 statsmodels sklearn uncertainties pint shapely
    """)
)
_ALLOWED_PARTS = {"IPython.display": {"display", "Latex", "Math", "Markdown", "Pretty", "clear_output"}}
_ALLOWED_SYS = frozenset(
    _words(
        "maxsize float_info int_info version version_info setrecursionlimit getrecursionlimit set_int_max_str_digits "
        "get_int_max_str_digits getsizeof stdout stderr maxunicode hash_info byteorder"
    )
)
_ALLOWED_MAGICS = frozenset(_words("matplotlib time timeit precision pprint pinfo pinfo2 psearch"))

_REASONS_OF_MODULES = {
    "which can reach the network": "aiohttp ftplib http httpx imaplib poplib requests selenium smtplib socket "
    "socketserver ssl telnetlib urllib urllib3 webbrowser websocket websockets xmlrpc wget paramiko",
    "which can run other programs": "multiprocessing pexpect pty sched shlex signal subprocess threading concurrent",
    "which can read and change files": "csv dbm fileinput glob gzip h5py io joblib json linecache logging marshal mmap "
    "openpyxl os pathlib pickle shelve shutil sqlite3 tarfile tempfile zipfile zlib",
    "which reaches into Python itself": "ast builtins code codeop ctypes cffi dis gc imp importlib inspect pkgutil "
    "pydoc runpy site sys sysconfig traceback weakref",
    "which installs packages": "ensurepip pip setuptools venv conda",
}
_WHY_MODULE = {name: why for why, names in _REASONS_OF_MODULES.items() for name in names.split()}
_WHY_MODULE.update(os="which reaches files and other programs", sys="which reaches into Python itself")

_OPENS = "it opens a file"
_EVALUATES = "it runs text as code"
_INTERNALS = "it reaches into Python itself"
_WHY_NAME = {
    "open": _OPENS,
    "eval": _EVALUATES,
    "exec": _EVALUATES,
    "compile": _EVALUATES,
    "execfile": _EVALUATES,
    "__import__": "it imports a module by a name made of text",
    "breakpoint": "it starts the debugger",
    "__builtins__": _INTERNALS,
    "__loader__": _INTERNALS,
    "__spec__": _INTERNALS,
    "get_ipython": "it controls the notebook itself",
    "autowrap": "it compiles and runs other programs",
    "ufuncify": "it compiles and runs other programs",
}
# Names that are also good names for variables: they count only where the code does not bind them itself.
_WHY_UNBOUND_NAME = {
    "input": "it asks a question, and nobody may be there to answer",
    "raw_input": "it asks a question, and nobody may be there to answer",
    "exit": "it ends the session",
    "quit": "it ends the session",
    "globals": _INTERNALS,
    "vars": _INTERNALS,
    "setattr": _INTERNALS,
    "delattr": _INTERNALS,
    "preview": "it runs other programs to draw a formula",
}

_SAVES = "it writes a file"
_READS = "it reads a file"
_WHY_ATTRIBUTE = {
    **dict.fromkeys(
        _words(
            "savefig imsave savetxt savez savez_compressed save tofile dump to_csv to_excel to_pickle to_json to_sql "
            "to_parquet to_feather to_hdf to_html write_text write_bytes memmap savemat "
            "write_png to_stata to_clipboard to_file writeLP writeMPS"
        ),
        _SAVES,
    ),
    **dict.fromkeys(
        _words(
            "load loadtxt genfromtxt fromfile fromregex imread loadmat read_csv read_excel read_pickle read_json "
            "read_sql read_table read_parquet read_html read_clipboard read_feather read_hdf read_text read_bytes "
            "DataSource open_memmap"
        ),
        _READS,
    ),
    **dict.fromkeys(
        _words("system popen spawnl spawnv execv execve startfile getoutput check_output"), "it runs another program"
    ),
    **dict.fromkeys(_words("urlopen urlretrieve"), "it reaches the network"),
    **dict.fromkeys(_words("unlink rmdir rmtree removedirs makedirs mkdir chmod chown rename"), "it changes files"),
    **dict.fromkeys(_words("autowrap ufuncify preview"), "it runs other programs"),
    **dict.fromkeys(
        _words(
            "f_globals f_locals f_builtins f_back f_code gi_frame cr_frame ag_frame tb_frame func_globals mro "
            "run_line_magic run_cell_magic run_cell ctypeslib f2py"
        ),
        _INTERNALS,
    ),
}
_MODULES_AS_ATTRIBUTES = frozenset(
    _words("os sys subprocess socket shutil builtins ctypes importlib pathlib urllib inspect tempfile pickle")
)
_PLAIN_DUNDERS = frozenset(
    f"__{name}__"
    for name in _words("""
    init name doc len str repr abs add sub mul truediv floordiv mod pow neg pos eq ne lt le gt ge hash bool int float
    complex round trunc floor ceil index contains getitem setitem iter next call enter exit radd rsub rmul rtruediv
    rpow version annotations format main post_init new missing matmul divmod file
    """)
)
# An executed cell is trusted: HTML in its outputs runs in the page, with the student's rights.
_ON_THE_PAGE = "it puts HTML of its own on the page"
_DRAWS_ITSELF = re.compile(r"_repr_(?:html|javascript|svg|markdown|mimebundle|json)_|_ipython_display_")
_SCRIPT = re.compile(r"<\s{0,9}script|javascript:|<[a-z][^<>]{0,200}\son\w{1,30}\s{0,9}=", re.IGNORECASE)
_DUNDER_IN_TEXT = re.compile(r"__([A-Za-z]\w*?)__")

# What IPython runs as a magic or an alias where a one-line cell is not Python ("automagic").
_AUTOMAGIC = frozenset(
    _words("""
    alias autosave bookmark cat cd conda cp dhist edit env git kill ldir less lf lk ll load load_ext logstart ls lx
    mamba man mkdir micromamba more mv notebook pip popd pushd rm rmdir run save sc store sx system uv wget curl
    writefile reset
    """)
)


def judge(code: str) -> Verdict:
    """Whether `code` is ordinary maths; if not, the reasons, each a short clause such as "it opens a file (`open`)"."""
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        # As IPython reads it: prompts stripped, shell lines and magics turned into calls.
        source = TransformerManager().transform_cell(code)  # type: ignore[no-untyped-call]
    except Exception:  # its tokenizer gives up on broken code
        source = code
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _verdict(_line_reasons(code))
    examiner = _Examiner(tree)
    lines = code.strip().splitlines()
    if len(lines) == 1 and lines[0] in _AUTOMAGIC and lines[0] not in examiner.bound:
        examiner.say(f"it uses the notebook command `{lines[0]}`")
    return _verdict(examiner.reasons)


def _verdict(reasons: list[str]) -> Verdict:
    return Verdict(allowed=not reasons, reasons=tuple(dict.fromkeys(reasons)))


def _line_reasons(code: str) -> list[str]:
    """Reasons in code that is not Python, but of which IPython may still run lines."""
    reasons = []
    lines = code.strip().splitlines()
    for line in lines:
        if re.match(r"\s*(\w+\s*=\s*)?!", line):
            reasons.append("it runs a shell command (`!`)")
        match = re.match(r"\s*(?:\w+\s*=\s*)?%{1,2}([A-Za-z]\w*)", line)
        if match and match[1] not in _ALLOWED_MAGICS:
            reasons.append(f"it uses the notebook command `%{match[1]}`")
    words = lines[0].split() if len(lines) == 1 else []
    if words and words[0] in _AUTOMAGIC:
        reasons.append(f"it uses the notebook command `{words[0]}`")
    return reasons


class _Examiner(ast.NodeVisitor):
    """Walks a tree and notes reasons."""

    def __init__(self, tree: ast.AST) -> None:
        self.reasons: list[str] = []
        self.bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not _is_load(node)}
        self.bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        self.bound |= {
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        }
        self.imported: set[str] = set()  # modules of which it was said
        self.visit(tree)

    def say(self, reason: str) -> None:
        self.reasons.append(reason)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._module(alias.name, alone=alias.name == "sys")

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = node.module or ""
        names = {alias.name for alias in node.names}
        if node.level:
            self.say("it imports a file of this folder")
        elif module in _ALLOWED_PARTS:
            for name in sorted(names - _ALLOWED_PARTS[module]):
                self.say(f"it imports `{module}.{name}`, which can change the page")
        elif module == "sys":
            for name in sorted(names - _ALLOWED_SYS):
                self.say(f"it imports `sys.{name}`, {_WHY_MODULE['sys']}")
        else:
            self._module(module)
            for name in sorted(names):
                if name in _WHY_ATTRIBUTE:
                    self.say(f"{_WHY_ATTRIBUTE[name]} (`{name}`)")
                elif name.lstrip("_") in _MODULES_AS_ATTRIBUTES and module != "__future__":
                    self._module(name.lstrip("_"))

    def _module(self, name: str, alone: bool = False) -> None:
        top = name.partition(".")[0]
        if alone or name in _ALLOWED_PARTS or (top in ALLOWED_MODULES and name not in ("scipy.io", "scipy.datasets")):
            return
        self.imported.add(top)
        why = _WHY_MODULE.get(top, _READS if top == "scipy" else "which is not a module for maths")
        self.say(f"it imports `{name}`, {why}" if top != "scipy" else f"{why} (`{name}`)")

    def visit_Name(self, node: ast.Name) -> None:
        name = node.id
        if not _is_load(node):
            if name in ("__builtins__", "__import__"):
                self.say(f"{_INTERNALS} (`{name}`)")
            self._method(name)
            return
        why = _WHY_NAME.get(name)
        if why is None and name not in self.bound:
            why = _WHY_UNBOUND_NAME.get(name)
        if why is not None:
            self.say(f"{why} (`{name}`)")

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._method(node.name)
        self.generic_visit(node)

    def _method(self, name: str) -> None:
        if _DRAWS_ITSELF.fullmatch(name):
            self.say(f"{_ON_THE_PAGE} (`{name}`)")

    def visit_Attribute(self, node: ast.Attribute) -> None:
        name, owner = node.attr, node.value
        if not isinstance(node.ctx, ast.Load):
            self._method(name)
        owner_name = owner.id if isinstance(owner, ast.Name) else None
        if owner_name == "sys" and owner_name not in self.bound:
            if name not in _ALLOWED_SYS or not isinstance(node.ctx, ast.Load):
                self.say(f"{_INTERNALS} (`sys.{name}`)")
        elif owner_name in _WHY_MODULE and owner_name not in self.bound:
            if owner_name not in self.imported:  # one reason is enough
                self.say(f"it uses `{owner_name}`, {_WHY_MODULE[owner_name]}")
        elif name.startswith("__") and name.endswith("__") and name not in _PLAIN_DUNDERS:
            self.say(f"{_INTERNALS} (`{name}`)")
        elif name in _WHY_ATTRIBUTE:
            self.say(f"{_WHY_ATTRIBUTE[name]} (`{name}`)")
        elif name.lstrip("_") in _MODULES_AS_ATTRIBUTES:
            self.say(f"it uses `{name.lstrip('_')}`, {_WHY_MODULE[name.lstrip('_')]}")
        self.visit(owner)

    def visit_Call(self, node: ast.Call) -> None:
        if self._notebook_call(node):
            return
        called = node.func.id if isinstance(node.func, ast.Name) else None
        if called == "display" and any(keyword.arg == "raw" for keyword in node.keywords):
            self.say(f"{_ON_THE_PAGE} (`display` with `raw`)")
        if called in ("getattr", "hasattr") and called not in self.bound and len(node.args) > 1:
            wanted = node.args[1]
            if not (isinstance(wanted, ast.Constant) and isinstance(wanted.value, str)):
                if called == "getattr":
                    self.say("it looks up a name that is made of text (`getattr`)")
            else:
                self.visit_Attribute(ast.Attribute(node.args[0], wanted.value, ast.Load()))
        self.generic_visit(node)

    def _notebook_call(self, node: ast.Call) -> bool:
        """Shell lines and magics, which IPython turns into calls of `get_ipython()`."""
        function = node.func
        if not (
            isinstance(function, ast.Attribute)
            and isinstance(function.value, ast.Call)
            and isinstance(function.value.func, ast.Name)
            and function.value.func.id == "get_ipython"
        ):
            return False
        if function.attr in ("system", "getoutput"):
            self.say("it runs a shell command (`!`)")
            return True
        if function.attr in ("run_line_magic", "run_cell_magic") and node.args:
            magic = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            body = node.args[-1].value if isinstance(node.args[-1], ast.Constant) else None
            if magic in _ALLOWED_MAGICS and isinstance(body, str):
                if magic in ("time", "timeit"):
                    self.reasons.extend(judge(body).reasons)
                return True
            if isinstance(magic, str):
                self.say(f"it uses the notebook command `%{magic}`")
                return True
        return False

    def visit_Constant(self, node: ast.Constant) -> None:
        """Text may be code: SymPy evaluates the strings it is given."""
        text = node.value
        if not isinstance(text, str):
            return
        if _SCRIPT.search(text):
            self.say(_ON_THE_PAGE)
        if len(text) > 2_000:
            return
        for match in _DUNDER_IN_TEXT.finditer(text):
            if match[0] not in _PLAIN_DUNDERS:
                self.say(f"{_INTERNALS} (`{match[0]}`)")
        if "(" in text and not text.isspace():
            try:
                inner = ast.parse(text.strip(), mode="eval")
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return
            if any(isinstance(part, ast.Call | ast.Attribute) for part in ast.walk(inner)):
                self.reasons.extend(_Examiner(inner).reasons)


def _is_load(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Load)
