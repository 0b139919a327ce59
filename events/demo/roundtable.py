"""The roundtable in Islamabad, 17 April 2025: a report first written in Arabic."""

import datetime

from ciss_site.models import Topic
from events.demo.institutions import ISLAMABAD
from events.demo.writing import LANGUAGES, Writer, both, rank_of, sections
from events.models import Event, EventInstitution, Participation
from institutions.models import Institution
from people.models import Person

KEY = "pakistan-russia-roundtable-islamabad-april-2025"

BODY_AR = sections(
    (
        "الافتتاح",
        "استضاف مركز ضبط التسلح ونزع السلاح، وهو أحد مراكز معهد الدراسات الاستراتيجية في إسلام آباد، مائدة مستديرة موسّعة جمعت باكستانيين وروسًا. وأدار الحوار مدير المركز مالك قاسم مصطفى.\n\n"
        "ضمّ الجانب الروسي ألبرت خوريف، سفير روسيا لدى باكستان، وسيرغي ريابكوف، نائب وزير الخارجية الذي ترأس وفد بلاده، ومسؤولين كبارًا في الوزارة. ومثّل المعهدَ مديره العام السفير سهيل محمود، ورئيس مجلس إدارته السفير خالد محمود، وفريق المركز.\n\n"
        "وانضم إلى الحوار وكيل وزارة الخارجية المساعد، السفير طاهر حسين أندرابي، إلى جانب دبلوماسيين باكستانيين وأصحاب خبرة عملية وأساتذة جامعات وخبراء وأعضاء في مراكز فكر تعمل على القضايا الاستراتيجية.",
    ),
    (
        "مسار إيجابي للعلاقات",
        "رحّب السفير سهيل محمود بالضيوف، ورأى أن العلاقات بين باكستان وروسيا تمضي في مسار إيجابي: ودّ وتفاهم يزدادان رسوخًا، ورغبة لدى البلدين في تعاون أعمق في ميادين كثيرة، وحرص مشترك على استقرار المنطقة وعلى نظام عالمي عادل متعدد الأقطاب.\n\n"
        "وأشار إلى نفع الأطر الثنائية، ومنها المجموعة الاستشارية الباكستانية الروسية بشأن الاستقرار الاستراتيجي، وإلى أن مواقف البلدين تتقارب وأنهما يعملان معًا في المحافل الدولية على ما يهمّهما.",
    ),
    (
        "المسؤولية النووية",
        "قال السفير إن باكستان تتصرف بمسؤولية في الشأن النووي، وتؤيد ضبطًا للتسلح لا تمييز فيه، وتعمل من أجل الاستقرار الاستراتيجي في جنوب آسيا، وذكّر بما اقترحته بلاده من إقامة «نظام لضبط النفس الاستراتيجي».\n\n"
        "ورأى أن ما يشهده العالم من تحولات سياسية يجعل التشاور والتعاون بين الدول المتقاربة في الرؤية أشد لزومًا.",
    ),
    (
        "الرؤية الروسية",
        "تحدّث نائب وزير الخارجية سيرغي ريابكوف عن مكانة باكستان في سياسة بلاده، وعن المسارات الثنائية والمتعددة الأطراف التي يوثّق بها البلدان تعاونهما. ثم عرض بتفصيل نظرة موسكو إلى الأمن الدولي، والاستقرار الاستراتيجي في العالم وفي أقاليمه، ومنع الانتشار وضبط التسلح ونزع السلاح، وبؤر التوتر الكبرى.",
    ),
    (
        "النقاش",
        "تبادل الحاضرون الرأي في أمن المنطقة والاستقرار الاستراتيجي، وفي ما يجري في أوروبا والشرق الأوسط وأفغانستان، وفي مسائل ضبط التسلح ونزع السلاح. وأخذ ما يترتب على التقنيات الناشئة نصيبه من الحديث، ومنها الذكاء الاصطناعي والأسلحة فرط الصوتية والقدرات السيبرانية.",
    ),
    (
        "ما التقى عليه الجانبان",
        "رأى الحاضرون أن البلدين يلتقيان على السعي إلى عالم متعدد الأقطاب تتساوى فيه الدول في السيادة وتتبادل الاحترام. واتفق الطرفان على قيمة الحوار الدائم والصلات بين المؤسسات، وعلى تعاون أوسع في الاقتصاد والأمن والجامعات ومراكز الفكر لمواجهة ما يعترضهما معًا من تحديات.\n\n"
        "ودُعي البلدان إلى المضي في تواصلهما الاستراتيجي وتوثيق تعاونهما حيثما التقت مصالحهما.",
    ),
)
BODY_EN = sections(
    (
        "The opening",
        "The Arms Control and Disarmament Centre, which is part of the Institute of Strategic Studies Islamabad, brought Pakistanis and Russians together for a wide-ranging roundtable. Its Director, Malik Qasim Mustafa, moderated.\n\n"
        "On the Russian side sat Albert Khorev, Russia’s Ambassador to Pakistan; Sergey Ryabkov, Deputy Minister of Foreign Affairs, who headed his country’s delegation; and senior officials of the ministry. The Institute was represented by its Director General, Ambassador Sohail Mahmood, the Chairman of its Board, Ambassador Khalid Mahmood, and the team of the Centre.\n\n"
        "Ambassador Tahir Hussain Andrabi, Additional Foreign Secretary, joined them, as did Pakistani diplomats, practitioners, academics, experts and members of think tanks that work on strategic questions.",
    ),
    (
        "A positive course in relations",
        "Ambassador Sohail Mahmood welcomed the guests. Relations between Pakistan and Russia, he said, are on a positive course: goodwill and an understanding that grows on both sides, a wish to cooperate more closely in many fields, and a shared interest in a stable region and a just, multipolar order of the world.\n\n"
        "He spoke of the worth of the two countries’ standing forums, among them the Pakistan-Russia Consultative Group on Strategic Stability, of positions that are drawing closer, and of joint work in multilateral bodies.",
    ),
    (
        "Nuclear responsibility",
        "Pakistan, the Ambassador said, acts responsibly as a nuclear power, supports arms control that does not discriminate, and works for strategic stability in South Asia. He recalled Islamabad’s proposal of a “Strategic Restraint Regime”.\n\n"
        "With the world and its politics in flux, he added, states that see things alike have all the more reason to consult and to cooperate.",
    ),
    (
        "The Russian view",
        "Deputy Foreign Minister Sergey Ryabkov described what Pakistan means to Russia’s policy, and the bilateral and multilateral processes through which the two draw closer. He then set out at length how Moscow sees international security, strategic stability in the world and in its regions, non-proliferation, arms control and disarmament, and the chief hot spots.",
    ),
    (
        "The discussion",
        "Those present exchanged views on security in the region and strategic stability, on events in Europe, the Middle East and Afghanistan, and on arms control and disarmament. They also considered what new technologies will bring, with artificial intelligence, hypersonic weapons and cyber capabilities as examples.",
    ),
    (
        "What both sides share",
        "The meeting found that Pakistan and Russia want much the same: a multipolar order that rests on sovereign equality and mutual respect. Both sides saw the value of lasting dialogue and of links between institutions, and of closer work in the economy, in security, among universities and among think tanks, to meet challenges that neither faces alone.\n\n"
        "The two countries were called upon to keep deepening their strategic engagement and to cooperate wherever their interests meet.",
    ),
)

EVENT = {
    "kind": Event.Kind.ROUNDTABLE,
    "title": both(
        "Arms control and regional stability: a Pakistan–Russia roundtable",
        "ضبط التسلح والاستقرار الإقليمي: مائدة مستديرة باكستانية روسية",
    ),
    "starts_on": datetime.date(2025, 4, 17),
    "venue": both("Institute of Strategic Studies", "معهد الدراسات الاستراتيجية"),
    "city": ISLAMABAD,
    "country": "PK",
    "series": both(
        "Pakistan-Russia Consultative Group on Strategic Stability",
        "المجموعة الاستشارية الباكستانية الروسية بشأن الاستقرار الاستراتيجي",
    ),
    "round": 15,
    "summary": both(
        "In Islamabad, Russian and Pakistani diplomats, officials and scholars talked about arms control, the stability of the region and working together in multilateral forums.",
        "تناول دبلوماسيون ومسؤولون وباحثون من باكستان وروسيا في إسلام آباد قضايا ضبط التسلح واستقرار المنطقة والعمل المشترك في المحافل متعددة الأطراف.",
    ),
    "body": both(BODY_EN, BODY_AR),
    "sources": both(
        "The report of the roundtable gives no date. The date, 17 April 2025, and the occasion, the 15th round of the Pakistan-Russia Consultative Group on Strategic Stability, come from the public record. So do Mr Ryabkov’s first name and his office as head of the Russian delegation: the report speaks of Deputy Foreign Minister Ryabkov only.",
        "لا يذكر تقرير المائدة المستديرة تاريخًا لها. أما التاريخ، وهو 17 أبريل 2025، والمناسبة، وهي الجولة 15 للمجموعة الاستشارية الباكستانية الروسية بشأن الاستقرار الاستراتيجي، فمأخوذان من السجل العلني. ومنه كذلك الاسم الأول للسيد ريابكوف وصفته رئيسًا للوفد الروسي، إذ لا يسميه التقرير إلا «نائب وزير الخارجية ريابكوف».",
    ),
    "source_language": "ar",
    "notes": "The Arabic report speaks of two teams on the side of the host but names one, that of ACDC: which team the second was is unknown. In its second paragraph the list after “including” is missing, so the subjects named there are unknown.\n\n"
    "يذكر التقرير العربي فريقين من جانب المعهد ولا يسمّي إلا واحدًا، هو فريق مركز ضبط التسلح ونزع السلاح، فالفريق الثاني غير معروف. وسقطت من فقرته الثانية قائمة الموضوعات، فهي غير معروفة كذلك.",
}
EVENT_TOPICS = (
    "arms-control",
    "regional-stability",
    "multilateral-cooperation",
    "strategic-stability",
    "non-proliferation",
    "nuclear-responsibility",
    "emerging-technologies",
    "multipolar-order",
    "pakistan-russia",
    "south-asia",
    "europe",
    "middle-east",
    "afghanistan",
)
ROLES = (
    ("institute-of-strategic-studies-islamabad", EventInstitution.Role.HOST),
    ("arms-control-and-disarmament-centre", EventInstitution.Role.ORGANISER),
)

Side, Role = Participation.Side, Participation.Role
ISSI, ACDC = "institute-of-strategic-studies-islamabad", "arms-control-and-disarmament-centre"
MFA_RUSSIA, MFA_PAKISTAN = "ministry-of-foreign-affairs-russia", "ministry-of-foreign-affairs-pakistan"

# (side, role, who, institution, post of that day, subject of the talk), in protocol order.
PRESENT = (
    (
        Side.COUNTERPART,
        Role.SPEAKER,
        "sergey-ryabkov",
        MFA_RUSSIA,
        both("Deputy Minister of Foreign Affairs, head of the delegation", "نائب وزير الخارجية، رئيس الوفد"),
        both(
            "Russia’s view of international security, strategic stability, non-proliferation and arms control",
            "الرؤية الروسية للأمن الدولي والاستقرار الاستراتيجي ومنع الانتشار وضبط التسلح",
        ),
    ),
    (
        Side.COUNTERPART,
        Role.PARTICIPANT,
        "albert-khorev",
        "embassy-of-russia-in-pakistan",
        both("Ambassador of Russia to Pakistan", "سفير روسيا لدى باكستان"),
        None,
    ),
    (
        Side.COUNTERPART,
        Role.PARTICIPANT,
        both("Senior officials of the Russian foreign ministry", "كبار المسؤولين في وزارة الخارجية الروسية"),
        MFA_RUSSIA,
        None,
        None,
    ),
    (
        Side.OURS,
        Role.HOST,
        "sohail-mahmood",
        ISSI,
        both("Director General", "المدير العام"),
        both("Welcome remarks", "كلمة ترحيبية"),
    ),
    (
        Side.OURS,
        Role.PARTICIPANT,
        "khalid-mahmood",
        ISSI,
        both("Chairman of the Board", "رئيس مجلس الإدارة"),
        None,
    ),
    (Side.OURS, Role.MODERATOR, "malik-qasim-mustafa", ACDC, both("Director", "مدير المركز"), None),
    (
        Side.OURS,
        Role.PARTICIPANT,
        both("The team of the Arms Control and Disarmament Centre", "فريق مركز ضبط التسلح ونزع السلاح"),
        ACDC,
        None,
        None,
    ),
    (
        Side.OTHER,
        Role.PARTICIPANT,
        "tahir-hussain-andrabi",
        MFA_PAKISTAN,
        both("Additional Foreign Secretary", "وكيل وزارة الخارجية المساعد"),
        None,
    ),
    (
        Side.OTHER,
        Role.PARTICIPANT,
        both("Pakistani diplomats", "دبلوماسيون باكستانيون"),
        None,
        None,
        None,
    ),
    (
        Side.OTHER,
        Role.PARTICIPANT,
        both("Practitioners, academics and experts", "أصحاب خبرة عملية وأكاديميون وخبراء"),
        None,
        None,
        None,
    ),
    (
        Side.OTHER,
        Role.PARTICIPANT,
        both(
            "Members of think tanks on strategic questions", "أعضاء في مراكز فكر تُعنى بالقضايا الاستراتيجية"
        ),
        None,
        None,
        None,
    ),
)


def write_roundtable(
    writer: Writer,
    institutions: dict[str, Institution],
    people: dict[str, Person],
    topics: dict[str, Topic],
) -> tuple[Event, bool]:
    """Write the roundtable with all that belongs to it, and return it and whether it was written just now."""
    event, is_new = writer.keep(Event, KEY, publish=LANGUAGES, **EVENT)
    if not is_new:
        return event, False
    event.topics.set(topics[key] for key in EVENT_TOPICS)
    for order, (key, role) in enumerate(ROLES):
        writer.add(EventInstitution, event=event, institution=institutions[key], role=role, order=order)
    for order, row in enumerate(PRESENT):
        _write_participation(writer, event, row, order, institutions, people)
    return event, True


def _write_participation(writer, event, row, order, institutions, people) -> None:
    side, role, who, institution, post, talk = row
    fields = {"title_at_the_time": post, "talk_title": talk}
    fields = {name: words for name, words in fields.items() if words}
    if isinstance(who, dict):
        fields["who"] = who
    else:
        fields |= {"person": people[who], "honorific_at_the_time": rank_of(people[who])}
    writer.add(
        Participation,
        event=event,
        institution=institutions.get(institution),
        side=side,
        role=role,
        order=order,
        **fields,
    )
