"""Number theory: divisors, primes, common divisors and multiples, residues, number bases."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import boxed, phrased, steps


def _listed(rng: Random, numbers: list[int]) -> str:
    texts = [str(number) for number in numbers]
    if rng.random() < 0.2:
        return ", ".join(texts)
    return f"{', '.join(texts[:-1])}{rng.choice((' and ', ' and ', ', '))}{texts[-1]}"


def _multiples(rng: Random, count: int) -> list[int]:
    factor = rng.randint(1, 24)
    return [factor * rng.randint(1, 40) for _ in range(count)]


@task(
    "number theory",
    "gcd",
    (
        "{find} the <gcd|GCD|greatest common divisor|greatest common factor|highest common factor|gcf|GCF|hcf|HCF> "
        "of {list}",
        "<gcd|gcf|hcf|greatest common divisor|greatest common factor> of {list}",
        "<gcd|GCD|hcf>({plain})",
        "{find} <gcd|GCD>({plain})",
        "{find} the <largest|biggest|greatest> <number|integer> that divides [all of|each of] {list}",
        "<which|what> is the <largest|biggest|greatest> common <divisor|factor> of {list}",
        "what is the <largest|greatest|biggest> number by which {list} can [all] be divided",
        "for {list}, {find} the greatest common divisor",
        "what is the greatest number dividing {list} without remainder",
    ),
    ("the numbers {list} share which biggest factor", "{list}: greatest common divisor please"),
)
def gcd(rng: Random) -> Instance:
    numbers = _multiples(rng, rng.choice((2, 2, 2, 3, 3, 4)))
    plain = ", ".join(map(str, numbers))
    return Instance(
        {"list": phrased(_listed(rng, numbers)), "plain": plain},
        steps(
            "gcd gives the greatest common divisor.",
            f"from math import gcd\ngcd({plain})",
            boxed("The greatest common divisor is"),
        ),
    )


@task(
    "number theory",
    "lcm",
    (
        "{find} the <lcm|LCM|least common multiple|lowest common multiple|smallest common multiple> of {list}",
        "<lcm|least common multiple|lowest common multiple> of {list}",
        "<lcm|LCM>({plain})",
        "{find} <lcm|LCM>({plain})",
        "{find} the <smallest|least|lowest> <number|positive number> that is divisible by [all of] {list}",
        "<which|what> is the <smallest|least|lowest> common multiple of {list}",
        "{find} the least common denominator of fractions with denominators {list}",
        "what is the smallest number that {list} all divide",
        "for {list}, {find} the least common multiple",
    ),
    ("which smallest positive number is a multiple of each of {list}", "{list}: least common multiple please"),
)
def lcm(rng: Random) -> Instance:
    numbers = [rng.randint(2, rng.choice((12, 30, 60))) for _ in range(rng.choice((2, 2, 2, 3, 3, 4)))]
    plain = ", ".join(map(str, numbers))
    return Instance(
        {"list": phrased(_listed(rng, numbers)), "plain": plain},
        steps(
            "lcm gives the least common multiple.",
            f"from math import lcm\nlcm({plain})",
            boxed("The least common multiple is"),
        ),
    )


@task(
    "number theory",
    "is_prime",
    (
        "is {n} <prime|a prime|a prime number>",
        "is {n} prime [or not|or composite]",
        "check <if|whether> {n} is <prime|a prime number>",
        "test <if|whether> {n} is prime",
        "determine <if|whether> {n} is <prime|a prime|a prime number>",
        "<can you check|tell me> if {n} is prime",
        "prime or not: {n}",
        "{n} prime",
        "is the number {n} a prime",
    ),
    ("does {n} count as a prime number", "has {n} no divisors besides 1 and itself"),
    constants=(1,),
)
def is_prime(rng: Random) -> Instance:
    n = rng.randint(2, 10 ** rng.randint(2, 6))
    if rng.random() < 0.6:
        n |= 1
    return Instance(
        {"n": n},
        steps(
            "isprime tests the number.",
            f"from sympy import isprime\n'prime' if isprime({n}) else 'not prime'",
            f"The number {n} is $\\boxed{{⟨⟩}}$.",
        ),
    )


@task(
    "number theory",
    "prime_factorization",
    (
        "{find} the prime <factorization|factorisation> of {n}",
        "{find_them} prime factors of {n}",
        "prime <factorization|factorisation|decomposition> of {n}",
        "<factor|factorise|factorize|decompose> {n} into <primes|prime factors|prime numbers>",
        "<write|express> {n} as a product of <primes|prime factors|prime numbers>",
        "<factor|factorise|factorize> {n}",
        "<factor|factorise|factorize> the <number|integer> {n}",
        "break {n} down into prime factors",
        "split {n} into prime factors",
    ),
    ("which primes multiply to {n}, with their powers", "{n} is a product of which primes"),
    constants=(1,),
)
def prime_factorization(rng: Random) -> Instance:
    n = 1
    while n < 4:
        n = 1
        for _ in range(rng.randint(2, 5)):
            n *= rng.choice((2, 2, 2, 3, 3, 5, 7, 11, 13, 17, 19, 23))
    if rng.random() < 0.3:
        n = rng.randint(10, 3000)
    return Instance(
        {"n": n},
        steps(
            "factorint gives the primes with their powers, written as a product.",
            f"from sympy import factorint\nfactors = factorint({n})\n' * '.join(f'{{p}}^{{k}}' if k > 1 else "
            f"f'{{p}}' for p, k in factors.items())",
            f"So ${n} = \\boxed{{⟨⟩}}$.",
        ),
    )


@task(
    "number theory",
    "divisors",
    (
        "{find_them} <divisors|factors|positive divisors> of {n}",
        "list [all] the <divisors|factors> of {n}",
        "<which|what> are the <divisors|factors|positive divisors> of {n}",
        "<which|what> numbers divide {n}",
        "all <divisors|factors> of {n}",
        "<divisors|factors> of {n}",
        "write down all <divisors|factors> of {n}",
        "by which numbers <is {n} divisible|can {n} be divided>",
    ),
    ("name every number that goes into {n} without remainder",),
)
def divisors(rng: Random) -> Instance:
    n = rng.randint(2, 300) if rng.random() < 0.6 else rng.randint(2, 60) * rng.choice((6, 12, 10))
    return Instance(
        {"n": n},
        steps(
            "divisors lists them.",
            f"from sympy import divisors\ndivisors({n})",
            "The divisors are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "number theory",
    "number_of_divisors",
    (
        "how many <divisors|factors|positive divisors> does {n} have",
        "{find} the number of <divisors|factors> of {n}",
        "number of <divisors|factors> of {n}",
        "count the <divisors|factors> of {n}",
        "how many numbers divide {n}",
        "{n} has how many divisors",
        "{find} how many divisors {n} has",
        "in how many ways can {n} be divided without remainder",
        "how many whole numbers go into {n}",
    ),
    ("how many different whole numbers is {n} divisible by",),
)
def number_of_divisors(rng: Random) -> Instance:
    n = rng.randint(2, 60) * rng.randint(1, 60)
    return Instance(
        {"n": n},
        steps(
            "We count the divisors.",
            f"from sympy import divisor_count\ndivisor_count({n})",
            boxed("The number of divisors is"),
        ),
    )


@task(
    "number theory",
    "sum_of_divisors",
    (
        "{find} the sum of [all] [the] <divisors|factors|positive divisors> of {n}",
        "sum of <divisors|factors> of {n}",
        "add up [all] the <divisors|factors> of {n}",
        "what do the <divisors|factors> of {n} add up to",
        "what is the sum of everything that divides {n}",
        "{n}: sum of its divisors",
        "if you add all divisors of {n}, what do you get",
        "{find} sigma of {n}, the sum of its divisors",
    ),
    ("all numbers dividing {n} are added; what is the total",),
)
def sum_of_divisors(rng: Random) -> Instance:
    n = rng.randint(2, 60) * rng.randint(1, 30)
    return Instance(
        {"n": n},
        steps("We add all the divisors.", f"from sympy import divisors\nsum(divisors({n}))", boxed("The sum is")),
    )


@task(
    "number theory",
    "nth_prime",
    (
        "{find} the {nth} prime [number]",
        "{nth} prime [number]",
        "<which|what> is the {nth} prime number",
        "<what is|find> prime number {n}",
        "what is prime number {n} in the list of primes",
        "{find} p_{n}, the {nth} prime",
        "list the primes. which is the {nth}",
        "the {nth} number in the list of primes",
    ),
    ("counting from 2 up, which prime comes as the {nth}",),
)
def nth_prime(rng: Random) -> Instance:
    n = rng.randint(1, 20) if rng.random() < 0.4 else rng.randint(1, 500)
    return Instance(
        {"n": n, "nth": nth(n)},
        steps("prime counts the primes.", f"from sympy import prime\nprime({n})", boxed(f"The prime number {n} is")),
    )


def nth(n: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


@task(
    "number theory",
    "primes_between",
    (
        "list [all] [the] <primes|prime numbers> between {a} and {b}",
        "{find_them} <primes|prime numbers> between {a} and {b}",
        "<which|what> <primes|prime numbers> are between {a} and {b}",
        "<primes|prime numbers> from {a} to {b}",
        "all primes between {a} and {b}",
        "<which|what> prime numbers lie between {a} and {b}",
    ),
    ("name the primes that are larger than {a} and smaller than {b}",),
    constants=(1,),
)
def primes_between(rng: Random) -> Instance:
    a = rng.choice((1, 0, 10, 20, 30, 50, 100, rng.randint(2, 300)))
    b = a + rng.choice((10, 20, 30, 50, rng.randint(12, 70)))
    return Instance(
        {"a": a, "b": b},
        steps(
            "primerange lists the primes.",
            f"from sympy import primerange\nlist(primerange({a}, {b} + 1))",
            "The primes are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "number theory",
    "how_many_primes",
    (
        "how many <primes|prime numbers> are there up to {b}",
        "{find} the number of <primes|prime numbers> up to {b}",
        "number of primes up to {b}",
        "how many <primes|prime numbers> are [there] between 1 and {b}",
        "count the <primes|prime numbers> from 1 to {b}",
        "how many prime numbers do not exceed {b}",
        "{find} pi({b}), the number of primes up to {b}",
        "primes up to {b}, how many",
        "what is the count of primes not larger than {b}",
    ),
    ("up to {b}, how many of the whole numbers are prime",),
    constants=(1,),
)
def how_many_primes(rng: Random) -> Instance:
    b = rng.choice((10, 20, 50, 100, 200, 500, 1000, rng.randint(10, 5000)))
    return Instance(
        {"b": b},
        steps(
            "primepi counts the primes.", f"from sympy import primepi\nprimepi({b})", boxed("The number of primes is")
        ),
    )


@task(
    "number theory",
    "next_or_previous_prime",
    (
        "{find} the <next prime|smallest prime|first prime|next prime number> <after|above|greater than|larger "
        "than|bigger than> {n}",
        "<which|what> <prime|prime number> comes <after|next after|right after> {n}",
        "next prime after {n}",
        "<which|what> is the <first|smallest> prime larger than {n}",
        "{find} the prime after {n}",
        "the smallest prime above {n}",
        "what prime follows {n}",
    ),
    ("going up from {n}, where do we meet a prime first",),
)
def next_prime(rng: Random) -> Instance:
    n = rng.randint(2, 10 ** rng.randint(2, 5))
    return Instance(
        {"n": n},
        steps(
            "nextprime gives the prime after a number.",
            f"from sympy import nextprime\nnextprime({n})",
            boxed("The next prime is"),
        ),
    )


@task(
    "number theory",
    "previous_prime",
    (
        "{find} the <largest|greatest|biggest> prime [number] <below|less than|smaller than|under> {n}",
        "<which|what> <prime|prime number> comes <right before|just before|before> {n}",
        "previous prime before {n}",
        "<which|what> is the <largest|greatest|biggest> prime <below|less than|smaller than> {n}",
        "{find} the prime before {n}",
        "the largest prime below {n}",
        "what prime comes last before {n}",
    ),
    ("going down from {n}, where do we meet a prime first",),
)
def previous_prime(rng: Random) -> Instance:
    n = rng.randint(4, 10 ** rng.randint(2, 5))
    return Instance(
        {"n": n},
        steps(
            "prevprime gives the prime before a number.",
            f"from sympy import prevprime\nprevprime({n})",
            boxed("The prime is"),
        ),
    )


@task(
    "number theory",
    "power_modulo",
    (
        "{evaluate} {p} <mod|modulo> {m}",
        "{p} <mod|modulo> {m}",
        "{p} (mod {m})",
        "{find} the remainder <when|if> {p} is divided by {m}",
        "{find} the remainder of {p} divided by {m}",
        "what is the remainder when {p} is divided by {m}",
        "reduce {p} modulo {m}",
        "what does {p} leave when divided by {m}",
    ),
    ("dividing {p} by {m}, how much remains",),
)
def power_modulo(rng: Random) -> Instance:
    a, e, m = rng.randint(2, 30), rng.randint(3, 200), rng.randint(3, 101)
    p = rng.choice((f"{a}^{e}", f"{a}**{e}", f"{a} to the power {e}"))
    return Instance(
        {"p": p, "m": m, "a": a, "e": e},
        steps("pow with three arguments works modulo the last.", f"pow({a}, {e}, {m})", boxed("The remainder is")),
    )


@task(
    "number theory",
    "modular_inverse",
    (
        "{find} the <inverse|modular inverse|multiplicative inverse> of {a} <mod|modulo> {m}",
        "<inverse|modular inverse> of {a} <mod|modulo> {m}",
        "<solve|find x with> {a}x ≡ 1 (mod {m})",
        "solve {a}*x = 1 mod {m}",
        "which number times {a} gives 1 modulo {m}",
        "{find} x if {a}x = 1 mod {m}",
        "{a}^-1 mod {m}",
        "what is {a}^(-1) modulo {m}",
        "inverse of {a} in arithmetic modulo {m}",
    ),
    ("what must {a} be multiplied with to leave remainder 1 when divided by {m}",),
    constants=(
        1,
        -1,
    ),
)
def modular_inverse(rng: Random) -> Instance:
    m = rng.choice((5, 7, 11, 13, 17, 19, 23, 26, 29, 31, 37, 41, 43, 97, 101))
    a = rng.randint(2, m - 1)
    while m == 26 and (a % 2 == 0 or a == 13):
        a = rng.randint(2, m - 1)
    return Instance(
        {"a": a, "m": m},
        steps("pow with exponent -1 gives the inverse modulo m.", f"pow({a}, -1, {m})", boxed("The inverse is")),
    )


@task(
    "number theory",
    "divisibility",
    (
        "is {a} divisible by {b}",
        "is {a} a multiple of {b}",
        "does {b} divide {a}",
        "is {b} a <divisor|factor> of {a}",
        "check <if|whether> {a} is divisible by {b}",
        "can {a} be divided by {b} without <remainder|a remainder>",
        "can you divide {a} evenly by {b}",
        "does {a} leave no remainder when divided by {b}",
        "is {a} in the times table of {b}",
        "tell me if {b} divides {a}",
        "is {a} / {b} a whole number",
    ),
    ("is there no remainder when {a} is divided by {b}",),
    constants=(0,),
)
def divisibility(rng: Random) -> Instance:
    b = rng.randint(2, 25)
    a = b * rng.randint(2, 400) if rng.random() < 0.5 else rng.randint(10, 9000)
    return Instance(
        {"a": a, "b": b},
        steps(
            "We look whether the remainder is zero.",
            f"'yes' if {a} % {b} == 0 else 'no'",
            "The answer is $\\boxed{⟨⟩}$.",
        ),
    )


_BASES = {
    2: ("binary", "base 2", "base two"),
    8: ("octal", "base 8"),
    16: ("hexadecimal", "hex", "base 16"),
    3: ("base 3",),
    5: ("base 5",),
    7: ("base 7",),
}


@task(
    "number bases",
    "decimal_to_base",
    (
        "<write|express> {n} in {base}",
        "<convert|change> {n} <to|into> {base}",
        "<convert|change> the decimal number {n} <to|into> {base}",
        "{n} in {base}",
        "what is {n} in {base}",
        "<convert|change> {n} from decimal to {base}",
        "<convert|change> {n} from base 10 to {base}",
        "how do you write {n} in {base}",
    ),
    ("give the {base} form of the decimal number {n}",),
    constants=(1, 2, 8, 16),
)
def decimal_to_base(rng: Random) -> Instance:
    base = rng.choice((2, 2, 2, 16, 16, 8, 3, 5, 7))
    n = rng.randint(2, rng.choice((64, 300, 5000)))
    if base in (2, 8, 16):
        code = f"f'{{{n}:{ {2: 'b', 8: 'o', 16: 'X'}[base] }}}'"
        plan = "The format code writes the number in the base."
    else:
        code = f"from sympy.ntheory import digits\n''.join(str(d) for d in digits({n}, {base})[1:])"
        plan = f"digits gives the digits in base {base}."
    return Instance({"n": n, "base": phrased(rng.choice(_BASES[base])), "b": base}, steps(plan, code, boxed("It is")))


def _in_base(n: int, base: int) -> str:
    digits = ""
    while n:
        n, digit = divmod(n, base)
        digits = "0123456789ABCDEF"[digit] + digits
    return digits


@task(
    "number bases",
    "base_to_decimal",
    (
        "<convert|change> {x} from {base} to <decimal|base 10>",
        "<convert|change> the {base} number {x} <to|into> <decimal|base 10|a decimal number>",
        "what is the {base} number {x} in <decimal|base 10>",
        "{x} in {base} is what decimal number",
        "{base} {x} <to|in|into> decimal",
        "<write|express> the {base} number {x} <in decimal|in base 10|as a decimal number>",
        "what is {x} ({base}) in decimal",
    ),
    ("which decimal number does {x} stand for in {base}",),
    constants=(2, 8, 16),
)
def base_to_decimal(rng: Random) -> Instance:
    base = rng.choice((2, 2, 2, 16, 16, 8, 3, 5, 7))
    n = rng.randint(2, rng.choice((64, 300, 5000)))
    x = _in_base(n, base)
    return Instance(
        {"x": x, "base": phrased(rng.choice(_BASES[base])), "value": n},
        steps(f"int reads digits in base {base}.", f"int('{x}', {base})", boxed("In decimal it is")),
    )
