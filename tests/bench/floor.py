"""The floor: an album's page as one would write it by hand for one language, with the same content and markup and nothing else.

One query for the album, one for its photographs, one template without inheritance, translation or tags of ours.
The site is measured against it.
"""

from django.http import HttpResponse
from django.template import Context, Engine

from events.models import Album

SOURCE = (
    "{% for width in photo.renditions.full %}/files/photographs/{{ photo.pk }}/{{ width }}.ENDING {{ width }}w"
    "{% if not forloop.last %}, {% endif %}{% endfor %}"
)
PAGE = Engine().from_string(
    """<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><title>{{ album.title_en }}</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/static/css/site.css"></head>
<body>
<header><a href="/en/">The Center</a><nav><ul><li><a href="/en/events/">Events</a></li>
<li><a href="/en/institutions/">Institutions</a></li><li><a href="/en/people/">People</a></li>
<li><a href="/en/gallery/">Gallery</a></li></ul></nav></header>
<main><h1>{{ album.title_en }}</h1><p>{{ album.intro_en }}</p>
<ul class="gallery">{% for photo in photos %}
<li class="r-3x2"><a href="/en/gallery/{{ album.slug }}/{{ photo.pk }}/"><picture>
<source type="image/avif" srcset="AVIF" sizes="auto, 30vw"><source type="image/webp" srcset="WEBP" sizes="auto, 30vw">
<img src="/files/photographs/{{ photo.pk }}/960.jpg" srcset="JPG" sizes="auto, 30vw" width="{{ photo.width }}"
height="{{ photo.height }}" alt="{{ photo.alt_en }}" loading="lazy" decoding="async"></picture></a></li>{% endfor %}
</ul><p>{{ photos|length }} photographs.</p></main>
<footer><p>The Center</p></footer>
</body></html>""".replace("AVIF", SOURCE.replace("ENDING", "avif"))
    .replace("WEBP", SOURCE.replace("ENDING", "webp"))
    .replace("JPG", SOURCE.replace("ENDING", "jpg"))
)


def album_page(_request, slug: str) -> HttpResponse:
    """Answer with the album's page, written by hand."""
    album = Album.objects.get(slug=slug, state_en="published")
    photos = list(album.photos.order_by("order", "pk"))
    return HttpResponse(PAGE.render(Context({"album": album, "photos": photos})))
