"""A long meeting table laid for a meeting, and the wall and glasses other tables share."""

from .canvas import Camera, Canvas, mix
from .scenery import foliage


def panelled_wall(c: Canvas, foot: float, light: str, dark: str, panel: float) -> None:
    """A wall in panels from the ceiling down to the foot, with a rail."""
    c.gradient((0, 0, c.width, foot), [(0, mix(light, dark, 0.35)), (0.6, light), (1, mix(light, dark, 0.3))])
    x = panel * 0.12
    while x < c.width:
        left, right = x, x + panel * 0.82
        c.gradient(
            (left, foot * 0.08, right, foot * 0.72),
            [(0, mix(light, dark, 0.25)), (1, mix(light, "#ffffff", 0.12))],
        )
        for edge, colour in ((0, dark), (0.5, "#fff6e4")):
            box = (left + edge, foot * 0.08 + edge, right + edge, foot * 0.72 + edge)
            c.line(
                [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]), (box[0], box[1])],
                colour,
                0.3,
                0.55,
            )
        x += panel
    c.gradient((0, foot * 0.77, c.width, foot * 0.81), [(0, mix(light, "#ffffff", 0.25)), (1, dark)])


def meeting_table(c: Canvas) -> None:
    """The table runs away from the viewer towards a panelled wall, daylight from one side."""
    w, eye = c.width, Camera(75, 30, 88)
    top, half, near, far, floor = 0.72, 1.05, 1.02, 7.4, 1.42
    panelled_wall(c, 47, "#b7a284", "#5c4a38", 21)
    c.gradient((0, 46, w, 100), [(0, "#6d5a48"), (1, "#2e2520")])
    for x in (3, 27):
        c.gradient((x, 0, x + 17, 36), [(0, "#f4f5ef"), (1, "#fff6df")])
        c.rect((x + 8, 0, x + 8.9, 36), "#cbbfa9")
        c.rect((x, 16, x + 17, 16.8), "#cbbfa9")
        for side in (x - 3.2, x + 16.4):
            c.gradient(
                (side, 0, side + 4.4, 46), [(0, "#6b5f52"), (0.5, "#a89a84"), (1, "#5d5145")], across=True
            )
    c.shadow([(105, 8), (127, 8), (127, 28), (105, 28)], "#3c2f24", 0.35, 1.2)
    c.gradient((104, 6, 126, 26), [(0, "#7a5a36"), (1, "#5a4026")])
    c.gradient(
        (105.4, 7.4, 124.6, 24.6), [(0, "#a9b6b9"), (0.5, "#cfc9b2"), (0.55, "#7f8b72"), (1, "#57664f")]
    )
    c.glow(18, 14, 64, "#fff4d8", 0.6)
    c.soften(0.5)
    rows = [1.42 * 1.2**index for index in range(9)]
    for z in reversed(rows):
        for side in (-1, 1):
            _chair(c, eye, side, half, z, top, floor)
    c.shadow(
        eye.face((-half, floor, far), (half, floor, far), (half, floor, near), (-half, floor, near)),
        "#120d0a",
        0.5,
        2,
    )
    c.shaded(
        eye.face((-half, top, far), (half, top, far), (half, top, near), (-half, top, near)),
        [(0, "#cfa070"), (0.2, "#9a6840"), (1, "#5d3820")],
    )
    c.shaded(
        eye.face((-half, top, near), (half, top, near), (half, top + 0.12, near), (-half, top + 0.12, near)),
        [(0, "#c18f5e"), (1, "#3a2417")],
    )
    for index in range(16):
        x = -half + 2 * half * c.rng.random()
        c.line(
            eye.face((x, top, far), (x + c.rng.uniform(-0.02, 0.02), top, near)),
            "#3b2213" if index % 2 else "#d6a676",
            0.2,
            0.22,
        )
    c.shadow(
        eye.face((-0.55, top, far), (0.1, top, far), (0, top, 2.2), (-0.7, top, 2.2)), "#fff0d2", 0.42, 2.6
    )
    c.glow(52, 62, 44, "#ffe9c8", 0.35, 22)
    for z in reversed(rows):
        if z > 1.2:
            for side in (-1, 1):
                _place(c, eye, side, half, z, top)
    for z in (5.6, 3.0):
        x, y = eye.at(0, top, z)
        _flower_bowl(c, x, y, 21 / z)
    c.glow(0, 30, 70, "#fff4d8", 0.3)


def _chair(c: Canvas, eye: Camera, side: int, half: float, z: float, top: float, floor: float) -> None:
    x = side * (half + 0.2)
    lift = [
        (x, top + 0.25, z - 0.24),
        (x + side * 0.02, top - 0.3, z - 0.2),
        (x + side * 0.02, top - 0.34, z),
        (x + side * 0.02, top - 0.3, z + 0.2),
        (x, top + 0.25, z + 0.24),
    ]
    c.shadow(
        eye.face(
            (x, floor, z - 0.3),
            (x + side * 0.5, floor, z - 0.3),
            (x + side * 0.5, floor, z + 0.3),
            (x, floor, z + 0.3),
        ),
        "#120d0a",
        0.5,
        3 / z,
    )
    c.shaded(
        eye.face(
            (x - side * 0.3, top + 0.2, z - 0.24),
            (x + side * 0.06, top + 0.2, z - 0.24),
            (x + side * 0.06, top + 0.66, z - 0.22),
            (x - side * 0.3, top + 0.66, z - 0.22),
        ),
        [(0, "#3d2c25"), (1, "#1c1412")],
    )
    thick = [(px + side * 0.09, py, pz) for px, py, pz in lift]
    c.shaded(eye.face(*thick), [(0, "#6a4732"), (1, "#2c1d16")])
    c.shaded(eye.face(*lift), [(0, "#56606a") if side < 0 else (0, "#77706a"), (1, "#262a31")])


def _place(c: Canvas, eye: Camera, side: int, half: float, z: float, top: float) -> None:
    inner, outer = side * (half - 0.46), side * (half - 0.1)
    c.shadow(
        eye.face(
            (inner, top, z - 0.12), (outer, top, z - 0.12), (outer, top, z + 0.16), (inner, top, z + 0.16)
        ),
        "#241509",
        0.4,
        0.9 / z,
    )
    c.shaded(
        eye.face(
            (inner, top, z - 0.12), (outer, top, z - 0.14), (outer, top, z + 0.12), (inner, top, z + 0.14)
        ),
        [(0, "#fffaee"), (1, "#ded4c0")],
    )
    c.line(
        eye.face((inner + side * 0.08, top, z - 0.02), (outer - side * 0.06, top, z + 0.05)),
        "#2b3040",
        0.5 / z,
    )
    plate = side * (half - 0.6)
    length = 0.055 * z
    foot = [
        (plate - side * 0.09, top, z - length),
        (plate + side * 0.05, top, z - length),
        (plate + side * 0.05, top, z + length),
        (plate - side * 0.09, top, z + length),
    ]
    c.shadow(eye.face(*foot), "#241509", 0.45, 0.9 / z)
    ridge, near, far = plate - side * 0.02, z - length, z + length
    c.shaded(
        eye.face(
            (plate + side * 0.05, top, near),
            (plate + side * 0.05, top, far),
            (ridge, top - 0.13, far),
            (ridge, top - 0.13, near),
        ),
        [(0, "#ffffff"), (1, "#e6dfd0")],
    )
    c.poly(
        eye.face(
            (plate + side * 0.05, top, near), (ridge, top - 0.13, near), (plate - side * 0.09, top, near)
        ),
        "#b9ae9b",
    )
    x, y = eye.at(side * (half - 0.42), top, z + 0.3)
    glass(c, x, y, 10.5 / z)


def glass(c: Canvas, x: float, foot: float, tall: float) -> None:
    """A tumbler half full of water."""
    half = tall * 0.27
    c.shadow(
        [
            (x - half, foot - 0.1),
            (x + half * 4, foot + 0.1),
            (x + half * 4, foot + half * 0.6),
            (x - half, foot + half * 0.5),
        ],
        "#241509",
        0.4,
        half * 0.5,
    )
    c.shaded(
        [(x - half, foot - tall), (x + half, foot - tall), (x + half * 0.82, foot), (x - half * 0.82, foot)],
        [
            (0, (250, 252, 250, 150)),
            (0.3, (190, 204, 208, 70)),
            (0.8, (150, 166, 172, 80)),
            (1, (250, 252, 250, 170)),
        ],
        across=True,
    )
    c.shaded(
        [
            (x - half * 0.92, foot - tall * 0.62),
            (x + half * 0.92, foot - tall * 0.62),
            (x + half * 0.8, foot),
            (x - half * 0.8, foot),
        ],
        [(0, (226, 236, 238, 130)), (1, (200, 214, 218, 60))],
    )
    c.oval((x - half, foot - tall - half * 0.25, x + half, foot - tall + half * 0.25), "#f4f8f8", 0.4)
    c.oval((x - half * 0.82, foot - half * 0.22, x + half * 0.82, foot + half * 0.22), "#f4f8f8", 0.45)


def _flower_bowl(c: Canvas, x: float, y: float, reach: float) -> None:
    c.shadow(
        [
            (x - reach, y - 0.2),
            (x + reach * 1.6, y),
            (x + reach * 1.5, y + reach * 0.3),
            (x - reach, y + reach * 0.3),
        ],
        "#1c1009",
        0.55,
        reach * 0.2,
    )
    c.shaded(
        [
            (x - reach * 0.7, y - reach * 0.5),
            (x + reach * 0.7, y - reach * 0.5),
            (x + reach * 0.4, y + reach * 0.1),
            (x - reach * 0.4, y + reach * 0.1),
        ],
        [(0, "#f4eee0"), (1, "#8f8676")],
        across=True,
    )
    foliage(c, x, y - reach * 0.75, reach * 0.95, reach * 0.5, "#34472f", "#8d9b6c", 120)
    for _ in range(46):
        spot = (x + c.rng.gauss(0, 0.42) * reach, y - reach * (0.85 + c.rng.gauss(0, 0.2)))
        size = reach * 0.11
        c.oval(
            (spot[0] - size, spot[1] - size, spot[0] + size, spot[1] + size),
            c.rng.choice(("#f4ecdc", "#e8d3c6", "#d8b9a8", "#fbf7ee")),
            0.95,
        )
