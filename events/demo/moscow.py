"""The visit to Moscow, 3 to 5 April 2018: the conference, three meetings, and what was promised."""

import datetime

from django.db.models import Q

from ciss_site.models import Topic
from events.demo.institutions import MOSCOW
from events.demo.writing import LANGUAGES, Writer, both, paragraphs, rank_of
from events.models import Event, EventInstitution, FollowUp, Meeting, Participation
from institutions.models import Agreement, Institution
from people.models import Person

KEY = "executive-director-in-moscow-april-2018"
OLD_ADDRESS = "/executive-director-ciss-visits-moscow-april-3-5-2018/"
SESSION_TITLE = "Soft Power as a tool to pursue military in political objectives"

EVENT = {
    "kind": Event.Kind.VISIT,
    "title": both(
        "The Executive Director in Moscow: a conference and three think tanks",
        "المدير التنفيذي في موسكو: مؤتمر وثلاثة مراكز فكر",
    ),
    "starts_on": datetime.date(2018, 4, 3),
    "ends_on": datetime.date(2018, 4, 5),
    "city": MOSCOW,
    "country": "RU",
    "summary": both(
        "Invited by Russia’s Ministry of Defence, the Executive Director took part in the Moscow Conference on International Security and met researchers of three think tanks.",
        "لبّى المدير التنفيذي دعوة وزارة الدفاع الروسية إلى مؤتمر موسكو للأمن الدولي، والتقى هناك باحثين من ثلاثة مراكز فكر.",
    ),
    "body": paragraphs(
        "The Executive Director of the Center was in Moscow from 3 to 5 April 2018. The occasion was the Moscow Conference on International Security, to which Russia’s Ministry of Defence had invited him.\n\n"
        "Around the conference he called on three research institutions: a council on international affairs, an institute of the Academy of Sciences and an institute for strategic studies. Each meeting is recorded below with those who were present. All three proved useful: they are ground on which the institutions of both countries can build, in matters that concern them both.\n\n"
        "During his stay he was also in touch with Ambassador Qazi Khalilullah and the Embassy of Pakistan.",
        "أقام المدير التنفيذي للمركز في موسكو من 3 إلى 5 أبريل 2018، وكانت المناسبة مؤتمر موسكو للأمن الدولي الذي دعته إليه وزارة الدفاع الروسية.\n\n"
        "وزار على هامش المؤتمر ثلاث مؤسسات بحثية: مجلسًا للشؤون الدولية، ومعهدًا تابعًا لأكاديمية العلوم، ومعهدًا للدراسات الاستراتيجية. ويرد كل لقاء أدناه مقرونًا بأسماء من حضروه. وكانت اللقاءات الثلاثة مفيدة، إذ مهّدت لتعاون يمكن أن ينمو بين مؤسسات البلدين في ما يهمّهما معًا.\n\n"
        "وتواصل المدير التنفيذي أثناء إقامته مع السفير قاضي خليل الله ومع سفارة باكستان.",
    ),
    "source_language": "en",
    "old_address": OLD_ADDRESS,
}
EVENT_TOPICS = (
    "soft-power",
    "afghanistan",
    "pakistan",
    "foreign-policy",
    "defence-policy",
    "pakistan-russia",
)

ROLES = (
    ("ministry-of-defence-russia", EventInstitution.Role.INVITED_BY),
    ("russian-international-affairs-council", EventInstitution.Role.VISITED),
    ("institute-of-oriental-studies", EventInstitution.Role.VISITED),
    ("russian-institute-for-strategic-studies", EventInstitution.Role.VISITED),
)

# The days of the sittings are unknown, and stay empty.
MEETINGS = (
    {
        "key": "conference",
        "kind": Meeting.Kind.CONFERENCE,
        "title": both(
            "Moscow Conference on International Security (MCIS)", "مؤتمر موسكو للأمن الدولي (MCIS)"
        ),
        "topics": ("defence-policy",),
        "summary": paragraphs(
            "Mr Khurram Dastgir, Pakistan’s Minister for Defence, set out the main lines of his country’s policy in defence and security. Ministers of defence from other countries taking part made statements as well.",
            "ألقى السيد خرم دستغير، وزير الدفاع الباكستاني، كلمة عرض فيها الخطوط الكبرى لسياسة بلاده في الدفاع والأمن، وتحدّث كذلك وزراء دفاع من دول أخرى مشاركة.",
        ),
    },
    {
        "key": "session",
        "kind": Meeting.Kind.SESSION,
        "parent": "conference",
        "title": both(
            SESSION_TITLE, f"القوة الناعمة أداةً لبلوغ الأهداف العسكرية والسياسية ({SESSION_TITLE})"
        ),
        "topics": ("soft-power",),
        "summary": paragraphs(
            f"The Executive Director was one of the speakers in the discussion titled “{SESSION_TITLE}”. His subject was the soft-power initiatives that Pakistan has taken in other countries and in international forums. The other participant from Pakistan was Lt Gen (Retd) Asad Durrani.",
            f"تحدّث المدير التنفيذي في جلسة عنوانها «القوة الناعمة أداةً لبلوغ الأهداف العسكرية والسياسية» ({SESSION_TITLE})، فتناول مبادرات القوة الناعمة التي تقوم بها باكستان في دول أخرى وفي المحافل الدولية. وكان الفريق المتقاعد أسد دراني المشارك الباكستاني الآخر في الجلسة.",
        ),
    },
    {
        "key": "riac",
        "at": "russian-international-affairs-council",
        "topics": ("pakistan-russia", "foreign-policy"),
        "summary": paragraphs(
            "Each side told the other about its institution and its present work. Mr Mamedov knows Pakistan’s foreign policy closely and had been in the country the year before. The Executive Director raised the fields in which the Council and the Center could work together.",
            "عرّف كل جانب بمؤسسته وبما تعمل عليه. والسيد ماميدوف خبير بسياسة باكستان الخارجية، وكان قد زار البلاد في العام السابق. وطرح المدير التنفيذي المجالات التي يمكن أن يتعاون فيها المجلس والمركز.",
        ),
        "minutes_state": Meeting.Minutes.AWAITED,
        "minutes_from": "embassy-of-pakistan-in-moscow",
        "minutes_note": "To be forwarded as soon as the Embassy has sent them.",
    },
    {
        "key": "oriental-studies",
        "at": "institute-of-oriental-studies",
        "topics": ("pakistan", "afghanistan", "peace-process"),
        "summary": paragraphs(
            "Once both sides had presented their institutions, Dr Kamenev, a scholar whose work on Pakistan is widely known in Russia, and his colleagues turned to a range of questions about the country.\n\n"
            "Dr Serenko wished to hear how the Executive Director saw Afghanistan. What is needed there, he said, is a settlement reached by negotiation and not one sought by arms; Russian efforts to open a peace process and sustain it would be welcome.",
            "بعد أن قدّم كل طرف مؤسسته، طرح الدكتور كامينيف، وهو من المعروفين في روسيا بدراسة الشأن الباكستاني، وزميلتاه عددًا من المسائل المتصلة بباكستان.\n\n"
            "وسألت الدكتورة سيرينكو المدير التنفيذي عن رأيه في أفغانستان، فأكد أن الحل هناك يأتي بالتفاوض لا بالسلاح، ورحّب بأن تسهم روسيا في إطلاق عملية سلام ورعايتها.",
        ),
        "minutes_state": Meeting.Minutes.IN_PREPARATION,
        "minutes_from": "embassy-of-pakistan-in-moscow",
        "minutes_note": "Detailed; an official of the Embassy, not named, is preparing them.",
    },
    {
        "key": "riss",
        "at": "russian-institute-for-strategic-studies",
        "topics": ("foreign-policy", "pakistan"),
        "summary": paragraphs(
            "The two sides introduced themselves and then talked at length about Pakistan’s foreign policy. The Executive Director answered what the Russian researchers asked.",
            "بعد التعارف دار بين الجانبين حديث مطوّل عن سياسة باكستان الخارجية، وأجاب المدير التنفيذي عن أسئلة الباحثين الروس.",
        ),
        "minutes_state": Meeting.Minutes.IN_PREPARATION,
        "minutes_from": "embassy-of-pakistan-in-moscow",
        "minutes_by": "mubashir",
        "minutes_note": "Mr Mubashir, Second Secretary at the Embassy, is preparing them.",
    },
)

Side, Role = Participation.Side, Participation.Role
EXECUTIVE_DIRECTOR = {
    "who": both("The Executive Director", "المدير التنفيذي"),
    "at": "ciss",
    "side": Side.OURS,
    "role": Role.VISITOR,
}
COUNTERPART = {"side": Side.COUNTERPART}

# (meeting, or None for the visit as a whole; who in the post of that day), in protocol order within each.
PRESENT = (
    (None, EXECUTIVE_DIRECTOR),
    (
        None,
        {
            "person": "qazi-khalilullah",
            "title_at_the_time": both("Ambassador of Pakistan in Moscow", "سفير باكستان في موسكو"),
            "at": "embassy-of-pakistan-in-moscow",
            "side": Side.OTHER,
        },
    ),
    (
        "conference",
        {
            "person": "khurram-dastgir",
            "title_at_the_time": both("Minister for Defence of Pakistan", "وزير الدفاع الباكستاني"),
            "at": "ministry-of-defence-pakistan",
            "side": Side.OTHER,
            "role": Role.SPEAKER,
            "talk_title": both("Pakistan’s defence and security policy", "سياسة باكستان في الدفاع والأمن"),
        },
    ),
    (
        "conference",
        {
            "who": both("Defence ministers of other countries taking part", "وزراء دفاع من دول أخرى مشاركة"),
            "side": Side.OTHER,
            "role": Role.SPEAKER,
        },
    ),
    (
        "session",
        {
            **EXECUTIVE_DIRECTOR,
            "role": Role.SPEAKER,
            "talk_title": both(
                "Pakistan’s soft-power initiatives abroad and in international forums",
                "مبادرات باكستان في القوة الناعمة في الخارج وفي المحافل الدولية",
            ),
        },
    ),
    (
        "session",
        {
            "person": "asad-durrani",
            "title_at_the_time": both("Participant from Pakistan", "مشارك من باكستان"),
            "side": Side.OTHER,
            "role": Role.SPEAKER,
        },
    ),
    (
        "riac",
        {
            **COUNTERPART,
            "person": "timur-mukhmutov",
            "title_at_the_time": both("Deputy Director of Programs", "نائب مدير البرامج"),
            "at": "russian-international-affairs-council",
        },
    ),
    (
        "riac",
        {
            **COUNTERPART,
            "person": "ruslan-mamedov",
            "title_at_the_time": both("Program Coordinator", "منسّق البرامج"),
            "at": "russian-international-affairs-council",
        },
    ),
    ("riac", EXECUTIVE_DIRECTOR),
    (
        "oriental-studies",
        {
            **COUNTERPART,
            "person": "sergey-kamenev",
            "title_at_the_time": both("Director", "المدير"),
            "at": "centre-of-pakistan-studies",
        },
    ),
    (
        "oriental-studies",
        {
            **COUNTERPART,
            "person": "irina-serenko",
            "title_at_the_time": both("Senior Scholar", "باحثة أولى"),
            "at": "centre-of-pakistan-studies",
        },
    ),
    (
        "oriental-studies",
        {
            **COUNTERPART,
            "person": "maria-khaytseva",
            "title_at_the_time": both("Research Associate", "باحثة مشاركة"),
            "at": "centre-of-pakistan-studies",
        },
    ),
    ("oriental-studies", EXECUTIVE_DIRECTOR),
    (
        "riss",
        {
            **COUNTERPART,
            "person": "kokarev",
            "title_at_the_time": both("Head of the Centre", "رئيس المركز"),
            "at": "asia-and-asia-pacific-region-centre",
        },
    ),
    (
        "riss",
        {
            **COUNTERPART,
            "person": "vladimir-svedentsov",
            "title_at_the_time": both("Senior Research Fellow", "باحث أول"),
            "at": "asia-and-asia-pacific-region-centre",
        },
    ),
    (
        "riss",
        {
            **COUNTERPART,
            "person": "anna-dudar",
            "title_at_the_time": both("Assistant Director", "مساعدة المدير"),
            "at": "asia-and-asia-pacific-region-centre",
        },
    ),
    ("riss", EXECUTIVE_DIRECTOR),
)

AGREEMENTS = (
    {
        "key": "memorandum",
        "title": both(
            "Memorandum of understanding with RISS",
            "مذكرة تفاهم مع المعهد الروسي للدراسات الاستراتيجية",
        ),
        "kind": Agreement.Kind.MEMORANDUM,
        "state": Agreement.State.DRAFT_AWAITED,
        "drafted_by": "asia-and-asia-pacific-region-centre",
        "notes": "The centre at RISS is to send the draft, which is to give the cooperation of the two sides its practical form.",
    },
    {
        "key": "fellowship",
        "title": both(
            "Fellowship programme of the RISS APR Centre with CISS",
            "برنامج زمالة بين مركز آسيا في المعهد الروسي ومركز الدراسات الاستراتيجية الدولية",
        ),
        "kind": Agreement.Kind.FELLOWSHIP,
        "state": Agreement.State.IDEA,
        "notes": "Dr Kokarev showed strong interest in it.",
    },
    {
        "key": "book",
        "title": both(
            "Joint book by a Russian and a Pakistani scholar", "كتاب مشترك بين باحث روسي وباحث باكستاني"
        ),
        "kind": Agreement.Kind.JOINT_PUBLICATION,
        "state": Agreement.State.DISCUSSED,
        "notes": "A Russian scholar would come to Pakistan and write it with a Pakistani colleague.",
    },
)
PARTIES = ("ciss", "russian-institute-for-strategic-studies")

Strength, Precision = FollowUp.Strength, FollowUp.DuePrecision
EMBASSY = "embassy-of-pakistan-in-moscow"
ONCE_RECEIVED = both("When the Embassy has sent them", "متى وصلت من السفارة")
PROMISES = (
    {
        "meeting": "riac",
        "what": both(
            "Take the talks on cooperation between RIAC and CISS further",
            "متابعة ما بُحث من تعاون بين المجلس الروسي للشؤون الدولية والمركز",
        ),
        "kind": FollowUp.Kind.COOPERATION,
        "person": "ruslan-mamedov",
        "at": "russian-international-affairs-council",
        "due_on": datetime.date(2018, 12, 31),
        "due_precision": Precision.YEAR,
        "due_words": both(
            "On his next visit to Pakistan, later in 2018",
            "في زيارته المقبلة إلى باكستان، في وقت لاحق من عام 2018",
        ),
        "strength": Strength.PROMISED,
    },
    {
        "meeting": "riac",
        "what": both("Minutes of the meeting at RIAC", "محضر اللقاء في المجلس الروسي للشؤون الدولية"),
        "kind": FollowUp.Kind.MINUTES,
        "at": EMBASSY,
        "due_precision": Precision.WORDS,
        "due_words": ONCE_RECEIVED,
        "strength": Strength.PROMISED,
    },
    {
        "meeting": "oriental-studies",
        "what": both(
            "Detailed minutes of the meeting at the Institute of Oriental Studies, in preparation by an official of the Embassy",
            "محضر مفصّل للقاء في معهد الاستشراق، يُعدّه أحد مسؤولي السفارة",
        ),
        "kind": FollowUp.Kind.MINUTES,
        "at": EMBASSY,
        "due_precision": Precision.WORDS,
        "due_words": ONCE_RECEIVED,
        "strength": Strength.PROMISED,
    },
    {
        "meeting": "riss",
        "what": both(
            "Draft memorandum of understanding, from the RISS centre to CISS",
            "مسودة مذكرة التفاهم، من المركز في المعهد الروسي إلى مركز الدراسات الاستراتيجية الدولية",
        ),
        "kind": FollowUp.Kind.DRAFT,
        "at": "asia-and-asia-pacific-region-centre",
        "strength": Strength.PROMISED,
        "agreement": "memorandum",
    },
    {
        "meeting": "riss",
        "what": both(
            "Fellowship programme of the APR Centre with CISS", "برنامج زمالة بين مركز آسيا والمركز"
        ),
        "kind": FollowUp.Kind.COOPERATION,
        "person": "kokarev",
        "at": "asia-and-asia-pacific-region-centre",
        "strength": Strength.INTEREST,
        "agreement": "fellowship",
    },
    {
        "meeting": "riss",
        "what": both(
            "Visit of a Russian scholar and a joint book, for RISS and CISS to take up together",
            "زيارة باحث روسي وكتاب مشترك، يتولاهما المعهد الروسي والمركز معًا",
        ),
        "kind": FollowUp.Kind.PUBLICATION,
        "at": "russian-institute-for-strategic-studies",
        "strength": Strength.DISCUSSED,
        "agreement": "book",
    },
    {
        "meeting": "riss",
        "what": both(
            "Minutes of the meeting at RISS, in preparation by Mr Mubashir, Second Secretary",
            "محضر اللقاء في المعهد الروسي للدراسات الاستراتيجية، يُعدّه السيد مبشر، السكرتير الثاني",
        ),
        "kind": FollowUp.Kind.MINUTES,
        "person": "mubashir",
        "at": EMBASSY,
        "due_precision": Precision.WORDS,
        "due_words": ONCE_RECEIVED,
        "strength": Strength.PROMISED,
    },
    {
        "meeting": None,
        "what": both(
            "Follow up on all three meetings, as the Executive Director asked of the Ambassador",
            "متابعة السفارة للقاءات الثلاثة جميعها، كما طلب المدير التنفيذي من السفير",
        ),
        "kind": FollowUp.Kind.COOPERATION,
        "person": "qazi-khalilullah",
        "at": EMBASSY,
        "strength": Strength.AGREED,
    },
)


def write_visit(
    writer: Writer,
    institutions: dict[str, Institution],
    people: dict[str, Person],
    topics: dict[str, Topic],
) -> tuple[Event, bool]:
    """Write the visit with all that belongs to it, and return it and whether it was written just now."""
    same = Q(old_address=OLD_ADDRESS)
    event, is_new = writer.keep(Event, KEY, publish=LANGUAGES, same=same, **EVENT)
    if not is_new:
        return event, False
    event.topics.set(topics[key] for key in EVENT_TOPICS)
    for order, (key, role) in enumerate(ROLES):
        writer.add(EventInstitution, event=event, institution=institutions[key], role=role, order=order)
    meetings = _write_meetings(writer, event, institutions, people, topics)
    for order, (key, row) in enumerate(PRESENT):
        fields = {
            **row,
            "person": people.get(row.get("person")),
            "institution": institutions.get(row.get("at")),
        }
        fields.pop("at", None)
        if person := fields["person"]:
            fields["honorific_at_the_time"] = rank_of(person)
        writer.add(Participation, event=event, meeting=meetings.get(key), order=order, **fields)
    agreements = _write_agreements(writer, institutions)
    meetings["riss"].agreements.set(agreements.values())
    for order, row in enumerate(PROMISES, start=1):
        _write_promise(writer, event, row, order, meetings, institutions, people, agreements)
    return event, True


def _write_meetings(
    writer: Writer,
    event: Event,
    institutions: dict[str, Institution],
    people: dict[str, Person],
    topics: dict[str, Topic],
) -> dict[str, Meeting]:
    meetings: dict[str, Meeting] = {}
    for order, row in enumerate(MEETINGS, start=1):
        fields = {
            name: row[name]
            for name in ("kind", "title", "summary", "minutes_state", "minutes_note")
            if name in row
        }
        meetings[row["key"]] = writer.add(
            Meeting,
            event=event,
            order=order,
            parent=meetings.get(row.get("parent")),
            institution=institutions.get(row.get("at")),
            minutes_institution=institutions.get(row.get("minutes_from")),
            minutes_person=people.get(row.get("minutes_by")),
            **fields,
        )
        meetings[row["key"]].topics.set(topics[key] for key in row["topics"])
    return meetings


def _write_agreements(writer: Writer, institutions: dict[str, Institution]) -> dict[str, Agreement]:
    agreements = {}
    for row in AGREEMENTS:
        fields = {**row, "drafted_by": institutions.get(row.get("drafted_by"))}
        key = fields.pop("key")
        agreements[key] = writer.add(Agreement, **fields)
        agreements[key].parties.set(institutions[party] for party in PARTIES)
    return agreements


def _write_promise(writer, event, row, order, meetings, institutions, people, agreements) -> FollowUp:
    fields = {
        **row,
        "meeting": meetings.get(row["meeting"]),
        "person": people.get(row.get("person")),
        "institution": institutions[row["at"]],
        "agreement": agreements.get(row.get("agreement")),
    }
    fields.pop("at")
    return writer.add(FollowUp, event=event, order=order, waiting_on=FollowUp.WaitingOn.THEM, **fields)
