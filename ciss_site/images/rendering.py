"""Making renditions: from a stored original, the files of its recipe, one after the other in little memory."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from ciss_site.images.intake import narrowed
from ciss_site.images.recipe import CROPS, FORMATS, FULL, WIDTHS, Shape, file_name, ladder


def renditions(
    original, crops: tuple[str, ...], focal: tuple[float, float]
) -> Iterator[tuple[str, int, str, bytes]]:
    """Yield (kind, width, file name, content) of every rendition of an original, an open JPEG file.

    The original is unpacked once, at a fraction of its size where that is enough, and each width is made from the
    one above it. ``focal`` is the point the crops keep, (across, down) from 0 to 1.
    """
    full = _unpacked(original)
    for kind, widths, image in _sources(full, crops, focal):
        across, down = image.size if kind == FULL else (CROPS[kind].across, CROPS[kind].down)
        for width in reversed(ladder(image.width, widths)):
            image = narrowed(image, width, round(width * down / across))
            for ending in FORMATS:
                yield kind, width, file_name(kind, width, ending), _encoded(image, ending)


def _unpacked(original) -> Image.Image:
    image = Image.open(original, formats=("JPEG",))
    image.draft("RGB", (WIDTHS[-1], 1))
    image.load()
    return image


def _sources(full: Image.Image, crops: tuple[str, ...], focal: tuple[float, float]):
    for name in crops:
        shape = CROPS[name]
        yield name, shape.widths, _cut(full, shape, focal)
    yield FULL, WIDTHS, full


def _cut(full: Image.Image, shape: Shape, focal: tuple[float, float]) -> Image.Image:
    """Return the crop at its largest width (or as wide as it is), in exactly the shape's measures."""
    box = shape.box(full.size, focal)
    width = ladder(box[2] - box[0], shape.widths)[-1]
    return full.resize((width, shape.height(width)), Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)


def _encoded(image: Image.Image, ending: str) -> bytes:
    kind, options = FORMATS[ending]
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
