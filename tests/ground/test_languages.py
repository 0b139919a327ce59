"""The registry of languages: columns, the language of a reader, and names in the order readers expect."""

import pytest

from ciss_site.languages import chosen, column, columns, normalise, reading_order, sort_key


def test_chosen_refuses_a_language_without_a_row_and_says_what_to_do():
    with pytest.raises(LookupError) as refusal:
        chosen(["en", "xx"])
    assert str(refusal.value) == (
        "SITE_LANGUAGES names xx, which has no row in ciss_site/languages.py. Add the row or take the code out."
    )


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "en"), ("en-gb", "en"), ("ar-EG", "ar"), ("fr", "en"), (None, "en"), ("", "en")]
)
def test_normalise_finds_the_sites_language(tag, code):
    assert normalise(tag) == code


def test_columns_are_one_per_language():
    assert columns("title") == ["title_en", "title_ar"]
    assert column("title", "ar") == "title_ar"


def test_reading_order_begins_with_the_reader_then_the_original():
    assert reading_order("ar", "en") == ["ar", "en"]
    assert reading_order(None, "ar") == ["en", "ar"]


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("الأكاديمية", "اكاديميه"),
        ("إسلام آباد", "اسلام اباد"),
        ("مُحَمَّد", "محمد"),
        ("على", "علي"),
        ("کراچی", "كراچي"),
    ],
)
def test_sort_key_passes_over_article_hamza_and_marks(name, same):
    assert sort_key(name, "ar") == sort_key(same, "ar")


@pytest.mark.parametrize(("name", "without_article"), [("ألبرت", "برت"), ("ألمانيا", "مانيا"), ("ال", "")])
def test_sort_key_keeps_a_name_that_only_looks_as_if_it_had_an_article(name, without_article):
    assert sort_key(name, "ar") != sort_key(without_article, "ar")


def test_sort_key_orders_english_without_article_case_and_accents():
    names = ["The Institute", "academy", "Élan", "Embassy", "a School"]
    assert sorted(names, key=lambda name: sort_key(name, "en")) == [
        "academy",
        "Élan",
        "Embassy",
        "The Institute",
        "a School",
    ]


def test_sort_key_is_hexadecimal_so_that_every_database_agrees():
    assert set(sort_key("Академия 中", "en")) <= set("0123456789abcdef")
