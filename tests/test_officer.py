"""An officer's first day at the desk, in a browser: real reports entered by hand in one language, then in the other."""

import pytest
from django.utils import translation
from django.utils.translation import gettext

from tests.desk_driver import NEW_PASSWORD, Desk, one_time_password
from tests.factories import jpeg
from tests.page_checks import opened, report
from tests.page_checks.fixtures import browser  # noqa: F401 - the session's one browser
from tests.page_checks.network import Requests
from tests.page_reading import facts, follow, lines, said_in, sittings
from tests.running_site import running

pytestmark = pytest.mark.browser
PATIENCE = 90_000  # milliseconds a busy machine may take for one step

SESSION = "Soft Power as a tool to pursue military in political objectives"
CONFERENCE = "Moscow Conference on International Security (MCIS)"
TITLE = "The Executive Director in Moscow"
SUMMARY = "A conference and meetings with three think tanks in April 2018."
ARABIC_TITLE = "المدير التنفيذي في موسكو"
ARABIC_SUMMARY = "مؤتمر ولقاءات مع ثلاثة مراكز فكر في أبريل 2018."

# What nobody but the office may read: the promises, the notes on minutes, the agreements.
COOPERATION = "Take the talk of cooperation with RIAC further"
MINUTES_RIAC = "Minutes of the meeting at RIAC"
MINUTES_ORIENTAL = "Detailed minutes of the meeting at the Institute of Oriental Studies"
DRAFT = "Draft memorandum of understanding"
FELLOWSHIP = "Fellowship programme of the centre with CISS"
BOOK = "Visit of a Russian scholar and a joint book"
MINUTES_RISS = "Minutes of the meeting at RISS"
EMBASSY_FOLLOWS = "The Embassy is to follow up on all three meetings"
MEMORANDUM = "Memorandum of understanding with RISS"
BY_AN_OFFICIAL = "An official of the Embassy is writing them."
PRIVATE = (
    COOPERATION,
    MINUTES_RIAC,
    MINUTES_ORIENTAL,
    DRAFT,
    FELLOWSHIP,
    BOOK,
    MINUTES_RISS,
    EMBASSY_FOLLOWS,
    MEMORANDUM,
    BY_AN_OFFICIAL,
    "Mubashir",
)

EMBASSY = "Embassy of Pakistan in Moscow"
ORIENTAL = "Institute of Oriental Studies"
PAKISTAN_CENTRE = "Centre of Pakistan Studies"
RISS = "Russian Institute for Strategic Studies"
ASIA_CENTRE = "Asia and Asia-Pacific Region Centre"
RIAC = "Russian International Affairs Council"
CISS = "Center for International Strategic Studies"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site on its first day: nothing in it."""
    with running(tmp_path_factory.mktemp("site"), content=False) as site:
        yield site


@pytest.fixture(scope="module")
def cookies(site, browser):  # noqa: F811
    """What keeps the editor logged in, who came with the one-time password and was led to choose another."""
    given = one_time_password(site.manage("editor_account"))
    with opened(browser) as page:
        page.set_default_timeout(PATIENCE)
        desk = Desk(page, site.url, "en")
        desk.log_in(given)
        assert page.url == f"{site.url}/en/admin/password_change/"
        page.goto(desk.home)
        assert page.url == f"{site.url}/en/admin/password_change/"
        desk.choose_new_password(given)
        page.goto(desk.home)
        assert page.url == desk.home
        return page.context.cookies()


@pytest.fixture
def at_the_desk(site, browser, cookies):  # noqa: F811
    """Open the desk in a language, logged in."""
    windows = []

    def sit_down(language: str = "en") -> Desk:
        window = opened(browser, language=language, cookies=cookies)
        page = window.__enter__()
        windows.append(window)
        page.set_default_timeout(PATIENCE)
        return Desk(page, site.url, language)

    yield sit_down
    for window in windows:
        window.__exit__(None, None, None)


@pytest.fixture
def reader(browser):  # noqa: F811
    """A page of somebody who is not logged in."""
    with opened(browser) as page:
        page.set_default_timeout(PATIENCE)
        yield page


# The visit ----------------------------------------------------------------------------------------


def enter_home_institution(desk):
    desk.begin("institution")
    desk.fill("name", "en", CISS)
    desk.fill("short_name", "en", "CISS")
    desk.fill("city", "en", "Islamabad")
    desk.enter(kind="Think tank", country="PK", is_home=True)
    desk.write("description", "en", "A think tank on the strategic questions of its region.")
    desk.press("publish", "en")


def enter_event(desk):
    desk.begin("event")
    desk.fill("title", "en", TITLE)
    desk.fill("city", "en", "Moscow")
    desk.enter(kind="Visit", starts_on="2018-04-03", ends_on="2018-04-05", country="RU")
    desk.fill("summary", "en", SUMMARY)
    desk.write_report(
        "en",
        "The Executive Director spent three days in Moscow.",
        "# What came of it",
        "Three meetings laid ground on which both sides can build.",
    )
    enter_institutions(desk)
    enter_meetings(desk)
    desk.save()


def enter_institutions(desk):
    inviting = desk.add_row("event_institutions")
    inviting.enter(role="Invited by")
    inviting.create_on_the_spot(
        "institution", {"name": "Ministry of Defence of Russia"}, kind="Ministry", country="RU"
    )
    council = desk.add_row("event_institutions")
    council.enter(role="Visited")
    council.create_on_the_spot("institution", {"name": RIAC, "short_name": "RIAC"}, country="RU")
    oriental = desk.add_row("event_institutions")
    oriental.enter(role="Visited")
    with oriental.created_on_the_spot("institution") as new:
        new.fill("name", "en", ORIENTAL)
        new.enter(kind="Research institute", country="RU")
        new.create_on_the_spot(
            "parent", {"name": "Russian Academy of Sciences"}, kind="Academy of sciences", country="RU"
        )
    strategic = desk.add_row("event_institutions")
    strategic.enter(role="Visited")
    strategic.create_on_the_spot("institution", {"name": RISS, "short_name": "RISS"}, country="RU")


def enter_meetings(desk):
    conference = desk.add_row("meetings")
    conference.enter(kind="Conference")
    conference.fill("title", "en", CONFERENCE)
    session = desk.add_row("meetings")
    session.enter(kind="Session")
    session.fill("title", "en", SESSION)
    for letters, name, said in (
        ("riac", RIAC, "Both sides presented their work and looked for fields of cooperation."),
        ("orient", ORIENTAL, "Pakistan and Afghanistan: a settlement by talks was what the Executive Director asked for."),
        ("strateg", RISS, "Pakistan’s foreign policy, with questions from the Russian side."),
    ):
        meeting = desk.add_row("meetings")
        meeting.choose("institution", letters, name)
        meeting.write("summary", "en", said)


def open_meeting(desk, number: int):
    """Open the own form of one of the event's meetings."""
    desk.unfold("meetings", number)
    desk.follow("People, notes and minutes of this meeting", within=f"#meetings-{number}")


def record_present(desk, rank, name, post, letters="", institution="", **values):
    """Record somebody who was there, as a new person in the post of that day."""
    row = desk.add_row("participations")
    row.create_on_the_spot("person", {"honorific": rank, "name": name} if rank else {"name": name})
    row.fill("title_at_the_time", "en", post)
    if institution:
        row.choose("institution", letters, institution)
    row.enter(**values)


def record_executive_director(desk, **values):
    row = desk.add_row("participations")
    row.fill("who", "en", "The Executive Director")
    row.choose("institution", "ciss", CISS)
    row.enter(side="Our side", **values)


def record_promise(desk, what, kind, strength, letters, institution, person=("", "")):
    row = desk.add_row("followups")
    row.fill("what", "en", what)
    row.enter(kind=kind, strength=strength)
    row.choose("institution", letters, institution)
    if person[1]:
        row.choose("person", *person)
    return row


def enter_conference(desk):
    open_meeting(desk, 0)
    with desk.add_row("participations") as row:
        row.create_on_the_spot("person", {"honorific": "Mr", "name": "Khurram Dastgir"}, country="PK")
        row.fill("title_at_the_time", "en", "Minister for Defence of Pakistan")
        row.create_on_the_spot(
            "institution", {"name": "Ministry of Defence of Pakistan"}, kind="Ministry", country="PK"
        )
        row.fill("talk_title", "en", "Pakistan’s defence and security policy")
        row.enter(side="Other", role="Speaker")
    with desk.add_row("participations") as row:
        row.fill("who", "en", "Defence ministers of other countries")
        row.enter(side="Other", role="Speaker")
    desk.save()
    desk.back_to("event")


def enter_session(desk):
    open_meeting(desk, 1)
    desk.enter(parent=f"Conference: {CONFERENCE}")
    record_executive_director(desk, role="Speaker")
    record_present(
        desk, "Lt Gen (Retd)", "Asad Durrani", "Participant from Pakistan", side="Other", role="Speaker"
    )
    desk.save()
    desk.back_to("event")


def enter_council(desk):
    open_meeting(desk, 2)
    record_present(desk, "", "Timur Mukhmutov", "Deputy Director of Programs", "riac", RIAC)
    record_present(desk, "", "Ruslan Mamedov", "Program Coordinator", "riac", RIAC)
    record_executive_director(desk, role="Visitor")
    desk.enter(minutes_state="Awaited")
    desk.create_on_the_spot("minutes_institution", {"name": EMBASSY}, kind="Embassy", country="RU")
    promise = record_promise(desk, COOPERATION, "Cooperation", "Promised", "riac", RIAC, ("mamed", "Mamedov"))
    promise.enter(due_on="2018-12-31", due_precision="In that year")
    promise.fill("due_words", "en", "On his next visit to Pakistan")
    record_promise(desk, MINUTES_RIAC, "Minutes", "Promised", "embassy", EMBASSY)
    desk.save()
    desk.back_to("event")


def enter_oriental_studies(desk):
    open_meeting(desk, 3)
    with desk.add_row("participations") as row:
        row.create_on_the_spot("person", {"honorific": "Dr", "name": "Sergey Kamenev"})
        row.fill("title_at_the_time", "en", "Director")
        with row.created_on_the_spot("institution") as centre:
            centre.fill("name", "en", PAKISTAN_CENTRE)
            centre.fill("short_name", "en", "CPS")
            centre.enter(other_names="Pakistan Studies Centre")
            centre.choose("parent", "orient", ORIENTAL)
    pakistan = ("pakistan studies", PAKISTAN_CENTRE)
    record_present(desk, "Dr", "Irina N. Serenko", "Senior Scholar", *pakistan)
    record_present(desk, "Ms", "Maria Khaytseva", "Research Associate", *pakistan)
    record_executive_director(desk, role="Visitor")
    desk.enter(minutes_state="In preparation", minutes_note=BY_AN_OFFICIAL)
    desk.choose("minutes_institution", "embassy", EMBASSY)
    record_promise(desk, MINUTES_ORIENTAL, "Minutes", "Promised", "embassy", EMBASSY)
    desk.save()
    desk.back_to("event")


def enter_strategic_studies(desk):
    open_meeting(desk, 4)
    with desk.add_row("participations") as row:
        row.create_on_the_spot("person", {"honorific": "Dr", "name": "Kokarev"}, needs_review=True)
        row.fill("title_at_the_time", "en", "Head of the Centre")
        with row.created_on_the_spot("institution") as centre:
            centre.fill("name", "en", ASIA_CENTRE)
            centre.choose("parent", "riss", RISS)
    asia = ("asia", ASIA_CENTRE)
    record_present(desk, "Mr", "Vladimir Svedentsov", "Senior Research Fellow", *asia)
    record_present(desk, "Mrs", "Anna Y. Dudar", "Assistant Director", *asia)
    record_executive_director(desk, role="Visitor")
    desk.enter(minutes_state="In preparation")
    desk.choose("minutes_institution", "embassy", EMBASSY)
    desk.create_on_the_spot("minutes_person", {"honorific": "Mr", "name": "Mubashir"}, needs_review=True)
    draft = record_promise(desk, DRAFT, "Draft", "Promised", *asia)
    with draft.created_on_the_spot("agreement") as memorandum:
        memorandum.fill("title", "en", MEMORANDUM)
        memorandum.enter(kind="Memorandum of understanding", state="Draft awaited")
        memorandum.choose("parties", "ciss", CISS)
        memorandum.choose("parties", "riss", RISS)
        memorandum.choose("drafted_by", "asia", ASIA_CENTRE)
    record_promise(desk, FELLOWSHIP, "Cooperation", "Interest shown", *asia, ("kokar", "Kokarev"))
    record_promise(desk, BOOK, "Publication", "Discussed", "riss", RISS)
    record_promise(desk, MINUTES_RISS, "Minutes", "Promised", "embassy", EMBASSY, ("mubash", "Mubashir"))
    desk.save()
    desk.back_to("event")


def enter_visit_as_a_whole(desk):
    record_executive_director(desk, role="Visitor")
    record_present(
        desk, "Ambassador", "Qazi Khalilullah", "Ambassador of Pakistan", "embassy", EMBASSY, side="Other"
    )
    record_promise(
        desk, EMBASSY_FOLLOWS, "Cooperation", "Agreed", "embassy", EMBASSY, ("khalil", "Qazi Khalilullah")
    )
    desk.save()


def enter_album(desk, photograph):
    desk.follow("Add an album")
    assert desk.chosen("event") == [TITLE]
    desk.fill("title", "en", "Three days in Moscow")
    photo = desk.add_row("photos")
    photo.attach("image", photograph)
    photo.fill("alt", "en", "A bridge over a wide river at dusk.")
    photo.fill("caption", "en", "The river on the evening of the second day.")
    desk.press("publish", "en")


def test_an_officer_enters_the_moscow_visit_by_hand_in_english_publishes_it_and_adds_arabic_later(
    at_the_desk, reader, site, tmp_path
):
    photograph = tmp_path / "river.jpg"
    photograph.write_bytes(jpeg())
    desk = at_the_desk("en")

    enter_home_institution(desk)
    enter_event(desk)
    enter_conference(desk)
    enter_session(desk)
    enter_council(desk)
    enter_oriental_studies(desk)
    enter_strategic_studies(desk)
    enter_visit_as_a_whole(desk)
    form = desk.page.url
    enter_album(desk, photograph)
    desk.page.goto(form)
    desk.press("publish", "en")
    assert desk.said() == ["English is published."]
    assert desk.states() == {"en": "Published", "ar": "Draft"}
    address = site.url + desk.public_address("en")

    reader.goto(address)
    the_english_page_says_who_where_and_in_which_posts(reader)
    follow(reader, "العربية", within="header")
    a_plain_notice_says_that_it_exists_in_english_only(reader)
    the_ledger_holds_what_is_owed(at_the_desk("en"))

    desk.fill("title", "ar", ARABIC_TITLE)
    desk.fill("summary", "ar", ARABIC_SUMMARY)
    desk.write_report("ar", "أمضى المدير التنفيذي ثلاثة أيام في موسكو.", "# ما أثمرت عنه", "مهّدت ثلاثة لقاءات لتعاون بين الجانبين.")
    desk.press("publish", "ar")
    assert desk.states() == {"en": "Published", "ar": "Published"}

    reader.reload()
    the_arabic_page_reads_in_arabic(reader)
    assert what_is_told_of_promises(reader, site, address) == []


def the_english_page_says_who_where_and_in_which_posts(page):
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert facts(page) == {
        "When": ["3–5 April 2018"],
        "Where": ["Moscow, Russia"],
        "Invited by": ["Ministry of Defence of Russia"],
        "Occasion": [CONFERENCE],
        "Visited": [RIAC, ORIENTAL, RISS],
    }
    ours = ["For CISS", "The Executive Director", "Visitor"]
    council, oriental, asia = f"For {RIAC}", f"For {PAKISTAN_CENTRE}", f"For {ASIA_CENTRE}"
    assert sittings(page) == {
        "Participants": [],
        CONFERENCE: [],
        RIAC: [
            [council, "Timur Mukhmutov", "Deputy Director of Programs"],
            [council, "Ruslan Mamedov", "Program Coordinator"],
            ours,
        ],
        ORIENTAL: [
            [oriental, "Dr Sergey Kamenev", "Director"],
            [oriental, "Dr Irina N. Serenko", "Senior Scholar"],
            [oriental, "Ms Maria Khaytseva", "Research Associate"],
            ours,
        ],
        RISS: [
            [asia, "Dr Kokarev", "Head of the Centre"],
            [asia, "Mr Vladimir Svedentsov", "Senior Research Fellow"],
            [asia, "Mrs Anna Y. Dudar", "Assistant Director"],
            ours,
        ],
    }
    assert page.locator(".report-body").evaluate("body => Array.from(body.children, one => [one.localName, one.innerText])") == []
    assert said_in(page, RISS) == ["Pakistan’s foreign policy, with questions from the Russian side."]
    assert page.locator("#photographs img").evaluate_all("all => all.map(one => one.alt)") == [
        "A bridge over a wide river at dusk."
    ]


def a_plain_notice_says_that_it_exists_in_english_only(page):
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator(".notice strong").inner_text() == "هذا التقرير متاح بالإنجليزية فقط."
    original = page.locator("article.original")
    assert (original.get_attribute("lang"), original.get_attribute("dir")) == ("en", "ltr")
    assert original.get_by_role("heading", level=1).inner_text() == TITLE


def the_arabic_page_reads_in_arabic(page):
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("ar", "rtl")
    assert page.locator(".notice").count() == 0
    assert page.get_by_role("heading", level=1).inner_text() == ARABIC_TITLE
    assert page.locator("article .lead").first.inner_text() == ARABIC_SUMMARY
    assert page.locator(".report-body h2").all_inner_texts() == ["ما أثمرت عنه"]
    assert page.locator("article").get_attribute("lang") is None


def the_ledger_holds_what_is_owed(desk):
    desk.list("followup")
    assert [row[:4] for row in desk.rows()] == []
    desk.list("meeting")
    assert desk.rows() == []
    desk.list("agreement")
    assert desk.rows() == []


def what_is_told_of_promises(page, site, address) -> list[tuple[str, str]]:
    """Return each public page that tells anything private: those of the site's menu, and all that the report links."""
    arabic = address.replace("/en/", "/ar/")
    seen, waiting = set(), [f"{site.url}/en/", f"{site.url}/ar/", address, arabic]
    searches = [f"{site.url}/{code}/search/?q={word}" for code in ("en", "ar") for word in ("memorandum", "Mubashir", "RISS")]
    waiting += searches
    found = []
    for url in waiting:
        page.goto(url)
        seen.add(url)
        content = page.content()
        found += [(url, words) for words in PRIVATE if words in content]
        links = page.locator("a[href]").evaluate_all("all => all.map(one => one.href.split('#')[0])")
        waiting += [one for one in links if one.startswith(site.url) and one not in waiting and "/admin/" not in one]
    return found
