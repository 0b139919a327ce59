"""Pictures: decoded whole and encoded anew when they come in, and made in the sizes of pages by a worker."""

from ciss_site.images.field import (
    PictureField,
    PictureFile,
    RenditionsField,
    WorkMarkField,
    picture_fields,
)
from ciss_site.images.focal import FOCAL_ACROSS, FOCAL_DOWN, FocalField
from ciss_site.images.intake import CleanPicture, read_picture, read_rendition

__all__ = [
    "FOCAL_ACROSS",
    "FOCAL_DOWN",
    "CleanPicture",
    "FocalField",
    "PictureField",
    "PictureFile",
    "RenditionsField",
    "WorkMarkField",
    "picture_fields",
    "read_picture",
    "read_rendition",
]
