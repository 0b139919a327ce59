"""What the floor of people brings to pages: names with their rank, the experts' strip, degrees of a university."""

from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ciss_site.languages import REGISTRY, column, current, words_in
from ciss_site.texts import Text, text_of
from institutions.models import Institution
from people.models import Degree, Person, Position, ProfileLink, Publication
from people.staff import staff

register = template.Library()


def _user(context):
    return getattr(context.get("request"), "user", None)


@register.simple_tag
def experts(most: int = 6) -> list[Person]:
    """``{% experts 6 as experts %}``: staff with a public page, with ``posts`` held today and ``topics``."""
    return staff(Person.objects.published(), most)


@register.simple_tag(takes_context=True)
def full_name(context, person) -> SafeString:
    """``{% full_name person %}``: today's title or rank and the name, both in one language."""
    name = text_of(person, "name", _user(context))
    rank = words_in(person, "honorific", name.code)
    return Text(f"{rank} {name.words}".strip(), name.code).as_line(current().code)


@register.simple_tag(takes_context=True)
def rank_then(context, row) -> str:
    """``{% rank_then row %}``: the rank of that day, where it is recorded in the language the name is shown in."""
    name = text_of(row.person, "name", _user(context))
    rank = words_in(row, "honorific_at_the_time", name.code)
    return Text(rank, name.code).as_line(current().code)


@register.filter
def main_post(person: Person) -> Position | None:
    """``{{ person|main_post }}``: the post that stands first among those held today, from the posts already fetched."""
    held = [post for post in person.positions.all() if post.is_held()]
    return held[0] if held else None


@register.simple_tag(takes_context=True)
def degrees_of(context, institution: Institution) -> list[Degree]:
    """``{% degrees_of institution as degrees %}``: degrees of the institution or a centre inside it, by name of who has them."""
    people = Person.objects.visible_to(_user(context)).values("pk")
    inside = Institution.objects.with_centres_of(institution).values("pk")
    degrees = Degree.objects.filter(institution__in=inside, person__in=people).select_related(
        "person", "institution"
    )
    return sorted(
        degrees, key=lambda degree: (getattr(degree.person, column("sort_key", current().code)), degree.order)
    )


@register.simple_tag
def work_title(publication: Publication) -> SafeString:
    """``{% work_title publication %}``: the title as printed, in the quotation marks of the page."""
    row = REGISTRY.get(publication.language)
    opening, closing = current().quotes
    direction = row.direction if row else "auto"
    title = format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>', publication.language, direction, publication.title
    )
    if publication.url:
        title = format_html('<a class="linked" href="{}">{}</a>', publication.url, title)
    return format_html("{}{}{}", opening, title, closing)


@register.filter
def shown_handle(link: ProfileLink) -> str:
    """``{{ link|shown_handle }}``: @name on X, the bare address of a website, the handle as it is elsewhere."""
    if "://" in link.handle:
        parts = urlsplit(link.handle)
        return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
    return f"@{link.handle.lstrip('@')}" if link.service == ProfileLink.Service.X else link.handle
