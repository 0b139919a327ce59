"""The photographs' screen in a browser: sixty at once with six bad ones, coming back, and a whole album described on one form."""

from datetime import date

import pytest

from tests.desk.album_on_site import album, only_the_first, photos_of, pictures, window  # noqa: F401 - an album of the running site
from tests.desk.phone_pictures import sixty_files, written
from tests.desk_driver import (  # noqa: F401 - the windows people sit at
    NEW_PASSWORD,
    PATIENCE,
    Desk,
    at_the_desk,
    editor_cookies,
    screen_of,
)
from tests.page_checks import opened, report
from tests.page_checks.axe import axe_findings
from tests.page_checks.snapshot import take_snapshot
from tests.page_checks.visit import judge
from tests.running_site import running

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site on its first day."""
    with running(tmp_path_factory.mktemp("site"), content=False) as site:
        yield site


# Sixty at once ------------------------------------------------------------------------------------

REFUSALS = {
    "cut.jpg": "“cut.jpg” is damaged or cut short: it cannot be read to its end. Copy it again from the camera or phone.",
    "page.jpg": "“page.jpg” is not a JPEG, PNG or WebP picture. Save it as JPEG and choose it again.",
    "moving.gif": "“moving.gif” is not a JPEG, PNG or WebP picture. Save it as JPEG and choose it again.",
    "tiny.jpg": "“tiny.jpg” has only 160 × 120 pixels; it needs 200 each way to be shown. Choose a larger version.",
    "bomb.png": "“bomb.png” unpacks to more than 60 million pixels, which is the limit. Save it smaller and choose it again.",
    "empty.jpg": "“empty.jpg” is empty. Copy it again from the camera or phone.",
}


def describe_all(screen):
    """Write what is seen and the caption, in both languages, for each photograph."""
    for number in range(1, 55):
        row = screen.form(number)
        row.fill("alt", "en", f"Picture {number} shows a room.")
        row.fill("alt", "ar", f"تُظهر الصورة {number} قاعة.")
        row.fill("caption", "en", f"Room {number}")
        row.fill("caption", "ar", f"القاعة {number}")


def test_sixty_photographs_with_six_bad_ones_are_dropped_and_described_on_one_screen(
    site, album, window, tmp_path
):
    site.run(
        "from tests.factories import make_person\n"
        "make_person('Sergey Kamenev', 'سيرغي كامينيف')\nmake_person('Irina Serenko', 'إيرينا سيرينكو')"
    )
    screen = screen_of(window.pages[0], site.url, "en", album)
    screen.drop(*sixty_files(tmp_path))
    lines = screen.until_all("taken", "already", "refused")

    taken = [name for name, (end, _) in lines.items() if end == "taken"]
    assert sorted(taken) == [f"IMG_{number:04}.JPG" for number in range(1, 55)]
    assert {name: words for name, (end, words) in lines.items() if end != "taken"} == REFUSALS
    assert screen.summary() == "In the album: 54, Not taken: 6"
    assert screen.numbers() == [str(number) for number in range(1, 55)]

    describe_all(screen)
    page = screen.page
    page.locator("[data-for-all] summary").click()
    page.locator("#id_all-credit_en").fill("The Center")
    page.locator("#id_all-credit_ar").fill("المركز")
    page.locator("[data-fill=empty]").click()
    assert page.locator("[data-fill-said]").inner_text() == "Fields written: 108. Nothing is saved yet."

    for letters, name in (("kame", "Sergey Kamenev"), ("seren", "Irina Serenko"), ("kame", "Sergey Kamenev")):
        screen.form(2).choose("person", letters, name)
    assert screen.people(2) == ["Sergey Kamenev", "Irina Serenko"]
    screen.row(2).locator("[data-person-earlier]").nth(1).click()
    assert screen.people(2) == ["Irina Serenko", "Sergey Kamenev"]

    before = screen.order()
    earlier = screen.row(3).locator("[data-earlier]")
    earlier.press("Enter")
    page.keyboard.press("Enter")  # the button is still in focus
    assert screen.order() == [before[2], *before[:2], *before[3:]]
    assert screen.said() == "Photograph 2 is now number 1."
    screen.drag(10, 12)
    dragged = [before[2], *before[:2], *before[3:9], before[10], before[11], before[9], *before[12:]]
    assert screen.order() == dragged
    assert screen.numbers() == [str(number) for number in range(1, 55)]
    screen.row(5).locator("[name=cover]").check()
    assert screen.save() == ["54 photographs are saved."]

    stored = photos_of(site, album)
    shown = [3, 1, 2, *range(4, 10), 11, 12, 10, *range(13, 55)]
    assert [f"photo-{one['pk']}" for one in stored] == dragged
    assert [one["alt"] for one in stored] == [
        [f"Picture {n} shows a room.", f"تُظهر الصورة {n} قاعة."] for n in shown
    ]
    assert [one["caption"] for one in stored] == [[f"Room {n}", f"القاعة {n}"] for n in shown]
    assert [one["credit"] for one in stored] == [["The Center", "المركز"]] * 54
    assert [one["people"] for one in stored if one["people"]] == [["Irina Serenko", "Sergey Kamenev"]]
    assert stored[2]["people"]
    assert [place for place, one in enumerate(stored, 1) if one["is_cover"]] == [5]
    assert [one["day"] for one in stored] == [str(date(2018, 4, 4)) if n % 2 == 0 else "" for n in shown]
    assert [(one["size"], one["noted"]) for one in stored] == [([4000, 3000], 0)] * 54


# Leaving and coming back --------------------------------------------------------------------------


def test_who_leaves_in_the_middle_and_comes_back_loses_none_and_doubles_none(site, album, window, pictures):
    files = pictures(*range(1, 9))
    page = window.pages[0]
    window.route("**/photographs/add/", only_the_first(3))
    screen = screen_of(page, site.url, "en", album)
    screen.choose(*files)
    page.wait_for_function("() => document.querySelectorAll('[data-end=taken]').length === 3")
    page.wait_for_function("() => !document.querySelector('[data-end=preparing]')")
    page.close(run_before_unload=False)  # what is on its way may or may not arrive

    window.unroute("**/photographs/add/")
    again = screen_of(window.new_page(), site.url, "en", album)
    assert again.page.locator("[data-note]").inner_text() == (
        "Photographs from before that were not sent yet: 5. They are being sent now."
    )
    lines = again.until_all("taken", "already", "refused")
    ends = {name: end for name, (end, _) in lines.items()}
    on_their_way = {ends.pop(one.name) for one in files[3:5]}
    assert ends == {one.name: "taken" for one in files[5:]}
    assert on_their_way <= {"taken", "already"}
    assert len(again.order()) == 8
    assert [one["order"] for one in photos_of(site, album)] == list(range(1, 9))

    again.page.reload()
    assert again.page.locator("[data-list] > li").count() == 0


def test_an_answer_lost_on_its_way_makes_no_second_photograph(site, album, window, pictures):
    screen = screen_of(window.pages[0], site.url, "en", album)
    screen.be_impatient()
    screen.page.evaluate(
        """() => {
          const send = XMLHttpRequest.prototype.send
          XMLHttpRequest.prototype.send = function (body) {
            XMLHttpRequest.prototype.send = send
            this.onload = this.onerror
            send.call(this, body)
          }
        }"""
    )
    screen.choose(*pictures(1))
    sentence = "“IMG_0001.JPG” is in this album already, as number 1. It was not added again."
    assert screen.until_all("already") == {"IMG_0001.JPG": ("already", sentence)}
    assert len(screen.order()) == 1
    assert len(photos_of(site, album)) == 1


def test_without_a_connection_all_is_kept_and_sent_when_asked(site, album, window, pictures):
    screen = screen_of(window.pages[0], site.url, "en", album)
    screen.be_impatient()
    tried = []
    window.route("**/photographs/add/", lambda route: (tried.append(route), route.abort()))
    screen.choose(*pictures(1, 2))
    sentence = "Not sent: the connection failed. It is kept here."
    assert set(screen.until_all("unsent").values()) == {("unsent", sentence)}
    assert len(tried) == 8  # each once, and three times again
    assert photos_of(site, album) == []

    window.unroute("**/photographs/add/")
    screen.page.locator("[data-send-again]").click()
    assert set(screen.until_all("taken").values()) == {("taken", "In the album.")}
    assert len(photos_of(site, album)) == 2


def test_what_waits_can_be_left_out(site, album, window, pictures):
    screen = screen_of(window.pages[0], site.url, "en", album)
    screen.be_impatient()
    window.route("**/photographs/add/", lambda route: route.abort())
    screen.choose(*pictures(1, 2))
    screen.until_all("unsent")
    screen.page.locator("[data-forget]").click()
    assert screen.lines() == {}
    screen.page.reload()
    assert screen.page.locator("[data-note]").is_hidden()


def test_two_windows_on_one_album_send_each_file_once(site, album, window, pictures):
    answers, held, is_open = [], [], []
    window.on(
        "response", lambda answer: answers.append(answer.status) if answer.url.endswith("/add/") else None
    )
    window.route("**/photographs/add/", lambda route: route.continue_() if is_open else held.append(route))
    first = screen_of(window.pages[0], site.url, "en", album)
    first.choose(*pictures(1, 2, 3, 4))
    first.page.wait_for_function("() => document.querySelectorAll('[data-end=waiting]').length === 2")
    second = screen_of(window.new_page(), site.url, "en", album)
    second.page.wait_for_function("() => document.querySelectorAll('[data-list] > li').length === 4")

    is_open.append(True)
    for route in held:
        route.continue_()
    endings = first.until_all("taken", "already"), second.until_all("taken", "already")
    assert answers == [201] * 4
    told = [tuple(one[f"IMG_000{number}.JPG"][1] for one in endings) for number in range(1, 5)]
    assert {frozenset(one) for one in told} == {
        frozenset(["In the album.", "In the album. Sent from another window."])
    }
    assert len(photos_of(site, album)) == 4


def test_the_same_photograph_twice_is_noticed(site, album, window, pictures):
    first, other = pictures(1, 2)
    copy = first.with_name("copy.jpg")
    copy.write_bytes(first.read_bytes())
    screen = screen_of(window.pages[0], site.url, "en", album)
    screen.choose(first)
    screen.until_all("taken")
    screen.choose(copy, other)
    assert screen.until_all("taken", "already") == {
        "IMG_0001.JPG": ("taken", "In the album."),
        "copy.jpg": (
            "already",
            "“copy.jpg” is in this album already, as number 1. It was not added again.",
        ),
        "IMG_0002.JPG": ("taken", "In the album."),
    }
    assert screen.summary() == "In the album: 2, There already: 1"


def test_who_is_logged_out_in_the_middle_sends_the_rest_after_logging_in(
    site, album, browser, window, pictures
):
    with opened(browser) as page:
        page.context.set_default_timeout(PATIENCE)
        Desk(page, site.url, "en").log_in(NEW_PASSWORD)
        screen = screen_of(page, site.url, "en", album)
        first, *rest = pictures(1, 2, 3)
        screen.choose(first)
        screen.until_all("taken")
        other = page.context.new_page()
        desk = Desk(other, site.url, "en")
        other.locator("#logout-form button").click()

        screen.choose(*rest)
        page.locator("[data-still-waiting]").wait_for()
        assert [end for end, _ in screen.lines().values()].count("taken") == 1
        assert page.locator("[data-note]").inner_text() == (
            "You are no longer logged in. Log in in another window, come back and press the button below: "
            "the photographs are kept here."
        )
        other.goto(desk.home)
        desk.log_in(NEW_PASSWORD)
        page.locator("[data-send-again]").click()
        screen.until_all("taken")
        screen.form(2).fill("alt", "en", "A room.")
        assert screen.save() == [
            "3 photographs are saved."
        ]  # typed before, and the page's token is renewed with it
    assert len(photos_of(site, album)) == 3


def test_photographs_dropped_on_an_event_make_its_album_and_lead_there(site, at_the_desk, pictures):
    event = int(site.run("from tests.factories import make_event; print(make_event(languages=[]).pk)"))
    desk = at_the_desk("en")
    desk.page.goto(f"{desk.home}events/event/{event}/change/")
    desk.page.locator("[data-files]").set_input_files(pictures(1, 2, 3))
    onwards = desk.page.locator("[data-onwards] a")
    onwards.wait_for()
    with desk.page.expect_navigation():
        onwards.click()
    assert desk.page.locator("[data-number]").all_inner_texts() == ["1", "2", "3"]


# The form -----------------------------------------------------------------------------------------


@pytest.fixture
def described(site, album, window):
    """The screen of an album with three described photographs."""
    site.run(
        "from tests.factories import make_photo; from events.models import Album\n"
        f"for n in (1, 2, 3): make_photo(Album.objects.get(pk={album}), order=n)"
    )
    return screen_of(window.pages[0], site.url, "en", album)


def test_the_focal_point_is_set_by_a_click_or_by_keys(site, album, described):
    picture = described.row(1).locator("[data-focal] img")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    style = "one => [one.style.insetInlineStart, one.style.insetBlockStart, one.hidden]"
    assert described.row(1).locator("[data-mark]").evaluate(style) == ["25%", "75%", False]

    described.row(2).locator("[data-focal-fold] summary").press("Enter")
    across = described.form(2).field("focal_x")
    for _ in range(3):
        across.press("ArrowRight")
    assert across.input_value() == "0.53"
    described.save()
    assert [one["focal"] for one in photos_of(site, album)] == [[0.25, 0.75], [0.53, 0.5], [0.5, 0.5]]


def test_a_finger_drags_as_a_mouse_does(described):
    before = described.order()
    described.page.evaluate(
        """async () => {
          const frame = () => new Promise(requestAnimationFrame)
          const [first, , third] = document.querySelectorAll("[data-photograph]")
          const touch = (target, name, y) => target.dispatchEvent(new PointerEvent(name, {
            pointerId: 7, pointerType: "touch", button: 0, clientX: 40, clientY: y, bubbles: true, cancelable: true }))
          const handle = first.querySelector("[data-handle]")
          touch(handle, "pointerdown", handle.getBoundingClientRect().top)
          await frame()
          const box = third.getBoundingClientRect()
          touch(document, "pointermove", box.top + box.height * 0.75)
          await frame(); await frame()
          touch(document, "pointerup", box.top + box.height * 0.75)
        }"""
    )
    assert described.order() == [before[1], before[2], before[0]]
    assert (
        described.row(1).locator("[data-handle]").evaluate("one => getComputedStyle(one).touchAction")
        == "none"
    )


def test_unsaved_words_ask_before_they_are_left_and_saving_does_not(described):
    page = described.page
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    described.form(1).fill("caption", "en", "Typed just now")
    page.goto(described.address)
    assert asked == ["beforeunload"]
    described.form(1).fill("caption", "en", "Typed again")
    described.save()
    page.goto(described.address)
    assert asked == ["beforeunload"]
    assert described.form(1).value("caption", "en") == "Typed again"


def test_a_refused_save_leads_to_the_error_and_keeps_what_was_typed(site, album, described):
    described.form(2).field("focal_y").evaluate("one => { one.type = 'text'; one.value = '7' }")
    described.form(3).fill("caption", "en", "Typed just now")
    described.drag(1, 2)
    moved = described.order()
    assert described.save() == ["Nothing has been saved yet. Correct what is marked below, then save again."]
    assert described.order() == moved
    assert described.form(3).value("caption", "en") == "Typed just now"
    focused = described.page.evaluate("() => document.activeElement.name")
    assert focused == f"{moved[0]}-focal_y"
    assert [one["caption"][0] for one in photos_of(site, album)] == ["The meeting room"] * 3


def test_a_decoration_needs_no_text_and_a_link_leads_to_what_lacks_it(site, album, described):
    site.run(
        f"from events.models import Photo; Photo.objects.filter(album={album}, order=3).update(alt_ar='')"
    )
    page = described.page
    page.reload()
    page.locator(".lacking a").click()
    last = described.order()[2]
    assert page.evaluate("() => document.activeElement.name") == f"{last}-alt_ar"
    hint = described.row(3).locator("[data-not-needed]")
    assert hint.is_hidden()
    described.form(3).field("is_decorative").check()
    assert hint.inner_text() == "The text above is not needed."
    described.save()
    assert page.locator(".lacking").count() == 0


# Both languages -----------------------------------------------------------------------------------

# The account's name in the head of every page of the desk; the caret of a list, which points down and is no arrow onward.
ELSEWHERE = ("editor", "select2-selection__arrow")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_screen_is_sound_in_both_languages(
    site, album, described, browser, editor_cookies, pictures, language, width
):
    with opened(browser, width=width, language=language, cookies=editor_cookies) as page:
        page.context.set_default_timeout(PATIENCE)
        screen = screen_of(page, site.url, language, album)
        (broken,) = written(pictures(1)[0].parent, {"page.jpg": b"<html>"})
        screen.choose(broken, *pictures(1))
        screen.until_all("taken", "refused")
        page.locator("[data-for-all] summary").click()
        page.locator("[data-focal-fold] summary").first.click()
        findings = judge(take_snapshot(page), language=language) + axe_findings(page)
        page.emulate_media(color_scheme="dark")
        findings += axe_findings(page, colours_only=True)
        findings = [one for one in findings if not any(words in one.excerpt for words in ELSEWHERE)]
        assert not findings, report(findings)


def test_in_arabic_the_sliders_stay_as_the_picture_is(site, album, described, at_the_desk):
    screen = screen_of(at_the_desk("ar").page, site.url, "ar", album)
    screen.row(1).locator("[data-focal-fold] summary").click()
    across = screen.form(1).field("focal_x")
    across.press("ArrowRight")
    assert across.input_value() == "0.51"
    box = screen.row(1).locator("[data-focal]").bounding_box()
    spot = screen.row(1).locator("[data-mark]").bounding_box()
    assert abs(spot["x"] + spot["width"] / 2 - (box["x"] + box["width"] * 0.51)) < 2
    earlier = screen.row(3).locator("[data-earlier]")
    assert earlier.inner_text() == "قدِّم"
    before = screen.order()
    earlier.click()
    assert screen.order() == [before[0], before[2], before[1]]
    assert screen.said() == "صار رقم الصورة 3 الآن 2."
