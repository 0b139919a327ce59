"""A round meeting table seen from above."""

import math

from .canvas import Canvas, mix


def round_table(c: Canvas) -> None:
    """A ring of polished wood around a patterned carpet; one place for each chair."""
    middle = 50
    c.gradient((0, 0, 100, 100), [(0, "#8e8271"), (1, "#6b6154")])
    c.mottle((0, 0, 100, 100), 90, 90, 0.08)
    c.glow(18, 10, 110, "#fff2d6", 0.5)
    places = [math.tau * (index + 0.5) / 14 for index in range(14)]
    for turn in places:
        _chair_from_above(c, turn)
    _ring(c, 40.5, "#1b120c", 0.0, shadow=True)
    _ring(c, 39.3, "#5b3822")
    _ring(c, 38.9, "#a8734a")
    _ring(c, 38.2, "#94623d")
    for index in range(60):
        reach = 23.5 + 14.4 * index / 60
        box = (middle - reach, middle - reach, middle + reach, middle + reach)
        c.pen.arc(
            [edge * c.unit for edge in box],
            c.rng.uniform(0, 360),
            c.rng.uniform(360, 640),
            fill=(*mix("#6b4227", "#c08e60", c.rng.random())[:3], 70),
            width=max(1, round(0.25 * c.unit)),
        )
    _ring(c, 23.4, "#c39464")
    _ring(c, 22.9, "#4a2d1b")
    _carpet(c)
    c.glow(26, 20, 60, "#fff0d0", 0.55)
    for index, turn in enumerate(places):
        _place_from_above(c, turn, index)
    c.glow(20, 12, 80, "#fff4dc", 0.3)


def _ring(c: Canvas, reach: float, colour: str, alpha: float = 1.0, shadow: bool = False) -> None:
    outline = [
        (50 + math.cos(math.tau * step / 180) * reach, 50 + math.sin(math.tau * step / 180) * reach)
        for step in range(180)
    ]
    if shadow:
        c.shadow([(x + 1.6, y + 2) for x, y in outline], colour, 0.6, 1.6)
    else:
        c.poly(outline, colour, alpha)


def _polar(turn: float, out: float, along: float) -> tuple[float, float]:
    return (
        50 + math.cos(turn) * out - math.sin(turn) * along,
        50 + math.sin(turn) * out + math.cos(turn) * along,
    )


def _slab(
    turn: float, inner: float, outer: float, half: float, tilt: float = 0.0, aside: float = 0.0
) -> list:
    corners = ((inner, aside - half), (inner, aside + half), (outer, aside + half), (outer, aside - half))
    return [_polar(turn, out + along * tilt, along - (out - inner) * tilt) for out, along in corners]


def _chair_from_above(c: Canvas, turn: float) -> None:
    c.shadow([(x + 0.9, y + 1.1) for x, y in _slab(turn, 37, 47.4, 4.2)], "#1c1611", 0.55, 0.9)
    c.shaded(_slab(turn, 37, 45.6, 4), [(0, "#56606e"), (1, "#3a424f")])
    back = [
        _polar(turn, 46 + 0.9 * math.cos(step / 10 * math.pi - math.pi / 2), -4.5 + 9 * step / 10)
        for step in range(11)
    ]
    c.line(back, "#262b35", 1.7)
    c.line(back, "#6f7a88", 0.4, 0.6)


def _carpet(c: Canvas) -> None:
    for reach, colour in (
        (22.4, "#3b2320"),
        (21.6, "#6b3833"),
        (18.6, "#b79b77"),
        (18.0, "#47303a"),
        (11.2, "#a88c6a"),
        (10.6, "#5f3531"),
    ):
        _ring(c, reach, colour)
    for ring, count, size, colour in (
        (20.1, 44, 0.62, "#c7a983"),
        (14.4, 20, 1.5, "#9a7b60"),
        (14.4, 20, 0.8, "#38424f"),
        (6.6, 10, 1.5, "#b5976f"),
        (6.6, 10, 0.8, "#38424f"),
    ):
        for step in range(count):
            x, y = _polar(math.tau * step / count, ring, 0)
            c.poly([(x - size, y), (x, y - size), (x + size, y), (x, y + size)], colour, 0.9)
    for step in range(16):
        turn = math.tau * step / 16
        c.poly(
            [_polar(turn, 0, 0), _polar(turn, 2.6, 0.5), _polar(turn, 4.4, 0), _polar(turn, 2.6, -0.5)],
            "#c7a983",
            0.9,
        )
    c.mottle((28, 28, 72, 72), 110, 110, 0.1)
    outline = [_polar(math.tau * step / 90, 24.2, 0) for step in range(91)]
    c.shadow(
        [*outline[38:76], *[_polar(math.tau * step / 90, 20.2, 0) for step in range(75, 37, -1)]],
        "#140c09",
        0.55,
        1.3,
    )


def _place_from_above(c: Canvas, turn: float, index: int) -> None:
    tilt = c.rng.uniform(-0.14, 0.14)
    sheet = _slab(turn, 31.2, 37.4, 2.3, tilt, -0.6)
    c.shadow([(x + 0.3, y + 0.4) for x, y in sheet], "#1d110a", 0.55, 0.4)
    c.shaded(sheet, [(0, "#fffaf0"), (1, "#ece3d2")])
    if index % 3 == 0:
        other = _slab(turn, 31.6, 37.2, 2.2, tilt + 0.22, -1)
        c.poly(other, "#f7f1e4")
    for row in range(6):
        c.line(
            [_polar(turn, 32.2 + row * 0.75, -2.0), _polar(turn, 32.2 + row * 0.75, 0.7 + (row % 3) * 0.25)],
            "#8f8b86",
            0.1,
            0.6,
        )
    c.line([_polar(turn, 32, 2.5), _polar(turn, 36, 2.9 + tilt)], "#22304a", 0.3)
    plate = _slab(turn, 28.0, 29.4, 2.7)
    c.shadow([(x + 0.4, y + 0.5) for x, y in plate], "#1d110a", 0.6, 0.4)
    c.poly(_slab(turn, 28.0, 28.7, 2.7), "#cfc7b8")
    c.poly(_slab(turn, 28.7, 29.4, 2.7), "#fffdf6")
    base = _polar(turn, 27.4, -4.2)
    tip = _polar(turn, 31.6, -4.0)
    c.shadow(
        [
            (base[0], base[1] + 0.4),
            (tip[0] + 0.8, tip[1] + 0.8),
            (tip[0] + 0.8, tip[1] + 1.2),
            (base[0], base[1] + 0.9),
        ],
        "#1d110a",
        0.5,
        0.3,
    )
    c.oval((base[0] - 1.1, base[1] - 1.1, base[0] + 1.1, base[1] + 1.1), "#1f2229")
    c.line([base, tip], "#2b2f38", 0.3)
    c.oval((tip[0] - 0.55, tip[1] - 0.55, tip[0] + 0.55, tip[1] + 0.55), "#101216")
    c.oval((base[0] - 0.25, base[1] - 0.25, base[0] + 0.25, base[1] + 0.25), "#8fb49a")
    x, y = _polar(turn, 31, 4.6)
    c.shadow([(x - 0.6, y), (x + 1.6, y + 1), (x + 1.2, y + 1.9), (x - 0.4, y + 1)], "#1d110a", 0.45, 0.4)
    c.oval((x - 1.1, y - 1.1, x + 1.1, y + 1.1), "#e8eeee", 0.75)
    c.oval((x - 0.8, y - 0.8, x + 0.8, y + 0.8), "#a9b8ba", 0.8)
    c.oval((x - 0.6, y - 0.7, x, y - 0.1), "#ffffff", 0.85)
