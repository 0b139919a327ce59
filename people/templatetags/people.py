"""What the floor of people brings to the home page: the experts' strip."""

from django import template
from django.db.models import Prefetch

from people.models import Person, Position

register = template.Library()


@register.simple_tag
def experts(most: int = 6) -> list[Person]:
    """``{% experts 6 as experts %}``: staff with a public page, with the posts they hold today in ``posts``."""
    held = Position.objects.held_on().filter(institution__is_home=True)
    staff = Person.objects.published().staff().prefetch_related(Prefetch("positions", held, to_attr="posts"))
    return list(staff.alphabetical()[:most])
