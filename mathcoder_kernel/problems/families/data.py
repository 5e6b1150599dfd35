"""Statistics of a list of numbers."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import boxed, decimal, people, phrased, rounded, steps


def _numbers(rng: Random, low: int = 3, high: int = 10, decimals: float = 0.12) -> tuple[str, str]:
    """A list as code and as a student types it."""
    count = rng.randint(low, high)
    top = rng.choice((10, 20, 100))
    if rng.random() < decimals:
        items = [decimal(rng, 0, top, 1) for _ in range(count)]
    else:
        items = [str(rng.randint(0 if rng.random() < 0.9 else -top, top)) for _ in range(count)]
    code = ", ".join(items)
    kind = rng.random()
    if kind < 0.45:
        return code, code
    if kind < 0.75:
        return code, f"{', '.join(items[:-1])} and {items[-1]}"
    if kind < 0.85:
        return code, " ".join(items)
    if kind < 0.95:
        return code, f"[{code}]"
    return code, "{" + code + "}"


def _asks(*names: str) -> tuple[str, ...]:
    word = f"<{'|'.join(names)}>"
    return (
        f"{{find}} the {word} of {{list}}",
        f"{word} of {{list}}",
        f"{{find}} the {word} of <these numbers|the numbers|the list|the data|the data set|the following numbers|the "
        f"values>[:] {{list}}",
        f"<for|given> <the numbers|the data|the list|the values> {{list}}, {{find}} the {word}",
        f"{{list}}: {word}",
        f"the numbers are {{list}}. {{find}} the {word}",
        f"<here are some numbers|data|numbers>: {{list}}. {{find}} the {word}",
        f"what {word} do {{list}} have",
        f"<a class has|someone measured|a student wrote down> the values {{list}}. {{find}} the {word}",
    )


def _held(name: str) -> tuple[str, ...]:
    return (
        f"taking {{list}} as a sample of values, how big is the {name}",
        f"{{list}} are given; the {name} is wanted",
    )


_STORY_MEAN = (
    "{name} <got|scored> {list} <points|marks|points in tests>. what is {his} <average|mean|average score>",
    "{name}'s <marks|scores|grades> are {list}. {find} {his} <average|mean>",
    "the temperatures were {list} degrees. {find} the <average|mean> temperature",
    "the <ages|heights|weights> are {list}. {find} the <average|mean>",
    "on average, how much is {list}",
)


@task(
    "statistics",
    "mean",
    (*_asks("mean", "average", "arithmetic mean", "mean value", "average value"), *_STORY_MEAN),
    _held("average"),
    weight=1.3,
)
def mean(rng: Random) -> Instance:
    code, shown = _numbers(rng)
    (person,) = people(rng, 1)
    return Instance(
        {"list": shown, "items": code, "name": person.name, "his": phrased(person.his)},
        steps(
            "The mean is the sum divided by the number of values.",
            f"data = [{code}]\nmean = sum(data)/len(data)\n{rounded('mean')}",
            boxed("The mean is"),
        ),
    )


@task("statistics", "median", _asks("median", "median", "middle value", "median value"), _held("median"))
def median(rng: Random) -> Instance:
    code, shown = _numbers(rng)
    return Instance(
        {"list": shown, "items": code},
        steps(
            "The median is the middle of the sorted values.",
            f"from statistics import median\nf'{{median([{code}]):.10g}}'",
            boxed("The median is"),
        ),
    )


@task(
    "statistics",
    "mode",
    (
        *_asks("mode", "mode", "most common value", "most frequent value"),
        "which number <occurs|appears> most often in {list}",
    ),
    _held("mode"),
)
def mode(rng: Random) -> Instance:
    values = [rng.randint(0, 30) for _ in range(rng.randint(3, 7))]
    values += [values[0]] * rng.randint(1, 2)
    if rng.random() < 0.3:
        values += [values[1]] * (values.count(values[0]) - values.count(values[1]))
    rng.shuffle(values)
    code = ", ".join(map(str, values))
    shown = code if rng.random() < 0.6 else f"{', '.join(map(str, values[:-1]))} and {values[-1]}"
    return Instance(
        {"list": shown, "items": code},
        steps(
            "multimode gives every most common value.",
            f"from statistics import multimode\nmultimode([{code}])",
            "The mode is $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "statistics",
    "range",
    (*_asks("range", "spread"), "{find} the difference between the largest and the smallest of {list}"),
    _held("range"),
)
def value_range(rng: Random) -> Instance:
    code, shown = _numbers(rng, decimals=0)
    return Instance(
        {"list": shown, "items": code},
        steps(
            "The range is the largest value less the smallest.",
            f"data = [{code}]\nmax(data) - min(data)",
            boxed("The range is"),
        ),
    )


@task(
    "statistics",
    "maximum",
    _asks("maximum", "largest number", "largest value", "biggest number", "highest value", "greatest number"),
    _held("largest one"),
)
def maximum(rng: Random) -> Instance:
    code, shown = _numbers(rng)
    return Instance(
        {"list": shown, "items": code}, steps("max finds the largest.", f"max({code})", boxed("The largest is"))
    )


@task(
    "statistics",
    "minimum",
    _asks("minimum", "smallest number", "smallest value", "lowest value", "least value"),
    _held("smallest one"),
)
def minimum(rng: Random) -> Instance:
    code, shown = _numbers(rng)
    return Instance(
        {"list": shown, "items": code}, steps("min finds the smallest.", f"min({code})", boxed("The smallest is"))
    )


@task(
    "statistics",
    "standard_deviation",
    _asks("standard deviation", "population standard deviation", "std dev", "standard deviation"),
    _held("standard deviation"),
    constants=(4,),
)
def deviation(rng: Random) -> Instance:
    code, shown = _numbers(rng, 3, 8)
    return Instance(
        {"list": shown, "items": code},
        steps(
            "pstdev gives the standard deviation of all values.",
            f"from statistics import pstdev\n{rounded(f'pstdev([{code}])', 4)}",
            boxed("The standard deviation is"),
        ),
    )


@task(
    "statistics",
    "sample_standard_deviation",
    _asks("sample standard deviation", "sample std"),
    _held("sample standard deviation"),
    constants=(4,),
)
def sample_deviation(rng: Random) -> Instance:
    code, shown = _numbers(rng, 3, 8)
    return Instance(
        {"list": shown, "items": code},
        steps(
            "stdev gives the standard deviation of a sample.",
            f"from statistics import stdev\n{rounded(f'stdev([{code}])', 4)}",
            boxed("The sample standard deviation is"),
        ),
    )


@task("statistics", "variance", _asks("variance", "population variance", "variance"), _held("variance"), constants=(4,))
def variance(rng: Random) -> Instance:
    code, shown = _numbers(rng, 3, 8)
    return Instance(
        {"list": shown, "items": code},
        steps(
            "pvariance gives the variance of all values.",
            f"from statistics import pvariance\n{rounded(f'pvariance([{code}])', 4)}",
            boxed("The variance is"),
        ),
    )


@task("statistics", "sample_variance", _asks("sample variance"), _held("sample variance"), constants=(4,))
def sample_variance(rng: Random) -> Instance:
    code, shown = _numbers(rng, 3, 8)
    return Instance(
        {"list": shown, "items": code},
        steps(
            "variance gives the variance of a sample.",
            f"from statistics import variance\n{rounded(f'variance([{code}])', 4)}",
            boxed("The sample variance is"),
        ),
    )


@task(
    "statistics",
    "mean_and_median",
    _asks("mean and median", "mean and the median", "average and median"),
    _held("mean together with the median"),
)
def mean_and_median(rng: Random) -> Instance:
    code, shown = _numbers(rng, decimals=0)
    return Instance(
        {"list": shown, "items": code},
        steps(
            "We compute both with the statistics module.",
            f"from statistics import mean, median\ndata = [{code}]\nf'mean {{round(mean(data), 2):.10g}}, median "
            f"{{median(data):.10g}}'",
            "We get $\\boxed{⟨⟩}$.",
        ),
    )


@task(
    "statistics",
    "missing_value_for_mean",
    (
        "the <mean|average> of {list} and x is {m}. <find x|what is x>",
        "{name} <scored|got> {list} points. what <must {he} score|does {he} need> [next] for an average of {m}",
        "what number must be added to the list {list} so that the <mean|average> is {m}",
        "the <average|mean> of {k} numbers is {m}. <the others are|all but one are> {list}. find the missing number",
        "{find} the missing number if the mean of {list} and one more number is {m}",
    ),
    ("one more value joins {list}, and the average becomes {m}. which value is it",),
    constants=(1,),
)
def missing_value(rng: Random) -> Instance:
    values = [rng.randint(1, 60) for _ in range(rng.randint(2, 5))]
    m = sum(values) // len(values) + rng.randint(1, 5)
    code = ", ".join(map(str, values))
    (person,) = people(rng, 1)
    return Instance(
        {"list": code, "m": m, "k": len(values) + 1, "name": person.name, "he": phrased(person.he)},
        steps(
            "The sum must be the mean times the number of values.",
            f"data = [{code}]\nmean = {m}\nmean*(len(data) + 1) - sum(data)",
            boxed("The missing value is"),
        ),
    )


@task(
    "statistics",
    "weighted_mean",
    (
        "{find} the weighted <mean|average> of {list} with weights {weights}",
        "weighted <mean|average>: values {list}, weights {weights}",
        "the values {list} have the weights {weights}. {find} the weighted <mean|average>",
        "with weights {weights}, {find} the weighted average of {list}",
        "values {list} and weights {weights}, weighted mean",
        "{find} the weighted average: values {list}, weights {weights}",
        "what is the mean of {list} weighted by {weights}",
    ),
    ("average {list}, counting them {weights} times respectively",),
)
def weighted_mean(rng: Random) -> Instance:
    k = rng.randint(2, 4)
    values, weights = [rng.randint(1, 100) for _ in range(k)], [rng.randint(1, 6) for _ in range(k)]
    v, w = ", ".join(map(str, values)), ", ".join(map(str, weights))
    return Instance(
        {"list": v, "weights": w},
        steps(
            "We divide the weighted sum by the sum of the weights.",
            f"values = [{v}]\nweights = [{w}]\nweighted_sum = sum(v*w for v, w in zip(values, "
            f"weights))\n{rounded('weighted_sum/sum(weights)')}",
            boxed("The weighted mean is"),
        ),
    )
