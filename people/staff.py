"""The staff list: who holds a post at the home institution today, each once, with posts and interests."""

from django.db.models import Prefetch, prefetch_related_objects

from ciss_site.languages import column, current
from ciss_site.models import Topic
from people.models import Person, PersonQuerySet, Position


def staff(visible: PersonQuerySet, most: int | None = None) -> list[Person]:
    """Return those of ``visible`` who are staff, in the order of the staff list.

    Each has ``posts``, the posts held today, and ``topics``, the interests in alphabetical order.
    """
    posts = (
        Position.objects.held_on()
        .filter(institution__is_home=True, person__in=visible)
        .select_related("person", "institution")
        .order_by("order", f"person__{column('sort_key', current().code)}", "-is_main", "pk")
    )
    people: dict[int, Person] = {}
    for post in posts:
        person = people.setdefault(post.person_id, post.person)
        person.posts = [*getattr(person, "posts", []), post]
    found = list(people.values())[:most]
    prefetch_related_objects(found, Prefetch("interests", Topic.objects.alphabetical(), to_attr="topics"))
    return found
