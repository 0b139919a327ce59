"""The people: the four of the staff with their biographies, and those met, whose posts stand with the meetings."""

from ciss_site.models import Topic
from events.demo.writing import LANGUAGES, Writer, both, paragraphs
from institutions.models import Institution
from people.models import Degree, Person, Position, ProfileLink, Publication

DR, MR = both("Dr", "د."), both("Mr", "السيد")
AMBASSADOR = both("Ambassador", "السفير")
DEFENCE_STUDIES = both("Defence and Strategic Studies", "الدراسات الدفاعية والاستراتيجية")
POLITICAL_SCIENCE = both("Political Science", "العلوم السياسية")
INTERNATIONAL_RELATIONS = both("International Relations", "العلاقات الدولية")

STAFF = (
    {
        "key": "bilal-zubair",
        "person": {
            "name": both("Bilal Zubair", "بلال زبير"),
            "honorific": DR,
            "other_names": "بلال زبیر",
            "lead": both(
                "Dr Bilal Zubair studies how great powers persuade: soft power, diplomacy, and the part that communication plays in both.",
                "يدرس الدكتور بلال زبير كيف تقنع القوى الكبرى غيرها: القوة الناعمة والدبلوماسية وموقع التواصل فيهما.",
            ),
            "bio": paragraphs(
                "Dr Zubair directs research at the Center. He came to it from teaching: the National Defence University Islamabad had him as assistant professor, the National University of Science and Technology as lecturer.\n\n"
                "Both his doctorate and his MPhil are in International Relations, from Quaid-i-Azam University in Islamabad. In 2024 Palgrave Macmillan brought out his “Chinese Soft Power and Public Diplomacy in the United States”. In articles and chapters he has written on soft power, on diplomacy and on the place China takes among the powers.\n\n"
                "He speaks at conferences abroad, reviews for scholarly journals and has sat on editorial boards. Rivalry among the great powers and the uses of communication in diplomacy are what occupies him most.",
                "يدير الدكتور زبير البحوث في المركز. وقد عمل قبل ذلك أستاذًا مساعدًا في جامعة الدفاع الوطني في إسلام آباد، ومحاضرًا في الجامعة الوطنية للعلوم والتكنولوجيا.\n\n"
                "نال الدكتوراه وماجستير الفلسفة في العلاقات الدولية من جامعة القائد الأعظم في إسلام آباد. وصدر كتابه «القوة الناعمة الصينية والدبلوماسية العامة في الولايات المتحدة» (Chinese Soft Power and Public Diplomacy in the United States) عن دار بالغريف ماكميلان عام 2024. وله مقالات محكّمة وفصول في كتب عن القوة الناعمة والدبلوماسية ومكانة الصين بين القوى.\n\n"
                "يشارك في مؤتمرات دولية، ويحكّم بحوثًا لمجلات علمية، وكان عضوًا في هيئات تحرير. وأكثر ما يشغله التنافس بين القوى الكبرى ودور التواصل في الدبلوماسية.",
            ),
        },
        "interests": ("great-power-politics", "communication-in-diplomacy", "soft-power", "china"),
        "posts": (
            {"at": "ciss", "title": both("Director Research", "مدير البحوث"), "is_main": True, "order": 1},
            {
                "at": "national-defence-university-islamabad",
                "title": both("Assistant Professor", "أستاذ مساعد"),
                "is_former": True,
                "order": 10,
            },
            {
                "at": "national-university-of-science-and-technology",
                "title": both("Lecturer", "محاضر"),
                "is_former": True,
                "order": 11,
            },
        ),
        "degrees": (
            {
                "level": Degree.Level.DOCTORATE,
                "subject": INTERNATIONAL_RELATIONS,
                "at": "quaid-i-azam-university",
            },
            {
                "level": Degree.Level.MPHIL,
                "subject": INTERNATIONAL_RELATIONS,
                "at": "quaid-i-azam-university",
            },
        ),
        "publications": (
            {
                "kind": Publication.Kind.BOOK,
                "title": "Chinese Soft Power and Public Diplomacy in the United States",
                "at": "palgrave-macmillan",
                "year": 2024,
            },
        ),
    },
    {
        "key": "anum-riaz",
        "person": {
            "name": both("Anum Riaz", "أنعم رياض"),
            "honorific": DR,
            "other_names": "Anam Riaz\nانعم ریاض",
            "lead": both(
                "Dr Anum Riaz works on nuclear politics and on the rules that hold it in check: non-proliferation, arms control and disarmament.",
                "تعمل الدكتورة أنعم رياض على السياسة النووية والقواعد التي تضبطها: منع الانتشار وضبط التسلح ونزع السلاح.",
            ),
            "bio": paragraphs(
                "Dr Riaz is the Center’s Associate Director Research. She took her doctorate in Political Science at Bahauddin Zakariya University in Multan, in the department where she has also taught students for the BS and the Master’s degree.\n\n"
                "Her MPhil and her MSc, both in Defence and Strategic Studies, are from Quaid-i-Azam University in Islamabad.\n\n"
                "She studies international nuclear politics and the regime against the spread of nuclear weapons, arms control and disarmament. Around these stand her wider fields: strategic studies, international relations, and security in its traditional and its newer forms.",
                "تشغل الدكتورة رياض منصب المديرة المشاركة للبحوث في المركز. نالت الدكتوراه في العلوم السياسية من جامعة بهاء الدين زكريا في ملتان، وفي القسم نفسه درّست طلاب البكالوريوس والماجستير.\n\n"
                "وكانت قد حصلت من جامعة القائد الأعظم في إسلام آباد على ماجستير الفلسفة وماجستير العلوم في الدراسات الدفاعية والاستراتيجية.\n\n"
                "تتناول بحوثها السياسة النووية الدولية ونظام منع انتشار الأسلحة النووية وضبط التسلح ونزع السلاح، وتمتد إلى الدراسات الاستراتيجية والعلاقات الدولية والأمن بوجهيه التقليدي وغير التقليدي.",
            ),
        },
        "interests": (
            "strategic-studies",
            "international-relations",
            "nuclear-politics",
            "non-proliferation",
            "arms-control",
            "traditional-security",
            "non-traditional-security",
        ),
        "posts": (
            {
                "at": "ciss",
                "title": both("Associate Director Research", "المديرة المشاركة للبحوث"),
                "is_main": True,
                "order": 2,
            },
        ),
        "degrees": (
            {
                "level": Degree.Level.DOCTORATE,
                "subject": POLITICAL_SCIENCE,
                "at": "department-of-political-science-bzu",
            },
            {
                "level": Degree.Level.MPHIL,
                "subject": DEFENCE_STUDIES,
                "at": "department-of-defence-and-strategic-studies",
            },
            {
                "level": Degree.Level.MSC,
                "subject": DEFENCE_STUDIES,
                "at": "department-of-defence-and-strategic-studies",
            },
        ),
    },
    {
        "key": "syed-ali-abbas",
        "person": {
            "name": both("Syed Ali Abbas", "سيد علي عباس"),
            "honorific": MR,
            "other_names": "Sayed Ali Abbas\nسید علی عباس",
            "lead": both(
                "Syed Ali Abbas follows the politics of the Middle East, the modernisation of armed forces, foreign policy and nuclear politics.",
                "يتابع سيد علي عباس سياسة الشرق الأوسط وتحديث الجيوش والسياسة الخارجية والسياسة النووية.",
            ),
            "bio": paragraphs(
                "Mr Abbas holds three posts at the Center: he is a research officer, looks after its communication, and is managing editor of CISS Insight.\n\n"
                "Earlier he was an associate editor at Indus News Network. The National Interest and South Asian Voices are among those that have printed his work.",
                "يتولى السيد عباس في المركز ثلاث مهام: فهو باحث، ومسؤول عن الاتصال، ومدير تحرير «CISS Insight».\n\n"
                "وكان من قبل محررًا مشاركًا في شبكة إندس نيوز. ونشرت له «ذا ناشونال إنترست» و«ساوث إيشن فويسز» وغيرهما.",
            ),
        },
        "interests": ("middle-east", "military-modernisation", "foreign-policy", "nuclear-politics"),
        "posts": (
            {"at": "ciss", "title": both("Research Officer", "باحث"), "is_main": True, "order": 3},
            {"at": "ciss", "title": both("Communication Officer", "مسؤول الاتصال"), "order": 4},
            {
                "at": "ciss",
                "title": both("Managing Editor, CISS Insight", "مدير تحرير «CISS Insight»"),
                "order": 5,
            },
            {
                "at": "indus-news-network",
                "title": both("Associate Editor", "محرر مشارك"),
                "is_former": True,
                "order": 10,
            },
        ),
        "publications": (
            {"kind": Publication.Kind.OUTLET, "at": "the-national-interest"},
            {"kind": Publication.Kind.OUTLET, "at": "south-asian-voices"},
        ),
    },
    {
        "key": "mobeen-jafar-mir",
        "person": {
            "name": both("Mobeen Jafar Mir", "مبين جعفر مير"),
            "honorific": MR,
            "other_names": "Mubeen Jafar Mir\nMobeen Jaffar Mir\nمبین جعفر میر",
            "lead": both(
                "Mobeen Jafar Mir studies the foreign policy of the United States: its strategy, its technology and its arms control.",
                "يدرس مبين جعفر مير السياسة الخارجية للولايات المتحدة: استراتيجيتها وتقنيتها ونهجها في ضبط التسلح.",
            ),
            "bio": paragraphs(
                "Mr Mir joins the questions of strategy, technology and arms control into one field of work: how the United States shapes its policy towards the world. He is a research officer at the Center.\n\n"
                "He is reading for an MPhil in International Relations at Quaid-i-Azam University in Islamabad, in its School of Politics and International Relations.",
                "يجمع السيد مير مسائل الاستراتيجية والتقنية وضبط التسلح في ميدان واحد: كيف ترسم الولايات المتحدة سياستها تجاه العالم. وهو باحث في المركز.\n\n"
                "ويدرس حاليًا لنيل ماجستير الفلسفة في العلاقات الدولية من جامعة القائد الأعظم في إسلام آباد، ضمن كلية العلوم السياسية والعلاقات الدولية.",
            ),
        },
        "interests": ("us-foreign-policy", "strategy", "technology", "arms-control"),
        "posts": ({"at": "ciss", "title": both("Research Officer", "باحث"), "is_main": True, "order": 6},),
        "degrees": (
            {
                "level": Degree.Level.MPHIL,
                "subject": INTERNATIONAL_RELATIONS,
                "at": "school-of-politics-and-international-relations",
                "in_progress": True,
            },
        ),
        "handle": "@jafar_mobeen",
    },
)

# Rank and name only: what they were on the day stands with their participation. No biography, no page.
MET = (
    ("khurram-dastgir", "PK", MR, "Khurram Dastgir", "خرم دستغير", "Khurram Dastgeer\nخرم دستگیر"),
    (
        "asad-durrani",
        "PK",
        both("Lt Gen (Retd)", "الفريق المتقاعد"),
        "Asad Durrani",
        "أسد دراني",
        "Assad Durrani\nاسد درانی",
    ),
    (
        "timur-mukhmutov",
        "RU",
        None,
        "Timur Mukhmutov",
        "تيمور مخموتوف",
        "Timur Makhmutov\nТимур Махмутов\nتيمور محموتوف",
    ),
    (
        "ruslan-mamedov",
        "RU",
        None,
        "Ruslan Mamedov",
        "رسلان ماميدوف",
        "Ruslan Mammadov\nРуслан Мамедов\nرسلان ممدوف",
    ),
    (
        "sergey-kamenev",
        "RU",
        DR,
        "Sergey Kamenev",
        "سيرغي كامينيف",
        "Sergei Kamenev\nСергей Каменев\nسيرجي كامينيف",
    ),
    (
        "irina-serenko",
        "RU",
        DR,
        "Irina N. Serenko",
        "إيرينا سيرينكو",
        "Irina Serenko\nИрина Серенко\nايرينا سيرينكو",
    ),
    (
        "maria-khaytseva",
        "RU",
        both("Ms", "السيدة"),
        "Maria Khaytseva",
        "ماريا خايتسيفا",
        "Maria Khaitseva\nМария Хайцева",
    ),
    ("kokarev", "RU", DR, "Kokarev", "كوكاريف", "Кокарев"),
    (
        "vladimir-svedentsov",
        "RU",
        MR,
        "Vladimir Svedentsov",
        "فلاديمير سفيدينتسوف",
        "Владимир Сведенцов\nفلاديمير سفيدنتسوف",
    ),
    ("anna-dudar", "RU", both("Mrs", "السيدة"), "Anna Y. Dudar", "آنا دودار", "Anna Dudar\nАнна Дударь"),
    (
        "qazi-khalilullah",
        "PK",
        AMBASSADOR,
        "Qazi Khalilullah",
        "قاضي خليل الله",
        "Qazi Khaleelullah\nقاضی خلیل اللہ",
    ),
    ("mubashir", "PK", MR, "Mubashir", "مبشر", "Mubasher\nMobashir"),
    ("albert-khorev", "RU", AMBASSADOR, "Albert Khorev", "ألبرت خوريف", "Альберт Хорев\nألبيرت خوريف\nخوريف"),
    (
        "sergey-ryabkov",
        "RU",
        MR,
        "Sergey Ryabkov",
        "سيرغي ريابكوف",
        "Sergei Ryabkov\nSergey Riabkov\nСергей Рябков\nريابكوف",
    ),
    ("sohail-mahmood", "PK", AMBASSADOR, "Sohail Mahmood", "سهيل محمود", "Suhail Mahmood\nسہیل محمود"),
    ("khalid-mahmood", "PK", AMBASSADOR, "Khalid Mahmood", "خالد محمود", "Khalid Mehmood"),
    (
        "malik-qasim-mustafa",
        "PK",
        None,
        "Malik Qasim Mustafa",
        "مالك قاسم مصطفى",
        "ملك قاسم مصطفى\nملک قاسم مصطفیٰ",
    ),
    (
        "tahir-hussain-andrabi",
        "PK",
        AMBASSADOR,
        "Tahir Hussain Andrabi",
        "طاهر حسين أندرابي",
        "Tahir Andrabi\nطاہر حسین اندرابی",
    ),
)
KNOWN_BY_SURNAME = ("kokarev", "mubashir")


def write_people(
    writer: Writer, institutions: dict[str, Institution], topics: dict[str, Topic]
) -> dict[str, Person]:
    """Write the people who are missing and return all, by their keys."""
    people = {row["key"]: _write_staff(writer, row, institutions, topics) for row in STAFF}
    for key, country, honorific, english, arabic, spellings in MET:
        fields = {"honorific": honorific} if honorific else {}
        people[key], _is_new = writer.keep(
            Person,
            key,
            name=both(english, arabic),
            country=country,
            other_names=spellings,
            needs_review=key in KNOWN_BY_SURNAME,
            **fields,
        )
    return people


def _write_staff(
    writer: Writer, row: dict, institutions: dict[str, Institution], topics: dict[str, Topic]
) -> Person:
    person, is_new = writer.keep(Person, row["key"], publish=LANGUAGES, country="PK", **row["person"])
    if not is_new:
        return person
    person.interests.set(topics[key] for key in row["interests"])
    for post in row["posts"]:
        writer.add(Position, person=person, **_at(post, "institution", institutions))
    for order, degree in enumerate(row.get("degrees", ())):
        writer.add(Degree, person=person, order=order, **_at(degree, "institution", institutions))
    for order, work in enumerate(row.get("publications", ())):
        writer.add(Publication, person=person, order=order, **_at(work, "outlet", institutions))
    if handle := row.get("handle"):
        writer.add(ProfileLink, person=person, service=ProfileLink.Service.X, handle=handle)
    return person


def _at(row: dict, field: str, institutions: dict[str, Institution]) -> dict:
    """Return the row with the institution itself in ``field`` in place of its key under "at"."""
    return {field: institutions[row["at"]], **{name: value for name, value in row.items() if name != "at"}}
