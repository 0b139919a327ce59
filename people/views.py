"""The public pages of people."""

from itertools import groupby

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ciss_site.addresses import of_record
from ciss_site.languages import any_words, column, current
from ciss_site.models import Topic
from ciss_site.serving import picture_response
from ciss_site.texts import language_line
from people.models import Person, Position
from people.staff import staff


@require_safe
def person_list(request):
    """Show the staff by department, each once, in the order of the staff list; ``?topic=`` keeps who works on it."""
    everybody = staff(Person.objects.visible_to(request.user))
    slug = request.GET.get("topic", "").strip()[:120]
    kept = [person for person in everybody if not slug or slug in {topic.slug for topic in person.topics}]
    topics = topics_of(everybody)
    context = {
        "section": "people",
        "departments": by_department(kept),
        "count": len(kept),
        "total": len(everybody),
        "topics": topics,
        "asked": slug,
        "topic": next((topic for topic in topics if topic.slug == slug), None),
    }
    return render(request, "people/person_list.html", context)


def topics_of(people: list[Person]) -> list[Topic]:
    """Return what the people work on, each topic once, in alphabetical order."""
    topics = {topic.pk: topic for person in people for topic in person.topics}
    return sorted(topics.values(), key=lambda topic: getattr(topic, column("sort_key", current().code)))


def by_department(people: list[Person]) -> list[tuple[Position, list[Person]]]:
    """Return (a post in the department, its people); the department of a person is that of the first post."""
    keyed = sorted(people, key=lambda person: any_words(person.posts[0], "department"))
    groups = [
        list(group)
        for _name, group in groupby(keyed, key=lambda person: any_words(person.posts[0], "department"))
    ]
    groups = [sorted(group, key=people.index) for group in groups]
    groups.sort(key=lambda group: people.index(group[0]))
    return [(group[0].posts[0], group) for group in groups]


@require_safe
def person_detail(request, slug: str):
    """Show one person: posts, biography, interests, degrees, publications, links and engagements."""
    record = get_object_or_404(Person.objects.visible_to(request.user), slug=slug)
    posts = list(record.positions.select_related("institution"))
    shared = (
        Person.interests.through.objects.filter(topic__people=record)
        .select_related("topic", "person")
        .order_by(
            f"topic__{column('sort_key', current().code)}", f"person__{column('sort_key', current().code)}"
        )
    )
    context = {
        "section": "people",
        "person": record,
        "record": record,
        "posts": [post for post in posts if post.is_held()],
        "former_posts": [post for post in posts if not post.is_held()],
        "degrees": record.degrees.select_related("institution", "institution__parent"),
        "publications": record.publications.select_related("outlet"),
        "links": record.links.all(),
        **interests_and_colleagues(record, shared),
        "notice": language_line(record, request.user),
        "addresses": of_record(request, record),
    }
    return render(request, "people/person_detail.html", context)


def interests_and_colleagues(person: Person, shared) -> dict:
    """Return the person's interests, and the others with a public page who share one, from the rows of both."""
    rows = list(shared)
    topics = {row.topic_id: row.topic for row in rows if row.person_id == person.pk}
    colleagues: dict[int, Person] = {}
    for row in rows:
        if row.person_id != person.pk and row.person.is_public():
            found = colleagues.setdefault(row.person_id, row.person)
            found.shared_topics = [*getattr(found, "shared_topics", []), row.topic]
    return {"interests": list(topics.values()), "colleagues": list(colleagues.values())[:6]}


@require_safe
def portrait_file(request, pk: int, rendition: str):
    """Hand out the portrait of a person that the reader may see."""
    record = get_object_or_404(Person.objects.visible_to(request.user), pk=pk)
    return picture_response(request, record.portrait, rendition)
