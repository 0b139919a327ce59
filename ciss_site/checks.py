"""What `manage.py check` holds every Publishable to: bilingual, with a page, its constraints and its right."""

from django.apps import apps
from django.core.checks import Error, Tags, register

from ciss_site.languages import codes, column
from ciss_site.publishing import Publishable


def publishable_models() -> list[type[Publishable]]:
    """Return every model with published pages, in the order of the apps."""
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


@register(Tags.models)
def check_publishables(app_configs, **_kwargs) -> list[Error]:
    """Return one error for each promise of a Publishable that a model breaks."""
    return [error for model in publishable_models() for error in _broken_promises(model)]


def _broken_promises(model: type[Publishable]) -> list[Error]:
    constraints = {constraint.name for constraint in model._meta.constraints}
    indexes = {index.name for index in model._meta.indexes}
    prefix = f"{model._meta.app_label}_{model._meta.model_name}"
    errors = []
    if not model.url_name:
        errors.append(_error(model, "has no page. Set url_name to the name of its address.", 1))
    if not model._meta.default_permissions or "change" not in model._meta.default_permissions:
        errors.append(_error(model, "has no change permission, so nobody could see its drafts.", 2))
    for field in (model.title_field, *model.prose_fields, *model.search_fields):
        for code in codes():
            if not any(one.name == column(field, code) for one in model._meta.get_fields()):
                errors.append(
                    _error(
                        model,
                        f"has no {column(field, code)}. Register {field} in the app's translation.py.",
                        3,
                    )
                )
    for code in codes():
        for name in (
            f"{prefix}_state_{code}",
            f"{prefix}_when_{code}",
            f"{prefix}_{model.title_field}_{code}",
        ):
            if name not in constraints:
                errors.append(
                    _error(
                        model,
                        f"lost the constraint {name}. Its Meta must add to Publishable.Meta.constraints.",
                        4,
                    )
                )
        if f"{model._meta.model_name}_feed_{code}" not in indexes:
            errors.append(
                _error(
                    model,
                    f"lost the index of its feed in {code}. Its Meta must add to Publishable.Meta.indexes.",
                    5,
                )
            )
    return errors


def _error(model: type[Publishable], sentence: str, number: int) -> Error:
    return Error(f"{model.__name__} {sentence}", obj=model, id=f"ciss_site.E00{number}")
