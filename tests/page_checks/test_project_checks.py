"""The checks of files, catalogue, names and stored text: right ones pass, planted faults are found."""

import shutil

import pytest

from .bilingual import direction_overrides, unfinished
from .catalogue import catalogue_faults
from .finding import Finding, report, without_repeats
from .names import SORTED_NAMES, names_sort_rightly, sort_key_faults
from .source import hand_written_languages, overrides_in_files
from .styles import physical_files, physical_properties, physical_scripts

HEADER = r"""msgid ""
msgstr ""
"Language: ar\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 "
"&& n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;\n"
"""
BODY = r"""
#: templates/home.html:3
msgid "Events"
msgstr "الفعاليات"

#, python-format
msgid "%(n)s event"
msgid_plural "%(n)s events"
msgstr[0] "لا فعاليات"
msgstr[1] "فعالية واحدة"
msgstr[2] "فعاليتان"
msgstr[3] "%(n)s فعاليات"
msgstr[4] "%(n)s فعالية"
msgstr[5] "%(n)s فعالية"

#~ msgid "Old"
#~ msgstr ""
"""


def catalogue(tmp_path, header=HEADER, body=BODY):
    file = tmp_path / "django.po"
    file.write_text(header + body, encoding="utf-8")
    return catalogue_faults(file)


needs_msgfmt = pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")


@needs_msgfmt
def test_catalogue_passes_when_complete(tmp_path):
    findings = catalogue(tmp_path)

    assert not findings, report(findings)


@needs_msgfmt
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('msgstr "الفعاليات"', 'msgstr ""'),
        ('msgstr "الفعاليات"', 'msgstr "Events"'),
        ('msgid "Events"', '#, fuzzy\nmsgid "Events"'),
        ('msgstr[5] "%(n)s فعالية"\n', ""),
        ('msgstr[4] "%(n)s فعالية"', 'msgstr[4] "%(n)s events"\nmsgstr[6] "x"'),
        ('msgstr[5] "%(n)s فعالية"', 'msgstr[5] "%(m)s فعالية"'),
        ('msgstr[2] "فعاليتان"', 'msgstr[2] ""'),
        ("nplurals=6", "nplurals=2"),
        ("n==2 ? 2", "n==2 ? 3"),
        ("n%100>=11", "n%100>=12"),
        ('"Plural-Forms:', '"X-Forms:'),
    ],
)
def test_catalogue_fault_is_found(tmp_path, right, wrong):
    text = HEADER + BODY
    assert right in text

    findings = catalogue(tmp_path, "", text.replace(right, wrong))

    assert {finding.condition for finding in findings} == {10}


@needs_msgfmt
def test_two_english_forms_are_found(tmp_path):
    body = BODY[: BODY.index("msgstr[0]")] + 'msgstr[0] "%(n)s event"\nmsgstr[1] "%(n)s events"\n'

    assert len(catalogue(tmp_path, body=body)) >= 2


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-left: 1px }",
        "a{padding-right:0}",
        "a { left: 0; }",
        "a { float: right }",
        "a { text-align: left }",
        "a { border-left: 1px solid }",
        "a { margin: 0 1px 0 2px }",
        "@media print { a { right: 0 } }",
        "a { inset: 0 auto 0 0 }",
        "a { COLOR: red; Margin-Left: calc(1px + 2px) !important }",
        "a { border-top-left-radius: 1px }",
    ],
)
def test_physical_style_is_found(css):
    assert [finding.condition for finding in physical_properties(css)] == [12]


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-inline-start: 1px; inset-inline: 0; float: inline-start; text-align: start }",
        "a { margin: 0 1px 0 1px; padding: 1px 2px; margin: 0 var(--a, 1px) 0 var(--a, 1px) }",
        "/* margin-left: 1px; */ a::after { content: 'left: 0;' } .left:hover { color: red }",
        "a { background-position: left top; object-position: left; --left: 1px; transform-origin: left }",
    ],
)
def test_logical_style_is_left_alone(css):
    assert physical_properties(css) == []


def test_physical_files_names_file_and_line(tmp_path):
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "theirs.css").write_text("a{left:0}")
    (tmp_path / "ours.css").write_text("a{\n color: red;\n left: 0 }")
    (tmp_path / "page.html").write_text('<p style="float: left">x</p>')
    (tmp_path / "move.js").write_text("// box.style.left\nbox.style.marginLeft = 1; row.scrollLeft = 2;")

    assert [finding.where for finding in physical_files(tmp_path)] == ["move.js", "ours.css:3", "page.html"]
    assert physical_scripts("a.style.setProperty('left', 1)")


def test_hand_written_language_is_found_where_it_counts(tmp_path):
    for name, text in {
        "events/views.py": 'x = event.title_ar\ny = "name_en"\n',
        "events/models.py": '"""title_ar is made by the registry."""\n# name_en too\n',
        "events/migrations/0001_initial.py": 'f = "title_ar"\n',
        "events/translation.py": 'f = "title_ar"\n',
        "events/management/commands/demo_content.py": 'f = "title_ar"\n',
        "templates/a.html": "{# title_ar #}{{ event.title_en }}",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    found = hand_written_languages(tmp_path)

    assert [finding.where for finding in found] == [
        "events/views.py:1",
        "events/views.py:2",
        "templates/a.html:1",
    ]
    assert {finding.condition for finding in found} == {23}


def test_direction_overrides_are_found(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("<p>\n\u202eabc</p>", encoding="utf-8")

    assert [finding.where for finding in overrides_in_files(tmp_path)] == ["templates/a.html:2"]
    assert direction_overrides("\u200fنص\u200e") == []
    assert [bool(direction_overrides(sign)) for sign in ("\u202a", "\u2069", "\u2028")] == [True, True, False]


@pytest.mark.parametrize(
    ("paragraph", "follows", "faulty"),
    [
        ("وشارك عدد من الباحثين،", False, True),
        ("شارك باحثون، بما في ذلك", False, True),
        ("شارك باحثون، بما في ذلك:", True, False),
        ("They met many, including:", False, True),
        ("They met many, including:", True, False),
        ("They met many.", False, False),
    ],
)
def test_unfinished_paragraph_is_found(paragraph, follows, faulty):
    assert bool(unfinished(paragraph, list_follows=follows)) == faulty


def fold(name):
    name = name.removeprefix("ال")
    return name.translate(str.maketrans("أإآ", "ااا"))


def test_names_in_order_pass_and_other_orders_are_found():
    assert sort_key_faults(fold) == []
    assert sort_key_faults(lambda name: name)
    assert names_sort_rightly(lambda names: SORTED_NAMES) == []
    assert names_sort_rightly(sorted)
    assert names_sort_rightly(lambda names: SORTED_NAMES[1:])


def test_findings_are_said_once_and_reported():
    one, two = Finding(2, "Words.", "x", "320 px"), Finding(2, "Words.", "x", "1280 px")

    assert without_repeats([one, two]) == [one]
    assert report([one]) == "1 finding(s):\n  [2] Words. (320 px)\n      x"
