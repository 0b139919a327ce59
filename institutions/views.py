"""The public register of institutions, and the files that belong to it."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from ciss_site.addresses import of_record
from ciss_site.publishing import may_change
from ciss_site.serving import document_response, picture_response
from ciss_site.texts import language_line
from institutions.models import Agreement, Institution, InstitutionKind


@require_safe
def institution_list(request):
    """Show the institutions by country, those with most first; ``?kind=`` keeps one kind."""
    shown = (
        Institution.objects.visible_to(request.user)
        .filter(is_home=False)
        .select_related("parent")
        .alphabetical()
    )
    everything = list(shown)
    kinds = {row.kind for row in everything}
    kind = request.GET.get("kind", "")
    kept = [row for row in everything if kind not in kinds or row.kind == kind]
    context = {
        "section": "institutions",
        "countries": by_country(kept),
        "kinds": [(value, label) for value, label in InstitutionKind.choices if value in kinds],
        "kind": kind if kind in kinds else "",
        "count": len(kept),
        "total": len(everything),
    }
    return render(request, "institutions/institution_list.html", context)


def by_country(rows: list[Institution]) -> list[tuple[str, list[Institution]]]:
    """Return (country's name, its institutions), the country with most first; without country at the end."""
    keyed = sorted(rows, key=lambda row: row.country.code or "~")
    groups = [(code, list(group)) for code, group in groupby(keyed, key=lambda row: row.country.code or "")]
    groups.sort(key=lambda pair: (not pair[0], -len(pair[1]), pair[0]))
    return [
        (group[0].country.name if code else gettext("Country not recorded"), group) for code, group in groups
    ]


@require_safe
def institution_detail(request, slug: str):
    """Show one institution: its centres, public agreements and the history of engagement, year by year."""
    rows = list(
        Institution.objects.visible_to(request.user)
        .with_centres_at(slug)
        .select_related("parent")
        .alphabetical()
    )
    record = next((row for row in rows if row.slug == slug), None)
    if record is None:
        raise Http404
    shown_name = record.words("name")
    context = {
        "section": "institutions",
        "institution": record,
        "record": record,
        "centres": [row for row in rows if row is not record],
        "also_written": [name for name in record.all_names() if name != shown_name],
        "agreements": list(
            Agreement.objects.visible_to(request.user).filter(is_public=True).with_institution(record)
        ),
        "notice": language_line(record, request.user),
        "addresses": of_record(request, record),
    }
    return render(request, "institutions/institution_detail.html", context)


@require_safe
def logo_file(request, pk: int, rendition: str):
    """Hand out the logo of an institution that the reader may see."""
    record = get_object_or_404(Institution.objects.visible_to(request.user), pk=pk)
    return picture_response(request, record.logo, rendition)


@require_safe
def agreement_file(request, pk: int):
    """Hand out the document of an agreement to those who may change agreements, and to nobody else."""
    if not may_change(request.user, Agreement):
        raise Http404
    record = get_object_or_404(Agreement.objects.exclude(document=""), pk=pk)
    return document_response(request, record.document, str(record))
