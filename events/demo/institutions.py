"""The institutions of the two reports and of the staff's biographies, centres inside institutes included."""

from events.demo.writing import LANGUAGES, Writer, both, paragraphs
from institutions.models import Institution

Kind = Institution.Kind
ISLAMABAD = both("Islamabad", "إسلام آباد")
MOSCOW = both("Moscow", "موسكو")
MULTAN = both("Multan", "ملتان")

# A parent stands before what is inside it. What the sources do not say, such as a city, is left out.
INSTITUTIONS = (
    {
        "key": "ciss",
        "name": both("Center for International Strategic Studies", "مركز الدراسات الاستراتيجية الدولية"),
        "short_name": both("CISS", "المركز"),
        "other_names": "Centre for International Strategic Studies\nCISS Islamabad",
        "kind": Kind.THINK_TANK,
        "country": "PK",
        "city": ISLAMABAD,
        "is_home": True,
        "description": paragraphs(
            "A think tank in Islamabad that studies strategic stability, arms control and the security of its region, and talks about them with scholars and officials of other countries.",
            "مركز فكر مقره إسلام آباد، يدرس الاستقرار الاستراتيجي وضبط التسلح وأمن المنطقة، ويتحاور فيها مع باحثين ومسؤولين من دول أخرى.",
        ),
    },
    {
        "key": "ministry-of-defence-russia",
        "name": both("Ministry of Defence of Russia", "وزارة الدفاع الروسية"),
        "other_names": "Russian Ministry of Defence\nMinistry of Defence of the Russian Federation\nوزارة دفاع روسيا الاتحادية\nМинистерство обороны России",
        "kind": Kind.MINISTRY,
        "country": "RU",
        "city": MOSCOW,
        "description": paragraphs(
            "Russia’s ministry of defence. At its invitation the Executive Director of the Center came to Moscow in 2018.",
            "وزارة الدفاع في روسيا، وقد زار المدير التنفيذي للمركز موسكو عام 2018 تلبية لدعوتها.",
        ),
    },
    {
        "key": "ministry-of-foreign-affairs-russia",
        "name": both("Ministry of Foreign Affairs of Russia", "وزارة الخارجية الروسية"),
        "other_names": "Russian Foreign Ministry\nMinistry of Foreign Affairs of the Russian Federation\nМинистерство иностранных дел России",
        "kind": Kind.MINISTRY,
        "country": "RU",
        "city": MOSCOW,
        "description": paragraphs(
            "The ministry that conducts Russia’s foreign relations. Senior officials of it came to the roundtable in Islamabad.",
            "الوزارة التي تتولى علاقات روسيا الخارجية، وقد شارك عدد من كبار مسؤوليها في المائدة المستديرة في إسلام آباد.",
        ),
    },
    {
        "key": "embassy-of-russia-in-pakistan",
        "name": both("Embassy of Russia in Pakistan", "سفارة روسيا في باكستان"),
        "other_names": "Russian Embassy in Islamabad\nEmbassy of the Russian Federation in Pakistan\nالسفارة الروسية في إسلام آباد",
        "kind": Kind.EMBASSY,
        "country": "PK",
        "city": ISLAMABAD,
        "description": paragraphs(
            "Russia’s mission to Pakistan, represented at the Islamabad roundtable by the Ambassador himself.",
            "بعثة روسيا لدى باكستان، وقد مثّلها السفير نفسه في المائدة المستديرة في إسلام آباد.",
        ),
    },
    {
        "key": "russian-international-affairs-council",
        "name": both("Russian International Affairs Council", "المجلس الروسي للشؤون الدولية"),
        "short_name": both("RIAC", "المجلس الروسي"),
        "other_names": "Russian Council on International Affairs\nРоссийский совет по международным делам\nРСМД",
        "kind": Kind.THINK_TANK,
        "country": "RU",
        "city": MOSCOW,
        "is_partner": True,
        "description": paragraphs(
            "A Russian think tank on international affairs. The Center and the Council have talked about fields in which they could cooperate.",
            "مركز فكر روسي يُعنى بالشؤون الدولية، وقد بحث معه المركز المجالات التي يمكن أن يتعاونا فيها.",
        ),
    },
    {
        "key": "russian-academy-of-sciences",
        "name": both("Russian Academy of Sciences", "أكاديمية العلوم الروسية"),
        "short_name": both("RAS", "الأكاديمية الروسية"),
        "other_names": "Академия наук России\nРоссийская академия наук\nالأكاديمية الروسية للعلوم",
        "kind": Kind.ACADEMY,
        "country": "RU",
        "city": MOSCOW,
        "description": paragraphs(
            "Russia’s academy of sciences. The Center knows it through its Institute of Oriental Studies.",
            "أكاديمية العلوم في روسيا، وصلة المركز بها قائمة من خلال معهد الاستشراق التابع لها.",
        ),
    },
    {
        "key": "institute-of-oriental-studies",
        "name": both("Institute of Oriental Studies", "معهد الاستشراق"),
        "other_names": "Institute of Oriental Studies of the Russian Academy of Sciences\nمعهد الدراسات الشرقية\nИнститут востоковедения РАН",
        "kind": Kind.RESEARCH_INSTITUTE,
        "parent": "russian-academy-of-sciences",
        "country": "RU",
        "city": MOSCOW,
        "is_partner": True,
        "description": paragraphs(
            "An institute of the Russian Academy of Sciences. One of its centres is devoted to Pakistan.",
            "معهد تابع لأكاديمية العلوم الروسية، ومن مراكزه مركز متخصص في الشأن الباكستاني.",
        ),
    },
    {
        "key": "centre-of-pakistan-studies",
        "name": both("Centre of Pakistan Studies", "مركز الدراسات الباكستانية"),
        "other_names": "Pakistan Studies Centre\nPakistan Studies Center\nCenter of Pakistan Studies\nمركز دراسات باكستان",
        "kind": Kind.RESEARCH_INSTITUTE,
        "parent": "institute-of-oriental-studies",
        "country": "RU",
        "city": MOSCOW,
        "description": paragraphs(
            "The part of the Institute of Oriental Studies whose scholars work on Pakistan.",
            "القسم الذي يضم باحثي معهد الاستشراق المتخصصين في باكستان.",
        ),
    },
    {
        "key": "russian-institute-for-strategic-studies",
        "name": both("Russian Institute for Strategic Studies", "المعهد الروسي للدراسات الاستراتيجية"),
        "short_name": both("RISS", "المعهد الروسي"),
        "other_names": "Russian Institute of Strategic Studies\nРоссийский институт стратегических исследований\nРИСИ",
        "kind": Kind.THINK_TANK,
        "country": "RU",
        "city": MOSCOW,
        "is_partner": True,
        "description": paragraphs(
            "A Russian think tank. Its centre for Asia received the Executive Director of the Center in 2018.",
            "مركز فكر روسي، استقبل مركزُه المعني بآسيا المديرَ التنفيذي عام 2018.",
        ),
    },
    {
        "key": "asia-and-asia-pacific-region-centre",
        "name": both("Asia and Asia-Pacific Region Centre", "مركز آسيا ومنطقة آسيا والمحيط الهادئ"),
        "short_name": both("APR Centre", "مركز آسيا"),
        "other_names": "Asia and Asia-Pacific Region Center\nAsia-Pacific Region Centre\nAPR Center\nمركز آسيا والمحيط الهادئ",
        "kind": Kind.RESEARCH_INSTITUTE,
        "parent": "russian-institute-for-strategic-studies",
        "country": "RU",
        "city": MOSCOW,
        "description": paragraphs(
            "The centre of the Russian Institute for Strategic Studies that works on Asia and the Pacific.",
            "مركز في المعهد الروسي للدراسات الاستراتيجية، يُعنى بآسيا وبمنطقة المحيط الهادئ.",
        ),
    },
    {
        "key": "embassy-of-pakistan-in-moscow",
        "name": both("Embassy of Pakistan in Moscow", "سفارة باكستان في موسكو"),
        "other_names": "Pakistan Embassy Moscow\nEmbassy of Pakistan in Russia\nالسفارة الباكستانية في موسكو",
        "kind": Kind.EMBASSY,
        "country": "RU",
        "city": MOSCOW,
        "description": paragraphs(
            "Pakistan’s mission to Russia.",
            "بعثة باكستان لدى روسيا.",
        ),
    },
    {
        "key": "ministry-of-defence-pakistan",
        "name": both("Ministry of Defence of Pakistan", "وزارة الدفاع الباكستانية"),
        "other_names": "Pakistan Ministry of Defence\nوزارة الدفاع في باكستان",
        "kind": Kind.MINISTRY,
        "country": "PK",
        "description": paragraphs(
            "Pakistan’s ministry of defence. Its minister addressed the Moscow Conference on International Security in 2018.",
            "وزارة الدفاع في باكستان، وقد ألقى وزيرها كلمة في مؤتمر موسكو للأمن الدولي عام 2018.",
        ),
    },
    {
        "key": "ministry-of-foreign-affairs-pakistan",
        "name": both("Ministry of Foreign Affairs of Pakistan", "وزارة الخارجية الباكستانية"),
        "other_names": "Foreign Office of Pakistan\nPakistan Foreign Office\nوزارة الخارجية في باكستان",
        "kind": Kind.MINISTRY,
        "country": "PK",
        "city": ISLAMABAD,
        "description": paragraphs(
            "The ministry that conducts Pakistan’s foreign relations.",
            "الوزارة التي تتولى علاقات باكستان الخارجية.",
        ),
    },
    {
        "key": "institute-of-strategic-studies-islamabad",
        "name": both("Institute of Strategic Studies Islamabad", "معهد الدراسات الاستراتيجية في إسلام آباد"),
        "short_name": both("ISSI", "معهد إسلام آباد"),
        "other_names": "Institute of Strategic Studies, Islamabad\nمعهد الدراسات الاستراتيجية\nمعهد إسلام آباد للدراسات الاستراتيجية",
        "kind": Kind.THINK_TANK,
        "country": "PK",
        "city": ISLAMABAD,
        "is_partner": True,
        "description": paragraphs(
            "A think tank in Islamabad. Questions of arms control are the work of a centre inside it.",
            "مركز فكر في إسلام آباد، وفيه مركز متخصص في قضايا ضبط التسلح.",
        ),
    },
    {
        "key": "arms-control-and-disarmament-centre",
        "name": both("Arms Control and Disarmament Centre", "مركز ضبط التسلح ونزع السلاح"),
        "short_name": both("ACDC", "مركز ضبط التسلح"),
        "other_names": "Arms Control and Disarmament Center\nArms Control & Disarmament Centre\nمركز مراقبة الأسلحة ونزع السلاح",
        "kind": Kind.RESEARCH_INSTITUTE,
        "parent": "institute-of-strategic-studies-islamabad",
        "country": "PK",
        "city": ISLAMABAD,
        "description": paragraphs(
            "The centre of the Institute of Strategic Studies Islamabad for arms control and disarmament.",
            "مركز في معهد الدراسات الاستراتيجية في إسلام آباد، يُعنى بضبط التسلح ونزع السلاح.",
        ),
    },
    {
        "key": "quaid-i-azam-university",
        "name": both("Quaid-i-Azam University", "جامعة القائد الأعظم"),
        "short_name": both("QAU", "القائد الأعظم"),
        "other_names": "Quaid-e-Azam University\nجامعة قائد أعظم\nجامعة قائد اعظم",
        "kind": Kind.UNIVERSITY,
        "country": "PK",
        "city": ISLAMABAD,
        "description": paragraphs(
            "A university in Islamabad at which several of the Center’s researchers took their degrees.",
            "جامعة في إسلام آباد، منها نال عدد من باحثي المركز درجاتهم العلمية.",
        ),
    },
    {
        "key": "school-of-politics-and-international-relations",
        "name": both(
            "School of Politics and International Relations", "كلية العلوم السياسية والعلاقات الدولية"
        ),
        "other_names": "SPIR\nكلية السياسة والعلاقات الدولية",
        "kind": Kind.UNIVERSITY,
        "parent": "quaid-i-azam-university",
        "country": "PK",
        "city": ISLAMABAD,
        "description": paragraphs(
            "A school of Quaid-i-Azam University in Islamabad.",
            "إحدى كليات جامعة القائد الأعظم في إسلام آباد.",
        ),
    },
    {
        "key": "department-of-defence-and-strategic-studies",
        "name": both("Department of Defence and Strategic Studies", "قسم الدراسات الدفاعية والاستراتيجية"),
        "other_names": "Department of Defense and Strategic Studies\nقسم دراسات الدفاع والاستراتيجية",
        "kind": Kind.UNIVERSITY,
        "parent": "quaid-i-azam-university",
        "country": "PK",
        "city": ISLAMABAD,
        "description": paragraphs(
            "A department of Quaid-i-Azam University in Islamabad.",
            "أحد أقسام جامعة القائد الأعظم في إسلام آباد.",
        ),
    },
    {
        "key": "bahauddin-zakariya-university",
        "name": both("Bahauddin Zakariya University", "جامعة بهاء الدين زكريا"),
        "short_name": both("BZU", "بهاء الدين زكريا"),
        "other_names": "Bahauddin Zakaria University\nجامعة بهاء الدين زكريا في ملتان",
        "kind": Kind.UNIVERSITY,
        "country": "PK",
        "city": MULTAN,
        "description": paragraphs("A university in Multan.", "جامعة في مدينة ملتان."),
    },
    {
        "key": "department-of-political-science-bzu",
        "name": both("Department of Political Science", "قسم العلوم السياسية"),
        "other_names": "BZU Department of Political Science",
        "kind": Kind.UNIVERSITY,
        "parent": "bahauddin-zakariya-university",
        "country": "PK",
        "city": MULTAN,
        "description": paragraphs(
            "A department of Bahauddin Zakariya University in Multan.",
            "أحد أقسام جامعة بهاء الدين زكريا في ملتان.",
        ),
    },
    {
        "key": "national-defence-university-islamabad",
        "name": both("National Defence University Islamabad", "جامعة الدفاع الوطني في إسلام آباد"),
        "short_name": both("NDU", "جامعة الدفاع الوطني"),
        "other_names": "National Defense University, Islamabad",
        "kind": Kind.UNIVERSITY,
        "country": "PK",
        "city": ISLAMABAD,
        "description": paragraphs("A university in Islamabad.", "جامعة في إسلام آباد."),
    },
    {
        "key": "national-university-of-science-and-technology",
        "name": both("National University of Science and Technology", "الجامعة الوطنية للعلوم والتكنولوجيا"),
        "short_name": both("NUST", "جامعة العلوم والتكنولوجيا"),
        "other_names": "National University of Sciences and Technology",
        "kind": Kind.UNIVERSITY,
        "country": "PK",
        "description": paragraphs("A university in Pakistan.", "جامعة في باكستان."),
    },
    {
        "key": "indus-news-network",
        "name": both("Indus News Network", "شبكة إندس نيوز"),
        "other_names": "Indus News\nإندس نيوز",
        "kind": Kind.MEDIA,
        "description": paragraphs("A news network.", "شبكة إخبارية."),
    },
    {
        "key": "the-national-interest",
        "name": both("The National Interest", "ذا ناشونال إنترست"),
        "other_names": "National Interest\nناشيونال إنترست",
        "kind": Kind.MEDIA,
        "description": paragraphs(
            "A publication to which the Center’s researchers have contributed.",
            "مطبوعة أسهم باحثو المركز في الكتابة لها.",
        ),
    },
    {
        "key": "south-asian-voices",
        "name": both("South Asian Voices", "ساوث إيشن فويسز"),
        "other_names": "أصوات جنوب آسيا",
        "kind": Kind.MEDIA,
        "description": paragraphs(
            "A publication to which the Center’s researchers have contributed.",
            "مطبوعة أسهم باحثو المركز في الكتابة لها.",
        ),
    },
    {
        "key": "palgrave-macmillan",
        "name": both("Palgrave Macmillan", "بالغريف ماكميلان"),
        "other_names": "Palgrave\nبالجريف ماكميلان",
        "kind": Kind.PUBLISHER,
        "description": paragraphs("A publisher of academic books.", "دار نشر للكتب الأكاديمية."),
    },
)


def write_institutions(writer: Writer) -> dict[str, Institution]:
    """Write the institutions that are missing and return all, by their keys."""
    written: dict[str, Institution] = {}
    for row in INSTITUTIONS:
        fields = {**row, "parent": written.get(row.get("parent"))}
        key = fields.pop("key")
        if fields.get("is_home") and Institution.objects.home():
            fields["is_home"] = False
        written[key], _is_new = writer.keep(Institution, key, publish=LANGUAGES, **fields)
    return written
