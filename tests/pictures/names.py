"""Names that files are given: paths, control characters, turned direction, 300 letters, no ending, two endings."""

from .odd_files import SECRET, Cause, OddFile, refused, saved, the_scene

# The name as it is given, and the part by which its owner would know the file in a sentence.
NAMES = {
    "a path upward": ("../../../etc/cron.d/photo.jpg", "photo.jpg"),
    "a path of Windows": ("C:\\Users\\Aisha\\Pictures\\photo.jpg", "photo.jpg"),
    "an absolute path": ("/etc/passwd.jpg", "passwd.jpg"),
    "dots alone": ("..", ""),
    "a line break and a header": ("photo\r\nSet-Cookie: a=b.jpg", "Set-Cookie"),
    "control characters": ("pho\x01to\x1b[31m\x7f.jpg", "photo"),
    "a turned direction": ("photo\u202egpj.exe.jpg", "photo"),
    "an isolate left open": ("\u2067photo\u2066.jpg", "photo"),
    "300 letters": ("a" * 296 + ".jpg", "aaaaaaaaaa"),
    "300 Arabic letters": ("صورة" * 74 + ".jpg", "صورة"),
    "a smile": ("🎉 وفد 🇵🇰 delegation.jpg", "delegation.jpg"),
    "Arabic": ("صورة جماعية.jpg", "صورة جماعية.jpg"),
    "Arabic with a soft hyphen and zero widths": ("صو\u00adرة\u200b\ufeff.jpg", "صو"),
    "no ending": ("photograph", "photograph"),
    "two endings": ("photo.jpg.php", "photo.jpg.php"),
    "markup": ("<img src=x onerror=alert(1)>.jpg", "onerror=alert(1)"),
    "a sign of formatting": ("100%(name)s %d {0}.jpg", "100%(name)s %d {0}.jpg"),
    "a name of Windows' own": ("CON.jpg", "CON.jpg"),
    "blanks at both ends": ("   photo.jpg   ", "photo.jpg"),
    "a name of half a letter": ("photo\udce9.jpg", "photo"),
    "a secret": (f"{SECRET} at home.jpg", "at home.jpg"),
}

FILES = [
    OddFile(f"named with {case}", name, lambda n=number: saved(quality=79 - n), the_scene())
    for number, (case, (name, _shown)) in enumerate(NAMES.items())
] + [
    OddFile(
        f"refused, named with {case}",
        name,
        lambda n=number: b"no picture, %d" % n,
        refused(Cause.NOT_A_PICTURE),
        shown,
    )
    for number, (case, (name, shown)) in enumerate(NAMES.items())
]
