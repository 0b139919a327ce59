"""The desk's cast: Aisha signed in, the first engagement as it would be entered, and a form as a browser sends it."""

import datetime
from html.parser import HTMLParser

import pytest

from ciss_site.languages import set_words
from events.models import EventInstitution
from tests.factories import (
    make_event,
    make_followup,
    make_institution,
    make_meeting,
    make_participation,
    make_person,
    make_topic,
)


@pytest.fixture
def desk(client, editor):
    """The client of Aisha, signed in."""
    client.force_login(editor)
    return client


@pytest.fixture
def visit(db):
    """A visit still in draft: an institution that invited, two meetings, one person in each, and a promise."""
    institute = make_institution("Institute of Oriental Studies", "معهد الاستشراق")
    event = make_event("Visit to Moscow", "زيارة إلى موسكو", languages=[], slug="visit-to-moscow")
    EventInstitution.objects.create(event=event, institution=institute, role="invited_by")
    event.topics.add(make_topic())
    for number in (1, 2):
        meeting = make_meeting(event, institution=institute, order=number, minutes_state="awaited")
        make_participation(event, make_person(), meeting=meeting, institution=institute)
    make_followup(event, meeting=meeting, institution=institute)
    return event


@pytest.fixture
def other_event(db):
    """An engagement of another year, with one meeting."""
    event = make_event("Visit to Beijing", "زيارة إلى بكين", starts_on=datetime.date(2019, 5, 6))
    meeting = make_meeting(event)
    set_words(meeting, "title", en="Session in Beijing", ar="جلسة في بكين")
    meeting.save()
    return event


class Inputs(HTMLParser):
    """Every control of the record's form, as its name and attributes, and what a browser would send."""

    def __init__(self, html: str):
        super().__init__()
        self.controls, self.data = {}, {}
        self._form = self._select = self._textarea = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self._form = attributes.get("id", "")
        if not (self._form or "").endswith("_form") or self._form == "changelist-form":
            return
        name = attributes.get("name")
        if tag == "option" and self._select and "selected" in attributes:
            self.data.setdefault(self._select, []).append(attributes.get("value", ""))
        if tag not in ("input", "select", "textarea") or not name:
            return
        self.controls[name] = attributes
        kind = attributes.get("type", "text")
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._textarea = name
            self.data[name] = [""]
        elif kind in ("checkbox", "radio"):
            if "checked" in attributes:
                self.data.setdefault(name, []).append(attributes.get("value", "on"))
        elif kind not in ("submit", "file"):
            self.data[name] = [attributes.get("value", "")]

    def handle_data(self, data):
        if self._textarea:
            self.data[self._textarea] = [self.data[self._textarea][0] + data]

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._textarea = None
        elif tag == "select":
            self._select = None
        elif tag == "form":
            self._form = None


@pytest.fixture
def filled(desk):
    """What a browser sends for the form at an address, changed as told; a value of None takes the field out."""

    def fill(address, **changes):
        data = dict(Inputs(desk.get(address).content.decode()).data)
        data.update({name: value for name, value in changes.items() if value is not None})
        return {name: value for name, value in data.items() if changes.get(name, "") is not None}

    return fill
