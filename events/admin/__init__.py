"""The desk of engagements, one subject a file."""

from events.admin.event import EventAdmin
from events.admin.followup import FollowUpAdmin
from events.admin.gallery import AlbumAdmin, AttachmentAdmin, PhotoAdmin
from events.admin.meeting import MeetingAdmin

__all__ = ["AlbumAdmin", "AttachmentAdmin", "EventAdmin", "FollowUpAdmin", "MeetingAdmin", "PhotoAdmin"]
