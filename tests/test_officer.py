"""An officer's first day at the desk, in a browser: real reports entered by hand in one language, then in the other."""

import re
from urllib.parse import urljoin

import pytest
from django.utils.translation import gettext

from tests.desk_driver import Screen, at_the_desk, editor_cookies, reader  # noqa: F401 - the windows people sit at
from tests.factories import jpeg
from tests.page_checks.network import Requests
from tests.page_reading import facts, follow, said_in, sittings
from tests.running_site import running

pytestmark = pytest.mark.browser

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
        (
            "orient",
            ORIENTAL,
            "Pakistan and Afghanistan: a settlement by talks was what the Executive Director asked for.",
        ),
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
    desk.save()
    album = desk.page.url
    desk.follow("Photographs", within=".object-tools")
    screen = Screen(desk.page)
    screen.drop(photograph)
    assert screen.until_all("taken") == {"river.jpg": ("taken", "In the album.")}
    photo = screen.form(1)
    photo.fill("alt", "en", "A bridge over a wide river at dusk.")
    photo.fill("caption", "en", "The river on the evening of the second day.")
    assert screen.save() == ["1 photograph is saved."]
    desk.page.goto(album)
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
    desk.write_report(
        "ar",
        "أمضى المدير التنفيذي ثلاثة أيام في موسكو.",
        "# ما أثمرت عنه",
        "مهّدت ثلاثة لقاءات لتعاون بين الجانبين.",
    )
    desk.press("publish", "ar")
    assert desk.states() == {"en": "Published", "ar": "Published"}

    reader.reload()
    the_arabic_page_reads_in_arabic(reader)
    assert what_is_told_of_promises(reader, site, address) == []


def report_of(page) -> list[list[str]]:
    """Return the headings and paragraphs of the report on the page, in order."""
    return page.locator(".report-body").evaluate(
        "body => Array.from(body.querySelectorAll('h2, h3, p'), one => [one.localName, one.innerText])"
    )


def the_english_page_says_who_where_and_in_which_posts(page):
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    assert facts(page) == {
        "When": ["3 to 5 April 2018"],
        "Where": ["Moscow, Russia"],
        "Invited by": ["Ministry of Defence of Russia"],
        "Occasion": [CONFERENCE],
        "Visited": [RIAC, ORIENTAL, RISS],
    }
    ours = ["For CISS", "The Executive Director", CISS]
    council, pakistan, asia = "For RIAC", "For CPS", f"For the {ASIA_CENTRE}"
    assert sittings(page) == {
        "Participants": [
            ours,
            [f"For the {EMBASSY}", "Ambassador Qazi Khalilullah", "Ambassador of Pakistan"],
        ],
        CONFERENCE: [
            [
                "For the Ministry of Defence of Pakistan",
                "Mr Khurram Dastgir",
                "Minister for Defence of Pakistan | Speaker | Pakistan’s defence and security policy",
            ],
            ["Speaker", "Defence ministers of other countries", ""],
            [SESSION, "The Executive Director", f"{CISS} | Speaker"],
            [SESSION, "Lt Gen (Retd) Asad Durrani", "Participant from Pakistan | Speaker"],
        ],
        RIAC: [
            [council, "Timur Mukhmutov", "Deputy Director of Programs"],
            [council, "Ruslan Mamedov", "Program Coordinator"],
            ours,
        ],
        ORIENTAL: [
            [pakistan, "Dr Sergey Kamenev", "Director"],
            [pakistan, "Dr Irina N. Serenko", "Senior Scholar"],
            [pakistan, "Ms Maria Khaytseva", "Research Associate"],
            ours,
        ],
        RISS: [
            [asia, "Dr Kokarev", "Head of the Centre"],
            [asia, "Mr Vladimir Svedentsov", "Senior Research Fellow"],
            [asia, "Mrs Anna Y. Dudar", "Assistant Director"],
            ours,
        ],
    }
    assert report_of(page) == [
        ["p", "The Executive Director spent three days in Moscow."],
        ["h2", "What came of it"],
        ["p", "Three meetings laid ground on which both sides can build."],
    ]
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
    assert report_of(page) == [
        ["p", "أمضى المدير التنفيذي ثلاثة أيام في موسكو."],
        ["h2", "ما أثمرت عنه"],
        ["p", "مهّدت ثلاثة لقاءات لتعاون بين الجانبين."],
    ]
    assert page.locator("article").get_attribute("lang") is None


def the_ledger_holds_what_is_owed(desk):
    desk.list("followup")
    assert [row[:4] for row in desk.rows()] == [
        [COOPERATION, "Them", f"Ruslan Mamedov, {RIAC}", "3 April 2018"],
        [MINUTES_RIAC, "Them", EMBASSY, "3 April 2018"],
        [MINUTES_ORIENTAL, "Them", EMBASSY, "3 April 2018"],
        [DRAFT, "Them", ASIA_CENTRE, "3 April 2018"],
        [FELLOWSHIP, "Them", f"Kokarev, {ASIA_CENTRE}", "3 April 2018"],
        [BOOK, "Them", RISS, "3 April 2018"],
        [MINUTES_RISS, "Them", f"Mubashir, {EMBASSY}", "3 April 2018"],
        [EMBASSY_FOLLOWS, "Them", f"Qazi Khalilullah, {EMBASSY}", "3 April 2018"],
    ]
    desk.list("meeting")
    desk.filter("Still to come or to be passed on")
    assert [row[3:] for row in desk.rows()] == [
        [RIAC, "Awaited", EMBASSY, "–"],
        [ORIENTAL, "In preparation", EMBASSY, BY_AN_OFFICIAL],
        [RISS, "In preparation", "Mubashir", "–"],
    ]
    desk.list("agreement")
    assert [[row[0], *row[2:5]] for row in desk.rows()] == [
        [MEMORANDUM, "Draft awaited", f"{CISS}; {RISS}", ASIA_CENTRE]
    ]


def what_is_told_of_promises(page, site, address) -> list[tuple[str, str]]:
    """Return what a reader could learn of anything private, and where: on the report, the site's lists and all they link."""
    searches = [f"search/?q={words}" for words in ("memorandum", "MUBASHIR", "RISS")]
    waiting = [f"{site.url}/{code}/{rest}" for code in ("en", "ar") for rest in ("", *searches)]
    waiting += [address, address.replace("/en/", "/ar/")]
    found = []
    for url in waiting:
        content = page.request.get(url).text()
        found += [(url, words) for words in PRIVATE if words in content]
        links = [urljoin(url, link) for link in re.findall(r'href="([^"#]+)', content)]
        waiting += [one for one in dict.fromkeys(links) if is_public_page(one, site) and one not in waiting]
    assert len(waiting) > 20
    return found


def is_public_page(url: str, site) -> bool:
    """Say whether the address is of a page to read: on this site, and no file to save."""
    return url.startswith(f"{site.url}/") and url.endswith("/") and "/admin/" not in url


# The roundtable -----------------------------------------------------------------------------------

ROUNDTABLE = "مائدة مستديرة عن ضبط التسلح في إسلام آباد"
ROUNDTABLE_SUMMARY = "تبادل دبلوماسيون وباحثون من باكستان وروسيا الرأي في ضبط التسلح واستقرار المنطقة."


def enter_roundtable(desk):
    desk.begin("event")
    desk.fill("title", "ar", ROUNDTABLE)
    desk.fill("city", "ar", "إسلام آباد")
    desk.enter(kind="roundtable", starts_on="2025-04-17", country="PK")
    desk.fill("summary", "ar", ROUNDTABLE_SUMMARY)
    desk.write_report("ar", "جلس الجانبان إلى طاولة واحدة.", "# ما اتفق عليه الجانبان", "الحوار مستمر.")
    host = desk.add_row("event_institutions")
    host.enter(role="host")
    host.create_on_the_spot(
        "institution", {"name": "معهد الدراسات الاستراتيجية"}, language="ar", country="PK"
    )
    with desk.add_row("participations") as row:
        row.create_on_the_spot("person", {"honorific": "السفير", "name": "ألبرت خوريف"}, language="ar")
        row.fill("title_at_the_time", "ar", "سفير روسيا لدى باكستان")
    with desk.add_row("participations") as row:
        row.create_on_the_spot("person", {"name": "مالك قاسم مصطفى"}, language="ar")
        row.fill("title_at_the_time", "ar", "مدير مركز ضبط التسلح ونزع السلاح")
        row.choose("institution", "استراتيج", "معهد الدراسات الاستراتيجية")
        row.enter(side="ours", role="moderator")
    with desk.add_row("participations") as row:
        row.fill("who", "ar", "كبار مسؤولي وزارة الخارجية الروسية")


def test_an_arabic_only_report_is_entered_and_published_before_any_english_exists(at_the_desk, reader, site):
    desk = at_the_desk("ar")
    enter_roundtable(desk)
    desk.press("publish", "ar")
    assert desk.said() == ["العربية: نُشر النص."]
    assert desk.states() == {"en": "مسودة", "ar": "منشور"}
    address = site.url + desk.public_address("ar")

    reader.goto(address)
    assert page_language(reader) == ("ar", "rtl")
    assert reader.locator(".notice").count() == 0
    the_roundtable_stands_there_in_arabic(reader)

    follow(reader, "English", within="header")
    assert page_language(reader) == ("en", "ltr")
    assert reader.locator(".notice strong").inner_text() == "This report exists in Arabic only."
    original = reader.locator("article.original")
    assert (original.get_attribute("lang"), original.get_attribute("dir")) == ("ar", "rtl")
    the_roundtable_stands_there_in_arabic(reader)

    english = at_the_desk("en")
    english.list("event")
    [row] = [row for row in english.rows() if row[0] == ROUNDTABLE]
    assert row[1:3] == ["Roundtable", "17 April 2025"]


def page_language(page) -> tuple[str, str]:
    html = page.locator("html")
    return html.get_attribute("lang"), html.get_attribute("dir")


def the_roundtable_stands_there_in_arabic(page):
    assert page.get_by_role("heading", level=1).inner_text() == ROUNDTABLE
    assert page.locator("article .lead").first.inner_text() == ROUNDTABLE_SUMMARY
    assert list(sittings(page).values()) == [
        [
            ["مشاركة", "السفير ألبرت خوريف", "سفير روسيا لدى باكستان"],
            ["مشاركة", "كبار مسؤولي وزارة الخارجية الروسية", ""],
            [
                "من معهد الدراسات الاستراتيجية",
                "مالك قاسم مصطفى",
                "مدير مركز ضبط التسلح ونزع السلاح | إدارة الجلسة",
            ],
        ]
    ]
    assert report_of(page) == [
        ["p", "جلس الجانبان إلى طاولة واحدة."],
        ["h2", "ما اتفق عليه الجانبان"],
        ["p", "الحوار مستمر."],
    ]


# Bad input ----------------------------------------------------------------------------------------

DATES = "The last day is before the first day. Change one of the two dates."
TAKEN = "Another record already has this address. Change a word in it, or add the year."
NOBODY = "This line names nobody. Choose a person, or say in words who it was."


def test_bad_input_is_refused_at_its_field_and_nothing_typed_is_lost(at_the_desk, language):
    desk = at_the_desk(language)
    address = f"taken-{language}"
    desk.begin("event")
    desk.fill("title", language, "First")
    desk.enter(starts_on="2018-04-03", slug=address)
    desk.save()

    desk.begin("event")
    desk.fill("title", language, "Second")
    desk.fill("summary", language, "What it was about.")
    desk.enter(kind="lecture", starts_on="2018-04-05", ends_on="2018-04-03", slug=address, country="RU")
    desk.write_report(language, "A report that took an hour to write.")
    nobody = desk.add_row("participations")
    nobody.fill("title_at_the_time", language, "Director")
    desk.try_to_save()

    assert desk.refusals() == {
        "ends_on": [gettext(DATES)],
        "slug": [gettext(TAKEN)],
        "participations-0-person": [gettext(NOBODY)],
    }
    assert [gettext(one).isascii() for one in (DATES, TAKEN, NOBODY)] == [language == "en"] * 3
    typed = [desk.value(name) for name in ("kind", "starts_on", "ends_on", "slug", "country")]
    assert typed == ["lecture", "2018-04-05", "2018-04-03", address, "RU"]
    written = [desk.value(name, language) for name in ("title", "summary", "body")]
    assert written == ["Second", "What it was about.", "<p>A report that took an hour to write.</p>"]
    assert nobody.value("title_at_the_time", language) == "Director"
    assert nobody.field("title_at_the_time", language).is_visible()


# What the desk loads ------------------------------------------------------------------------------


def test_the_desk_loads_nothing_from_elsewhere_and_breaks_on_no_page(at_the_desk, site, language):
    desk = at_the_desk(language)
    requests = Requests(desk.page)
    desk.page.reload()
    desk.list("institution")
    desk.begin("event")
    desk.write_report(language, "# A heading", "A line.")
    row = desk.add_row("participations")
    with row.created_on_the_spot("person") as new:
        asked_by_window = Requests(new.page)
        new.page.reload()
        new.fill("name", language, "Somebody")
    asked = [requests, asked_by_window]
    assert [min(len(one.asked), 10) for one in asked] == [10, 10]
    assert [finding for one in asked for finding in one.leaving(site.url)] == []
    assert [finding for one in asked for finding in one.broken] == []
