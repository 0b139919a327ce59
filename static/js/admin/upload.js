/* Many photographs at once: what is dropped or chosen goes to the door of the album, two files at a time, each with its own end.
   What waits is kept in the browser until then, so that leaving and coming back loses none. Its words come from the page. */

const AT_ONCE = 2
const ENDED = ["taken", "already", "refused"]
const SAID_EVERY = 5000 // milliseconds between two readings of the counts to those who listen

// Kept in the browser ---------------------------------------------------------------------------------------------------

let opening = null

function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("photographs-to-send", 1)
    request.onupgradeneeded = () =>
      request.result.createObjectStore("files", { keyPath: "key", autoIncrement: true }).createIndex("queue", "queue")
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opening
}

async function inStore(mode, work) {
  const transaction = (await database()).transaction("files", mode)
  const request = work(transaction.objectStore("files"))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error)
  })
}

const keep = (queue, file, place) => inStore("readwrite", (files) => files.add({ queue, file, name: file.name, place }))
const kept = (queue) => inStore("readonly", (files) => files.index("queue").getAll(queue))
const isKept = async (key) => (await inStore("readonly", (files) => files.count(key))) > 0
const letGo = (key) => inStore("readwrite", (files) => files.delete(key))

/* Two windows on one album have the same files waiting: whichever comes first sends a file, the other finds it gone. */
function alone(item, work) {
  if (item.key === undefined || !navigator.locks) return work()
  return navigator.locks.request(`photograph-to-send-${item.key}`, work)
}

// What was dropped ------------------------------------------------------------------------------------------------------

async function filesIn(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file")
  // Both are asked before anything is awaited: the browser forgets what was dropped once the event is over.
  const found = items.map((item) => ({ entry: item.webkitGetAsEntry?.(), file: item.getAsFile() }))
  const files = await Promise.all(found.map(({ entry, file }) => (entry?.isDirectory ? picturesIn(entry) : [file])))
  return files.flat().filter(Boolean)
}

async function picturesIn(folder) {
  const reader = folder.createReader()
  const entries = []
  for (;;) {
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (!some.length) break
    entries.push(...some)
  }
  entries.sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }))
  const files = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory ? picturesIn(entry) : new Promise((resolve) => entry.file(resolve, () => resolve(null))),
    ),
  )
  return files.flat().filter((file) => file?.type.startsWith("image/"))
}

const isReadable = (file) => file.slice(0, 1).arrayBuffer().then(() => true, () => false)
const seconds = (count) => new Promise((resolve) => setTimeout(resolve, count * 1000))

// Words in two directions -----------------------------------------------------------------------------------------------

function isolate(words, lang) {
  const isolated = document.createElement("bdi")
  isolated.dir = "ltr"
  if (lang) isolated.lang = lang
  isolated.textContent = words
  return isolated
}

function inLatin(sentence) {
  if (document.documentElement.dir !== "rtl") return [sentence]
  return sentence.split(/([A-Za-z][A-Za-z0-9]+)/).map((part, index) => (index % 2 ? isolate(part, "en") : part))
}

// One request -----------------------------------------------------------------------------------------------------------

/* Answer how it ended: taken, already or refused with the server's words; else logged-out, too-large, gone or unsent. */
function post(address, token, { file, place }, withRow, onPercent) {
  const body = new FormData()
  body.append("csrfmiddlewaretoken", token)
  if (place) body.append("place", place)
  if (withRow) body.append("row", "1")
  body.append("file", file, file.name)
  const request = new XMLHttpRequest()
  request.open("POST", address)
  request.setRequestHeader("Accept", "application/json")
  return new Promise((resolve) => {
    request.upload.onprogress = (event) => event.lengthComputable && onPercent(Math.floor((100 * event.loaded) / event.total))
    request.onload = () => resolve(ending(request))
    request.onerror = request.onabort = request.ontimeout = () => resolve({ end: "unsent" })
    request.send(body)
  })
}

function ending({ status, responseText }) {
  let answer = null
  try {
    answer = JSON.parse(responseText)
  } catch {
    answer = null // a page, not an answer: somebody else than the door spoke
  }
  if (status === 201 && answer?.photo) return { end: "taken", words: answer.remark, ...answer }
  if (status === 400 && answer?.refusal) {
    return { end: answer.code === "already" ? "already" : "refused", ...answer, words: answer.refusal }
  }
  if (status === 413) return { end: "too-large" }
  if (status === 404) return { end: "gone" }
  if (status === 403) return { end: "forbidden" }
  return { end: status === 200 ? "logged-out" : "unsent" } // 200 is the log-in page, to which the door leads
}

// A zone ----------------------------------------------------------------------------------------------------------------

class DropZone {
  constructor(zone) {
    this.zone = zone
    this.words = zone.dataset
    this.items = []
    this.running = 0
    this.failedInARow = 0
    this.isHeld = false
    this.nextPlace = Number(this.words.nextPlace) || null
    this.atOnce = this.nextPlace ? AT_ONCE : 1 // without places, the order of sending is the order of the album
    this.photographs = document.querySelector("[data-photographs]")
    this.reading = Promise.resolve()
    this.part("without-script").hidden = true
    zone.classList.add("is-ready")
    this.listen()
    this.comeBack()
  }

  part(name) {
    return this.zone.querySelector(`[data-${name}]`)
  }

  listen() {
    const input = this.part("files")
    input.addEventListener("change", () => {
      this.take([...input.files])
      input.value = ""
    })
    this.part("fallback").addEventListener("submit", (event) => event.preventDefault())
    this.part("send-again").addEventListener("click", () => this.sendAgain())
    this.part("forget").addEventListener("click", () => this.forget())
    window.addEventListener("online", () => this.items.some((item) => item.state === "unsent") && this.sendAgain())
    window.addEventListener("beforeunload", (event) => this.mayBeLost() && event.preventDefault())
    document.addEventListener("submit", (event) => {
      if (event.target.matches("[data-describe]") && !event.defaultPrevented) this.isSaving = true
    })
    this.listenToDrops()
  }

  listenToDrops() {
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files")
    document.addEventListener("dragover", (event) => {
      if (!hasFiles(event)) return
      event.preventDefault() // a file that misses the zone would take the whole page away
      const isOver = this.zone.contains(event.target)
      event.dataTransfer.dropEffect = isOver ? "copy" : "none"
      this.zone.classList.toggle("is-over", isOver)
    })
    document.addEventListener("dragleave", (event) => event.relatedTarget || this.zone.classList.remove("is-over"))
    document.addEventListener("drop", async (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      this.zone.classList.remove("is-over")
      if (this.zone.contains(event.target)) this.take(await filesIn(event.dataTransfer))
    })
  }

  /* Show what waits from before, and send it. */
  async comeBack() {
    const found = await kept(this.words.queue).catch(() => [])
    if (!found.length) return
    for (const { key, file, name, place } of found) {
      const named = file.name === name ? file : new File([file], name, { type: file.type })
      this.show({ key, place, file: named, state: "waiting" })
    }
    if (this.nextPlace) this.nextPlace = Math.max(this.nextPlace, ...found.map((one) => (one.place || 0) + 1))
    this.note(this.words.again.replace("{count}", found.length))
    this.next()
  }

  take(files) {
    if (!files.length) return
    this.note("")
    const items = files.map((file) => this.show({ file, place: this.nextPlace && this.nextPlace++, state: "preparing" }))
    // One file is read at a time, in the order chosen.
    for (const item of items) this.reading = this.reading.then(() => this.read(item))
    if (this.isHeld && this.items.some((item) => item.state === "unsent")) this.sendAgain()
  }

  async read(item) {
    if (!this.items.includes(item)) return
    if (!(await isReadable(item.file))) return this.end(item, { end: "refused", words: this.words.unreadable })
    try {
      item.key = await keep(this.words.queue, item.file, item.place)
    } catch {
      this.note(this.words.notKept)
    }
    this.set(item, "waiting", this.words.waiting)
    this.next()
  }

  next() {
    while (this.running < this.atOnce && !this.isHeld) {
      const item = this.items.find((one) => one.state === "waiting")
      if (!item) break
      this.running += 1
      this.set(item, "sending", this.words.waiting)
      alone(item, () => this.send(item)).finally(() => {
        this.running -= 1
        this.next()
      })
    }
    this.count()
  }

  async send(item) {
    if (item.key !== undefined && !(await isKept(item.key).catch(() => true))) {
      return this.end(item, { end: "taken", words: this.words.elsewhere })
    }
    const pauses = this.words.pauses.split(" ").map(Number)
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.attempt(item)
      if (answer.end !== "unsent" || attempt === pauses.length) return this.end(item, answer)
      this.set(item, "sending", this.words.waiting)
      await seconds(pauses[attempt])
    }
  }

  async attempt(item) {
    const percent = (count) => {
      item.bar.value = count
      item.said.textContent = `${this.words.sending} ${count}%`
    }
    const token = () => this.part("fallback").elements.csrfmiddlewaretoken.value
    const send = () => post(this.words.address, token(), item, Boolean(this.photographs), percent)
    percent(0)
    const answer = await send()
    if (answer.end !== "forbidden") return answer
    // Whoever logged in again has another token than this page.
    return (await this.renewToken()) ? send() : { end: "logged-out" }
  }

  async renewToken() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } })
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const fresh = page.querySelector("[data-drop-zone] [name=csrfmiddlewaretoken]")
      for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) if (fresh) input.value = fresh.value
      return Boolean(fresh)
    } catch {
      return false
    }
  }

  async end(item, answer) {
    const refusals = { "too-large": this.words.tooLarge, gone: this.words.gone }
    if (answer.end in refusals) answer = { end: "refused", words: refusals[answer.end] }
    this.failedInARow = answer.end === "unsent" ? this.failedInARow + 1 : 0
    if (ENDED.includes(answer.end)) {
      if (item.key !== undefined) await letGo(item.key).catch(() => {})
      const words = answer.end === "taken" ? `${this.words.taken} ${answer.words || ""}`.trim() : answer.words
      this.set(item, answer.end, words)
      item.file = null
      if (answer.row) this.addRow(item, answer)
      if (answer.album) this.part("onwards").querySelector("a").href = answer.album
    } else {
      const words = { unsent: this.words.unsent, "logged-out": this.words.loggedOut, forbidden: this.words.forbidden }
      this.set(item, "unsent", words[answer.end])
      if (answer.end === "logged-out") this.note(this.words.logIn)
      if (answer.end !== "unsent" || this.failedInARow >= AT_ONCE) this.isHeld = true
    }
    this.count()
  }

  sendAgain() {
    this.isHeld = false
    this.failedInARow = 0
    this.note("")
    for (const item of this.items) if (item.state === "unsent") this.set(item, "waiting", this.words.waiting)
    this.next()
  }

  forget() {
    for (const item of this.items.filter((one) => ["waiting", "unsent"].includes(one.state))) {
      if (item.key !== undefined) letGo(item.key).catch(() => {})
      item.line.remove()
      this.items.splice(this.items.indexOf(item), 1)
    }
    this.isHeld = false
    this.note("")
    this.count()
    this.part("files").focus()
  }

  /* Files that are kept outlive a save of this page; what is not kept, or is on its way, may be lost with it. */
  mayBeLost() {
    const open = this.items.filter((item) => !ENDED.includes(item.state))
    return this.isSaving ? open.some((item) => item.key === undefined) : open.length > 0
  }

  // What is shown -------------------------------------------------------------------------------------------------------

  show(item) {
    const line = this.part("file").content.firstElementChild.cloneNode(true)
    const name = line.querySelector("[data-name]")
    name.id = `file-to-send-${Math.random().toString(36).slice(2)}`
    name.textContent = item.file.name
    item.name = item.file.name
    item.line = line
    item.bar = line.querySelector("[data-bar]")
    item.bar.setAttribute("aria-labelledby", name.id)
    item.said = line.querySelector("[data-state]")
    this.items.push(item)
    this.part("list").append(line)
    this.set(item, item.state, this.words[item.state])
    return item
  }

  set(item, state, words) {
    item.state = state
    item.line.dataset.end = state
    item.bar.hidden = state !== "sending"
    item.said.replaceChildren(...this.isolated(words || "", item.name))
    if (state === "refused") this.part("list").prepend(item.line) // what needs somebody stands where it is seen
  }

  /* The file's name within a sentence keeps its own direction, and so does a Latin word on a page from the right. */
  isolated(sentence, name) {
    const [before, ...rest] = sentence.split(name)
    const sides = rest.length ? [before, null, rest.join(name)] : [before]
    return sides.flatMap((side) => (side === null ? [isolate(name)] : inLatin(side)))
  }

  note(sentence) {
    const note = this.part("note")
    note.textContent = sentence
    note.hidden = !sentence
    if (sentence) this.part("said").textContent = sentence
  }

  count() {
    const inState = (...states) => this.items.filter((item) => states.includes(item.state)).length
    const waiting = inState("waiting", "preparing", "sending", "unsent")
    const parts = [
      [this.words.countTaken, inState("taken")],
      [this.words.countAlready, inState("already")],
      [this.words.countRefused, inState("refused")],
      [this.words.countWaiting, waiting],
    ]
    const said = parts.filter(([, count]) => count).map(([words, count]) => words.replace("{count}", count))
    const sentence = said.join(this.words.between)
    this.part("summary").textContent = sentence
    this.part("summary").hidden = this.part("list").hidden = !this.items.length
    this.part("still-waiting").hidden = !(waiting && (this.isHeld || (!this.running && inState("unsent"))))
    this.part("onwards").hidden = Boolean(this.photographs || waiting || !inState("taken"))
    this.say(sentence, waiting === 0)
  }

  say(sentence, isEnd) {
    clearTimeout(this.saying)
    const speak = () => {
      this.spokenAt = Date.now()
      if (this.part("said").textContent !== sentence) this.part("said").textContent = sentence
    }
    const rest = SAID_EVERY - (Date.now() - (this.spokenAt ?? Date.now()))
    this.spokenAt ??= Date.now()
    if (isEnd) speak()
    else this.saying = setTimeout(speak, Math.max(rest, 0))
  }

  /* The row of a photograph just taken in stands after those there were, in the order in which the files were chosen. */
  addRow(item, { row }) {
    const template = document.createElement("template")
    template.innerHTML = row.trim()
    const line = document.importNode(template.content.firstElementChild, true)
    if (document.getElementById(line.id)) return
    line.dataset.place = item.place
    const later = [...this.photographs.querySelectorAll(":scope > [data-place]")].find((one) => Number(one.dataset.place) > item.place)
    this.photographs.insertBefore(line, later ?? null)
    line.dispatchEvent(new CustomEvent("photograph:added", { bubbles: true }))
  }
}

for (const zone of document.querySelectorAll("[data-drop-zone]")) new DropZone(zone)
