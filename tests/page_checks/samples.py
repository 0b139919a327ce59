"""A small right page in each language, in which the tests plant one fault at a time."""

STYLE = """
<style>
  body { margin: 0; font: 17px/1.65 sans-serif; color: #13191a; background: #fff; }
  h1 { font-size: 30px; line-height: 1.4; }
  h2 { font-size: 24px; line-height: 1.4; }
  .long p { font-size: 22px; line-height: 1.91; }
  a { color: #0b5d4e; display: inline-block; min-block-size: 44px; }
  p a, td a { text-decoration: underline; display: inline; }
  .number { white-space: nowrap; }
  [dir=rtl] .turned { transform: scaleX(-1); }
  @media (prefers-color-scheme: dark) { body { color: #e6ebe9; background: #0f1414; } a { color: #7fcdb6; } }
</style>"""

ARABIC = (
    """<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>زيارة موسكو</title>
<meta name="description" content="تقرير عن الزيارة">
<link rel="canonical" href="{origin}/ar/events/">
<link rel="alternate" hreflang="en" href="{origin}/en/events/">
<link rel="alternate" hreflang="ar" href="{origin}/ar/events/">
<link rel="alternate" hreflang="x-default" href="{origin}/en/events/">
<meta property="og:locale" content="ar_AR">
"""
    + STYLE
    + """
</head>
<body>
<header><nav aria-label="الرئيسية"><a href="/ar/events/">الفعاليات</a>
<a href="/en/events/" lang="en" hreflang="en">English</a></nav></header>
<main id="main">
<h1>زيارة موسكو</h1>
<p>من <time datetime="2018-04-03">3–5 أبريل 2018</time></p>
<p>التقى الوفد بزملائه في <bdi lang="en">Russian International Affairs Council</bdi>، وناقش «مستقبل الأمن» معهم؛ فماذا بعد؟</p>
<p class="count">الصورة 3 من 8</p>
<p>للمراسلة: <a href="mailto:info@example.org"><bdi dir="ltr">info@example.org</bdi></a></p>
<p>الهاتف: <bdi dir="ltr" class="number">+92 51 123 4567</bdi></p>
<ul><li>الجلسة الأولى</li><li>الجلسة الثانية</li></ul>
<p>وشارك في اللقاءات، بما في ذلك:</p>
<ol><li>عميد الكلية</li></ol>
<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="20" height="20" alt="قاعة الاجتماع" class="photo"></p>
<div class="long">{long}</div>
<form action="/ar/search/"><label>بحث <input name="q" type="search" placeholder="ابحث في الموقع"></label> <button>اعرض</button></form>
<p><a class="next" rel="next" href="/ar/events/moscow/">التالي <svg class="icon-arrow turned" width="10" height="10"
aria-hidden="true"><path d="M0 0h9"/></svg></a></p>
</main>
<footer><p>المركز</p></footer>
</body></html>"""
)

ENGLISH = (
    """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Visit to Moscow</title>
<link rel="canonical" href="{origin}/en/events/">
<link rel="alternate" hreflang="en" href="{origin}/en/events/">
<link rel="alternate" hreflang="ar" href="{origin}/ar/events/">
<link rel="alternate" hreflang="x-default" href="{origin}/en/events/">
<meta property="og:locale" content="en_GB">
"""
    + STYLE
    + """
</head>
<body>
<header><nav aria-label="Main"><a href="/en/events/">Events</a>
<a href="/ar/events/" lang="ar" hreflang="ar" dir="rtl">العربية</a></nav></header>
<main id="main">
<h1>Visit to Moscow</h1>
<p><time datetime="2018-04-03">3–5 April 2018</time></p>
<p>They met the director of <bdi lang="ar">معهد الدراسات</bdi> and spoke of the rules agreed on 3 April 2018 in that city.</p>
<p class="count">Photograph 3 of 8</p>
<p>Write to <a href="mailto:info@example.org"><bdi dir="ltr">info@example.org</bdi></a></p>
<ul><li>First session</li><li>Second session</li></ul>
<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="20" height="20" alt="The hall"></p>
<form action="/en/search/"><label>Search
<input name="q" type="search" placeholder="Search the site"></label> <button>Show</button></form>
<p><a class="next" rel="next" href="/en/events/moscow/">Next <svg class="icon-arrow" width="10" height="10"
aria-hidden="true"><path d="M0 0h9"/></svg></a></p>
</main>
<footer><p>The centre</p></footer>
</body></html>"""
)

_SENTENCE = (
    "تناول اللقاء سبل التعاون بين المركزين في مجالات البحث والتدريب وتبادل الخبراء والمطبوعات العلمية. "
)


def good_page(language: str, origin: str = "http://testserver") -> str:
    """The right page in English or Arabic, at /<language>/events/ of the origin."""
    if language == "en":
        return ENGLISH.replace("{origin}", origin)
    long = "".join(f"<p>{_SENTENCE * 4}</p>" for _ in range(2))
    return ARABIC.replace("{origin}", origin).replace("{long}", long)


def with_fault(page: str, right: str, wrong: str) -> str:
    """The page with one piece replaced; the piece must be there."""
    assert right in page, f"the sample has no {right!r}"
    return page.replace(right, wrong)
