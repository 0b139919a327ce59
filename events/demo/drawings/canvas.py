"""A canvas for soft painted pictures: gradients, glows, shadows, mist and grain."""

import math
from contextlib import contextmanager
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = str | tuple[int, ...]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
Stops = list[tuple[float, Colour]]


def rgb(colour: Colour, alpha: float = 1.0) -> tuple[int, int, int, int]:
    """The colour as four numbers, its opacity multiplied by ``alpha``."""
    if isinstance(colour, str):
        colour = tuple(bytes.fromhex(colour.lstrip("#")))
    opacity = colour[3] if len(colour) == 4 else 255
    return (*colour[:3], round(opacity * alpha))


def mix(first: Colour, second: Colour, share: float) -> tuple[int, ...]:
    """The colour that lies ``share`` of the way from the first to the second."""
    return tuple(round(a + (b - a) * share) for a, b in zip(rgb(first), rgb(second), strict=True))


class Canvas:
    """A picture measured in hundredths of its height, so a scene is drawn alike at any size."""

    def __init__(self, size: tuple[int, int], rng: Random | None = None, mode: str = "RGB"):
        self.rng = rng or Random(0)
        self.unit = size[1] / 100
        self.width = size[0] / self.unit
        self._show(Image.new(mode, size))

    def _show(self, image: Image.Image) -> None:
        self.image = image
        self.pen = ImageDraw.Draw(image, "RGBA" if image.mode == "RGB" else None)

    def _pixels(self, points) -> list[Point]:
        return [(x * self.unit, y * self.unit) for x, y in points]

    def _pixel_box(self, box: Box) -> tuple[int, int, int, int]:
        left, top, right, bottom = (round(edge * self.unit) for edge in box)
        return left, top, max(right, left + 1), max(bottom, top + 1)

    # Shapes

    def poly(self, points, colour: Colour, alpha: float = 1.0) -> None:
        """A filled polygon."""
        self.pen.polygon(self._pixels(points), fill=rgb(colour, alpha))

    def rect(self, box: Box, colour: Colour, alpha: float = 1.0) -> None:
        """A filled rectangle."""
        left, top, right, bottom = self._pixel_box(box)
        self.pen.rectangle((left, top, right - 1, bottom - 1), fill=rgb(colour, alpha))

    def oval(self, box: Box, colour: Colour, alpha: float = 1.0) -> None:
        """A filled ellipse inside the box."""
        self.pen.ellipse(self._pixel_box(box), fill=rgb(colour, alpha))

    def line(self, points, colour: Colour, width: float = 0.3, alpha: float = 1.0) -> None:
        """A line through the points."""
        thickness = max(1, round(width * self.unit))
        self.pen.line(self._pixels(points), fill=rgb(colour, alpha), width=thickness, joint="curve")

    # Gradients

    def gradient(self, box: Box, stops: Stops, across: bool = False) -> None:
        """A rectangle whose colour runs through the stops, downwards or across."""
        left, top, right, bottom = self._pixel_box(box)
        ramp = _ramp(stops, (right - left, bottom - top), across)
        self.image.paste(ramp, (left, top), ramp)

    def shaded(self, points, stops: Stops, across: bool = False) -> None:
        """A polygon whose colour runs through the stops, downwards or across."""
        pixels = self._pixels(points)
        left, right = math.floor(min(x for x, _ in pixels)), math.ceil(max(x for x, _ in pixels))
        top, bottom = math.floor(min(y for _, y in pixels)), math.ceil(max(y for _, y in pixels))
        size = (max(1, right - left), max(1, bottom - top))
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in pixels], fill=255)
        ramp = _ramp(stops, size, across)
        self.image.paste(ramp, (left, top), ImageChops.multiply(mask, ramp.getchannel("A")))

    # Light and air

    def glow(self, x: float, y: float, rx: float, colour: Colour, strength=1.0, ry=None) -> None:
        """Light of the colour spreading from a point, added to what is there."""
        ry = ry or rx
        left, top, right, bottom = self._pixel_box((x - rx, y - ry, x + rx, y + ry))
        crop = (max(left, 0), max(top, 0), min(right, self.image.width), min(bottom, self.image.height))
        if crop[0] >= crop[2] or crop[1] >= crop[3]:
            return
        fall = Image.radial_gradient("L").point(
            [round((1 - min(1, i / 181)) ** 2 * 255 * strength) for i in range(256)]
        )
        source = tuple(
            (edge - start) * 256 / extent
            for edge, start, extent in zip(
                crop, (left, top) * 2, (right - left, bottom - top) * 2, strict=True
            )
        )
        fall = fall.resize((crop[2] - crop[0], crop[3] - crop[1]), Image.Resampling.BICUBIC, box=source)
        here = self.image.crop(crop)
        lit = ImageChops.screen(here, Image.new("RGB", here.size, rgb(colour)[:3]))
        self.image.paste(lit, crop, fall)

    def shadow(self, points, colour: Colour = "#0b0d12", alpha=0.5, blur=2.0) -> None:
        """A soft-edged patch of the colour; with a pale colour it is a patch of light."""
        margin = blur * 2.5
        x0, x1 = min(x for x, _ in points) - margin, max(x for x, _ in points) + margin
        y0, y1 = min(y for _, y in points) - margin, max(y for _, y in points) + margin
        left, top, right, bottom = self._pixel_box((x0, y0, x1, y1))
        step = max(1, min(8, int(blur * self.unit / 3)))
        small = (math.ceil((right - left) / step), math.ceil((bottom - top) / step))
        mask = Image.new("L", small)
        spots = [((x * self.unit - left) / step, (y * self.unit - top) / step) for x, y in points]
        ImageDraw.Draw(mask).polygon(spots, fill=round(255 * alpha))
        mask = mask.filter(ImageFilter.GaussianBlur(blur * self.unit / step))
        mask = mask.resize((right - left, bottom - top), Image.Resampling.BILINEAR)
        self.image.paste(rgb(colour)[:3], (left, top, right, bottom), mask)

    def soften(self, radius: float) -> None:
        """Everything drawn so far goes out of focus."""
        if radius * self.unit >= 0.3:
            self._show(self.image.filter(ImageFilter.GaussianBlur(radius * self.unit)))

    @contextmanager
    def out_of_focus(self, radius: float):
        """A layer in front, drawn blurred on leaving; drawn at half size, for it has no detail."""
        half = (self.image.width // 2 or 1, self.image.height // 2 or 1)
        layer = Canvas(half, self.rng, "RGBA")
        yield layer
        image = layer.image.convert("RGBa").filter(ImageFilter.GaussianBlur(radius * layer.unit))
        image = image.convert("RGBA").resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste(image, (0, 0), image)

    def mottle(self, box: Box, columns: int, rows: int, amount: float) -> None:
        """Uneven tone over the box, as of plaster, cloud or worn stone."""
        left, top, right, bottom = self._pixel_box(box)
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, self.image.width), min(bottom, self.image.height)
        layers = []
        for finer in (1, 5):
            grid = (columns * finer, rows * finer)
            cells = Image.frombytes("L", grid, self.rng.randbytes(grid[0] * grid[1]))
            cells = cells.filter(ImageFilter.GaussianBlur(0.7))
            layers.append(cells.resize((right - left, bottom - top), Image.Resampling.BICUBIC))
        noise = Image.blend(*layers, 0.5)
        noise = noise.point([round(128 + (i - 128) * amount * 2.2) for i in range(256)])
        here = self.image.crop((left, top, right, bottom))
        self.image.paste(ImageChops.add(here, Image.merge("RGB", [noise] * 3), 1, -128), (left, top))

    def reflect(self, shore: float, bottom: float, tint: Colour, share: float) -> None:
        """Water below the shore line: what stands above it, upside down, smeared and tinted."""
        width, edge = self.image.width, round(shore * self.unit)
        depth = round((bottom - shore) * self.unit)
        above = self.image.crop((0, max(0, edge - depth), width, edge))
        above = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        smeared = above.resize((max(1, width // 6), max(1, depth // 40)), Image.Resampling.BOX)
        smeared = smeared.resize((width, depth), Image.Resampling.BICUBIC)
        above = Image.blend(above.resize((width, depth)), smeared, 0.72)
        self.image.paste(Image.blend(above, Image.new("RGB", above.size, rgb(tint)[:3]), share), (0, edge))

    def ripples(self, box: Box, colour: Colour, count: int, alpha: float) -> None:
        """Short strokes lying on water, finer towards the far shore."""
        left, top, right, bottom = box
        for _ in range(count):
            depth = self.rng.random() ** 1.6
            y, x = top + (bottom - top) * depth, self.rng.uniform(left, right)
            reach = (0.6 + 5 * depth) * self.rng.uniform(0.4, 1.3)
            self.line(
                [(x - reach, y), (x + reach, y)], colour, 0.08 + 0.22 * depth, alpha * self.rng.random()
            )

    # The finish

    def finish(self, grain: float = 0.10, vignette: float = 0.36) -> None:
        """Soft edges, darker corners and the grain of film."""
        self.soften(0.075)
        # The gradient is full at the middle of its edges; this inner part is full at the corners.
        fall = Image.radial_gradient("L").resize(
            self.image.size, Image.Resampling.BICUBIC, box=(38, 38, 218, 218)
        )
        fall = fall.point([round(255 * (1 - vignette * (i / 255) ** 2.2)) for i in range(256)])
        darker = ImageChops.multiply(self.image, Image.merge("RGB", [fall] * 3))
        size = self.image.size
        noise = Image.frombytes("L", size, self.rng.randbytes(size[0] * size[1]))
        noise = noise.filter(ImageFilter.BoxBlur(0.6)).point(
            [round(128 + (i - 128) * grain) for i in range(256)]
        )
        self._show(ImageChops.add(darker, Image.merge("RGB", [noise] * 3), 1, -128))


def _ramp(stops: Stops, size: tuple[int, int], across: bool) -> Image.Image:
    steps = 128
    strip = bytearray()
    for index in range(steps):
        strip += bytes(_between(stops, index / (steps - 1)))
    shape = (steps, 1) if across else (1, steps)
    return Image.frombytes("RGBA", shape, bytes(strip)).resize(size, Image.Resampling.BILINEAR)


def _between(stops: Stops, place: float) -> tuple[int, ...]:
    if place <= stops[0][0]:
        return rgb(stops[0][1])
    for (start, first), (end, second) in pairwise(stops):
        if place <= end:
            return mix(first, second, (place - start) / (end - start))
    return rgb(stops[-1][1])


class Camera:
    """One-point perspective: metres around the eye become places on the canvas."""

    def __init__(self, x: float, y: float, reach: float):
        self.x, self.y, self.reach = x, y, reach

    def at(self, x: float, y: float, z: float) -> Point:
        """Where a point shows: x across from the eye, y below it, z ahead of it."""
        return self.x + x * self.reach / z, self.y + y * self.reach / z

    def face(self, *corners) -> list[Point]:
        """Where each of several points shows."""
        return [self.at(*corner) for corner in corners]
