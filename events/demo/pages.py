"""The plain pages: about, contact, privacy and accessibility."""

from ciss_site.models import Page
from events.demo.writing import LANGUAGES, Writer, both, sections

PAGES = (
    (
        "about",
        both("About the Center", "عن المركز"),
        both(
            sections(
                (
                    "",
                    "The Center for International Strategic Studies is a think tank in Islamabad. Its researchers work on strategic stability, nuclear politics, arms control and the security of the region, and they talk about these matters with colleagues and officials of many countries.",
                ),
                (
                    "What this site is",
                    "This site is the Center’s record of those encounters: visits, conferences, roundtables and lectures, with the people who were there in the posts they held on the day. Each report stands under its date and is kept.\n\n"
                    "Reports are published in English and in Arabic. Either may be written first. Where a report exists in one language only, the page says so and shows the original.",
                ),
                (
                    "How the record is kept",
                    "A name, a rank or a post is written as it was then, and stays so when people move on. What is not known is left open. Facts that come from elsewhere are marked as such at the end of the report.",
                ),
            ),
            sections(
                (
                    "",
                    "مركز الدراسات الاستراتيجية الدولية مركز فكر مقره إسلام آباد. يعمل باحثوه على الاستقرار الاستراتيجي والسياسة النووية وضبط التسلح وأمن المنطقة، ويتحاورون في هذه الشؤون مع نظرائهم ومع مسؤولين من دول كثيرة.",
                ),
                (
                    "ما هذا الموقع",
                    "هذا الموقع سجلّ المركز لتلك اللقاءات: زيارات ومؤتمرات وموائد مستديرة ومحاضرات، مع من حضروها بالمناصب التي كانوا يشغلونها في يومها. ولكل تقرير تاريخه، ويبقى محفوظًا.\n\n"
                    "تُنشر التقارير بالعربية والإنكليزية، وقد يُكتب التقرير أولًا بأيٍّ من اللغتين. فإن لم يوجد إلا بلغة واحدة نبّهت الصفحة إلى ذلك وعرضت النص الأصلي.",
                ),
                (
                    "كيف يُحفظ السجل",
                    "تُكتب الأسماء والرتب والمناصب كما كانت حينها، وتبقى كذلك وإن انتقل أصحابها. وما لا يُعرف يُترك بلا تخمين، وما أُخذ من مصدر آخر يُذكر مصدره في آخر التقرير.",
                ),
            ),
        ),
    ),
    (
        "contact",
        both("Contact", "اتصل بنا"),
        both(
            sections(
                (
                    "",
                    "The outreach office of the Center for International Strategic Studies is in Islamabad, Pakistan.",
                ),
                (
                    "Ways to reach the office",
                    "The office will enter its address, telephone number and e-mail here itself. Until it has done so, none is given, so that nobody writes to a place where no one reads.",
                ),
                (
                    "What the office is glad to hear about",
                    "A correction to a report, the name of somebody in a photograph, a report you need in the other language, or an obstacle that keeps you from using a page.",
                ),
            ),
            sections(
                (
                    "",
                    "يقع مكتب التواصل في مركز الدراسات الاستراتيجية الدولية في إسلام آباد، باكستان.",
                ),
                (
                    "سبل الاتصال بالمكتب",
                    "سيضع المكتب هنا بنفسه عنوانه ورقم هاتفه وبريده الإلكتروني. وإلى أن يفعل ذلك لا يُذكر منها شيء، كي لا يكتب أحد إلى جهة لا تقرأ رسالته.",
                ),
                (
                    "ما يسرّ المكتب أن يعرفه",
                    "تصحيح في تقرير، أو اسم شخص يظهر في صورة، أو تقرير تحتاج إليه باللغة الأخرى، أو عائق يحول دون استعمالك إحدى الصفحات.",
                ),
            ),
        ),
    ),
    (
        "privacy",
        both("Privacy", "الخصوصية"),
        both(
            sections(
                (
                    "",
                    "You can read everything on this site without telling us who you are. It sets no cookies for its readers and follows nobody.",
                ),
                (
                    "What the pages do not do",
                    "No page loads anything from another company: the fonts, the pictures and the few lines of script all come from this site. There are no counters, no advertisements and no buttons that report your visit to a social network. When you share a page, it is you who sends it.",
                ),
                (
                    "What the server may note",
                    "Like any web server, the one that carries this site may keep a technical log of requests for as long as it needs it to run safely. The site itself adds nothing to that log and builds no profile from it.",
                ),
                (
                    "Those who work on the site",
                    "The Center’s editors sign in. While they are signed in, their own browser keeps a cookie for that purpose alone.",
                ),
                (
                    "People named in reports",
                    "Reports name people in their public office, with the post of that day. If something about you is wrong, tell the office and it will be put right.",
                ),
            ),
            sections(
                (
                    "",
                    "يمكنك قراءة كل ما في هذا الموقع من دون أن تخبرنا من أنت. فهو لا يضع ملفات تعريف ارتباط لدى قرّائه ولا يتتبع أحدًا.",
                ),
                (
                    "ما لا تفعله الصفحات",
                    "لا تجلب أي صفحة شيئًا من جهة أخرى: فالخطوط والصور والأسطر البرمجية القليلة كلها من هذا الموقع. ولا توجد فيه عدّادات زيارات ولا إعلانات ولا أزرار تُبلغ شبكات التواصل بزيارتك. وإذا شاركت صفحة فأنت وحدك من يرسلها.",
                ),
                (
                    "ما قد يسجّله الخادوم",
                    "قد يحتفظ الخادوم الذي يحمل الموقع، شأن كل خادوم، بسجل تقني للطلبات ما دام يحتاج إليه كي يعمل بأمان. ولا يضيف الموقع إلى ذلك السجل شيئًا ولا يستخلص منه ملفًا عن أحد.",
                ),
                (
                    "العاملون على الموقع",
                    "يسجّل محررو المركز دخولهم، ويحتفظ متصفحهم ما داموا داخلين بملف تعريف ارتباط لهذا الغرض وحده.",
                ),
                (
                    "من ترد أسماؤهم في التقارير",
                    "تذكر التقارير الأشخاص بصفتهم العامة وبالمناصب التي كانوا يشغلونها في يومها. فإن وجدت خطأ يخصّك فأخبر المكتب ليصححه.",
                ),
            ),
        ),
    ),
    (
        "accessibility",
        both("Accessibility", "إتاحة الوصول"),
        both(
            sections(
                (
                    "",
                    "This site is meant for everybody. It is built to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, in English and in Arabic alike.",
                ),
                (
                    "What you can rely on",
                    "Every page can be used with the keyboard alone, and the place where you are is always visible. Pages work without scripts, on a narrow telephone, at twice the size of text, in print, and in light or dark as your device asks.\n\n"
                    "Each language is written in its own direction, and words of the other language are marked, so that a screen reader pronounces them rightly. Every picture is described in words. Movement is switched off where your device asks for stillness.",
                ),
                (
                    "Where it may fall short",
                    "Files attached to a report come from many hands, and not all were made with accessibility in mind. A report in one language only is shown in that language.",
                ),
                (
                    "If something stands in your way",
                    "Tell the office which page it was and what you were trying to do. The page “Contact” says how to reach it.",
                ),
            ),
            sections(
                (
                    "",
                    "هذا الموقع للجميع. وقد بُني ليستوفي إرشادات إتاحة محتوى الويب (WCAG) في إصدارها 2.2 بالمستوى AA، بالعربية والإنكليزية على السواء.",
                ),
                (
                    "ما يمكنك الاطمئنان إليه",
                    "يمكن استعمال كل صفحة بلوحة المفاتيح وحدها، ويظل موضعك فيها ظاهرًا دائمًا. وتعمل الصفحات من دون برامج نصية، وعلى هاتف ضيق الشاشة، وعند تكبير النص إلى الضعف، وعند الطباعة، وبالمظهر الفاتح أو الداكن بحسب ما يطلبه جهازك.\n\n"
                    "وتُكتب كل لغة باتجاهها، وتُوسم فيها كلمات اللغة الأخرى كي ينطقها قارئ الشاشة نطقًا صحيحًا. ولكل صورة وصف بالكلمات. وتتوقف الحركة إذا طلب جهازك السكون.",
                ),
                (
                    "ما قد يقصر فيه",
                    "الملفات المرفقة بالتقارير تأتي من جهات كثيرة، ولم تُعدّ كلها بما يراعي إتاحة الوصول. والتقرير الذي لا يوجد إلا بلغة واحدة يُعرض بتلك اللغة.",
                ),
                (
                    "إذا اعترضك عائق",
                    "أخبر المكتب بالصفحة التي واجهته فيها وبما كنت تحاول فعله. وفي صفحة «اتصل بنا» بيان سبل الاتصال به.",
                ),
            ),
        ),
    ),
)


def write_pages(writer: Writer) -> None:
    """Write the plain pages that are missing."""
    for key, title, body in PAGES:
        writer.keep(Page, key, publish=LANGUAGES, title=title, body=body)
