"""Every file of the corpus meets its end: it is taken as it looks, or refused with the sentence of its cause."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image

from ciss_site.images import read_picture
from events.models import Photo
from tests.pictures.corpus import corpus
from tests.pictures.odd_files import Cause, Either, OddFile, Refused, Taken, saved
from tests.pictures.sentences import SENTENCES, cause_of, flaws_of

# The decoder complains of what it leaves aside; that is its part.
pytestmark = [
    pytest.mark.filterwarnings(f"ignore::UserWarning:PIL.{name}ImagePlugin")
    for name in ("Tiff", "Jpeg", "Png")
]

ROOT = Path(__file__).resolve().parent.parent.parent
BOUND = 400  # megabytes that the whole corpus may add to a process
# Run apart, so that the peak is that of the corpus alone; the costly making of a file is left out by a first round.
PEAK = """
import json, resource, django
django.setup()
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from ciss_site.images import read_picture
from tests.pictures.corpus import corpus
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
files = [ContentFile(odd.content, odd.name) for odd in corpus() if "size" in odd.name or "still" in odd.name]
before = peak()
for file in files:
    try:
        read_picture(file)
    except ValidationError:
        pass
print(json.dumps({"files": len(files), "added": peak() - before}))
"""


def end_of(odd: OddFile):
    """Return what is kept of a file, or the refusal it meets; anything else that is raised fails the test."""
    try:
        return read_picture(ContentFile(odd.content, odd.name))
    except ValidationError as refusal:
        return refusal


@pytest.mark.parametrize("odd", corpus(), ids=lambda odd: odd.case)
def test_each_file_meets_its_end(odd):
    end = end_of(odd)
    cause = cause_of(end) if isinstance(end, ValidationError) else None
    if isinstance(odd.end, Refused):
        assert cause in odd.end.causes
    elif isinstance(odd.end, Taken):
        assert cause is None, end.messages
        check_facts(end, odd.end)


def check_facts(picture, wanted: Taken) -> None:
    """Hold what is kept to its size, its colours and the day of the camera."""
    kept = Image.open(BytesIO(picture.original))
    assert kept.mode == "RGB"
    assert kept.size == picture.size
    if wanted.size is not ...:
        assert kept.size == wanted.size
    for (across, down), colour in wanted.colours.items():
        found = kept.getpixel((int(across * kept.width), int(down * kept.height)))
        assert max(abs(a - b) for a, b in zip(found, colour, strict=True)) <= wanted.near, (found, colour)
    if wanted.camera_day is not ...:
        assert picture.camera_date == wanted.camera_day


NAMED = [odd for odd in corpus() if odd.case.startswith("refused, named with")]


@pytest.mark.parametrize("odd", NAMED, ids=lambda odd: odd.case)
def test_a_refusal_names_the_file_and_nothing_that_harms(odd):
    sentence = end_of(odd).messages[0]
    assert unicodedata.normalize("NFC", odd.shown) in sentence
    assert flaws_of(sentence) == []
    assert sentence.encode()


@pytest.mark.parametrize("name", ["a" * 240 + ".jpg", "صورة" * 60 + ".jpg"], ids=["Latin", "Arabic"])
def test_a_long_name_is_no_reason_to_refuse(name):
    form = Photo._meta.get_field("image").formfield()
    assert form.clean(SimpleUploadedFile(name, saved())).size == len(saved())


def one_of_each_cause() -> dict[Cause, OddFile]:
    """Return, for each cause, the first file that can only be refused for it."""
    found = {}
    for odd in corpus():
        if isinstance(odd.end, Refused) and len(odd.end.causes) == 1:
            found.setdefault(odd.end.causes[0], odd)
    return found


def test_each_cause_is_met():
    assert set(one_of_each_cause()) == set(SENTENCES) == set(Cause)


@pytest.mark.parametrize("cause", Cause)
def test_each_refusal_is_said_in_arabic_too(cause):
    refusal = end_of(one_of_each_cause()[cause])
    english = refusal.messages[0]
    with translation.override("ar"):
        arabic = refusal.messages[0]
    assert not re.search(SENTENCES[cause], arabic), f"said in English: {arabic}"
    assert arabic != english


def test_the_corpus_is_as_large_and_as_varied_as_it_says():
    files = corpus()
    assert len({odd.case for odd in files}) == len(files)
    assert len({odd.content for odd in files if "limit" not in odd.case}) >= 340
    ends = [type(odd.end) for odd in files]
    assert min(ends.count(kind) for kind in (Taken, Refused, Either)) >= 40


def test_the_corpus_is_the_same_each_time_it_is_made():
    files = [odd for odd in corpus() if "bits" in odd.case]
    assert [odd.content for odd in files] == [odd.content for odd in files]


def test_memory_stays_bounded(settings):
    run = subprocess.run(
        [sys.executable, "-c", PEAK], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        env=environment(settings),
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    measured = json.loads(run.stdout)
    assert measured["files"] > 20
    assert measured["added"] < BOUND, measured


def environment(settings) -> dict[str, str]:
    """Return the environment of a process apart."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "ciss_site.settings",
        "PYTHONPATH": str(ROOT),
        "SECRET_KEY": settings.SECRET_KEY,
        "DATA_DIR": str(settings.MEDIA_ROOT),
    }
