"""What is stored is clean, whichever way it comes in."""

import pytest
from django.core.exceptions import ValidationError

from ciss_site.models import Page, Topic
from ciss_site.plaintext import clean_line, clean_paragraphs
from ciss_site.richtext import clean, from_paragraphs, plain
from tests.factories import make_page, make_topic


def test_clean_line_strips_direction_overrides_and_composes():
    assert clean_line("a\u202eb\u2066c  d\n e\u0301") == "abc d é"


def test_clean_paragraphs_caps_stacked_marks():
    assert clean_paragraphs("e" + "\u0316" * 40) == "e" + "\u0316" * 6


def test_clean_paragraphs_refuses_nul_with_a_sentence():
    with pytest.raises(ValidationError) as refusal:
        clean_paragraphs("a\x00b")
    assert refusal.value.messages == [
        "The text holds a NUL character. Copy it again from its source, as plain text."
    ]


@pytest.mark.parametrize(
    ("dirty", "kept"),
    [
        ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
        ('<p onclick="x()" style="color:red">a</p>', "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<span lang="en" dir="ltr">a</span>', '<span lang="en" dir="ltr">a</span>'),
        ('<span lang="x{}" dir="up">a</span>', "<span>a</span>"),
        ("<h1>a</h1><img src=x onerror=y><svg/onload=z>", "a"),
        ("<p> &nbsp;</p><p>b</p><h2></h2>", "<p>b</p>"),
    ],
)
def test_clean_keeps_only_the_allowlist(dirty, kept):
    assert clean(dirty) == kept


def test_plain_returns_words_on_one_line():
    assert plain("<h2>A &amp; B</h2><p>c<br>d</p><ul><li>e</li><li>f</li></ul>") == "A & B c d e f"


def test_from_paragraphs_escapes():
    assert from_paragraphs("a < b\n\nc") == "<p>a &lt; b</p><p>c</p>"


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["save", "update", "bulk_create"])
def test_rich_text_is_cleaned_on_every_way_in(way):
    dirty, kept = "<p>a</p><script>x</script>", "<p>a</p>"
    page = make_page()
    if way == "save":
        page.body_en = dirty
        page.save()
    elif way == "update":
        Page.objects.filter(pk=page.pk).update(body_en=dirty)
    else:
        [page] = Page.objects.bulk_create([Page(slug="other", body_en=dirty)])
    assert Page.objects.get(pk=page.pk).body_en == kept


@pytest.mark.django_db
def test_lines_are_cleaned_where_they_are_stored():
    topic = make_topic("Arms \u202econtrol")
    Topic.objects.filter(pk=topic.pk).update(name_ar="ضبط \u2067التسلح")
    topic.refresh_from_db()
    assert (topic.name_en, topic.name_ar) == ("Arms control", "ضبط التسلح")
