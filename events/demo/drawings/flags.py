"""Small table flags of Pakistan and Russia, in their proper proportions and colours."""

import math

from PIL import Image

from .canvas import Canvas
from .tables import glass, panelled_wall


def table_flags(c: Canvas) -> None:
    """Two small flags on one stand each, papers and a pen before them, a soft hall behind."""
    w = c.width
    c.rect((0, 60, w, 100), "#7a6450")
    panelled_wall(c, 70, "#a8977e", "#55473a", 30)
    c.gradient((118, 0, w, 52), [(0, "#f1efe6"), (1, "#fff3d8")])
    c.rect((131, 0, 133, 52), "#b6a990")
    c.glow(134, 20, 80, "#fff2d2", 0.6)
    for x in (10, 52, 96):
        c.shaded(
            [(x - 11, 72), (x - 10, 46), (x - 7, 42), (x + 7, 42), (x + 10, 46), (x + 11, 72)],
            [(0, "#5d5a5c"), (0.3, "#3b3b42"), (1, "#222228")],
        )
    c.soften(1.7)
    c.gradient((0, 66, w, 100), [(0, "#b98a5d"), (0.2, "#8c5d39"), (1, "#482b1a")])
    c.mottle((0, 66, w, 100), 5, 60, 0.12)
    c.glow(120, 68, 70, "#fff0d0", 0.6, 9)
    c.soften(0.35)
    for x, flag in ((32, pakistan()), (82, russia())):
        _flag_on_stand(c, flag, x, 82)
    c.shadow([(20, 92), (70, 91), (74, 99), (14, 101)], "#1d110a", 0.5, 0.9)
    c.shaded([(24, 90.5), (66, 90), (70, 97.5), (17, 98)], [(0, "#fffaf0"), (1, "#d9cfbd")])
    c.shaded([(88, 91), (126, 90), (134, 98), (90, 99.5)], [(0, "#23303f"), (1, "#141b25")])
    c.line([(92, 93.6), (117, 92.4)], "#d7c08c", 0.5)
    glass(c, 133, 86, 13)
    c.glow(132, 30, 80, "#fff2d2", 0.25)


def pakistan() -> Image.Image:
    """The flag of Pakistan, 3 by 2: a white quarter at the hoist, the crescent and star on the green."""
    flag = Canvas((1200, 800))
    green, white = "#01411c", "#ffffff"
    flag.rect((0, 0, 150, 100), green)
    flag.rect((0, 0, 37.5, 100), white)
    # The star and the cut of the crescent lie on the diagonal of the green field.
    slope = math.hypot(112.5, 100)
    along = (112.5 / slope, -100 / slope)
    field, cut, star = ((150 - along[0] * reach, -along[1] * reach) for reach in (slope / 2, 65, 50))
    flag.oval((field[0] - 30, field[1] - 30, field[0] + 30, field[1] + 30), white)
    flag.oval((cut[0] - 27.5, cut[1] - 27.5, cut[0] + 27.5, cut[1] + 27.5), green)
    first = math.atan2(along[1], along[0])
    points = []
    for step in range(10):
        reach = 10 if step % 2 == 0 else 10 * 0.381966
        turn = first + step * math.pi / 5
        points.append((star[0] + math.cos(turn) * reach, star[1] + math.sin(turn) * reach))
    flag.poly(points, white)
    return flag.image


def russia() -> Image.Image:
    """The flag of Russia, 3 by 2: white, blue and red in equal bands."""
    flag = Canvas((1200, 800))
    for band, colour in enumerate(("#ffffff", "#0039a6", "#d52b1e")):
        flag.rect((0, band * 100 / 3, 150, (band + 1) * 100 / 3), colour)
    return flag.image


def _flag_on_stand(c: Canvas, flag: Image.Image, x: float, foot: float) -> None:
    top, width, height = foot - 66, 39.0, 26.0
    c.shadow(
        [(x - 6, foot - 0.5), (x + 8, foot - 0.5), (x + 8, foot + 2), (x - 6, foot + 2)], "#1d110a", 0.6, 0.9
    )
    c.shadow([(x - 26, foot + 3), (x, foot), (x, foot + 1), (x - 24, foot + 5.4)], "#1d110a", 0.4, 1.2)
    for lift, dark, light in ((0, "#3f2c17", "#a98650"), (-1.2, "#6d5027", "#e6ca8e")):
        half = 5.2 + lift
        c.oval((x - half, foot + lift - 1.3, x + half, foot + lift + 1.5), dark)
        c.oval((x - half, foot + lift - 1.6, x + half, foot + lift + 1.0), light)
    c.gradient(
        (x - 0.42, top, x + 0.42, foot - 2), [(0, "#6d5027"), (0.4, "#fae6b4"), (1, "#5c421f")], across=True
    )
    c.oval((x - 0.95, top - 1.6, x + 0.95, top + 0.4), "#d9b873")
    _hang(c, flag, x + 0.4, top + 1.2, width, height)


def _hang(c: Canvas, flag: Image.Image, x: float, y: float, width: float, height: float) -> None:
    slices, unit = 60, c.unit
    size = (round(width * unit), round(height * unit))
    cloth = flag.resize(size, Image.Resampling.LANCZOS)
    for index in range(slices):
        left, right = size[0] * index // slices, size[0] * (index + 1) // slices
        if left == right:
            continue
        share = index / slices
        wave = math.sin(share * 7.2 + 0.4)
        drop = (0.75 * (wave - math.sin(0.4)) * min(1, share * 3) + 1.5 * share) * unit
        strip = cloth.crop((left, 0, right, size[1]))
        shade = 0.86 + 0.14 * math.cos(share * 7.2 + 0.9)
        strip = Image.blend(Image.new("RGB", strip.size, "#0d1014"), strip, shade)
        c.image.paste(strip, (round(x * unit) + left, round(y * unit + drop)))
