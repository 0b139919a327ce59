"""Plain functions that make records for tests: published in both languages unless said otherwise."""

import datetime
import itertools
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from ciss_site.languages import codes, set_words
from ciss_site.models import Page, Topic, User
from events.models import Album, Event, FollowUp, Meeting, Participation, Photo
from institutions.models import Institution
from people.models import Person

_numbers = itertools.count(1)
ARABIC_DIGIT_WORDS = ["صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]


def publisher() -> User:
    """Return the account that publishes what factories make."""
    return User.objects.get_or_create(username="publisher", defaults={"is_active": False})[0]


def in_words(number: int) -> str:
    """Return a number in Arabic words, digit by digit, so that Arabic test texts hold only Arabic."""
    return " ".join(ARABIC_DIGIT_WORDS[int(digit)] for digit in str(number))


def bilingual(english: str, arabic: str) -> dict[str, str]:
    """Return words for each language of the site; a third language gets the English."""
    return {code: {"en": english, "ar": arabic}.get(code, english) for code in codes()}


def published(record, *languages: str):
    """Save ``record`` published in the languages named (all unless said) and return it."""
    record.save()
    for code in languages or codes():
        record.publish(code, by=publisher())
    return record


def make_topic(english="Arms control", arabic="ضبط التسلح", **values) -> Topic:
    topic = Topic(slug=values.pop("slug", f"topic-{next(_numbers)}"), **values)
    set_words(topic, "name", **bilingual(english, arabic))
    topic.save()
    return topic


def make_institution(english=None, arabic=None, *, languages=None, **values) -> Institution:
    number = next(_numbers)
    institution = Institution(slug=values.pop("slug", f"institution-{number}"), **values)
    set_words(
        institution,
        "name",
        **bilingual(english or f"Institute number {number}", arabic or f"المعهد رقم {in_words(number)}"),
    )
    return _finish(institution, languages)


def make_person(english=None, arabic=None, *, languages=None, **values) -> Person:
    number = next(_numbers)
    person = Person(slug=values.pop("slug", f"person-{number}"), **values)
    set_words(
        person,
        "name",
        **bilingual(english or f"Person number {number}", arabic or f"الشخص رقم {in_words(number)}"),
    )
    set_words(person, "bio", **bilingual("<p>A scholar of strategy.</p>", "<p>باحث في الاستراتيجية.</p>"))
    return _finish(person, languages)


def make_event(english=None, arabic=None, *, languages=None, **values) -> Event:
    number = next(_numbers)
    values = {
        "kind": "visit",
        "starts_on": datetime.date(2018, 4, 3),
        "slug": f"event-{number}",
        "country": "RU",
        **values,
    }
    event = Event(**values)
    set_words(
        event,
        "title",
        **bilingual(english or f"Visit number {number}", arabic or f"الزيارة رقم {in_words(number)}"),
    )
    set_words(event, "summary", **bilingual("What happened there.", "ما جرى هناك."))
    set_words(event, "city", **bilingual("Moscow", "موسكو"))
    return _finish(event, languages)


def make_meeting(event: Event, **values) -> Meeting:
    meeting = Meeting(event=event, **values)
    set_words(meeting, "summary", **bilingual("<p>The two sides talked.</p>", "<p>تحدث الجانبان.</p>"))
    meeting.save()
    return meeting


def make_participation(event: Event, person: Person | None = None, **values) -> Participation:
    participation = Participation(event=event, person=person, **values)
    set_words(participation, "title_at_the_time", **bilingual("Director", "المدير"))
    if person is None:
        set_words(participation, "who", **bilingual("The Executive Director", "المدير التنفيذي"))
    participation.save()
    return participation


def make_followup(event: Event, **values) -> FollowUp:
    followup = FollowUp(event=event, **values)
    set_words(followup, "what", **bilingual("Send the secret draft", "إرسال المسودة السرية"))
    followup.save()
    return followup


def make_album(english=None, arabic=None, *, event=None, languages=None, **values) -> Album:
    number = next(_numbers)
    album = Album(event=event, **{"taken_on": datetime.date(2018, 4, 3), "slug": f"album-{number}", **values})
    set_words(
        album,
        "title",
        **bilingual(english or f"Album number {number}", arabic or f"الألبوم رقم {in_words(number)}"),
    )
    return _finish(album, languages)


def make_photo(album: Album, *, width=800, height=533, **values) -> Photo:
    content = jpeg(width, height, number=next(_numbers))
    photo = Photo(album=album, image=ContentFile(content, "IMG_0001.JPG"), **values)
    set_words(photo, "alt", **bilingual("A long table", "طاولة طويلة"))
    set_words(photo, "caption", **bilingual("The meeting room", "قاعة الاجتماع"))
    set_words(photo, "credit", **bilingual("The Center", "المركز"))
    photo.save()
    return photo


def make_page(slug="about", *, languages=None) -> Page:
    page = Page(slug=slug)
    set_words(page, "title", **bilingual(f"The page {slug}", "الصفحة"))
    set_words(page, "body", **bilingual("<p>What we are.</p>", "<p>من نحن.</p>"))
    return _finish(page, languages)


def jpeg(width=800, height=533, colour="#557766", *, number=0) -> bytes:
    """Return a plain JPEG picture of that size. A number makes it another picture, by a few dark squares."""
    image = Image.new("RGB", (width, height), colour)
    for place in (place for place in range(16) if number >> place & 1):
        image.paste("#000000", (place * 8, 0, place * 8 + 8, 8))
    buffer = BytesIO()
    image.save(buffer, "JPEG")
    return buffer.getvalue()


def _finish(record, languages):
    """Save the record: published in ``languages``, in all when None, or a draft when empty."""
    if languages is not None and not languages:
        record.save()
        return record
    return published(record, *(languages or ()))
