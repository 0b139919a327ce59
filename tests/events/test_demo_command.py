"""The command that writes the demonstration: twice without doubling, never over an editor's work, samples marked."""

import re
from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone
from PIL import Image

from ciss_site.languages import codes, column, set_words, words_in
from ciss_site.models import User
from ciss_site.publishing import Publishable
from ciss_site.richtext import plain
from events.demo.drawings import SCENES
from events.models import Album, Event, EventInstitution, FollowUp, Meeting, Participation, Photo
from institutions.models import Institution
from people.models import Person
from tests.events.demo_records import (
    MODELS,
    bilingual_records,
    everything,
    known,
    named,
    roundtable,
    texts_of,
    visit,
)

pytestmark = pytest.mark.django_db

PUBLIC = AnonymousUser()


def write(*options: str) -> str:
    """Run the command and return what it said."""
    said = StringIO()
    call_command("demo_content", *options, stdout=said)
    return said.getvalue()


@pytest.fixture
def content(db):
    """The demonstration content without pictures and samples."""
    return write("--without-pictures")


@pytest.fixture
def quick_pictures(monkeypatch):
    """Small plain pictures in place of the drawn ones, and the names of the scenes asked for."""
    asked = []

    def plain_picture(scene, *_how) -> Image.Image:
        asked.append(scene)
        return Image.new("RGB", (320, 214), (11, 93, len(asked) * 5 % 256))

    monkeypatch.setattr("events.demo.albums.draw", plain_picture)
    monkeypatch.setattr("events.demo.samples.draw_variant", plain_picture)
    return asked


# The command --------------------------------------------------------------------------------------------


def test_every_record_passes_its_own_checks(quick_pictures):
    write("--sample", "24")
    for record in everything():
        record.full_clean()
    assert Album.objects.count() > 2


def fingerprint() -> dict:
    return {model: list(model.objects.order_by("pk").values()) for model in MODELS}


def test_a_second_run_changes_nothing(quick_pictures):
    write("--sample", "13")
    before, drawn, stored = fingerprint(), len(quick_pictures), default_storage.listdir("photographs")
    assert write("--sample", "13") == "All of the demonstration is there already; nothing was changed.\n"
    assert fingerprint() == before
    assert len(quick_pictures) == drawn
    assert default_storage.listdir("photographs") == stored


def test_what_an_editor_changed_survives_a_second_run(content):
    event, person, office = visit(), known("Kokarev"), named("Russian Academy of Sciences")
    set_words(event, "title", en="Moscow, seen again")
    event.slug = "moscow-seen-again"
    event.save()
    event.participations.filter(person=person).delete()
    set_words(person, "name", en="K. Kokarev")
    person.save()
    office.slug = "academy"
    office.save()
    FollowUp.objects.filter(kind="draft").update(state="done")
    before = fingerprint()
    assert write("--without-pictures") == "All of the demonstration is there already; nothing was changed.\n"
    assert fingerprint() == before


def test_an_institution_entered_before_is_taken_as_it_is(db):
    mine = Institution(kind="other")
    set_words(mine, "name", ar="المجلس الروسي للشؤون الدولية")
    mine.save()
    write("--without-pictures")
    assert Institution.objects.filter(name_ar="المجلس الروسي للشؤون الدولية").get() == mine
    assert Institution.objects.get(pk=mine.pk).kind == "other"
    assert visit().meetings.get(institution=mine).kind == "bilateral"


def test_another_home_institution_stays_the_home(db):
    mine = Institution(is_home=True)
    set_words(mine, "name", en="Another office")
    mine.save()
    write("--without-pictures")
    assert Institution.objects.home() == mine
    assert named("Center for International Strategic Studies").is_home is False


def test_nobody_can_sign_in_as_the_demonstration(content):
    account = User.objects.get(username="demonstration")
    assert (account.is_active, account.is_staff, account.has_usable_password()) == (False, False, False)
    assert {event.published_by_en for event in Event.objects.all()} == {account}


def test_the_albums_are_drawn_described_and_say_so(quick_pictures):
    write()
    albums = {album.event: album for album in Album.objects.published("ar")}
    assert {event: album.photos.count() for event, album in albums.items()} == {visit(): 10, roundtable(): 4}
    assert set(quick_pictures) <= set(SCENES)
    assert len(set(quick_pictures)) == 14
    for event, album in albums.items():
        assert album.cover in album.photos.all()
        assert event.cover == album.cover
        for photo in album.photos.all():
            assert (photo.width, photo.height) == (320, 214)
            assert photo.credit_en == "The Center, drawn for the demonstration"
            assert photo.credit_ar == "المركز، رسم أُعدّ للعرض التجريبي"
            assert all(words_in(photo, field, code) for field in ("alt", "caption") for code in codes())
            assert default_storage.exists(photo.image.name)
            assert not photo.photo_people.exists()


def test_pictures_can_come_later(quick_pictures):
    write("--without-pictures", "--sample", "4")
    assert (Album.objects.count(), visit().cover, quick_pictures) == (0, None, [])
    write("--sample", "4")
    assert {album.slug for album in Album.objects.all()} == {
        "moscow-april-2018",
        "islamabad-roundtable-april-2025",
        "sample-03-pictures",
        "sample-04-pictures",
    }
    assert visit().cover.album.event == visit()


def test_a_lead_photograph_chosen_by_an_editor_stays(quick_pictures):
    write("--without-pictures")
    album = Album.objects.create(slug="own", event=visit(), taken_on=visit().starts_on)
    mine = Photo.objects.create(album=album)
    Event.objects.filter(pk=visit().pk).update(cover=mine)
    write()
    assert visit().cover == mine


def test_when_a_run_fails_nothing_is_kept(quick_pictures, monkeypatch):
    def fail(*_args):
        assert Photo.objects.count() == 14
        raise RuntimeError

    monkeypatch.setattr("events.management.commands.demo_content.write_samples", fail)
    with pytest.raises(RuntimeError):
        write()
    assert (Event.objects.count(), Photo.objects.count()) == (0, 0)
    assert default_storage.listdir("photographs") == ([], [])


def test_a_negative_number_of_samples_is_refused():
    with pytest.raises(CommandError) as refusal:
        write("--sample", "-1")
    assert str(refusal.value) == "--sample is -1. Give the number of sample events to write, 0 or more."
    assert Event.objects.count() == 0


# The texts ------------------------------------------------------------------------------------------


def paragraphs_of(text: str) -> list[str]:
    return [plain(part) for part in re.split(r"</p>|</h2>|</li>|\n", text) if plain(part)]


def test_no_paragraph_breaks_off(quick_pictures):
    write("--sample", "24")
    endings = re.compile(r"(،|:|,|بما في ذلك|including|such as)$")
    broken = [
        part
        for record in bilingual_records()
        for words in texts_of(record).values()
        for text in words.values()
        for part in paragraphs_of(text)
        if endings.search(part)
    ]
    assert broken == []


def test_each_language_has_its_own_punctuation(quick_pictures):
    write("--sample", "24")
    wrong = {"ar": re.compile('[“”"„,;?]'), "en": re.compile("[،؛؟«»\u0600-\u06ff]")}
    found = [
        text
        for record in bilingual_records()
        for words in texts_of(record).values()
        for code, text in words.items()
        if wrong[code].search(plain(text))
    ]
    assert found == []


# Samples ----------------------------------------------------------------------------------------------


@pytest.fixture
def samples(quick_pictures):
    """Twenty-four sample events with small plain pictures."""
    write("--sample", "24")
    return Event.objects.filter(slug__startswith="sample-").order_by("slug")


def test_samples_are_marked_in_each_language(samples):
    assert samples.count() == 24
    marks = {"en": ("Sample: ", "A sample for trying out"), "ar": ("مثال: ", "هذا مثال لتجربة الموقع")}
    for event in samples:
        for code, (title, summary) in marks.items():
            if words_in(event, "title", code):
                assert words_in(event, "title", code).startswith(title)
                assert words_in(event, "summary", code).startswith(summary)
    invented = [
        *Institution.objects.filter(slug__startswith="sample-"),
        *Person.objects.filter(slug__startswith="sample-"),
    ]
    assert len(invented) == 10
    assert {(one.name_en[:8], one.name_ar[:6]) for one in invented} == {("Sample: ", "مثال: ")}


def test_samples_say_nothing_of_real_people_and_institutions(samples):
    for model in (EventInstitution, Participation, Meeting):
        institutions = model.objects.filter(event__in=samples).exclude(institution=None)
        assert all(one.institution.slug.startswith("sample-") for one in institutions)
    people = Participation.objects.filter(event__in=samples).exclude(person=None)
    assert people.count() > 24
    assert all(one.person.slug.startswith("sample-") for one in people)


def test_samples_stand_in_every_state_and_language(samples):
    states = [(event.state_en, event.state_ar) for event in samples]
    assert {state: states.count(state) for state in set(states)} == {
        ("published", "published"): 14,
        ("published", "draft"): 2,
        ("draft", "published"): 2,
        ("draft", "draft"): 2,
        ("review", "review"): 2,
        ("archived", "archived"): 2,
    }
    assert sum(event.is_scheduled_in("en") for event in samples) == 2
    only = [(bool(event.title_en), bool(event.title_ar)) for event in samples]
    assert (only.count((True, False)), only.count((False, True))) == (2, 2)


def test_samples_are_spread_over_the_years_and_some_are_to_come(samples):
    today = timezone.localdate()
    coming = [event for event in samples if event.starts_on > today]
    assert [event.slug for event in coming] == ["sample-01", "sample-02", "sample-13", "sample-14"]
    assert all(event.is_published_in(code) for event in coming for code in codes())
    years = {event.starts_on.year for event in samples if event not in coming}
    assert min(years) >= 2015
    assert len(years) > 6
    assert len({event.kind for event in samples}) == 10


def test_samples_are_the_same_every_time(samples):
    fields = ("slug", column("title", "ar"), "starts_on", "ends_on", "kind", "country", "round")
    first = list(samples.values_list(*fields))
    Event.objects.filter(slug__startswith="sample-").delete()
    Album.objects.filter(slug__startswith="sample-").delete()
    write("--without-pictures", "--sample", "24")
    assert list(samples.all().values_list(*fields)) == first


def test_some_samples_have_one_to_six_pictures(samples):
    counts = {album.photos.count() for album in Album.objects.filter(event__in=samples)}
    assert counts == {1, 3, 4, 6}
    assert all(isinstance(album, Publishable) and album.cover for album in Album.objects.all())
