"""Sample events that fill lists and pages: invented, and marked as samples in each language."""

import datetime
from random import Random

from django.utils import timezone

from ciss_site.languages import words_in
from ciss_site.models import Topic
from events.demo.albums import show_on_event
from events.demo.drawings import SCENES, draw_variant
from events.demo.writing import LANGUAGES, Writer, both, sections
from events.models import Album, Event, EventInstitution, Meeting, Participation, Photo
from institutions.models import Institution
from people.models import Person

WIDTH = 640
MARK = both("Sample: ", "مثال: ")
FIRST_YEAR, LAST_YEAR = 2016, 2024
Kind = Event.Kind

PLACES = (
    ("PK", both("Islamabad", "إسلام آباد")),
    ("TR", both("Ankara", "أنقرة")),
    ("CN", both("Beijing", "بكين")),
    ("QA", both("Doha", "الدوحة")),
    ("KZ", both("Astana", "أستانا")),
    ("DE", both("Berlin", "برلين")),
    ("GB", both("London", "لندن")),
    ("JO", both("Amman", "عمّان")),
)
INSTITUTES = (
    (0, "Institute for Open Questions", "معهد الأسئلة المفتوحة"),
    (1, "Institute for Regional Dialogue", "معهد الحوار الإقليمي"),
    (2, "Academy of Long Views", "أكاديمية النظر البعيد"),
    (3, "Forum of the Gulf Shore", "منتدى ساحل الخليج"),
    (4, "Centre for Steppe Studies", "مركز دراسات السهوب"),
    (5, "House of Quiet Diplomacy", "بيت الدبلوماسية الهادئة"),
)
GUESTS = (
    ("First guest", "الضيف الأول"),
    ("Second guest", "الضيف الثاني"),
    ("Third guest", "الضيف الثالث"),
    ("Fourth guest", "الضيف الرابع"),
)

# Kind, topics, title and the one sentence of the summary that differs.
SUBJECTS = (
    (
        Kind.SEMINAR,
        ("emerging-technologies", "strategic-stability"),
        "Machines that decide, and the time left for diplomacy",
        "آلات تقرّر ووقت يضيق أمام الدبلوماسية",
        "It asks how automated systems change the course of a crisis.",
        "تبحث في أثر الأنظمة المؤتمتة في مسار الأزمات.",
    ),
    (
        Kind.DIALOGUE,
        ("regional-stability", "south-asia"),
        "Two days on building confidence in South Asia",
        "يومان لبناء الثقة في جنوب آسيا",
        "It gathers practical steps that neighbours could take without waiting for a treaty.",
        "تجمع خطوات عملية يستطيع الجيران اتخاذها من دون انتظار معاهدة.",
    ),
    (
        Kind.LECTURE,
        ("non-proliferation",),
        "Reading the non-proliferation regime today",
        "قراءة في نظام منع الانتشار اليوم",
        "It explains to students what the treaty promised and what is argued about now.",
        "تشرح للطلاب ما وعدت به المعاهدة وما يدور حوله الجدل الآن.",
    ),
    (
        Kind.WEBINAR,
        ("afghanistan", "peace-process"),
        "Afghanistan: what its neighbours can agree on",
        "أفغانستان: ما الذي يستطيع الجيران الاتفاق عليه؟",
        "It offers three short papers and an hour for questions.",
        "تقدّم ثلاث أوراق قصيرة وساعة للأسئلة.",
    ),
    (
        Kind.CONFERENCE,
        ("arms-control", "europe"),
        "Arms control after the treaties",
        "ضبط التسلح بعد المعاهدات",
        "It looks at which habits of restraint outlive the agreements that taught them.",
        "تنظر في عادات ضبط النفس التي تبقى بعد زوال الاتفاقات التي أرستها.",
    ),
    (
        Kind.VISIT,
        ("foreign-policy",),
        "Three institutes in one week",
        "ثلاثة معاهد في أسبوع",
        "It tells of calls on research institutes and of the subjects they have in common.",
        "تروي زيارات لمعاهد بحثية وما يجمعها من موضوعات.",
    ),
    (
        Kind.DELEGATION,
        ("international-relations",),
        "A delegation of young diplomats at the office",
        "وفد من الدبلوماسيين الشباب في المكتب",
        "It introduces the work of the researchers to guests at the start of their service.",
        "تعرّف ضيوفًا في أول خدمتهم بعمل الباحثين.",
    ),
    (
        Kind.BOOK_LAUNCH,
        ("great-power-politics", "china"),
        "A new book on rivalry among the great powers",
        "كتاب جديد عن تنافس القوى الكبرى",
        "It brings the author together with two critics and their questions.",
        "تجمع المؤلف بناقدين وأسئلتهما.",
    ),
    (
        Kind.BRIEFING,
        ("middle-east", "foreign-policy"),
        "The Middle East in four maps",
        "الشرق الأوسط في أربع خرائط",
        "It walks journalists through four maps and what they leave out.",
        "تأخذ الصحفيين في جولة بين أربع خرائط وما تغفله.",
    ),
    (
        Kind.ROUNDTABLE,
        ("soft-power", "communication-in-diplomacy"),
        "Who is persuaded? Soft power and its limits",
        "من الذي يقتنع؟ القوة الناعمة وحدودها",
        "It weighs what broadcasting, scholarships and films can and cannot do.",
        "توازن بين ما تقدر عليه الإذاعات والمنح الدراسية والأفلام وما تعجز عنه.",
    ),
    (
        Kind.SEMINAR,
        ("nuclear-politics", "nuclear-responsibility"),
        "What responsibility means for a nuclear state",
        "ما معنى المسؤولية لدولة نووية؟",
        "It sets three readings of the word side by side.",
        "تضع ثلاث قراءات للكلمة جنبًا إلى جنب.",
    ),
    (
        Kind.LECTURE,
        ("non-traditional-security",),
        "Water, food and the idea of security",
        "الماء والغذاء وفكرة الأمن",
        "It follows a river from the mountains to the conference table.",
        "تتبع نهرًا من الجبال إلى طاولة المؤتمر.",
    ),
)

# One in twelve each; the others are published in both languages.
ENGLISH_ONLY, ARABIC_ONLY, DRAFT, REVIEW, SCHEDULED, ARCHIVED = 3, 5, 7, 8, 9, 10
COMING = (0, 1)


def write_samples(writer: Writer, count: int, topics: dict[str, Topic], pictures: bool) -> None:
    """Write the first ``count`` sample events that are missing."""
    if not count:
        return
    institutes = [_write_institute(writer, number) for number in range(len(INSTITUTES))]
    guests = [_write_guest(writer, number) for number in range(len(GUESTS))]
    for number in range(count):
        event, is_new = _write_event(writer, number)
        if is_new:
            event.topics.set(topics[key] for key in SUBJECTS[number % len(SUBJECTS)][1])
            _write_parts(writer, event, number, institutes, guests)
            _publish(writer, event, number)
        if pictures and number % 3 != 1 and number % 12 not in COMING:
            _write_album(writer, event, number)


def _marked(english: str, arabic: str) -> dict[str, str]:
    return both(MARK["en"] + english, MARK["ar"] + arabic)


def _write_institute(writer: Writer, number: int) -> Institution:
    place, english, arabic = INSTITUTES[number]
    country, city = PLACES[place]
    return writer.keep(
        Institution,
        f"sample-institution-{number + 1}",
        publish=LANGUAGES,
        name=_marked(english, arabic),
        kind=Institution.Kind.THINK_TANK,
        country=country,
        city=city,
        description=both(
            "<p>An invented institution, entered as a sample for trying out the site.</p>",
            "<p>مؤسسة متخيَّلة، أُدخلت مثالًا لتجربة الموقع.</p>",
        ),
    )[0]


def _write_guest(writer: Writer, number: int) -> Person:
    english, arabic = GUESTS[number]
    return writer.keep(
        Person, f"sample-person-{number + 1}", name=_marked(english, arabic), needs_review=True
    )[0]


def _languages(number: int) -> tuple[str, ...]:
    return {ENGLISH_ONLY: ("en",), ARABIC_ONLY: ("ar",)}.get(number % 12, LANGUAGES)


def _days(number: int) -> tuple[datetime.date, datetime.date | None]:
    """Return the first and last day: two in twelve still to come, the rest spread over the years."""
    today, rng = timezone.localdate(), Random(f"days/{number}")
    if number % 12 in COMING:
        first = today + datetime.timedelta(days=18 + 34 * (number % 12) + 9 * (number // 12))
    else:
        # The newest report of the site stays a real one: invented ones end before it.
        years = LAST_YEAR - FIRST_YEAR + 1
        first = datetime.date(LAST_YEAR - (number * 2) % years, rng.randint(1, 12), rng.randint(1, 28))
    last = first + datetime.timedelta(days=rng.randint(1, 3)) if number % 4 == 1 else None
    return first, last


def _write_event(writer: Writer, number: int) -> tuple[Event, bool]:
    kind, _topics, english, arabic, sentence, arabic_sentence = SUBJECTS[number % len(SUBJECTS)]
    edition = number // len(SUBJECTS) + 1
    if edition > 1:
        english, arabic = f"{english} ({edition})", f"{arabic} ({edition})"
    languages = _languages(number)
    first, last = _days(number)
    country, city = PLACES[number % len(PLACES)]
    fields = {
        "title": _marked(english, arabic),
        "summary": both(
            f"A sample for trying out the site: the event is invented. {sentence}",
            f"هذا مثال لتجربة الموقع، والفعالية متخيَّلة. {arabic_sentence}",
        ),
        "body": both(_body_en(sentence), _body_ar(arabic_sentence)),
        "city": city,
        "venue": both("Sample hall", "قاعة افتراضية"),
    }
    if number % 5 == 2:
        fields["series"] = both("Sample series of conversations", "سلسلة حوارات افتراضية")
    fields = {
        name: {code: words for code, words in by_language.items() if code in languages}
        for name, by_language in fields.items()
    }
    return writer.keep(
        Event,
        f"sample-{number + 1:02}",
        kind=kind,
        starts_on=first,
        ends_on=last,
        country=country,
        format=Event.Format.ONLINE if kind == Kind.WEBINAR else Event.Format.IN_PERSON,
        start_time=datetime.time(10, 0) if number % 12 in COMING else None,
        round=edition + 1 if "series" in fields else None,
        source_language=languages[0],
        **fields,
    )


def _body_en(sentence: str) -> str:
    return sections(
        ("", f"This text stands in for the report of an invented event. {sentence}"),
        (
            "What a report says here",
            "Who spoke first, which question divided the room, and what was left for the next meeting. A report names people in the posts of the day and keeps to what was said.",
        ),
        ("What came of it", "Nothing: the event is a sample, and so are its guests and its hosts."),
    )


def _body_ar(sentence: str) -> str:
    return sections(
        ("", f"يقوم هذا النص مقام تقرير. والفعالية المتخيَّلة {sentence}"),
        (
            "ما يقوله التقرير هنا",
            "من تحدّث أولًا، وأي سؤال اختلف فيه الحاضرون، وما تُرك للقاء التالي. والتقرير يسمّي الناس بمناصبهم في ذلك اليوم ولا يزيد على ما قيل.",
        ),
        ("ما أسفر عنه اللقاء", "لا شيء، فالفعالية مثال، وكذلك ضيوفها ومضيفوها."),
    )


def _write_parts(
    writer: Writer, event: Event, number: int, institutes: list[Institution], guests: list[Person]
) -> None:
    """Write the institutions with a part, two sessions in one event of four, and those who took part."""
    host, other = (institutes[(number + step) % len(institutes)] for step in (0, 1))
    writer.add(EventInstitution, event=event, institution=host, role=EventInstitution.Role.HOST)
    if number % 2:
        role = EventInstitution.Role.CO_ORGANISER
        writer.add(EventInstitution, event=event, institution=other, role=role, order=1)
    meeting = _write_sessions(writer, event, host) if number % 4 == 1 else None
    for order in range(1 + number % 3):
        writer.add(
            Participation,
            event=event,
            meeting=meeting,
            person=guests[(number + order) % len(guests)],
            institution=other if order % 2 else host,
            title_at_the_time=both("Sample post", "منصب افتراضي"),
            side=Participation.Side.COUNTERPART,
            role=Participation.Role.SPEAKER if order else Participation.Role.CHAIR,
            order=order,
        )
    writer.add(
        Participation,
        event=event,
        who=both("An invented audience", "جمهور متخيَّل"),
        side=Participation.Side.OTHER,
        order=9,
    )


def _write_sessions(writer: Writer, event: Event, host: Institution) -> Meeting:
    """Write two sessions and return the first."""
    titles = (("Opening session", "الجلسة الافتتاحية"), ("Second session", "الجلسة الثانية"))
    first, _second = [
        writer.add(
            Meeting,
            event=event,
            kind=Meeting.Kind.SESSION,
            title=_marked(*title),
            institution=host,
            held_on=event.starts_on,
            order=order,
        )
        for order, title in enumerate(titles, start=1)
    ]
    return first


def _write_album(writer: Writer, event: Event, number: int) -> None:
    """Draw one to six small pictures for the event, and publish them in its languages if it is published."""
    languages, rng = _languages(number), Random(f"album/{number}")
    album, is_new = writer.keep(
        Album,
        f"sample-{number + 1:02}-pictures",
        event=event,
        title={code: words_in(event, "title", code) for code in languages},
        taken_on=event.starts_on,
        source_language=languages[0],
        intro={code: _INTRO[code] for code in languages},
    )
    if not is_new:
        return
    for order, scene in enumerate(rng.sample(sorted(set(SCENES) - {"table-flags"}), 1 + number % 6), start=1):
        photo = writer.add_picture(
            Photo,
            draw_variant(scene, number * 10 + order, WIDTH),
            scene,
            album=album,
            order=order,
            alt={code: _ALT[code][scene] for code in languages},
            caption={code: f"{_CAPTION[code]} {order}." for code in languages},
            credit={code: _CREDIT[code] for code in languages},
        )
        album.cover = album.cover or photo
    album.save()
    show_on_event(event, album.cover)
    if number % 12 not in (DRAFT, REVIEW, SCHEDULED, ARCHIVED):
        writer.publish(album, languages)


def _publish(writer: Writer, event: Event, number: int) -> None:
    """Bring the event into the state that its number stands for."""
    now, languages, state = timezone.now(), _languages(number), number % 12
    after = timezone.make_aware(datetime.datetime.combine(event.last_day, datetime.time(9)))
    after = min(now, after + datetime.timedelta(days=3))
    if state == DRAFT:
        return
    if state == REVIEW:
        for code in languages:
            event.send_to_review(code)
        return
    if state == SCHEDULED:
        after = now + datetime.timedelta(days=2)
    writer.publish(event, languages, at=after)
    if state == ARCHIVED:
        for code in languages:
            event.archive(code)


_INTRO = both("Sample pictures, drawn for trying out the site.", "صور للمثال، رُسمت لتجربة الموقع.")
_CAPTION = both("Sample picture", "صورة للمثال")
_CREDIT = both("The Center, drawn for the demonstration", "المركز، رسم أُعدّ للعرض التجريبي")
_ALT = {
    "en": {scene: f"A drawing. {row.shows}" for scene, row in SCENES.items()},
    "ar": {
        "moscow-dusk": "رسم لأبراج وقباب عند الغسق على ضفة نهر.",
        "conference-hall": "رسم لقاعة مؤتمرات كبيرة مقاعدها خالية.",
        "academy": "رسم لواجهة ذات أعمدة في ضوء العصر.",
        "meeting-table": "رسم لطاولة اجتماعات طويلة وكراسٍ خالية.",
        "library": "رسم لجدار من الكتب ومكتب عليه مصباح مضاء.",
        "lectern": "رسم لمنبر خطابة في قاعة مضاءة.",
        "institute-april": "رسم لواجهة معهد خلف أشجار عارية وثلج يذوب.",
        "corridor": "رسم لممر ذي نوافذ عالية وضوء شمس على أرضه.",
        "islamabad-morning": "رسم لتلال في ضباب الصباح خلف مبنى أبيض.",
        "round-table": "رسم لطاولة مستديرة تُرى من أعلى.",
        "table-flags": "رسم لعلمين صغيرين على طاولة.",
        "courtyard": "رسم لفناء تحيط به أقواس وفيه بركة ممتدة.",
        "embassy-gate": "رسم لبوابة تحت أشجار عالية.",
        "interpreters": "رسم لمقصورات مترجمين مضاءة خلف زجاجها.",
        "bridge-night": "رسم لجسر مقوّس ليلًا تنعكس مصابيحه على النهر.",
    },
}
