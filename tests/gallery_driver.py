"""A reader before a gallery in the browser: the page with its photographs, and the overlay when it is open."""

import pytest
from django.utils.translation import gettext

from tests.running_site import running

COUNT = 10
PREPARE = """
from events.models import Album, Event, PhotoPerson
from people.models import Person
visit = Event.objects.get(kind="visit", starts_on="2018-04-03")
album = visit.albums.get()
photos = list(album.photos.in_order())
for place, name in enumerate(["Bilal Zubair", "Anum Riaz", "Timur Mukhmutov"], 1):
    PhotoPerson.objects.create(photo=photos[1], person=Person.objects.get(name_en=name), place=place)
other = Album.objects.exclude(pk=album.pk).get()
other.withdraw("ar")
print(visit.slug, album.slug, other.slug, *[photo.pk for photo in photos])
"""
ONWARD = {"en": "ArrowRight", "ar": "ArrowLeft"}
BACK = {"en": "ArrowLeft", "ar": "ArrowRight"}
SETTLED = """() => {
  const slide = document.querySelector(".overlay__slide:not([inert])").getBoundingClientRect();
  return Math.abs(slide.x + slide.width / 2 - innerWidth / 2) < 1;
}"""
LOADED = """() => {
  const image = document.querySelector(".overlay[open] .overlay__slide:not([inert]) img");
  return image.complete && image.naturalWidth > 0;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site with its demonstration content, people in the second photograph, and one album in English alone."""
    with running(tmp_path_factory.mktemp("site")) as site:
        site.visit, site.album, site.english_album, *site.photos = site.run(PREPARE).split()
        assert len(site.photos) == COUNT
        yield site


class Gallery:
    """A reader before a page with photographs, and the overlay when it is open."""

    def __init__(self, page, site, language, path):
        self.page, self.site, self.language = page, site, language
        self.url = f"{site.url}/{language}/{path}"
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(error))
        page.goto(self.url)
        self.title = page.title()
        self.thumbnails = page.locator("main .gallery a")
        self.overlay = page.locator("dialog.overlay")
        self.slide = page.locator(".overlay__slide:not([inert])")
        self.picture = self.slide.locator("img")
        self.counter = self.overlay.get_by_role("status")

    def open(self, number):
        """Click a thumbnail and wait for its slide with its caption."""
        self.thumbnails.nth(number - 1).click()
        self.shows(number)
        return self

    def shows(self, number, count=COUNT):
        """Wait until this photograph is shown, in its place, with its caption."""
        words = gettext("%(number)s of %(count)s") % {"number": number, "count": count}
        self.page.wait_for_function(
            "words => document.querySelector('.overlay[open] [role=status]')?.textContent === words",
            arg=words,
        )
        self.page.wait_for_function(SETTLED)
        self.slide.locator(".photo__caption").wait_for()
        self.page.wait_for_function(LOADED)

    def closed(self):
        """Wait until the overlay is closed, and the address, the title and the focus are those of the page again."""
        self.overlay.wait_for(state="hidden")
        self.page.wait_for_url(self.url)
        self.page.wait_for_function("title => document.title === title", arg=self.title)
        self.page.wait_for_function("document.activeElement.matches('main a')")

    def button(self, words):
        """Return a button of the overlay by its name in the page's language."""
        return self.overlay.get_by_role("button", name=words, exact=True)

    def address_of(self, number):
        """Return the address of a photograph's own page."""
        return f"{self.site.url}/{self.language}/gallery/{self.site.album}/{self.site.photos[number - 1]}/"

    def press(self, key):
        """Press a key where the focus is."""
        self.page.keyboard.press(key)


@pytest.fixture
def at_the_album(browser, site):
    """A way to go to the album, or another page, in a window of one's own."""
    contexts = []

    def go(language, path=None, width=1280, height=800, motion="reduce", **more):
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale=language, reduced_motion=motion, **more
        )
        contexts.append(context)
        return Gallery(context.new_page(), site, language, path or f"gallery/{site.album}/")

    yield go
    for context in contexts:
        context.close()
