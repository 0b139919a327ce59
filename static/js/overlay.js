// The overlay over a gallery: its photographs one at a time in a modal dialog, each with its address and its caption.
// Without this file, or with a key held, a picture leads to the photograph's own page.

const overlay = document.querySelector(".overlay");
const track = overlay.querySelector("ul");
const counter = overlay.querySelector("[role=status]");
const [previous, next, zoom, close] = overlay.querySelectorAll("button");
const title = document.title;
const slides = []; // of { link, address, element, view, image, title }
let current = -1; // the slide that is shown; -1 while the overlay is closed
let aim = -1; // the slide that a button or key is scrolling to

// Slides ----------------------------------------------------------------------------------------

// The picture begins as the thumbnail has it; told how wide it is now, the browser brings a larger one.
function sharpen({ view, image }) {
  const sizes = `${Math.ceil(image.getBoundingClientRect().width)}px`;
  for (const source of view.querySelectorAll("[srcset]")) source.sizes = sizes;
}

function build(slide) {
  slide.element = overlay.querySelector("template").content.firstElementChild.cloneNode(true);
  slide.view = slide.element.firstElementChild;
  slide.view.append(slide.link.querySelector("picture, img").cloneNode(true));
  slide.image = slide.view.querySelector("img");
  slide.image.loading = "lazy";
  slide.image.removeAttribute("fetchpriority");
  slide.image.lang ||= slide.link.closest("[lang]").lang;
  const [width, height] = ["width", "height"].map((side) => slide.image.getAttribute(side));
  slide.element.style.setProperty("--ratio", width / height || 1.5);
  track.append(slide.element);
  seen.observe(slide.element);
}

// The caption is that of the photograph's own page. If it cannot be had, the picture and its alt text stay.
async function describe(slide) {
  if (!slide || slide.asked) return;
  slide.asked = true;
  try {
    const answer = await fetch(slide.address);
    if (!answer.ok) throw answer;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const caption = page.querySelector(".photo__caption");
    const { lang, dir } = caption.closest("[lang]");
    Object.assign(caption, { lang, dir: dir || page.dir });
    for (const heading of [...caption.querySelectorAll("h1, h2")]) lower(heading);
    for (const named of caption.querySelectorAll("[id]")) named.removeAttribute("id");
    slide.element.append(caption);
    slide.title = page.title;
    if (slide === slides[current]) document.title = slide.title;
  } catch {
    slide.asked = false;
  }
}

// The page below keeps the only heading of the first level.
function lower(heading) {
  const lowered = document.createElement(`h${+heading.localName[1] + 1}`);
  lowered.append(...heading.childNodes);
  heading.replaceWith(lowered);
}

// Showing ---------------------------------------------------------------------------------------

async function become(number) {
  if (number === current) return;
  enlarge(false);
  if (slides[current]?.element.contains(document.activeElement)) next.focus();
  current = number;
  const slide = slides[number];
  slides.forEach((other, place) => {
    other.element.inert = other !== slide;
    if (Math.abs(place - number) > 1) return;
    other.image.loading = "eager";
    sharpen(other);
  });
  const words = { number: number + 1, count: slides.length };
  counter.textContent = overlay.dataset.counter.replace(/{(\w+)}/g, (_, name) => words[name]);
  previous.ariaDisabled = number === 0;
  next.ariaDisabled = number === slides.length - 1;
  document.title = slide.title || title;
  if (location.href !== slide.address) history.replaceState(null, "", slide.address);
  await describe(slide);
  describe(slides[number + 1]);
  describe(slides[number - 1]);
}

function goTo(number, behavior) {
  aim = Math.min(Math.max(number, 0), slides.length - 1);
  // Only a neighbour slides in; a longer way is a jump.
  behavior ||= Math.abs(aim - current) > 1 ? "instant" : "auto";
  become(aim);
  slides[aim].element.scrollIntoView({ block: "nearest", inline: "start", behavior });
}

// What is passed on the way to the aim is not shown; a hand on the track takes the aim away.
const seen = new IntersectionObserver((entries) => {
  // They come by slide; what counts is which was seen last.
  for (const { target, intersectionRatio } of entries.sort((one, other) => one.time - other.time)) {
    const number = slides.findIndex(({ element }) => element === target);
    if (intersectionRatio < 0.6 || !overlay.open || (aim >= 0 && number !== aim)) continue;
    aim = -1;
    become(number);
  }
}, { root: track, threshold: 0.6 });
for (const hand of ["pointerdown", "wheel"]) track.addEventListener(hand, () => { aim = -1; }, { passive: true });

function open(number) {
  if (!overlay.open) overlay.showModal();
  if (!track.childElementCount) slides.forEach(build);
  goTo(number, "instant");
}

// Larger, with the spot that was touched under the finger ----------------------------------------

const isLarge = () => zoom.ariaPressed === "true";

function enlarge(large, x, y) {
  if (large === isLarge()) return;
  const { element, view, image } = slides[current];
  const before = image.getBoundingClientRect();
  zoom.ariaPressed = large;
  element.classList.toggle("is-large", large);
  view.tabIndex = large ? 0 : -1;
  sharpen(slides[current]);
  const after = image.getBoundingClientRect();
  x ??= before.x + before.width / 2;
  y ??= before.y + before.height / 2;
  view.scrollBy({
    left: after.x + ((x - before.x) / before.width) * after.width - x,
    top: after.y + ((y - before.y) / before.height) * after.height - y,
    behavior: "instant",
  });
}

let tap;
track.addEventListener("click", (event) => {
  if (event.target.localName !== "img") return;
  const { timeStamp, clientX, clientY } = event;
  const again = tap && timeStamp - tap.timeStamp < 400 && Math.hypot(clientX - tap.clientX, clientY - tap.clientY) < 32;
  tap = again ? null : event;
  if (again) enlarge(!isLarge(), clientX, clientY);
});

// Keys and buttons ------------------------------------------------------------------------------

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

document.addEventListener("keydown", (event) => {
  if (!overlay.open || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const [x, y] = ARROWS[event.key] || [0, 0];
  const onward = getComputedStyle(track).direction === "rtl" ? -x : x;
  const to = { Home: 0, End: slides.length - 1 }[event.key] ?? current + onward;
  const { element, view } = slides[current];
  if (y || (x && isLarge())) (isLarge() ? view : element).scrollBy({ left: 96 * x, top: 96 * y });
  else if (to !== current) goTo(to);
  else return;
  event.preventDefault();
});
previous.addEventListener("click", () => goTo(current - 1));
next.addEventListener("click", () => goTo(current + 1));
zoom.addEventListener("click", () => enlarge(!isLarge()));
close.addEventListener("click", () => overlay.close());

// Addresses: the overlay is open exactly while the address is that of a photograph ----------------

const numberOfAddress = () => slides.findIndex(({ address }) => address === location.href);

function leave() {
  if (current < 0) return;
  const { link } = slides[current];
  enlarge(false);
  current = -1;
  document.title = title;
  link.focus();
  link.scrollIntoView({ block: "nearest" });
}

overlay.addEventListener("close", () => (numberOfAddress() < 0 ? leave() : history.back()));
addEventListener("popstate", () => {
  const number = numberOfAddress();
  if (number >= 0) open(number);
  else if (overlay.open) overlay.close();
  else setTimeout(leave); // the browser has yet to scroll the page back to where it was
});

// A photograph shown twice on the page is one slide.
for (const link of document.querySelectorAll(":is(.plate, .gallery) a:has(img)")) {
  if (!slides.some(({ address }) => address === link.href)) slides.push({ link, address: link.href });
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !CSS.supports("width", "1cqw")) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    open(numberOfAddress());
  });
}
