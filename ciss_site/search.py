"""Search by title and text: one question to every Publishable, found through Django's registry of apps."""

from dataclasses import dataclass

from django.db.models import Q

from ciss_site.checks import publishable_models
from ciss_site.languages import columns
from ciss_site.publishing import Publishable

MOST_OF_A_KIND = 20


@dataclass(frozen=True)
class Group:
    """What was found of one kind of record; ``more`` says that not all is shown."""

    model: type[Publishable]
    found: list[Publishable]
    more: bool

    @property
    def name(self) -> str:
        return self.model._meta.verbose_name_plural


def search(question: str, user) -> list[Group]:
    """Return the records ``user`` may see that hold every word of the question, grouped by kind."""
    wanted = question.split()[:8]
    if not wanted:
        return []
    groups = []
    for model in publishable_models():
        found = list(_matching(model, wanted).visible_to(user).order_by("-pk")[: MOST_OF_A_KIND + 1])
        if found:
            groups.append(Group(model, found[:MOST_OF_A_KIND], len(found) > MOST_OF_A_KIND))
    return sorted(groups, key=lambda group: group.model._meta.app_label == "ciss_site")


def _matching(model: type[Publishable], wanted: list[str]):
    records = model.objects.all()
    for word in wanted:
        holds = Q()
        for field in model.search_fields:
            for name in columns(field):
                holds |= Q(**{f"{name}__icontains": word})
        if hasattr(model, "other_names"):
            holds |= Q(other_names__icontains=word)
        records = records.filter(holds)
    return records
