"""The focal point of a picture: the spot that stays in view when a picture is cropped."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

FOCAL_ACROSS = _("0 is the left edge, 1 the right.")
FOCAL_DOWN = _("0 is the top, 1 the bottom.")
OUTSIDE = _("The focal point lies outside the picture. Both numbers are between 0 and 1.")


class FocalField(models.DecimalField):
    """One of the two numbers of a focal point, from 0 (left, top) to 1 (right, bottom)."""

    default_validators = [MinValueValidator(0, OUTSIDE), MaxValueValidator(1, OUTSIDE)]

    def __init__(self, *args, **kwargs):
        kwargs = {"max_digits": 4, "decimal_places": 3, "default": Decimal("0.5"), **kwargs}
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs
