"""The demonstration content: every fact of the two reports and of the biographies, as records in both languages."""

import datetime
import re
from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import transaction

from ciss_site.languages import codes, words_in
from ciss_site.models import Page
from ciss_site.publishing import State
from ciss_site.richtext import plain
from events.models import Event, FollowUp, Meeting, Participation
from institutions.models import Agreement, Institution
from people.models import Degree, Person, Position, ProfileLink, Publication
from tests.events.demo_records import (
    bilingual_records,
    known,
    named,
    roundtable,
    texts_of,
    visit,
)

pytestmark = pytest.mark.django_db

PUBLIC = AnonymousUser()
SESSION = "Soft Power as a tool to pursue military in political objectives"


@pytest.fixture(scope="module")
def content(django_db_setup, django_db_blocker):
    """The demonstration content without pictures and samples, written once for all that only read it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo_content", "--without-pictures", stdout=StringIO())
        yield
        transaction.set_rollback(True)


def present(participations) -> list[tuple]:
    """Return of each: side, rank and name or words, post then, institution then."""
    return [
        (
            one.side,
            " ".join(filter(None, [words_in(one, "honorific_at_the_time", "en"), str(one.person or "")]))
            if one.person
            else words_in(one, "who", "en"),
            words_in(one, "title_at_the_time", "en"),
            str(one.institution) if one.institution else None,
        )
        for one in participations.order_by("order")
    ]


# The visit to Moscow ------------------------------------------------------------------------------


def test_the_visit_has_its_days_place_and_occasion(content):
    event = visit()
    assert (event.kind, event.starts_on, event.ends_on) == (
        "visit",
        datetime.date(2018, 4, 3),
        datetime.date(2018, 4, 5),
    )
    assert (event.city_en, event.city_ar, event.country.code) == ("Moscow", "موسكو", "RU")
    assert event.old_address == "/executive-director-ciss-visits-moscow-april-3-5-2018/"
    assert event.source_language == "en"
    assert [(one.role, one.institution.name_en) for one in event.event_institutions.order_by("order")] == [
        ("invited_by", "Ministry of Defence of Russia"),
        ("visited", "Russian International Affairs Council"),
        ("visited", "Institute of Oriental Studies"),
        ("visited", "Russian Institute for Strategic Studies"),
    ]


def test_the_visit_holds_a_conference_with_a_session_and_three_meetings(content):
    meetings = list(visit().meetings.order_by("order"))
    assert [(one.kind, one.title_en or one.institution.name_en) for one in meetings] == [
        ("conference", "Moscow Conference on International Security (MCIS)"),
        ("session", SESSION),
        ("bilateral", "Russian International Affairs Council"),
        ("bilateral", "Institute of Oriental Studies"),
        ("bilateral", "Russian Institute for Strategic Studies"),
    ]
    assert [one.parent for one in meetings] == [None, meetings[0], None, None, None]
    assert {(one.held_on, one.starts_at, one.venue_en) for one in meetings} == {(None, None, None)}


def test_the_session_keeps_its_printed_title_in_arabic_too(content):
    session = visit().meetings.get(kind="session")
    assert session.title_ar == f"القوة الناعمة أداةً لبلوغ الأهداف العسكرية والسياسية ({SESSION})"
    assert (
        plain(session.summary_ar).count(f"«القوة الناعمة أداةً لبلوغ الأهداف العسكرية والسياسية» ({SESSION})")
        == 1
    )


def test_everybody_in_moscow_stands_in_the_post_of_that_day(content):
    ours = ("ours", "The Executive Director", "", "Center for International Strategic Studies")
    expected = {
        None: [
            ours,
            (
                "other",
                "Ambassador Qazi Khalilullah",
                "Ambassador of Pakistan in Moscow",
                "Embassy of Pakistan in Moscow",
            ),
        ],
        "Moscow Conference on International Security (MCIS)": [
            (
                "other",
                "Mr Khurram Dastgir",
                "Minister for Defence of Pakistan",
                "Ministry of Defence of Pakistan",
            ),
            ("other", "Defence ministers of other countries taking part", "", None),
        ],
        SESSION: [ours, ("other", "Lt Gen (Retd) Asad Durrani", "Participant from Pakistan", None)],
        "Russian International Affairs Council": [
            (
                "counterpart",
                "Timur Mukhmutov",
                "Deputy Director of Programs",
                "Russian International Affairs Council",
            ),
            (
                "counterpart",
                "Ruslan Mamedov",
                "Program Coordinator",
                "Russian International Affairs Council",
            ),
            ours,
        ],
        "Institute of Oriental Studies": [
            ("counterpart", "Dr Sergey Kamenev", "Director", "Centre of Pakistan Studies"),
            ("counterpart", "Dr Irina N. Serenko", "Senior Scholar", "Centre of Pakistan Studies"),
            ("counterpart", "Ms Maria Khaytseva", "Research Associate", "Centre of Pakistan Studies"),
            ours,
        ],
        "Russian Institute for Strategic Studies": [
            ("counterpart", "Dr Kokarev", "Head of the Centre", "Asia and Asia-Pacific Region Centre"),
            (
                "counterpart",
                "Mr Vladimir Svedentsov",
                "Senior Research Fellow",
                "Asia and Asia-Pacific Region Centre",
            ),
            (
                "counterpart",
                "Mrs Anna Y. Dudar",
                "Assistant Director",
                "Asia and Asia-Pacific Region Centre",
            ),
            ours,
        ],
    }
    event = visit()
    found = {None: present(event.participations.filter(meeting=None))}
    for meeting in event.meetings.all():
        found[meeting.title_en or meeting.institution.name_en] = present(meeting.participations.all())
    assert found == expected


def test_what_was_spoken_on_at_the_conference(content):
    talks = visit().participations.filter(role="speaker").order_by("order")
    assert [one.talk_title_en for one in talks] == [
        "Pakistan’s defence and security policy",
        None,
        "Pakistan’s soft-power initiatives abroad and in international forums",
        None,
    ]


def test_what_was_discussed_in_each_meeting(content):
    told = {one.institution.slug: plain(one.summary_en) for one in visit().meetings.filter(kind="bilateral")}
    riac, oriental, riss = told.values()
    assert re.search("year before.*work together", riac)
    assert re.search("settlement reached by negotiation.*peace process", oriental)
    assert re.search("Pakistan’s foreign policy.*answered", riss)
    assert "ground on which the institutions of both countries can build" in plain(visit().body_en)
    topics = {
        one.institution.slug: {topic.name_en for topic in one.topics.all()}
        for one in visit().meetings.exclude(institution=None)
    }
    assert topics["institute-of-oriental-studies"] == {"Pakistan", "Afghanistan", "Peace processes"}


def test_where_the_minutes_of_each_meeting_are(content):
    rows = visit().meetings.filter(kind="bilateral").order_by("order")
    assert [
        (one.minutes_state, str(one.minutes_institution), one.minutes_person and one.minutes_person.name_en)
        for one in rows
    ] == [
        ("awaited", "Embassy of Pakistan in Moscow", None),
        ("in_preparation", "Embassy of Pakistan in Moscow", None),
        ("in_preparation", "Embassy of Pakistan in Moscow", "Mubashir"),
    ]
    assert rows[1].minutes_note == "Detailed; an official of the Embassy, not named, is preparing them."
    assert rows[2].minutes_note == "Mr Mubashir, Second Secretary at the Embassy, is preparing them."
    assert list(Meeting.objects.minutes_outstanding()) == list(rows)


def test_all_eight_promises_are_owed_and_private(content):
    riac, oriental, riss = visit().meetings.filter(kind="bilateral").order_by("order")
    embassy, centre = named("Embassy of Pakistan in Moscow"), named("Asia and Asia-Pacific Region Centre")
    agreements = {one.kind: one for one in Agreement.objects.all()}
    rows = FollowUp.objects.order_by("order")
    assert [
        (one.kind, one.meeting, one.person, one.institution, one.strength, one.agreement) for one in rows
    ] == [
        ("cooperation", riac, known("Ruslan Mamedov"), riac.institution, "promised", None),
        ("minutes", riac, None, embassy, "promised", None),
        ("minutes", oriental, None, embassy, "promised", None),
        ("draft", riss, None, centre, "promised", agreements["memorandum"]),
        ("cooperation", riss, known("Kokarev"), centre, "interest", agreements["fellowship"]),
        ("publication", riss, None, riss.institution, "discussed", agreements["joint_publication"]),
        ("minutes", riss, known("Mubashir"), embassy, "promised", None),
        ("cooperation", None, known("Qazi Khalilullah"), embassy, "agreed", None),
    ]
    first = rows[0]
    assert (first.due_on, first.due_precision, first.due_words_en, first.is_overdue) == (
        datetime.date(2018, 12, 31),
        "year",
        "On his next visit to Pakistan, later in 2018",
        True,
    )
    assert list(FollowUp.objects.owed_to_us()) == list(rows)
    assert not FollowUp.objects.visible_to(PUBLIC).exists()


def test_how_the_agreements_with_riss_stand(content):
    riss = named("Russian Institute for Strategic Studies")
    rows = Agreement.objects.order_by("pk")
    assert [
        (
            one.kind,
            one.state,
            one.drafted_by and one.drafted_by.name_en,
            {p.short_name_en for p in one.parties.all()},
        )
        for one in rows
    ] == [
        ("memorandum", "draft_awaited", "Asia and Asia-Pacific Region Centre", {"CISS", "RISS"}),
        ("fellowship", "idea", None, {"CISS", "RISS"}),
        ("joint_publication", "discussed", None, {"CISS", "RISS"}),
    ]
    assert set(visit().meetings.get(institution=riss).agreements.all()) == set(rows)
    assert not Agreement.objects.visible_to(PUBLIC).exists()


# Institutions ---------------------------------------------------------------------------------------


def test_institutions_stand_inside_each_other(content):
    inside = Institution.objects.exclude(parent=None).values_list("name_en", "parent__name_en")
    assert dict(inside) == {
        "Institute of Oriental Studies": "Russian Academy of Sciences",
        "Centre of Pakistan Studies": "Institute of Oriental Studies",
        "Asia and Asia-Pacific Region Centre": "Russian Institute for Strategic Studies",
        "Arms Control and Disarmament Centre": "Institute of Strategic Studies Islamabad",
        "School of Politics and International Relations": "Quaid-i-Azam University",
        "Department of Defence and Strategic Studies": "Quaid-i-Azam University",
        "Department of Political Science": "Bahauddin Zakariya University",
    }
    assert Institution.objects.home().name_en == "Center for International Strategic Studies"


@pytest.mark.parametrize(
    ("name", "short", "spelling"),
    [
        ("Centre of Pakistan Studies", None, "Pakistan Studies Centre"),
        ("Asia and Asia-Pacific Region Centre", "APR Centre", "Asia and Asia-Pacific Region Center"),
        ("Quaid-i-Azam University", "QAU", "Quaid-e-Azam University"),
        ("Russian International Affairs Council", "RIAC", "РСМД"),
        ("Russian Institute for Strategic Studies", "RISS", "РИСИ"),
        ("Arms Control and Disarmament Centre", "ACDC", "مركز مراقبة الأسلحة ونزع السلاح"),
        ("Institute of Strategic Studies Islamabad", "ISSI", "معهد الدراسات الاستراتيجية"),
    ],
)
def test_institutions_are_found_by_other_spellings(content, name, short, spelling):
    institution = named(name)
    assert institution.short_name_en == short
    assert spelling in institution.other_names.splitlines()


def test_everything_with_the_academy_of_sciences_is_found(content):
    academy = named("Russian Academy of Sciences")
    assert list(Event.objects.with_institution(academy)) == [visit()]
    assert [str(one.institution) for one in Meeting.objects.with_institution(academy)] == [
        "Institute of Oriental Studies"
    ]
    assert [one.person.name_en for one in Participation.objects.for_institution(academy)] == [
        "Sergey Kamenev",
        "Irina N. Serenko",
        "Maria Khaytseva",
    ]


# People -----------------------------------------------------------------------------------------------


def test_the_staff_and_their_posts(content):
    posts = Position.objects.order_by("person__name_en", "order")
    assert [
        (one.person.name_en, one.title_en, str(one.institution), one.is_main, one.is_former) for one in posts
    ] == [
        (
            "Anum Riaz",
            "Associate Director Research",
            "Center for International Strategic Studies",
            True,
            False,
        ),
        ("Bilal Zubair", "Director Research", "Center for International Strategic Studies", True, False),
        ("Bilal Zubair", "Assistant Professor", "National Defence University Islamabad", False, True),
        ("Bilal Zubair", "Lecturer", "National University of Science and Technology", False, True),
        ("Mobeen Jafar Mir", "Research Officer", "Center for International Strategic Studies", True, False),
        ("Syed Ali Abbas", "Research Officer", "Center for International Strategic Studies", True, False),
        (
            "Syed Ali Abbas",
            "Communication Officer",
            "Center for International Strategic Studies",
            False,
            False,
        ),
        (
            "Syed Ali Abbas",
            "Managing Editor, CISS Insight",
            "Center for International Strategic Studies",
            False,
            False,
        ),
        ("Syed Ali Abbas", "Associate Editor", "Indus News Network", False, True),
    ]
    assert {person.name_en for person in Person.objects.staff()} == {
        "Anum Riaz",
        "Bilal Zubair",
        "Mobeen Jafar Mir",
        "Syed Ali Abbas",
    }
    assert known("Anum Riaz").positions.get().title_ar == "المديرة المشاركة للبحوث"


def test_degrees_held_and_pursued(content):
    rows = Degree.objects.order_by("person__name_en", "order")
    assert [
        (one.person.name_en, one.level, one.subject_en, str(one.institution), one.in_progress, one.year)
        for one in rows
    ] == [
        ("Anum Riaz", "doctorate", "Political Science", "Department of Political Science", False, None),
        (
            "Anum Riaz",
            "mphil",
            "Defence and Strategic Studies",
            "Department of Defence and Strategic Studies",
            False,
            None,
        ),
        (
            "Anum Riaz",
            "msc",
            "Defence and Strategic Studies",
            "Department of Defence and Strategic Studies",
            False,
            None,
        ),
        ("Bilal Zubair", "doctorate", "International Relations", "Quaid-i-Azam University", False, None),
        ("Bilal Zubair", "mphil", "International Relations", "Quaid-i-Azam University", False, None),
        (
            "Mobeen Jafar Mir",
            "mphil",
            "International Relations",
            "School of Politics and International Relations",
            True,
            None,
        ),
    ]
    graduates = Person.objects.with_degree_of(named("Quaid-i-Azam University"))
    assert {person.name_en for person in graduates} == {"Anum Riaz", "Bilal Zubair", "Mobeen Jafar Mir"}


def test_what_the_staff_wrote_and_where_they_are_found(content):
    rows = Publication.objects.order_by("person__name_en", "order")
    assert [(one.person.name_en, one.kind, one.title, str(one.outlet), one.year) for one in rows] == [
        (
            "Bilal Zubair",
            "book",
            "Chinese Soft Power and Public Diplomacy in the United States",
            "Palgrave Macmillan",
            2024,
        ),
        ("Syed Ali Abbas", "outlet", "", "The National Interest", None),
        ("Syed Ali Abbas", "outlet", "", "South Asian Voices", None),
    ]
    assert [(one.person.name_en, one.service, one.handle) for one in ProfileLink.objects.all()] == [
        ("Mobeen Jafar Mir", "x", "@jafar_mobeen")
    ]


@pytest.mark.parametrize(
    ("name", "interests"),
    [
        (
            "Syed Ali Abbas",
            {"Middle East", "Military modernisation", "Foreign policy", "Nuclear politics"},
        ),
        (
            "Anum Riaz",
            {
                "Strategic studies",
                "International relations",
                "Nuclear politics",
                "Nuclear non-proliferation",
                "Arms control and disarmament",
                "Traditional security",
                "Non-traditional security",
            },
        ),
        (
            "Bilal Zubair",
            {"Great-power politics", "Communication in diplomacy", "Soft power", "China"},
        ),
        (
            "Mobeen Jafar Mir",
            {"US foreign policy", "Strategy", "Technology", "Arms control and disarmament"},
        ),
    ],
)
def test_what_the_staff_work_on(content, name, interests):
    assert {topic.name_en for topic in known(name).interests.all()} == interests


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Syed Ali Abbas", "three posts.*Indus News Network.*National Interest.*South Asian Voices"),
        ("Anum Riaz", "Bahauddin Zakariya University in Multan.*taught.*BS and the Master’s"),
        ("Bilal Zubair", "articles and chapters.*reviews.*editorial boards"),
        ("Mobeen Jafar Mir", "reading for an MPhil.*School of Politics and International Relations"),
    ],
)
def test_biographies_tell_what_has_no_field(content, name, told):
    assert re.search(told, plain(known(name).bio_en))


def test_people_without_biography_have_no_page(content):
    assert {person.name_en for person in Person.objects.visible_to(PUBLIC)} == {
        person.name_en for person in Person.objects.staff()
    }
    assert Person.objects.count() == 22
    assert {person.name_en for person in Person.objects.filter(needs_review=True)} == {
        "Kokarev",
        "Mubashir",
    }


@pytest.mark.parametrize(
    ("name", "arabic", "spelling"),
    [
        ("Timur Mukhmutov", "تيمور مخموتوف", "Timur Makhmutov"),
        ("Albert Khorev", "ألبرت خوريف", "خوريف"),
        ("Sergey Ryabkov", "سيرغي ريابكوف", "Sergei Ryabkov"),
        ("Sergey Kamenev", "سيرغي كامينيف", "Sergei Kamenev"),
        ("Khurram Dastgir", "خرم دستغير", "خرم دستگیر"),
    ],
)
def test_people_are_found_by_other_spellings(content, name, arabic, spelling):
    person = known(name)
    assert person.name_ar == arabic
    assert spelling in person.other_names.splitlines()


# The roundtable in Islamabad ----------------------------------------------------------------------------


def test_the_roundtable_has_its_day_place_and_series(content):
    event = roundtable()
    assert (event.kind, event.ends_on, event.source_language) == ("roundtable", None, "ar")
    assert (event.venue_en, event.city_en, event.country.code) == (
        "Institute of Strategic Studies",
        "Islamabad",
        "PK",
    )
    assert (event.series_en, event.round) == (
        "Pakistan-Russia Consultative Group on Strategic Stability",
        15,
    )
    assert [(one.role, str(one.institution)) for one in event.event_institutions.order_by("order")] == [
        ("host", "Institute of Strategic Studies Islamabad"),
        ("organiser", "Arms Control and Disarmament Centre"),
    ]


def test_the_roundtable_names_both_sides_and_those_who_joined(content):
    issi, acdc = "Institute of Strategic Studies Islamabad", "Arms Control and Disarmament Centre"
    russia = "Ministry of Foreign Affairs of Russia"
    assert present(roundtable().participations.all()) == [
        (
            "counterpart",
            "Mr Sergey Ryabkov",
            "Deputy Minister of Foreign Affairs, head of the delegation",
            russia,
        ),
        (
            "counterpart",
            "Ambassador Albert Khorev",
            "Ambassador of Russia to Pakistan",
            "Embassy of Russia in Pakistan",
        ),
        ("counterpart", "Senior officials of the Russian foreign ministry", "", russia),
        ("ours", "Ambassador Sohail Mahmood", "Director General", issi),
        ("ours", "Ambassador Khalid Mahmood", "Chairman of the Board", issi),
        ("ours", "Malik Qasim Mustafa", "Director", acdc),
        ("ours", "The team of the Arms Control and Disarmament Centre", "", acdc),
        (
            "other",
            "Ambassador Tahir Hussain Andrabi",
            "Additional Foreign Secretary",
            "Ministry of Foreign Affairs of Pakistan",
        ),
        ("other", "Pakistani diplomats", "", None),
        ("other", "Practitioners, academics and experts", "", None),
        ("other", "Members of think tanks on strategic questions", "", None),
    ]
    roles = roundtable().participations.exclude(role="participant").order_by("order")
    assert [(one.person.name_en, one.role) for one in roles] == [
        ("Sergey Ryabkov", "speaker"),
        ("Sohail Mahmood", "host"),
        ("Malik Qasim Mustafa", "moderator"),
    ]


def test_the_roundtable_is_told_in_six_sections_in_both_languages(content):
    event = roundtable()
    assert re.findall("<h2>(.*?)</h2>", event.body_ar) == [
        "الافتتاح",
        "مسار إيجابي للعلاقات",
        "المسؤولية النووية",
        "الرؤية الروسية",
        "النقاش",
        "ما التقى عليه الجانبان",
    ]
    assert re.findall("<h2>(.*?)</h2>", event.body_en) == [
        "The opening",
        "A positive course in relations",
        "Nuclear responsibility",
        "The Russian view",
        "The discussion",
        "What both sides share",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "goodwill.*understanding.*many fields.*stable region.*just, multipolar order",
        "Pakistan-Russia Consultative Group on Strategic Stability.*multilateral bodies",
        "does not discriminate.*strategic stability in South Asia.*“Strategic Restraint Regime”",
        "Ryabkov.*international security.*strategic stability.*non-proliferation.*arms control.*hot spots",
        "Europe, the Middle East and Afghanistan.*artificial intelligence, hypersonic weapons and cyber",
        "multipolar order.*sovereign equality and mutual respect.*dialogue.*links between institutions",
        "economy, in security, among universities and among think tanks.*deepening",
    ],
)
def test_what_was_said_at_the_roundtable(content, told):
    assert re.search(told, plain(roundtable().body_en))


@pytest.mark.parametrize(("code", "name"), [("en", "Sergey Ryabkov"), ("ar", "سيرغي ريابكوف")])
def test_mr_ryabkov_is_introduced_before_he_speaks(content, code, name):
    body = plain(words_in(roundtable(), "body", code))
    surname = name.split()[-1]
    assert body.index(surname) == body.index(name) + len(name) - len(surname)


def test_what_the_report_leaves_out_is_marked(content):
    event = roundtable()
    for code, words in {
        "en": ("17 April 2025", "15th round", "public record", "Ryabkov’s first name"),
        "ar": ("17 أبريل 2025", "الجولة 15", "السجل العلني", "الاسم الأول للسيد ريابكوف"),
    }.items():
        sources = words_in(event, "sources", code)
        assert [sources.count(part) for part in words] == [1] * len(words)
    assert event.notes.count("which team the second was is unknown") == 1
    assert event.notes.count("فالفريق الثاني غير معروف") == 1
    assert {topic.name_en for topic in event.topics.filter(kind="region")} == {
        "South Asia",
        "Europe",
        "Middle East",
        "Afghanistan",
    }


# Both languages -------------------------------------------------------------------------------------------


def test_each_text_stands_in_both_languages(content):
    missing = [
        (str(record), field)
        for record in bilingual_records()
        for field, words in texts_of(record).items()
        if not all(words.values())
    ]
    assert missing == []
    assert len(bilingual_records()) > 100


def test_real_records_are_public_in_both_languages(content):
    for model in (Page, Institution, Event):
        assert {one.state_en for one in model.objects.all()} == {State.PUBLISHED}
        assert set(model.objects.published("ar")) == set(model.objects.published("en"))
    assert {page.slug for page in Page.objects.published("ar")} == {
        "about",
        "contact",
        "privacy",
        "accessibility",
    }
    assert [event.stale_since(code) for event in Event.objects.all() for code in codes()] == [None] * 4
