"""What every page's template is given."""


def page(_request) -> dict:
    """Return the context shared by all pages."""
    return {}
