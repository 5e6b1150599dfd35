"""Statistics of a list of numbers."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import noun_frames, told_frames
from mathcoder_kernel.problems.story import boxed, decimal, people, phrased, rounded, steps, tidy


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
    """Ways to ask for a statistic of a list; none says "sample", which would change deviation and variance."""
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
        f"{{must_find}} the {word} of <the numbers|the values|these values|> {{list}}",
        f"{{wonder}} what the {word} of {{list}} is",
        f"what is the {word} of <the|this|the following> {{data}}[:] {{list}}",
        f"<the|our|my|your> <data set|list|set of values> <is|consists of> {{list}}. <what is|{{find}}> "
        f"<its|the> {word}",
        f"{{having}} the {{data}} {{list}}, {{find}} the {word}",
        f"if the <numbers|values|scores|measurements|results> are {{list}}, what is the {word}",
        f"if a <table|data set|list> <consists of|contains|has> the values {{list}}, {{find}} <the|its> {word}",
        f"{{someone}} {{noted}} the values {{list}}. {{find}} the {word}",
        f"{{someone}} {{noted}} {{list}}. what is the {word} of these <numbers|values|results>",
        f"{{list}} <are|were> the results <of a test|of an experiment|of a survey|of a measurement>. {{find}} "
        f"the {word}",
        f"a <survey|test|experiment|study> gave <the values|the results|> {{list}}. <what is|{{find}}> the "
        f"{word} <of these values|of the results|>",
        f"<look at|consider|take> the <numbers|values|data> {{list}}. <what is|{{find}}> <their|the> {word}",
        f"{word}: {{list}}",
        f"{word} of the <numbers|values|following data|list|data set>[:] {{list}}",
        f"the {word} of {{list}} is <what|which number>",
        f"which {word} do <the numbers|the values|the data> {{list}} have",
        f"<in|for> the <list|data set> {{list}}, what is the {word}",
        f"{{list}}. what is the {word} of these <numbers|values|data>",
        f"{{list}} - {{find}} the {word}",
        f"<numbers|values|scores|data points|observations>: {{list}}. <what is|{{find}}> the {word}",
        f"the <daily temperatures|ages|heights|weights|prices|points|waiting times|rainfalls> <are|were> "
        f"{{list}}. {{find}} the {word}",
        f"the <players|students|runners|children|teams> got {{list}} points. what is the {word} [of the points]",
        f"calculate {word} of {{list}}",
        f"<determine|work out> the {word} from the <data|values|numbers> {{list}}",
        *noun_frames(word, "<the values |the numbers |the data |>{list}", several=True, without=("is given", "wanted")),
        *told_frames(
            "<the values are {list}|the numbers are {list}|somebody noted {list}|the results were {list}|"
            "a list reads {list}>",
            f"<what is the {word}|what {word} do they have|which number is the {word}>",
            f"<what the {word} is|what {word} they have>",
            f"<the {word}|their {word}|the {word} of these>",
            "<values {list}|data {list}|numbers {list}|{list}>",
        ),
    )


def _held(name: str) -> tuple[str, ...]:
    return (
        f"taking {{list}} as a sample of values, how big is the {name}",
        f"{{list}} are given; the {name} is wanted",
    )


_SAMPLES = (
    "a sample <consists of|contains|has> the values {list}. {find} its {statistic}",
    "{find} the {statistic} of the sample {list}",
    "what {statistic} has the sample {list}",
    "take {list} as a sample and {get} its {statistic}",
    "<sample|a sample>: {list}. {statistic}",
)


def _of_a_sample(name: str) -> tuple[str, ...]:
    return tuple(source.replace("{statistic}", name) for source in _SAMPLES)


_STORY_MEAN = (
    "{name} <got|scored> {list} <points|marks|points in tests>. what is {his} <average|mean|average score>",
    "{name}'s <marks|scores|grades> are {list}. {find} {his} <average|mean>",
    "the temperatures were {list} degrees. {find} the <average|mean> temperature",
    "the <ages|heights|weights> are {list}. {find} the <average|mean>",
    "on average, how much is {list}",
    "{name} <got|scored> {list} in <some tests|several games|the last matches>. how many points is that on average",
    "how <high|big|large> is the <mean|average> of {list}",
    "average out the <numbers|values> {list}",
    "<add|sum> the numbers {list} and divide by how many there are",
    "{list}: what is that on average",
    "in the last <days|weeks|months> a shop sold {list} <cakes|books|tickets>. how many is that on average",
    "{name} <ran {list} km|read {list} pages|slept {list} hours>. {find} {his} average",
    "the <bus|train> was {list} minutes late. how late was it on average",
    "<what is|find> {name}'s average <mark|score> if {his} <marks|scores> are {list}",
    "which single number could replace each of {list} without changing their sum",
)


@task(
    "statistics",
    "mean",
    (
        *_asks("mean", "average", "arithmetic mean", "mean value", "average value"),
        *_STORY_MEAN,
        *_of_a_sample("<mean|average>"),
    ),
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


_MEDIAN = (
    "<sort|order> {list} and give the <middle value|number in the middle|median>",
    "which <number|value> is in the middle of {list} <when sorted|after sorting|when they are put in order>",
    "what is the middle number of {list} if <they are sorted|you sort them|they are put in order>",
    "put the <numbers|values> {list} in order and <find|give|state|tell me> the median",
)


@task(
    "statistics",
    "median",
    (*_asks("median", "median", "middle value", "median value"), *_MEDIAN, *_of_a_sample("median")),
    _held("median"),
)
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
        "<what|which> <value|number> is the most <common|frequent> <in|among> {list}",
        "{find} the <number|value> that <occurs|appears|comes up> <most often|most frequently> in {list}",
        "{wonder} which number <occurs|appears> most often <in|among> {list}",
        "in {list}, <which|what> <value|number> is repeated most [often]",
        "<children|students|people> gave the answers {list}. which answer was the most <common|frequent>",
        "shoe sizes sold today: {list}. which size was sold most often",
        *_of_a_sample("mode"),
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
    (
        *_asks("range", "range", "range of values"),
        "{find} the difference between the {biggest} and the {littlest} <of|number in|value in> {list}",
        "how far <apart are|is it between> the {biggest} and the {littlest} of {list}",
        "by how much does the {biggest} of {list} exceed the {littlest}",
        "how <far|widely> do the values {list} spread from the {littlest} to the {biggest}",
        "subtract the {littlest} <number|value> from the {biggest} in {list}",
        "how much <larger|bigger> is the {biggest} than the {littlest} <of|among> {list}",
        *_of_a_sample("range"),
    ),
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


def _which_is(most: str, short: str) -> tuple[str, ...]:
    return (
        f"which [one] of {{list}} is the {most}",
        f"which <number|value> is the {most} <of|among|in|out of> {{list}}",
        f"<pick|choose|select> the {most} <of|from|among> {{list}}",
        f"{short} of {{list}}",
        f"what is the {most} <of|among> {{list}}",
        f"{{wonder}} which of {{list}} is the {most}",
        f"compare {{list}}. which is the {most}",
    )


@task(
    "statistics",
    "maximum",
    (
        *_asks("maximum", "largest number", "largest value", "biggest number", "highest value", "greatest number"),
        *_which_is("{biggest}", "max"),
        *_of_a_sample("largest value"),
    ),
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
    (
        *_asks("minimum", "smallest number", "smallest value", "lowest value", "least value"),
        *_which_is("{littlest}", "min"),
        *_of_a_sample("smallest value"),
    ),
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
    _asks("standard deviation", "population standard deviation", "std dev", "standard deviation", "sigma"),
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
    _asks("sample standard deviation", "sample std", "sample std dev", "standard deviation (sample)"),
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


@task(
    "statistics",
    "variance",
    _asks("variance", "population variance", "variance", "var"),
    _held("variance"),
    constants=(4,),
)
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


@task(
    "statistics",
    "sample_variance",
    _asks("sample variance", "variance (sample)", "unbiased variance"),
    _held("sample variance"),
    constants=(4,),
)
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
    _asks(
        "mean and median",
        "mean and the median",
        "average and median",
    ),
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
        "the numbers {list} and one unknown number have the <mean|average> {m}. {find} the unknown number",
        "<which|what> number must join the list {list} to <get|make> the <mean|average> {m}",
        "{list} and <one more number|a further value|another number> <have|give> <an average|a mean> of {m}. what is "
        "<the number|that number|this value>",
        "{name} has <scored|got> {list} in {his} <tests|exams> so far. {find} the <score|mark> {he} needs next for an "
        "average of {m}",
        "if the <mean|average> of {list} and n is {m}, what is n",
        "{k} <numbers|values> have the <mean|average> {m}. all except one are {list}. {find} the <missing|last> one",
        "the <mean|average> of {k} values is {m}, but one value is <missing|unreadable|lost>. the others are {list}. "
        "{find} it",
        "<given that|if|suppose|knowing that> the mean of {list} and y is {m}, {find} y",
        "{must_find} the number which, together with {list}, has the <mean|average> {m}",
        "{name} wants an average of {m} points. {his} results until now are {list}. what must the next result be",
        "what must the next <value|score|number> after {list} be so that the average is {m}",
        "{find} x if the <average|mean> of {list}, x is {m}",
        "mean({list}, x) = {m}. {find} x",
        "the temperatures {list} and that of one more day <average|have the mean> {m}. how <warm|high> was the last "
        "one",
        "{wonder} which number makes the <average|mean> of {list} equal to {m} when it is added to the list",
        *told_frames(
            "<the numbers {list} and x have the average {m}|the mean of {list} and one more"
            " number is {m}|{name} has {list} so far and wants an average of {m} with one "
            "more>",
            "<what is the missing number|which number is it|how large must the last one be>",
            "<which number is missing|how large the last one must be>",
            "<the missing number|the last number|the number that is not known>",
            "<{list}, x; mean {m}|numbers {list} and x, average {m}>",
        ),
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
        {
            "list": code,
            "m": m,
            "k": len(values) + 1,
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
        },
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
        "what is the weighted <mean|average> of <the values |the numbers |>{list} <with|using|for> <the |>weights "
        "{weights}",
        "{must_find} the weighted <mean|average> of {list} with the weights {weights}",
        "{wonder} what the weighted average of {list} with weights {weights} is",
        "{having} the values {list} and the weights {weights}, {find} the weighted <mean|average>",
        "if the values {list} have <the |>weights {weights}, what is <their|the> weighted <mean|average>",
        "the <marks|scores|grades> {list} count {weights} times. {find} the <final mark|weighted average|weighted "
        "mean>",
        "<marks|grades|prices|scores> {list}, weighted {weights}: {find} the <mean|average>",
        "{someone} has the marks {list} with weights {weights}. what is the weighted average",
        "{list} are weighted with {weights}. <what is|find> the weighted <mean|average>",
        "use the weights {weights} to <average|find the mean of> the values {list}",
        "weights {weights}, values {list}. {find} the weighted <mean|average>",
        "the weighted <mean|average> of {list} with weights {weights} is <what|how much>",
        "weight the numbers {list} by {weights} and <find|give|compute> their <mean|average>",
        *noun_frames("weighted <mean|average>", "the values {list} with the weights {weights}", several=True),
        *told_frames(
            "<the values {list} have the weights {weights}|the marks are {list} and count "
            "{weights}|{list} are weighted with {weights}>",
            "<what is the weighted mean|what is the weighted average|how large is the weighted mean>",
            "<what the weighted mean is|how large the weighted average is>",
            "<the weighted mean|the weighted average>",
            "<values {list}, weights {weights}|{list} with weights {weights}>",
        ),
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


@task(
    "statistics",
    "total_from_mean",
    (
        "the {average} of {n} numbers is {m}. {find} their <sum|total>",
        "what is the <sum|total> of {n} numbers <if|when> their {average} is {m}",
        "{n} {pupils} <scored|got> {m} points on average. how many points did they <score|get> {together}",
        "if the {average} of {n} <numbers|values> is {m}, what do they <add up to|sum to>",
        "{find} the <sum|total> of {n} <values|numbers> with {average} {m}",
        "on average each of {n} <boxes|bags|parcels> weighs {m} kg. how much do they weigh {together}",
        "{someone} <reads|writes> {m} pages a day on average. how many pages is that in {n} days",
        "{average} {m}, {n} values: {find} the sum",
        "a <team|player> scored {m} points per game on average in {n} games. {find} the total number of points",
        "<given that|if|suppose|knowing that> {n} numbers have the {average} {m}, {find} their sum",
        "{wonder} what {n} numbers with {average} {m} add up to",
        "how <large|big> is the sum of {n} numbers whose {average} is {m}",
        *noun_frames("<sum|total>", "{n} numbers with <mean|average> {m}", several=True),
        *told_frames(
            "<{n} numbers have the {average} {m}|the {average} is {m} and there are {n} "
            "numbers|the {average} of {n} values is {m}>",
            "<what is their sum|how much are they {together}|what do they add up to>",
            "<what their sum is|what they add up to>",
            "<their sum|the total of them|the sum of the numbers>",
            "<{average} {m}, {n} numbers|{n} values, {average} {m}>",
        ),
    ),
    ("{m} is what {n} values are on average; how much are all of them together",),
)
def total_from_mean(rng: Random) -> Instance:
    n, m = rng.randint(3, 40), str(rng.randint(2, 90)) if rng.random() < 0.7 else decimal(rng, 1, 60, 1)
    code = f"mean = {m}\ncount = {n}\n"
    return Instance(
        {"n": n, "m": m, "average": phrased("<mean|average>")},
        steps(
            "The sum is the mean times the number of values.",
            code + (tidy("mean*count") if "." in m else "mean*count"),
            boxed("The sum is"),
        ),
    )


@task(
    "statistics",
    "mean_of_frequencies",
    (
        "{table}. {find} the {average}",
        "in a <survey|test|count>, {table}. what is the {average}",
        "{find} the {average} if {table}",
        "if {table}, what is the {average}",
        "{find} the {average} from this frequency table: values {values}, frequencies {counts}",
        "the values {values} occur {counts} times <respectively|in this order>. {find} the {average}",
        "frequency table: values {values}, frequencies {counts}. {average}",
        "a table shows the values {values} with the frequencies {counts}. what is the {average}",
        "<given that|if|suppose|knowing that> {table}, {find} the {average}",
        "{must_find} the {average} when {table}",
        "{wonder} what the {average} is when {table}",
        "values: {values}. how often: {counts}. {find} the {average} of all values",
        *noun_frames("{average}", "the values {values} with the frequencies {counts}", several=True),
    ),
    ("counting {values} as often as {counts} says, how big is the {average}",),
)
def mean_of_frequencies(rng: Random) -> Instance:
    k = rng.randint(2, 4)
    values = sorted(rng.sample(range(0, 13), k))
    counts = [rng.randint(2, 15) for _ in range(k)]
    who = rng.choice(("students", "children", "families", "players", "people", "pupils"))
    what = rng.choice(("points", "books", "pets", "goals", "siblings", "tickets"))
    verb = rng.choice(("have", "got"))
    parts = [
        f"{count} {who if not i else ''} {verb} {value} {what}".replace("  ", " ")
        for i, (value, count) in enumerate(zip(values, counts, strict=True))
    ]
    v, c = ", ".join(map(str, values)), ", ".join(map(str, counts))
    return Instance(
        {
            "table": phrased(f"{', '.join(parts[:-1])} and {parts[-1]}"),
            "values": v,
            "counts": c,
            "average": phrased("<mean|average>"),
        },
        steps(
            "We divide the sum of all values by their number.",
            f"values = [{v}]\ncounts = [{c}]\ntotal = sum(v*c for v, c in zip(values, counts))\n"
            f"{rounded('total/sum(counts)')}",
            boxed("The mean is"),
        ),
    )


@task(
    "statistics",
    "combined_mean",
    (
        "a group of {a} {people} has the {average} {x}, another group of {b} the {average} {y}. {find} the "
        "{average} of "
        "all",
        "{a} {people} <have|got> {x} points on average and {b} others {y}. what is the {average} of all of them",
        "one class has {a} {people} with an {average_an} <score|mark> of {x}, the other {b} with an {average_an} "
        "of {y}. "
        "{find} the overall {average}",
        "the {average} of {a} numbers is {x} and the {average} of {b} other numbers is {y}. {find} the {average} "
        "of all "
        "numbers",
        "if {a} values have {average} {x} and {b} values have {average} {y}, what is the {average} of all values",
        "{find} the <overall|combined|total> {average} of two groups: {a} values with {average} {x}, {b} values with "
        "{average} {y}",
        "combine two samples of sizes {a} and {b} with <means|averages> {x} and {y}. what is the {average}",
        "{a} parcels weigh {x} kg on average, {b} other parcels {y} kg. {find} the {average} weight of all parcels",
        "{having} {a} numbers with {average} {x} and {b} numbers with {average} {y}, {find} the {average} of all "
        "together",
        "{must_find} the {average} of all {people} when {a} of them have {average} {x} and the other {b} have "
        "{average} {y}",
        *noun_frames(
            "<overall|common> {average}",
            "{a} values with {average} {x} and {b} values with {average} {y}",
            several=True,
        ),
        "two groups are pooled: {a} values with {average} {x} and {b} values with {average} {y}. {find} the {average} "
        "of all",
        "a pooled sample has {a} values with {average} {x} and {b} values with {average} {y}. what is its {average}",
        *told_frames(
            "<{a} {people} have the {average} {x} and {b} others have the {average} {y}|the"
            " {average} of {a} numbers is {x} and that of {b} more numbers is {y}>",
            "<what is the {average} of all|what do all have on average|how large is the overall {average}>",
            "<what the {average} of all is|how large the overall {average} is>",
            "<the {average} of all|the overall {average}|the combined {average}>",
            "{a} with {average} {x}, {b} with {average} {y}",
        ),
    ),
    ("pooling {a} values around {x} with {b} values around {y}, where does the common {average} lie",),
)
def combined_mean(rng: Random) -> Instance:
    a, b, x, y = rng.randint(3, 40), rng.randint(3, 40), rng.randint(5, 90), rng.randint(5, 90)
    return Instance(
        {
            "a": a,
            "b": b,
            "x": x,
            "y": y,
            "average": phrased("<mean|average>"),
            "average_an": phrased("average"),
            "people": phrased(rng.choice(("students", "children", "players", "girls", "boys", "runners"))),
        },
        steps(
            "We divide the sum of both groups by the number of all values.",
            f"total = {a}*{x} + {b}*{y}\ncount = {a} + {b}\n{rounded('total/count')}",
            boxed("The mean of all is"),
        ),
    )


@task(
    "statistics",
    "mean_absolute_deviation",
    _asks("mean absolute deviation", "average absolute deviation", "MAD", "mean deviation from the mean"),
    _held("mean absolute deviation"),
    weight=0.5,
)
def mean_absolute_deviation(rng: Random) -> Instance:
    code, shown = _numbers(rng, 3, 7, decimals=0)
    return Instance(
        {"list": shown, "items": code},
        steps(
            "We average the distances from the mean.",
            f"data = [{code}]\nmean = sum(data)/len(data)\n{rounded('sum(abs(x - mean) for x in data)/len(data)')}",
            boxed("The mean absolute deviation is"),
        ),
    )
