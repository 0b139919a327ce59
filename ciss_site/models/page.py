"""The site's few plain pages: about, contact, privacy, accessibility."""

from django.utils.translation import gettext_lazy as _

from ciss_site.plaintext import LineField
from ciss_site.publishing import Publishable, published_needs
from ciss_site.richtext import RichTextField


class Page(Publishable):
    """A plain page at an address of its own below the language: ``/en/about/``."""

    prose_fields = ("body",)
    required_to_publish = ("body",)
    search_fields = ("title", "body")
    url_name = "page_detail"

    title = LineField(
        _("title"), blank=True, help_text=_("What stands at the top of the page and in the browser's tab.")
    )
    body = RichTextField(
        _("text"), blank=True, help_text=_("The page itself. Headings part it; links name where they lead.")
    )

    class Meta(Publishable.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [*Publishable.Meta.constraints, *published_needs("title", "body")]
