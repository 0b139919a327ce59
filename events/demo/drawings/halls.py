"""Halls before the meeting begins: the auditorium, the lectern, the interpreters' booths."""

from .canvas import Canvas, mix


def conference_hall(c: Canvas) -> None:
    """Rows of empty seats down to a stage, a pale screen and a long table on it."""
    w = c.width
    c.gradient((0, 0, w, 100), [(0, "#10151f"), (0.4, "#26324a"), (1, "#12161f")])
    for row, y in enumerate((3, 9, 14, 18, 21)):
        reach = 1 - row * 0.14
        c.shaded(
            [
                (75 - 80 * reach, y),
                (75 + 80 * reach, y),
                (75 + 76 * reach, y + 2.6 - row * 0.35),
                (75 - 76 * reach, y + 2.6 - row * 0.35),
            ],
            [(0, "#3c4558"), (1, "#1a2130")],
        )
        for lamp in range(-4, 5):
            x = 75 + lamp * 17 * reach
            c.glow(x, y + 2, 6 * reach, "#ffdfae", 0.7, 3.4 * reach)
            c.oval((x - 1.1 * reach, y + 1.5, x + 1.1 * reach, y + 2.2), "#fff4dc")
    for side in (-1, 1):
        for panel in range(6):
            near, far = 75 + side * (78 - panel * 6.6), 75 + side * (72.6 - panel * 6.6)
            top, low = 6 + panel * 3.4, 82 - panel * 4.4
            c.shaded(
                [(near, top), (far, top + 2.8), (far, low - 3.6), (near, low)],
                [(0, "#2f2a2c"), (0.5, "#71563f"), (1, "#3a2d26")],
            )
            c.glow((near + far) / 2, top + 17, 6, "#ffcf91", 0.6, 15)
    c.gradient((38, 24, 112, 60), [(0, "#27344f"), (1, "#3d4a66")])
    for fold in range(37):
        c.gradient(
            (38 + fold * 2, 24, 40 + fold * 2, 60),
            [(0, (16, 22, 36, 120)), (0.5, (110, 124, 150, 50)), (1, (16, 22, 36, 120))],
            across=True,
        )
    c.glow(75, 38, 62, "#9db4d6", 0.55, 34)
    c.shadow([(49, 27), (101, 27), (101, 49), (49, 49)], "#c9dbf0", 0.5, 3)
    c.gradient((50, 28, 100, 48), [(0, "#dfe7ee"), (0.6, "#c5d2e0"), (1, "#a9bbd0")])
    c.gradient(
        (50, 28, 100, 48),
        [(0, (255, 255, 255, 70)), (0.7, (255, 255, 255, 0)), (1, (40, 60, 90, 50))],
        across=True,
    )
    c.shaded([(40, 58), (110, 58), (117, 64), (33, 64)], [(0, "#a3805d"), (1, "#7a5a40")])
    c.gradient((33, 64, 117, 67.4), [(0, "#4a3528"), (1, "#261c18")])
    for chair in range(7):
        x = 57.5 + chair * 5.2
        c.shaded([(x, 50.6), (x + 3.2, 50.6), (x + 3.4, 56), (x - 0.2, 56)], [(0, "#3f485c"), (1, "#20273a")])
    c.gradient((54, 54.4, 96, 55.6), [(0, "#d2a677"), (1, "#8a6243")])
    c.gradient((55, 55.6, 95, 60.4), [(0, "#6a4731"), (1, "#452e22")])
    for place in range(7):
        x = 57.6 + place * 5.2
        c.rect((x + 0.3, 53.5, x + 2.7, 54.5), "#f2eee3", 0.9)
        c.line([(x + 3.4, 54.4), (x + 3.2, 52.6)], "#15181f", 0.16)
    c.shaded([(43, 51.4), (49.4, 51.4), (48.6, 61), (43.8, 61)], [(0, "#b98a5e"), (1, "#6e4a32")])
    c.poly([(42.4, 51.4), (49.8, 51.4), (49, 50.2), (43.2, 50.2)], "#d5aa7c")
    c.glow(75, 59, 46, "#ffe3b4", 0.45, 9)
    c.soften(0.2)
    for row in range(9):
        _seats(c, row)
    c.shadow([(0, 90), (w, 90), (w, 104), (0, 104)], "#090c12", 0.6, 6)


def _seats(c: Canvas, row: int) -> None:
    scale = 1.23**row
    y, pitch, tall = 66.4 + (scale - 1) * 5.6, 3.1 * scale, 3.5 * scale
    back = mix(mix("#6d5550", "#39415a", 0.35), "#161922", row / 11)
    count = int(78 / pitch) + 2
    for side in (-1, 1):
        for seat in range(count):
            x = 75 + side * (1.9 * scale + (seat + 0.5) * pitch)
            if not -pitch < x < c.width + pitch:
                continue
            top = y + 0.00045 * (x - 75) ** 2 * -1.1
            half = pitch * 0.44
            outline = [
                (x - half, top + tall),
                (x - half, top + tall * 0.22),
                (x - half * 0.72, top),
                (x + half * 0.72, top),
                (x + half, top + tall * 0.22),
                (x + half, top + tall),
            ]
            c.shaded(
                outline, [(0, mix(back, "#d9c3a8", 0.42)), (0.16, back), (1, mix(back, "#07090e", 0.65))]
            )
            c.rect((x + half, top + tall * 0.42, x + pitch * 0.56, top + tall), mix(back, "#05070b", 0.6))
    aisle = 1.9 * scale
    c.gradient(
        (75 - aisle * 0.93, y + tall * 0.3, 75 + aisle * 0.93, y + tall * 1.2),
        [(0, mix("#6b4b48", "#191a22", row / 10)), (1, mix("#3c2d30", "#101219", row / 10))],
    )


def lectern(c: Canvas) -> None:
    """A wooden lectern in the light of a spot before a dark blue curtain."""
    w, stage = c.width, 78
    c.gradient((0, 0, w, 100), [(0, "#141c2c"), (0.55, "#33435f"), (0.78, "#2a3650"), (1, "#5b4632")])
    x = -1.0
    while x < w:
        fold = c.rng.uniform(2.4, 4.6)
        c.gradient(
            (x, 0, x + fold, stage),
            [(0, (10, 15, 26, 150)), (0.45, (122, 140, 172, 62)), (1, (10, 15, 26, 150))],
            across=True,
        )
        x += fold
    c.gradient((0, 0, w, stage), [(0, (8, 10, 18, 150)), (0.5, (8, 10, 18, 0)), (1, (8, 10, 18, 60))])
    c.glow(58, 36, 60, "#b9c8e2", 0.62, 52)
    c.soften(0.45)
    c.shadow([(95, 14), (150, 14), (150, 52), (95, 52)], "#b9cbe4", 0.45, 4)
    c.gradient((96, 15, w, 51), [(0, "#dde6ee"), (1, "#adbfd4")])
    c.soften(0.5)
    c.gradient((0, stage, w, 100), [(0, "#a67c55"), (0.3, "#7d5a3d"), (1, "#2f221b")])
    for board in range(14):
        y = stage + 22 * (board / 14) ** 1.5
        c.line([(0, y), (w, y)], "#3c291c", 0.16, 0.45)
    c.mottle((0, stage, w, 100), 8, 40, 0.1)
    c.glow(58, 85, 46, "#ffe6bb", 0.75, 12)
    c.shadow([(54, -6), (60, -6), (84, 84), (32, 84)], "#fff0d2", 0.13, 3.5)
    c.shadow([(55, -6), (59, -6), (72, 70), (44, 70)], "#fff0d2", 0.1, 5)
    c.shadow([(44, 88), (74, 88), (90, 92), (50, 93)], "#1d130d", 0.65, 1.6)
    c.shaded(
        [(44.6, 52), (71.4, 52), (68.4, 89), (47.6, 89)],
        [(0, "#6d452b"), (0.3, "#b07c4e"), (0.62, "#935f3a"), (1, "#52321f")],
        across=True,
    )
    c.shaded(
        [(48.4, 58), (67.6, 58), (65.6, 84), (50.4, 84)],
        [(0, "#7f5231"), (0.35, "#a87448"), (1, "#5f3a24")],
        across=True,
    )
    c.line([(48.4, 58), (67.6, 58), (65.6, 84), (50.4, 84), (48.4, 58)], "#d9a873", 0.22, 0.65)
    c.shaded([(46, 89), (70, 89), (71, 91.4), (45, 91.4)], [(0, "#8a5b38"), (1, "#38231a")])
    c.shaded([(42.4, 52.4), (73.6, 52.4), (70.6, 46.6), (45.4, 46.6)], [(0, "#e1b17c"), (1, "#a87346")])
    c.gradient((42.4, 52.2, 73.6, 53.8), [(0, "#c89562"), (1, "#5f3c26")])
    c.poly([(51, 50.8), (61, 50.8), (60.2, 47.4), (51.8, 47.4)], "#f6f0e2")
    c.oval((66, 48.9, 68.6, 49.7), "#c7d4d9", 0.8)
    c.shaded(
        [(66, 43.8), (68.6, 43.8), (68.3, 49.4), (66.3, 49.4)],
        [(0, (235, 244, 248, 120)), (1, (190, 208, 216, 190))],
    )
    for side, bend in ((-1, 53.6), (1, 60)):
        c.line([(bend, 48.6), (bend + side * 0.7, 41), (bend - side * 1.2, 36.4)], "#14171d", 0.36)
        tip = bend - side * 1.2
        c.oval((tip - 0.8, 34.4, tip + 0.8, 37.2), "#1b1f27")
        c.oval((tip - 0.45, 34.8, tip + 0.05, 36), "#596273", 0.8)
    for x, y, reach in ((10, 80, 10), (20, 79, 8), (30, 81, 6.5)):
        _flowers(c, x + 4, y + 6, reach * 0.62)
    c.soften(0.1)
    with c.out_of_focus(1.1) as near:
        for index in range(7):
            x = 2 + index * 24.5 + c.rng.uniform(-1, 1)
            near.shaded(
                [(x - 9, 104), (x - 9, 93.5), (x - 6, 90.6), (x + 6, 90.6), (x + 9, 93.5), (x + 9, 104)],
                [(0, "#413c44"), (0.3, "#1d2029"), (1, "#0a0c11")],
            )
    for x, y in ((22, 6), (40, 4.6), (76, 4.6), (94, 6), (126, 5)):
        c.glow(x, y, 9, "#ffe4b5", 0.75)
        c.oval((x - 1, y - 0.7, x + 1, y + 0.7), "#fff7e4")


def _flowers(c: Canvas, x: float, y: float, reach: float) -> None:
    c.shaded(
        [
            (x - reach * 0.35, y),
            (x + reach * 0.35, y),
            (x + reach * 0.25, y + reach * 0.9),
            (x - reach * 0.25, y + reach * 0.9),
        ],
        [(0, "#a79b8a"), (0.3, "#d8cdb9"), (1, "#6b6257")],
        across=True,
    )
    for index in range(90):
        dx, dy = c.rng.gauss(0, 0.42), c.rng.gauss(0, 0.34)
        colour = (
            c.rng.choice(("#e9e2d2", "#d9c9bd", "#5f7558", "#41563f", "#79895f")) if index > 35 else "#34472f"
        )
        size = reach * 0.11
        spot = (x + dx * reach, y - reach * 0.42 + dy * reach)
        c.oval((spot[0] - size, spot[1] - size, spot[0] + size, spot[1] + size), colour, 0.92)


def interpreters(c: Canvas) -> None:
    """Three glazed booths with desks, lamps and microphones, above a dim hall."""
    w = c.width
    c.gradient((0, 0, w, 100), [(0, "#3b332e"), (0.7, "#57483c"), (1, "#241d1a")])
    for panel in range(10):
        c.gradient(
            (panel * 15.2, 0, panel * 15.2 + 15, 100),
            [(0, (24, 18, 15, 90)), (0.5, (160, 130, 100, 30)), (1, (24, 18, 15, 90))],
            across=True,
        )
    c.gradient((0, 14, w, 15.4), [(0, "#8a7159"), (1, "#2a211c")])
    for index in range(3):
        _booth(c, 6 + index * 47, 20, 44, 46)
    c.gradient((0, 66, w, 70), [(0, "#8b6a4c"), (0.4, "#664a35"), (1, "#2a1e18")])
    c.gradient((0, 70, w, 100), [(0, "#4d3b30"), (1, "#1a1513")])
    for slat in range(75):
        c.gradient(
            (slat * 2, 70, slat * 2 + 1.9, 100),
            [(0, (20, 14, 10, 110)), (0.5, (150, 112, 80, 60)), (1, (20, 14, 10, 110))],
            across=True,
        )
    for x in (29, 76, 123):
        c.glow(x, 72, 34, "#ffd59a", 0.42, 14)
    c.soften(0.1)
    with c.out_of_focus(0.7) as near:
        for index in range(8):
            x = 2 + index * 21.5
            near.shaded(
                [(x - 8.6, 104), (x - 8, 88), (x - 5.6, 84.8), (x + 5.6, 84.8), (x + 8, 88), (x + 8.6, 104)],
                [(0, "#5c4e4b"), (0.2, "#2e2a30"), (1, "#0d0d11")],
            )
            near.rect((x - 3, 84, x + 3, 84.9), "#a08d79", 0.5)


def _booth(c: Canvas, left: float, top: float, width: float, height: float) -> None:
    right, foot = left + width, top + height
    c.shadow(
        [(left - 1, top - 1), (right + 1, top - 1), (right + 1, foot + 1), (left - 1, foot + 1)],
        "#ffd9a0",
        0.3,
        3,
    )
    c.gradient((left - 1.6, top - 1.6, right + 1.6, foot + 1.2), [(0, "#2c2622"), (1, "#171412")])
    c.gradient((left, top, right, foot), [(0, "#cdb58f"), (0.6, "#b2946c"), (1, "#7d6346")])
    back = [(left + 6, top + 5), (right - 6, top + 5), (right - 6, foot - 10), (left + 6, foot - 10)]
    c.shaded(back, [(0, "#e6d3ae"), (1, "#b39a73")])
    c.shaded(
        [(left, top), (left + 6, top + 5), (left + 6, foot - 10), (left, foot)],
        [(0, "#8c7555"), (1, "#bfa67e")],
        across=True,
    )
    c.shaded(
        [(right, top), (right - 6, top + 5), (right - 6, foot - 10), (right, foot)],
        [(0, "#bfa67e"), (1, "#806a4d")],
        across=True,
    )
    for x in range(1, 8):
        c.line(
            [(left + 6 + x * (width - 12) / 8, top + 5), (left + 6 + x * (width - 12) / 8, foot - 10)],
            "#8f7857",
            0.14,
            0.5,
        )
    middle = left + width / 2
    c.gradient((right - 17, top + 9, right - 9.5, foot - 10), [(0, "#6e5138"), (1, "#553d2a")])
    c.oval((right - 16.4, top + 22, right - 15.6, top + 22.8), "#e1c88f")
    c.glow(middle, top + 3, 26, "#fff0c9", 0.8, 16)
    c.gradient((middle - 7, top + 2, middle + 7, top + 3.2), [(0, "#fffbe9"), (1, "#f4dfae")])
    for side in (-1, 1):
        x = middle + side * 9.5
        c.shaded(
            [
                (x - 4.6, foot - 9),
                (x - 4.2, foot - 19),
                (x - 2.6, foot - 20.8),
                (x + 2.6, foot - 20.8),
                (x + 4.2, foot - 19),
                (x + 4.6, foot - 9),
            ],
            [(0, "#55525a"), (0.4, "#33343d"), (1, "#1b1c22")],
        )
    c.shaded(
        [(left, foot - 5), (left + 4, foot - 9.6), (right - 4, foot - 9.6), (right, foot - 5)],
        [(0, "#d0a878"), (1, "#936a47")],
    )
    c.gradient((left, foot - 5, right, foot), [(0, "#5d4230"), (1, "#3a2920")])
    for side in (-1, 1):
        x = middle + side * 9.5
        c.poly(
            [(x - 3.4, foot - 6), (x + 3.4, foot - 6), (x + 2.8, foot - 8.8), (x - 2.8, foot - 8.8)],
            "#22252b",
        )
        for button in range(5):
            c.oval(
                (x - 2.3 + button, foot - 7.4, x - 1.8 + button, foot - 7),
                "#8fb49a" if button % 2 else "#c9c4b5",
            )
        c.line([(x, foot - 8.4), (x - side * 0.9, foot - 12), (x - side * 2.2, foot - 13.6)], "#17191e", 0.28)
        c.oval((x - side * 2.2 - 0.6, foot - 14.4, x - side * 2.2 + 0.6, foot - 13), "#17191e")
        c.poly(
            [
                (x + side * 5, foot - 6.2),
                (x + side * 9, foot - 6.2),
                (x + side * 8.4, foot - 8.2),
                (x + side * 4.8, foot - 8.2),
            ],
            "#f4ecd9",
        )
        _headphones(c, x + side * 4.2 - 6 * (side > 0) + 6 * (side < 0), foot - 6.6)
    for slope, alpha in ((0.16, 34), (0.5, 24), (0.62, 16)):
        x = left + width * slope
        c.shaded(
            [(x + 7, top), (x + 11, top), (x + 3, foot), (x - 1, foot)],
            [(0, (255, 255, 255, alpha)), (1, (255, 255, 255, alpha // 4))],
        )
    for x in (left - 1.6, middle - 0.35, right):
        c.gradient(
            (x, top, x + (0.7 if x == middle - 0.35 else 1.6), foot),
            [(0, "#53473d"), (1, "#1e1a17")],
            across=True,
        )


def _headphones(c: Canvas, x: float, y: float) -> None:
    for side in (-1, 1):
        c.oval((x + side * 1.3 - 0.55, y - 0.9, x + side * 1.3 + 0.55, y + 0.7), "#1c1e24")
    c.line(
        [(x - 1.3, y - 0.6), (x - 1, y - 1.7), (x, y - 2.1), (x + 1, y - 1.7), (x + 1.3, y - 0.6)],
        "#1c1e24",
        0.3,
    )
