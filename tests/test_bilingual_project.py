"""The conditions of two languages that are judged on the project and its records, not on a page."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import models

from ciss_site.checks import publishable_models
from ciss_site.languages import codes, column, sort_key
from institutions.models import Institution
from tests.factories import make_institution
from tests.page_checks import (
    catalogue_faults,
    direction_overrides,
    hand_written_languages,
    names_sort_rightly,
    overrides_in_files,
    physical_files,
    report,
    sort_key_faults,
    unfinished,
)

ROOT = Path(__file__).resolve().parent.parent


def test_the_arabic_catalogue_is_whole_and_its_plurals_are_right():
    findings = catalogue_faults(ROOT / "locale/ar/LC_MESSAGES/django.po")
    assert not findings, report(findings)


def test_styles_and_templates_know_no_left_and_right():
    findings = physical_files(ROOT / "static", ROOT / "templates")
    assert not findings, report(findings)


def test_no_language_is_written_by_hand_where_a_third_would_be_missing():
    findings = hand_written_languages(ROOT)
    assert not findings, report(findings)


def test_no_file_holds_hidden_direction_marks():
    findings = overrides_in_files(ROOT)
    assert not findings, report(findings)


def test_sort_keys_fold_what_a_reader_folds():
    findings = sort_key_faults(lambda name: sort_key(name, "ar"))
    assert not findings, report(findings)


@pytest.mark.django_db
def test_names_sort_on_this_database_as_arabic_readers_expect():
    def in_order(names):
        for name in names:
            make_institution(name, name)
        return list(Institution.objects.alphabetical("ar").values_list("name_ar", flat=True))

    findings = names_sort_rightly(in_order)
    assert not findings, report(findings)


@pytest.mark.django_db
def test_demonstration_content_keeps_the_conditions_of_stored_text():
    call_command("demo_content", "--without-pictures", verbosity=0)
    faults = []
    for model in publishable_models():
        for record in model.objects.all():
            for field in (model.title_field, *model.prose_fields):
                for code in codes():
                    words = getattr(record, column(field, code)) or ""
                    faults += [
                        f"{record.slug} {field} {code}" for part in words.split("</p>") if unfinished(part)
                    ]
                    if not isinstance(model._meta.get_field(field), models.TextField) and direction_overrides(
                        words
                    ):
                        faults.append(f"{record.slug} {field} {code}: override")
    assert faults == []
