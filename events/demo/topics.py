"""The topics of the demonstration: one vocabulary for events, meetings and people."""

from ciss_site.models import Topic
from events.demo.writing import Writer, both

THEME, REGION = Topic.Kind.THEME, Topic.Kind.REGION

TOPICS = (
    ("soft-power", THEME, "Soft power", "القوة الناعمة"),
    ("strategic-stability", THEME, "Strategic stability", "الاستقرار الاستراتيجي"),
    ("arms-control", THEME, "Arms control and disarmament", "ضبط التسلح ونزع السلاح"),
    ("non-proliferation", THEME, "Nuclear non-proliferation", "منع الانتشار النووي"),
    ("nuclear-politics", THEME, "Nuclear politics", "السياسة النووية"),
    ("nuclear-responsibility", THEME, "Nuclear responsibility", "المسؤولية النووية"),
    ("defence-policy", THEME, "Defence and security policy", "سياسة الدفاع والأمن"),
    ("regional-stability", THEME, "Regional stability", "الاستقرار الإقليمي"),
    ("multilateral-cooperation", THEME, "Multilateral cooperation", "التعاون متعدد الأطراف"),
    ("multipolar-order", THEME, "A multipolar order", "النظام متعدد الأقطاب"),
    ("pakistan-russia", THEME, "Pakistan–Russia relations", "العلاقات الباكستانية الروسية"),
    ("foreign-policy", THEME, "Foreign policy", "السياسة الخارجية"),
    ("us-foreign-policy", THEME, "US foreign policy", "السياسة الخارجية الأمريكية"),
    ("great-power-politics", THEME, "Great-power politics", "سياسة القوى الكبرى"),
    ("communication-in-diplomacy", THEME, "Communication in diplomacy", "التواصل في الدبلوماسية"),
    ("emerging-technologies", THEME, "Emerging technologies", "التقنيات الناشئة"),
    ("technology", THEME, "Technology", "التقنية"),
    ("strategy", THEME, "Strategy", "الاستراتيجية"),
    ("strategic-studies", THEME, "Strategic studies", "الدراسات الاستراتيجية"),
    ("international-relations", THEME, "International relations", "العلاقات الدولية"),
    ("military-modernisation", THEME, "Military modernisation", "التحديث العسكري"),
    ("traditional-security", THEME, "Traditional security", "الأمن التقليدي"),
    ("non-traditional-security", THEME, "Non-traditional security", "الأمن غير التقليدي"),
    ("peace-process", THEME, "Peace processes", "عمليات السلام"),
    ("afghanistan", REGION, "Afghanistan", "أفغانستان"),
    ("pakistan", REGION, "Pakistan", "باكستان"),
    ("south-asia", REGION, "South Asia", "جنوب آسيا"),
    ("middle-east", REGION, "Middle East", "الشرق الأوسط"),
    ("europe", REGION, "Europe", "أوروبا"),
    ("china", REGION, "China", "الصين"),
)


def write_topics(writer: Writer) -> dict[str, Topic]:
    """Write the topics that are missing and return all, by their keys."""
    return {
        key: writer.keep(Topic, key, kind=kind, name=both(english, arabic))[0]
        for key, kind, english, arabic in TOPICS
    }
