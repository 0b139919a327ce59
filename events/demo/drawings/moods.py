"""Other lights for a drawn scene, so that many sample pictures do not look alike."""

from random import Random

from PIL import Image, ImageEnhance, ImageOps

# Each mood: the colour shadows lean to, the colour lights lean to, how far, and the exposure.
MOODS = (
    ("#1d2b3a", "#f6e7cf", 0.45, 1.02),  # warm lights over blue shadows
    ("#10252b", "#d5e6e4", 0.55, 0.98),  # cool teal
    ("#2e1d14", "#fbdfb2", 0.55, 1.03),  # late amber
    ("#1b2619", "#eaecd2", 0.50, 1.00),  # sage
    ("#261a2c", "#f3d9d6", 0.50, 1.00),  # rose dusk
    ("#12182b", "#cfd9ee", 0.60, 0.88),  # blue hour
    ("#26231f", "#efe9df", 0.75, 1.04),  # faded, nearly grey
)


def relight(picture: Image.Image, seed: int, may_mirror: bool) -> Image.Image:
    """The picture in the mood the seed names, framed a little closer, perhaps from the other side."""
    shadow, light, share, exposure = MOODS[seed % len(MOODS)]
    if not may_mirror:
        share *= 0.4
    rng = Random(f"mood/{seed}")
    toned = ImageOps.colorize(picture.convert("L"), shadow, light)
    picture = ImageEnhance.Brightness(Image.blend(picture, toned, share)).enhance(exposure)
    if may_mirror and rng.random() < 0.5:
        picture = ImageOps.mirror(picture)
    return _closer(picture, rng, 0.84 if may_mirror else 0.94)


def _closer(picture: Image.Image, rng: Random, closest: float) -> Image.Image:
    width, height = picture.size
    zoom = rng.uniform(closest, 0.97)
    left, top = width * (1 - zoom) * rng.random(), height * (1 - zoom) * rng.random()
    box = (left, top, left + width * zoom, top + height * zoom)
    return picture.resize(picture.size, Image.Resampling.BICUBIC, box=box)
