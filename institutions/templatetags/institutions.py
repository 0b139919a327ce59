"""What the floor of institutions brings to every page: the home institution's name, and the partners' strip."""

from django import template

from institutions.models import Institution

register = template.Library()


@register.simple_tag
def home_institution() -> Institution | None:
    """``{% home_institution as home %}``: the office's own institution."""
    return Institution.objects.home()


@register.simple_tag
def partners(most: int = 8) -> list[Institution]:
    """``{% partners 8 as partners %}``: partner institutions with a public page, in alphabetical order."""
    return list(Institution.objects.published().partners().select_related("parent").alphabetical()[:most])
