"""Number theory: divisors, primes, common divisors and multiples, residues, number bases."""

from __future__ import annotations

import re
from math import gcd as common
from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import noun_frames, told_frames
from mathcoder_kernel.problems.lexicon import nth
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import boxed, phrased, steps, word_or_digits


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
        "{must_find} the <gcd|greatest common divisor|greatest common factor|highest common "
        "factor|GCF|HCF|largest common divisor|biggest common factor> of {list}",
        "{wonder} what the <gcd|greatest common divisor|highest common factor|largest common factor> of {list} is",
        "let g be the <gcd|greatest common divisor|highest common factor> of {list}. {what_is} g",
        "if d is the <greatest|largest|highest> common <divisor|factor> of {list}, {what_is} d",
        "the numbers are {list}. {what_is} their <gcd|greatest common divisor|highest common factor|largest "
        "common factor>",
        "given the numbers {list}, {what_is} their <gcd|greatest common factor|highest common divisor|HCF>",
        "the <gcd|greatest common divisor|highest common factor> of {list} <is|equals> <what|which number>",
        "<greatest|highest|largest|biggest> common <factor|divisor>: {list}",
        "<gcd|hcf|gcf> {list}",
        "{list}: <gcd|hcf|gcf|highest common factor|largest common divisor>",
        "of all the common <divisors|factors> of {list}, which is the {biggest}",
        "{must_find} the {biggest} {whole_number} that <divides|goes into|is a factor of|is a divisor of> <all "
        "of|each of|every one of> the numbers {list}",
        "which {whole_number} is the {biggest} <common factor of|common divisor of|one that divides all of> {list}",
        "<which|what> is the {biggest} {whole_number} that <goes into|divides> {list} <evenly|exactly|without "
        "remainder|without anything left>",
        "{list} are all divisible by some numbers. which of these is the {biggest}",
        "what is the {biggest} number {list} <are all divisible by|can all be divided by|have in common as a divisor>",
        "<find|give|name> the {biggest} shared <factor|divisor> of {list}",
        "by what is the {biggest} number that all of {list} can be divided",
        "<compute|calculate|work out|determine> gcd({plain})",
        "gcd({plain}) = ?",
        "<use|with> euclid's algorithm <to find|find> the gcd of {list}",
        "what do you get as the <gcd|highest common factor> of {list}",
        "{someone} cuts <ropes|boards|strips> of lengths {list} into equal pieces without waste. how long can "
        "<a|each> piece be at most",
        "how <large|big> is the <gcd|greatest common divisor|largest common factor> of {list}",
        "<state|name|write down> the <gcd|highest common factor|greatest common divisor> of {list}",
        *noun_frames(
            "<gcd|greatest common divisor|greatest common factor|highest common factor|hcf|gcf>",
            "<{list}|the numbers {list}>",
            several=True,
        ),
        *told_frames(
            "<the numbers are {list}|we have the numbers {list}|somebody writes down {list}>",
            "<what is the <gcd|greatest common divisor|greatest common factor|highest "
            "common factor|hcf|gcf>|what is their largest common divisor|which is the "
            "largest number that divides all>",
            "<what the <gcd|greatest common divisor|greatest common factor|highest common "
            "factor|hcf|gcf> is|which number is the largest that divides all>",
            "<the <gcd|greatest common divisor|greatest common factor|highest common "
            "factor|hcf|gcf>|their largest common divisor|the biggest number dividing all>",
            "<numbers {list}|{list}>",
        ),
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
        "{must_find} the <lcm|least common multiple|lowest common multiple|smallest common multiple> of {list}",
        "{wonder} what the <lcm|least common multiple|lowest common multiple|smallest common multiple> of {list} is",
        "let m be the <lcm|least common multiple|lowest common multiple> of {list}. {what_is} m",
        "if m is the <least|smallest|lowest> common multiple of {list}, {what_is} m",
        "the numbers are {list}. {what_is} their <lcm|least common multiple|lowest common multiple|smallest "
        "common multiple>",
        "given the numbers {list}, {what_is} their <lcm|least common multiple|lowest common multiple>",
        "the <lcm|least common multiple|lowest common multiple> of {list} <is|equals> <what|which number>",
        "<least|lowest|smallest> common multiple: {list}",
        "lcm {list}",
        "{list}: <lcm|lowest common multiple|smallest common multiple>",
        "of all the <positive |>common multiples of {list}, which is the {littlest}",
        "{must_find} the {littlest} positive <number|integer> that is a multiple of <all of|every one of> {list}",
        "which positive {whole_number} is the {littlest} <one divisible by|multiple of> all of {list}",
        "<which|what> is the {littlest} positive {whole_number} that can be divided by {list} "
        "<evenly|exactly|without remainder>",
        "what is the {littlest} positive number that {list} all <go into|divide evenly>",
        "<compute|calculate|work out|determine> lcm({plain})",
        "lcm({plain}) = ?",
        "what do you get as the <lcm|lowest common multiple> of {list}",
        "how <large|big> is the <lcm|least common multiple|smallest common multiple> of {list}",
        "<state|name|write down> the <lcm|lowest common multiple|smallest common multiple> of {list}",
        "<lights|bells|alarms> <flash|ring|go off> every {intervals} minutes and just did so together. after how many "
        "minutes <will|do> they do so together again",
        "<buses|trains|ferries> leave every {intervals} minutes. they leave together now. in how many minutes do they "
        "next leave together",
        "when do the multiples of {list} first meet",
        "the first positive number in the times tables of all of {list}",
        "{what_is} the first common multiple of {list}",
        *noun_frames(
            "<lcm|least common multiple|lowest common multiple|smallest common multiple>",
            "<{list}|the numbers {list}>",
            several=True,
        ),
        *told_frames(
            "<the numbers are {list}|we have the numbers {list}|somebody writes down {list}>",
            "<what is the <lcm|least common multiple|lowest common multiple|smallest common"
            " multiple>|what is their smallest common multiple|which is the smallest number"
            " that all divide>",
            "<what the <lcm|least common multiple|lowest common multiple|smallest common "
            "multiple> is|which number is the smallest multiple of all>",
            "<the <lcm|least common multiple|lowest common multiple|smallest common "
            "multiple>|their smallest common multiple|the first common multiple>",
            "<numbers {list}|{list}>",
        ),
    ),
    ("which smallest positive number is a multiple of each of {list}", "{list}: least common multiple please"),
)
def lcm(rng: Random) -> Instance:
    numbers = [rng.randint(2, rng.choice((12, 30, 60))) for _ in range(rng.choice((2, 2, 2, 3, 3, 4)))]
    plain = ", ".join(map(str, numbers))
    return Instance(
        {
            "list": phrased(_listed(rng, numbers)),
            "plain": plain,
            "intervals": f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}",
        },
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
        "is {n} prime [or not]",
        "check <if|whether> {n} is <prime|a prime number>",
        "test <if|whether> {n} is prime",
        "determine <if|whether> {n} is <prime|a prime|a prime number>",
        "<can you check|tell me> if {n} is prime",
        "is this prime: {n}",
        "{n} prime",
        "is the number {n} a prime",
        "{n}: <prime|is it prime|prime number>",
        "{wonder} <if|whether> {n} is <prime|a prime|a prime number>",
        "{wonder} <if|whether> {n} is prime or not",
        "let n = {n}. is n <prime|a prime number|a prime>",
        "if n = {n}, is n <prime|a prime number>",
        "suppose p is {n}. is p prime",
        "the number is {n}. is it <prime|a prime number|a prime or not>",
        "given the number {n}, <decide|say|determine|find out> <if|whether> it is prime",
        "<decide|find out|say|see|verify|work out> <if|whether> {n} is <prime|a prime number|prime or not>",
        "{n} is <prime|a prime number>, <is that right|right or not|isn't it|or not>",
        "would you call {n} <prime|a prime number>",
        "do we call {n} <prime|a prime number> or not",
        "is {n} <among|one of> the <primes|prime numbers>",
        "is {n} a member of the set of prime numbers",
        "does {n} belong to the prime numbers",
        "does {n} have exactly two divisors, that is, is it prime",
        "is it true that {n} is <prime|a prime number>",
        "primality <test|check> for {n}",
        "<do|run> a primality test on {n}",
        "{someone} <says|claims|thinks> that {n} is <prime|a prime number>. is <it|this number> prime",
        "<i have to|i need to|help me|we must> find out <if|whether> {n} is <prime|a prime>",
        "is {n} a prime number or not",
        "is {n} prime, yes or no",
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
            f"from sympy import isprime\n'yes' if isprime({n}) else 'no'",
            boxed("The answer is"),
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
        "{must_find} the prime <factorization|factorisation|factor decomposition> of {n}",
        "{wonder} what the prime <factorization|factorisation> of {n} is",
        "let n = {n}. {find} the prime <factorization|factorisation> of n",
        "if n = {n}, what is the prime <factorization|factorisation> of n",
        "<the number is {n}|given the number {n}>. {find} its prime <factorization|factorisation>",
        "what is {n} as a product of <primes|prime factors|prime numbers>",
        "{n} as a product of <primes|prime factors|prime numbers>",
        "{write} {n} as a product of <primes|prime factors|powers of primes|prime powers|its prime factors>",
        "{write} {n} in <prime factor form|index form with prime factors|terms of its prime factors>",
        "how <do i|do you|can i> <write|express> {n} as a product of primes",
        "how <do i|do you|can i> <factor|factorise|factorize> {n} into primes",
        "<factor|factorise|factorize> {n} <completely|fully|over the integers>",
        "<can you|please|could you> <factor|factorise|decompose|break up> {n} into <primes|prime factors>",
        "<decompose|resolve|break up|take apart|break> {n} into [its] prime factors",
        "draw a factor tree for {n}. <what is|write down|give> the prime <factorization|factorisation>",
        "<make|use> a factor tree to <write|express> {n} as a product of primes",
        "{n}: prime <factorization|factorisation|factors as a product>",
        "{n} = ? (product of primes)",
        "{n} <is to be|has to be|should be|can be> {written} as a product of primes. {result_q}",
        "the prime <factorization|factorisation> of {n} is <what|>",
        "<state|give|write down> the <canonical |>prime <factorization|factorisation> of <the number |>{n}",
        "if you <factor|factorise> {n} into primes, {result_q}",
        "{write} {n} as a product of primes, repeated ones as powers",
        "<find|give> the primes that {n} is made of, as a product with powers for repeated primes",
        *noun_frames(
            "<prime factorization|prime factorisation|decomposition into primes>",
            "<{n}|the number {n}>",
        ),
        *told_frames(
            "<the number is {n}|we have the number {n}|a number is {n}|somebody writes down {n}>",
            "<what is its prime factorization|how is it written as a product of primes>",
            "<what its prime factorization is|how it is written as a product of primes>",
            "<its prime factorization|its decomposition into primes>",
        ),
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
        "{must_find} all <divisors|factors> of {n}",
        "{wonder} which numbers <divide|go into|are divisors of|are factors of> {n}",
        "{wonder} what the <divisors|factors|positive divisors> of {n} are",
        "let n = {n}. <list|find|give> [all] the <divisors|factors> of n",
        "if n = {n}, what are the <positive |>divisors of n",
        "the number is {n}. <list|find|give|what are> all its <divisors|factors>",
        "given the number {n}, <list|find|give|write down> all its <divisors|factors>",
        "{n}: all <divisors|factors>",
        "{n}, <all its divisors|list the factors|factors>",
        "<which|what> <whole |positive |>numbers go into {n} <evenly|exactly|without anything left over>",
        "<which|what> <positive integers|whole numbers|natural numbers> are <divisors|factors> of {n}",
        "<which|what> numbers can you divide {n} by <evenly|exactly|without a remainder>",
        "<which|what> numbers can i divide {n} by without a remainder",
        "<which|what> factors does {n} have",
        "<which|what> divisors does the number {n} have",
        "<the set|set|a list|the list> of <all |>[positive] <divisors|factors> of {n}",
        "{find} the set of divisors of {n}",
        "<find|list|give> every <divisor|factor> of {n}",
        "<find|list|give> every <whole |positive whole |>number that divides {n}",
        "{n} is divisible by which numbers",
        "{n} is a multiple of which positive numbers",
        "of which numbers is {n} a multiple",
        "in which <equal group sizes|group sizes> can {n} <people|students|chairs> be split <without "
        "leftovers|with nobody left over>",
        "<all numbers|all positive integers> that divide {n}",
        "please list the <factors|divisors> of {n} from smallest to largest",
        *noun_frames(
            "<divisors|factors|positive divisors>",
            "<{n}|the number {n}>",
            plural=True,
        ),
        *told_frames(
            "<the number is {n}|we have the number {n}|a number is {n}|somebody writes down {n}>",
            "<which numbers divide it|what are its divisors|which are all its factors>",
            "<which numbers divide it|what its divisors are|which factors it has>",
            "<all its divisors|the list of its factors|its divisors>",
        ),
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
        "{must_find} the number of <divisors|factors|positive divisors> of {n}",
        "<i have to|i need to|help me> find out how many <divisors|factors> {n} has",
        "{wonder} how many <divisors|factors|positive divisors> {n} has",
        "{wonder} how many numbers <divide|go into> {n}",
        "let n = {n}. how many <divisors|factors|positive divisors> does n have",
        "if n = {n}, {what_is} the number of divisors of n",
        "the number is {n}. how many <divisors|factors> does it have",
        "given the number {n}, <count|find the number of> its <divisors|factors>",
        "{n}: <how many divisors|number of divisors|how many factors|number of factors>",
        "{n}, <how many factors|divisor count>",
        "<divisor count|count of divisors|count of factors> of {n}",
        "how many <positive |whole |>numbers <divide|go into> {n} <evenly|exactly|without remainder>",
        "how many <positive integers|natural numbers> are <divisors|factors> of {n}",
        "how many <divisors|factors> are there for <the number |>{n}",
        "what number of <divisors|factors> does {n} have",
        "<calculate|compute|work out|determine> the number of <divisors|factors> of {n}",
        "{calc} how many divisors there are for {n}",
        "<list|find> the divisors of {n}. how many are there",
        "<list|find> the factors of {n} and count them. how many <are there|do you get>",
        "tau of {n}, <the number of its divisors|that is the number of divisors>",
        "including 1 and itself, how many <divisors|factors> does {n} have",
        "{n} has what number of <divisors|factors>",
        "how many <different|distinct> <divisors|factors> has {n}",
        "how many divisors does {n} possess",
        *noun_frames(
            "<number of divisors|number of factors|number of positive divisors|count of divisors>",
            "<{n}|the number {n}>",
        ),
        *told_frames(
            "<the number is {n}|we have the number {n}|a number is {n}|somebody writes down {n}>",
            "<how many divisors does it have|how many factors has it|how many numbers divide it>",
            "<how many divisors it has|how many numbers divide it>",
            "<its number of divisors|the number of its factors|the count of its divisors>",
        ),
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
        "{must_find} the sum of [all] the <divisors|factors|positive divisors> of {n}",
        "{wonder} what the <divisors|factors> of {n} add up to",
        "{wonder} what the sum of [all] the <divisors|factors> of {n} is",
        "let n = {n}. {find} the sum of <all divisors|the divisors|the factors> of n",
        "if n = {n}, {what_is} the sum of the divisors of n",
        "the number is {n}. {what_is} the sum of <its divisors|all its divisors|its factors>",
        "given the number {n}, <add|add up> <all its divisors|its factors>. {result_q}",
        "<list|find> the divisors of {n} and add them <up|together>. {result_q}",
        "<list|find> all factors of {n}. what is their <sum|total>",
        "{n}, <sum of the divisors|divisors added up|sum of factors>",
        "divisor sum of {n}",
        "{what_is} the divisor sum of {n}",
        "how <much|large> is the sum of [all] divisors of {n}",
        "how much do the <divisors|factors> of {n} make <together|in total>",
        "the sum of [all] <divisors|factors> of {n} <is|equals> <what|which number>",
        "{calc} the total of [all] the <divisors|factors> of {n}",
        "sigma({n}), the sum of all divisors",
        "add together [all] the <positive |>numbers that <divide|go into> {n}",
        "<including 1 and {n} itself|counting 1 and {n} too>, what do the divisors of {n} add up to",
        "total of all <factors|divisors> of {n}",
        "sum up [all] <divisors|factors> of {n}",
        "when all <divisors|factors> of {n} are added, {result_q}",
        "{someone} adds all <divisors|factors> of {n}. {result_q}",
        *noun_frames(
            "<sum of divisors|sum of the factors|divisor sum|sum of all positive divisors>",
            "<{n}|the number {n}>",
        ),
        *told_frames(
            "<the number is {n}|we have the number {n}|a number is {n}|somebody writes down {n}>",
            "<what do its divisors add up to|what is the sum of its divisors|how much are all its factors together>",
            "<what its divisors add up to|how much its factors make together>",
            "<the sum of its divisors|the total of all its factors>",
        ),
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
        "{must_find} the {nth} prime [number]",
        "{wonder} what the {nth} prime [number] is",
        "{wonder} which number is the {nth} prime",
        "let p be the {nth} prime [number]. {what_is} p",
        "if p is the {nth} prime [number], {what_is} p",
        "the {nth} prime [number] is <what|which number>",
        "<which|what> number is the {nth} prime",
        "<which|what> prime is <number {n}|the {nth}|the {nth} one> in <the list|the sequence|order>",
        "which is the {nth} <in the sequence of primes|among the primes|in the sequence of prime numbers>",
        "{calc} the {nth} prime",
        "<state|name|write down> the {nth} prime [number]",
        "prime #{n}",
        "prime <number|no.|nr.> {n}",
        "prime({n})",
        "{evaluate} the {nth} prime",
        "what is the value of the {nth} prime number",
        "how <large|big> is the {nth} prime [number]",
        "the primes are 2, 3, 5, 7, ... which is the {nth}",
        "in 2, 3, 5, 7, 11, ... <what is|find|give> the {nth} <prime|term|number>",
        "starting from 2, which is the {nth} prime",
        "<can you|could you|please> <find|give me|tell me> the {nth} prime [number]",
        "if you list the primes in order, which <one |>is the {nth}",
        "{someone} writes down all primes in order. which is the {nth} <number|one>",
        *told_frames(
            "<the primes are numbered from 2 on|2 is prime number 1, 3 is prime number 2 "
            "and so on|we list all primes in order>",
            "<which one is number {n}|what is the {nth} one|which prime stands at place {n}>",
            "<which one is number {n}|what the {nth} one is|which prime stands at place {n}>",
            "<the {nth} prime|prime number {n}|the prime at place {n}>",
        ),
    ),
    ("counting from 2 up, which prime comes as the {nth}",),
)
def nth_prime(rng: Random) -> Instance:
    n = rng.randint(1, 20) if rng.random() < 0.4 else rng.randint(1, 500)
    return Instance(
        {"n": n, "nth": nth(n)},
        steps("prime counts the primes.", f"from sympy import prime\nprime({n})", boxed(f"The prime number {n} is")),
    )


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
        "{must_find} all <primes|prime numbers> between {a} and {b}",
        "{wonder} which <primes|prime numbers> are between {a} and {b}",
        "{wonder} which numbers between {a} and {b} are prime",
        "<which|what> numbers between {a} and {b} are <prime|primes|prime numbers>",
        "<which|what> <numbers|integers> from {a} to {b} are <prime|primes|prime numbers>",
        "between {a} and {b}, which numbers are <prime|primes>",
        "between {a} and {b}, <list|find|give|name> all <primes|prime numbers>",
        "<find|list|give|write down> every <prime|prime number> <between {a} and {b}|from {a} to {b}>",
        "<find|list|give|write down> the <primes|prime numbers> from {a} to {b}",
        "<primes|prime numbers> between {a} and {b}",
        "<primes|prime numbers> in the <range|interval> from {a} to {b}",
        "<which|what> <primes|prime numbers> <lie|are found|do we find|are> in the <range|interval> from {a} to {b}",
        "in the <range|interval> from {a} to {b}, which numbers are prime",
        "list of <primes|prime numbers> between {a} and {b}",
        "of the numbers from {a} to {b}, which are prime",
        "of all whole numbers between {a} and {b}, <find|list|pick out> the primes",
        "{someone} writes the numbers from {a} to {b}. which of them are prime",
        "let p be a prime between {a} and {b}. what can p be",
        "a prime lies between {a} and {b}. which numbers <could it be|are possible>",
        "show [me] the primes <between {a} and {b}|from {a} to {b}>",
        "<use the sieve of eratosthenes|sieve>: <primes|prime numbers> from {a} to {b}",
        "what primes <exist|are there> between {a} and {b}",
        "pick the primes out of the numbers from {a} to {b}",
        "<can you|please|could you> <list|find|give me|name> <all|the> <primes|prime numbers> <between {a} and "
        "{b}|from {a} to {b}>",
        "{teacher} <asks for|wants> <all|the> <primes|prime numbers> between {a} and {b}. <list them|which are "
        "they|what are they>",
        "{wonder} what the <primes|prime numbers> <between {a} and {b}|from {a} to {b}> are",
        "{must_find} every <prime|prime number> <between {a} and {b}|from {a} to {b}|in the interval from {a} to {b}>",
        *told_frames(
            "<somebody looks for primes between {a} and {b}|a prime lies between {a} and "
            "{b}|we search from {a} to {b} for primes>",
            "<which are they|which primes are there|which numbers come into question>",
            "<which primes there are|which numbers these are>",
            "<all these primes|the list of primes|the primes there>",
            "<primes, {a} to {b}|from {a}, to {b}>",
        ),
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
        "{must_find} the number of <primes|prime numbers> up to {b}",
        "<i have to|i need to|help me> find how many <primes|prime numbers> there are up to {b}",
        "{wonder} how many <primes|prime numbers> there are <up to {b}|from 1 to {b}|between 1 and {b}>",
        "<calculate|compute|work out|determine> the number of <primes|prime numbers> <up to {b}|from 1 to {b}>",
        "how many <primes|prime numbers> <exist|do we have|can you find> <up to|from 1 to> {b}",
        "how many numbers <from 1 to|up to> {b} are <prime|primes|prime numbers>",
        "how many of the numbers from 1 to {b} are <prime|primes|prime numbers>",
        "from 1 to {b}, how many <numbers are prime|primes are there|prime numbers are there>",
        "among the numbers from 1 to {b}, how many are prime",
        "of the first {b} positive integers, how many are prime",
        "<count|prime count|number of primes>: 1 to {b}",
        "the number of primes <from 1 to|up to> {b} is what",
        "let n be the number of primes up to {b}. {what_is} n",
        "if there are n primes up to {b}, {what_is} n",
        "how many <primes|prime numbers> are <at most|not greater than|less than or equal to|no larger than> {b}",
        "<find|give> the <count|amount> of primes <at most|not greater than|less than or equal to> {b}",
        "list the primes up to {b}. how many <are there|did you get>",
        "{someone} circles all primes from 1 to {b}. how many circles are there",
        "{evaluate} pi({b}), where pi counts primes",
        "prime counting function at {b}",
        "what is the value of the prime counting function <at|for> {b}",
        "in the interval from 1 to {b} there are how many primes",
        "count all <primes|prime numbers> up to {b}",
        *told_frames(
            "<somebody lists all primes up to {b}|we count the primes up to {b}|the primes from 2 to {b} are counted>",
            "<how many are there|how many primes is that|what is their number>",
            "<how many there are|how many primes that is|what their number is>",
            "<their number|the number of primes|the count of primes>",
            "<primes up to {b}|primes, limit {b}>",
        ),
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
        "{must_find} the <next prime|first prime|smallest prime> <after|above|greater than|larger than> {n}",
        "{wonder} which prime comes next after {n}",
        "{wonder} what the next prime after {n} is",
        "let p be the <smallest|first|least> prime <greater than|larger than|above> {n}. {what_is} p",
        "if p is the next prime after {n}, {what_is} p",
        "the next prime [number] after {n} is <what|which number>",
        "after {n}, <what is|which is> the next prime [number]",
        "starting <after|above> {n}, <what is|which is|find> the first prime [number]",
        "<which|what> is the {littlest} prime [number] <above|greater than|exceeding|beyond|bigger than> {n}",
        "<which|what> prime [number] <follows|comes directly after|immediately follows> {n}",
        "<what|which> prime number is closest above {n}",
        "the <next|following> prime: {n}",
        "{n}: next prime",
        "{n}, <next prime|what prime comes next>",
        "nextprime({n})",
        "give the first prime number that is <more|greater|larger> than {n}",
        "i count up from {n}. which is the first prime <after it|after that>",
        "keep adding 1 to {n} until you reach a prime. which prime <is it|do you reach>",
        "{someone} counts on from {n}. what is the first prime after that",
        "<state|name|write down|determine> the next prime number after {n}",
        "of all primes greater than {n}, which is the {littlest}",
        "among the primes above {n}, <name|find|which is> the {littlest}",
        "a prime is <greater|larger> than {n}. how small can it be",
        *told_frames(
            "<a prime is larger than {n} and as small as possible|we go up from {n} until "
            "we meet a prime|somebody looks for a prime above {n}>",
            "<which is the first one|what is the first prime|which prime is it>",
            "<which prime it is|what the first prime is>",
            "<the first prime|this prime|that prime number>",
        ),
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
        "{must_find} the {biggest} prime <below|less than|smaller than|under> {n}",
        "{wonder} which prime comes just before {n}",
        "{wonder} what the {biggest} prime <below|less than|smaller than> {n} is",
        "let p be the {biggest} prime <below|less than|smaller than> {n}. {what_is} p",
        "if p is the last prime before {n}, {what_is} p",
        "the {biggest} prime [number] <below|less than|smaller than> {n} is <what|which number>",
        "<before|below> {n}, <what is|which is> the last prime [number]",
        "<which|what> is the last prime [number] <before|below> {n}",
        "<which|what> prime [number] <precedes|comes directly before|immediately precedes> {n}",
        "<what|which> prime number is closest below {n}",
        "<previous prime|preceding prime|prime before>: {n}",
        "{n}: <previous prime|prime before it>",
        "{n}, <previous prime|what prime comes before>",
        "<the preceding|the previous> prime [number] of {n}",
        "prevprime({n})",
        "give the last prime number that is <less|smaller> than {n}",
        "i count down from {n}. which is the first prime <after it|that i meet>",
        "keep subtracting 1 from {n} until you reach a prime. which prime <is it|do you reach>",
        "<state|name|write down|determine> the prime number right before {n}",
        "of all primes less than {n}, which is the {biggest}",
        "among the primes below {n}, <name|find|which is> the {biggest}",
        "a prime is <less|smaller> than {n}. how large can it be",
        "find the nearest prime below {n}",
        *told_frames(
            "<a prime is smaller than {n} and as large as possible|we go down from {n} "
            "until we meet a prime|somebody looks for a prime just below {n}>",
            "<which is the nearest one|what is that prime|which prime is it>",
            "<which prime it is|what that prime is>",
            "<the prime|this prime|that prime number>",
        ),
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
        "{must_find} the remainder <of {p} divided by {m}|when {p} is divided by {m}>",
        "{must_find} {p} <mod|modulo> {m}",
        "{wonder} what {p} <mod|modulo> {m} is",
        "{wonder} what remainder {p} leaves when <it is |>divided by {m}",
        "let r be the remainder of {p} divided by {m}. {what_is} r",
        "if x = {p}, {what_is} x <mod|modulo> {m}",
        "let x = {p}. <find|what is> the remainder when x is divided by {m}",
        "{p} is divided by {m}. <what is|find|give> the remainder",
        "when {p} is divided by {m}, what <is the remainder|remainder is left|remains>",
        "if you divide {p} by {m}, <what is the remainder|how much is left over>",
        "what is left over when {p} is divided by {m}",
        "to what is {p} congruent <mod|modulo> {m}",
        "{find} r with {p} ≡ r (mod {m}), r from 0 to {m} - 1",
        "{p} ≡ ? (mod {m})",
        "{p} % {m}",
        "which number from 0 to {m} - 1 is congruent to {p} modulo {m}",
        "what is the {littlest} non-negative <residue|remainder> of {p} modulo {m}",
        "the remainder of {p} <on division by|upon division by|modulo> {m}",
        "<calculate|compute|work out|evaluate> {p} in arithmetic modulo {m}",
        "modulo {m}, {what_is} {p}",
        "modular <exponentiation|power>: {p} mod {m}",
        "{p} divided by {m} has <what|which> remainder",
        "what does {p} reduce to modulo {m}",
        "residue of {p} <mod|modulo> {m}",
        *noun_frames(
            "<remainder|rest>",
            "{p}",
            "<when divided by|after division by|modulo|on division by> {m}",
        ),
        *told_frames(
            "<{p} is divided by {m}|somebody divides {p} by {m}|we divide {p} by {m}>",
            "<what is the remainder|what remains|what is left over>",
            "<what the remainder is|what remains|what is left over>",
            "<the remainder|the rest>",
            "{p}, modulus {m}",
        ),
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
        "{must_find} the <inverse|modular inverse|multiplicative inverse> of {a} <mod|modulo> {m}",
        "{wonder} what the <inverse|modular inverse|multiplicative inverse> of {a} <mod|modulo> {m} is",
        "let b be the inverse of {a} modulo {m}. {what_is} b",
        "if {a}b ≡ 1 (mod {m}), {what_is} b",
        "if {a}*x leaves remainder 1 modulo {m}, {what_is} x",
        "{find} x <with|such that|so that> {a}x ≡ 1 (mod {m})",
        "solve the congruence {a}x ≡ 1 mod {m}",
        "<which|what> number <multiplied by|times> {a} <leaves remainder 1|is 1|is congruent to 1> <mod|modulo> {m}",
        "modulo {m}, what is the <inverse|multiplicative inverse> of {a}",
        "in the integers mod {m}, <find|what is> the <inverse|multiplicative inverse> of {a}",
        "in Z_{m}, what is the inverse of {a}",
        "does {a} have an inverse mod {m}? <give it|find it|which is it>",
        "{calc} {a}^-1 <mod|modulo> {m}",
        "{calc} 1/{a} <mod|modulo> {m}",
        "1/{a} <mod|modulo> {m}",
        "what is 1/{a} in arithmetic <mod|modulo> {m}",
        "<reciprocal|the reciprocal> of {a} modulo {m}",
        "inverse: {a} mod {m}",
        "the <modular |>inverse of {a} mod {m} is <what|which number>",
        "by what do you multiply {a} to get 1 <mod|modulo> {m}",
        "what times {a} is 1 mod {m}",
        "undo multiplication by {a} modulo {m}: what is the inverse",
        "{a} and {m} are coprime. {find} the inverse of {a} modulo {m}",
        *noun_frames(
            "<modular inverse|multiplicative inverse|inverse>",
            "{a}",
            "<mod|modulo> {m}",
        ),
        *told_frames(
            "<{a} times x leaves the remainder 1 when divided by {m}|a*x is 1 modulo {m} "
            "with a = {a}|the modulus is {m} and the number is {a}>",
            "<what is the inverse|which number is x|what is x>",
            "<what the inverse is|which number x is>",
            "<the inverse|the modular inverse|the smallest positive x>",
            "<number {a}, modulus {m}|{a}, mod {m}>",
        ),
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
        "does {b} go into {a} [evenly|exactly|without remainder]",
        "does {b} divide {a} [evenly|exactly|without remainder]",
        "is {b} a divisor of {a}",
        "is {a} evenly divisible by {b}",
        "is {a} exactly divisible by {b}",
        "is {a} one of the multiples of {b}",
        "is the number {a} divisible by {b}",
        "is {a} divisible by {b}, yes or no",
        "{wonder} <if|whether> {a} is divisible by {b}",
        "{wonder} <if|whether> {b} <divides|goes into|is a factor of|is a divisor of> {a}",
        "{wonder} <if|whether> {a} is a multiple of {b}",
        "<check|test|decide|determine|find out|verify> <if|whether> {a} is <divisible by {b}|a multiple of {b}>",
        "<check|test|decide|determine|find out> <if|whether> {b} <divides|is a factor of|is a divisor of|goes "
        "into> {a}",
        "let n = {a}. <is n divisible by {b}|is n a multiple of {b}|does {b} divide n>",
        "suppose x = {a} and d = {b}. <does d divide x|is d a factor of x|is x a multiple of d>",
        "if n = {a}, is {b} a <factor|divisor> of n",
        "the number is {a}. <is it divisible by {b}|is it a multiple of {b}|does {b} divide it>",
        "given {a} and {b}, is the <first|first number> divisible by the second",
        "can {a} <people|books|eggs|cards|sweets> be <split|divided|put> into groups of {b} with "
        "<nobody|nothing|none> left over",
        "can you split {a} into {b} equal whole parts",
        "will {a} divided by {b} <be a whole number|come out even|have no remainder>",
        "does {a} ÷ {b} <come out even|give a whole number|have no remainder>",
        "{b} | {a}, yes or no",
        "{a} divisible by {b}",
        "{a}, a multiple of {b} or not",
        "are there any leftovers when {a} is divided by {b}, or is it divisible",
        "yes or no: {a} is <divisible by|a multiple of> {b}",
        "yes or no: {b} <divides|is a factor of|is a divisor of> {a}",
        "{someone} says {a} is divisible by {b}. is {a} divisible by {b}",
        "when {a} is divided by {b}, is it divisible without remainder",
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
        "{must_find} {n} in {base}",
        "{wonder} what {n} is in {base}",
        "{wonder} how {n} is {written} in {base}",
        "<can you|please|could you> <convert|change|translate> {n} <to|into> {base}",
        "{convert} {n} (<decimal|base 10|base ten>) <to|into> {base}",
        "{convert} <the number|the base 10 number|the base ten number> {n} <to|into> {base}",
        "{convert} {n} to {base} <form|notation|representation>",
        "{n} from <decimal|base 10|base ten> to {base}",
        "{write} the <decimal number|number> {n} in {base} <form|notation|>",
        "let n = {n}. <write|express|give|what is> n in {base}",
        "if n = {n}, how is n {written} in {base}",
        "in {base}, what is {n}",
        "in {base}, <how do you write {n}|how is {n} written>",
        "the <decimal |>number {n} <is to be|has to be|should be|can be> {written} in {base}. {result_q}",
        "{what_is} the {base} <form|representation|notation|equivalent> of {n}",
        "{base} <form|representation|notation> of {n}",
        "{n} in {base} <is|equals> what",
        "{n} = ? in {base}",
        "{n} to {base}",
        "decimal {n} <to|in> {base}",
        "how does {n} look in {base}",
        "what are the {base} digits of {n}",
        "a computer shows {n} in {base}. what does it show",
        "{someone} changes {n} into {base}. {result_q}",
        "represent {n} in {base}",
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


def numeral(n: int, base: int) -> str:
    """A positive number written in a base up to 16."""
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
        "{must_find} the {base} number {x} <in decimal|in base 10|as a decimal number>",
        "{wonder} what the {base} number {x} is <in decimal|in base 10|in base ten>",
        "{wonder} which decimal number {x} in {base} is",
        "<can you|please|could you> <convert|change|translate> {x} from {base} <to|into> <decimal|base 10|base ten>",
        "{convert} {x} ({base}) <to|into> <decimal|base 10|base ten>",
        "{convert} {base} {x} to <decimal|base 10|base ten>",
        "{convert} the number {x} from {base} <to decimal|into base ten|to base 10>",
        "{x} from {base} to <decimal|base 10|base ten>",
        "{write} {x} ({base}) <in decimal|in base 10|as a decimal number>",
        "let n be {x} in {base}. <write|express|give|what is> n in <decimal|base 10|base ten>",
        "<the number|a number> is {written} as {x} in {base}. <what is it in decimal|which decimal number is "
        "it|what is its value in base 10>",
        "in <decimal|base 10|base ten>, {what_is} {x} ({base})",
        "in <decimal|base 10|base ten>, {what_is} the {base} number {x}",
        "the {base} number {x} <is to be|has to be|should be|can be> {written} in <decimal|base 10>. {result_q}",
        "{what_is} the decimal <form|representation|equivalent|value> of {x} in {base}",
        "{what_is} the decimal <form|equivalent|value> of the {base} number {x}",
        "<decimal|base 10> <form|value|equivalent> of {x} in {base}",
        "{x} ({base}) = ? (decimal)",
        "{x} is written in {base}. <what is it in decimal|convert it to decimal|which decimal number is it>",
        "how <much|large> is the {base} number {x} in decimal",
        "what value does {x} have in {base}, <given as a decimal number|in base 10|in decimal>",
        "{someone} reads the {base} number {x}. <what decimal number is that|what is that in decimal>",
        "read {x} in {base}. <what is it in base 10|which number is it in decimal>",
        "{base} {x} as a decimal number",
    ),
    ("which decimal number does {x} stand for in {base}",),
    constants=(2, 8, 16),
)
def base_to_decimal(rng: Random) -> Instance:
    base = rng.choice((2, 2, 2, 16, 16, 8, 3, 5, 7))
    n = rng.randint(2, rng.choice((64, 300, 5000)))
    x = numeral(n, base)
    return Instance(
        {"x": x, "base": phrased(rng.choice(_BASES[base])), "value": n},
        steps(f"int reads digits in base {base}.", f"int('{x}', {base})", boxed("In decimal it is")),
    )


@task(
    "number bases",
    "base_to_base",
    (
        "{convert} {x} from {from_base} <to|into> {to_base}",
        "{convert} the {from_base} number {x} <to|into> {to_base}",
        "{convert} {x} ({from_base}) <to|into> {to_base}",
        "what is the {from_base} number {x} in {to_base}",
        "what is {x} ({from_base}) in {to_base}",
        "what is {x} from {from_base} in {to_base}",
        "{x} in {from_base} is what in {to_base}",
        "{write} the {from_base} number {x} in {to_base}",
        "{write} {x} ({from_base}) in {to_base}",
        "how do <i|you> write the {from_base} number {x} in {to_base}",
        "{must_find} the {from_base} number {x} in {to_base}",
        "{wonder} what the {from_base} number {x} is in {to_base}",
        "in {to_base}, what is the {from_base} number {x}",
        "{from_base} {x} <to|in|into> {to_base}",
        "{x}, {from_base} to {to_base}",
        "let n be {x} in {from_base}. <write|express|what is> n in {to_base}",
        "a number is written as {x} in {from_base}. how is it written in {to_base}",
        "given {x} in {from_base}, find its form in {to_base}",
        "the {from_base} number {x} <has to be|is to be|should be> {written} in {to_base}. {result_q}",
        "{what_is} the {to_base} form of {x} ({from_base})",
        "what are the digits in {to_base} of the {from_base} number {x}",
        "{someone} changes {x} from {from_base} to {to_base}. {result_q}",
        "{convert} {x} <given in|written in> {from_base} <to|into> {to_base}",
        "{find} the {to_base} <form|representation|notation|equivalent> of the {from_base} number {x}",
        "how <do you|would you|can i> <convert|change|translate> {x} from {from_base} to {to_base}",
        "<can you|please|could you> <convert|change|translate|rewrite> {x} from {from_base} <to|into> {to_base}",
        "{x} is a number in {from_base}. <what is it|give it|find it|write it> in {to_base}",
        "{wonder} how the {from_base} number {x} is {written} in {to_base}",
    ),
    ("which {to_base} number has the same value as {x} in {from_base}",),
    constants=(1, 2, 8, 10, 16, "0123456789"),
)
def base_to_base(rng: Random) -> Instance:
    a, b = rng.sample((2, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 16), 2)
    while a == b:
        a, b = rng.sample((2, 3, 4, 5, 6, 7, 8, 9, 12, 16), 2)
    x = numeral(rng.randint(3, rng.choice((64, 300, 5000))), a)
    return Instance(
        {"x": x, "from_base": phrased(_base_name(rng, a)), "to_base": phrased(_base_name(rng, b))},
        steps(
            f"We read the number in base {a} and write its digits in base {b}.",
            f"from sympy.ntheory import digits\nn = int('{x}', {a})\n"
            f"''.join('0123456789ABCDEF'[d] for d in digits(n, {b})[1:])",
            boxed("It is"),
        ),
    )


def _base_name(rng: Random, base: int) -> str:
    return rng.choice((*_BASES.get(base, ()), f"base {base}")) if base != 10 else "decimal"


@task(
    "number bases",
    "arithmetic_in_a_base",
    (
        "in {base}, {what_is} {e}",
        "in {base}, <calculate|compute|work out|evaluate> {e}",
        "{calc} {e} in {base}",
        "what is {e} in {base}",
        "{e} in {base}",
        "{e}, <all in|everything in|numbers in> {base}",
        "{find} {e} <where|if> all numbers are <written |given |>in {base}",
        "{must_find} {e} in {base}",
        "{wonder} what {e} is in {base}",
        "working in {base}, {what_is} {e}",
        "the numbers are <written|given> in {base}: {e}. {result_q}",
        "let x = {x} and y = {y} be numbers in {base}. {what_is} x {sign} y in {base}",
        "{x} and {y} are numbers in {base}. {find} {e} in {base}",
        "<add|subtract|multiply|calculate> in {base}: {e}",
        "use {base}: {e}",
        "{base}: {e} = ?",
        "{e} = ? ({base})",
        "how do <i|you> {calc} {e} in {base}",
        "{someone} calculates {e} in {base}. {result_q}",
        "<give|write> the result of {e} in {base}, where both numbers are in {base}",
        "do the calculation {e} in {base}",
        "numbers and answer in {base}: {e}",
    ),
    ("counting in {base}, how much does {e} make",),
    constants=(1, 2, 8, 16, "0123456789"),
)
def arithmetic_in_a_base(rng: Random) -> Instance:
    base = rng.choice((2, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16))
    sign = rng.choice("++-*")
    m, n = sorted((rng.randint(2, 40 if sign == "*" else rng.choice((60, 900))) for _ in range(2)), reverse=True)
    if m == n:
        m += 1
    x, y = numeral(m, base), numeral(n, base)
    shown = rng.choice(("*", "×")) if sign == "*" else sign
    return Instance(
        {"e": f"{x} {shown} {y}", "x": x, "y": y, "sign": shown, "base": phrased(_base_name(rng, base))},
        steps(
            f"We read both numbers in base {base}, compute, and write the result in that base.",
            f"from sympy.ntheory import digits\nn = int('{x}', {base}) {sign} int('{y}', {base})\n"
            f"''.join('0123456789ABCDEF'[d] for d in digits(n, {base})[1:])",
            boxed("The result is"),
        ),
    )


@task(
    "number theory",
    "common_denominator",
    (
        "{find} the <least|lowest|smallest> common denominator of {list}",
        "<least|lowest|smallest> common denominator of {list}",
        "<lcd|LCD> of {list}",
        "{must_find} the <least|lowest|smallest> common denominator of {list}",
        "{wonder} what the <least|lowest|smallest> common denominator of {list} is",
        "the fractions are {list}. {what_is} their <least|lowest|smallest> common denominator",
        "given the fractions {list}, {what_is} the <least|lowest|smallest> common denominator",
        "let d be the <least|lowest|smallest> common denominator of {list}. {what_is} d",
        "which is the <least|lowest|smallest> common denominator for {list}",
        "what <denominator|common denominator> <do i|should i|do you> use to add {list}, as small as possible",
        "to add {list}, which <least|lowest|smallest> common denominator <is needed|do i need>",
        "to compare {list}, {find} the <least|lowest|smallest> common denominator",
        "what is the <smallest|least> number that all denominators of {list} divide",
        "{list}: <least|lowest|smallest> common denominator",
        "{find} the <least|lowest|smallest> denominator that {list} can all be written with",
        "<bring|put> {list} over <one|a common> denominator. what is the <smallest|least> one possible",
        "before adding {list}, we need the <least|lowest|smallest> common denominator. {what_is} it",
        "what is the <lcd|LCD|least common denominator> for {list}",
        "<calculate|compute|work out|determine> the <least|lowest|smallest> common denominator of {list}",
        "{someone} adds {list}. what is the <smallest|least> common denominator",
        "how large is the <least|lowest|smallest> common denominator of {list}",
        *noun_frames(
            "<least common denominator|lowest common denominator|smallest common denominator>",
            "<{list}|the fractions {list}>",
            several=True,
        ),
    ),
    ("over which smallest shared denominator can {list} be rewritten",),
)
def common_denominator(rng: Random) -> Instance:
    parts: list[str] = []
    below: list[str] = []
    while len(parts) < rng.choice((2, 2, 3)):
        q = rng.randint(2, rng.choice((12, 30, 60)))
        p = rng.choice([k for k in range(1, 3 * q) if common(k, q) == 1])
        parts.append(f"{rng.choice(('', '', '-'))}{p}/{q}")
        below.append(str(q))
    return Instance(
        {"list": phrased(f"{', '.join(parts[:-1])} and {parts[-1]}")},
        steps(
            "The least common denominator is the lcm of the denominators.",
            f"from math import lcm\nlcm({', '.join(below)})",
            boxed("The least common denominator is"),
        ),
    )


@task(
    "number theory",
    "distinct_prime_factors",
    (
        "{find_them} <distinct|different> prime factors of {n}",
        "{find_them} <distinct|different> <primes|prime numbers> that divide {n}",
        "<which|what> <primes|prime numbers> divide {n}",
        "<which|what> <primes|prime numbers> are <divisors|factors> of {n}",
        "<which|what> <primes|prime numbers> go into {n} [evenly|without remainder]",
        "<distinct|different> prime factors of {n}",
        "<distinct|different> prime <divisors|factors> of {n}, each <listed |written |>once",
        "list each prime factor of {n} once",
        "list the prime <factors|divisors> of {n} without <repeats|repetition>",
        "<find|list|give> every prime that divides {n}",
        "{must_find} the <distinct|different> prime factors of {n}",
        "{wonder} which primes divide {n}",
        "let n = {n}. <list|find|what are> the <distinct|different> prime factors of n",
        "the number is {n}. which primes divide it",
        "given {n}, <list|find> its <distinct|different> prime <factors|divisors>",
        "{n}: which primes divide it",
        "by which <primes|prime numbers> is {n} divisible",
        "{n} is divisible by which <primes|prime numbers>",
        "<factor|factorise> {n}. which <different|distinct> primes <appear|occur|do you find>",
        "the set of <primes|prime numbers> dividing {n}",
        "which prime numbers appear in the factorization of {n}",
        "{someone} divides {n} by primes. which primes go into it without remainder",
        "<can you|please|could you> <list|find|give me> the <distinct|different> prime <factors|divisors> of {n}",
        "if n = {n}, <which primes divide n|what are the different prime factors of n|what are the distinct "
        "prime divisors of n>",
        "{must_find} <all|the> <primes|prime numbers> that <divide|go into|are factors of> {n}",
        "{teacher} <asks for|wants> the <different|distinct> prime <factors|divisors> of {n}. <list them|which "
        "are they|what are they>",
        *noun_frames(
            "<distinct prime factors|different prime factors|different prime divisors>",
            "<{n}|the number {n}>",
            plural=True,
        ),
        *told_frames(
            "<the number is {n}|we have the number {n}|a number is {n}|somebody writes down {n}>",
            "<which primes divide it|what are its different prime factors|which prime numbers are in it>",
            "<which primes divide it|what its different prime factors are>",
            "<its different prime factors|the primes that divide it|its distinct prime divisors>",
        ),
    ),
    ("what prime divisors does {n} possess, if repeated ones are named only once",),
)
def distinct_prime_factors(rng: Random) -> Instance:
    n = rng.randint(4, 10 ** rng.randint(2, 5))
    return Instance(
        {"n": n},
        steps(
            "primefactors lists the primes that divide the number.",
            f"from sympy import primefactors\nprimefactors({n})",
            "The prime factors are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "number theory",
    "extreme_prime_factor",
    (
        "{find} the {most} prime <factor|divisor> of {n}",
        "{most} prime <factor|divisor> of {n}",
        "<which|what> is the {most} prime <factor|divisor> of {n}",
        "<which|what> is the {most} prime [number] that divides {n}",
        "{must_find} the {most} prime <factor|divisor> of {n}",
        "{wonder} what the {most} prime <factor|divisor> of {n} is",
        "let p be the {most} prime <factor|divisor> of {n}. {what_is} p",
        "if p is the {most} prime that divides {n}, {what_is} p",
        "of the prime factors of {n}, which is the {most}",
        "among the primes that divide {n}, <find|which is|name> the {most}",
        "the number is {n}. {what_is} its {most} prime factor",
        "given {n}, {what_is} the {most} prime that divides it",
        "{n}: {most} prime factor",
        "<factor|factorise> {n}. which prime is the {most}",
        "<find|calculate|determine> the {most} prime number that goes into {n}",
        "<which|what> prime is the {most} one that {n} is divisible by",
        "what is the {most} prime by which {n} can be divided",
        "{n} has <what|which> {most} prime factor",
        "how <large|big> is the {most} prime factor of {n}",
        "let n = {n}. {what_is} the {most} prime factor of n",
        "the {most} prime <factor|divisor> of {n} is what",
        "{someone} finds all prime factors of {n}. which one is the {most}",
        "<can you|please|could you> <find|give me|tell me> the {most} prime <factor|divisor> of {n}",
        "{teacher} <asks for|wants> the {most} prime <factor|divisor> of {n}. <which is it|what is it|find it>",
        "{wonder} which prime is the {most} that <divides|goes into> {n}",
        "{must_find} the {most} prime [number] that <divides|goes into|is a factor of> {n}",
        *noun_frames(
            "{most} prime <factor|divisor>",
            "<{n}|the number {n}>",
        ),
        *told_frames(
            "<the number is {n}|we have the number {n}|a number is {n}|somebody writes down {n}>",
            "<what is its {most} prime factor|which is the {most} prime that divides it>",
            "<what its {most} prime factor is|which prime dividing it is the {most}>",
            "<its {most} prime factor|the {most} prime that divides it>",
        ),
    ),
    ("{n} is broken into primes, so which of them is the {most}",),
)
def extreme_prime_factor(rng: Random) -> Instance:
    n = rng.randint(6, 10 ** rng.randint(2, 5))
    top = rng.random() < 0.5
    word = rng.choice(("largest", "biggest", "greatest", "highest") if top else ("smallest", "least", "lowest"))
    return Instance(
        {"n": n, "most": phrased(word)},
        steps(
            "We find the primes that divide the number.",
            f"from sympy import primefactors\n{'max' if top else 'min'}(primefactors({n}))",
            boxed(f"The {'largest' if top else 'smallest'} prime factor is"),
        ),
    )


@task(
    "number theory",
    "is_composite",
    (
        "is {n} <composite|a composite number>",
        "is {n} <composite|a composite number>, yes or no",
        "yes or no: is {n} <composite|a composite number>",
        "is the number {n} composite",
        "{wonder} <if|whether> {n} is <composite|a composite number>",
        "<check|test|decide|determine|find out> <if|whether> {n} is <composite|a composite number>",
        "let n = {n}. is n <composite|a composite number>",
        "suppose x is {n}. is x <composite|a composite number>",
        "the number is {n}. is it <composite|a composite number>",
        "given {n}, <say|decide|determine> <if|whether> it is composite",
        "{n}: is it composite",
        "{n}, composite or not",
        "does {n} count <among|as one of> the composite numbers",
        "can {n} be written as a product of two <smaller|smaller whole> numbers",
        "does {n} have <a divisor|a factor|divisors> other than 1 and itself",
        "has {n} got <a factor|factors> other than 1 and itself",
        "can {n} be <split|factored|factorised> into smaller factors",
        "would you call {n} <composite|a composite number>",
        "{someone} says {n} is composite. is that <right|true|correct>, yes or no",
        "is {n} composite or not",
        "is {n} a product of smaller numbers",
        "{wonder} <if|whether> the number {n} is <composite|a composite number|a product of smaller numbers>",
        "<can you|please|could you> <check|test|tell me|find out> <if|whether> {n} is <composite|a composite number>",
        "<i have to|i need to|help me|we must> <find out|check|decide> <if|whether> {n} is <composite|a "
        "composite number>",
        "if n = {n}, is n <composite|a composite number>",
        "is {n} <an example of|> a composite number",
        "{teacher} <asks|wants to know> <if|whether> {n} is <composite|a composite number>. is it",
        "<is it true|is it right|is it correct> that {n} is <composite|a composite number>, yes or no",
        "does {n} have more than two <divisors|factors>",
        "does {n} have <a divisor|a factor|divisors> besides 1 and {n}",
    ),
    ("may we name {n} a composite number",),
)
def is_composite(rng: Random) -> Instance:
    n = rng.randint(4, 10 ** rng.randint(2, 5)) | (rng.random() < 0.7)
    return Instance(
        {"n": n},
        steps(
            "A number above 1 is composite when it is not prime.",
            f"from sympy import isprime\n'no' if isprime({n}) else 'yes'",
            boxed("The answer is"),
        ),
    )


@task(
    "number theory",
    "coprime",
    (
        "are {a} and {b} <coprime|relatively prime|co-prime>",
        "is {a} <coprime|relatively prime> to {b}",
        "{wonder} <if|whether> {a} and {b} are <coprime|relatively prime>",
        "<check|test|decide|determine|find out> <if|whether> {a} and {b} are <coprime|relatively prime>",
        "are the numbers {a} and {b} <coprime|relatively prime>",
        "let m = {a} and n = {b}. are m and n <coprime|relatively prime>",
        "given {a} and {b}, <say|decide> whether they are <coprime|relatively prime>",
        "{a} and {b}: <coprime or not|are they coprime>",
        "the numbers are {a} and {b}. are they <coprime|relatively prime>",
        "do {a} and {b} have <no common factor|no common divisor> <except|other than|but> 1",
        "is 1 the only common <factor|divisor> of {a} and {b}",
        "is the <gcd|greatest common divisor|highest common factor> of {a} and {b} equal to 1",
        "is gcd({a}, {b}) = 1",
        "{someone} says {a} and {b} are <coprime|relatively prime>. are they",
        "yes or no: {a} and {b} are <coprime|relatively prime>",
        "is the fraction {a}/{b} in lowest terms",
        "is {a}/{b} already fully <simplified|reduced>",
        "are {a} and {b} without a common <factor|divisor> greater than 1",
        "is it <true|right> that {a} and {b} are <coprime|relatively prime>, yes or no",
        "{wonder} <if|whether> the numbers {a} and {b} are <coprime|relatively prime|without a common factor>",
        "<can you|please|could you> <check|test|tell me|find out> <if|whether> {a} and {b} are "
        "<coprime|relatively prime>",
        "<i have to|i need to|help me|we must> <find out|check|decide> <if|whether> {a} and {b} are "
        "<coprime|relatively prime>",
        "if m = {a} and n = {b}, are m and n <coprime|relatively prime|without a common factor>",
        "<use|with> the euclidean algorithm, <check|find out> <if|whether> {a} and {b} are <coprime|relatively prime>",
        "{teacher} <asks|wants to know> <if|whether> {a} and {b} are <coprime|relatively prime>. are they",
        "are {a} and {b} <relatively prime|coprime> <numbers|integers|to each other|or not>",
        "do {a} and {b} <share|have> no <factor|divisor> besides 1",
    ),
    ("besides 1, is there nothing that goes into both {a} and {b}",),
    constants=(1,),
)
def coprime(rng: Random) -> Instance:
    a, b = rng.sample(range(4, rng.choice((40, 200, 900))), 2)
    return Instance(
        {"a": a, "b": b},
        steps(
            "Numbers are coprime when their greatest common divisor is 1.",
            f"from math import gcd\n'yes' if gcd({a}, {b}) == 1 else 'no'",
            boxed("The answer is"),
        ),
    )


@task(
    "number theory",
    "first_multiples",
    (
        "{find_them} first {k} multiples of {n}",
        "<list|write down|give|name|state> the first {k} <positive |>multiples of {n}",
        "what are the first {k} <positive |>multiples of {n}",
        "first {k} multiples of {n}",
        "{must_find} the first {k} multiples of {n}",
        "{wonder} what the first {k} multiples of {n} are",
        "the number is {n}. <list|give> its first {k} multiples",
        "let n = {n}. <list|give|what are> the first {k} multiples of n",
        "count in steps of {n}, starting with {n}. which are the first {k} numbers",
        "count up by {n} from {n}: give {k} numbers",
        "give {k} multiples of {n}, beginning with {n} itself",
        "beginning with {n}, list {k} multiples of {n}",
        "write the {n} times table up to {k} times {n}",
        "the {n} times table, first {k} <results|numbers|entries>",
        "which numbers are the first {k} in the {n} times table",
        "{n}: first {k} multiples",
        "the <smallest|lowest> {k} positive multiples of {n}",
        "what are the {k} smallest positive multiples of {n}",
        "{someone} counts in {n}s from {n}. what are the first {k} numbers",
        "multiply {n} by 1, 2, 3 and so on up to {k}. list the results",
        "<can you|please|could you> <list|write down|give> the first {k} multiples of {n}",
        "{wonder} which numbers are the first {k} multiples of {n}",
        "starting <with|at|from> {n}, <list|write|give|name> the first {k} <multiples of {n}|numbers in the {n} "
        "times table>",
        "<find|list|write down> the {k} <smallest|lowest> <positive |>multiples of {n}",
        "how do <i|you> <find|list|get> the first {k} multiples of {n}",
        "which are the first {k} <positive |>multiples of <the number |>{n}",
        "{teacher} <asks for|wants> the first {k} multiples of {n}. <list them|which are they|what are they>",
        "if you count in steps of {n}, what are the first {k} numbers <after 0|after zero>",
        "{k} multiples of {n} are <wanted|needed|asked for>, from {n} on. <list them|which are they|give them>",
        "skip count by {n} from {n}. <give|list|what are> the first {k} numbers",
        *told_frames(
            "<somebody counts in steps of {n} starting with {n}|we write down the times "
            "table of {n}|the numbers are multiples of {n}>",
            "<which are the first {k}|what are the first {k} numbers|which {k} numbers come first>",
            "<which are the first {k}|what the first {k} numbers are>",
            "<the first {k} of them|the first {k} multiples|{k} multiples from the start>",
            "<number {n}, {k} multiples|{k} multiples, {n}>",
        ),
    ),
    ("skip counting by {n}, which {k} numbers come first when {n} is the start",),
    constants=(1,),
)
def first_multiples(rng: Random) -> Instance:
    n, k = rng.randint(2, 60), rng.randint(3, 10)
    return Instance(
        {"n": n, "k": word_or_digits(rng, k)},
        steps(
            "We multiply by 1, 2, 3 and so on.",
            f"[{n}*i for i in range(1, {k} + 1)]",
            "The multiples are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


def _definition(rng: Random) -> tuple[str, str, str]:
    """A number in words, the import it needs and its code."""
    a, b = rng.randint(4, 90), rng.randint(3, 60)
    n, m = rng.randint(2, 15), rng.randint(2, 5)
    large = rng.randint(50, 900)
    while large % b == 0:
        large += 1
    return rng.choice(
        (
            (f"the <gcd|greatest common divisor|highest common factor> of {a * n} and {b * n}", "from math import gcd",
             f"gcd({a * n}, {b * n})"),
            (f"the <lcm|least common multiple|lowest common multiple> of {a} and {b}", "from math import lcm",
             f"lcm({a}, {b})"),
            (f"the product of {a} and {b}", "", f"{a}*{b}"),
            (f"{a} times {b}", "", f"{a}*{b}"),
            (f"the sum of {a} and {b}", "", f"{a} + {b}"),
            (f"{a} plus {b}", "", f"{a} + {b}"),
            (f"the difference of {a + b} and {b}", "", f"{a + b} - {b}"),
            (f"{n} to the power <of |>{m}", "", f"{n}**{m}"),
            (f"the <remainder|rest> when {large} is divided by {b}", "", f"{large} % {b}"),
            (f"the remainder of {large} divided by {b}", "", f"{large} % {b}"),
            (f"the {nth(a)} prime [number]", "from sympy import prime", f"prime({a})"),
            (f"the next prime after {a * n}", "from sympy import nextprime", f"nextprime({a * n})"),
            (f"the number of divisors of {a * n}", "from sympy import divisor_count", f"divisor_count({a * n})"),
            (f"the sum of the divisors of {a}", "from sympy import divisor_sigma", f"divisor_sigma({a})"),
            (f"{a} more than the product of {n} and {b}", "", f"{n}*{b} + {a}"),
            (f"the quotient of {a * n} and {n}", "", f"{a * n}//{n}"),
        )
    )  # fmt: skip


def _use(rng: Random, v: str) -> tuple[tuple[str, ...], str, str]:
    """Questions about the number `@`, the import they need and their code for the name `v`."""
    k = rng.randint(2, 30)
    return rng.choice(
        (
            (("<what is|find|give> the <units|ones> digit of @", "<which|what> digit is in the <units|ones> place of @",
              "what is the last digit of @"), "", f"{v} % 10"),
            (("<what is|find|give> the tens digit of @", "<which|what> digit is in the tens place of @"), "",
             f"{v}//10 % 10"),
            ((f"<what is|find|calculate> the remainder when @ is divided by {k}",
              f"<what is|find> the remainder of @ divided by {k}", f"what is @ modulo {k}"), "", f"{v} % {k}"),
            (("is @ <prime|a prime number>", "<check|determine|say> <if|whether> @ is <prime|a prime number>"),
             "from sympy import isprime", f"'yes' if isprime({v}) else 'no'"),
            ((f"is @ <divisible by|a multiple of> {k}", f"does {k} divide @", f"is {k} a <factor|divisor> of @"), "",
             f"'yes' if {v} % {k} == 0 else 'no'"),
            (("how many <divisors|factors> does @ have", "<what is|find> the number of <divisors|factors> of @"),
             "from sympy import divisor_count", f"divisor_count({v})"),
            (("<what is|find|calculate> the square of @", "what is @ squared"), "", f"{v}**2"),
            ((f"<what is|find|calculate> {k} times @", f"multiply @ by {k}"), "", f"{k}*{v}"),
            ((f"<what is|find> the sum of @ and {k}", f"add {k} to @", f"what is {k} more than @"), "", f"{v} + {k}"),
            (("<what is|find> the digit sum of @", "<what is|find> the sum of the digits of @"), "",
             f"sum(int(digit) for digit in str({v}))"),
            ((f"what is the <greatest|highest> common <divisor|factor> of @ and {k}", f"<find|calculate> the gcd of @ "
              f"and {k}"), "from math import gcd", f"gcd({v}, {k})"),
            ((f"what is the <least|lowest> common multiple of @ and {k}", f"<find|calculate> the lcm of @ and {k}"),
             "from math import lcm", f"lcm({v}, {k})"),
        )
    )  # fmt: skip


# a number is defined (or named) in one sentence and used in the next
DEFINED_THEN_USED = (
    "let {v} be {d}. {use}",
    "let {v} = {d}. {use}",
    "suppose {v} is {d}. {use}",
    "suppose that {v} is {d}. {use}",
    "{v} is {d}. {use}",
    "{v} stands for {d}. {use}",
    "define {v} as {d}. {use}",
    "say {v} is {d}. {use}",
    "if {v} is {d}, {use}",
    "if {v} denotes {d}, {use}",
    "<given that|knowing that|assuming> {v} is {d}, {use}",
    "we write {v} for {d}. {use}",
    "<calculate|compute|find> {d} and call it {v}. {use}",
    "<first|first of all> <find|calculate|compute> {v}, {d}. then: {use}",
    "{v} equals {d}. {use}",
    "{use} where {v} is {d}",
    "{use} if {v} is {d}",
    "with {v} being {d}, {use}",
    "{someone} calls {d} {v}. {use}",
    "{direct}",
    "{direct}",
    "{direct}",
    "{wonder}: {direct}",
    "{teacher} asks: {direct}",
    "{teacher} <defines|introduces> {v} as {d}. {use}",
    "<now|here> {v} is {d}. {use}",
    "in the following, {v} is {d}. {use}",
    "the <letter|variable|symbol|name> {v} <stands for|represents|means> {d}. {use}",
    "<take|consider|look at> the number {v}, {d}. {use}",
    "a number {v} is given: it is {d}. {use}",
    "{someone} computes {d} and <calls it|names it|writes it as> {v}. {use}",
    "{use} when {v} is {d}",
    "suppose {v} <equals|is equal to|is> {d}. {use}",
    "first find {v}, which is {d}. then: {use}",
)


@task(
    "number theory",
    "number_in_two_steps",
    DEFINED_THEN_USED,
    ("here {v} means {d}, and the question is this: {use}", "call {d} by the letter {v} and then {use}"),
    constants=(0, 2, 10),
    weight=2.0,
)
def number_in_two_steps(rng: Random) -> Instance:
    v = rng.choice("abcdghjkmnpqrstuvwxyz")
    d, d_import, d_code = _definition(rng)
    uses, use_import, use_code = _use(rng, v)
    asked = rng.choice(uses)
    slots: dict[str, Slot] = {
        "v": v,
        "d": phrased(d),
        "use": phrased(asked.replace("@", v)),
    }
    # "the square of 3 plus 4" and "the gcd of the sum of 3 and 4 and 5" would be ambiguous
    if d.startswith("the ") and re.search("@($| is | have| by | <)", asked):
        slots["direct"] = phrased(asked.replace("@", d))
    named = "\n".join(line for line in (d_import, f"{v} = {d_code}", v) if line)
    end = boxed("The answer is")
    if rng.random() < 0.4:
        last = "\n".join(line for line in (use_import, use_code) if line)
        return Instance(slots, steps("We compute the number first.", named, "Now the question about it.", last, end))
    imports = dict.fromkeys(line for line in (d_import, use_import) if line)
    code = "\n".join((*imports, f"{v} = {d_code}", use_code))
    return Instance(slots, steps("We name the number, then answer the question about it.", code, end))
