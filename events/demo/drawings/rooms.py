"""Quiet rooms: a library corner and a corridor of tall windows."""

from .canvas import Camera, Canvas, mix
from .scenery import arch

BINDINGS = (
    "#6b3a2e",
    "#2f4450",
    "#7a6a45",
    "#3d4a3a",
    "#8a7b66",
    "#4b2f34",
    "#a08a63",
    "#2c3242",
    "#59422e",
    "#73756b",
)


def library(c: Canvas) -> None:
    """Shelves to the ceiling; on the desk a lamp, an open book and a pile."""
    w, desk = c.width, 80
    c.gradient((0, 0, w, 100), [(0, "#2b1d15"), (1, "#4a3223")])
    for row in range(8):
        for left, right in ((1.5, w / 2 - 0.9), (w / 2 + 0.9, w - 1.5)):
            _shelf(c, left, right, 1 + row * 10.4, 9.2)
    for x in (0, w / 2 - 0.9, w - 1.5):
        c.gradient((x, 0, x + 1.8, desk), [(0, "#6e4c33"), (0.4, "#8a6343"), (1, "#3d291b")], across=True)
    c.gradient((0, 0, w, desk), [(0, (12, 10, 12, 190)), (0.5, (20, 14, 12, 90)), (1, (20, 14, 12, 30))])
    c.soften(0.26)
    lamp = w * 0.62
    c.glow(lamp, 62, 52, "#ffbf6e", 0.75, 46)
    c.gradient((0, desk, w, 100), [(0, "#8a5a37"), (0.25, "#6b4229"), (1, "#2f1c13")])
    c.mottle((0, desk, w, 100), 6, 60, 0.12)
    c.gradient((0, desk - 0.4, w, desk + 0.5), [(0, "#c48d5a"), (1, "#7b4f31")])
    c.glow(lamp, desk + 6, 34, "#ffcd85", 0.75, 11)
    _lamp(c, lamp, desk + 5)
    _open_book(c, w * 0.36, desk + 10)
    for index, (reach, colour) in enumerate(((7.5, "#2f4450"), (7, "#7a6a45"), (6.4, "#6b3a2e"))):
        y, x = desk + 3.4 - index * 2.1, w * 0.15 + index * 0.5
        c.gradient(
            (x - reach, y, x + reach, y + 2),
            [(0, mix(colour, "#ffd9a0", 0.3)), (1, mix(colour, "#000000", 0.4))],
        )
        c.rect((x + reach - 1.4, y + 0.35, x + reach, y + 1.65), "#d8c6a0", 0.85)


def _shelf(c: Canvas, left: float, right: float, top: float, height: float) -> None:
    c.rect((left, top, right, top + height), "#1d130e")
    x = left + 0.3
    while x < right - 1:
        width, tall = c.rng.uniform(0.75, 1.9), height * c.rng.uniform(0.66, 0.92)
        if c.rng.random() < 0.06:
            x += width
            continue
        width, lean = min(width, right - x - 0.2), 0.8 if c.rng.random() < 0.05 else 0.0
        colour = mix(c.rng.choice(BINDINGS), c.rng.choice(BINDINGS), c.rng.random() * 0.5)
        y = top + height - tall
        c.shaded(
            [(x + lean, y), (x + width + lean, y), (x + width, top + height), (x, top + height)],
            [
                (0, mix(colour, "#000000", 0.3)),
                (0.4, mix(colour, "#ffe3b8", 0.22)),
                (1, mix(colour, "#000000", 0.45)),
            ],
            across=True,
        )
        for band in (0.14, 0.22, 0.8):
            c.rect(
                (
                    x + 0.12 + lean * (1 - band),
                    y + tall * band,
                    x + width - 0.12 + lean * (1 - band),
                    y + tall * band + 0.22,
                ),
                "#c9a866",
                0.55,
            )
        x += width + 0.06
    c.shadow([(left, top), (right, top), (right, top + 1.6), (left, top + 1.6)], "#0c0806", 0.6, 0.7)
    c.gradient(
        (left, top + height, right, top + height + 1.2), [(0, "#93693f"), (0.4, "#6b4a2f"), (1, "#33221a")]
    )


def _lamp(c: Canvas, x: float, foot: float) -> None:
    brass = [(0, "#4e3a1c"), (0.35, "#e5c27c"), (1, "#5a4323")]
    c.shadow(
        [(x - 6, foot - 0.4), (x + 7, foot - 0.4), (x + 7, foot + 1.8), (x - 6, foot + 1.8)],
        "#1c100a",
        0.6,
        0.8,
    )
    c.oval((x - 5, foot - 1.2, x + 5, foot + 1.4), "#4a3519")
    c.oval((x - 5, foot - 1.6, x + 5, foot + 0.9), "#b08c4f")
    c.gradient((x - 0.5, foot - 20, x + 0.5, foot - 0.6), brass, across=True)
    c.glow(x, foot - 18, 13, "#ffe2a6", 0.9, 8)
    c.oval((x - 1.8, foot - 20.6, x + 1.8, foot - 17.2), "#fff6de")
    shade = [(x - 4.2, foot - 26.5), (x + 4.2, foot - 26.5), (x + 9.4, foot - 19.4), (x - 9.4, foot - 19.4)]
    c.shaded(shade, [(0, "#12352b"), (0.35, "#3f7d62"), (0.6, "#2a5f4b"), (1, "#0e2a22")], across=True)
    c.shaded(
        [(x - 9.4, foot - 19.9), (x + 9.4, foot - 19.9), (x + 9.4, foot - 19.1), (x - 9.4, foot - 19.1)],
        [(0, "#f7e3ae"), (1, "#d7b264")],
    )
    c.gradient((x - 1.1, foot - 28, x + 1.1, foot - 26.4), brass, across=True)


def _open_book(c: Canvas, x: float, y: float) -> None:
    c.shadow([(x - 14, y), (x + 14, y), (x + 15, y + 5.4), (x - 15, y + 5.4)], "#170d08", 0.65, 0.8)
    for side in (-1, 1):
        page = [
            (x, y),
            (x + side * 6, y - 0.9),
            (x + side * 11.6, y - 0.1),
            (x + side * 13.4, y + 4),
            (x + side * 6.8, y + 3.2),
            (x, y + 4.6),
        ]
        c.shaded(page, [(0, "#fff3d6"), (1, "#d9c49c")])
        for row in range(5):
            c.line(
                [
                    (x + side * (1.6 + row * 0.1), y + 0.7 + row * 0.62),
                    (x + side * (10.2 + row * 0.3), y + 0.35 + row * 0.62),
                ],
                "#8a7a60",
                0.14,
                0.5,
            )
    c.shadow([(x - 0.5, y), (x + 0.5, y), (x + 0.6, y + 4.4), (x - 0.6, y + 4.4)], "#5e4a32", 0.6, 0.5)


def corridor(c: Canvas) -> None:
    """Windows on one side, doors on the other, light lying across the floor."""
    w, eye = c.width, Camera(c.width * 0.52, 46, 52)
    left, right, floor, ceiling, end = -1.35, 1.35, 1.6, -2.3, 15
    c.rect((0, 0, w, 100), "#b3a58e")
    near = 0.9
    c.shaded(
        eye.face((left, ceiling, near), (right, ceiling, near), (right, ceiling, end), (left, ceiling, end)),
        [(0, "#8e867b"), (1, "#e7dcc7")],
    )
    c.shaded(
        eye.face((left, floor, end), (right, floor, end), (right, floor, near), (left, floor, near)),
        [(0, "#cdb79a"), (0.35, "#8f7253"), (1, "#4f3a29")],
    )
    c.shaded(
        eye.face((right, ceiling, end), (right, ceiling, near), (right, floor, near), (right, floor, end)),
        [(0, "#e3d6bd"), (1, "#a39580")],
        across=True,
    )
    c.shaded(
        eye.face((left, ceiling, near), (left, ceiling, end), (left, floor, end), (left, floor, near)),
        [(0, "#6f675d"), (1, "#c5b8a2")],
        across=True,
    )
    c.shaded(
        eye.face((left, ceiling, end), (right, ceiling, end), (right, floor, end), (left, floor, end)),
        [(0, "#efe5d0"), (1, "#cbbda3")],
    )
    foot = eye.at(0, floor, end)[1]
    c.shaded(arch(eye.x, foot - 6, 2.3, 2.6, foot, pointed=False), [(0, "#fff9e6"), (1, "#e9dcc0")])
    for row in range(18):
        z = near * 1.17**row
        if z < end:
            c.line(eye.face((left, floor, z), (right, floor, z)), "#3c2b1e", 0.12, 0.35)
    for board in range(1, 8):
        x = left + (right - left) * board / 8
        c.line(eye.face((x, floor, end), (x, floor, near)), "#3c2b1e", 0.12, 0.3)
    for side in (left, right):
        c.line(eye.face((side, floor - 0.12, near), (side, floor - 0.12, end)), "#5f4a38", 0.5, 0.7)
    for index in range(9, -1, -1):
        z = 1.25 + index * 1.35
        _corridor_bay(c, eye, z, left, right, floor, ceiling)
    for side in (left, right):
        c.line(eye.face((side, ceiling + 0.16, near), (side, ceiling + 0.16, end)), "#f5ebd6", 0.5, 0.6)
    c.glow(eye.x, 46, 34, "#fff3d2", 0.5)
    c.glow(0, 40, 50, "#fff0cf", 0.45, 60)


def _corridor_bay(
    c: Canvas, eye: Camera, z: float, left: float, right: float, floor: float, ceiling: float
) -> None:
    depth = 0.78
    beam = eye.face(
        (left, ceiling, z - 0.34),
        (right, ceiling, z - 0.34),
        (right, ceiling, z - 0.2),
        (left, ceiling, z - 0.2),
    )
    c.poly(beam, "#fff6e2", 0.35)
    c.poly(
        eye.face(
            (left, -1.95, z - 0.07),
            (left, -1.95, z + depth + 0.07),
            (left, 0.98, z + depth + 0.07),
            (left, 0.98, z - 0.07),
        ),
        "#e6dbc5",
    )
    c.shaded(
        eye.face((left, -1.85, z), (left, -1.85, z + depth), (left, 0.85, z + depth), (left, 0.85, z)),
        [(0, "#f4f6f2"), (0.6, "#fffaea"), (1, "#e6e6cf")],
    )
    for y in (-1.0, -0.1):
        c.line(eye.face((left, y, z), (left, y, z + depth)), "#a99d88", 0.9 / z)
    c.line(eye.face((left, -1.85, z + depth / 2), (left, 0.85, z + depth / 2)), "#a99d88", 0.9 / z)
    patch = eye.face(
        (-0.75, floor, z + 0.1), (0.75, floor, z - 0.25), (0.75, floor, z + 0.3), (-0.75, floor, z + 0.62)
    )
    c.shadow(patch, "#ffe9bd", 0.62, 1.1 / z)
    glare = eye.face(
        (right, floor - 0.05, z - 0.1),
        (right, floor - 1.3, z - 0.1),
        (right, floor - 1.3, z + 0.34),
        (right, floor - 0.05, z + 0.34),
    )
    if z > 1.5:
        door = eye.face(
            (right, -0.85, z + 0.42),
            (right, -0.85, z + 1.2),
            (right, floor, z + 1.2),
            (right, floor, z + 0.42),
        )
        c.shaded(door, [(0, "#6d4a31"), (1, "#4c3323")])
        c.line([*door, door[0]], "#d9cbb1", 1.1 / z)
    c.shadow(glare, "#fff0cc", 0.45, 1.2 / z)
