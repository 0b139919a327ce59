"""A constraint that Django lacks: two columns together refer to two columns of another table."""

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.ddl_references import Statement, Table
from django.utils.translation import gettext_lazy as _


class SameParent(models.BaseConstraint):
    """What ``child`` refers to must share this record's ``parent``: a meeting must be of the same event.

    A deferred composite foreign key ``(parent, child) -> (parent, id)``; the other table needs a plain unique
    constraint on those two. A record without ``child`` passes.
    """

    def __init__(
        self, *, parent: str, child: str, name: str, violation_error_code=None, violation_error_message=None
    ):
        self.parent, self.child = parent, child
        super().__init__(
            name=name,
            violation_error_code=violation_error_code,
            violation_error_message=violation_error_message,
        )

    def _columns(self, model, schema_editor) -> dict[str, str]:
        child = model._meta.get_field(self.child)
        other = child.related_model
        quote = schema_editor.quote_name
        return {
            "name": quote(self.name),
            "parent": quote(model._meta.get_field(self.parent).column),
            "child": quote(child.column),
            "other": quote(other._meta.db_table),
            "other_parent": quote(other._meta.get_field(self.parent).column),
            "other_id": quote(other._meta.pk.column),
        }

    def constraint_sql(self, model, schema_editor) -> str:
        return (
            "CONSTRAINT {name} FOREIGN KEY ({parent}, {child}) REFERENCES {other} ({other_parent}, {other_id}) "
            "DEFERRABLE INITIALLY DEFERRED".format(**self._columns(model, schema_editor))
        )

    def create_sql(self, model, schema_editor) -> Statement:
        return Statement(
            "ALTER TABLE %(table)s ADD %(constraint)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            constraint=self.constraint_sql(model, schema_editor),
        )

    def remove_sql(self, model, schema_editor) -> Statement:
        return Statement(
            "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=schema_editor.quote_name(self.name),
        )

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        if exclude and (self.parent in exclude or self.child in exclude):
            return
        child = getattr(instance, self.child)
        parent_id = getattr(instance, model._meta.get_field(self.parent).attname)
        if child is not None and parent_id is not None and getattr(child, f"{self.parent}_id") != parent_id:
            raise ValidationError(
                {
                    self.child: ValidationError(
                        self.get_violation_error_message(), code=self.violation_error_code
                    )
                }
            )

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "parent": self.parent, "child": self.child}

    def __eq__(self, other) -> bool:
        return isinstance(other, SameParent) and self.deconstruct() == other.deconstruct()

    __hash__ = None


OF_ANOTHER_EVENT = _(
    "That meeting belongs to another event. Choose one of this event's own meetings, or none."
)
