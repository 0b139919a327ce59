// Reads a rendered page once: every text, block, label, mark and link with the style and language it has there.
() => {
  const collapse = (text) => text.replace(/\s+/g, " ").trim();
  const UNREAD = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "TEXTAREA"]);
  const INLINE = new Set(["inline", "contents", "ruby", "ruby-base", "ruby-text"]);
  const ISOLATING = new Set(["isolate", "isolate-override", "plaintext"]);
  const px = (value) => parseFloat(value) || 0;
  const name = (element) => {
    const id = element.id ? "#" + element.id : "";
    const classes = typeof element.className === "string" && element.className.trim()
      ? "." + element.className.trim().split(/\s+/).join(".") : "";
    return element.tagName.toLowerCase() + id + classes;
  };
  const opening = (element) => element.cloneNode(false).outerHTML.replace(/<\/[^>]+>$/, "").slice(0, 200);
  const remembered = (ask) => {
    const answers = new Map();
    return (element) => {
      if (!answers.has(element)) answers.set(element, ask(element));
      return answers.get(element);
    };
  };
  const style = remembered((element) => getComputedStyle(element));
  const rendered = remembered((element) => element.checkVisibility({ visibilityProperty: true }));
  // Text kept for screen readers alone is clipped to a point: it is read, but it has no look to judge.
  const clipped = remembered((element) => {
    if (!element || element === document.body) return false;
    const its = style(element);
    if (its.overflowX !== "visible" || its.clipPath !== "none" || its.clip !== "auto") {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || its.clipPath.startsWith("inset(50%")) return true;
    }
    return clipped(element.parentElement);
  });
  const seen = (element) => rendered(element) && !clipped(element);
  const languageOf = (element) => {
    const carrier = element.closest("[lang]");
    return carrier ? [carrier.getAttribute("lang"), carrier === document.documentElement] : ["", true];
  };
  const dirOf = (element) => {
    const carrier = element.closest("[dir]");
    if (!carrier || carrier === document.documentElement || carrier === document.body) return "";
    return carrier.getAttribute("dir").toLowerCase();
  };
  const blockOf = (element) => {
    let block = element;
    while (block.parentElement && INLINE.has(style(block).display)) block = block.parentElement;
    return block;
  };
  const ownText = (block) => {
    // What this block says itself: text in blocks inside it is theirs.
    let text = "";
    const walk = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) text += child.data;
        else if (child.nodeType === Node.ELEMENT_NODE && !UNREAD.has(child.tagName)) {
          if (child.tagName === "BR") text += " ";
          else if (INLINE.has(style(child).display)) walk(child);
          else text += " \u0000 ";
        }
      }
    };
    walk(block);
    return text;
  };

  const nodes = [];
  const blocks = [];
  const blockIndex = new Map();
  const indexOfBlock = (element) => {
    if (!blockIndex.has(element)) {
      const its = style(element);
      const runs = element.parentElement ? [...element.parentElement.children]
        .filter((sibling) => ["P", "UL", "OL", "BLOCKQUOTE"].includes(sibling.tagName)) : [];
      blockIndex.set(element, blocks.length);
      blocks.push({
        tag: element.tagName.toLowerCase(), name: name(element), text: collapse(ownText(element).replace(/\u0000/g, " ")),
        direction: its.direction, width: element.clientWidth || element.getBoundingClientRect().width,
        main: Boolean(element.closest("main")), lang: languageOf(element)[0],
        next: element.nextElementSibling ? element.nextElementSibling.tagName.toLowerCase() : "",
        holdsList: Boolean(element.querySelector("ul, ol, dl, table")),
        running: element.tagName === "P" || element.tagName === "LI" || element.tagName === "BLOCKQUOTE"
          ? runs.reduce((sum, run) => sum + collapse(run.textContent).length, 0) : 0,
      });
    }
    return blockIndex.get(element);
  };

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest("script, style, template, noscript, textarea") || !node.data.trim()) continue;
    const its = style(parent);
    const block = blockOf(parent);
    const inside = [];
    let isolated = false;
    for (let up = parent; up && up !== document.documentElement; up = up.parentElement) inside.push(up.tagName.toLowerCase());
    let isolate = null;
    for (let up = parent; up && up !== block; up = up.parentElement) {
      if (up.tagName === "BDI" || up.hasAttribute("dir") || ISOLATING.has(style(up).unicodeBidi)) { isolated = true; isolate = isolate || up; }
    }
    const [lang, fromRoot] = languageOf(parent);
    const link = parent.closest("a[href]");
    const heading = parent.closest("h1, h2, h3, h4, h5, h6, [role=heading]");
    const time = parent.closest("time");
    nodes.push(node);
    texts.push({
      text: node.data, tag: parent.tagName.toLowerCase(), parent: opening(parent), inside, block: indexOfBlock(block),
      lang, fromRoot, direction: its.direction, dir: dirOf(parent), isolated,
      isolateText: isolate ? collapse(isolate.textContent) : "",
      rendered: rendered(parent), seen: seen(parent), heading: Boolean(heading),
      href: link ? link.getAttribute("href") : "", time: time ? (time.getAttribute("datetime") || "") : null,
      timeText: time ? collapse(time.textContent) : "", timeDirection: time ? style(time).direction : "",
      letterSpacing: its.letterSpacing, fontStyle: its.fontStyle, fontSize: px(its.fontSize),
      lineHeight: its.lineHeight === "normal" ? null : px(its.lineHeight),
      nowrap: its.textWrapMode ? its.textWrapMode === "nowrap" : ["nowrap", "pre"].includes(its.whiteSpace),
    });
  }

  const LABELS = ["alt", "aria-label", "title", "placeholder", "aria-description", "aria-roledescription", "aria-valuetext", "label", "summary"];
  const labels = [];
  for (const element of document.querySelectorAll("*")) {
    for (const attribute of LABELS) {
      if (!element.hasAttribute(attribute) || (attribute === "title" && element.tagName === "LINK")) continue;
      labels.push({ kind: attribute, tag: element.tagName.toLowerCase(), text: element.getAttribute(attribute), lang: languageOf(element)[0], html: opening(element) });
    }
    if (element.tagName === "INPUT" && ["submit", "button", "reset"].includes(element.type) && element.hasAttribute("value")) {
      labels.push({ kind: "value", tag: "input", text: element.value, lang: languageOf(element)[0], html: opening(element) });
    }
  }
  const rootLang = document.documentElement.getAttribute("lang") || "";
  const title = document.querySelector("head > title");
  if (title) labels.push({ kind: "page title", tag: "title", text: title.textContent, lang: title.getAttribute("lang") || rootLang, html: opening(title) });
  for (const meta of document.querySelectorAll("meta[name=description], meta[property='og:title'], meta[property='og:description'], meta[property='og:image:alt'], meta[property='og:site_name']")) {
    labels.push({ kind: meta.getAttribute("name") || meta.getAttribute("property"), tag: "meta", text: meta.content, lang: meta.getAttribute("lang") || rootLang, html: opening(meta) });
  }

  // The sideways turn an element has on the screen: -1 mirrored, 1 not, 0 stood upright.
  const turn = (element, pseudo) => {
    let matrix = new DOMMatrix();
    const apply = (its) => {
      if (its.scale && its.scale !== "none") {
        const [x, y] = its.scale.split(" ").map(Number);
        matrix = new DOMMatrix().scale(x, y === undefined ? x : y).multiply(matrix);
      }
      if (its.rotate && its.rotate !== "none") matrix = new DOMMatrix().rotate(parseFloat(its.rotate)).multiply(matrix);
      if (its.transform && its.transform !== "none") matrix = new DOMMatrix(its.transform).multiply(matrix);
    };
    if (pseudo) apply(getComputedStyle(element, pseudo));
    for (let up = element; up; up = up.parentElement) apply(style(up));
    return Math.abs(matrix.a) < 0.01 ? 0 : Math.sign(matrix.a);
  };
  const linkFacts = (element) => {
    const link = element.closest("a, button, [role=button], summary");
    return link ? { rel: (link.getAttribute("rel") || "") + " " + (typeof link.className === "string" ? link.className : "") } : { rel: "" };
  };
  const GLYPHS = /[\u2190\u2192\u27F5\u27F6\u21D0\u21D2\u2794\u279C\u2039\u203A\u25B6\u25C0\u25B8\u25C2\u25BA\u25C4\u276E\u276F]/;
  const marks = [];
  for (const image of document.querySelectorAll("img, picture, video, svg, [class*=icon], [class*=arrow], [class*=chevron]")) {
    if (image.parentElement && image.parentElement.closest("svg")) continue;
    if (!rendered(image)) continue;
    const use = image.querySelector("use");
    const words = [image.getAttribute("class") || "", image.id, image.getAttribute("src") || "", image.getAttribute("data-icon") || "", use ? (use.getAttribute("href") || use.getAttribute("xlink:href") || "") : ""].join(" ");
    marks.push({ kind: "picture", tag: image.tagName.toLowerCase(), words, glyph: "", turn: turn(image), direction: style(image).direction, html: opening(image),
      lang: languageOf(image)[0], ...linkFacts(image) });
  }
  nodes.forEach((node) => {
    const parent = node.parentElement;
    const found = node.data.match(GLYPHS);
    if (found && rendered(parent) && !parent.closest("code, pre, svg")) {
      marks.push({ kind: "text", tag: parent.tagName.toLowerCase(), words: "", glyph: found[0], turn: turn(parent), direction: style(parent).direction, html: collapse(node.data).slice(0, 120), lang: languageOf(parent)[0], ...linkFacts(parent) });
    }
  });
  for (const element of document.body.querySelectorAll("*")) {
    for (const pseudo of ["::before", "::after"]) {
      const content = getComputedStyle(element, pseudo).content;
      if (!content || content === "none" || content === "normal" || content[0] !== '"') continue;
      const found = content.match(GLYPHS);
      if (found && rendered(element)) {
        marks.push({ kind: pseudo, tag: element.tagName.toLowerCase(), words: "", glyph: found[0], turn: turn(element, pseudo), direction: getComputedStyle(element, pseudo).direction, html: opening(element) + " " + content, lang: languageOf(element)[0], ...linkFacts(element) });
      }
      const letters = content.match(/[A-Za-z]{3,}|[\u0620-\u064A]{2,}/);
      if (letters) labels.push({ kind: pseudo, tag: element.tagName.toLowerCase(), text: content.slice(1, -1), lang: languageOf(element)[0], html: opening(element) });
    }
  }

  const lists = [...document.querySelectorAll("ul, ol")].filter(rendered).filter((list) => list.querySelector(":scope > li")).map((list) => {
    const its = style(list);
    const item = list.querySelector(":scope > li");
    return {
      html: opening(list), text: collapse(list.textContent).slice(0, 300), direction: its.direction,
      marker: style(item).display === "list-item" && style(item).listStyleType !== "none" && its.listStyleType !== "none",
      inside: its.listStylePosition === "inside",
      start: px(its.paddingInlineStart) + px(its.marginInlineStart) + px(style(item).marginInlineStart) + px(style(item).paddingInlineStart),
      end: px(its.paddingInlineEnd) + px(its.marginInlineEnd) + px(style(item).marginInlineEnd) + px(style(item).paddingInlineEnd),
    };
  });

  const width = document.documentElement.clientWidth;
  const wider = [];
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || (box.right <= width + 1 && box.left >= -1)) continue;
    if (!seen(element) || element.closest("dialog:not([open])")) continue;
    let contained = false;
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (style(up).overflowX !== "visible") contained = true;
    }
    const offscreen = style(element).position !== "static" && (box.right <= 0 || box.left >= width);
    if (!contained && !offscreen) wider.push(`${opening(element)} ${Math.round(box.left)}…${Math.round(box.right)} px`);
  }

  const links = [...document.querySelectorAll("a[href]")].map((link) => ({
    href: link.href, raw: link.getAttribute("href"), text: collapse(link.textContent), lang: link.getAttribute("lang"),
    hreflang: link.getAttribute("hreflang"), rel: link.getAttribute("rel") || "", main: Boolean(link.closest("main")),
    rendered: rendered(link), html: opening(link), inner: link.innerHTML,
  }));
  const head = (selector) => [...document.head.querySelectorAll(selector)];
  const notices = [...document.querySelectorAll("main [class*=notice], main [role=note], main [role=status], main [data-notice]")].filter(seen).map((notice) => ({
    text: collapse(notice.textContent), lang: languageOf(notice)[0], times: [...notice.querySelectorAll("time")].map((time) => time.getAttribute("datetime") || ""),
    links: [...notice.querySelectorAll("a[href]")].map((link) => ({ href: link.href, hreflang: link.getAttribute("hreflang") })),
  }));
  const originals = [...document.querySelectorAll("main[lang], main [lang]")].map((element) => ({
    lang: element.getAttribute("lang"), dir: element.getAttribute("dir"), direction: style(element).direction,
    length: collapse(element.textContent).length, heading: Boolean(element.querySelector("h1, h2, h3")) || Boolean(element.closest("h1")),
    html: opening(element),
  }));
  const mismatched = [...document.querySelectorAll("body [lang][dir]")].map((element) => ({
    lang: element.getAttribute("lang"), dir: element.getAttribute("dir").toLowerCase(), text: collapse(element.textContent), html: opening(element),
  }));
  const root = document.documentElement;
  const data = {
    url: location.href, lang: root.getAttribute("lang"), dir: root.getAttribute("dir"), direction: style(root).direction,
    bodyDirection: style(document.body).direction, bodyDir: document.body.getAttribute("dir"),
    bodySize: px(style(document.body).fontSize), bodyLine: style(document.body).lineHeight === "normal" ? null : px(style(document.body).lineHeight),
    mainLength: collapse((document.querySelector("main") || document.body).textContent).length,
    viewport: width, scrollWidth: root.scrollWidth, clips: [root, document.body].some((element) => ["hidden", "clip"].includes(style(element).overflowX)), wider,
    canonical: head("link[rel~=canonical]").map((link) => link.getAttribute("href")),
    alternates: head("link[rel~=alternate][hreflang]").map((link) => ({ hreflang: link.getAttribute("hreflang"), href: link.getAttribute("href") })),
    locale: head("meta[property='og:locale']").map((meta) => meta.content),
    otherLocales: head("meta[property='og:locale:alternate']").map((meta) => meta.content),
    robots: head("meta[name=robots]").map((meta) => meta.content).join(","),
    inlineStyles: [...document.querySelectorAll("[style]")].map((element) => element.getAttribute("style")),
    styleSheets: [...document.querySelectorAll("style")].map((element) => element.textContent),
    texts, blocks, labels, marks, lists, links, notices, originals, mismatched,
  };
  return { nodes, data };
}
