"""What the bench measures with: drawn photographs of twelve megapixels, and albums whose rows stand without their files."""

import datetime
from pathlib import Path

from PIL import Image

from ciss_site.models import User
from events.models import Album, Photo
from institutions.models import Institution

MEGAPIXELS_12 = (4000, 3000)


def draw_photographs(folder: Path, count: int) -> list[Path]:
    """Write ``count`` JPEG files of 12 megapixels with as much detail as a photograph has (about 2.5 MB each)."""
    paths = []
    for number in range(count):
        path = folder / f"photograph-{number}.jpg"
        broad, fine = (_noise(size, spread) for size, spread in (((40 + number, 30), 90), ((2000, 1500), 25)))
        Image.blend(broad, fine, 0.25).save(path, "JPEG", quality=92)
        paths.append(path)
    return paths


def _noise(size: tuple[int, int], spread: int) -> Image.Image:
    bands = [Image.effect_noise(size, spread) for _ in range(3)]
    return Image.merge("RGB", bands).resize(MEGAPIXELS_12, Image.Resampling.BICUBIC)


def make_albums(sizes: tuple[int, ...]) -> dict[int, Album]:
    """Return a published album for each number of photographs, as the rows of real ones are."""
    by = User.objects.create(username="bench")
    home = Institution(name_en="The Center", short_name_en="C", is_home=True)
    home.save()
    home.publish("en", by=by)
    albums = {}
    for size in sizes:
        album = Album(
            title_en="Album", slug=f"album-{size}", taken_on=datetime.date(2020, 1, 1), intro_en="Ours."
        )
        album.save()
        Photo.objects.bulk_create([_photo(album, number) for number in range(size)])
        album.publish("en", by=by)
        albums[size] = album
    return albums


def _photo(album: Album, number: int) -> Photo:
    return Photo(
        album=album,
        image=f"photographs/{album.slug}-{number}/original.jpg",
        width=4000,
        height=3000,
        dominant_colour="#557766",
        alt_en=f"A long table with name plates, number {number}",
        order=number,
        fingerprint=f"{album.slug}-{number}",
        rendered=Photo._meta.get_field("image").mark,
        renditions={
            "folder": "none",
            "endings": ["avif", "webp", "jpg"],
            "full": [320, 640, 960, 1600],
            "card": [320, 640],
            "focal": [0.5, 0.5],
        },
    )
