"""A right page passes every condition; each planted fault is found by the condition it breaks."""

import pytest

from . import bilingual
from .finding import report
from .samples import good_page, with_fault
from .visit import judge

pytestmark = pytest.mark.browser

RLO = "\u202e"

ARABIC_FAULTS = [
    (1, 'lang="ar" dir="rtl">', 'lang="ar" dir="ltr">'),
    (1, 'lang="ar" dir="rtl">', 'lang="ar">'),
    (1, 'lang="ar" dir="rtl">', 'dir="rtl">'),
    (1, 'lang="ar" dir="rtl">', 'lang="en" dir="ltr">'),
    (1, "<body>", '<body dir="rtl">'),
    (2, '<bdi lang="en">Russian', "<bdi>Russian"),
    (2, '<bdi lang="en">Russian', '<bdi lang="fa">Russian'),
    (2, "<footer><p>المركز", "<footer><p>المركز CISS"),
    (
        3,
        '<bdi lang="en">Russian International Affairs Council</bdi>',
        '<span lang="en">Russian International Affairs Council</span>',
    ),
    (3, "<footer><p>المركز</p>", '<footer><p lang="en">A sentence in English.</p>'),
    (3, '<bdi lang="en">Russian', '<bdi lang="en" dir="rtl">Russian'),
    (4, '<bdi dir="ltr">info@example.org</bdi>', "info@example.org"),
    (4, '<bdi dir="ltr" class="number">', '<bdi dir="auto" class="number">'),
    (4, '<bdi dir="ltr" class="number">', '<bdi dir="ltr">'),
    (4, "<footer><p>المركز", "<footer><p>المركز على www.example.org"),
    (4, "<footer><p>المركز", "<footer><p>المركز على @center_pk"),
    (
        4,
        '<bdi dir="ltr">info@example.org</bdi>',
        '<bdi dir="ltr" style="word-break:break-all">a-very-very-long-name@example.org</bdi>',
    ),
    (5, "3 من 8", "3 / 8"),
    (5, "3 من 8", "8/3"),
    (5, "3 من 8", "8 من 3"),
    (5, "3 من 8", '<bdi dir="ltr">3 من 8</bdi>'),
    (5, "<button>", '<button aria-label="الصورة 3/8">'),
    (6, "<h1>", '<h1 style="letter-spacing: 0.02em">'),
    (6, "<footer><p>", "<footer><p><em>"),
    (6, "font: 17px/1.65", "font: 15px/1.65"),
    (6, "font: 17px/1.65", "font: 17px/1.4"),
    (6, "line-height: 1.91", "line-height: 1.7"),
    (6, ".long p { font-size: 22px", ".long p { font-size: 15px"),
    (6, "h1 { font-size: 30px; line-height: 1.4", "h1 { font-size: 30px; line-height: 1.1"),
    (6, "h1 { font-size: 30px; line-height: 1.4", "h1 { font-size: 30px; line-height: 1.9"),
    (7, "«مستقبل الأمن»", "“مستقبل الأمن”"),
    (7, "«مستقبل الأمن»", '"مستقبل الأمن"'),
    (7, "</bdi>، وناقش", "</bdi>, وناقش"),
    (7, "معهم؛", "معهم;"),
    (7, "بعد؟", "بعد?"),
    (7, 'alt="قاعة الاجتماع"', 'alt="قاعة, في موسكو"'),
    (8, "3 من 8", "٣ من ٨"),
    (8, "3–5 أبريل 2018", "۳–۵ أبريل ۲۰۱۸"),
    (9, '<time datetime="2018-04-03">3–5 أبريل 2018</time>', "3–5 أبريل 2018"),
    (9, '<time datetime="2018-04-03">3–5 أبريل 2018</time>', "<time>3–5 أبريل 2018</time>"),
    (9, "3–5 أبريل 2018</time>", "أبريل 3، 2018</time>"),
    (9, "3–5 أبريل 2018</time>", "5–3 أبريل 2018</time>"),
    (9, "3–5 أبريل 2018</time>", "4–5 أبريل 2018</time>"),
    (9, "3–5 أبريل 2018</time>", "3 مايو 2018</time>"),
    (9, "3–5 أبريل 2018</time>", "2018-04-03</time>"),
    (9, '<time datetime="2018-04-03">', '<time datetime="2018-04-03" dir="ltr">'),
    (9, '<time datetime="2018-04-03">', '<time datetime="April 2018">'),
    (9, "<footer><p>المركز", "<footer><p>نُشر في 03/04/2018"),
    (10, "<button>اعرض", "<button>Show"),
    (10, ">الفعاليات<", ">Events<"),
    (10, "الصورة 3 من 8", "الصورة %(n)s من 8"),
    (11, "icon-arrow turned", "icon-arrow"),
    (11, "التالي <svg", "التالي → <svg"),
    (11, 'class="photo"', 'class="photo turned"'),
    (12, "<footer><p>", '<footer><p style="margin-left: 4px">'),
    (12, "<ul>", '<ul style="padding-inline: 0 40px">'),
    (12, "<ul>", '<ul dir="ltr">'),
    (12, "</style>", ".x { float: right }</style>"),
    (13, "<footer><p>", '<footer><p style="inline-size: 400px">'),
    (13, "<footer><p>", '<style>html{overflow-x:hidden}</style><footer><p style="inline-size: 400px">'),
    (20, 'alt="قاعة الاجتماع"', 'alt="The meeting hall"'),
    (20, 'placeholder="ابحث في الموقع"', 'placeholder="Search the site"'),
    (20, 'aria-label="الرئيسية"', 'aria-label="Main"'),
    (20, "<title>زيارة موسكو", "<title>Visit to Moscow"),
    (20, 'content="تقرير عن الزيارة"', 'content="A report of the visit"'),
    (22, "الصورة 3", f"الصورة{RLO} 3"),
    (22, 'alt="قاعة', 'alt="\u2066قاعة'),
    (24, "المركز</p>", "المركز وشركاؤه،</p>"),
    (24, "<ol><li>عميد الكلية</li></ol>", "<p>عميد الكلية</p>"),
]

ENGLISH_FAULTS = [
    (1, 'dir="ltr">\n<head>', 'dir="rtl">\n<head>'),
    (2, '<bdi lang="ar">', "<bdi>"),
    (2, "The centre</p>", "The centre Москва</p>"),
    (3, '<bdi lang="ar">معهد الدراسات</bdi>', '<span lang="ar">معهد الدراسات</span>'),
    (4, '<bdi dir="ltr">info@example.org</bdi>', "info@example.org"),
    (5, "3 of 8", "8 of 3"),
    (7, "The centre</p>", "The centre، here</p>"),
    (8, "3 of 8", "٣ of ٨"),
    (9, '<time datetime="2018-04-03">3–5 April 2018</time>', "3–5 April 2018"),
    (9, "3–5 April 2018</time>", "3–5 April 2019</time>"),
    (9, "3–5 April 2018</time>", "2018, April 3</time>"),
    (10, ">Events<", ">الفعاليات<"),
    (10, "<h1>Visit", "<h1>{{ title }} Visit"),
    (11, 'class="icon-arrow"', 'class="icon-arrow" style="scale: -1 1"'),
    (11, "Next <svg", "Next ← <svg"),
    (20, 'alt="The hall"', 'alt="قاعة الاجتماع"'),
    (24, "<p>The centre</p>", "<p>They visited many places, including:</p>"),
    (24, "<p>The centre</p>", "<p>They visited many places,</p>"),
]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_right_page_has_no_finding(read, language):
    findings = judge(read(good_page(language)), language=language)

    assert not findings, report(findings)


@pytest.mark.parametrize(
    ("language", "condition", "right", "wrong"),
    [("ar", *fault) for fault in ARABIC_FAULTS] + [("en", *fault) for fault in ENGLISH_FAULTS],
)
def test_planted_fault_is_found(read, language, condition, right, wrong):
    findings = judge(read(with_fault(good_page(language), right, wrong)), language=language)

    assert condition in {finding.condition for finding in findings}, report(findings)


@pytest.mark.parametrize(
    ("language", "right", "as_right"),
    [
        ("ar", "المركز</p>", "تبعد 12 km عن S-400 و<code>make run</code></p>"),
        ("ar", "المركز</p>", '<bdi lang="en">CISS</bdi> (<bdi lang="en">Islamabad</bdi>)</p>'),
        ("ar", "المركز</p>", 'الملف <bdi dir="ltr">report-2018.pdf</bdi></p>'),
        ("ar", "المركز</p>", "العدد 1,234 نسخة، وموسم 2018/2019</p>"),
        ("ar", "المركز</p>", "ووصل الوفد في 3 أبريل 2018 إلى موسكو حيث استقبله السفير وأعضاء السفارة</p>"),
        ("ar", "المركز</p>", '<q lang="en" dir="ltr">He said, “no”; why?</q></p>'),
        (
            "ar",
            "المركز</p>",
            'من <time datetime="2018-04-03">3 أبريل</time> إلى <time datetime="2018-05-02">2 مايو 2018</time></p>',
        ),
        (
            "ar",
            "المركز</p>",
            '<a rel="prev" href="/ar/events/moscow/">→ السابق</a> <a href="/ar/events/moscow/">المزيد ←</a></p>',
        ),
        ("ar", "المركز</p>", '<a rel="next" href="/ar/events/moscow/">التالي ›</a></p>'),
        ("ar", 'alt="قاعة الاجتماع"', 'alt="قاعة الاجتماع في CISS"'),
        ("ar", 'alt="قاعة الاجتماع"', 'alt="Andrey Kortunov" lang="en"'),
        ("ar", "<ul><li>", '<ul style="list-style:none;padding:0"><li>'),
        ("ar", "الجلسة الأولى</li>", "الجلسة الأولى،</li>"),
        (
            "ar",
            "<main id",
            '<article lang="en" dir="ltr"><p>It was signed, “in principle”; see info@example.org.</p></article><main id',
        ),
        ("ar", "المركز</p>", '<span lang="en">CISS</span></p>'),
        (
            "en",
            "The centre</p>",
            'A title, <cite lang="ar" dir="rtl" style="font-style:normal">«مستقبل الأمن»</cite>, was read.</p>',
        ),
        (
            "en",
            "The centre</p>",
            "The meeting of 3 April 2018 closed with a draft memorandum and three promises.</p>",
        ),
        (
            "en",
            "The centre</p>",
            '<svg class="icon-chevron-down" style="scale: -1 1" width="9" height="9"></svg></p>',
        ),
    ],
)
def test_right_things_are_left_alone(read, language, right, as_right):
    findings = judge(read(with_fault(good_page(language), right, as_right)), language=language)

    assert not findings, report(findings)


def test_digits_follow_the_setting(read):
    page = good_page("ar").replace("3 من 8", "٣ من ٨")

    assert bilingual.one_system_of_digits(read(page), "latn")
    assert bilingual.one_system_of_digits(read(good_page("ar")), "arab")


def test_shift_is_seen_when_something_arrives_late(paper):
    paper.set_content("<body><p id=late hidden style='block-size:300px'>x</p><h1>Title</h1><p>Text</p>")
    assert bilingual.no_shift(paper) == []

    paper.evaluate("() => { document.getElementById('late').hidden = false; }")

    assert [finding.condition for finding in bilingual.no_shift(paper)] == [14]
