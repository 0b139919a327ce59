"""Buildings from outside: an academy, an institute in April, a courtyard, an embassy gate."""

from PIL import Image, ImageDraw

from .canvas import Camera, Canvas, Colour, mix
from .scenery import arch, bare_tree, clouds, cypress, foliage, leafy_tree, passer_by


def _window(c: Canvas, box, frame: Colour, glass_top: Colour, glass_foot: Colour) -> None:
    left, top, right, bottom = box
    edge = (right - left) * 0.14
    c.rect((left - edge, top - edge, right + edge, bottom + edge), frame)
    c.gradient(box, [(0, glass_top), (1, glass_foot)])
    c.rect((left, top, right, top + edge * 0.8), "#20242c", 0.45)
    middle = (left + right) / 2
    c.rect((middle - edge * 0.22, top, middle + edge * 0.22, bottom), frame, 0.9)
    c.rect((left, top + (bottom - top) * 0.34, right, top + (bottom - top) * 0.34 + edge * 0.4), frame, 0.9)
    c.rect(
        (left - edge * 1.5, bottom + edge * 0.5, right + edge * 1.5, bottom + edge * 1.2),
        mix(frame, "#ffffff", 0.2),
    )


def _column(c: Canvas, x: float, top: float, foot: float, half: float) -> None:
    light, body, dark = "#f2e6cd", "#cdbd9f", "#75695c"
    shaft = [(x - half * 0.84, top), (x + half * 0.84, top), (x + half, foot), (x - half, foot)]
    c.shaded(shaft, [(0, body), (0.25, light), (0.6, body), (1, dark)], across=True)
    for flute in (-0.6, -0.25, 0.1, 0.42, 0.68):
        c.line([(x + half * flute * 0.84, top + 1), (x + half * flute, foot - 1)], dark, half * 0.07, 0.35)
    for y, reach, tall in (
        (top - 1.1, 1.25, 0.6),
        (top - 0.5, 1.05, 0.6),
        (foot - 0.6, 1.2, 0.6),
        (foot, 1.35, 0.7),
    ):
        c.gradient(
            (x - half * reach, y, x + half * reach, y + tall),
            [(0, light), (0.7, body), (1, dark)],
            across=True,
        )


def academy(c: Canvas) -> None:
    """A portico of six columns under a pediment, steps, and a branch over the viewer."""
    w, foot = c.width, 84
    c.gradient((0, 0, w, 70), [(0, "#7d93ab"), (0.6, "#bcc6cd"), (1, "#e4dccb")])
    clouds(c, (0, 4, w, 30), "#e9e6de", 9, 0.5)
    c.gradient((-1, 37, w + 1, foot), [(0, "#cdb892"), (1, "#a8967a")])
    c.mottle((0, 37, w, foot), 26, 20, 0.08)
    c.gradient((0, 34.5, w, 37.4), [(0, "#e6d9bd"), (1, "#a39073")])
    for x in (1.6, w - 6.1):
        for y in (43, 57, 71):
            _window(c, (x, y, x + 4.4, y + 8), "#dfd2b7", "#39475a", "#74808a")
    c.gradient((0, foot - 2, w, foot + 8), [(0, "#8d826f"), (1, "#77705f")])
    for x in range(-2, int(w) + 4, 2):
        if not 8 < x < w - 8:
            foliage(c, x, foot + 4.6, 2.6, 2.8, "#35432f", "#7f8b60", 50)
    left, right = w * 0.15, w * 0.85
    c.gradient((left, 36, right, foot), [(0, "#6d6458"), (1, "#8f8371")])
    for step in range(5):
        x = left + 1.9 + (step + 0.5) * (right - left - 3.8) / 5
        _window(c, (x - 1.9, 43, x + 1.9, 52), "#9b8e78", "#2b3441", "#505d69")
        _window(c, (x - 1.9, 61, x + 1.9, foot - 0.4), "#9b8e78", "#2a2c32", "#5d5143")
    c.shadow([(left, 36), (right, 36), (right, 44), (left, 42)], "#2b2724", 0.55, 1.6)
    for step in range(6):
        x = left + 1.9 + step * (right - left - 3.8) / 5
        c.shadow([(x, 42), (x + 3.6, 45), (x + 3.6, foot), (x, foot)], "#2e2925", 0.45, 0.8)
        _column(c, x, 41, foot - 0.7, 1.75)
    c.gradient((left - 1, 36.4, right + 1, 40.2), [(0, "#efe2c8"), (0.5, "#d5c5a5"), (1, "#a5947a")])
    for step in range(40):
        x = left - 0.6 + step * (right - left + 0.8) / 39.5
        c.rect((x, 36.9, x + 0.5, 37.6), "#8e7f69", 0.6)
    peak = w / 2
    c.shaded(
        [(left - 2, 36.4), (peak, 24), (right + 2, 36.4)],
        [(0, "#f0e3c9"), (0.5, "#dfcfb0"), (1, "#b8a687")],
        across=True,
    )
    c.shaded([(left + 4.5, 35), (peak, 26.4), (right - 4.5, 35)], [(0, "#8d7e68"), (1, "#c3b190")])
    c.oval((peak - 2.2, 29.6, peak + 2.2, 34), "#9d8d74")
    c.oval((peak - 1.7, 30.2, peak + 1.9, 34), "#cbb998")
    for step in range(7):
        y = foot + step * 1.05
        reach = step * 0.9
        c.gradient(
            (left - 2 - reach, y, right + 2 + reach, y + 1.1),
            [(0, "#e8dcc5"), (0.5, "#bcae95"), (1, "#8b7f6d")],
        )
    c.gradient((0, foot + 7.3, w, 100), [(0, "#b5ad9d"), (1, "#7d786f")])
    c.mottle((0, foot + 7.3, w, 100), 40, 30, 0.05)
    for x, y, tall in ((16, 94, 3.9), (17.8, 94.2, 3.7), (46, 92.8, 3.5), (29, 91.6, 3.2)):
        c.shadow([(x, y - 0.3), (x + 3.4, y + 0.3), (x + 3.4, y + 0.8), (x, y + 0.4)], "#2b2a2b", 0.5, 0.3)
        passer_by(c, x, y, tall, "#2a2c33")
    c.glow(4, 26, 60, "#ffe9bd", 0.32)
    with c.out_of_focus(0.35) as near:
        near.line([(-2, 30), (9, 16), (20, 9)], "#2c2c26", 0.8)
        for x, y, reach in ((3, 8, 8), (11, 5, 8), (3, 22, 6.5), (18, 7, 6), (-1, 36, 5), (11, 15, 5)):
            foliage(near, x, y, reach, reach * 0.8, "#27352b", "#76845c", 170, solid=False)


def institute_april(c: Canvas) -> None:
    """A pale yellow façade, bare trees, patches of old snow and wet paving."""
    w, foot = c.width, 73
    c.rect((0, 0, w, 100), "#7b7d7f")
    c.gradient((0, 0, w, 40), [(0, "#a3b1be"), (1, "#dcdcd6")])
    clouds(c, (0, 2, w, 22), "#c3cad0", 14, 0.55)
    c.gradient((0, 39, w, foot), [(0, "#dcdcd6"), (1, "#b9bcbb")])
    for x in (-1, 3, 147, 151):
        bare_tree(c, x, foot, 58, "#8d9093", 0.6)
    c.gradient((0, 60, w, foot), [(0, "#8f9496"), (1, "#767a7b")])
    c.soften(0.3)
    c.poly([(6, 22), (16, 14.5), (134, 14.5), (144, 22)], "#66706f")
    c.gradient((6, 22, w - 6, foot), [(0, "#d9c08a"), (0.6, "#cfb580"), (1, "#ac966e")])
    c.mottle((6, 22, w - 6, foot), 40, 18, 0.08)
    for y, tall in ((20.6, 2.2), (38.5, 1.2), (56, 1.2)):
        c.gradient((5, y, w - 5, y + tall), [(0, "#f3ecdc"), (1, "#b9ae97")])
    c.gradient((6, foot - 4, w - 6, foot), [(0, "#a29a8c"), (1, "#7b766e")])
    for column in range(13):
        x = 11.5 + column * 10.2
        for y, tall in ((26, 9), (43, 10), (60, 8)):
            if not (column == 6 and y == 60):
                lit = column in (3, 9) and y == 43
                _window(
                    c,
                    (x, y, x + 4.6, y + tall),
                    "#f1eadb",
                    "#d9b06c" if lit else "#46566a",
                    "#e8c98f" if lit else "#93a2ad",
                )
    centre = 11.5 + 6 * 10.2 + 2.3
    for offset in (-15.3, -5.1, 5.1, 15.3):
        x = centre + offset
        c.gradient(
            (x - 1.2, 23, x + 1.2, foot - 1), [(0, "#fbf5e7"), (0.6, "#ddd2bb"), (1, "#988d7a")], across=True
        )
    c.shaded([(centre - 20, 21.5), (centre, 11), (centre + 20, 21.5)], [(0, "#f4ecdb"), (1, "#cabd9f")])
    c.shaded([(centre - 14, 20.4), (centre, 13), (centre + 14, 20.4)], [(0, "#c6ae7c"), (1, "#d8c08c")])
    c.gradient((centre - 3, 59, centre + 3, foot), [(0, "#4d3626"), (1, "#6b4c33")])
    c.gradient((centre - 4.6, 57, centre + 4.6, 59.2), [(0, "#f4ecdb"), (1, "#aaa08b")])
    c.soften(0.14)
    c.reflect(foot + 1, 100, "#7f858a", 0.62)
    c.gradient(
        (0, foot, w, 100), [(0, (170, 168, 160, 190)), (0.5, (136, 140, 142, 110)), (1, (70, 74, 80, 180))]
    )
    c.mottle((0, foot, w, 100), 36, 44, 0.05)
    for _ in range(44):
        depth = c.rng.random()
        x, y, reach = c.rng.uniform(-5, w), foot + 1.5 + depth * 25, (2 + 9 * depth) * c.rng.uniform(0.5, 1.2)
        thick = reach * 0.12
        c.shadow(
            [
                (x - reach, y + thick),
                (x + reach, y + thick * 1.6),
                (x + reach * 0.8, y + thick * 2),
                (x - reach * 0.7, y + thick * 2),
            ],
            "#4d525b",
            0.4,
            0.5,
        )
        for _ in range(7):
            dx, half = c.rng.uniform(-0.75, 0.75) * reach, reach * c.rng.uniform(0.25, 0.5)
            lift = y + thick * c.rng.uniform(-0.2, 0.9)
            c.oval((x + dx - half, lift - half * 0.1, x + dx + half, lift + half * 0.2), "#aab3bf", 0.9)
            c.oval((x + dx - half, lift - half * 0.17, x + dx + half, lift + half * 0.12), "#eeeeec", 0.95)
    for x, y, tall in ((103, 80, 5.6), (105.4, 80.2, 5.3), (47, 78, 4.8)):
        passer_by(c, x, y, tall, "#2d323b")
        c.shadow([(x - 0.4, y), (x + 0.4, y), (x + 0.3, y + 4), (x - 0.3, y + 4)], "#2d323b", 0.4, 0.3)
    for x, base, tall in ((20, 80, 62), (132, 79, 58), (60, 77, 40), (96, 77, 38)):
        bare_tree(c, x, base, tall, "#3a3530", 0.85)
        c.shadow(
            [(x - 2.4, base - 0.5), (x + 2.6, base - 0.5), (x + 3, base + 0.7), (x - 3, base + 0.7)],
            "#41403f",
            0.6,
            0.5,
        )
    c.glow(w * 0.16, 6, 80, "#fff2d6", 0.4)


def courtyard(c: Canvas) -> None:
    """An arcade of pointed arches, a long pool, cypresses and hedges in morning light."""
    w, foot, eye = c.width, 56, Camera(75, 50, 60)
    c.rect((0, 0, w, 100), "#a3a678")
    c.gradient((0, 0, w, 30), [(0, "#9fb4c4"), (1, "#e6dfcc")])
    c.glow(w * 0.85, 8, 70, "#fff0cb", 0.6)
    for _ in range(26):
        foliage(c, c.rng.uniform(0, w), c.rng.uniform(22, 27), 6, 4, "#596b58", "#a9ae8a", 45)
    c.soften(0.35)
    c.gradient((0, 23, w, foot), [(0, "#d9bf9b"), (1, "#b48f6d")])
    c.mottle((0, 23, w, foot), 44, 16, 0.1)
    c.gradient((0, 21.4, w, 24), [(0, "#efdcbd"), (1, "#a98869")])
    for step in range(46):
        x = step * 3.3
        c.poly([(x, 21.5), (x + 0.3, 20.3), (x + 1.2, 19.5), (x + 2.1, 20.3), (x + 2.4, 21.5)], "#dcc3a0")
    for index in range(9):
        x, grand = 75 + (index - 4) * 17, index == 4
        top = 19 if grand else 25.5
        if grand:
            c.gradient((x - 9.6, 13, x + 9.6, foot), [(0, "#ecd6b4"), (1, "#bb9875")])
            c.gradient((x - 10.4, 12, x + 10.4, 13.8), [(0, "#f5e5c9"), (1, "#af8f6f")])
        else:
            c.gradient((x - 7.6, top, x + 7.6, foot), [(0, "#e3cba8"), (1, "#b7926f")])
        c.poly(arch(x, top + 15, 6.9, 11.6, foot), "#8d6b51")
        c.shaded(
            arch(x + 0.3, top + 15.4, 6.1, 10.7, foot), [(0, "#3f3430"), (0.6, "#6b5647"), (1, "#97785d")]
        )
        c.shaded(
            arch(x + 1.6, foot - 8, 2.2, 4.2, foot),
            [(0, "#e9d9b8"), (1, "#9fa382")] if grand else [(0, "#2c2624"), (1, "#4a3c34")],
        )
        c.gradient((x - 8.6, foot - 17, x - 7.4, foot), [(0, "#f0ddbd"), (1, "#b08d6c")])
    c.shadow([(0, 24), (w, 24), (w, 26.4), (0, 26.4)], "#4a372b", 0.4, 0.8)
    c.soften(0.12)
    c.gradient((0, foot, w, 100), [(0, "#a3a678"), (0.3, "#7f8d60"), (1, "#44563f")])
    c.mottle((0, foot, w, 100), 50, 50, 0.05)
    for side in (-1, 1):
        c.shaded(
            eye.face((side * 0.9, 1, 10), (side * 2.6, 1, 10), (side * 2.6, 1, 1.1), (side * 0.9, 1, 1.1)),
            [(0, "#d8c4a1"), (1, "#b09a7c")],
        )
        for row in range(12):
            z = 1.3 * 1.2**row
            c.line(eye.face((side * 0.9, 1, z), (side * 2.6, 1, z)), "#8d795f", 0.18, 0.6)
    # The pool mirrors the arcade: the reflection is drawn across, the lawns stay where they are.
    sides = c.image.copy()
    c.reflect(foot, 100, "#52666b", 0.42)
    c.ripples((20, foot + 2, w - 20, 100), "#e9dcc0", 160, 0.22)
    c.gradient((0, foot, w, 100), [(0, (40, 60, 66, 0)), (1, (26, 44, 50, 150))])
    _keep_outside(c, sides, eye.face((-0.9, 1, 9.9), (0.9, 1, 9.9), (0.9, 1, 1), (-0.9, 1, 1)))
    for side in (-1, 1):
        c.line(eye.face((side * 0.9, 1, 10), (side * 0.9, 1, 1)), "#efe0c3", 0.6)
        for z in (8.5, 6.2, 4.6, 3.5):
            x, base = eye.at(side * 3.3, 1, z)
            c.shadow(
                [(x, base - 0.8), (x - 90 / z, base + 0.4), (x - 90 / z, base + 2), (x, base + 1)],
                "#29382c",
                0.5,
                0.7,
            )
            cypress(c, x, base, 130 / z, "#23352a", "#7b8a5b")
    for x in (8, 142):
        leafy_tree(c, x, 80, 44, "#263a2c", "#8f9c66")
    c.glow(w * 0.85, 4, 90, "#fff0cb", 0.3)


def _keep_outside(c: Canvas, before, outline) -> None:
    mask = Image.new("L", before.size, 255)
    ImageDraw.Draw(mask).polygon([(x * c.unit, y * c.unit) for x, y in outline], fill=0)
    c.image.paste(before, (0, 0), mask)


def embassy_gate(c: Canvas) -> None:
    """Stone piers and an iron gate; beyond it a drive, a lawn and a quiet house."""
    w, foot = c.width, 76
    c.rect((0, 0, w, 100), "#b1a896")
    c.gradient((0, 0, w, 50), [(0, "#a9bcc4"), (1, "#e9e3d2")])
    for _ in range(34):
        foliage(c, c.rng.uniform(0, w), c.rng.uniform(24, 44), 9, 7, "#51665a", "#a9b491", 60)
    c.glow(75, 34, 60, "#fff1cf", 0.6)
    c.soften(0.7)
    c.gradient((47, 33, 103, 62), [(0, "#efe7d6"), (1, "#c8bda7")])
    c.poly([(44, 33), (51, 27), (99, 27), (106, 33)], "#8a6f5f")
    for column in range(7):
        for y in (37, 49):
            _window(c, (51 + column * 7.4, y, 53.6 + column * 7.4, y + 6.5), "#f7f1e4", "#5b6a75", "#93a0a3")
    c.gradient((71, 48, 79, 62), [(0, "#f7f0e1"), (1, "#b8ad99")])
    c.rect((73, 51, 77, 62), "#5b4435")
    c.gradient((0, 60, w, foot + 2), [(0, "#a8b183"), (1, "#74875c")])
    c.shaded([(72, 61), (78, 61), (96, foot + 2), (54, foot + 2)], [(0, "#e0d5bf"), (1, "#c1b59e")])
    c.soften(0.3)
    c.gradient((0, 50, 41, foot), [(0, "#d8cbb3"), (1, "#a69780")])
    c.gradient((109, 50, w, foot), [(0, "#d8cbb3"), (1, "#a69780")])
    c.mottle((0, 50, w, foot), 50, 14, 0.07)
    for left, right in ((0, 41), (109, w)):
        c.gradient((left, 48.6, right, 50.6), [(0, "#f0e6d2"), (1, "#a39680")])
        for step in range(10):
            x = left + (right - left) * step / 10
            c.rect((x, 52, x + 0.14, foot), "#8d806c", 0.5)
    for x in (44.5, 105.5):
        c.gradient((x - 4, 35, x + 4, foot), [(0, "#f1e6cf"), (0.55, "#d3c5aa"), (1, "#8d806b")], across=True)
        for y in range(39, foot, 5):
            c.rect((x - 4, y, x + 4, y + 0.25), "#8d806b", 0.6)
        c.gradient((x - 5, 33, x + 5, 35.6), [(0, "#fbf3e1"), (1, "#a3957d")])
        c.glow(x, 29.6, 6, "#ffe2ab", 0.6)
        c.gradient((x - 1.3, 28, x + 1.3, 32), [(0, "#fff4d8"), (1, "#e2c793")])
        c.poly([(x - 1.8, 28), (x, 26), (x + 1.8, 28)], "#2c2f30")
        c.rect((x - 0.7, 32, x + 0.7, 33), "#2c2f30")
    iron = "#22292a"
    for step in range(35):
        x = 48.9 + step * 1.535
        rise = 8 * (1 - ((x - 75) / 26) ** 2)
        c.rect((x - 0.2, 46 - rise, x + 0.2, foot - 1), iron)
        c.poly([(x - 0.45, 46 - rise), (x, 44.4 - rise), (x + 0.45, 46 - rise)], "#a08a58")
    for y in (48, 62, foot - 2):
        c.rect((48.6, y, 101.4, y + 0.7), iron)
    c.rect((74.5, 38, 75.5, foot - 1), iron)
    c.gradient((0, foot, w, 100), [(0, "#b1a896"), (0.25, "#8f897c"), (1, "#57554f")])
    c.shaded([(48, foot), (102, foot), (124, 100), (26, 100)], [(0, "#cbbfa8"), (1, "#8b8475")])
    c.mottle((0, foot, w, 100), 50, 60, 0.06)
    for _ in range(30):
        x, y = c.rng.choice((c.rng.uniform(-5, 50), c.rng.uniform(100, w + 5))), c.rng.uniform(foot + 2, 99)
        reach = c.rng.uniform(4, 12)
        c.shadow([(x - reach, y), (x, y - 1.2), (x + reach, y), (x, y + 1.4)], "#2f3532", 0.28, 1.6)
    leafy_tree(c, 16, foot + 1, 74, "#2b3d31", "#94a272")
    leafy_tree(c, 136, foot + 1, 80, "#2b3d31", "#9aa776")
    c.glow(75, 20, 80, "#fff1cf", 0.3)
