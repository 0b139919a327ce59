/* The form on which an album is described: numbers, order by dragging and by keys, people, the same for all, focal points.
   Without it the form saves as well; its words come from the page. */

const list = document.querySelector("[data-photographs]")
const form = document.querySelector("[data-describe]")
const said = form.querySelector("[data-said]")
const rows = () => [...list.querySelectorAll(":scope > [data-photograph]")]
const say = (sentence) => (said.textContent = sentence)
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name])

// Order -----------------------------------------------------------------------------------------------------------------

function number() {
  const all = rows()
  all.forEach((row, index) => {
    row.querySelector("[data-number]").textContent = index + 1
    row.querySelector("[data-earlier]").setAttribute("aria-disabled", index === 0)
    row.querySelector("[data-later]").setAttribute("aria-disabled", index === all.length - 1)
  })
  form.querySelector("[data-empty]").hidden = all.length > 0
  form.querySelector("[data-save-row]").hidden = form.querySelector("[data-tools]").hidden = all.length === 0
}

/* Bring the row to its new place by moving the others past it: what is in focus or held stays so. */
function move(row, to) {
  for (let at = rows().indexOf(row); at !== to; at += Math.sign(to - at)) {
    if (to < at) row.after(row.previousElementSibling)
    else row.before(row.nextElementSibling)
  }
  number()
  changed()
}

function moveBy(row, step) {
  const from = rows().indexOf(row)
  const to = from + step
  if (to < 0 || to >= rows().length) return
  move(row, to)
  row.scrollIntoView({ block: "nearest" })
  say(filled(list.dataset.moved, { from: from + 1, to: to + 1 }))
}

function order(isOn) {
  list.classList.toggle("is-in-order-view", isOn)
  form.querySelector("[data-order-view]").setAttribute("aria-pressed", isOn)
}

// Dragging: by pointer events, so that a mouse and a finger do the same ----------------------------------------------------

const EDGE = 96 // pixels from the window's edge in which dragging scrolls the page
const FASTEST = 18 // pixels a frame

class Drag {
  constructor(row, event) {
    this.row = row
    this.from = rows().indexOf(row)
    this.wasInOrderView = list.classList.contains("is-in-order-view")
    this.y = event.clientY
    this.stop = new AbortController()
    const listen = (name, work) => document.addEventListener(name, work, { signal: this.stop.signal })
    listen("pointermove", (moved) => moved.pointerId === event.pointerId && (this.y = moved.clientY))
    listen("pointerup", () => this.end())
    listen("pointercancel", () => this.end())
    listen("keydown", (key) => key.key === "Escape" && this.end(this.from))
    row.classList.add("is-dragged")
    order(true)
    window.scrollBy(0, row.getBoundingClientRect().top - this.y + 32)
    this.step()
  }

  step() {
    if (this.stop.signal.aborted) return
    const bottom = window.innerHeight - form.querySelector("[data-save-row]").offsetHeight
    const near = (distance) => Math.max(0, (EDGE - distance) / EDGE) * FASTEST
    window.scrollBy(0, near(bottom - this.y) - near(this.y))
    const to = this.place()
    if (to !== rows().indexOf(this.row)) move(this.row, to)
    requestAnimationFrame(() => this.step())
  }

  /* The place of the row is after all whose middle the pointer has passed. */
  place() {
    const middles = rows().filter((row) => row !== this.row).map((row) => row.getBoundingClientRect())
    return middles.filter((box) => box.top + box.height / 2 < this.y).length
  }

  end(to = rows().indexOf(this.row)) {
    this.stop.abort()
    if (to !== rows().indexOf(this.row)) move(this.row, to)
    this.row.classList.remove("is-dragged")
    order(this.wasInOrderView)
    this.row.scrollIntoView({ block: "nearest" })
    if (to !== this.from) say(filled(list.dataset.moved, { from: this.from + 1, to: to + 1 }))
  }
}

// People ----------------------------------------------------------------------------------------------------------------

function peopleOf(row, isNew) {
  const box = row.querySelector("[data-people]")
  const people = box.querySelector("[data-people-list]")
  const select = box.querySelector("select")
  const choice = window.django.jQuery(select)
  if (isNew) choice.djangoAdminSelect2() // those of the page are begun by the admin itself
  window.django.jQuery(() => nameSearch(box, select))
  choice.on("select2:select", ({ params: { data } }) => {
    if (people.querySelector(`input[value="${CSS.escape(data.id)}"]`)) say(filled(list.dataset.named, { name: data.text }))
    else people.append(personLine(row, data))
    choice.val(null).trigger("change")
    mark(people)
    changed()
  })
  people.addEventListener("click", (event) => {
    const line = event.target.closest("[data-person]")
    if (event.target.closest("[data-person-earlier]")) furtherLeft(people, line)
    else if (event.target.closest("[data-person-out]")) takeOut(people, line, box)
  })
  for (const button of people.querySelectorAll("button")) button.hidden = false
  mark(people)
}

/* The label names a list that is hidden: what stands for it takes the name. */
function nameSearch(box, select) {
  const label = box.querySelector(`label[for="${select.id}"]`)
  label.id = `${select.id}-label`
  for (const part of box.querySelectorAll(".select2-selection, .select2-selection__rendered")) part.setAttribute("aria-labelledby", label.id)
}

function personLine(row, { id, text }) {
  const line = document.querySelector("[data-person-row]").content.firstElementChild.cloneNode(true)
  const input = line.querySelector("input")
  input.name = `${row.id}-people`
  input.value = id
  line.querySelector("[data-person-name]").textContent = text
  for (const button of line.querySelectorAll("button")) button.hidden = false
  return line
}

function furtherLeft(people, line) {
  const other = line.previousElementSibling
  if (!other) return
  line.after(other)
  mark(people)
  changed()
  say(filled(list.dataset.movedPerson, { name: nameOf(line), to: [...people.children].indexOf(line) + 1 }))
}

function takeOut(people, line, box) {
  const next = line.nextElementSibling ?? line.previousElementSibling
  line.remove()
  mark(people)
  changed()
  const focus = next?.querySelector("[data-person-out]") ?? box.querySelector(".select2-selection")
  focus?.focus()
}

const nameOf = (line) => line.querySelector("[data-person-name]").textContent

function mark(people) {
  for (const [index, line] of [...people.children].entries()) {
    line.querySelector("[data-person-earlier]").setAttribute("aria-disabled", index === 0)
  }
}

// The focal point -------------------------------------------------------------------------------------------------------

const CARD = 3 / 2 // the shape of the crop in lists
const within = (value) => Math.min(Math.max(value, 0), 1)

class FocalPoint {
  constructor(row) {
    this.box = row.querySelector("[data-focal]")
    this.picture = this.box.querySelector("img")
    if (!this.picture) return
    this.across = row.querySelector(`[name="${row.id}-focal_x"]`)
    this.down = row.querySelector(`[name="${row.id}-focal_y"]`)
    this.fold = row.querySelector("[data-focal-fold]")
    this.crop = row.querySelector("[data-crop]")
    for (const input of [this.across, this.down]) {
      Object.assign(input, { type: "range", min: 0, max: 1, step: 0.01, dir: "ltr" }) // pictures do not mirror
      input.addEventListener("input", () => this.show())
    }
    this.crop.querySelector("img").src = this.picture.src
    this.crop.hidden = row.querySelector("[data-focal-help]").hidden = false
    this.picture.addEventListener("click", (event) => this.choose(event))
    this.fold.addEventListener("toggle", () => this.show())
    this.show()
  }

  choose(event) {
    const frame = this.picture.getBoundingClientRect()
    this.across.value = within((event.clientX - frame.left) / frame.width)
    this.down.value = within((event.clientY - frame.top) / frame.height)
    this.fold.open = true
    this.across.dispatchEvent(new Event("input", { bubbles: true }))
  }

  show() {
    const [across, down] = [Number(this.across.value), Number(this.down.value)]
    const spot = this.box.querySelector("[data-mark]")
    spot.hidden = !this.fold.open
    spot.style.insetInlineStart = `${across * 100}%`
    spot.style.insetBlockStart = `${down * 100}%`
    const shape = this.picture.getAttribute("width") / this.picture.getAttribute("height") || CARD
    // How much of the picture the crop keeps each way, and how far it then stands from the edge.
    const kept = [Math.min(1, CARD / shape), Math.min(1, shape / CARD)]
    const place = [across, down].map((point, way) => (kept[way] < 1 ? within((point - kept[way] / 2) / (1 - kept[way])) : 0.5))
    this.crop.querySelector("img").style.objectPosition = place.map((one) => `${one * 100}%`).join(" ")
  }
}

// One photograph ----------------------------------------------------------------------------------------------------------

function decorationOf(row) {
  const box = row.querySelector(`[name="${row.id}-is_decorative"]`)
  const show = () => {
    row.classList.toggle("is-decorative", box.checked)
    row.querySelector("[data-not-needed]").hidden = !box.checked
  }
  box.addEventListener("change", show)
  show()
}

function begin(row, isNew = false) {
  for (const part of row.querySelectorAll("[data-earlier], [data-later], [data-handle]")) part.hidden = false
  row.querySelector("[data-earlier]").addEventListener("click", () => moveBy(row, -1))
  row.querySelector("[data-later]").addEventListener("click", () => moveBy(row, 1))
  row.querySelector("[data-handle]").addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    new Drag(row, event)
  })
  peopleOf(row, isNew)
  decorationOf(row)
  new FocalPoint(row)
}

function firstLacking(row) {
  const alts = [...row.querySelectorAll("[data-alt] :is(input, textarea)")]
  return alts.find((input) => !input.value.trim()) ?? alts[0]
}

function goTo(address) {
  const row = address.startsWith("#photo-") && document.getElementById(address.slice(1))
  if (!row) return false
  row.scrollIntoView()
  firstLacking(row)?.focus({ preventScroll: true })
  firstLacking(row)?.scrollIntoView({ block: "nearest" })
  return true
}

// The same for all --------------------------------------------------------------------------------------------------------

function fill(box, onlyEmpty) {
  let count = 0
  const given = [...box.querySelectorAll("[name^='all-']")].filter((input) => input.value.trim())
  for (const input of given) {
    for (const row of rows()) {
      const target = row.querySelector(`[name="${row.id}-${input.name.slice("all-".length)}"]`)
      if (!target || (onlyEmpty && target.value.trim()) || target.value === input.value) continue
      target.value = input.value
      target.dispatchEvent(new Event("input", { bubbles: true }))
      count += 1
    }
  }
  const answer = box.querySelector("[data-fill-said]")
  answer.textContent = given.length ? filled(answer.dataset.words, { count }) : answer.dataset.nothing
}

// Saving, and what is not saved --------------------------------------------------------------------------------------------

let isChanged = form.querySelector(".has-errors") !== null
let isSaving = false
function changed() {
  isChanged = true
}

form.addEventListener("input", (event) => event.target.name?.startsWith("all-") || changed())
form.addEventListener("change", (event) => event.target.name?.startsWith("all-") || changed())
form.addEventListener("submit", (event) => {
  if (isSaving) event.preventDefault() // a double click
  isSaving = true
})
window.addEventListener("beforeunload", (event) => isChanged && !isSaving && event.preventDefault())
window.addEventListener("pageshow", () => (isSaving = false))

// How far the sizes are ----------------------------------------------------------------------------------------------------

const ASKED_EVERY = 3000
const progress = document.querySelector("[data-progress]")

async function ask() {
  if (progress.dataset.done || document.hidden) return
  const answer = await fetch(progress.dataset.progress, { headers: { Accept: "application/json" } }).then((one) => one.json(), () => null)
  if (!answer?.sentence) return
  progress.textContent = answer.sentence
  progress.dataset.done = answer.ready === answer.count ? "1" : ""
}

setInterval(ask, ASKED_EVERY)

// Begin --------------------------------------------------------------------------------------------------------------------

rows().forEach((row) => begin(row))
number()
list.addEventListener("photograph:added", (event) => {
  begin(event.target, true)
  number()
  progress.dataset.done = ""
})
form.querySelector("[data-order-view]").addEventListener("click", (event) => order(event.currentTarget.getAttribute("aria-pressed") !== "true"))
const forAll = form.querySelector("[data-for-all]")
forAll.hidden = false
for (const button of forAll.querySelectorAll("[data-fill]")) {
  button.addEventListener("click", () => fill(forAll, button.dataset.fill === "empty"))
}
document.addEventListener("click", (event) => {
  const link = event.target.closest(".lacking a[href^='#photo-']")
  if (link && goTo(link.getAttribute("href"))) event.preventDefault()
})
const refused = form.querySelector(".has-errors .errors :is(input, textarea, select)")
if (refused) {
  refused.closest("details")?.setAttribute("open", "")
  refused.focus()
} else goTo(location.hash)
