"""The records of engagements, one subject a file."""

from events.models.event import Event, EventInstitution
from events.models.followup import FollowUp, FollowUpEntry
from events.models.gallery import Album, Attachment, Photo, PhotoPerson
from events.models.meeting import Meeting
from events.models.participation import Participation

__all__ = [
    "Album",
    "Attachment",
    "Event",
    "EventInstitution",
    "FollowUp",
    "FollowUpEntry",
    "Meeting",
    "Participation",
    "Photo",
    "PhotoPerson",
]
