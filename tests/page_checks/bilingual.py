"""The conditions of two first-class languages that one rendered page can break, one function a condition.

Each takes a Snapshot and returns findings. Dates (9) are in dates.py, arrows and pictures (11) in arrows.py, addresses
and one-language pages (15 to 19) in addresses.py, style sheets (12) in styles.py, the message catalogue (10) in catalogue.py,
other files (22, 23) in source.py, the order of names (21) in names.py.

What is right and never reported, so that nobody widens a rule by mistake:
- a name or title of a work in the other script inside an element that carries its own `lang`;
- numbers, punctuation, one or two Latin letters (km, S-400), one Arabic letter;
- `code`, `pre`, `kbd`, `samp`, scripts and styles; addresses, e-mails, telephone numbers, handles, DOI and ORCID, which
  are no language (their isolation is condition 4), and file names inside an isolate with `dir=ltr`;
- other-script words inside a longer alt text or label in the page's language: an attribute cannot hold a second `lang`;
- a machine string wider than the column it stands in, which cannot stay on one line.
"""

from __future__ import annotations

import re

from . import machine
from .finding import Finding, shorten
from .scripts import (
    LEAST,
    LETTERS,
    count,
    direction_of,
    direction_of_script,
    foreign_runs,
    has_words,
    script_of,
)
from .snapshot import Snapshot
from .styles import physical_properties

OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
DIGITS = {"latn": "0-9", "arab": "\u0660-\u0669", "arabext": "\u06f0-\u06f9"}
TINY_SHIFT = 0.01


def prose(text: dict) -> str:
    """What a person reads in a text node: strings for machines and code blanked, places kept."""
    if machine.CODE_TAGS.intersection(text["inside"]):
        return ""
    if text["href"].startswith("tel:"):
        return ""
    return machine.without(text["text"], file_names=text["dir"] == "ltr")


def lang_and_dir_of_html(snapshot: Snapshot, language: str | None = None) -> list[Finding]:
    """1: `<html lang dir>` agree, and `dir` stands on `html`."""
    lang, direction, found = snapshot["lang"], snapshot["dir"], []
    if not lang:
        return [Finding(1, "html has no lang.")]
    if language and lang.split("-")[0] != language.split("-")[0]:
        found.append(Finding(1, f"html says lang={lang} where the page is in {language}."))
    if not direction:
        found.append(Finding(1, "html has no dir.", f"lang={lang}"))
    elif direction != direction_of(lang):
        found.append(Finding(1, f"html says dir={direction}, which is not the direction of its lang={lang}."))
    elif snapshot["direction"] != direction or snapshot["bodyDirection"] != direction:
        found.append(Finding(1, "The direction of html or body is turned by style or by a second dir."))
    if snapshot["bodyDir"]:
        found.append(Finding(1, "dir stands on body; it belongs on html alone."))
    return found


def runs_carry_their_lang(snapshot: Snapshot) -> list[Finding]:
    """2: a run in the other script carries its own `lang` (nearest ancestor with `lang` is of the run's script)."""
    return [
        Finding(
            2,
            f"{_NAME[script]} words stand in text marked lang={text['lang'] or 'nothing'}.",
            f"{shorten(run.group())} · {shorten(text['parent'], 60)}",
        )
        for text in snapshot["texts"]
        for script, run in foreign_runs(prose(text), text["lang"])
    ]


def foreign_runs_are_isolated(snapshot: Snapshot) -> list[Finding]:
    """3: a run of the other direction inside a sentence stands in `bdi` or an element with `dir`; `lang` and `dir` together agree."""
    found = []
    for text in snapshot["texts"]:
        block = snapshot["blocks"][text["block"]]
        direction = text["direction"] if text["isolated"] else block["direction"]
        around = text["isolateText"] if text["isolated"] else block["text"]
        for script, run in _runs_against(prose(text), direction):
            if count(around, "Arab" if script == "Latn" else "Latn"):
                found.append(
                    Finding(
                        3,
                        f"{_NAME[script]} words inside a {direction} sentence are not isolated by bdi or dir.",
                        f"{shorten(run.group(), 60)} · {shorten(around)}",
                    )
                )
            elif re.search(r"[.!?;:,،؛؟]$|^[.!?;:,،؛؟\d]", around):
                found.append(
                    Finding(
                        3,
                        f"{_NAME[script]} text stands in a {direction} block without its own dir.",
                        shorten(around),
                    )
                )
    for element in snapshot["mismatched"]:
        script = script_of(element["lang"])
        if (
            element["dir"] in ("rtl", "ltr")
            and script in LETTERS
            and has_words(element["text"], script)
            and element["dir"] != direction_of_script(script)
        ):
            found.append(
                Finding(
                    3,
                    f"An element with lang={element['lang']} says dir={element['dir']}.",
                    shorten(element["html"]),
                )
            )
    return _once(found)


def machine_strings_stand_apart(snapshot: Snapshot) -> list[Finding]:
    """4: phones, URLs, e-mails, handles stand in an isolate with `dir=ltr`, and never break across lines."""
    found, pieces, measured = [], [], []
    for index, text in enumerate(snapshot["texts"]):
        if machine.CODE_TAGS.intersection(text["inside"]):
            continue
        matches = [(match.start(), match.end()) for match in machine.find(text["text"])]
        if not matches and text["href"].startswith("tel:") and len(re.findall(r"\d", text["text"])) >= 5:
            matches = [(0, len(text["text"]))]
        for start, end in matches:
            string = text["text"][start:end].strip()
            if text["dir"] != "ltr":
                found.append(
                    Finding(
                        4,
                        "An address, e-mail, number or handle stands outside an isolate with dir=ltr.",
                        f"{shorten(string)} · {shorten(text['parent'], 60)}",
                    )
                )
            if text["seen"]:
                phone = re.fullmatch(machine.PHONE, string) or text["href"].startswith("tel:")
                if phone and re.search(r"[ -]", string) and not text["nowrap"]:
                    found.append(
                        Finding(
                            4,
                            "A telephone number may break at its spaces or hyphens: it lacks white-space: nowrap.",
                            string,
                        )
                    )
                pieces.append((index, start, end))
                measured.append((string, snapshot["blocks"][text["block"]]["width"]))
    for (string, room), box in zip(measured, snapshot.measure(pieces), strict=True):
        if box["lines"] > 1 and box["width"] <= room:
            found.append(
                Finding(
                    4,
                    "An address, e-mail, number or handle breaks across lines though it fits in one.",
                    shorten(string),
                )
            )
    return _once(found)


def counters_read_rightly(snapshot: Snapshot) -> list[Finding]:
    """5: counters read rightly: "3 من 8" laid out from the right, "3 of 8" from the left, never "3 / 8" in Arabic."""
    found, pieces, asked = [], [], []
    for index, text in enumerate(snapshot["texts"]):
        arabic = script_of(text["lang"]) == "Arab"
        short = len(snapshot["blocks"][text["block"]]["text"]) <= 60
        read = prose(text)
        if arabic and short and _SLASH.search(read):
            found.append(
                Finding(
                    5,
                    "A counter with a slash reads backwards in Arabic; write it with من.",
                    shorten(snapshot["blocks"][text["block"]]["text"]),
                )
            )
        words = _COUNT_ARABIC if arabic else _COUNT_LATIN
        for match in words.finditer(read) if short else ():
            if int(match[1]) > int(match[2]):
                found.append(
                    Finding(
                        5,
                        "A counter counts past its end, or its numbers stand in the wrong order.",
                        shorten(text["text"]),
                    )
                )
            if text["seen"]:
                pieces += [(index, *match.span(1)), (index, *match.span(2))]
                asked.append((match.group(), arabic))
    boxes = snapshot.measure(pieces)
    for (counter, arabic), first, second in zip(asked, boxes[::2], boxes[1::2], strict=True):
        if abs(first["top"] - second["top"]) < 2 and (first["left"] > second["left"]) != arabic:
            found.append(
                Finding(5, "A counter is laid out in the direction of the other language.", shorten(counter))
            )
    for label in snapshot["labels"]:
        if (
            script_of(label["lang"]) == "Arab"
            and label["kind"] != "alt"
            and len(label["text"]) <= 60
            and _SLASH.search(machine.without(label["text"]))
        ):
            found.append(
                Finding(
                    5,
                    "A counter with a slash reads backwards in Arabic; write it with من.",
                    shorten(label["text"]),
                )
            )
    return _once(found)


def arabic_is_set_as_arabic(snapshot: Snapshot) -> list[Finding]:
    """6: Arabic has no tracking and no italics; body text 16 px and 1.6, long text 1.9, headings 1.3 to 1.5.

    A heading is `h1`…`h6` or anything of 26 px and more. Long text is a run of sibling paragraphs of 600 characters and
    more, its lead excepted. Captions, labels, navigation and the footer are not body text. A heading set smaller than
    18 px is a label in looks and may reach 1.7.
    """
    found = []
    if script_of(snapshot["lang"]) == "Arab":
        if snapshot["bodySize"] < 16:
            found.append(
                Finding(6, f"The body of an Arabic page is set at {snapshot['bodySize']:g} px; at least 16.")
            )
        if snapshot["bodyLine"] is None or snapshot["bodyLine"] / snapshot["bodySize"] < 1.59:
            found.append(
                Finding(
                    6, "The body of an Arabic page has a line-height under 1.6, or leaves it to the font."
                )
            )
    for text in snapshot["texts"]:
        if (
            text["seen"]
            and count(text["text"], "Arab") >= LEAST["Arab"]
            and not machine.CODE_TAGS.intersection(text["inside"])
        ):
            found += [
                Finding(6, sentence, f"{shorten(text['text'], 60)} · {shorten(text['parent'], 60)}")
                for sentence in _faults_of_setting(text, snapshot["blocks"][text["block"]])
            ]
    return _once(found)


def _faults_of_setting(text: dict, block: dict):
    if text["letterSpacing"] not in ("normal", "0px", "0"):
        yield f"Arabic letters are spaced by {text['letterSpacing']}."
    if text["fontStyle"] != "normal":
        yield f"Arabic letters are set in {text['fontStyle']}."
    size, line = text["fontSize"], text["lineHeight"]
    ratio = round(line / size, 2) if line and size else None
    if text["heading"] or size >= 26:
        most = 1.7 if size < 18 else 1.5
        if ratio is None or not 1.3 <= ratio <= most:
            yield f"An Arabic heading has line-height {ratio or 'of the font'}; 1.3 to 1.5."
        return
    if (
        block["tag"] not in _BODY_BLOCKS
        or count(block["text"], "Arab") < 80
        or _NOT_BODY.intersection(text["inside"])
    ):
        return
    if size < 16:
        yield f"Arabic body text is set at {size:g} px; at least 16."
    long = block["running"] >= 600 and not re.search(r"lead|standfirst|intro|summary", block["name"])
    least = 1.9 if long else 1.6
    if ratio is None or ratio < least - 0.01:
        yield f"Arabic {'long' if long else 'body'} text has line-height {ratio or 'of the font'}; at least {least}."


def arabic_has_its_punctuation(snapshot: Snapshot) -> list[Finding]:
    """7: Arabic has « » not “ ”, and ، ؛ ؟ not , ; ? (a comma between digits groups them); text in English has none of ، ؛ ؟."""
    found = []
    for place, words, lang in _all_words(snapshot):
        if script_of(lang) == "Arab":
            rest = words
            for _, run in foreign_runs(words, lang):
                rest = rest.replace(run.group(), " " * len(run.group()))
            for sign in sorted({match.group() for match in _WRONG_IN_ARABIC.finditer(rest)}):
                found.append(
                    Finding(
                        7,
                        f"Arabic text has {sign}; Arabic writes {_RIGHT_IN_ARABIC[sign]}.",
                        f"{shorten(words)} · {shorten(place, 40)}",
                    )
                )
        elif script_of(lang) == "Latn" and (wrong := re.search("[،؛؟]", words)):
            found.append(
                Finding(7, f"Text marked lang={lang} has the Arabic sign {wrong.group()}.", shorten(words))
            )
    return _once(found)


def one_system_of_digits(snapshot: Snapshot, system: str = "latn") -> list[Finding]:
    """8: one system of digits on a page, the one the setting asks for; strings for machines are always in 0-9."""
    others = re.compile("[" + "".join(signs for name, signs in DIGITS.items() if name != system) + "]")
    return _once(
        Finding(8, f"A digit of another system than {system} stands on the page.", shorten(words))
        for _, words, lang in _all_words(snapshot)
        if others.search(words) and not (system != "latn" and script_of(lang) == "Latn")
    )


def no_untranslated_words(snapshot: Snapshot) -> list[Finding]:
    """10, on the page: no text node of the interface left in the other language, none with a message's placeholder unfilled.

    A block whose words are all of the other script, and a text node inside `label`, `button`, `legend`, `summary` or `th`,
    is a word nobody translated unless it carries its own `lang` (a name). The catalogue itself is judged in catalogue.py.
    """
    found = []
    for text in snapshot["texts"]:
        block = snapshot["blocks"][text["block"]]
        if _PLACEHOLDER.search(text["text"]) and not machine.CODE_TAGS.intersection(text["inside"]):
            found.append(
                Finding(
                    10, "A placeholder of a message or template is shown unfilled.", shorten(text["text"])
                )
            )
        home = script_of(text["lang"])
        for script, run in foreign_runs(prose(text), text["lang"]):
            controls = {"label", "button", "legend", "summary", "th", "option", "dt", "nav"}.intersection(
                text["inside"]
            )
            if controls or (home in LETTERS and not count(block["text"], home)):
                found.append(
                    Finding(
                        10,
                        f"The page in {snapshot['lang']} shows {_NAME[script]} words that nobody translated.",
                        f"{shorten(run.group())} · {shorten(text['parent'], 60)}",
                    )
                )
    return _once(found)


def markers_stand_at_the_start(snapshot: Snapshot) -> list[Finding]:
    """12, on the page: list markers on the starting side, no style written into the page with a physical property."""
    found = []
    for style in snapshot["inlineStyles"]:
        found += physical_properties(style, "style attribute", declarations=True)
    for sheet in snapshot["styleSheets"]:
        found += physical_properties(sheet, "style element")
    for item in snapshot["lists"]:
        if not item["marker"]:
            continue
        arabic, latin = count(item["text"], "Arab"), count(item["text"], "Latn")
        side = "rtl" if arabic > 2 * latin else "ltr" if latin > 2 * arabic else item["direction"]
        if item["direction"] != side:
            found.append(
                Finding(
                    12,
                    f"The markers of a list stand at its {item['direction']} start while its text starts at the other side.",
                    shorten(item["html"]),
                )
            )
        if not item["inside"] and item["start"] < item["end"]:
            found.append(
                Finding(
                    12,
                    "A list is indented at its end, not at its start: its markers hang outside.",
                    shorten(item["html"]),
                )
            )
    return _once(found)


def no_sideways_scroll(snapshot: Snapshot) -> list[Finding]:
    """13: no horizontal scroll; nothing seen is cut off by a body that hides its overflow."""
    excess = snapshot["scrollWidth"] - snapshot["viewport"]
    if excess > 0 or (snapshot["clips"] and snapshot["wider"]):
        return [
            Finding(
                13,
                f"The page is wider than its window of {snapshot['viewport']} px.",
                "; ".join(shorten(each, 90) for each in snapshot["wider"][-3:]) or f"{excess} px more",
            )
        ]
    return []


def no_shift(page) -> list[Finding]:
    """14: the text does not shift when fonts arrive (cumulative layout shift at most 0.01). Ask after the page has loaded."""
    shifts = page.evaluate(
        """async () => {
          await document.fonts.ready;
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          return await new Promise((done) => {
            const all = [];
            const take = (list) => { for (const entry of list) if (!entry.hadRecentInput) all.push({
              value: entry.value,
              from: entry.sources.map(({ node }) => node && (node.outerHTML || node.textContent || "").slice(0, 80)) }); };
            const watch = new PerformanceObserver((list) => take(list.getEntries()));
            watch.observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => { take(watch.takeRecords()); watch.disconnect(); done(all); }));
          });
        }"""
    )
    total = sum(shift["value"] for shift in shifts)
    if total <= TINY_SHIFT:
        return []
    moved = [source for shift in shifts for source in shift["from"] if source]
    return [
        Finding(
            14,
            f"The page shifts by {total:.3f} while it loads; at most {TINY_SHIFT}.",
            shorten("; ".join(moved), 200),
        )
    ]


def labels_are_in_the_language(snapshot: Snapshot) -> list[Finding]:
    """20: alt text, labels, titles and placeholders are in the language of where they stand."""
    found = []
    for label in snapshot["labels"]:
        home = script_of(label["lang"])
        words = machine.without(label["text"], file_names=True)
        if home in LETTERS and not count(words, home) and (runs := foreign_runs(words, label["lang"])):
            found.append(
                Finding(
                    20,
                    f"The {label['kind']} is in {_NAME[runs[0][0]]} letters where the page is in {label['lang']}.",
                    f"{shorten(label['text'])} · {shorten(label['html'], 80)}",
                )
            )
    return _once(found)


def no_direction_overrides(snapshot: Snapshot) -> list[Finding]:
    """22: no direction-override characters in any text the page shows."""
    return _once(f for _, words, _ in _all_words(snapshot, raw=True) for f in direction_overrides(words))


def direction_overrides(text: str, where: str = "") -> list[Finding]:
    """22, for stored text: the characters U+202A to U+202E and U+2066 to U+2069."""
    codes = sorted({f"U+{ord(sign):04X}" for sign in OVERRIDES.findall(text)})
    return (
        [
            Finding(
                22,
                f"The text holds the direction character {', '.join(codes)}.",
                shorten(OVERRIDES.sub("�", text)),
                where,
            )
        ]
        if codes
        else []
    )


def paragraphs_are_finished(snapshot: Snapshot) -> list[Finding]:
    """24: no paragraph ends in "،", none promises a list that does not follow."""
    found = []
    for block in snapshot["blocks"]:
        if block["tag"] in ("p", "blockquote", "dd", "figcaption", "td", "div", "section", "li"):
            listed = block["next"] in ("ul", "ol", "dl", "table") or block["holdsList"]
            found += unfinished(block["text"], list_follows=listed, item=block["tag"] == "li")
    return _once(found)


def unfinished(
    paragraph: str, list_follows: bool = False, item: bool = False, where: str = ""
) -> list[Finding]:
    """24, for stored text: a paragraph (or an `item` of a list, which may end in a comma) that stops in the middle."""
    text = paragraph.strip().rstrip("\u200e\u200f")
    if text.endswith(("،", ",")) and not item:
        return [Finding(24, "A paragraph ends in a comma.", shorten("…" + text[-80:]), where)]
    if not list_follows and _PROMISE.search(text):
        return [
            Finding(24, "A paragraph promises a list and none follows.", shorten("…" + text[-80:]), where)
        ]
    return []


_NAME = {"Latn": "Latin", "Arab": "Arabic", "Cyrl": "Cyrillic"}
_SLASH = re.compile(
    r"(?<![\w/])(?!(?:19|20)\d\d\s*/\s*(?:19|20)?\d\d(?!\d))[\d\u0660-\u0669]{1,4}\s*[/\u2044]\s*[\d\u0660-\u0669]{1,4}(?![\w/])"
)
_COUNT_ARABIC = re.compile(
    r"(?<!\d)(\d{1,4})\s+من\s+(\d{1,4})(?!\d)(?!\s*(?:[\u0621-\u064a]+\s+)?(?:19|20)\d\d)"
)
_COUNT_LATIN = re.compile(r"(?<!\d)(\d{1,4})\s+of\s+(\d{1,4})(?!\d)")
_BODY_BLOCKS = {"p", "li", "dd", "blockquote", "td", "div"}
_NOT_BODY = {
    "figcaption",
    "caption",
    "small",
    "label",
    "legend",
    "nav",
    "footer",
    "button",
    "th",
    "dt",
    "summary",
}
_WRONG_IN_ARABIC = re.compile(r"[“”„\"]|(?<!\d),|,(?!\d)|;|\?")
_RIGHT_IN_ARABIC = {"“": "«", "”": "»", "„": "«", '"': "« »", ",": "،", ";": "؛", "?": "؟"}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\{|\}\}|\{%|%\}|\{\w+\}")
_PROMISE = re.compile(r"(?:بما في ذلك|بما فيها|including)\s*[:：]?$|\bincluding:$", re.I)


def _all_words(snapshot: Snapshot, raw: bool = False):
    """Every text and label of the page: (where it stands, the words, the language said there)."""
    for text in snapshot["texts"]:
        yield text["parent"], text["text"] if raw else prose(text), text["lang"]
    for label in snapshot["labels"]:
        yield (
            f"{label['kind']} of {label['tag']}",
            label["text"] if raw else machine.without(label["text"], file_names=True),
            label["lang"],
        )


def _runs_against(text: str, direction: str):
    """The runs of letters that go against the direction."""
    home = "ar" if direction == "rtl" else "en"
    return [
        (script, run) for script, run in foreign_runs(text, home) if direction_of_script(script) != direction
    ]


def _once(findings) -> list[Finding]:
    return list(dict.fromkeys(findings))
