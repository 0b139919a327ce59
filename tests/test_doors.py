"""Every door of the site: who comes in, for every address, every state and every kind of reader.

A new address must be put into one of the lists below; the first test fails until somebody has.
"""

import contextlib
import datetime
import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone, translation

from ciss_site.languages import codes
from events.models import Attachment
from institutions.models import Agreement
from tests.factories import (
    jpeg,
    make_album,
    make_event,
    make_followup,
    make_institution,
    make_meeting,
    make_page,
    make_participation,
    make_person,
    make_photo,
    published,
    publisher,
    set_words,
)

# The page of one record: hidden with the record.
OF_A_RECORD = {
    "event_detail",
    "event_calendar",
    "institution_detail",
    "person_detail",
    "album_detail",
    "photo_detail",
    "page_detail",
    "old_address",
    "photo_file",
    "photo_download",
    "portrait_file",
    "logo_file",
    "attachment_file",
}
# Lists: open to all, and silent about hidden records.
LISTS = {"home", "search", "event_list", "institution_list", "person_list", "album_list"}
# Of these, the stored files: asked for in every way of handing them out.
FILES = {name for name in OF_A_RECORD if name.endswith("_file")} | {"photo_download"}
# For those who may change the record, whatever its event's state.
NEVER_PUBLIC = {"minutes_file", "agreement_file"}

pytestmark = pytest.mark.django_db
STATES = ("draft", "review", "scheduled", "archived")
MARK = "Hidden words"
RUNG = 400  # the width in which a picture of that width stands until its sizes are made
HIDDEN = {"en": MARK, "ar": "كلمات مخفية"}


def named_addresses(patterns=None) -> set[str]:
    """Return the names of all addresses outside the admin."""
    names = set()
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver) and pattern.namespace != "admin":
            names |= named_addresses(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            names.add(pattern.name)
    return names


def test_every_address_is_classified():
    assert named_addresses() == OF_A_RECORD | LISTS | NEVER_PUBLIC


def bring_to(state: str, record) -> None:
    """Bring every language of the record to that state."""
    for code in codes():
        if state == "review":
            record.send_to_review(code)
        elif state == "scheduled":
            record.publish(code, by=publisher(), at=timezone.now() + datetime.timedelta(days=1))
        elif state in ("archived", "published"):
            record.publish(code, by=publisher())
            if state == "archived":
                record.archive(code)


class Records:
    """One record of every kind with a page, all in the same state, all saying the hidden words."""

    def __init__(self, state: str):
        hidden = {"languages": []}
        self.event = make_event(**hidden, old_address="/old/hidden/")
        self.institution = make_institution(**hidden, logo=ContentFile(jpeg(400, 300), "l.jpg"), country="RU")
        self.person = make_person(**hidden, portrait=ContentFile(jpeg(400, 300), "p.jpg"))
        self.album = make_album(**hidden, event=self.event)
        self.page = make_page("hidden", languages=[])
        for record in (self.event, self.institution, self.person, self.album, self.page):
            set_words(record, record.title_field, **{code: HIDDEN.get(code, MARK) for code in codes()})
            record.save()
            bring_to(state, record)
        self.photo = make_photo(self.album, width=400, height=300)
        self.attachment = Attachment.objects.create(
            event=self.event, file=ContentFile(b"%PDF-1.7", "a.pdf"), is_public=True
        )
        self.meeting = make_meeting(self.event, minutes_file=ContentFile(b"%PDF-1.7", "m.pdf"))
        self.agreement = Agreement.objects.create(
            title_en="A", document=ContentFile(b"%PDF-1.7", "d.pdf"), is_public=True
        )
        make_participation(self.event, self.person)

    def addresses(self, code: str) -> dict[str, str]:
        """Return the address of each door of these records in the language ``code``."""
        with translation.override(code):
            return {
                "event_detail": reverse("event_detail", args=[self.event.slug]),
                "event_calendar": reverse("event_calendar", args=[self.event.slug]),
                "institution_detail": reverse("institution_detail", args=[self.institution.slug]),
                "person_detail": reverse("person_detail", args=[self.person.slug]),
                "album_detail": reverse("album_detail", args=[self.album.slug]),
                "photo_detail": reverse("photo_detail", args=[self.album.slug, self.photo.pk]),
                "page_detail": reverse("page_detail", args=[self.page.slug]),
                "old_address": "/old/hidden/",
                "photo_file": reverse("photo_file", args=[self.photo.pk, f"{RUNG}.jpg"]),
                "photo_download": reverse("photo_download", args=[self.photo.pk]),
                "portrait_file": reverse("portrait_file", args=[self.person.pk, f"{RUNG}.jpg"]),
                "logo_file": reverse("logo_file", args=[self.institution.pk, f"{RUNG}.jpg"]),
                "attachment_file": reverse("attachment_file", args=[self.attachment.pk]),
            }

    def never_public(self) -> dict[str, str]:
        return {
            "minutes_file": reverse("minutes_file", args=[self.meeting.pk]),
            "agreement_file": reverse("agreement_file", args=[self.agreement.pk]),
        }


def browser_of(user) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


@pytest.fixture
def outsiders(reader, clerk) -> dict[str, Client]:
    """The browsers of everyone without the right to change records."""
    return {"nobody": browser_of(None), "reader": browser_of(reader), "clerk": browser_of(clerk)}


def answers(client: Client, addresses: dict[str, str]) -> dict[str, int]:
    return {name: client.get(url).status_code for name, url in addresses.items()}


@pytest.mark.parametrize("state", STATES)
def test_a_hidden_record_is_behind_no_address_for_outsiders(state, outsiders, language):
    addresses = Records(state).addresses(language)
    for client in outsiders.values():
        assert answers(client, addresses) == dict.fromkeys(OF_A_RECORD, 404)


@pytest.mark.parametrize("state", STATES)
def test_those_who_may_change_a_hidden_record_see_it_at_its_real_address(state, editor, language):
    addresses = Records(state).addresses(language)
    assert answers(browser_of(editor), addresses) == {**dict.fromkeys(OF_A_RECORD, 200), "old_address": 301}


def test_a_published_record_is_open_to_all(outsiders, language):
    addresses = Records("published").addresses(language)
    for client in outsiders.values():
        assert answers(client, addresses) == {**dict.fromkeys(OF_A_RECORD, 200), "old_address": 301}


def test_minutes_and_agreements_are_handed_only_to_those_who_keep_them(outsiders, editor):
    addresses = Records("published").never_public()
    for client in outsiders.values():
        assert answers(client, addresses) == dict.fromkeys(NEVER_PUBLIC, 404)
    assert answers(browser_of(editor), addresses) == dict.fromkeys(NEVER_PUBLIC, 200)


# Files, in every way of handing them out ----------------------------------------------------------


class SigningFolder(FileSystemStorage):
    """A folder that signs addresses as an object store does, so that this way can be asked without one."""

    def signed_address(self, name: str, *, content_type: str, disposition: str) -> str:
        return f"https://store.example.org/{name}?signature=1"


HANDED_OUT = {"django": 200, "nginx": 200, "signed": 302}


@pytest.fixture(params=HANDED_OUT)
def way(request, settings) -> str:
    """Run the test once in each way of handing out files."""
    settings.FILES_BY = request.param
    if request.param == "signed":
        signing = {"BACKEND": f"{__name__}.SigningFolder"}
        settings.STORAGES = {**settings.STORAGES, "default": signing}
    return request.param


def file_doors(records: Records) -> dict[str, str]:
    """Return every address of a file of these records: the public ones, the private ones, and the desk's own."""
    public = {name: url for name, url in records.addresses("en").items() if name in FILES}
    kept = {
        "photo": (records.photo, "image"),
        "portrait": (records.person, "portrait"),
        "logo": (records.institution, "logo"),
        "attachment": (records.attachment, "file"),
        "minutes": (records.meeting, "minutes_file"),
        "agreement": (records.agreement, "document"),
    }
    desk = {}
    for name, (record, field) in kept.items():
        with contextlib.suppress(NoReverseMatch):  # rows of a form have no page of their own at the desk
            options = record._meta
            address = f"admin:{options.app_label}_{options.model_name}_file"
            desk[f"desk {name}"] = reverse(address, args=[record.pk, field])
            if field in ("image", "portrait", "logo"):
                desk[f"desk {name} small"] = f"{desk[f'desk {name}']}?width=320"
    return {**public, **records.never_public(), **desk}


def gives_a_file(response) -> bool:
    """Say whether an answer holds a file, or leads to one."""
    leads = "store.example.org" in response.headers.get("Location", "")
    return response.status_code in (200, 304) or leads or "X-Accel-Redirect" in response.headers


@pytest.mark.parametrize("state", [*STATES, "published"])
def test_every_file_door_gives_to_those_who_may_see_the_record_and_to_nobody_else(
    state, way, outsiders, editor
):
    doors = file_doors(Records(state))
    open_to_all = FILES if state == "published" else set()
    for client in outsiders.values():
        assert {name for name, url in doors.items() if gives_a_file(client.get(url))} == open_to_all
    keeper = browser_of(editor)
    assert answers(keeper, doors) == dict.fromkeys(doors, HANDED_OUT[way])
    kept = {name: set(keeper.get(url).headers["Cache-Control"].split(", ")) for name, url in doors.items()}
    assert {name for name, said in kept.items() if not {"private", "no-store"} <= said} == set()


def test_after_withdrawal_no_file_is_handed_out_even_to_those_who_have_it(way):
    records = Records("published")
    client = Client()
    doors = {name: url for name, url in file_doors(records).items() if name in FILES}
    given = {name: client.get(url) for name, url in doors.items()}
    assert {name: one.status_code for name, one in given.items()} == dict.fromkeys(FILES, HANDED_OUT[way])
    for record in (records.event, records.institution, records.person, records.album):
        for code in codes():
            record.withdraw(code)
    for name, url in doors.items():
        known = {"if-none-match": given[name].headers.get("ETag", "")}
        assert client.get(url, headers=known).status_code == 404
        assert client.head(url).status_code == 404


def test_the_desk_has_a_door_for_each_kind_of_file_with_a_page_of_its_own():
    desk = {name for name in file_doors(Records("draft")) if name.startswith("desk")}
    assert desk >= {"desk photo", "desk portrait", "desk logo", "desk agreement"}


def lists_that_say(hidden: str, client: Client) -> set[str]:
    """Return the names of the lists on which the words stand, the reader's own question left out."""
    said = set()
    for name in LISTS:
        asked = name == "search"
        page = client.get(reverse(name), {"q": hidden} if asked else {}).content.decode()
        if "/hidden" in page or re.search(rf"<a [^>]*>(?:(?!</a>).)*{hidden.split()[0]}", page, re.S):
            said.add(name)
    return said


@pytest.mark.parametrize("state", STATES)
def test_lists_are_silent_about_hidden_records(state, outsiders, language):
    Records(state)
    for client in outsiders.values():
        assert lists_that_say(HIDDEN[language], client) == set()


def test_lists_speak_of_published_records(outsiders, language):
    Records("published")
    for client in outsiders.values():
        assert lists_that_say(HIDDEN[language], client) >= {
            "event_list",
            "institution_list",
            "album_list",
            "search",
            "home",
        }


def test_after_withdrawal_every_address_is_dead_at_the_next_request(language):
    records = Records("published")
    client = Client()
    before = [client.get(url).status_code for url in records.addresses(language).values()]
    for record in (records.event, records.institution, records.person, records.album, records.page):
        for code in codes():
            record.withdraw(code)
    after = [client.get(url).status_code for url in records.addresses(language).values()]
    assert (set(before), set(after)) == ({200, 301}, {404})


PRIVATE = "privateword"


def test_private_fields_are_in_no_public_page(client, language):
    home = make_institution(is_home=True)
    event = make_event(notes=f"{PRIVATE} 1")
    institution = make_institution(is_partner=True)
    person = make_person(email=f"{PRIVATE}@example.org", phone=f"{PRIVATE} 2")
    person.positions.create(institution=home)
    meeting = make_meeting(event, notes=f"{PRIVATE} 3", minutes_note=f"{PRIVATE} 4", institution=institution)
    make_participation(event, person, meeting=meeting)
    make_followup(event, meeting=meeting, what_en=f"{PRIVATE} 5", sentence=f"{PRIVATE} 6")
    agreement = Agreement.objects.create(
        title_en=f"{PRIVATE} 7", title_ar=f"{PRIVATE} 7", notes=f"{PRIVATE} 8"
    )
    agreement.parties.add(home, institution)
    Attachment.objects.create(event=event, file=ContentFile(b"%PDF-1.7", "a.pdf"), title_en=f"{PRIVATE} 9")
    published(person)
    addresses = [
        event.url_in(language),
        institution.url_in(language),
        person.url_in(language),
        *map(reverse, sorted(LISTS)),
    ]
    pages = {url: client.get(url).content.decode() for url in addresses}
    assert [url for url, page in pages.items() if PRIVATE in page] == []
    assert PRIVATE not in client.get(reverse("search"), {"q": "7"}).content.decode()


def test_anonymous_pages_set_no_cookie(client, language):
    event = make_event()
    response = client.get(event.url_in(language))
    assert response.status_code == 200
    assert response.cookies == {}


def test_signed_in_answers_are_kept_by_no_cache(editor, language):
    client = browser_of(editor)
    response = client.get(make_event().url_in(language))
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_first_address_chooses_by_the_readers_language_and_says_so(client):
    for accepted, target in (("ar,en;q=0.5", "/ar/"), ("en-GB", "/en/"), ("fr", "/en/")):
        response = client.get("/", HTTP_ACCEPT_LANGUAGE=accepted)
        assert (response.status_code, response.headers["Location"]) == (302, target)
        assert "Accept-Language" in response.headers["Vary"]


def test_an_address_with_a_language_never_leads_to_another(client, language):
    response = client.get(make_event().url_in(language), HTTP_ACCEPT_LANGUAGE="fr,de")
    assert response.status_code == 200
    assert response.headers["Content-Language"] == language


def test_an_old_address_leads_for_good_to_the_report(client):
    event = make_event(old_address="/executive-director-visits/", languages=["ar"])
    response = client.get("/executive-director-visits/")
    assert (response.status_code, response.headers["Location"]) == (301, event.url_in("ar"))


def test_files_carry_nosniff_and_a_sandbox(client):
    records = Records("published")
    for name in ("photo_file", "attachment_file"):
        response = client.get(records.addresses("en")[name])
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["Content-Disposition"].startswith("attachment; ")


def test_an_address_with_a_nul_is_not_found(client):
    assert client.get("/visit%00/").status_code == 404
