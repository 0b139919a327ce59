"""A third language is a row in the registry, a setting, and one generated migration: nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.slow
def test_urdu_is_added_by_a_row_a_setting_and_one_migration(tmp_path):
    environment = {
        "PATH": os.environ["PATH"],
        "ENV_FILE": os.devnull,
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "ciss_site.settings",
        "DATA_DIR": str(tmp_path),
        "DEBUG": "True",
        "SITE_LANGUAGES": "en,ar,ur",
        "SECRET_KEY": "k3J9-qLw0Zr7xYv5Tn2Bm8Hc4Fd6Gs1Pa-uEoIiQzWxCvRtYbN",
    }
    command = [sys.executable, "tests/ground/third_language.py", str(tmp_path)]
    result = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    assert result.stderr == ""
    assert result.stdout.splitlines() == ["200 True True True", "200 False True True", "True"]
