"""The house: imports run down the floors only, and nobody writes a language's columns by hand."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ["ciss_site", "institutions", "people", "events"]
# Inside the ground the same rule holds between capabilities: each may import those before it.
GROUND = [
    "languages",
    "plaintext",
    "richtext",
    "sorting",
    "publishing",
    "images",
    "texts",
    "search",
    "editing",
]
HAND_WRITTEN = ("_en", "_ar")
MAY_NAME_LANGUAGES = ("migrations", "demo", "locale", "formats")


def modules(floor: str) -> list[Path]:
    return sorted(path for path in (ROOT / floor).rglob("*.py") if "migrations" not in path.parts)


def imports(path: Path) -> set[str]:
    """Return the dotted names of all modules a file imports, inside functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("floor", FLOORS)
def test_imports_run_down_the_floors_only(floor):
    above = FLOORS[FLOORS.index(floor) + 1 :]
    upward = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(floor)
        for name in imports(path)
        if name.split(".")[0] in above
    ]
    assert upward == []


def test_inside_the_ground_imports_run_one_way():
    places = {f"ciss_site.{name}": number for number, name in enumerate(GROUND)}
    backward = []
    for name, number in places.items():
        file = ROOT / f"{name.replace('.', '/')}.py"
        for path in [file] if file.exists() else sorted(file.with_suffix("").rglob("*.py")):
            for imported in imports(path):
                top = ".".join(imported.split(".")[:2])
                if places.get(top, -1) > number:
                    backward.append(f"{path.relative_to(ROOT)} imports {imported}")
    assert backward == []


@pytest.mark.parametrize("floor", FLOORS)
def test_every_module_says_its_subject_in_its_first_line(floor):
    silent = []
    for path in modules(floor):
        text = path.read_text().strip()
        if text and not ast.get_docstring(ast.parse(text)):
            silent.append(str(path.relative_to(ROOT)))
    assert silent == []


def test_public_functions_and_classes_say_what_they_are():
    silent = []
    for floor in FLOORS:
        for path in modules(floor):
            for node in ast.parse(path.read_text()).body:
                if (
                    isinstance(node, ast.FunctionDef | ast.ClassDef)
                    and not node.name.startswith("_")
                    and not ast.get_docstring(node)
                    and path.name not in ("translation.py",)
                ):
                    silent.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert silent == []


def test_no_language_column_is_written_by_hand():
    found = []
    for floor in FLOORS:
        for path in modules(floor):
            if set(path.relative_to(ROOT).parts) & set(MAY_NAME_LANGUAGES):
                continue
            for node in ast.walk(ast.parse(path.read_text())):
                name = (
                    node.attr
                    if isinstance(node, ast.Attribute)
                    else node.arg
                    if isinstance(node, ast.keyword)
                    else None
                )
                if isinstance(name, str) and name.endswith(HAND_WRITTEN):
                    found.append(f"{path.relative_to(ROOT)}: {name}")
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and node.value.endswith(HAND_WRITTEN)
                    and " " not in node.value
                ):
                    found.append(f"{path.relative_to(ROOT)}: {node.value}")
    assert found == []


def test_no_file_grows_past_what_one_can_hold_in_mind():
    long = [
        f"{path.relative_to(ROOT)}: {count}"
        for floor in FLOORS
        for path in modules(floor)
        # The demonstration content is prose, not code.
        if "demo" not in path.parts and (count := len(path.read_text().splitlines())) > 420
    ]
    assert long == []


def test_there_is_no_corridor():
    corridors = {"core", "common", "utils", "helpers", "managers", "services", "selectors", "signals"}
    names = {path.stem for floor in FLOORS for path in (ROOT / floor).rglob("*")}
    assert names & corridors == set()
