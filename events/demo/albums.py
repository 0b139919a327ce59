"""Albums of drawn pictures for the visit and the roundtable. They show places and halls, and nobody who could be recognised."""

import datetime

from events.demo.drawings import draw
from events.demo.writing import LANGUAGES, Writer, both
from events.models import Album, Event, Photo

WIDTH = 1600
CREDIT = both("The Center, drawn for the demonstration", "المركز، رسم أُعدّ للعرض التجريبي")

# Each picture: the scene, what it shows, and the caption.
MOSCOW = {
    "key": "moscow-april-2018",
    "title": both("Moscow: the conference and three meetings", "موسكو: المؤتمر وثلاثة لقاءات"),
    "intro": both(
        "Ten drawn pictures stand here in place of photographs. They were made for the demonstration, show places and nobody who could be recognised, and follow the order of the visit.",
        "عشر صور مرسومة تقوم هنا مقام الصور الفوتوغرافية. وقد أُعدّت للعرض التجريبي، وتُظهر أماكن لا يُعرف فيها أحد، وتتبع ترتيب الزيارة.",
    ),
    "taken_on": datetime.date(2018, 4, 3),
    "taken_until": datetime.date(2018, 4, 5),
    "cover": "conference-hall",
    "pictures": (
        (
            "moscow-dusk",
            both(
                "Towers and domes stand dark against the evening sky across a river.",
                "أبراج وقباب داكنة أمام سماء المساء على الضفة الأخرى من نهر.",
            ),
            both(
                "Moscow, where the visit of April 2018 took place. A drawing, not a photograph.",
                "موسكو، حيث جرت زيارة أبريل 2018. رسم وليس صورة فوتوغرافية.",
            ),
        ),
        (
            "conference-hall",
            both(
                "A large conference hall with a lit stage and screen beyond rows of empty seats.",
                "قاعة مؤتمرات كبيرة فيها منصة مضاءة وشاشة خلف صفوف من المقاعد الخالية.",
            ),
            both(
                "A hall such as the Moscow Conference on International Security meets in, as the draughtsman imagined it.",
                "قاعة كالتي ينعقد فيها مؤتمر موسكو للأمن الدولي، كما تخيّلها الرسام.",
            ),
        ),
        (
            "lectern",
            both(
                "A lectern with microphones stands in the light of an empty stage.",
                "منبر خطابة عليه مذياعان في ضوء منصة خالية.",
            ),
            both(
                "For the statements of the ministers: an imagined lectern.",
                "عن كلمات الوزراء: منبر متخيَّل.",
            ),
        ),
        (
            "interpreters",
            both(
                "Interpreters’ booths glow behind their glass above a darkened hall.",
                "مقصورات المترجمين مضاءة خلف زجاجها في أعلى قاعة معتمة.",
            ),
            both(
                "For the session on soft power: imagined booths of interpreters.",
                "عن جلسة القوة الناعمة: مقصورات ترجمة متخيَّلة.",
            ),
        ),
        (
            "meeting-table",
            both(
                "A long wooden table is laid with papers, glasses and name plates; the chairs are empty.",
                "طاولة خشبية طويلة عليها أوراق وأكواب ولوحات أسماء، ومن حولها كراسٍ خالية.",
            ),
            both(
                "In place of a photograph from the Russian International Affairs Council: a drawn meeting table.",
                "بدل صورة من المجلس الروسي للشؤون الدولية: طاولة اجتماعات مرسومة.",
            ),
        ),
        (
            "academy",
            both(
                "The tall columns of an academy’s front catch the afternoon sun.",
                "أعمدة عالية في واجهة أكاديمية تغمرها شمس العصر.",
            ),
            both(
                "In place of a photograph from the Russian Academy of Sciences: an imagined building.",
                "بدل صورة من أكاديمية العلوم الروسية: مبنى متخيَّل.",
            ),
        ),
        (
            "library",
            both(
                "A reading lamp is lit on a desk before a wall of books.",
                "مصباح قراءة مضاء على مكتب أمام جدار من الكتب.",
            ),
            both(
                "For the talk with scholars of Pakistan at the Institute of Oriental Studies: a library, drawn.",
                "عن الحديث مع المتخصصين في باكستان في معهد الاستشراق: مكتبة مرسومة.",
            ),
        ),
        (
            "institute-april",
            both(
                "Bare trees stand before an institute’s front while the last snow melts.",
                "أشجار عارية أمام واجهة معهد يذوب عندها آخر الثلج.",
            ),
            both(
                "In place of a photograph from the Russian Institute for Strategic Studies: an imagined front in April.",
                "بدل صورة من المعهد الروسي للدراسات الاستراتيجية: واجهة متخيَّلة في أبريل.",
            ),
        ),
        (
            "embassy-gate",
            both(
                "A gate stands under tall trees at the entrance of an embassy.",
                "بوابة تحت أشجار عالية عند مدخل سفارة.",
            ),
            both(
                "For the Embassy of Pakistan in Moscow: an imagined gate.",
                "عن سفارة باكستان في موسكو: بوابة متخيَّلة.",
            ),
        ),
        (
            "bridge-night",
            both(
                "The lamps of an arched bridge are mirrored in a river at night.",
                "مصابيح جسر مقوّس تنعكس ليلًا على صفحة نهر.",
            ),
            both(
                "An evening in Moscow after the meetings, drawn for this album.",
                "مساء في موسكو بعد اللقاءات، رُسم لهذا الألبوم.",
            ),
        ),
    ),
}
ISLAMABAD = {
    "key": "islamabad-roundtable-april-2025",
    "title": both(
        "Islamabad: the Pakistan–Russia roundtable", "إسلام آباد: المائدة المستديرة الباكستانية الروسية"
    ),
    "intro": both(
        "Four drawn pictures in place of photographs, made for the demonstration. Nobody is shown in them.",
        "أربع صور مرسومة بدل الصور الفوتوغرافية، أُعدّت للعرض التجريبي ولا يظهر فيها أحد.",
    ),
    "taken_on": datetime.date(2025, 4, 17),
    "cover": "round-table",
    "pictures": (
        (
            "islamabad-morning",
            both(
                "Hills lie in the morning haze behind a modern white building.",
                "تلال في ضباب الصباح خلف مبنى أبيض حديث.",
            ),
            both(
                "Islamabad under the Margalla hills, drawn.",
                "إسلام آباد عند سفح تلال مارغالا، في رسم.",
            ),
        ),
        (
            "round-table",
            both(
                "A round table with papers and microphones, seen from above.",
                "طاولة مستديرة عليها أوراق ومذاييع، كما تُرى من أعلى.",
            ),
            both(
                "In place of a photograph of the roundtable: the table as one may imagine it.",
                "بدل صورة من اللقاء: الطاولة كما يمكن تخيّلها.",
            ),
        ),
        (
            "table-flags",
            both(
                "Two small flags, of Pakistan and of Russia, stand side by side on a table.",
                "علمان صغيران، لباكستان ولروسيا، متجاوران على طاولة.",
            ),
            both(
                "The flags of the two countries, drawn.",
                "علما البلدين، في رسم.",
            ),
        ),
        (
            "courtyard",
            both(
                "Arches surround a garden courtyard with a long pool.",
                "أقواس تحيط بفناء حديقة تتوسطه بركة ممتدة.",
            ),
            both(
                "A courtyard in Islamabad, imagined for this album.",
                "فناء في إسلام آباد، متخيَّل لهذا الألبوم.",
            ),
        ),
    ),
}


def write_albums(writer: Writer, visit: Event, roundtable: Event) -> None:
    """Draw and write the albums that are missing."""
    for event, row in ((visit, MOSCOW), (roundtable, ISLAMABAD)):
        _write_album(writer, event, row)


def _write_album(writer: Writer, event: Event, row: dict) -> None:
    fields = {name: row[name] for name in ("title", "intro", "taken_on", "taken_until") if name in row}
    album, is_new = writer.keep(Album, row["key"], event=event, **fields)
    if not is_new:
        return
    for order, (scene, alt, caption) in enumerate(row["pictures"], start=1):
        photo = writer.add_picture(
            Photo,
            draw(scene, WIDTH),
            scene,
            album=album,
            order=order,
            alt=alt,
            caption=caption,
            credit=CREDIT,
        )
        if scene == row["cover"]:
            album.cover = photo
    writer.publish(album, LANGUAGES)
    show_on_event(event, album.cover)


def show_on_event(event: Event, photo: Photo) -> None:
    """Make the photograph the event's lead, unless an editor has chosen one."""
    if event.cover_id is None:
        event.cover = photo
        event.save(update_fields=["cover"])
