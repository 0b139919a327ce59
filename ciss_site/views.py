"""The ground's pages: home, search, the plain pages, and the pages for what went wrong."""

from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from ciss_site.addresses import of_record
from ciss_site.models import Page
from ciss_site.search import search as search_records
from ciss_site.texts import language_line


@require_safe
def home(request):
    """Show who the office is and what is new; each app brings its own strip to the template."""
    return render(request, "home.html", {"section": "home"})


@require_safe
def search(request):
    """Show what is found for ``?q=``, grouped by kind."""
    question = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    groups = search_records(question, request.user)
    count = sum(len(group.found) for group in groups)
    context = {"section": "search", "question": question, "groups": groups, "count": count}
    return render(request, "search.html", context)


@require_safe
def page_detail(request, slug: str):
    """Show one of the plain pages, such as about or privacy."""
    page = get_object_or_404(Page.objects.visible_to(request.user), slug=slug)
    context = {
        "section": page.slug,
        "page": page,
        "record": page,
        "notice": language_line(page, request.user),
        "addresses": of_record(request, page),
    }
    return render(request, "page_detail.html", context)


def not_found(request, exception=None):
    """Say in the reader's language that nothing stands at the address, with ways on."""
    response = render(request, "404.html", {"section": "", "is_error": True}, status=404)
    patch_vary_headers(response, ["Accept-Language"])
    return response


def forbidden(request, exception=None):
    """Say in the reader's language that the page is not for them."""
    return render(request, "403.html", {"section": "", "is_error": True}, status=403)


def bad_request(request, exception=None):
    """Say that the request could not be understood."""
    return render(request, "400.html", {"section": "", "is_error": True}, status=400)


def server_error(request):
    """Say that the fault is ours: without database or context, in every language at once."""
    return render(request, "500.html", status=500)


def csrf_failure(request, reason=""):
    """Say that the form was open too long or came from elsewhere, and that nothing was stored."""
    return render(request, "403_csrf.html", {"section": "", "is_error": True}, status=403)
