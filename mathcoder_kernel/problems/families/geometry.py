"""Geometry: plane figures, solids, angles, coordinates and right triangles."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import boxed, decimal, phrased, rounded, steps, tidy, with_article

_UNITS = ("cm", "cm", "m", "m", "mm", "km", "in", "ft", " cm", " m", " metres", " meters", " inches", "", "", "")


def _length(rng: Random, top: int = 40) -> str:
    return decimal(rng, 1, top, 1) if rng.random() < 0.2 else str(rng.randint(2, top))


def _asks(quantity: str, figure: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """Ways to ask for a quantity of a figure, crossed with the ways to say what is given."""
    said = f"<{'|'.join(given)}>"
    return (
        f"{{find}} the {quantity} of a {figure} with {said}",
        f"{quantity} of a {figure} with {said}",
        f"a {figure} has {said}. {{find}} {{its}} {quantity}",
        f"a {figure} has {said}. what is {{its}} {quantity}",
        f"{{find}} the {quantity} of a {figure} if it has {said}",
        f"{figure}, {said}: {{find}} the {quantity}",
        f"if a {figure} has {said}, {{find}} the {quantity}",
        f"how <large|big> is the {quantity} of a {figure} with {said}",
        f"{{given}} a {figure} with {said}, {{find}} {{its}} {quantity}",
        f"i have a {figure} with {said}. {{find}} the {quantity}",
    )


def _held(quantity: str, figure: str, given: str) -> tuple[str, ...]:
    return (
        f"with {given}, what {quantity} does a {figure} get",
        f"work with this {figure}: {given}. its {quantity}, please",
    )


def _figure(
    topic: str,
    name: str,
    quantity: str,
    figure: str,
    given: tuple[str, ...],
    variables: Mapping[str, str],
    formula: str,
    plan: str,
    *,
    power: int = 1,
    extra: tuple[str, ...] = (),
    constants: tuple[int, ...] = (),
    top: int = 40,
    measured: bool = True,
) -> None:
    """Registers the task of computing one quantity of a figure; `variables` maps slots to names in the code."""

    @task(
        topic, name, (*_asks(quantity, figure, given), *extra), _held(quantity, figure, given[0]), constants=constants
    )
    def build(rng: Random) -> Instance:
        unit = rng.choice(_UNITS) if measured else ""
        values = {slot: _length(rng, top) for slot in variables}
        typed: dict[str, str | int] = {slot: value + unit for slot, value in values.items()}
        typed |= {f"{slot}_value": value for slot, value in values.items()}
        bare = unit.strip()
        ending = "" if not bare else bare if power == 1 else f"{'square' if power == 2 else 'cubic'} {bare}"
        body = "\n".join(f"{variable} = {values[slot]}" for slot, variable in variables.items())
        whole = (
            all("." not in value for value in values.values())
            and "/" not in formula
            and "pi" not in formula
            and "sqrt" not in formula
            and "hypot" not in formula
        )
        lead = (
            f"from math import {', '.join(n for n in ('pi', 'sqrt', 'hypot') if n in formula)}\n"
            if any(n in formula for n in ("pi", "sqrt", "hypot"))
            else ""
        )
        shown = formula if whole else rounded(formula)
        short = quantity.split("|")[0].lstrip("<")
        return Instance(
            typed | {"its": phrased("its"), "variant": "whole" if whole else "rounded"},
            steps(plan, f"{lead}{body}\n{shown}", boxed(f"The {short} is", ending)),
        )


_figure(
    "geometry",
    "rectangle_area",
    "area",
    "rectangle",
    (
        "length {a} and width {b}",
        "sides {a} and {b}",
        "width {b} and length {a}",
        "sides of {a} and {b}",
        "a length of {a} and a width of {b}",
    ),
    {"a": "length", "b": "width"},
    "length*width",
    "The area is length times width.",
    power=2,
    extra=(
        "a room is {a} long and {b} wide. {find} the area",
        "{find} the area of a {a} by {b} rectangle",
        "{find} the area of a rectangle {a} by {b}",
        "a garden measures {a} by {b}. how large is its area",
        "a rectangular field is {b} wide and {a} long. what is its area",
    ),
)
_figure(
    "geometry",
    "rectangle_perimeter",
    "perimeter",
    "rectangle",
    ("length {a} and width {b}", "sides {a} and {b}", "width {b} and length {a}", "a length of {a} and a width of {b}"),
    {"a": "length", "b": "width"},
    "2*(length + width)",
    "The perimeter is twice the length plus the width.",
    constants=(2,),
    extra=(
        "a garden is {a} long and {b} wide. how much fence <is needed|do you need> to go around it",
        "{find} the perimeter of a {a} by {b} rectangle",
        "{find} the distance around a rectangle {a} by {b}",
        "a field is {a} by {b}. how long is a fence around it",
    ),
)
_figure(
    "geometry",
    "square_area",
    "area",
    "square",
    ("side {a}", "side length {a}", "sides of {a}", "sides of length {a}", "an edge of {a}"),
    {"a": "side"},
    "side**2",
    "The area is the side squared.",
    power=2,
    constants=(2,),
    extra=("the side of a square is {a}. {find} its area", "how large is a square with side {a}"),
)
_figure(
    "geometry",
    "square_perimeter",
    "perimeter",
    "square",
    ("side {a}", "side length {a}", "sides of {a}", "sides of length {a}"),
    {"a": "side"},
    "4*side",
    "The perimeter is four times the side.",
    constants=(4,),
    extra=("the side of a square is {a}. {find} its perimeter", "how far is it around a square with side {a}"),
)
_figure(
    "geometry",
    "triangle_area",
    "area",
    "triangle",
    ("base {a} and height {b}", "height {b} and base {a}", "a base of {a} and a height of {b}"),
    {"a": "base", "b": "height"},
    "base*height/2",
    "The area is half of base times height.",
    power=2,
    constants=(2,),
    extra=(
        "the base of a triangle is {a} and its height is {b}. {find} the area",
        "the height of a triangle is {b} and the base is {a}. {find} the area",
    ),
)
_figure(
    "geometry",
    "parallelogram_area",
    "area",
    "parallelogram",
    ("base {a} and height {b}", "height {b} and base {a}", "a base of {a} and a height of {b}"),
    {"a": "base", "b": "height"},
    "base*height",
    "The area is base times height.",
    power=2,
)
_figure(
    "geometry",
    "trapezoid_area",
    "area",
    "<trapezoid|trapezium>",
    (
        "parallel sides {a} and {b} and height {c}",
        "bases {a} and {b} and height {c}",
        "height {c} and parallel sides {a} and {b}",
    ),
    {"a": "a", "b": "b", "c": "height"},
    "(a + b)/2*height",
    "The area is the mean of the parallel sides times the height.",
    power=2,
    constants=(2,),
)
_figure(
    "geometry",
    "rhombus_area",
    "area",
    "rhombus",
    ("diagonals {a} and {b}", "diagonals of {a} and {b}"),
    {"a": "d1", "b": "d2"},
    "d1*d2/2",
    "The area is half of the product of the diagonals.",
    power=2,
    constants=(2,),
)
_figure(
    "geometry",
    "circle_area",
    "area",
    "circle",
    ("radius {a}", "a radius of {a}", "radius r = {a}"),
    {"a": "radius"},
    "pi*radius**2",
    "The area is pi times the radius squared.",
    power=2,
    constants=(2,),
    extra=("the radius of a circle is {a}. {find} its area", "how large is a circle with radius {a}"),
)
_figure(
    "geometry",
    "circle_area_from_diameter",
    "area",
    "circle",
    ("diameter {a}", "a diameter of {a}"),
    {"a": "diameter"},
    "pi*(diameter/2)**2",
    "The radius is half of the diameter, the area pi times its square.",
    power=2,
    constants=(2,),
    extra=("the diameter of a circle is {a}. {find} its area", "a round pizza is {a} across. {find} its area"),
)
_figure(
    "geometry",
    "circumference",
    "<circumference|circumference|perimeter>",
    "circle",
    ("radius {a}", "a radius of {a}", "radius r = {a}"),
    {"a": "radius"},
    "2*pi*radius",
    "The circumference is 2 pi times the radius.",
    constants=(2,),
    extra=("the radius of a circle is {a}. {find} its circumference", "how far is it around a circle with radius {a}"),
)
_figure(
    "geometry",
    "circumference_from_diameter",
    "<circumference|circumference|perimeter>",
    "circle",
    ("diameter {a}", "a diameter of {a}"),
    {"a": "diameter"},
    "pi*diameter",
    "The circumference is pi times the diameter.",
    extra=(
        "the diameter of a wheel is {a}. {find} its circumference",
        "how far does a wheel with diameter {a} roll in one turn",
    ),
)
_figure(
    "geometry",
    "box_volume",
    "volume",
    "<box|cuboid|rectangular prism>",
    (
        "length {a}, width {b} and height {c}",
        "edges {a}, {b} and {c}",
        "sides {a}, {b} and {c}",
        "dimensions {a}, {b}, {c}",
        "height {c}, length {a} and width {b}",
    ),
    {"a": "length", "b": "width", "c": "height"},
    "length*width*height",
    "The volume is length times width times height.",
    power=3,
    extra=(
        "a box is {a} long, {b} wide and {c} high. {find} its volume",
        "{find} the volume of a box {a} by {b} by {c}",
        "a tank measures {a} by {b} by {c}. what is its volume",
    ),
)
_figure(
    "geometry",
    "box_surface",
    "surface area",
    "<box|cuboid|rectangular prism>",
    ("length {a}, width {b} and height {c}", "edges {a}, {b} and {c}", "dimensions {a}, {b}, {c}"),
    {"a": "length", "b": "width", "c": "height"},
    "2*(length*width + length*height + width*height)",
    "The surface has three pairs of equal faces.",
    power=2,
    constants=(2,),
)
_figure(
    "geometry",
    "cube_volume",
    "volume",
    "cube",
    ("edge {a}", "side {a}", "side length {a}", "edges of {a}", "edge length {a}"),
    {"a": "edge"},
    "edge**3",
    "The volume is the edge cubed.",
    power=3,
    constants=(3,),
    top=25,
)
_figure(
    "geometry",
    "cube_surface",
    "surface area",
    "cube",
    ("edge {a}", "side {a}", "side length {a}", "edges of {a}"),
    {"a": "edge"},
    "6*edge**2",
    "A cube has six square faces.",
    power=2,
    constants=(6, 2),
)
_figure(
    "geometry",
    "cylinder_volume",
    "volume",
    "cylinder",
    ("radius {a} and height {b}", "height {b} and radius {a}", "a radius of {a} and a height of {b}"),
    {"a": "radius", "b": "height"},
    "pi*radius**2*height",
    "The volume is the base circle times the height.",
    power=3,
    constants=(2,),
)
_figure(
    "geometry",
    "cylinder_surface",
    "surface area",
    "cylinder",
    ("radius {a} and height {b}", "height {b} and radius {a}"),
    {"a": "radius", "b": "height"},
    "2*pi*radius*(radius + height)",
    "The surface is two circles and the side.",
    power=2,
    constants=(2,),
)
_figure(
    "geometry",
    "cone_volume",
    "volume",
    "cone",
    ("radius {a} and height {b}", "height {b} and radius {a}", "base radius {a} and height {b}"),
    {"a": "radius", "b": "height"},
    "pi*radius**2*height/3",
    "The volume is a third of base circle times height.",
    power=3,
    constants=(2, 3),
)
_figure(
    "geometry",
    "sphere_volume",
    "volume",
    "<sphere|sphere|ball>",
    ("radius {a}", "a radius of {a}"),
    {"a": "radius"},
    "4/3*pi*radius**3",
    "The volume is 4/3 pi times the radius cubed.",
    power=3,
    constants=(3, 4),
)
_figure(
    "geometry",
    "sphere_surface",
    "surface area",
    "<sphere|sphere|ball>",
    ("radius {a}", "a radius of {a}"),
    {"a": "radius"},
    "4*pi*radius**2",
    "The surface is 4 pi times the radius squared.",
    power=2,
    constants=(2, 4),
)
_figure(
    "geometry",
    "pyramid_volume",
    "volume",
    "square pyramid",
    ("base side {a} and height {b}", "height {b} and base side {a}"),
    {"a": "side", "b": "height"},
    "side**2*height/3",
    "The volume is a third of base area times height.",
    power=3,
    constants=(2, 3),
)
_figure(
    "geometry",
    "rectangle_diagonal",
    "diagonal",
    "rectangle",
    ("sides {a} and {b}", "length {a} and width {b}", "width {b} and length {a}"),
    {"a": "length", "b": "width"},
    "hypot(length, width)",
    "The diagonal follows from Pythagoras.",
)
_figure(
    "geometry",
    "square_side_from_area",
    "side",
    "square",
    ("area {a}", "an area of {a}"),
    {"a": "area"},
    "sqrt(area)",
    "The side is the square root of the area.",
    measured=False,
)
_figure(
    "geometry",
    "circle_radius_from_circumference",
    "radius",
    "circle",
    ("circumference {a}", "a circumference of {a}"),
    {"a": "circumference"},
    "circumference/(2*pi)",
    "The radius is the circumference divided by 2 pi.",
    constants=(2,),
)
_figure(
    "geometry",
    "diameter_to_radius",
    "radius",
    "circle",
    ("diameter {a}", "a diameter of {a}"),
    {"a": "diameter"},
    "diameter/2",
    "The radius is half of the diameter.",
    constants=(2,),
)


def _legs(rng: Random) -> tuple[str, str, str]:
    if rng.random() < 0.6:
        a, b, c = rng.choice(((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41)))
        k = rng.randint(1, 6)
        pair = [a * k, b * k]
        rng.shuffle(pair)
        return str(pair[0]), str(pair[1]), str(c * k)
    a, b = rng.randint(2, 20), rng.randint(2, 20)
    return str(a), str(b), str(max(a, b) + rng.randint(1, 12))


@task(
    "geometry",
    "hypotenuse",
    (
        "{find} the hypotenuse of a right triangle with legs {a} and {b}",
        "a right triangle has legs {a} and {b}. {find} the hypotenuse",
        "the legs of a right triangle are {a} and {b}. how long is the hypotenuse",
        "hypotenuse of a right triangle with legs {a} and {b}",
        "right triangle, legs {a} and {b}, {find} the <longest side|hypotenuse>",
        "how long is the hypotenuse if the legs are {a} and {b}",
        "use pythagoras: legs {a} and {b}. {find} the hypotenuse",
        "someone walks {a} east and then {b} north. how far <is that from the start|away from the start is that>",
        "how long is the third side of a right triangle whose two short sides are {a} and {b}",
    ),
    ("the two sides at the right angle measure {a} and {b}; what does the side opposite measure",),
    constants=(2,),
)
def hypotenuse(rng: Random) -> Instance:
    unit = rng.choice(("", "", " cm", " m", "cm", " km"))
    a, b, _ = _legs(rng)
    return Instance(
        {"a": a + unit, "b": b + unit, "x": a, "y": b},
        steps(
            "By Pythagoras the squares of the legs add up.",
            f"from sympy import sqrt\na = {a}\nb = {b}\nsqrt(a**2 + b**2)",
            boxed("The hypotenuse is", unit.strip()),
        ),
    )


@task(
    "geometry",
    "missing_leg",
    (
        "a right triangle has hypotenuse {c} and one leg {a}. {find} the other leg",
        "{find} the missing leg of a right triangle with hypotenuse {c} and leg {a}",
        "the hypotenuse of a right triangle is {c} and a leg is {a}. how long is the other leg",
        "one leg is {a} and the hypotenuse is {c}. {find} the other leg",
        "a ladder of {c} leans against a wall, its foot {a} from the wall. how high does it reach",
        "right triangle, leg {a}, hypotenuse {c}, other leg",
        "how long is the second leg of a right triangle if one leg is {a} and the hypotenuse {c}",
    ),
    ("of a right triangle we know the longest side, {c}, and a short side, {a}; what about the third side",),
    constants=(2,),
)
def missing_leg(rng: Random) -> Instance:
    unit = rng.choice(("", "", " cm", " m", "cm"))
    a, _, c = _legs(rng)
    return Instance(
        {"a": a + unit, "c": c + unit, "x": a, "y": c},
        steps(
            "By Pythagoras we subtract the squares.",
            f"from sympy import sqrt\nhypotenuse = {c}\nleg = {a}\nsqrt(hypotenuse**2 - leg**2)",
            boxed("The other leg is", unit.strip()),
        ),
    )


@task(
    "geometry",
    "third_angle_of_triangle",
    (
        "two angles of a triangle are {a} and {b}. {find} the third [angle]",
        "a triangle has angles {a} and {b}. {find} the third angle",
        "{find} the third angle of a triangle with angles {a} and {b}",
        "two angles in a triangle measure {a} and {b}. how large is the third",
        "triangle angles {a}, {b} and x. {find} x",
        "what is the missing angle of a triangle with {a} and {b}",
    ),
    ("in a triangle we measured {a} and {b}; which angle is still missing",),
    constants=(180,),
)
def third_angle(rng: Random) -> Instance:
    a = rng.randint(10, 120)
    b = rng.randint(10, 170 - a)
    sign = rng.choice(("", "°", " degrees"))
    return Instance(
        {"a": f"{a}{sign}", "b": f"{b}{sign}", "x": a, "y": b},
        steps(
            "The angles of a triangle sum to 180 degrees.", f"180 - {a} - {b}", boxed("The third angle is", "degrees")
        ),
    )


_POLYGONS = {
    3: "triangle",
    4: "quadrilateral",
    5: "pentagon",
    6: "hexagon",
    7: "heptagon",
    8: "octagon",
    9: "nonagon",
    10: "decagon",
    12: "dodecagon",
}


@task(
    "geometry",
    "polygon_angles",
    (
        "{find} the sum of the [interior] angles of {a_polygon}",
        "sum of <interior angles|angles> of {a_polygon}",
        "what do the interior angles of {a_polygon} add up to",
        "how many degrees do the angles of {a_polygon} have {together}",
        "a polygon has {n} sides. {find} the sum of its interior angles",
        "{find} the angle sum of a polygon with {n} sides",
    ),
    ("adding all inner angles of a figure with {n} corners gives how many degrees",),
    constants=(2, 180, *_POLYGONS),
)
def polygon_angles(rng: Random) -> Instance:
    n = rng.choice((5, 6, 6, 7, 8, 8, 9, 10, 12, 4))
    return Instance(
        {"polygon": _POLYGONS[n], "a_polygon": phrased(with_article(_POLYGONS[n])), "n": n},
        steps(
            "The sum is 180 times two less than the number of sides.",
            f"sides = {n}\n(sides - 2)*180",
            boxed("The sum is", "degrees"),
        ),
    )


@task(
    "geometry",
    "regular_polygon_angle",
    (
        "{find} <each|one|the> interior angle of a regular {polygon}",
        "how large is each angle of a regular {polygon}",
        "interior angle of a regular {polygon}",
        "what is the size of an interior angle of a regular {polygon}",
        "a regular polygon has {n} sides. {find} <each|one> interior angle",
    ),
    ("all {n} inner angles of a regular polygon are equal; how many degrees has one of them",),
    constants=(2, 180, *_POLYGONS),
)
def regular_angle(rng: Random) -> Instance:
    n = rng.choice((3, 4, 5, 6, 8, 9, 10, 12, 7))
    return Instance(
        {"polygon": _POLYGONS[n], "a_polygon": phrased(with_article(_POLYGONS[n])), "n": n},
        steps(
            "The angle sum is shared by all corners.",
            f"sides = {n}\n{rounded('(sides - 2)*180/sides')}",
            boxed("Each angle is", "degrees"),
        ),
    )


@task(
    "geometry",
    "complement_or_supplement",
    (
        "{find} the {kind} of {a} [degrees]",
        "what angle is the {kind} of {a} degrees",
        "{kind} of an angle of {a} degrees",
        "an angle is {a} degrees. {find} its {kind}",
        "how large is the {kind} of a {a} degree angle",
        "{given} an angle of {a} degrees, {find} the {kind}",
        "angle {a} degrees, {kind}",
    ),
    ("which angle is called the {kind} of {a} degrees",),
    constants=(90, 180),
)
def complement(rng: Random) -> Instance:
    kind, total = rng.choice(
        (("complement", 90), ("complementary angle", 90), ("supplement", 180), ("supplementary angle", 180))
    )
    a = rng.randint(5, total - 5)
    return Instance(
        {"kind": phrased(kind), "a": a, "total": total},
        steps(f"Both angles sum to {total} degrees.", f"{total} - {a}", boxed("The angle is", "degrees")),
    )


def _points(rng: Random) -> tuple[int, int, int, int]:
    x1, y1, x2, y2 = (rng.randint(-12, 15) for _ in range(4))
    return (x1, y1, x2, y2) if x1 != x2 else (x1, y1, x1 + rng.randint(1, 9), y2)


def _pair(quantity: str) -> tuple[str, ...]:
    return (
        f"{{find}} the {quantity} {{between}} ({{x1}}, {{y1}}) and ({{x2}}, {{y2}})",
        f"{quantity} {{between}} ({{x1}},{{y1}}) and ({{x2}},{{y2}})",
        f"{{find}} the {quantity} {{between}} the points ({{x1}}, {{y1}}) and ({{x2}}, {{y2}})",
        f"{{find}} the {quantity} {{between}} A({{x1}}, {{y1}}) and B({{x2}}, {{y2}})",
        f"{{given}} A = ({{x1}}, {{y1}}) and B = ({{x2}}, {{y2}}), {{find}} the {quantity}",
        f"the points are ({{x1}}, {{y1}}) and ({{x2}}, {{y2}}). {{find}} the {quantity}",
    )


def _coordinates(rng: Random, between: str) -> dict[str, str | int]:
    x1, y1, x2, y2 = _points(rng)
    return {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "between": between}


@task(
    "coordinates",
    "distance_of_points",
    (*_pair("distance"), "how far is ({x1}, {y1}) from ({x2}, {y2})"),
    ("from ({x1}, {y1}) to ({x2}, {y2}) it is how far in a straight line",),
    constants=(2,),
)
def distance(rng: Random) -> Instance:
    s = _coordinates(rng, rng.choice(("between", "of")))
    return Instance(
        s,
        steps(
            "The distance follows from Pythagoras.",
            f"from sympy import sqrt\nx1, y1 = {s['x1']}, {s['y1']}\nx2, y2 = {s['x2']}, {s['y2']}\nsqrt((x2 - "
            f"x1)**2 + (y2 - y1)**2)",
            boxed("The distance is"),
        ),
    )


@task(
    "coordinates",
    "midpoint",
    (*_pair("<midpoint|midpoint|middle point>"), "which point lies halfway between ({x1}, {y1}) and ({x2}, {y2})"),
    ("{find} the centre of the segment from ({x1}, {y1}) to ({x2}, {y2})",),
    constants=(2,),
)
def midpoint(rng: Random) -> Instance:
    s = _coordinates(rng, rng.choice(("of", "between")))
    return Instance(
        s,
        steps(
            "The midpoint has the mean coordinates.",
            f"from sympy import Rational\nx1, y1 = {s['x1']}, {s['y1']}\nx2, y2 = {s['x2']}, {s['y2']}\n(Rational(x1 "
            f"+ x2, 2), Rational(y1 + y2, 2))",
            boxed("The midpoint is"),
        ),
    )


@task(
    "coordinates",
    "slope_of_points",
    (
        *_pair("<slope|gradient> of the line"),
        "{find} the {slope} of the line through ({x1}, {y1}) and ({x2}, {y2})",
        "how steep is the line through ({x1}, {y1}) and ({x2}, {y2})",
    ),
    ("a line passes ({x1}, {y1}) and ({x2}, {y2}); give its {slope}",),
)
def slope(rng: Random) -> Instance:
    s = _coordinates(rng, rng.choice(("through", "through", "between")))
    return Instance(
        s,
        steps(
            "The slope is the change in y over the change in x.",
            f"from sympy import Rational\nx1, y1 = {s['x1']}, {s['y1']}\nx2, y2 = {s['x2']}, {s['y2']}\nRational(y2 "
            f"- y1, x2 - x1)",
            boxed("The slope is"),
        ),
    )


@task(
    "coordinates",
    "line_through_points",
    (
        *_pair("<equation of the line|line|equation of the straight line>"),
        "which line goes through ({x1}, {y1}) and ({x2}, {y2})",
        "{find} y = mx + b for the line through ({x1}, {y1}) and ({x2}, {y2})",
    ),
    ("a line passes ({x1}, {y1}) and ({x2}, {y2}); write y in terms of x",),
)
def line(rng: Random) -> Instance:
    s = _coordinates(rng, "through")
    return Instance(
        s,
        steps(
            "We find the slope and start from the first point.",
            f"from sympy import Rational, symbols, expand\nx = symbols('x')\nx1, y1 = {s['x1']}, {s['y1']}\nx2, y2 = "
            f"{s['x2']}, {s['y2']}\nslope = Rational(y2 - y1, x2 - x1)\nexpand(y1 + slope*(x - x1))",
            "The line is $y = \\boxed{⟨⟩}$.",
        ),
    )


_TRIG = (
    ("opposite side", "hypotenuse", "hypotenuse*sin(angle)", "sin"),
    ("adjacent side", "hypotenuse", "hypotenuse*cos(angle)", "cos"),
    ("opposite side", "adjacent side", "adjacent*tan(angle)", "tan"),
    ("adjacent side", "opposite side", "opposite/tan(angle)", "tan"),
    ("hypotenuse", "opposite side", "opposite/sin(angle)", "sin"),
    ("hypotenuse", "adjacent side", "adjacent/cos(angle)", "cos"),
)


@task(
    "trigonometry",
    "right_triangle_side",
    (
        "in a right triangle an angle is {a}{deg} and the {given_side} is {s}. {find} the {wanted}",
        "a right triangle has an angle of {a}{deg} and {given_side} {s}. {find} the {wanted}",
        "{find} the {wanted} of a right triangle with angle {a}{deg} and {given_side} {s}",
        "right triangle, angle {a}{deg}, {given_side} {s}: {wanted}",
        "the {given_side} of a right triangle is {s} and one angle is {a}{deg}. how long is the {wanted}",
        "how long is the {wanted} if the {given_side} is {s} and the angle {a}{deg}",
    ),
    ("knowing {s} for the {given_side} and {a}{deg} for the angle, what is the {wanted} of the right triangle",),
    constants=(3,),
)
def triangle_side(rng: Random) -> Instance:
    wanted, given, formula, function = rng.choice(_TRIG)
    a, s = rng.choice((30, 45, 60, 20, 35, 50, 70, rng.randint(5, 85))), rng.randint(2, 60)
    name = given.split()[0]
    return Instance(
        {
            "a": a,
            "s": s,
            "deg": phrased(rng.choice(("°", " degrees"))),
            "given_side": phrased(given),
            "wanted": phrased(wanted),
        },
        steps(
            f"{function.capitalize()} connects the two sides with the angle.",
            f"from math import {function}, radians\nangle = radians({a})\n{name} = {s}\n{rounded(formula, 3)}",
            boxed(f"The {wanted} is about"),
        ),
    )


@task(
    "trigonometry",
    "right_triangle_angle",
    (
        "a right triangle has opposite side {a} and adjacent side {b}. {find} the angle",
        "{find} the angle of a right triangle with opposite side {a} and adjacent side {b}",
        "the opposite side is {a} and the adjacent side is {b}. {find} the angle in degrees",
        "in a right triangle the adjacent side is {b} and the opposite side {a}. what is the angle",
        "a road rises {a} m over {b} m. what is the angle of the slope in degrees",
    ),
    ("which angle in degrees has the opposite leg {a} and the adjacent leg {b}",),
)
def triangle_angle(rng: Random) -> Instance:
    a, b = rng.randint(1, 40), rng.randint(1, 40)
    return Instance(
        {"a": a, "b": b},
        steps(
            "The tangent is opposite over adjacent.",
            f"from math import atan2, degrees\nopposite = {a}\nadjacent = {b}\n"
            f"{rounded('degrees(atan2(opposite, adjacent))')}",
            boxed("The angle is about", "degrees"),
        ),
    )


@task(
    "trigonometry",
    "height_from_shadow",
    (
        "the top of a {tower} is seen at {a} degrees from {s} m away. how <high|tall> is it",
        "from {s} m away, the angle of elevation to the top of a {tower} is {a} degrees. {find} its height",
        "a {tower} casts a shadow of {s} m when the sun is {a} degrees high. how <high|tall> is it",
        "the angle of elevation is {a} degrees at a distance of {s} m from a {tower}. how tall is it",
        "{find} the height of a {tower} whose top is seen at {a} degrees from {s} m away",
        "how tall is a {tower} if its top appears at {a} degrees from a distance of {s} m",
        "at {s} m from a {tower} the angle up to its top is {a} degrees. {find} the height",
    ),
    ("standing {s} m from a {tower}, one looks up {a} degrees to its top. its height, please",),
)
def shadow(rng: Random) -> Instance:
    a, s = rng.randint(10, 75), rng.randint(5, 150)
    return Instance(
        {"a": a, "s": s, "tower": phrased(rng.choice(("tower", "tree", "building", "flagpole", "house", "church")))},
        steps(
            "The height is the distance times the tangent of the angle.",
            f"from math import tan, radians\ndistance = {s}\nangle = {a}\n{rounded('distance*tan(radians(angle))')}",
            boxed("The height is about", "m"),
        ),
    )


@task(
    "geometry",
    "triangle_area_from_sides",
    (
        "{find} the area of a triangle with sides {a}, {b} and {c}",
        "a triangle has sides {a}, {b} and {c}. {find} its area",
        "the sides of a triangle are {a}, {b}, {c}. how large is the area",
        "area of a triangle with sides {a}, {b}, {c}",
        "use heron's formula for the sides {a}, {b}, {c}",
    ),
    ("how much area do three sides of {a}, {b} and {c} enclose",),
    constants=(2,),
)
def heron(rng: Random) -> Instance:
    a, b = rng.randint(3, 25), rng.randint(3, 25)
    c = rng.randint(abs(a - b) + 1, a + b - 1)
    return Instance(
        {"a": a, "b": b, "c": c},
        steps(
            "Heron's formula uses half of the perimeter.",
            f"from math import sqrt\na, b, c = {a}, {b}, {c}\ns = (a + b + c)/2\n"
            f"{rounded('sqrt(s*(s - a)*(s - b)*(s - c))')}",
            boxed("The area is"),
        ),
    )


@task(
    "geometry",
    "triangle_perimeter",
    (
        "{find} the perimeter of a triangle with sides {a}, {b} and {c}",
        "a triangle has sides {a}, {b} and {c}. {find} its perimeter",
        "the sides of a triangle are {a}, {b}, {c}. how long is the perimeter",
        "perimeter of a triangle with sides {a}, {b}, {c}",
        "how long is the way around a triangle with sides {a}, {b}, {c}",
        "triangle with sides {a}, {b}, {c}: perimeter",
        "{given} a triangle with sides {a}, {b} and {c}, {find} the perimeter",
    ),
    ("walking once around a triangle with sides {a}, {b} and {c} is how far",),
)
def triangle_perimeter(rng: Random) -> Instance:
    a, b = _length(rng), _length(rng)
    c = str(int(max(float(a), float(b))) + 1)
    code = f"{a} + {b} + {c}"
    return Instance(
        {"a": a, "b": b, "c": c},
        steps("We add the three sides.", tidy(code) if "." in code else code, boxed("The perimeter is")),
    )


@task(
    "geometry",
    "width_from_area",
    (
        "a rectangle has area {s} and {length} {a}. {find} its {width}",
        "the area of a rectangle is {s} and its {length} is {a}. {find} the {width}",
        "{find} the {width} of a rectangle with area {s} and {length} {a}",
        "a rectangle with {length} {a} has an area of {s}. how big is its {width}",
        "area {s}, {length} {a}: {find} the {width} of the rectangle",
        "what is the {width} of a rectangle whose area is {s} and whose {length} is {a}",
        "a field with {length} {a} has the area {s}. how large is its {width}",
        "if a rectangle has area {s} and {length} {a}, what is the {width}",
    ),
    ("{s} is the area and {a} the {length} of a rectangle; the {width} is what",),
)
def width_from_area(rng: Random) -> Instance:
    a, b = rng.randint(2, 40), rng.randint(2, 40)
    length, width = rng.choice((("length", "width"), ("width", "length")))
    return Instance(
        {"s": a * b, "a": a, "length": phrased(length), "width": phrased(width)},
        steps(
            f"The area is divided by the {length}.",
            f"area = {a * b}\n{length} = {a}\n{tidy(f'area/{length}')}",
            boxed(f"The {width} is"),
        ),
    )
