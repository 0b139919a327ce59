"""The questions the site is for, answered in a browser by following links: to readers in both languages, and at the desk."""

import pytest

from tests.desk_driver import at_the_desk, editor_cookies, reader  # noqa: F401 - the windows people sit at
from tests.page_reading import facts, follow, said_in, sittings, table
from tests.running_site import running

pytestmark = pytest.mark.browser

MENU = {
    "events": {"en": "Events", "ar": "الفعاليات"},
    "institutions": {"en": "Institutions", "ar": "المؤسسات"},
    "people": {"en": "People", "ar": "الباحثون"},
}
VISIT = {
    "en": "The Executive Director in Moscow: a conference and three think tanks",
    "ar": "المدير التنفيذي في موسكو: مؤتمر وثلاثة مراكز فكر",
}
COUNCIL = {"en": "Russian International Affairs Council", "ar": "المجلس الروسي للشؤون الدولية"}
ORIENTAL = {"en": "Institute of Oriental Studies", "ar": "معهد الاستشراق"}
STRATEGIC = {"en": "Russian Institute for Strategic Studies", "ar": "المعهد الروسي للدراسات الاستراتيجية"}
ACADEMY = {"en": "Russian Academy of Sciences", "ar": "أكاديمية العلوم الروسية"}
UNIVERSITY = {"en": "Quaid-i-Azam University", "ar": "جامعة القائد الأعظم"}

WHEN_AND_WHERE = {
    "en": (["3 to 5 April 2018"], ["Moscow, Russia"]),
    "ar": (["من 3 إلى 5 أبريل 2018"], ["موسكو، روسيا"]),
}
MET = {
    "en": {
        "Russian International Affairs Council": [
            ["For RIAC", "Timur Mukhmutov", "Deputy Director of Programs"],
            ["For RIAC", "Ruslan Mamedov", "Program Coordinator"],
        ],
        "Institute of Oriental Studies": [
            ["For the Centre of Pakistan Studies", "Dr Sergey Kamenev", "Director"],
            ["For the Centre of Pakistan Studies", "Dr Irina N. Serenko", "Senior Scholar"],
            ["For the Centre of Pakistan Studies", "Ms Maria Khaytseva", "Research Associate"],
        ],
        "Russian Institute for Strategic Studies": [
            ["For APR Centre", "Dr Kokarev", "Head of the Centre"],
            ["For APR Centre", "Mr Vladimir Svedentsov", "Senior Research Fellow"],
            ["For APR Centre", "Mrs Anna Y. Dudar", "Assistant Director"],
        ],
    },
    "ar": {
        "المجلس الروسي للشؤون الدولية": [
            ["من المجلس الروسي", "تيمور مخموتوف", "نائب مدير البرامج"],
            ["من المجلس الروسي", "رسلان ماميدوف", "منسّق البرامج"],
        ],
        "معهد الاستشراق": [
            ["من مركز الدراسات الباكستانية", "د. سيرغي كامينيف", "المدير"],
            ["من مركز الدراسات الباكستانية", "د. إيرينا سيرينكو", "باحثة أولى"],
            ["من مركز الدراسات الباكستانية", "السيدة ماريا خايتسيفا", "باحثة مشاركة"],
        ],
        "المعهد الروسي للدراسات الاستراتيجية": [
            ["من مركز آسيا", "د. كوكاريف", "رئيس المركز"],
            ["من مركز آسيا", "السيد فلاديمير سفيدينتسوف", "باحث أول"],
            ["من مركز آسيا", "السيدة آنا دودار", "مساعدة المدير"],
        ],
    },
}
OURS = {
    "en": ["For CISS", "The Executive Director", "Center for International Strategic Studies"],
    "ar": ["من المركز", "المدير التنفيذي", "مركز الدراسات الاستراتيجية الدولية"],
}
INVITED = {
    "en": ("Invited by", ["Ministry of Defence of Russia"]),
    "ar": ("بدعوة من", ["وزارة الدفاع الروسية"]),
}
DISCUSSED = {
    "en": [
        "Afghanistan",
        "Defence and security policy",
        "Foreign policy",
        "Pakistan",
        "Pakistan–Russia relations",
        "Peace processes",
        "Soft power",
    ],
    "ar": [
        "أفغانستان",
        "باكستان",
        "السياسة الخارجية",
        "سياسة الدفاع والأمن",
        "العلاقات الباكستانية الروسية",
        "عمليات السلام",
        "القوة الناعمة",
    ],
}
# What each meeting turned on, and the words without which its summary would not say so.
TURNED_ON = {
    "en": {
        "Russian International Affairs Council": ["foreign policy", "work together"],
        "Institute of Oriental Studies": [
            "questions about the country",
            "Afghanistan",
            "negotiation",
            "peace process",
        ],
        "Russian Institute for Strategic Studies": ["foreign policy", "answered"],
    },
    "ar": {
        "المجلس الروسي للشؤون الدولية": ["سياسة باكستان الخارجية", "يتعاون"],
        "معهد الاستشراق": ["المتصلة بباكستان", "أفغانستان", "بالتفاوض", "عملية سلام"],
        "المعهد الروسي للدراسات الاستراتيجية": ["سياسة باكستان الخارجية", "وأجاب"],
    },
}
CENTRES = {
    "en": (
        "Centres",
        ["Centre of Pakistan Studies Institute of Oriental Studies", "Institute of Oriental Studies"],
    ),
    "ar": ("المراكز", ["مركز الدراسات الباكستانية معهد الاستشراق", "معهد الاستشراق"]),
}
MET_OF_THE_ACADEMY = {
    "en": [
        ["Dr Sergey Kamenev", "Director, Centre of Pakistan Studies"],
        ["Dr Irina N. Serenko", "Senior Scholar, Centre of Pakistan Studies"],
        ["Ms Maria Khaytseva", "Research Associate, Centre of Pakistan Studies"],
    ],
    "ar": [
        ["د. سيرغي كامينيف", "المدير، مركز الدراسات الباكستانية"],
        ["د. إيرينا سيرينكو", "باحثة أولى، مركز الدراسات الباكستانية"],
        ["السيدة ماريا خايتسيفا", "باحثة مشاركة، مركز الدراسات الباكستانية"],
    ],
}
NON_PROLIFERATION = {"en": "Nuclear non-proliferation", "ar": "منع الانتشار النووي"}
RIAZ = {"en": "Dr Anum Riaz", "ar": "د. أنعم رياض"}
DEGREES = {
    "en": [
        [
            "Dr Anum Riaz",
            "MPhil, Defence and Strategic Studies | Department of Defence and Strategic Studies",
        ],
        ["Dr Anum Riaz", "MSc, Defence and Strategic Studies | Department of Defence and Strategic Studies"],
        ["Dr Bilal Zubair", "PhD, International Relations"],
        ["Dr Bilal Zubair", "MPhil, International Relations"],
        [
            "Mr Mobeen Jafar Mir",
            "MPhil, International Relations | In progress | School of Politics and International Relations",
        ],
    ],
    "ar": [
        [
            "د. أنعم رياض",
            "ماجستير الفلسفة، الدراسات الدفاعية والاستراتيجية | قسم الدراسات الدفاعية والاستراتيجية",
        ],
        [
            "د. أنعم رياض",
            "ماجستير العلوم، الدراسات الدفاعية والاستراتيجية | قسم الدراسات الدفاعية والاستراتيجية",
        ],
        ["د. بلال زبير", "دكتوراه، العلاقات الدولية"],
        ["د. بلال زبير", "ماجستير الفلسفة، العلاقات الدولية"],
        [
            "السيد مبين جعفر مير",
            "ماجستير الفلسفة، العلاقات الدولية | قيد الدراسة | كلية العلوم السياسية والعلاقات الدولية",
        ],
    ],
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site with its demonstration content."""
    with running(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def home(reader, site, language):
    """The home page of a reader in one language."""
    reader.goto(f"{site.url}/{language}/")
    return reader


def open_visit(page, language):
    follow(page, MENU["events"][language], within="header")
    follow(page, VISIT[language])


# Asked of the public pages ------------------------------------------------------------------------


def test_whom_the_office_met_in_moscow_where_and_in_which_posts_then(home, language):
    open_visit(home, language)
    when, where, *_rest = facts(home).values()
    assert (when, where) == WHEN_AND_WHERE[language]
    at_each = sittings(home)
    met = {heading: [row for row in at_each[heading] if row != OURS[language]] for heading in MET[language]}
    assert met == MET[language]


def test_who_invited_the_visit(home, language):
    open_visit(home, language)
    part, institutions = INVITED[language]
    assert facts(home)[part] == institutions
    follow(home, institutions[0])
    assert home.get_by_role("heading", level=1).inner_text() == institutions[0]


def test_what_was_discussed(home, language):
    open_visit(home, language)
    assert list(facts(home).values())[-1] == DISCUSSED[language]
    unsaid = [
        (heading, words)
        for heading, all_words in TURNED_ON[language].items()
        for words in all_words
        if words not in " ".join(said_in(home, heading))
    ]
    assert unsaid == []


def test_everything_with_the_academy_of_sciences_its_centres_included(home, language):
    follow(home, MENU["institutions"][language], within="header")
    follow(home, ACADEMY[language])
    part, centres = CENTRES[language]
    assert facts(home)[part] == centres
    assert home.locator(".engagement h4").all_inner_texts() == [VISIT[language]]
    assert table(home.locator(".engagement table")) == MET_OF_THE_ACADEMY[language]
    follow(home, VISIT[language])
    assert home.get_by_role("heading", level=1).inner_text() == VISIT[language]


def test_which_staff_work_on_nuclear_non_proliferation(home, language):
    follow(home, MENU["people"][language], within="header")
    everybody = home.locator(".person-card h3")
    assert everybody.count() == 4
    home.get_by_role("combobox").select_option(NON_PROLIFERATION[language])
    with home.expect_navigation():
        home.locator("main form button").click()
    assert everybody.all_inner_texts() == [RIAZ[language]]


def test_who_holds_or_pursues_a_degree_of_quaid_i_azam_university(home, language):
    follow(home, MENU["institutions"][language], within="header")
    follow(home, UNIVERSITY[language])
    assert table(home.locator("section[aria-labelledby=degrees] table")) == DEGREES[language]


# Asked at the desk --------------------------------------------------------------------------------

# What is owed, whose turn it is, by whom, since when.
OWED = {
    "en": [
        [what, "Them", by_whom, "3 April 2018"]
        for what, by_whom in (
            (
                "Take the talks on cooperation between RIAC and CISS further",
                "Ruslan Mamedov, Russian International Affairs Council",
            ),
            ("Minutes of the meeting at RIAC", "Embassy of Pakistan in Moscow"),
            (
                "Detailed minutes of the meeting at the Institute of Oriental Studies, in preparation by an official of the Embassy",
                "Embassy of Pakistan in Moscow",
            ),
            (
                "Draft memorandum of understanding, from the RISS centre to CISS",
                "Asia and Asia-Pacific Region Centre",
            ),
            (
                "Fellowship programme of the APR Centre with CISS",
                "Kokarev, Asia and Asia-Pacific Region Centre",
            ),
            (
                "Visit of a Russian scholar and a joint book, for RISS and CISS to take up together",
                "Russian Institute for Strategic Studies",
            ),
            (
                "Minutes of the meeting at RISS, in preparation by Mr Mubashir, Second Secretary",
                "Mubashir, Embassy of Pakistan in Moscow",
            ),
            (
                "Follow up on all three meetings, as the Executive Director asked of the Ambassador",
                "Qazi Khalilullah, Embassy of Pakistan in Moscow",
            ),
        )
    ],
    "ar": [
        [what, "الجانب الآخر", by_whom, "3 أبريل 2018"]
        for what, by_whom in (
            (
                "متابعة ما بُحث من تعاون بين المجلس الروسي للشؤون الدولية والمركز",
                "رسلان ماميدوف، المجلس الروسي للشؤون الدولية",
            ),
            ("محضر اللقاء في المجلس الروسي للشؤون الدولية", "سفارة باكستان في موسكو"),
            ("محضر مفصّل للقاء في معهد الاستشراق، يُعدّه أحد مسؤولي السفارة", "سفارة باكستان في موسكو"),
            (
                "مسودة مذكرة التفاهم، من المركز في المعهد الروسي إلى مركز الدراسات الاستراتيجية الدولية",
                "مركز آسيا ومنطقة آسيا والمحيط الهادئ",
            ),
            ("برنامج زمالة بين مركز آسيا والمركز", "كوكاريف، مركز آسيا ومنطقة آسيا والمحيط الهادئ"),
            (
                "زيارة باحث روسي وكتاب مشترك، يتولاهما المعهد الروسي والمركز معًا",
                "المعهد الروسي للدراسات الاستراتيجية",
            ),
            (
                "محضر اللقاء في المعهد الروسي للدراسات الاستراتيجية، يُعدّه السيد مبشر، السكرتير الثاني",
                "مبشر، سفارة باكستان في موسكو",
            ),
            (
                "متابعة السفارة للقاءات الثلاثة جميعها، كما طلب المدير التنفيذي من السفير",
                "قاضي خليل الله، سفارة باكستان في موسكو",
            ),
        )
    ],
}
# Each meeting, where its minutes are, and who writes or sends them.
MINUTES = {
    "en": [
        [
            "Bilateral meeting: Russian International Affairs Council",
            "Awaited",
            "Embassy of Pakistan in Moscow",
        ],
        [
            "Bilateral meeting: Institute of Oriental Studies",
            "In preparation",
            "Embassy of Pakistan in Moscow",
        ],
        ["Bilateral meeting: Russian Institute for Strategic Studies", "In preparation", "Mubashir"],
    ],
    "ar": [
        ["لقاء ثنائي: المجلس الروسي للشؤون الدولية", "منتظر", "سفارة باكستان في موسكو"],
        ["لقاء ثنائي: معهد الاستشراق", "قيد الإعداد", "سفارة باكستان في موسكو"],
        ["لقاء ثنائي: المعهد الروسي للدراسات الاستراتيجية", "قيد الإعداد", "مبشر"],
    ],
}
OUTSTANDING = {"en": "Still to come or to be passed on", "ar": "لم يصل بعد أو لم يُحَل بعد"}
MEMORANDUM = {
    "en": [
        "Memorandum of understanding with RISS",
        "Memorandum of understanding",
        "Draft awaited",
        "Center for International Strategic Studies; Russian Institute for Strategic Studies",
        "Asia and Asia-Pacific Region Centre",
    ],
    "ar": [
        "مذكرة تفاهم مع المعهد الروسي للدراسات الاستراتيجية",
        "مذكرة تفاهم",
        "المسودة منتظرة",
        "مركز الدراسات الاستراتيجية الدولية؛ المعهد الروسي للدراسات الاستراتيجية",
        "مركز آسيا ومنطقة آسيا والمحيط الهادئ",
    ],
}


def test_what_is_still_owed_by_whom_since_when(at_the_desk, language):
    desk = at_the_desk(language)
    desk.list("followup")
    assert [row[:4] for row in desk.rows()] == OWED[language]


def test_where_each_set_of_minutes_is(at_the_desk, language):
    desk = at_the_desk(language)
    desk.list("meeting")
    desk.filter(OUTSTANDING[language])
    assert [[row[0], *row[4:6]] for row in desk.rows()] == MINUTES[language]


def test_how_the_memorandum_stands(at_the_desk, language):
    desk = at_the_desk(language)
    desk.list("agreement")
    [memorandum] = [row[:5] for row in desk.rows() if row[0] == MEMORANDUM[language][0]]
    assert memorandum == MEMORANDUM[language]
