/* The editor of formatted text: its extensions come from the server's allowlist, its language and direction from the textarea. */
import * as prose from "django-prose-editor/editor"

const SELECTOR = "textarea[data-prose]"

const fromElement = (name) => ({ default: null, parseHTML: (element) => element.getAttribute(name) })

/* A run in another language keeps its lang and dir: without this the first keystroke would drop them. */
const Foreign = prose.Mark.create({
  name: "foreign",
  addAttributes: () => ({ lang: fromElement("lang"), dir: fromElement("dir") }),
  parseHTML: () => [{ tag: "span[lang]" }, { tag: "span[dir]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
})

/* So does a whole paragraph in another language. */
const ForeignParagraphs = prose.Extension.create({
  name: "foreignParagraphs",
  addGlobalAttributes: () => [
    { types: ["paragraph"], attributes: { lang: fromElement("lang"), dir: fromElement("dir") } },
  ],
})

function extensionsOf(textarea) {
  const chosen = Object.entries(JSON.parse(textarea.dataset.prose)).map(([name, options]) => {
    // An extension that is missing would strip what it stands for at the first keystroke.
    if (!prose[name]) throw new Error(`The editor has no extension ${name}.`)
    return typeof options === "object" ? prose[name].configure(options) : prose[name]
  })
  return [...chosen, Foreign, ForeignParagraphs]
}

/* The accessible name: the label names a textarea that is hidden, so the editor takes its words. */
function labelOf(textarea) {
  const label = document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`)
  return label ? label.textContent.trim().replace(/:$/, "") : textarea.name
}

/* The editor names the parts of its menu in English; the desk's catalogue has their words in the reader's language. */
function translateMenu(wrapper) {
  const words = window.gettext || ((text) => text)
  for (const button of wrapper.querySelectorAll('.prose-menubar [title]:not([title=""])')) {
    button.title = words(button.title)
    button.setAttribute("aria-label", button.title)
  }
  for (const option of wrapper.querySelectorAll(".prose-menubar__option > *")) option.textContent = words(option.textContent)
}

function editorFor(textarea) {
  if (textarea.closest(".prose-editor")) return
  const wrapper = document.createElement("div")
  wrapper.className = "prose-editor"
  textarea.before(wrapper)
  wrapper.append(textarea)
  const attributes = {
    lang: textarea.lang || document.documentElement.lang,
    dir: textarea.dir || document.documentElement.dir,
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": labelOf(textarea),
  }
  const help = document.getElementById(`${textarea.id}_helptext`)
  if (help) attributes["aria-describedby"] = help.id
  const editor = new prose.Editor({
    element: wrapper,
    editable: !textarea.disabled,
    extensions: extensionsOf(textarea),
    content: textarea.value,
    injectCSS: false, // the policy blocks injected styles; admin.css carries them
    editorProps: { attributes },
    onUpdate({ editor }) {
      const html = editor.getHTML()
      textarea.value = /^<(\w+)(\s[^>]*)?><\/\1>$/i.test(html) ? "" : html
      textarea.dispatchEvent(new Event("input", { bubbles: true }))
    },
  })
  // The menu shows what is chosen as a fresh copy, made after these listeners are called.
  for (const moment of ["create", "transaction"]) editor.on(moment, () => queueMicrotask(() => translateMenu(wrapper)))
  textarea.dispatchEvent(new CustomEvent("prose-editor:ready", { detail: { editor, textarea }, bubbles: true }))
}

function start(container) {
  for (const textarea of container.querySelectorAll(SELECTOR)) {
    if (!textarea.name.includes("__prefix__")) editorFor(textarea)
  }
}

start(document)
document.addEventListener("formset:added", (event) => start(event.target))
