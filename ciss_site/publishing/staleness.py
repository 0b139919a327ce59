"""From which original each translated text was made: staleness is computed from it, never ticked.

``text_history`` of a Publishable has the shape ``{code: {field: {"hash", "changed_at", "from"}}}``; "from" is the
hash of the original's text at the time this text was last changed.
"""

import hashlib
from datetime import datetime

from django.utils import timezone

from ciss_site.languages import codes, words_in


def stale_since(record, code: str) -> datetime | None:
    """Return when the original changed after the translation ``code`` was made, or None if it still says the same."""
    if code == record.source_language:
        return None
    original = record.text_history.get(record.source_language, {})
    changes = [
        original[field]["changed_at"]
        for field, entry in record.text_history.get(code, {}).items()
        if field in original
        and entry.get("from") != original[field]["hash"]
        and words_in(record, field, code)
    ]
    return datetime.fromisoformat(max(changes)) if changes else None


def remember_texts(record) -> None:
    """Note in ``text_history`` which texts have changed since the last save, when, and from which original."""
    now = timezone.now().isoformat(timespec="seconds")
    fields = (record.title_field, *record.prose_fields)
    hashes = {code: {field: _hash(words_in(record, field, code)) for field in fields} for code in codes()}
    history = {code: dict(entries) for code, entries in record.text_history.items()}
    for code, by_field in hashes.items():
        entries = history.setdefault(code, {})
        for field, present in by_field.items():
            if entries.get(field, {}).get("hash") != present:
                entries[field] = {
                    "hash": present,
                    "changed_at": now,
                    "from": hashes[record.source_language][field],
                }
    record.text_history = history


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
