"""Cities seen from afar: Moscow at dusk, Islamabad in the morning, a bridge at night."""

import math

from .canvas import Canvas, Colour, mix
from .scenery import clouds, cypress, foliage, lit_windows


def moscow_dusk(c: Canvas) -> None:
    """Towers, walls and domes across the river, the last light behind them."""
    shore, w = 66, c.width
    c.rect((0, 0, w, 100), "#8a7f86")
    c.gradient((0, 0, w, shore), [(0, "#42546d"), (0.45, "#7f8799"), (0.75, "#c3a797"), (1, "#e6bf94")])
    clouds(c, (0, 8, w, 42), "#56627a", 14, 0.5)
    clouds(c, (0, 30, w, 54), "#e2b498", 12, 0.5)
    c.glow(w * 0.64, 60, 58, "#ffd9a0", 0.75, 30)
    _blocks(c, shore, "#9c97a0", 9, 17, 0)
    for x, height in ((w * 0.13, 41), (w * 0.86, 35)):
        _stalinist_tower(c, x, shore - 4, height, "#827f8e")
    c.soften(0.35)
    _blocks(c, shore, "#6c6d7d", 6, 14, 0.16)
    c.shadow([(0, shore - 9), (w, shore - 9), (w, shore + 4), (0, shore + 4)], "#d9b79c", 0.35, 4)
    for x, height, gold in (
        (w * 0.405, 20, 0.1),
        (w * 0.43, 25, 0.5),
        (w * 0.455, 21, 0.1),
        (w * 0.52, 31, 0.7),
    ):
        _domed_church(c, x, shore - 3, height, mix("#565763", "#a98650", gold * 0.6))
    _blocks(c, shore, "#474c5c", 4, 8, 0.2)
    _wall_with_towers(c, shore)
    c.soften(0.12)
    for x in range(4, int(w), 9):
        c.glow(x, shore - 2.2, 2.6, "#ffcf8a", 0.8)
        c.oval((x - 0.28, shore - 2.5, x + 0.28, shore - 1.94), "#fff0cc")
    c.reflect(shore, 100, "#39465a", 0.36)
    c.gradient(
        (0, shore, w, 100), [(0, (230, 190, 150, 60)), (0.25, (60, 74, 96, 40)), (1, (22, 30, 46, 190))]
    )
    c.ripples((0, shore + 1, w, 100), "#e3c2a2", 420, 0.28)
    c.ripples((0, shore + 1, w, 100), "#1e2a3e", 420, 0.36)
    c.rect((0, shore - 0.1, w, shore + 0.9), "#2c3040")


def _blocks(c: Canvas, foot: float, colour: Colour, low: float, high: float, lit: float) -> None:
    x = -3.0
    while x < c.width:
        width, height = c.rng.uniform(5, 13), c.rng.uniform(low, high)
        shade = mix(colour, "#ffffff", c.rng.uniform(-0.05, 0.05))
        c.shaded(
            [(x, foot - height), (x + width, foot - height), (x + width, foot), (x, foot)],
            [(0, shade), (1, mix(shade, "#d0ac93", 0.18))],
        )
        if c.rng.random() < 0.4:
            c.poly(
                [
                    (x, foot - height),
                    (x + width * 0.25, foot - height - 1.3),
                    (x + width * 0.75, foot - height - 1.3),
                    (x + width, foot - height),
                ],
                shade,
            )
        if lit:
            lit_windows(c, (x + 0.6, foot - height + 1, x + width - 0.6, foot - 1), 1.25, "#ffd596", lit)
        x += width * c.rng.uniform(0.8, 1.1)


def _stalinist_tower(c: Canvas, x: float, foot: float, height: float, colour: Colour) -> None:
    for half, share in ((9.5, 0.34), (6.6, 0.47), (4.2, 0.66), (2.6, 0.76), (1.5, 0.82)):
        c.shaded(
            [
                (x - half, foot - height * share),
                (x + half, foot - height * share),
                (x + half, foot + 5),
                (x - half, foot + 5),
            ],
            [(0, mix(colour, "#4c5266", 0.3)), (0.6, colour), (1, mix(colour, "#ffdcb4", 0.4))],
            across=True,
        )
        for side in (-1, 1):
            tip = x + side * half * 0.9
            c.poly(
                [
                    (tip - 0.5, foot - height * share),
                    (tip, foot - height * share - 2),
                    (tip + 0.5, foot - height * share),
                ],
                colour,
            )
    c.poly(
        [(x - 0.9, foot - height * 0.8), (x, foot - height * 1.04), (x + 0.9, foot - height * 0.8)], colour
    )
    lit_windows(c, (x - 4, foot - height * 0.64, x + 4, foot), 1.1, "#ffdca6", 0.12, 0.6)


def _dome(c: Canvas, x: float, y: float, half: float, colour: Colour) -> None:
    outline = []
    for step in range(17):
        share = step / 16
        swell = half * (0.78 + 0.34 * math.sin(share * math.pi * 0.95)) * (1 - share**2.6)
        outline.append((swell, y - share * half * 2.5))
    points = [(x - dx, dy) for dx, dy in outline] + [(x + dx, dy) for dx, dy in reversed(outline)]
    c.shaded(
        points,
        [
            (0, mix(colour, "#20222c", 0.4)),
            (0.65, mix(colour, "#ffe2b0", 0.45)),
            (1, mix(colour, "#20222c", 0.1)),
        ],
        across=True,
    )
    c.line([(x, y - half * 2.4), (x, y - half * 3.3)], colour, 0.2)


def _domed_church(c: Canvas, x: float, foot: float, height: float, gold: Colour) -> None:
    half = height * 0.085
    c.shaded(
        [
            (x - half, foot - height * 0.6),
            (x + half, foot - height * 0.6),
            (x + half * 1.3, foot),
            (x - half * 1.3, foot),
        ],
        [(0, "#6a6a78"), (0.7, "#b9a395"), (1, "#7d7780")],
        across=True,
    )
    c.rect((x - half * 0.15, foot - height * 0.55, x + half * 0.15, foot - height * 0.4), "#3d4150", 0.7)
    _dome(c, x, foot - height * 0.6, half * 1.05, gold)


def _wall_with_towers(c: Canvas, shore: float) -> None:
    top, left, right = shore - 6.2, c.width * 0.2, c.width * 0.78
    c.gradient((left, top, right, shore), [(0, "#5d4544"), (1, "#44363c")])
    for step in range(int((right - left) / 1.1)):
        c.rect((left + step * 1.1, top - 0.8, left + step * 1.1 + 0.7, top), "#5a4443")
    for share, height in ((0.2, 16), (0.32, 20), (0.6, 29), (0.7, 18), (0.78, 22)):
        x, half = c.width * share, height * 0.085
        c.shaded(
            [
                (x - half, shore - height * 0.55),
                (x + half, shore - height * 0.55),
                (x + half, shore),
                (x - half, shore),
            ],
            [(0, "#453539"), (0.7, "#86625a"), (1, "#59444a")],
            across=True,
        )
        c.rect((x - half * 0.65, shore - height * 0.66, x + half * 0.65, shore - height * 0.5), "#6a4f4d")
        c.shaded(
            [
                (x - half * 0.8, shore - height * 0.64),
                (x, shore - height),
                (x + half * 0.8, shore - height * 0.64),
            ],
            [(0, "#33403f"), (0.7, "#6d7a6c"), (1, "#3c4746")],
            across=True,
        )
        c.oval(
            (x - half * 0.3, shore - height * 0.49, x + half * 0.3, shore - height * 0.49 + half * 0.6),
            "#f0cf94",
            0.8,
        )
    for _ in range(34):
        x = c.rng.uniform(0, c.width)
        foliage(c, x, shore - 1.6, 2.8, 2.2, "#262a30", "#4a4a46", 26)


def islamabad_morning(c: Canvas) -> None:
    """The Margalla hills in morning haze above a white modern building and its lawn."""
    w = c.width
    c.gradient((0, 0, w, 62), [(0, "#93aec2"), (0.5, "#c8d1d1"), (0.85, "#efdfc4"), (1, "#f1e2cb")])
    clouds(c, (0, 6, w, 24), "#eef0ea", 9, 0.4)
    c.glow(w * 0.2, 36, 62, "#fff0cf", 0.85, 40)
    for base, rise, colour in (
        (42, 13, "#a9b5b8"),
        (48, 13, "#8c9d9c"),
        (54, 10, "#728880"),
        (59, 6, "#5f7769"),
    ):
        _ridge(c, base, rise, colour)
        c.shadow([(0, base + 2), (w, base + 2), (w, base + 7), (0, base + 7)], "#efe3cc", 0.42, 3)
        c.soften(0.18)
    for _ in range(60):
        foliage(
            c,
            c.rng.uniform(0, w),
            c.rng.uniform(63, 66.5),
            c.rng.uniform(3, 6),
            c.rng.uniform(2.4, 4),
            "#4a6252",
            "#94a47f",
            40,
        )
    c.shadow([(0, 62), (w, 62), (w, 66), (0, 66)], "#efe3cc", 0.3, 2.5)
    _white_building(c, w * 0.36, 68, w * 0.56)
    c.gradient((0, 68, w, 100), [(0, "#9aa577"), (0.35, "#7c8d60"), (1, "#46583f")])
    c.shaded(
        [(w * 0.6, 68), (w * 0.645, 68), (w * 0.74, 100), (w * 0.42, 100)], [(0, "#d9d0bc"), (1, "#b1a794")]
    )
    c.mottle((0, 68, w, 100), 50, 60, 0.05)
    for x, y, reach in ((18, 84, 34), (96, 93, 40), (70, 78, 26)):
        c.shadow([(x, y - 1.5), (x + reach, y - 0.6), (x + reach, y + 1.6), (x, y + 2)], "#2c3d2f", 0.4, 1.6)
    for x, foot, height in ((w * 0.27, 72, 13), (w * 0.965, 73, 17), (w * 0.9, 70, 10), (w * 0.33, 70, 9)):
        if height < 11:
            cypress(c, x, foot, height * 1.5, "#2f4537", "#7e9068")
        else:
            _round_tree(c, x, foot, height)
    with c.out_of_focus(0.5) as near:
        _near_branch(near)


def _ridge(c: Canvas, base: float, rise: float, colour: Colour) -> None:
    waves = [
        (c.rng.uniform(0.02, 0.05), 1.0),
        (c.rng.uniform(0.08, 0.14), 0.35),
        (c.rng.uniform(0.3, 0.5), 0.1),
        (1.1, 0.035),
    ]
    shifts = [c.rng.uniform(0, 6.3) for _ in waves]
    points = [(0.0, base + 12)]
    for step in range(241):
        x = c.width * step / 240
        lift = sum(
            size * math.sin(x * pace + shift) for (pace, size), shift in zip(waves, shifts, strict=True)
        )
        points.append((x, base - rise * (0.6 + 0.45 * lift)))
    c.shaded([*points, (c.width, base + 12)], [(0, colour), (1, mix(colour, "#f1e5d0", 0.55))])


def _white_building(c: Canvas, left: float, foot: float, width: float) -> None:
    right, top = left + width, foot - 15
    c.gradient((left, top, right, foot), [(0, "#efe7d8"), (1, "#c9c3b6")])
    c.gradient((left, top + 2, right, foot - 1), [(0, "#77828a"), (1, "#5b6972")])
    for floor in range(4):
        y = top + 2 + floor * 3.1
        c.rect((left, y, right, y + 0.9), "#e2dac9")
        c.rect((left, y + 0.9, right, y + 1.3), "#4c5860", 0.5)
    fins = 32
    for step in range(fins + 1):
        x = left + width * step / fins
        c.rect((x - 0.3, top, x + 0.42, foot), "#efe8da")
        c.rect((x + 0.42, top + 1.6, x + 0.9, foot), "#48545c", 0.35)
    c.gradient((left - 1.4, top - 2, right + 1.4, top + 1.3), [(0, "#f7f1e4"), (1, "#d8d0c0")])
    middle = left + width * 0.46
    c.gradient((middle - 9, top - 6.5, middle + 9, top - 2), [(0, "#f4eddf"), (1, "#cfc7b8")])
    c.gradient((middle - 8, foot - 11, middle + 8, foot), [(0, "#59656b"), (1, "#8b8d86")])
    c.gradient((middle - 10, foot - 12, middle + 10, foot - 10.4), [(0, "#fbf5e9"), (1, "#d5ccbb")])
    for step in range(5):
        c.rect((middle - 9 + step * 4.3, foot - 10.5, middle - 8.2 + step * 4.3, foot), "#f2ebdd")
    c.shadow(
        [(left, foot - 0.4), (right, foot - 0.4), (right, foot + 1), (left, foot + 1)], "#3c4a3c", 0.5, 0.8
    )


def _round_tree(c: Canvas, x: float, foot: float, height: float) -> None:
    c.line([(x, foot), (x, foot - height * 0.5)], "#3b3a30", 0.7)
    foliage(c, x, foot - height * 0.6, height * 0.42, height * 0.42, "#2c4133", "#93a170", 380)


def _near_branch(c: Canvas) -> None:
    c.line([(-2, 14), (18, 9), (34, 11)], "#2c352b", 0.9)
    for x, y, reach in ((4, 9, 11), (17, 6, 9), (27, 8, 7), (2, 22, 7), (35, 11, 4)):
        foliage(c, x, y, reach, reach * 0.5, "#24362b", "#6f8358", 150, solid=False)


def bridge_night(c: Canvas) -> None:
    """A bridge of arches with its lamps reflected in dark water."""
    w, shore = c.width, 64
    c.rect((0, 0, w, 100), "#39435c")
    c.gradient((0, 0, w, shore), [(0, "#141d30"), (0.6, "#2b3a55"), (1, "#5a6076")])
    clouds(c, (0, 8, w, 44), "#4a5670", 12, 0.45)
    c.glow(w * 0.72, shore, 60, "#b88f6a", 0.55, 26)
    _blocks(c, shore, "#303b52", 5, 13, 0.22)
    c.soften(0.3)
    _blocks(c, shore, "#222b3e", 3, 7, 0.3)
    for x in range(0, int(w), 5):
        c.glow(x + c.rng.uniform(-2, 2), shore - c.rng.uniform(0.5, 3), 1.7, "#ffbe77", 0.8)
    c.soften(0.2)
    _arched_bridge(c, shore)
    c.reflect(shore, 100, "#121b2d", 0.3)
    c.gradient((0, shore, w, 100), [(0, (18, 26, 44, 40)), (1, (8, 12, 22, 200))])
    for x in _lamps(c):
        c.glow(x, 84, 3.4, "#ffc27c", 0.9, 24)
        c.ripples((x - 1.6, 74, x + 1.6, 98), "#ffe0ae", 26, 0.6)
    c.ripples((0, shore + 1, w, 100), "#f2bf86", 300, 0.25)
    c.ripples((0, shore + 1, w, 100), "#0b1120", 520, 0.45)


def _lamps(c: Canvas) -> list[float]:
    return [c.width * (step + 0.35) / 10.6 for step in range(11)]


def _arched_bridge(c: Canvas, shore: float) -> None:
    w, deck = c.width, shore - 17
    spans = [(w * share, w * 0.135) for share in (0.06, 0.355, 0.65, 0.945)]
    base = [(0, deck + 2), (w, deck + 2), (w, deck + 4)]
    for x, half in reversed(spans):
        curve = [
            (x + half * math.cos(math.pi * step / 24), shore - 12.2 * math.sin(math.pi * step / 24))
            for step in range(25)
        ]
        base += [(x + half, shore + 1), *curve, (x - half, shore + 1)]
    c.shaded([*base, (0, deck + 4)], [(0, "#9a8470"), (0.35, "#6b6064"), (1, "#30323e")])
    for x, half in spans:
        curve = [
            (x + half * math.cos(math.pi * step / 24), shore - 12.2 * math.sin(math.pi * step / 24))
            for step in range(25)
        ]
        c.line(curve, "#b89b7c", 0.35, 0.8)
        c.glow(x + half + w * 0.012, shore - 3, 6, "#ffb869", 0.5, 9)
    c.gradient((0, deck - 0.4, w, deck + 2), [(0, "#c8a985"), (1, "#6f6260")])
    c.rect((0, deck - 2.2, w, deck - 1.9), "#3a3a45")
    for step in range(int(w / 0.9)):
        c.rect((step * 0.9, deck - 2.2, step * 0.9 + 0.18, deck), "#3a3a45")
    for x in _lamps(c):
        c.line([(x, deck), (x, deck - 9)], "#20232e", 0.3)
        c.glow(x, deck - 9.3, 8.5, "#ffc27c", 0.75)
        c.oval((x - 0.65, deck - 9.95, x + 0.65, deck - 8.65), "#fff1d2")
