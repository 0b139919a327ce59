"""The reader can fail: it lets plain pictures pass and catches everything that is planted beside the pixels."""

import struct

import pytest
from PIL import Image

from tests.pictures import metadata, profiles, strangers
from tests.pictures.containers import box, chunk, pixels_of, riff, segment, with_chunks, with_segments
from tests.pictures.exif import tiff
from tests.pictures.exiftool import EXIFTOOL, strange_tags
from tests.pictures.odd_files import SECRET, saved, scene, written
from tests.pictures.reading import MoreThanPixelsError, assert_only_pixels, read_parts

PLAIN = {
    "JPEG": lambda: saved(),
    "JPEG in passes": lambda: saved(progressive=True, optimize=True),
    "JPEG with marks to restart at": lambda: saved(restart_marker_blocks=4),
    "JPEG of one grey": lambda: written(scene("L"), "JPEG"),
    "WebP": lambda: saved("WEBP"),
    "WebP without loss": lambda: saved("WEBP", lossless=True),
    "AVIF": lambda: saved("AVIF", speed=10),
    "PNG": lambda: saved("PNG"),
}
# These hold nothing but a note of their own size or kind, in a segment that is no stranger's.
HARMLESS = {"JPEG: a segment of each kind for programs"}


@pytest.mark.parametrize("kind", PLAIN)
def test_pixels_alone_pass(kind):
    assert_only_pixels(PLAIN[kind]())


@pytest.mark.parametrize("file", metadata.FILES, ids=lambda file: file.case)
def test_each_carrier_of_metadata_is_caught(file):
    with pytest.raises(MoreThanPixelsError):
        assert_only_pixels(file.content)


@pytest.mark.parametrize("case", strangers.TWO_AT_ONCE)
def test_a_file_that_is_two_things_is_caught(case):
    content = strangers.TWO_AT_ONCE[case][1]()
    with pytest.raises(MoreThanPixelsError):
        assert_only_pixels(content)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_profile_is_caught(kind):
    with pytest.raises(MoreThanPixelsError):
        assert_only_pixels(written(scene(), kind, icc_profile=profiles.display_p3()))


def _avif(**options) -> bytes:
    return written(scene(), "AVIF", speed=10, **options)


PLANTED_IN_AVIF = {
    "EXIF": lambda: _avif(exif=tiff()),
    "XMP": lambda: _avif(xmp=metadata.XMP),
    "a profile": lambda: _avif(icc_profile=profiles.display_p3()),
    "a box behind": lambda: _avif() + box(b"free", SECRET.encode()),
    "a box that is nobody's": lambda: _avif() + box(b"free", b"12345678"),
    "bytes behind": lambda: _avif() + b"12345",
    "bytes of data that belong to no item": lambda: _avif()[:-4] + b"1234" + b"5678",
    "an alpha channel": lambda: written(scene("RGBA").point(lambda level: level // 2), "AVIF", speed=10),
    "several frames": lambda: written(
        scene(), "AVIF", speed=10, save_all=True, append_images=[Image.new("RGB", scene().size)]
    ),
}


@pytest.mark.parametrize("case", PLANTED_IN_AVIF)
def test_what_is_planted_in_avif_is_caught(case):
    with pytest.raises(MoreThanPixelsError):
        assert_only_pixels(PLANTED_IN_AVIF[case]())


def test_bytes_within_the_data_box_of_avif_that_no_item_points_at_are_caught():
    plain = _avif()
    place = plain.index(b"mdat") - 4
    length = struct.unpack_from(">I", plain, place)[0]
    hidden = plain[:place] + struct.pack(">I", length + 8) + plain[place + 4 :] + b"12345678"
    with pytest.raises(MoreThanPixelsError, match="8 bytes of data that belong to no item"):
        assert_only_pixels(hidden)


@pytest.mark.parametrize("way", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_secret_is_found_among_pixels_too(way):
    plain = saved("WEBP", lossless=True)
    kind, pixels = pixels_of(plain)
    with pytest.raises(MoreThanPixelsError, match=SECRET):
        assert_only_pixels(riff((kind, pixels + SECRET.lower().encode(way))))


def test_the_reader_names_the_parts_in_their_order():
    assert read_parts(saved(subsampling=0)).parts[:2] == ["SOI", "JFIF"]
    assert read_parts(saved()).parts[-2:] == ["SOS", "EOI"]
    assert read_parts(with_segments(saved(), segment(0xFE, b"words"))).parts[1] == "COM"
    assert read_parts(with_chunks(saved("PNG"), chunk(b"tEXt", b"a\0b"))).parts[:2] == ["IHDR", "tEXt"]
    assert read_parts(saved("WEBP")).parts == ["VP8 "]
    assert read_parts(saved("AVIF", speed=10)).parts[:3] == ["ftyp", "meta", "meta/hdlr"]
    assert read_parts(saved() + b"abc").trailing == 3
    assert read_parts(saved()[:-2]).strange == ["no end"]
    assert read_parts(b"GIF89a").strange == ["no container that is stored here"]


@pytest.mark.skipif(EXIFTOOL is None, reason="exiftool is not on this machine")
def test_exiftool_lets_pixels_pass_and_finds_what_is_planted(tmp_path):
    endings = {"JPEG": "jpg", "PNG": "png", "WebP": "webp", "AVIF": "avif"}
    for number, (kind, make) in enumerate(PLAIN.items()):
        if kind != "PNG":
            (tmp_path / f"plain-{number}.{endings[kind.split()[0]]}").write_bytes(make())
    assert strange_tags(tmp_path) == {}
    planted = {
        "exif.jpg": metadata.JPEG["EXIF with everything"](),
        "iptc.jpg": metadata.JPEG["IPTC in a Photoshop segment"](),
        "comment.jpg": metadata.JPEG["a comment"](),
        "xmp.webp": metadata.WEBP["XMP"](),
        "profile.jpg": saved(icc_profile=profiles.adobe_rgb()),
        "exif.avif": _avif(exif=tiff()),
    }
    for name, content in planted.items():
        (tmp_path / name).write_bytes(content)
    found = strange_tags(tmp_path)
    assert sorted(found) == sorted(str(tmp_path / name) for name in planted)
    assert any("GPSLatitude" in tag for tag in found[str(tmp_path / "exif.jpg")])
