// Log a claim from the text of an article: mark words, press c, check the guesses, Ctrl+Enter.
// The forms and lists are the server's own pages; nothing here is needed to log a claim.
import { register } from "./desk-keys.js";
import { combo } from "./desk-log-combo.js";
import { Cursor, Text } from "./desk-log-text.js";

const SETTLED = 150; // ms for which a selection rests before its guesses are fetched ahead
const log = document.getElementById("log");
const bar = document.querySelector(".log-bar");
let text = null;
let cursor = null;
let last = null; // the place logged last, for a second claimant
let open = null; // the place whose form is open
let ahead = null; // { key, page }: the form fetched before it is asked for
let returned = null; // the place that was marked again after the form: told already
let timer = 0;

const said = () => bar.querySelector(".log-said");
const place = () => log.querySelector(".log-place");
const lines = () => document.querySelector(".lines");

function tell(words) {
  said().textContent = words;
}

function short(words) {
  const plain = words.replace(/\s+/g, " ");
  return plain.length > 60 ? `${plain.slice(0, 40)}\u2026${plain.slice(-18)}` : plain;
}

function read() {
  const root = lines();
  text = new Text(root);
  cursor = null;
  root.tabIndex = 0;
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", "The text. Arrow keys mark words and sentences, with Shift more of them.");
}

function addressOf({ start, end }, again) {
  const address = new URL(log.dataset.address, location.href);
  address.search = new URLSearchParams(again ? { start, end, again: 1 } : { start, end });
  return address.href;
}

async function fetched(address, options = {}) {
  const answer = await fetch(address, options);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { answer, page };
}

function fetchAhead(found) {
  const key = addressOf(found, false);
  if (ahead?.key !== key) ahead = { key, page: fetched(key).catch(() => null) };
}

function noticed() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const found = text.selected();
    if (!found || open || (returned && found.start === returned.start && found.end === returned.end)) return;
    returned = null;
    const count = found.words.split(/\s+/).length;
    tell(`${count} word${count === 1 ? "" : "s"} marked: \u201c${short(found.words)}\u201d`);
    fetchAhead(found);
  }, SETTLED);
}

function highlight(found) {
  if (!globalThis.Highlight) return;
  const range = found && text.range(found.start, found.end);
  if (range) CSS.highlights.set("logging", new Highlight(range));
  else CSS.highlights.delete("logging");
}

function wait(found) {
  const quote = document.createElement("blockquote");
  quote.className = "log-words";
  quote.textContent = found.words;
  const words = document.createElement("p");
  words.textContent = "Reading the passage\u2026";
  place().replaceChildren(quote, words);
  place().hidden = false;
  log.classList.add("open");
  put();
  log.scrollTop = 0;
  show(found);
  highlight(found);
}

// On a small screen the form covers the lower part: the words go above it.
function show(found) {
  const box = text.range(found.start, found.end)?.getBoundingClientRect();
  const under = matchMedia("(max-width: 62rem)").matches ? innerHeight * 0.25 : innerHeight - 80;
  if (box && (box.bottom > under || box.top < 0)) scrollBy({ top: box.top - 40, behavior: "instant" });
}

// The open form stands over the list of claims, as high as the window.
function put() {
  const { left, width } = log.closest(".beside").getBoundingClientRect();
  log.style.setProperty("--log-left", `${left}px`);
  log.style.setProperty("--log-width", `${width}px`);
}

async function start(again) {
  const found = text.selected() ?? (again ? last : null) ?? open;
  if (!found) {
    tell("Mark words of the text first: with the mouse, or press t and use the arrow keys.");
    return;
  }
  open = found;
  wait(found);
  const key = addressOf(found, again);
  const coming = ahead?.key === key ? ahead.page : fetched(key).catch(() => null);
  const got = await coming;
  ahead = null;
  if (open !== found) return;
  fill(got, found);
}

function fill(got, found) {
  const form = got?.page.getElementById("log-form");
  if (!form) {
    refuse(got);
    return;
  }
  place().replaceChildren(document.importNode(form, true));
  const own = document.getElementById("log-form");
  own.elements.words.value = found.words;
  prepare(own);
  const who = own.elements.claimant;
  who.focus();
  if (who.value) who.select();
  else who.dispatchEvent(new CustomEvent("offer"));
  tell(`The form is open for \u201c${short(found.words)}\u201d.`);
}

function refuse(got) {
  const told = got?.page.querySelector(".log-told, #content p, main p, p")?.textContent.trim();
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.className = "log-error";
  words.textContent = told || "The server cannot be reached. Nothing was logged; try again.";
  place().querySelector("#log-form")?.prepend(words) ?? place().replaceChildren(words, closeButton());
}

function closeButton() {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button", textContent: "Close" });
  button.addEventListener("click", () => cancel());
  return button;
}

function prepare(form) {
  form.querySelectorAll(".combo").forEach(combo);
  const kind = form.querySelector(".log-kind");
  const show = (is) => {
    if (kind) kind.hidden = is !== "new";
  };
  show(form.elements.claimant_is?.value ?? "");
  form.addEventListener("chosen", ({ detail }) => {
    if (detail.name === "claimant") show(detail.is);
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "claimant_is") show(event.target.value);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, event.submitter);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat) {
      event.preventDefault();
      send(form, null);
    } else if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      cancel();
    } else if (event.key === "Enter" && event.target.matches("input:not([type=checkbox], [type=radio])")) {
      event.preventDefault();
    }
  });
  form.querySelector("[data-log=cancel]").addEventListener("click", (event) => {
    event.preventDefault();
    cancel();
  });
}

async function send(form, submitter) {
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  tell("Logging\u2026");
  const body = new URLSearchParams(new FormData(form, submitter));
  const got = await fetched(form.action, { method: "POST", body }).catch(() => null);
  form.removeAttribute("aria-busy");
  const again = got?.page.getElementById("log-form");
  if (again) mend(again);
  else if (got?.answer.ok && got.page.querySelector(".lines")) done(got);
  else {
    refuse(got);
    tell("Nothing was logged.");
  }
}

function mend(form) {
  place().replaceChildren(document.importNode(form, true));
  const own = document.getElementById("log-form");
  prepare(own);
  const wrong = own.querySelector(".log-who input") ?? own.querySelector(".errors input, .errors select, .errors textarea");
  (wrong ?? own.elements.claimant).focus();
  tell("Nothing is logged yet: see what is named in the form.");
}

function done(got) {
  last = open;
  const words = got.page.querySelector(".messagelist")?.textContent.trim().replace(/[^.!?\u2026]$/, "$&.") ?? "Logged.";
  for (const part of [".text-read", ".cards", ".chooser", ".how-read"]) {
    const [old, fresh] = [document.querySelector(part), got.page.querySelector(part)];
    if (old && fresh) old.replaceWith(document.importNode(fresh, true));
  }
  read();
  cards();
  close();
  tell(`${words} Press Shift+C for a second claimant.`);
  back(last);
}

function close() {
  open = null;
  place().replaceChildren();
  place().hidden = true;
  log.classList.remove("open");
  highlight(null);
}

/** Back to the text, at the place where the person was. */
function back(found) {
  returned = found;
  lines().focus({ preventScroll: true });
  text.select(found.start, found.end);
}

function cancel() {
  const found = open;
  close();
  tell("Cancelled: nothing was logged.");
  if (found) back(found);
}

function walk(event) {
  if (event.target !== lines() || event.ctrlKey || event.metaKey || event.altKey) return;
  cursor ??= new Cursor(text);
  if (cursor.move(event.key, event.shiftKey)) event.preventDefault();
}

// --- the list of claims: j and k walk, x chooses ------------------------------------------------
const listed = () => [...document.querySelectorAll(".cards > ol:not(.said) > li")];

function current() {
  const all = listed();
  const own = document.activeElement.closest?.(".cards li") ?? document.querySelector(".cards li:target");
  return all.indexOf(own);
}

function go(way) {
  const all = listed();
  if (!all.length) return;
  const at = current();
  const card = all[Math.min(Math.max(at < 0 ? 0 : at + way, 0), all.length - 1)];
  card.tabIndex = -1;
  card.focus();
}

function count() {
  const form = document.getElementById("chosen");
  if (!form) return;
  const boxes = [...form.elements].filter((one) => one.name === "_selected_action");
  const chosen = boxes.filter((one) => one.checked).length;
  form.querySelector(".chosen-count").textContent = chosen ? `${chosen} of ${boxes.length} chosen` : "";
}

function choose() {
  const at = current();
  const box = listed()[Math.max(at, 0)]?.querySelector("input[name=_selected_action]");
  if (!box) return;
  box.checked = !box.checked;
  count();
  if (at < 0) go(0);
}

function cards() {
  const all = document.querySelector("[data-choose=all]");
  if (!all) return;
  all.hidden = false;
  all.addEventListener("click", () => {
    for (const one of document.querySelectorAll("input[name=_selected_action]")) one.checked = true;
    count();
  });
  count();
}

// The reader's first text takes a second, later ones a tenth: it begins as soon as the text is touched.
function warm() {
  const address = new URL(log.dataset.address, location.href);
  address.searchParams.set("warm", "1");
  fetch(address).catch(() => null);
}

function begin() {
  for (const touched of ["pointerdown", "focusin"]) {
    document.querySelector(".text-read").addEventListener(touched, warm, { once: true });
  }
  read();
  cards();
  bar.hidden = false;
  document.body.classList.add("can-log");
  document.addEventListener("selectionchange", noticed);
  document.addEventListener("keydown", walk);
  addEventListener("resize", put);
  const acts = { open: () => start(false), again: () => start(true), text: () => lines().focus() };
  for (const [name, act] of Object.entries(acts)) {
    const button = bar.querySelector(`[data-log=${name}]`);
    // The marked words stay marked when the button is pressed.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", act);
  }
}

const walks = { group: "The claims", repeat: true, when: () => listed().length > 0 };
register("j", "The next claim of the list", () => go(1), walks);
register("k", "The claim before", () => go(-1), walks);
register("x", "Choose this claim, or not", choose, { ...walks, repeat: false });
document.addEventListener("change", (event) => {
  if (event.target.name === "_selected_action") count();
});
if (bar && lines()) begin();
else cards();
