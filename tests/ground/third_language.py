"""Run by test_third_language.py in a process of its own: the site with Urdu as its third language, from an empty database."""

import datetime
import sys
from pathlib import Path

import django
from django.core.management import call_command

from ciss_site.languages import ARABIC, REGISTRY, Language

REGISTRY["ur"] = Language("ur", "اردو", "Urdu", "rtl", "Arabic", ARABIC, "ur_PK", ("“", "”"))
django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402

for app in ("ciss_site", "institutions", "people", "events"):
    folder = Path(sys.argv[1]) / f"new_{app}"
    folder.mkdir()
    for path in [Path(app, "migrations", "__init__.py"), *sorted(Path(app, "migrations").glob("0*.py"))]:
        (folder / path.name).write_text(path.read_text())
    settings.MIGRATION_MODULES[app] = f"new_{app}"
sys.path.insert(0, sys.argv[1])
call_command("makemigrations", verbosity=0, name="urdu")
call_command("migrate", verbosity=0)

from ciss_site.models import User  # noqa: E402
from events.models import Event  # noqa: E402

event = Event(
    starts_on=datetime.date(2018, 4, 3),
    title_ur="ماسکو کا دورہ",
    summary_ur="ایک دورہ۔",
    source_language="ur",
    slug="moscow",
)
event.save()
event.publish("ur", by=User.objects.create(username="publisher"))
for address in ("/ur/events/moscow/", "/en/events/moscow/"):
    page = Client().get(address, HTTP_HOST="localhost")
    text = page.content.decode()
    print(page.status_code, '<html lang="ur" dir="rtl"' in text, "ماسکو کا دورہ" in text, 'lang="ur"' in text)
print(
    sorted(path.parent.name for path in Path(sys.argv[1]).glob("new_*/*_urdu.py"))
    == ["new_ciss_site", "new_events", "new_institutions", "new_people"]
    or "more than one migration an app"
)
