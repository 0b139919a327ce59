"""Runs of another script are isolated and say their language."""

import pytest

from ciss_site.runs import mark_runs, mark_runs_in_html


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("لقاء RIAC في موسكو", "ar", 'لقاء <bdi lang="en" dir="ltr">RIAC</bdi> في موسكو'),
        ("(CISS Insight)، 2018", "ar", '(<bdi lang="en" dir="ltr">CISS Insight</bdi>)، 2018'),
        ("CISS 3 أبريل", "ar", '<bdi lang="en" dir="ltr">CISS</bdi> 3 أبريل'),
        ("طائرة F-16 جديدة", "ar", 'طائرة <bdi lang="en" dir="ltr">F-16</bdi> جديدة'),
        ("The word سلام means peace", "en", 'The word <bdi lang="ar" dir="rtl">سلام</bdi> means peace'),
        ("Write to a@b.org now", "en", 'Write to <bdi dir="ltr" class="address">a@b.org</bdi> now'),
        ("اكتب إلى a@b.org الآن", "ar", 'اكتب إلى <bdi dir="ltr" class="address">a@b.org</bdi> الآن'),
        ("Find @jafar_mobeen there", "en", 'Find <bdi dir="ltr" class="address">@jafar_mobeen</bdi> there'),
        ("3–5 April 2018", "en", "3–5 April 2018"),
        ("<b>RIAC</b>", "en", "&lt;b&gt;RIAC&lt;/b&gt;"),
    ],
)
def test_mark_runs_isolates_what_is_foreign_and_escapes_everything(text, code, marked):
    assert mark_runs(text, code) == marked


def test_mark_runs_in_html_leaves_tags_entities_and_marked_runs_alone():
    html = '<p>في <a href="https://riac.example/en">RIAC</a> &amp; <span lang="en" dir="ltr">Soft Power</span></p>'
    assert mark_runs_in_html(html, "ar") == (
        '<p>في <a href="https://riac.example/en"><bdi lang="en" dir="ltr">RIAC</bdi></a> &amp; '
        '<span lang="en" dir="ltr">Soft Power</span></p>'
    )


def test_mark_runs_in_html_marks_the_readers_own_script_inside_a_foreign_span():
    assert mark_runs_in_html('<p>x <span lang="ar">كلمة word</span></p>', "en") == (
        '<p>x <span lang="ar">كلمة <bdi lang="en" dir="ltr">word</bdi></span></p>'
    )
