"""What readers find on the page of the gallery: the albums, the filters, and what neither of them tells."""

import datetime
import re
from html import unescape

import pytest
from django.shortcuts import get_object_or_404
from django.utils.html import strip_tags

from events.models import Album, Photo
from events.models.gallery import PhotoQuerySet
from events.templatetags.events import latest_photos
from tests.factories import make_album, make_event, make_photo

pytestmark = pytest.mark.django_db

LABELS = {
    "en": {"year": "Year", "country": "Country", "kind": "Kind of event"},
    "ar": {"year": "السنة", "country": "البلد", "kind": "نوع الفعالية"},
}


def day(year: int, month: int = 1, number: int = 1) -> datetime.date:
    return datetime.date(year, month, number)


def words(html: str) -> str:
    """Return the words of a piece of HTML on one line."""
    return " ".join(unescape(strip_tags(html)).split())


def page(client, query: str = "", language: str = "en") -> str:
    """Return the gallery's HTML from the heading on."""
    response = client.get(f"/{language}/gallery/{query}")
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def albums(html: str) -> list[str]:
    """Return the titles of the albums shown."""
    return [words(title) for title in re.findall(r'<h2><a class="covers".*?</h2>', html, re.S)]


def options(html: str, name: str) -> list[str]:
    """Return the choices of one filter, without the choice of everything."""
    select = re.search(rf'<select id="filter-{name}".*?</select>', html, re.S)[0]
    return [words(option) for option in re.findall(r"<option.*?</option>", select, re.S)][1:]


def found(html: str) -> str:
    """Return how many albums the page says it found."""
    return words(re.search(r'<p class="filter__count">.*?</p>', html, re.S)[0])


def active(html: str) -> dict[str, str]:
    """Return what the links beside the count say, and where they lead."""
    block = re.search(r'<ul class="active-filters">.*?</ul>', html, re.S)
    links = re.findall(r'<a (?:class="linked" )?href="([^"]+)">(.*?)</a>', block[0], re.S) if block else []
    return {words(label): unescape(address) for address, label in links}


def album_with_photo(english: str, arabic: str, event=None, **values) -> Album:
    album = make_album(english, arabic, event=event, **values)
    make_photo(album, width=300, height=200)
    return album


@pytest.fixture
def gallery():
    """Four albums: of a visit to Russia, of a lecture there over the turn of a year, of one in Qatar, and of no event."""
    visit = make_event(kind="visit", country="RU", starts_on=day(2018, 4, 3))
    lecture = make_event(kind="lecture", country="RU", starts_on=day(2019, 12, 31))
    other = make_event(kind="lecture", country="QA", starts_on=day(2020, 5, 1))
    album_with_photo("Visit", "زيارة", visit, taken_on=day(2018, 4, 3))
    album_with_photo("Turn", "مطلع", lecture, taken_on=day(2019, 12, 31), taken_until=day(2020, 1, 2))
    album_with_photo("Doha", "الدوحة", other, taken_on=day(2020, 5, 1))
    album_with_photo("Garden", "حديقة", taken_on=day(2017, 3, 1))


def test_the_gallery_shows_the_newest_album_first_with_a_link_to_each(client, gallery):
    html = page(client)
    assert albums(html) == ["Doha", "Turn", "Visit", "Garden"]
    slugs = Album.objects.newest_first().values_list("slug", flat=True)
    assert re.findall(r'<a class="covers" href="([^"]+)"', html) == [f"/en/gallery/{slug}/" for slug in slugs]
    assert html.count('loading="eager"') == 1


def test_the_filters_are_counted_in_the_readers_language(client, gallery, language):
    html = page(client, language=language)
    labels = dict(re.findall(r'<label for="filter-(\w+)">(.*?)</label>', html))
    assert labels == LABELS[language]
    assert options(html, "year") == ["2020 (2)", "2019 (1)", "2018 (1)", "2017 (1)"]
    if language == "en":
        assert options(html, "country") == ["Qatar (1)", "Russia (2)"]
        assert options(html, "kind") == ["Lecture (2)", "Visit (1)"]
        assert found(html) == "4 albums"
    else:
        assert options(html, "country") == ["روسيا (2)", "قطر (1)"]
        assert options(html, "kind") == ["زيارة (1)", "محاضرة (2)"]
        assert found(html) == "4 ألبومات"


def test_an_album_over_two_years_is_found_in_both(client, gallery):
    assert albums(page(client, "?year=2019")) == ["Turn"]
    assert albums(page(client, "?year=2020")) == ["Doha", "Turn"]


def test_filters_combine_and_each_choice_is_counted_under_the_others(client, gallery):
    html = page(client, "?kind=lecture&country=RU")
    assert albums(html) == ["Turn"]
    assert found(html) == "1 of 4 albums"
    assert options(html, "year") == ["2020 (1)", "2019 (1)"]
    assert options(html, "country") == ["Qatar (1)", "Russia (1)"]
    assert options(html, "kind") == ["Lecture (1)", "Visit (1)"]


def test_active_filters_can_be_taken_away_one_by_one_and_all_at_once(client, gallery):
    assert active(page(client)) == {}
    assert active(page(client, "?kind=lecture&page=2")) == {"Lecture Remove this filter": "?"}
    assert active(page(client, "?kind=lecture&country=RU")) == {
        "Russia Remove this filter": "?kind=lecture",
        "Lecture Remove this filter": "?country=RU",
        "Clear the filters": "/en/gallery/",
    }


def test_filters_that_keep_nothing_say_so_and_lead_on(client, gallery, language):
    html = page(client, "?kind=visit&country=QA", language)
    assert albums(html) == []
    said = {
        "en": "No album matches all of these filters. Clear the filters",
        "ar": "لا يوجد ألبوم يستوفي هذه الشروط كلها. أزل الشروط كلها",
    }
    assert words(html).endswith(said[language])
    assert html.count(f'href="/{language}/gallery/"') == 1
    assert found(html) == {"en": "0 of 4 albums", "ar": "0 من 4 ألبومات"}[language]


@pytest.mark.parametrize("query", ["?year=x", "?country=%00", "?kind=" + "x" * 3000, "?year=99999999999"])
def test_a_value_that_does_not_exist_keeps_nothing_and_breaks_nothing(client, gallery, query):
    html = page(client, query)
    assert albums(html) == []
    assert found(html) == "0 of 4 albums"


def test_a_name_or_a_page_that_does_not_exist_changes_nothing(client, gallery):
    assert albums(page(client, "?topic=soft-power&page=seven&kind=")) == ["Doha", "Turn", "Visit", "Garden"]


def test_without_any_album_the_page_says_so(client, language):
    html = page(client, language=language)
    said = {"en": "No album has been published yet.", "ar": "لم يُنشر أي ألبوم بعد."}
    assert words(html).endswith(said[language])
    assert found(html) == {"en": "0 albums", "ar": "لا ألبومات"}[language]


@pytest.mark.parametrize(
    ("number", "english", "arabic", "of_them"),
    [
        (1, "1 album", "ألبوم واحد", "1 من ألبوم واحد"),
        (2, "2 albums", "ألبومان", "1 من ألبومين"),
        (3, "3 albums", "3 ألبومات", "1 من 3 ألبومات"),
        (11, "11 albums", "11 ألبومًا", "1 من 11 ألبومًا"),
        (100, "100 albums", "100 ألبوم", "1 من 100 ألبوم"),
    ],
)
def test_the_count_follows_the_grammar_of_the_language(client, editor, number, english, arabic, of_them):
    Album.objects.bulk_create(
        Album(slug=f"a-{n}", title_en="A", title_ar="أ", taken_on=day(2019 if n else 2018))
        for n in range(number)
    )
    client.force_login(editor)  # who sees albums that are not published, so that a hundred are made at once
    assert found(page(client)) == english
    assert found(page(client, language="ar")) == arabic
    assert found(page(client, "?year=2018", "ar")) == of_them


def test_the_links_to_other_pages_keep_the_filters(client, editor):
    Album.objects.bulk_create(
        Album(slug=f"a-{n}", title_en=f"A {n}", taken_on=day(2018, 1, n)) for n in range(1, 27)
    )
    client.force_login(editor)
    first = page(client, "?year=2018")
    assert albums(first) == [f"A {n}" for n in range(26, 2, -1)]
    assert '<a href="?year=2018&amp;page=2" rel="next">' in first
    second = page(client, "?year=2018&page=2")
    assert albums(second) == ["A 2", "A 1"]
    assert '<a href="?year=2018" rel="prev">' in second


# What is not told --------------------------------------------------------------------------------


def test_a_hidden_event_lends_neither_country_nor_kind_to_its_public_album(client, gallery, editor):
    event = make_event(kind="briefing", country="KZ")
    album_with_photo("Steppe", "سهوب", event, taken_on=day(2021))
    shown = page(client)
    assert options(shown, "country") == ["Kazakhstan (1)", "Qatar (1)", "Russia (2)"]
    assert options(shown, "kind") == ["Briefing (1)", "Lecture (2)", "Visit (1)"]
    assert albums(page(client, "?country=KZ&kind=briefing")) == ["Steppe"]

    for code in ("en", "ar"):
        event.withdraw(code)
    html = page(client)
    assert albums(html) == ["Steppe", "Doha", "Turn", "Visit", "Garden"]
    assert options(html, "country") == ["Qatar (1)", "Russia (2)"]
    assert options(html, "kind") == ["Lecture (2)", "Visit (1)"]
    assert albums(page(client, "?country=KZ")) == albums(page(client, "?kind=briefing")) == []
    assert albums(page(client, "?year=2021")) == ["Steppe"]
    assert options(page(client, "?year=2021"), "country") == []

    client.force_login(editor)
    assert albums(page(client, "?country=KZ&kind=briefing")) == ["Steppe"]


def test_a_hidden_album_is_in_no_list_and_no_count(client, gallery, reader, editor):
    event = make_event(kind="briefing", country="KZ")
    album = album_with_photo("Steppe", "سهوب", event, taken_on=day(2021))
    assert found(page(client)) == "5 albums"
    for code in ("en", "ar"):
        album.withdraw(code)
    client.force_login(reader)
    html = page(client)
    assert albums(html) == ["Doha", "Turn", "Visit", "Garden"]
    assert found(html) == "4 albums"
    assert options(html, "year") == ["2020 (2)", "2019 (1)", "2018 (1)", "2017 (1)"]
    assert options(html, "country") == ["Qatar (1)", "Russia (2)"]
    client.force_login(editor)
    assert found(page(client)) == "5 albums"


def test_an_album_without_a_photograph_is_for_those_who_may_change_it_alone(client, editor):
    album = make_album("Empty", "فارغ")
    photo = make_photo(album, width=300, height=200)
    assert albums(page(client)) == ["Empty"]
    photo.delete()
    assert albums(page(client)) == []
    assert options(page(client), "year") == []
    client.force_login(editor)
    assert albums(page(client)) == ["Empty"]
    assert "0 photographs" in words(page(client))


def test_only_photographs_the_reader_may_see_are_counted_and_stand_for_the_album(client, monkeypatch):
    album = make_album("Two", "اثنان")
    hidden, shown = (make_photo(album, width=300, height=200, order=number) for number in (1, 2))
    Album.objects.filter(pk=album.pk).update(cover=hidden)
    html = page(client)
    assert "2 photographs" in words(html)
    assert re.findall(r"/files/photographs/(\d+)/", html)[0] == str(hidden.pk)

    monkeypatch.setattr(PhotoQuerySet, "visible_to", lambda photos, _user: photos.exclude(pk=hidden.pk))
    html = page(client)
    assert "1 photograph" in words(html)
    assert set(re.findall(r"/files/photographs/(\d+)/", html)) == {str(shown.pk)}

    monkeypatch.setattr(PhotoQuerySet, "visible_to", lambda photos, _user: photos.none())
    assert albums(page(client)) == []


def test_the_first_photograph_stands_for_an_album_without_a_cover(client):
    album = make_album("Two", "اثنان")
    second, first = (make_photo(album, width=300, height=200, order=number) for number in (2, 1))
    assert set(re.findall(r"/files/photographs/(\d+)/", page(client))) == {str(first.pk)}
    Album.objects.filter(pk=album.pk).update(cover=second)
    assert set(re.findall(r"/files/photographs/(\d+)/", page(client))) == {str(second.pk)}


# The strip on home, and what is hidden at the same moment -----------------------------------------------


def test_home_shows_one_photograph_of_each_of_the_newest_albums_before_more_of_them():
    newest, older, oldest = (make_album(taken_on=day(year)) for year in (2021, 2020, 2019))
    many = [make_photo(newest) for _number in range(30)]
    one = make_photo(older)
    two = [make_photo(oldest), make_photo(oldest)]
    undescribed = make_photo(make_album(taken_on=day(2022)))
    assert latest_photos(1) == [undescribed]
    Photo.objects.filter(pk=undescribed.pk).update(alt_ar="")
    assert latest_photos(2) == [many[0], one]
    assert latest_photos(6) == [many[0], one, two[0], many[1], many[2], many[3]]


def test_a_photograph_hidden_while_its_page_is_made_is_not_found(client, monkeypatch):
    photo = make_photo(make_album())
    addresses = [f"/en/gallery/{photo.album.slug}/{photo.pk}/", f"/files/photographs/{photo.pk}/download/"]
    assert [client.get(address).status_code for address in addresses] == [200, 200]

    def hidden_meanwhile(*args, **kwargs):
        found = get_object_or_404(*args, **kwargs)
        Photo.objects.update(alt_ar="")
        return found

    monkeypatch.setattr("events.views.get_object_or_404", hidden_meanwhile)
    for address in addresses:
        Photo.objects.update(alt_ar="طاولة")
        assert client.get(address).status_code == 404
