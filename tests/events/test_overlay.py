"""The overlay over a gallery, in a real browser: mouse, keyboard and touch, from the left and from the right."""

import gzip
import math
import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import gettext, pgettext

from tests.gallery_driver import BACK, COUNT, LOADED, ONWARD, at_the_album, site  # noqa: F401 - the window a reader sits at
from tests.page_checks import report
from tests.page_checks.axe import axe_findings
from tests.page_checks.snapshot import take_snapshot
from tests.page_checks.visit import judge

FROM_THE_LEFT = {
    "en": ["Bilal Zubair", "Anum Riaz", "Timur Mukhmutov"],
    "ar": ["بلال زبير", "أنعم رياض", "تيمور مخموتوف"],
}


# Opening ------------------------------------------------------------------------------------------


@pytest.mark.browser
def test_a_click_shows_the_photograph_with_its_caption(at_the_album, language):
    gallery = at_the_album(language).open(2)
    caption = gallery.slide.locator(".photo__caption").inner_text()
    assert gallery.overlay.get_attribute("aria-label") == gettext("Photographs")
    assert gallery.picture.get_attribute("alt") == gallery.thumbnails.nth(1).locator("img").get_attribute(
        "alt"
    )
    assert gallery.page.locator("h1").count() == 1
    assert gallery.page.locator("[id]").evaluate_all(
        "all => all.length === new Set(all.map(({ id }) => id)).size"
    )
    gallery.page.goto(gallery.address_of(2))
    assert gallery.page.locator(".photo__caption").inner_text() == caption
    assert gallery.errors == []


@pytest.mark.browser
def test_the_people_stand_in_the_reading_order(at_the_album, language):
    gallery = at_the_album(language).open(2)
    names = gallery.slide.locator(".photo-people li > span:first-child").all_inner_texts()
    order = 1 if language == "en" else -1
    assert names == FROM_THE_LEFT[language][::order]


@pytest.mark.browser
def test_the_picture_is_asked_for_as_wide_as_it_is_shown(at_the_album, language):
    gallery = at_the_album(language).open(2)
    width = math.ceil(gallery.picture.bounding_box()["width"])
    assert width == 800
    assert gallery.picture.get_attribute("sizes") == f"{width}px"
    eager = [image.get_attribute("loading") for image in gallery.page.locator(".overlay__slide img").all()]
    assert eager == ["eager"] * 3 + ["lazy"] * 7


@pytest.mark.browser
def test_on_a_phone_the_caption_goes_under_the_picture(at_the_album, language):
    narrow = at_the_album(language, width=320, height=640).open(2)
    picture, caption = (
        narrow.picture.bounding_box(),
        narrow.slide.locator(".photo__caption").bounding_box(),
    )
    assert picture["width"] == 320
    assert caption["y"] >= picture["y"] + picture["height"]
    wide = at_the_album(language).open(2)
    picture, caption = wide.picture.bounding_box(), wide.slide.locator(".photo__caption").bounding_box()
    assert caption["width"] == 352
    beside = (
        caption["x"] - picture["x"] - picture["width"]
        if language == "en"
        else picture["x"] - caption["x"] - 352
    )
    assert beside == 32


@pytest.mark.browser
@pytest.mark.parametrize("number", [1, 6])  # a wide picture and an upright one
def test_a_picture_stands_in_the_middle_of_its_window(at_the_album, language, number):
    gallery = at_the_album(language).open(number)
    picture, view = gallery.picture.bounding_box(), gallery.slide.locator(".overlay__view").bounding_box()
    for start, size in (("x", "width"), ("y", "height")):
        middle = view[start] + view[size] / 2
        assert picture[start] + picture[size] / 2 == pytest.approx(middle, abs=1)
    assert picture["width"] / picture["height"] == pytest.approx(2 if number == 1 else 2 / 3, abs=0.01)


@pytest.mark.browser
def test_a_caption_keeps_its_language_in_an_album_of_the_other(at_the_album, site):
    gallery = at_the_album("ar", f"gallery/{site.english_album}/")
    gallery.thumbnails.first.click()
    caption = gallery.slide.locator(".photo__caption")
    caption.wait_for()
    assert (caption.get_attribute("lang"), caption.get_attribute("dir")) == ("en", "ltr")
    assert gallery.picture.evaluate("image => image.closest('[lang]').lang") == "en"
    assert gallery.overlay.evaluate("dialog => getComputedStyle(dialog).direction") == "rtl"


@pytest.mark.browser
def test_a_report_shows_its_lead_picture_and_its_strip(at_the_album, site, language):
    gallery = at_the_album(language, f"events/{site.visit}/")
    gallery.page.locator(".plate a").click()
    gallery.shows(1, count=4)
    assert gallery.page.url == gallery.address_of(2)
    gallery.press("End")
    gallery.shows(4, count=4)
    gallery.press("Escape")
    gallery.closed()
    assert gallery.page.url == gallery.url
    assert gallery.thumbnails.nth(2).evaluate("link => link === document.activeElement")


@pytest.mark.browser
def test_without_a_caption_the_picture_and_its_words_stay(at_the_album, language):
    gallery = at_the_album(language)
    gallery.page.route(re.compile(r"/gallery/[^/]+/\d+/$"), lambda route: route.abort())
    with gallery.page.expect_event("requestfailed"):
        gallery.thumbnails.first.click()
    gallery.page.wait_for_function(LOADED)
    assert gallery.picture.get_attribute("alt") == gallery.thumbnails.first.locator("img").get_attribute(
        "alt"
    )
    gallery.press(ONWARD[language])
    gallery.page.wait_for_function("document.querySelector('.overlay [role=status]').textContent[0] === '2'")
    assert gallery.page.locator(".overlay .photo__caption").count() == 0
    assert gallery.errors == []


@pytest.mark.browser
@pytest.mark.parametrize("how", ["no script", "key held"])
def test_a_link_is_a_link_without_script_or_with_a_key_held(at_the_album, language, how):
    gallery = at_the_album(language, java_script_enabled=how != "no script")
    if how == "no script":
        gallery.thumbnails.nth(1).click()
        there = gallery.page
    else:
        with gallery.page.context.expect_page() as opened:
            gallery.thumbnails.nth(1).click(modifiers=["Control"])
        there = opened.value
        assert not gallery.overlay.is_visible()
        assert gallery.page.url == gallery.url
    there.wait_for_url(gallery.address_of(2))


# Moving -------------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_keys_go_in_the_reading_direction(at_the_album, language, motion):
    gallery = at_the_album(language, motion=motion).open(2)
    gallery.press(ONWARD[language])
    gallery.shows(3)
    gallery.press(BACK[language])
    gallery.press(BACK[language])
    gallery.shows(1)
    gallery.press(BACK[language])
    gallery.shows(1)
    gallery.press("End")
    gallery.shows(COUNT)
    gallery.press(ONWARD[language])
    gallery.shows(COUNT)
    gallery.press("Home")
    gallery.shows(1)
    gallery.picture.click()
    for _ in range(3):
        gallery.press(ONWARD[language])
    gallery.shows(4)
    assert gallery.errors == []


@pytest.mark.browser
def test_the_arrow_down_brings_the_end_of_a_long_caption(at_the_album, language):
    gallery = at_the_album(language, width=320, height=480).open(2)
    end = gallery.slide.locator(".photo__caption .actions")
    assert end.bounding_box()["y"] > 480
    for _ in range(8):
        gallery.press("ArrowDown")
    gallery.page.wait_for_function(
        "end => end.getBoundingClientRect().bottom <= innerHeight", arg=end.element_handle()
    )
    gallery.shows(2)


@pytest.mark.browser
def test_buttons_do_what_their_names_say(at_the_album, language):
    gallery = at_the_album(language).open(9)
    onward, back = gallery.button(gettext("Next photograph")), gallery.button(gettext("Previous photograph"))
    onward.click()
    gallery.shows(COUNT)
    assert (back.get_attribute("aria-disabled"), onward.get_attribute("aria-disabled")) == ("false", "true")
    back.click()
    gallery.shows(9)
    assert onward.get_attribute("aria-disabled") == "false"
    boxes = [button.bounding_box() for button in gallery.overlay.get_by_role("button").all()]
    assert [(box["width"], box["height"]) for box in boxes] == [(44, 44)] * 4
    gallery.button(gettext("Close")).click()
    gallery.closed()


@pytest.mark.browser
def test_a_swipe_goes_in_the_reading_direction(at_the_album, language):
    gallery = at_the_album(language, width=390, height=720, has_touch=True, is_mobile=True).open(2)
    finger = gallery.page.context.new_cdp_session(gallery.page)
    onward = -1 if language == "en" else 1

    def swipe(direction):
        for kind, points in [
            ("touchStart", [195 - 120 * direction]),
            *[("touchMove", [195 + (20 * step - 120) * direction]) for step in range(1, 13)],
            ("touchEnd", []),
        ]:
            places = [{"x": x, "y": 250} for x in points]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    swipe(onward)
    gallery.shows(3)
    swipe(onward)
    gallery.shows(4)
    swipe(-onward)
    gallery.shows(3)
    gallery.page.wait_for_url(gallery.address_of(3))


@pytest.mark.browser
def test_nothing_glides_for_those_who_want_less_motion(at_the_album, language):
    moved = """() => {
      const track = document.querySelector(".overlay__track"), from = track.scrollLeft;
      document.querySelector(".overlay .next").click();
      return Math.abs(track.scrollLeft - from);
    }"""
    still = at_the_album(language, motion="reduce").open(2)
    assert still.page.evaluate(moved) > 1000
    still.shows(3)
    gliding = at_the_album(language, motion="no-preference").open(2)
    assert gliding.page.evaluate(moved) == 0
    gliding.shows(3)


# Larger -------------------------------------------------------------------------------------------

SPOT = """(image, [x, y]) => {
  const box = image.getBoundingClientRect();
  return [(x - box.x) / box.width, (y - box.y) / box.height, box.width];
}"""


def tap_twice(gallery, x, y):
    """Tap twice at a point with a finger, a tenth of a second apart."""
    finger = gallery.page.context.new_cdp_session(gallery.page)
    for seconds in (0, 0.1):
        for kind, points, later in (("touchStart", [{"x": x, "y": y}], 0), ("touchEnd", [], 0.03)):
            stamp = 1_700_000_000 + seconds + later
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points, "timestamp": stamp})


@pytest.mark.browser
@pytest.mark.parametrize("hand", ["finger", "mouse"])
def test_a_double_tap_makes_the_spot_larger_and_small_again(at_the_album, language, hand):
    phone = {"width": 390, "height": 720, "has_touch": True, "is_mobile": True} if hand == "finger" else {}
    gallery = at_the_album(language, **phone).open(2)
    box = gallery.picture.bounding_box()
    x, y = box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.55

    def twice():
        if hand == "finger":
            tap_twice(gallery, x, y)
        else:
            gallery.page.mouse.dblclick(x, y)

    twice()
    gallery.page.locator(".overlay__slide.is-large").wait_for()
    across, down, width = gallery.picture.evaluate(SPOT, [x, y])
    # On the phone the whole height of the picture is still in view: there is nothing to scroll.
    spot = (0.4, 0.55) if hand == "mouse" else (0.4, down)
    assert width == pytest.approx(2.5 * box["width"], abs=1)
    assert (across, down) == pytest.approx(spot, abs=0.01)
    twice()
    gallery.page.locator(".overlay__slide.is-large").wait_for(state="detached")
    assert gallery.picture.bounding_box() == pytest.approx(box, abs=1)


@pytest.mark.browser
def test_the_zoom_works_from_the_keyboard(at_the_album, language):
    gallery = at_the_album(language).open(2)
    small = gallery.picture.bounding_box()
    zoom = gallery.button(pgettext("a photograph", "Larger"))
    assert zoom.get_attribute("aria-pressed") == "false"
    zoom.focus()
    gallery.press("Enter")
    assert zoom.get_attribute("aria-pressed") == "true"
    large = gallery.picture.bounding_box()
    assert large["width"] == pytest.approx(2.5 * small["width"], abs=1)
    gallery.press("ArrowRight")
    gallery.press("ArrowDown")
    moved = gallery.picture.bounding_box()
    assert (large["x"] - moved["x"], large["y"] - moved["y"]) == (96, 96)
    gallery.press("End")
    gallery.shows(COUNT)
    assert zoom.get_attribute("aria-pressed") == "false"
    assert gallery.page.locator(".is-large").count() == 0


@pytest.mark.browser
def test_two_fingers_may_still_zoom(at_the_album):
    gallery = at_the_album("en", width=390, height=720, has_touch=True, is_mobile=True).open(2)
    allowed = gallery.page.locator(".overlay__track").evaluate("track => getComputedStyle(track).touchAction")
    assert allowed == "manipulation"
    finger = gallery.page.context.new_cdp_session(gallery.page)
    finger.send("Input.synthesizePinchGesture", {"x": 195, "y": 250, "scaleFactor": 2})
    gallery.page.wait_for_function("visualViewport.scale > 1.5")


# The whole ----------------------------------------------------------------------------------------


@contextmanager
def dark(page):
    """The page in the dark scheme for a while."""
    page.emulate_media(color_scheme="dark")
    yield
    page.emulate_media(color_scheme="light")


def findings_of(page, language):
    found = judge(take_snapshot(page), language=language) + axe_findings(page)
    with dark(page):
        return found + axe_findings(page, colours_only=True)


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("where", ["album", "report"])
def test_every_check_passes_with_the_overlay_open_and_closed(at_the_album, site, language, width, where):
    path = {"album": f"gallery/{site.album}/", "report": f"events/{site.visit}/"}[where]
    gallery = at_the_album(language, path, width=width, color_scheme="light", service_workers="block")
    found = findings_of(gallery.page, language)
    gallery.page.locator(".plate a" if where == "report" else ".gallery li:nth-child(2) a").click()
    gallery.shows(1 if where == "report" else 2, count=4 if where == "report" else COUNT)
    found += findings_of(gallery.page, language)
    gallery.button(pgettext("a photograph", "Larger")).click()
    found += findings_of(gallery.page, language)
    gallery.press("Escape")
    gallery.closed()
    found += findings_of(gallery.page, language)
    assert not found, report(found)


@pytest.mark.browser
def test_the_overlay_is_as_dark_in_a_light_scheme(at_the_album):
    for scheme in ("light", "dark"):
        gallery = at_the_album("en", color_scheme=scheme).open(2)
        ground = gallery.overlay.evaluate("dialog => getComputedStyle(dialog).backgroundColor")
        assert ground == "rgb(11, 15, 15)"


def test_the_public_scripts_are_small():
    scripts = sorted(Path(settings.BASE_DIR, "static/js").glob("*.js"))
    sizes = {script.name: len(gzip.compress(script.read_bytes(), 9)) for script in scripts}
    assert "overlay.js" in sizes
    assert sum(sizes.values()) < 6 * 1024
