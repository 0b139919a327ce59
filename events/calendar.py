"""One engagement as a calendar file (RFC 5545)."""

import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from events.models import Event

LINE_BYTES = 73


def as_calendar(event: Event, *, title: str, summary: str, place: str, url: str) -> str:
    """Return the engagement as a calendar of one entry; a multi-day one covers its last day in full."""
    stamp = event.changed_at.astimezone(datetime.UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_escaped(str(settings.SITE_TITLE))}//EN",
        "BEGIN:VEVENT",
        f"UID:event-{event.pk}@{settings.SITE_URL.partition('//')[2]}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        *_when(event),
        f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(summary)}",
        f"LOCATION:{_escaped(place)}",
        f"URL:{url}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines if not line.endswith(":"))


def _when(event: Event) -> list[str]:
    if event.start_time is None:
        after = event.last_day + datetime.timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{event.starts_on:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    zone = ZoneInfo(event.timezone) if event.timezone else timezone.get_default_timezone()
    start = datetime.datetime.combine(event.starts_on, event.start_time, zone).astimezone(datetime.UTC)
    lines = [f"DTSTART:{start:%Y%m%dT%H%M%SZ}"]
    if event.end_time is not None:
        end = datetime.datetime.combine(event.last_day, event.end_time, zone).astimezone(datetime.UTC)
        lines.append(f"DTEND:{end:%Y%m%dT%H%M%SZ}")
    return lines


def _escaped(text: str) -> str:
    for found, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(found, written)
    return text


def _folded(line: str) -> str:
    """Fold a line at 75 bytes without cutting a letter in two."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > LINE_BYTES:
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])
