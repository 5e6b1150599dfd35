"""Geometry: plane figures, solids, angles, coordinates and right triangles."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import noun_frames, told_frames
from mathcoder_kernel.problems.story import boxed, decimal, phrased, rounded, steps, tidy, with_article

_UNITS = ("cm", "cm", "m", "m", "mm", "km", "in", "ft", " cm", " m", " metres", " meters", " inches", "", "", "")


def _length(rng: Random, top: int = 40) -> str:
    return decimal(rng, 1, top, 1) if rng.random() < 0.2 else str(rng.randint(2, top))


# how big, in the words of each kind of quantity; {of} is "a circle with radius {a}"
_SIZES: dict[str, tuple[str, ...]] = {
    "area": (
        "how much area does {of} <cover|have|take up>",
        "how many square units does {of} <cover|have>",
        "how large is {of} in area",
        "what <area|surface> does {of} <cover|take up>",
    ),
    "perimeter": (
        "how long is the <boundary|outline|border|edge> of {of}",
        "how far is it <once |all the way |>around {of}",
        "how long is a <rope|ribbon|fence|path> that goes once around {of}",
        "what is the total length of the sides of {of}",
    ),
    "circumference": (
        "how long is the <boundary|outline|border|edge> of {of}",
        "how far is it <once |all the way |>around {of}",
        "how long is a <rope|ribbon|path> that goes once around {of}",
        "what is the length of the line around {of}",
    ),
    "volume": (
        "how much space <does {of} take up|is inside {of}>",
        "how much <water|sand> fits into {of}",
        "what is the capacity of {of}",
        "how <large|big> is {of} in volume",
    ),
    "surface area": (
        "how much paper is needed to wrap {of} exactly",
        "how large is the <outside|whole surface|outer surface> of {of}",
        "what is the total area of the outside of {of}",
        "{find} the <surface|total surface> of {of}",
    ),
}
_LINES = (
    "how long is the {quantity} of {of}",
    "what length has the {quantity} of {of}",
    "{wonder} how long the {quantity} of {of} is",
)


def _asks(quantity: str, figure: str, given: tuple[str, ...], names: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Ways to ask for a quantity of a figure, crossed with the ways to say what is given.

    `names` are the known quantities of the figure, each with its slot.
    """
    said = f"<{'|'.join(given)}>"
    of = f"a {figure} with {said}"
    sizes = _SIZES.get(quantity.lstrip("<").split("|")[0], _LINES)
    (first, slot), *others = names
    rest = "".join(f" and <the|its> {name} is {{{other}}}" for name, other in others)
    listed = ", ".join(f"{name} {{{other}}}" for name, other in names)
    equal = ", ".join(f"{name} = {{{other}}}" for name, other in names)
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
        *(source.replace("{of}", of).replace("{quantity}", quantity) for source in sizes),
        f"the {first} of a {figure} is {{{slot}}}{rest}. {{find}} <the|its> {quantity}",
        f"if the {first} of a {figure} is {{{slot}}}{rest}, what is <the|its> {quantity}",
        f"a {figure} whose {first} is {{{slot}}}{rest}: {{find}} the {quantity}",
        f"{{find}} the {quantity} of a {figure} whose {first} is {{{slot}}}{rest}",
        f"{figure}: {equal}. {{find}} the {quantity}",
        f"{figure} {listed}, {quantity}",
        f"{{must_find}} the {quantity} of a {figure} with {said}",
        f"{{wonder}} what the {quantity} of a {figure} with {said} is",
        f"{{having}} a {figure} with {said}, what is <the|its> {quantity}",
        f"{{someone}} <draws|has|measures|looks at> a {figure} with {said}. what is its {quantity}",
        f"a <drawing|picture|plan|sketch> shows a {figure} with {said}. {{find}} <the|its> {quantity}",
        f"consider a {figure} with {said}. {{get}} <the|its> {quantity}",
        f"<use|take> {said} to <find|calculate|compute|work out> the {quantity} of a {figure}",
        f"for a {figure}, {equal}. what is the {quantity}",
        f"the {quantity} of a {figure} with {said} is <what|how much>",
        f"a {figure} <is given by|is given with> {said}. <what is|{{find}}> its {quantity}",
        f"which {quantity} belongs to a {figure} with {said}",
        f"let a {figure} have {said}. {{get}} its {quantity}",
        f"{quantity} of a {figure}: {listed}",
        *noun_frames(quantity, of, without=("working with",)),
        *told_frames(
            f"<a {figure} has {said}|there is a {figure} with {said}|a {figure} with {said} is drawn>",
            f"<what is its {quantity}|how large is its {quantity}|what {quantity} does it have>",
            f"<what its {quantity} is|how large its {quantity} is>",
            f"<its {quantity}|the {quantity}|the {quantity} of the {figure}>",
            f"<{figure}, {said}|a {figure} with {said}|{figure}: {listed}>",
        ),
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
    names: Mapping[str, str] | None = None,
    extra: tuple[str, ...] = (),
    constants: tuple[int, ...] = (),
    top: int = 40,
    measured: bool = True,
) -> None:
    """Registers the task of computing one quantity of a figure.

    `variables` maps slots to names in the code; `names` to names in words, where those differ.
    """
    said = tuple(((names or {}).get(slot, variable), slot) for slot, variable in variables.items())

    @task(
        topic,
        name,
        (*_asks(quantity, figure, given, said), *extra),
        _held(quantity, figure, given[0]),
        constants=constants,
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
        "how much <carpet|floor|grass> is needed for a <room|garden|yard> that is {a} long and {b} wide",
        "a wall is {a} wide and {b} high. what area must be painted",
        "{a} x {b} rectangle: area",
        "a <rectangle|sheet of paper|plate|table top> measuring {a} by {b} has what area",
        "<multiply|use> the length {a} and the width {b} to find the area of a rectangle",
        "the sides of a rectangle <are|measure> {a} and {b}. how <large|big> is <it|its area>",
        "a rectangular <pool|lawn|wall|carpet> is {a} by {b}. <what is|find> its area",
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
        "how much fence <is needed for|surrounds> a {a} by {b} <field|garden|yard>",
        "{someone} <runs|walks> once around a field that is {a} long and {b} wide. how far is that",
        "a <picture|mirror|window> is {a} wide and {b} high. how long is its frame",
        "{a} x {b} rectangle: perimeter",
        "a rectangular <pool|lawn|table> is {a} by {b}. <what is|find> its perimeter",
        "the sides of a rectangle <are|measure> {a} and {b}. how long is the way around it",
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
    extra=(
        "the side of a square is {a}. {find} its area",
        "how large is a square with side {a}",
        "a square <room|field|garden|tile|window> has sides of {a}. {find} its area",
        "each side of a square <is|measures> {a}. how <large|big> is its area",
        "all sides of a square are {a}. <what is|find> the area",
        "a square is {a} on each side. {find} its area",
        "how much <carpet|glass|grass> covers a square that is {a} wide",
    ),
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
    extra=(
        "the side of a square is {a}. {find} its perimeter",
        "how far is it around a square with side {a}",
        "a square <room|field|garden|table> has sides of {a}. {find} its perimeter",
        "each side of a square <is|measures> {a}. how long is the perimeter",
        "all sides of a square are {a}. <what is|find> the perimeter",
        "a square is {a} on each side. {find} its perimeter",
        "how much fence goes around a square <garden|field> with side {a}",
    ),
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
        "a triangular <sail|sign|garden|flag> has the base {a} and the height {b}. how large is its area",
        "a triangle is {b} high and its base <is|measures> {a}. {find} the area",
        "triangle area, b = {a}, h = {b}",
        "a triangle stands on a base of {a} and is {b} high. what is its area",
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
    extra=(
        "a parallelogram is {b} high over a base of {a}. {find} its area",
        "parallelogram area, b = {a}, h = {b}",
        "the base and the height of a parallelogram <are|measure> {a} and {b}. what is the area",
    ),
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
    names={"a": "first parallel side", "b": "second parallel side"},
    power=2,
    constants=(2,),
    extra=(
        "the parallel sides of a <trapezoid|trapezium> are {a} and {b}, and they are {c} apart. {find} the area",
        "a <trapezoid|trapezium> is {c} high and its parallel sides are {a} and {b}. <what is|find> its area",
        "the two bases of a <trapezoid|trapezium> <are|measure> {a} and {b} and its height <is|measures> {c}. how "
        "large is it",
    ),
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
    names={"a": "first diagonal", "b": "second diagonal"},
    power=2,
    constants=(2,),
    extra=(
        "the diagonals of a rhombus <are|measure> {a} and {b}. {find} <the|its> area",
        "a kite has diagonals of {a} and {b}. what is its area",
        "if the diagonals of a rhombus are {a} and {b}, how large is it",
    ),
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
    extra=(
        "the radius of a circle is {a}. {find} its area",
        "how large is a circle with radius {a}",
        "a circular <pond|garden|field|table|plate> has a radius of {a}. {find} its area",
        "how much <grass|water surface|cloth> covers a circle with radius {a}",
        "area of a disc of radius {a}",
        "r = {a}, area of the circle",
        "a goat on a rope of {a} can graze how much area",
    ),
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
    extra=(
        "the diameter of a circle is {a}. {find} its area",
        "a round pizza is {a} across. {find} its area",
        "a <circular|round> <pond|table|plate|lawn> is {a} across. {find} its area",
        "a <circular|round> <pool|window> is {a} wide. how large is its area",
        "d = {a}, area of the circle",
        "a circle measures {a} across. what is its area",
    ),
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
    extra=(
        "the radius of a circle is {a}. {find} its circumference",
        "how far is it around a circle with radius {a}",
        "a circular <track|pond|path> has radius {a}. how long is one lap around it",
        "r = {a}, circumference of the circle",
        "{someone} walks once around a round lake of radius {a}. how far is that",
        "a <wheel|ring|plate> has radius {a}. {find} its circumference",
    ),
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
        "a <round|circular> <table|pool|plate> is {a} across. how long is its edge",
        "d = {a}, circumference of the circle",
        "{someone} walks once around a round pond that is {a} wide. how far is that",
        "a <ring|coin|pipe> has diameter {a}. {find} its circumference",
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
        "a <pool|tank|crate|room|drawer> is {a} long, {b} wide and {c} <deep|high>. what is its volume",
        "how much <water|sand|air> fits into a box that is {a} long, {b} wide and {c} high",
        "{a} x {b} x {c} box, volume",
        "the <edges|sides> of a box <are|measure> {a}, {b} and {c}. how large is its volume",
        "an aquarium measures {a} by {b} by {c}. how much water does it hold",
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
    extra=(
        "a box is {a} long, {b} wide and {c} high. {find} its surface area",
        "how much paper covers a <parcel|box> of {a} by {b} by {c}",
        "{find} the surface of a box {a} by {b} by {c}",
        "all faces of a {a} by {b} by {c} box are painted. how large is the painted area",
    ),
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
    extra=(
        "a cube is {a} on each side. {find} its volume",
        "the edges of a cube are {a} long. what is the volume",
        "how much fits into a cubic box with edges of {a}",
        "all edges of a cube <are|measure> {a}. how large is its volume",
    ),
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
    extra=(
        "a cube is {a} on each side. {find} its surface area",
        "the edges of a cube are {a} long. what is its surface area",
        "all faces of a cube with edge {a} are painted. how large is the painted area",
        "how much paper covers a cube with edges of {a}",
    ),
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
    extra=(
        "a <can|tank|glass|pipe|barrel> <shaped like a cylinder|in the form of a cylinder> has radius {a} and height "
        "{b}. what is its volume",
        "how much <water|juice|oil> fits into a cylindrical <can|tank|glass> with radius {a} and height {b}",
        "a cylinder is {b} high and its radius is {a}. {find} <the|its> volume",
        "cylinder, r = {a}, h = {b}: volume",
    ),
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
    extra=(
        "a cylinder is {b} high and its radius is {a}. {find} the surface area",
        "how much tin is needed for a closed can with radius {a} and height {b}",
        "cylinder, r = {a}, h = {b}: total surface area",
    ),
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
    extra=(
        "a cone is {b} high and the radius of its base is {a}. {find} <the|its> volume",
        "how much <sand|ice cream|water> fits into a cone with radius {a} and height {b}",
        "cone, r = {a}, h = {b}: volume",
    ),
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
    extra=(
        "how much <air|gas> is inside a ball with radius {a}",
        "r = {a}, volume of the sphere",
        "a <ball|balloon|globe|planet> has the radius {a}. {find} its volume",
    ),
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
    extra=(
        "how much leather covers a ball with radius {a}",
        "r = {a}, surface area of the sphere",
        "a <ball|balloon|globe|planet> has the radius {a}. {find} its surface area",
    ),
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
    names={"a": "base side"},
    power=3,
    constants=(2, 3),
    extra=(
        "a pyramid has a square base with side {a} and is {b} high. {find} its volume",
        "the base of a pyramid is a square of side {a} and its height is {b}. what is the volume",
        "a square pyramid is {b} high and its base side is {a}. how large is its volume",
    ),
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
    extra=(
        "how long is the line from one corner of a rectangle to the opposite one if its sides are {a} and {b}",
        "a <screen|door|field|picture> is {a} wide and {b} high. how long is its diagonal",
        "{find} the distance between opposite corners of a {a} by {b} rectangle",
        "{a} x {b} rectangle: diagonal",
    ),
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
    extra=(
        "a square <field|garden|room|tile> has an area of {a}. how long is each side",
        "how long are the sides of a square whose area is {a}",
        "the area of a square is {a}. {find} <the length of a side|its side length|the side>",
        "{find} the side length of a square <of|with> area {a}",
        "which square has the area {a}? give its side",
    ),
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
    extra=(
        "the distance around a circle is {a}. {find} <the|its> radius",
        "a <round pond|circular track|wheel> is {a} around. what is its radius",
        "C = {a}, {find} the radius of the circle",
        "{find} r if the circumference of a circle is {a}",
    ),
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
    extra=(
        "a circle is {a} across. {find} its radius",
        "d = {a}, r = ?",
        "the diameter of a <wheel|circle|plate|coin> is {a}. what is <the|its> radius",
        "a <round table|wheel|coin> is {a} wide. how long is its radius",
    ),
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
        "{must_find} the hypotenuse of a right triangle with legs {a} and {b}",
        "{wonder} how long the hypotenuse is if the legs are {a} and {b}",
        "if the legs of a right <triangle|angled triangle> <are|measure> {a} and {b}, what is the hypotenuse",
        "a right-angled triangle has <short sides|shorter sides|legs> {a} and {b}. how long is the longest side",
        "what is the <length of the hypotenuse|longest side> of a <right|right-angled> triangle with <legs|shorter "
        "sides> {a} and {b}",
        "{having} a right triangle with legs {a} and {b}, {find} the hypotenuse",
        "a = {a}, b = {b}, right angle at C. {find} c",
        "right triangle with a = {a} and b = {b}, c = ?",
        "the two sides next to the right angle are {a} and {b}. {find} the hypotenuse",
        "<use|apply> the <pythagorean theorem|theorem of pythagoras> to find the hypotenuse for legs {a} and {b}",
        "{someone} <walks|drives|sails> {a} north and {b} east. how far <is it back to the start|away from the start "
        "is that> in a straight line",
        "a ramp is {a} long on the ground and {b} high. how long is its sloping side",
        "a rope runs from the top of a pole {a} high to a peg {b} from its foot. how long is the rope",
        "hypotenuse, legs {a}, {b}",
        "triangle with a right angle, sides {a} and {b} enclose it. how long is the third side",
        *noun_frames("hypotenuse", "a <right|right-angled> triangle with legs {a} and {b}"),
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
        "{must_find} the <other|missing|second> leg of a right triangle with hypotenuse {c} and leg {a}",
        "{wonder} how long the other leg of a right triangle is if the hypotenuse is {c} and one leg is {a}",
        "if the hypotenuse of a right triangle <is|measures> {c} and one leg <is|measures> {a}, what is the other leg",
        "a right-angled triangle has the longest side {c} and another side {a}. how long is the <third|remaining> side",
        "what is the length of the missing leg in a right triangle with leg {a} and hypotenuse {c}",
        "{having} a right triangle with hypotenuse {c} and a leg of {a}, {find} the other leg",
        "c = {c}, a = {a}, right angle at C. {find} b",
        "right triangle with c = {c} and a = {a}, b = ?",
        "<use|apply> the <pythagorean theorem|theorem of pythagoras> to find the missing leg: hypotenuse {c}, leg {a}",
        "a <ladder|plank> {c} long leans against a wall. its foot is {a} from the wall. how high up the wall does it "
        "<reach|end>",
        "a kite on a string of {c} flies above a point {a} away on the ground. how high is it",
        "hypotenuse {c}, leg {a}: {find} the <other|second|missing> leg",
        "one of the short sides of a right triangle is {a} and its longest side is {c}. {find} the other short side",
        "a ramp {c} long covers {a} on the ground. how high does it rise",
        *noun_frames("other leg", "a <right|right-angled> triangle with hypotenuse {c} and one leg {a}"),
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
        "{must_find} the third angle of a triangle with angles {a} and {b}",
        "{wonder} how <large|big> the third angle of a triangle is if the others are {a} and {b}",
        "if two angles of a triangle are {a} and {b}, what is the third [one]",
        "what is the <size of the third|third|remaining|missing> angle of a triangle with angles of {a} and {b}",
        "{having} a triangle with angles {a} and {b}, {find} the <last|remaining|missing|third> angle",
        "alpha = {a}, beta = {b}, {find} gamma [in the triangle]",
        "a triangle ABC has angle A = {a} and angle B = {b}. {find} angle C",
        "in triangle ABC, A = {a} and B = {b}. how large is C",
        "the angles of a triangle are {a}, {b} and x. what is x",
        "one angle of a triangle is {a}, another <one is|is> {b}. {find} the <remaining|last|third> one",
        "two angles in a triangle: {a} and {b}. the third",
        "use the angle sum of a triangle: two angles are {a} and {b}. how large is the other",
        "how many degrees has the third angle of a triangle if the other two have {a} and {b}",
        "a triangle has the angles {a} and {b}. what is the size of the angle that is left",
        "third angle of a triangle with angles {a} and {b}",
        *noun_frames("third angle", "a triangle with <the |>angles {a} and {b}"),
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
        "{must_find} the sum of the [interior] angles of {a_polygon}",
        "{wonder} how many degrees the interior angles of {a_polygon} have {together}",
        "what is the <angle sum|sum of the angles|sum of all interior angles|total of the inside angles> of "
        "{a_polygon}",
        "how <large|big> is the <sum of the angles|angle sum> <in|of> {a_polygon}",
        "if a polygon has {n} <sides|vertices|edges>, what is the sum of its <interior|inside> angles",
        "{having} a polygon with {n} sides, {find} the sum of its interior angles",
        "the interior angles of {a_polygon} add up to what",
        "<angle sum|sum of interior angles> of <a polygon with {n} sides|{a_polygon}>",
        "all <inside|interior> angles of {a_polygon} are added. {result_q}",
        "a shape has {n} straight sides. what do its interior angles add up to",
        "how many degrees are there <in all|altogether> in the interior angles of {a_polygon}",
        "what do the angles inside {a_polygon} sum to",
        "add [up] all interior angles of {a_polygon}",
        "total of the interior angles, {n} sides",
        "n = {n} sides: sum of the interior angles of the polygon",
        *noun_frames("<angle sum|sum of the interior angles>", "{a_polygon}"),
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
        "{must_find} <each|one> interior angle of a regular {polygon}",
        "{wonder} how large each <interior |>angle of a regular {polygon} is",
        "how many degrees <has|are in> each <interior |inside |>angle of a regular {polygon}",
        "what is the measure of <each|one|an> <interior |inside |>angle of a regular {polygon}",
        "if a regular polygon has {n} sides, <what is|how large is> each interior angle",
        "{having} a regular polygon with {n} <sides|vertices>, {find} one interior angle",
        "in a regular {polygon} all angles are the same. how <large|big> is one of them",
        "a regular polygon has {n} <sides|corners|vertices>. how large is <each|one> of its interior angles",
        "regular {polygon}, interior angle",
        "interior angle of a regular polygon with {n} sides",
        "regular polygon, n = {n}: interior angle",
        "all sides and angles of {a_polygon} are equal. {find} the size of one interior angle",
        "a tile has the shape of a regular {polygon}. how large are its angles",
        "each interior angle of a regular {polygon} <is|has> how many degrees",
        *noun_frames("interior angle", "a regular {polygon}"),
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
        "{must_find} the {kind} of {a} degrees",
        "{wonder} what the {kind} of {a} degrees is",
        "what is the {kind} of {a}°",
        "if an angle <is|measures|has> {a} degrees, what is its {kind}",
        "the {kind} of a {a} degree angle is <what|how large>",
        "an angle of {a}° is given. how large is its {kind}",
        "{having} an angle of {a}°, {find} its {kind}",
        "how many degrees has the {kind} of {a}°",
        "<which|what> angle together with {a} degrees makes {makes}",
        "{a}° and x make {makes}. {find} x",
        "two angles <form|add up to|make> {makes}. one of them is {a} degrees. {find} the other [one]",
        "one angle is {a} degrees and the other is its {kind}. how large is the other",
        "{a} degrees: {kind}",
        "by how many degrees does {a} degrees <miss|fall short of> {makes}",
        *noun_frames("{kind}", "<an angle of |>{a}<°| degrees>"),
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
        {
            "kind": phrased(kind),
            "a": a,
            "total": total,
            "makes": phrased("a right angle" if total == 90 else "<a straight angle|a straight line>"),
        },
        steps(f"Both angles sum to {total} degrees.", f"{total} - {a}", boxed("The angle is", "degrees")),
    )


def _points(rng: Random) -> tuple[int, int, int, int]:
    x1, y1, x2, y2 = (rng.randint(-12, 15) for _ in range(4))
    return (x1, y1, x2, y2) if x1 != x2 else (x1, y1, x1 + rng.randint(1, 9), y2)


def _pair(quantity: str) -> tuple[str, ...]:
    a, b = "({x1}, {y1})", "({x2}, {y2})"
    return (
        f"{{find}} the {quantity} {{between}} {a} and {b}",
        f"{quantity} {{between}} ({{x1}},{{y1}}) and ({{x2}},{{y2}})",
        f"{{find}} the {quantity} {{between}} the points {a} and {b}",
        f"{{find}} the {quantity} {{between}} A{a} and B{b}",
        f"{{given}} A = {a} and B = {b}, {{find}} the {quantity}",
        f"the points are {a} and {b}. {{find}} the {quantity}",
        f"{{must_find}} the {quantity} {{between}} <the points |>{a} and {b}",
        f"{{wonder}} what the {quantity} {{between}} {a} and {b} is",
        f"what is the {quantity} {{between}} <the points |>A({{x1}},{{y1}}) and B({{x2}},{{y2}})",
        f"{{having}} the points {a} and {b}, {{find}} the {quantity} {{between}} them",
        f"P is {a} and Q is {b}. {{find}} the {quantity} {{between}} P and Q",
        f"two points <have the coordinates|are|lie at> {a} and {b}. {{find}} the {quantity} {{between}} them",
        f"<plot|draw|mark> the points {a} and {b}. what is the {quantity} {{between}} them",
        f"if A = {a} and B = {b}, what is the {quantity} {{between}} A and B",
        f"if two points are {a} and {b}, {{find}} the {quantity} {{between}} them",
        f"{a}, {b}: {quantity}",
        f"{quantity}, points {a} and {b}",
        f"the coordinates of A are {a} and those of B are {b}. {{find}} the {quantity} {{between}} A and B",
        f"A lies at {a} and B at {b}. what is the {quantity} {{between}} <these points|both|them>",
        "x1 = {x1}, y1 = {y1}, x2 = {x2}, y2 = {y2}: {find} the " + quantity + " {between} the <two |>points",
        f"let P = {a} and Q = {b}. {{get}} the {quantity} {{between}} P and Q",
        f"points A({{x1}}; {{y1}}) and B({{x2}}; {{y2}}), {{find}} the {quantity}",
        f"<in|on> <the coordinate plane|a coordinate system|a grid>, {{find}} the {quantity} {{between}} {a} and {b}",
        f"{{someone}} marks {a} and {b} on <graph paper|a grid>. what is the {quantity} {{between}} these points",
        f"use the points {a} and {b} to <find|compute|work out> the {quantity} {{between}} them",
        f"a segment joins {a} with {b}. {{find}} the {quantity} {{between}} its end points",
    )


def _coordinates(rng: Random, between: str) -> dict[str, str | int]:
    x1, y1, x2, y2 = _points(rng)
    return {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "between": between}


@task(
    "coordinates",
    "distance_of_points",
    (
        *_pair("distance"),
        "how far is ({x1}, {y1}) from ({x2}, {y2})",
        "how far apart are <the points |>({x1}, {y1}) and ({x2}, {y2})",
        "how long is the <segment|line segment|line> <from|between> ({x1}, {y1}) <to|and> ({x2}, {y2})",
        "{find} the length of the <segment|line segment|vector> <AB|PQ> with <end points|endpoints> ({x1}, {y1}) "
        "and ({x2}, "
        "{y2})",
        "how far does one move on a straight way from ({x1}, {y1}) to ({x2}, {y2})",
        "{find} d(A, B) for A({x1}, {y1}) and B({x2}, {y2})",
        "{wonder} how far ({x1}, {y1}) is from ({x2}, {y2})",
        "a <ship|house|drone> is at ({x1}, {y1}), a <harbour|school|tower> at ({x2}, {y2}). how far apart are they",
    ),
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
    (
        *_pair("<midpoint|midpoint|middle point|centre point>"),
        "which point lies halfway between ({x1}, {y1}) and ({x2}, {y2})",
        "which point is <in the middle|half way|exactly in the middle> between ({x1}, {y1}) and ({x2}, {y2})",
        "what are the coordinates of the midpoint of <AB|the segment AB> with A({x1}, {y1}) and B({x2}, {y2})",
        "{find} the coordinates of the <midpoint|point halfway> between ({x1}, {y1}) and ({x2}, {y2})",
        "M is the midpoint of A({x1}, {y1}) and B({x2}, {y2}). {find} M",
        "{find} the point that <halves|bisects|divides in half> the segment with end points ({x1}, {y1}) and "
        "({x2}, {y2})",
        "two friends live at ({x1}, {y1}) and ({x2}, {y2}) and meet in the middle. at which point is that",
        "{wonder} which point is halfway between ({x1}, {y1}) and ({x2}, {y2})",
        "average the points ({x1}, {y1}) and ({x2}, {y2}) to get <the|their> midpoint",
    ),
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
        "if a line <goes through|contains|joins> ({x1}, {y1}) and ({x2}, {y2}), what is its {slope}",
        "what {slope} <has|belongs to> the line <through|that joins> ({x1}, {y1}) and ({x2}, {y2})",
        "a straight line <goes through|runs through|contains> the points ({x1}, {y1}) and ({x2}, {y2}). {find} "
        "its {slope}",
        "what is m for the line through ({x1}, {y1}) and ({x2}, {y2})",
        "how much does the line through ({x1}, {y1}) and ({x2}, {y2}) rise for each <step|unit> to the right",
        "{find} rise over run for ({x1}, {y1}) and ({x2}, {y2})",
        "{find} the rate of change between ({x1}, {y1}) and ({x2}, {y2})",
        "what is the average rate of change of a function with f({x1}) = {y1} and f({x2}) = {y2}",
        "{find} the {slope} of the straight line <AB|that joins A and B> for A({x1}, {y1}) and B({x2}, {y2})",
        "a linear function has f({x1}) = {y1} and f({x2}) = {y2}. what is its {slope}",
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
        "{find} the <linear function|function rule> whose graph <goes|runs> through ({x1}, {y1}) and ({x2}, {y2})",
        "{write} the line through ({x1}, {y1}) and ({x2}, {y2}) <in the form y = mx + b|in slope-intercept form|as an "
        "equation>",
        "a straight line <contains|goes through|joins> ({x1}, {y1}) and ({x2}, {y2}). {find} its equation",
        "if a line <contains|goes through> ({x1}, {y1}) and ({x2}, {y2}), what is its equation",
        "f is linear with f({x1}) = {y1} and f({x2}) = {y2}. {find} f(x)",
        "<what|which> equation describes the <line|straight line> <through|joining> ({x1}, {y1}) and ({x2}, {y2})",
        "{find} the line y = mx + b that goes through ({x1}, {y1}) and ({x2}, {y2})",
        "what is the equation of the line <AB|joining A and B> with A({x1}, {y1}) and B({x2}, {y2})",
        "the graph of a linear function runs through ({x1}, {y1}) and ({x2}, {y2}). what is <the|its> equation",
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
        "{must_find} the {wanted} of a right triangle <with|that has> an angle of {a}{deg} and the {given_side} {s}",
        "{wonder} how long the {wanted} of a right triangle is if the {given_side} is {s} and the angle is {a}{deg}",
        "if the {given_side} of a right triangle is {s} and the angle is {a}{deg}, <what is|how long is> the {wanted}",
        "what is the {wanted} <of|in> a right triangle with an angle of {a}{deg} and {given_side} {s}",
        "{having} a right triangle with {given_side} {s} and angle {a}{deg}, {find} the {wanted}",
        "angle {a}{deg}, {given_side} {s}, right triangle: how long is the {wanted}",
        "one <acute |>angle of a right triangle <is|measures> {a}{deg}. the {given_side} <is|measures> {s}. {find} "
        "the {wanted}",
        "in a right-angled triangle, theta = {a}{deg} and the {given_side} is {s}. {find} the {wanted}",
        "<use|take> trigonometry to find the {wanted}: angle {a}{deg}, {given_side} {s}",
        "{find} the length of the {wanted} when the {given_side} is {s} and the angle {a}{deg} in a right triangle",
        "a right triangle: {given_side} = {s}, angle = {a}{deg}, {wanted} = ?",
        "solve the right triangle for the {wanted}: the angle is {a}{deg} and the {given_side} is {s}",
        "what length has the {wanted} if a right triangle has the angle {a}{deg} and the {given_side} {s}",
        *noun_frames("{wanted}", "a right triangle with an angle of {a}{deg} and {given_side} {s}"),
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
        "{must_find} the angle with opposite side {a} and adjacent side {b} in a right triangle",
        "{wonder} which angle has the opposite side {a} and the adjacent side {b}",
        "if the opposite side is {a} and the adjacent side is {b}, what is the angle [in degrees]",
        "how large is the angle of a right triangle if the opposite side is {a} and the adjacent side {b}",
        "tan(theta) = {a}/{b}. {find} theta in degrees",
        "for which acute angle is the tangent {a}/{b}? answer in degrees",
        "{having} a right triangle with opposite side {a} and adjacent side {b}, {find} the angle in degrees",
        "right triangle, opposite {a}, adjacent {b}: angle",
        "a ramp rises {a} m over a horizontal length of {b} m. at what angle does it rise",
        "a <tree|pole|tower> {a} m high throws a shadow of {b} m. what is the angle of elevation of the sun in degrees",
        "from {b} m away, the top of a wall {a} m high is seen at which angle of elevation",
        "{find} the angle of elevation if something is {a} m high and {b} m away",
        "a slope goes up {a} for every {b} forward. how many degrees is that",
        "opposite = {a}, adjacent = {b}. {find} the angle in degrees with the tangent",
        *noun_frames("angle", "a right triangle with opposite side {a} and adjacent side {b}"),
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


_TALL = ("tower", "tree", "building", "flagpole", "house", "church", "statue", "lighthouse", "pole", "cliff", "mast")


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
        "{must_find} the height of a {tower} if its top is seen at {a} degrees from {s} m away",
        "{wonder} how <tall|high> a {tower} is if its top is seen at {a} degrees from a distance of {s} m",
        "{someone} stands {s} m away from a {tower} and sees its top at an angle of elevation of {a}°. how tall is it",
        "if the angle of elevation to the top of a {tower} is {a}° at a distance of {s} m, <how tall is it|what is "
        "its height>",
        "the shadow of a {tower} is {s} m long while the sun stands {a}° above the horizon. {find} the height",
        "the sun's rays hit the ground at {a} degrees and a {tower} has a shadow of {s} m. how <tall|high> is the "
        "{tower}",
        "how tall is a {tower} that casts a shadow of {s} m when the sun is at {a} degrees",
        "a {tower}, distance {s} m, angle of elevation {a}°: height",
        "what is the height of a {tower} whose shadow is {s} m long at a sun angle of {a} degrees",
        "a <camera|surveyor|tourist> {s} m from the foot of a {tower} measures an angle of {a} degrees to its top. "
        "{find} the height",
        "the distance to a {tower} is {s} m and the angle up to its top is {a} degrees. how high is the {tower}",
        "{having} a {tower} at a distance of {s} m whose top appears {a} degrees above the ground, {find} its height",
        "from a point on the ground {s} m from a {tower}, the top is at an elevation of {a}°. how high is the top",
        *noun_frames("height", "a {tower} whose top is seen at {a}° from {s} m away"),
        "{someone} is standing {s} m from a {tower} and looks up at {a} degrees to see its top. how tall is the "
        "{tower}",
    ),
    ("standing {s} m from a {tower}, one looks up {a} degrees to its top. its height, please",),
)
def shadow(rng: Random) -> Instance:
    a, s = rng.randint(10, 75), rng.randint(5, 150)
    return Instance(
        {"a": a, "s": s, "tower": phrased(rng.choice(_TALL))},
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
        "{must_find} the area of a triangle with sides {a}, {b} and {c}",
        "{wonder} how large the area of a triangle with the sides {a}, {b} and {c} is",
        "if the sides of a triangle <are|measure> {a}, {b} and {c}, what is <the|its> area",
        "what is the area of a triangle <whose sides are|with side lengths|with the sides> {a}, {b} and {c}",
        "{having} a triangle with sides {a}, {b} and {c}, {find} the area",
        "a = {a}, b = {b}, c = {c}. {find} the area of the triangle",
        "triangle ABC has AB = {a}, BC = {b} and CA = {c}. {find} its area",
        "triangle with sides {a}, {b}, {c}: area",
        "the three sides of a triangular <field|garden|sail> are {a}, {b} and {c}. how large is it",
        "<use|apply> heron's formula: a triangle has sides {a}, {b} and {c}. {find} the area",
        "how <much area has|large is> a triangle with side lengths {a}, {b} and {c}",
        "a triangle is made of three <sticks|straws|rods> of length {a}, {b} and {c}. what is its area",
        "three sides {a}, {b}, {c}, area of the triangle",
        "heron: {a}, {b}, {c}",
        *noun_frames("area", "a triangle with <the |>sides {a}, {b} and {c}"),
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
        "{must_find} the perimeter of a triangle with sides {a}, {b} and {c}",
        "{wonder} how long the perimeter of a triangle with the sides {a}, {b} and {c} is",
        "if the sides of a triangle <are|measure> {a}, {b} and {c}, what is <the|its> perimeter",
        "what is the perimeter of a triangle <whose sides are|with side lengths> {a}, {b} and {c}",
        "a = {a}, b = {b}, c = {c}. {find} the perimeter of the triangle",
        "the three sides of a triangular <field|garden|park> are {a}, {b} and {c}. how much fence goes around it",
        "how far is it around a triangle with sides {a}, {b} and {c}",
        "a triangle is bent from wire, its sides are {a}, {b} and {c}. how long was the wire",
        "triangle ABC has AB = {a}, BC = {b} and CA = {c}. {find} its perimeter",
        "<add|add up> the sides {a}, {b} and {c} of a triangle to get its perimeter",
        "the lengths of the sides of a triangle are {a}, {b} and {c}. {find} the perimeter",
        "{having} a triangle with side lengths {a}, {b}, {c}, what is the perimeter",
        "how long is the <boundary|outline> of a triangle with sides {a}, {b} and {c}",
        *noun_frames("perimeter", "a triangle with <the |>sides {a}, {b} and {c}"),
        "{someone} goes walking around a triangular park with sides {a}, {b} and {c}. how long is the walk",
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
        "{must_find} the {width} of a rectangle with area {s} and {length} {a}",
        "{wonder} what the {width} of a rectangle with area {s} and {length} {a} is",
        "if the area of a rectangle is {s} and its {length} is {a}, how <large|big> is the {width}",
        "a rectangle covers {s} square units and its {length} is {a}. what is its {width}",
        "{having} a rectangle with area {s} and {length} {a}, {find} the {width}",
        "rectangle, area = {s}, {length} = {a}, {width} = ?",
        "the {length} of a rectangle is {a} and its area is {s}. {find} <its|the> {width}",
        "a <carpet|garden|room|wall> has an area of {s} and a {length} of {a}. {find} its {width}",
        "what {width} does a rectangle need so that its area is {s} when its {length} is {a}",
        "{find} the missing side of a rectangle: area {s}, {length} {a}",
        "A = {s}, {length} {a}: how much is the {width} of the rectangle",
        "a rectangular field of area {s} has the {length} {a}. {find} the {width}",
        "which {width} gives a rectangle of {length} {a} the area {s}",
        *noun_frames("{width}", "a rectangle with area {s} and {length} {a}"),
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
