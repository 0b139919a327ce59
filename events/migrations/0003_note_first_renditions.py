"""Note on each row the WebP files that its picture was stored with so far; the worker makes the rest."""

from django.db import migrations

PICTURES = (
    ("events", "Photo", "image", "width", "renditions"),
    ("people", "Person", "portrait", "portrait_width", "portrait_renditions"),
    ("institutions", "Institution", "logo", "logo_width", "logo_renditions"),
)


def note(apps, _editor):
    for app, model, name, width_name, renditions_name in PICTURES:
        rows = apps.get_model(app, model)._base_manager.exclude(**{name: ""})
        for row in rows.exclude(**{f"{name}__isnull": True}).iterator():
            widths = [one for one in (320, 640, 960, 1600) if one < (getattr(row, width_name) or 0)]
            folder = getattr(row, name).name.rpartition("/")[0]
            noted = {"folder": folder, "endings": ["webp"], "full": widths} if widths else {}
            apps.get_model(app, model)._base_manager.filter(pk=row.pk).update(**{renditions_name: noted})


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0002_logo_renditions"),
        ("people", "0002_portrait_renditions"),
        ("events", "0002_photo_renditions"),
    ]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]
