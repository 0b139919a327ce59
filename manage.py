#!/usr/bin/env python
"""Run Django's administrative commands for this site."""

import os
import sys


def main() -> None:
    """Hand the command line to Django with this site's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ciss_site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
