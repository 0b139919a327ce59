"""Leaving the overlay, its addresses, and where the focus is, in a real browser."""

import pytest
from django.utils.translation import gettext

from tests.gallery_driver import COUNT, ONWARD, at_the_album, site  # noqa: F401 - the window a reader sits at

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_escape_closes_and_the_focus_is_on_the_photograph_last_shown(at_the_album, language, motion):
    gallery = at_the_album(language, motion=motion)
    gallery.open(1)
    gallery.press("End")
    gallery.shows(COUNT)
    gallery.press("Escape")
    gallery.closed()
    last = gallery.thumbnails.nth(COUNT - 1)
    assert last.evaluate("link => link === document.activeElement")
    gallery.page.wait_for_function(
        "link => link.getBoundingClientRect().y >= 0 && link.getBoundingClientRect().bottom <= innerHeight",
        arg=last.element_handle(),
    )


def test_each_photograph_has_its_address(at_the_album, language):
    gallery = at_the_album(language)
    page = gallery.page
    before = page.evaluate("history.length")
    gallery.open(2)
    assert page.url == gallery.address_of(2)
    gallery.press(ONWARD[language])
    gallery.shows(3)
    assert page.url == gallery.address_of(3)
    assert page.evaluate("history.length") == before + 1
    shown = page.title()
    assert shown != gallery.title
    page.go_back()
    gallery.closed()
    page.go_forward()
    gallery.shows(3)
    assert (page.url, page.title()) == (gallery.address_of(3), shown)
    page.reload()
    assert (page.url, page.title()) == (gallery.address_of(3), shown)
    page.locator(".photo__stage").wait_for()
    assert gallery.overlay.count() == 0
    page.go_back()
    page.wait_for_url(gallery.url)
    assert not gallery.overlay.is_visible()


def test_closing_leaves_no_step_behind(at_the_album, site, language):
    gallery = at_the_album(language)
    gallery.page.goto(f"{site.url}/{language}/gallery/")
    gallery.page.goto(gallery.url)
    gallery.open(2)
    gallery.press("Escape")
    gallery.closed()
    gallery.open(3)
    gallery.button(gettext("Close")).click()
    gallery.closed()
    gallery.page.go_back()
    assert gallery.page.url == f"{site.url}/{language}/gallery/"


def test_the_focus_and_the_wheel_stay_inside(at_the_album, language):
    gallery = at_the_album(language).open(2)
    page = gallery.page
    assert gallery.button(gettext("Close")).evaluate("button => button === document.activeElement")
    inside = set()
    for _ in range(12):
        gallery.press("Tab")
        inside.add(page.evaluate("document.activeElement.closest('.overlay, main')?.localName ?? 'browser'"))
    assert inside <= {"dialog", "browser"}
    assert page.evaluate("document.querySelectorAll('.overlay__slide[inert]').length") == COUNT - 1
    before = page.evaluate("scrollY")
    page.mouse.move(640, 38)  # over the bar, which has nothing to scroll
    page.mouse.wheel(0, 600)
    gallery.press("PageDown")
    gallery.press(ONWARD[language])
    gallery.shows(3)
    assert page.evaluate("scrollY") == before


def test_the_focus_is_not_lost_with_the_caption_it_stood_in(at_the_album, language):
    gallery = at_the_album(language).open(2)
    gallery.slide.locator("a[download]").focus()
    gallery.press(ONWARD[language])
    gallery.shows(3)
    assert gallery.button(gettext("Next photograph")).evaluate("button => button === document.activeElement")


def test_the_original_can_be_downloaded(at_the_album, language):
    gallery = at_the_album(language).open(2)
    with gallery.page.expect_download() as saved:
        gallery.slide.locator("a[download]").click()
    assert saved.value.failure() is None
    assert gallery.page.url == gallery.address_of(2)
    assert gallery.overlay.is_visible()
