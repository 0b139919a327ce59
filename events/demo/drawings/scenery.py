"""What several scenes share: trees, lit windows, clouds and silhouettes of passers-by."""

import math

from .canvas import Canvas, Colour, mix


def bare_tree(c: Canvas, x: float, foot: float, height: float, colour: Colour, alpha: float = 0.9) -> None:
    """A leafless tree, branch from branch."""

    def grow(x, y, length, angle, width, depth):
        end = (x + math.cos(angle) * length, y + math.sin(angle) * length)
        c.line([(x, y), end], colour, width, alpha)
        if depth:
            for turn in (-0.42, 0.05, 0.44):
                grow(
                    *end,
                    length * c.rng.uniform(0.6, 0.8),
                    angle + turn + c.rng.uniform(-0.2, 0.2),
                    width * 0.58,
                    depth - 1,
                )

    grow(x, foot, height * 0.3, -math.pi / 2 + c.rng.uniform(-0.06, 0.06), height * 0.03, 5)


def foliage(
    c: Canvas,
    x: float,
    y: float,
    rx: float,
    ry: float,
    dark: Colour,
    light: Colour,
    leaves: int = 320,
    solid: bool = True,
) -> None:
    """A crown of leaves, lit from above and one side; without a solid heart the sky shows through."""
    if solid:
        for dx, dy, reach in (
            (0, 0.05, 0.72),
            (-0.35, 0.15, 0.52),
            (0.36, 0.12, 0.52),
            (0.05, -0.34, 0.5),
            (0, 0.42, 0.42),
        ):
            spot = (x + dx * rx, y + dy * ry)
            c.oval(
                (spot[0] - reach * rx, spot[1] - reach * ry, spot[0] + reach * rx, spot[1] + reach * ry),
                dark,
                0.9,
            )
    extent = min(rx, ry)
    leaves = round(leaves * 3 * max(1, extent / 6))
    for index in range(leaves):
        angle, reach = c.rng.uniform(0, math.tau), c.rng.random() ** 0.55
        dx, dy = math.cos(angle) * reach, math.sin(angle) * reach
        light_here = (0.5 - 0.4 * dy - 0.28 * dx + c.rng.uniform(-0.25, 0.25)) * index / leaves
        size = 1.5 * extent**0.6 * c.rng.uniform(0.03, 0.11) * (1.3 - 0.6 * index / leaves)
        spot = (x + dx * rx, y + dy * ry)
        box = (spot[0] - size, spot[1] - size * 0.75, spot[0] + size, spot[1] + size * 0.75)
        c.oval(box, mix(dark, light, min(1, max(0, light_here))), 0.85)


def leafy_tree(c: Canvas, x: float, foot: float, height: float, dark: Colour, light: Colour) -> None:
    """A round tree in leaf."""
    c.line([(x, foot), (x + height * 0.02, foot - height * 0.6)], mix(dark, "#2a2420", 0.6), height * 0.045)
    for dx, dy, size in ((-0.16, -0.5, 0.22), (0.18, -0.54, 0.23), (0, -0.72, 0.27)):
        foliage(c, x + dx * height, foot + dy * height, size * height, size * height * 0.95, dark, light, 200)


def cypress(c: Canvas, x: float, foot: float, height: float, dark: Colour, light: Colour) -> None:
    """A tall narrow evergreen."""
    for step in range(9):
        share = step / 8
        width = height * 0.125 * math.sin(math.pi * (0.22 + 0.75 * share)) + 0.2
        foliage(c, x, foot - height * (0.08 + 0.86 * share), width, height * 0.11, dark, light, 60)


def clouds(c: Canvas, box, colour: Colour, count: int, alpha: float) -> None:
    """Long soft clouds lying in the sky."""
    left, top, right, bottom = box
    for _ in range(count):
        x, y = c.rng.uniform(left, right), c.rng.uniform(top, bottom)
        reach, thick = c.rng.uniform(14, 38), c.rng.uniform(0.5, 1.7)
        points = [
            (x - reach, y),
            (x - reach * 0.3, y - thick),
            (x + reach * 0.5, y - thick * 0.6),
            (x + reach, y + thick * 0.3),
            (x, y + thick),
        ]
        c.shadow(points, colour, alpha * c.rng.uniform(0.5, 1), 1.6)


def lit_windows(c: Canvas, box, step: float, colour: Colour, share: float, alpha: float = 0.8) -> None:
    """Small windows over a wall, a share of them lit."""
    left, top, right, bottom = box
    for row in range(int((bottom - top) / step)):
        for column in range(int((right - left) / step)):
            if c.rng.random() < share:
                x, y = left + (column + 0.3) * step, top + (row + 0.3) * step
                c.rect((x, y, x + step * 0.38, y + step * 0.5), colour, alpha * c.rng.uniform(0.35, 1))


def passer_by(c: Canvas, x: float, foot: float, height: float, colour: Colour, alpha: float = 0.85) -> None:
    """A tiny distant silhouette."""
    c.oval((x - height * 0.075, foot - height, x + height * 0.075, foot - height * 0.84), colour, alpha)
    c.poly(
        [
            (x - height * 0.13, foot - height * 0.8),
            (x + height * 0.13, foot - height * 0.8),
            (x + height * 0.1, foot - height * 0.4),
            (x + height * 0.07, foot),
            (x - height * 0.08, foot),
            (x - height * 0.11, foot - height * 0.4),
        ],
        colour,
        alpha,
    )


def arch(x: float, spring: float, half: float, rise: float, foot: float, pointed: bool = True) -> list:
    """The outline of an arched opening, from one foot over the crown to the other."""
    curve = []
    for step in range(25):
        turn = math.pi * (1 - step / 24)
        lift = math.sin(turn)
        if pointed:
            lift = 0.82 * lift + 0.18 * (1 - abs(math.cos(turn))) ** 1.1
        curve.append((x + math.cos(turn) * half, spring - lift * rise))
    return [(x - half, foot), *curve, (x + half, foot)]
