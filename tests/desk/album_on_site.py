"""An album of a running site, for the browser's tests: the window it is worked on in, its pictures, and what is stored of it.

A module that imports these fixtures has a fixture ``site`` of its own.
"""

import itertools
import json

import pytest

from tests.desk.phone_pictures import small, written
from tests.desk_driver import PATIENCE
from tests.page_checks import opened

_first = itertools.count(100, 10)


@pytest.fixture
def album(site) -> int:
    """A draft album of the visit, without photographs."""
    return int(
        site.run(
            "from tests.factories import make_album; import datetime\n"
            "print(make_album('Three days in Moscow', 'ثلاثة أيام في موسكو', languages=[],"
            " taken_until=datetime.date(2018, 4, 5), slug=None).pk)"
        )
    )


@pytest.fixture
def window(site, browser, editor_cookies):
    """A window of the editor's, in which pages can be closed and opened again."""
    with opened(browser, cookies=editor_cookies) as page:
        page.context.set_default_timeout(PATIENCE)
        yield page.context
        # What waits asks before it is left, which nobody answers here.
        for one in page.context.pages:
            one.close(run_before_unload=False)


@pytest.fixture
def pictures(tmp_path):
    """Write small photographs under these numbers, which no other test has, and return where they are."""
    first = next(_first)

    def write(*numbers: int):
        return written(tmp_path, {f"IMG_{number:04}.JPG": small(first + number) for number in numbers})

    return write


def photos_of(site, album: int) -> list[dict]:
    """Return what is stored of the album's photographs, in its order."""
    code = (
        "import json\nfrom PIL import Image\nfrom events.models import Album\n"
        f"album = Album.objects.get(pk={album})\n"
        "print(json.dumps([dict(alt=[p.alt_en, p.alt_ar], caption=[p.caption_en, p.caption_ar],"
        " credit=[p.credit_en, p.credit_ar], day=str(p.taken_on or ''), size=[p.width, p.height],"
        " people=[one.person.name_en for one in p.photo_people.all()], order=p.order, is_cover=p.pk == album.cover_id,"
        " focal=[float(p.focal_x), float(p.focal_y)], noted=len(Image.open(p.image.open()).getexif()), pk=p.pk)"
        " for p in album.photos.in_order()]))"
    )
    return json.loads(site.run(code))


def only_the_first(count: int):
    """Let so many requests through, and leave the others without an answer."""
    seen = []

    def answer(route):
        seen.append(route)
        if len(seen) <= count:
            route.continue_()

    return answer
