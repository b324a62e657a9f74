// The review desk without a page load for each decision: the next thing is fetched while this one
// is read, shown at once when a key is pressed, and what was decided is sent meanwhile. Without
// this script every button is a form and every page a page.
import { enabled, register } from "./desk-keys.js";

const PARTS = ["review-head", "review-item", "review-acts", "review-said"];
const KEPT_MS = 120_000; // a page fetched longer ago is fetched anew
const pages = new Map(); // address -> { at, page: Promise<Document | null> }
let sent = Promise.resolve(); // what is sent goes one after the other
let waiting = 0;
let armed = "";

const root = () => document.getElementById("review");
const here = () => root().dataset.here;

async function load(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  return answer.ok && !answer.url.includes("/login/") ? parsed(await answer.text()) : null;
}

function parsed(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  return page.getElementById("review") ? page : null;
}

function fetched(address) {
  const known = pages.get(address);
  if (known && performance.now() - known.at < KEPT_MS) return known.page;
  const page = load(address).catch(() => null);
  pages.set(address, { at: performance.now(), page });
  return page;
}

function preload() {
  const address = root().dataset.next;
  if (address) fetched(address);
}

/** Put the page's parts in place of what is shown; `parts` are the ids of some of them. */
function put(page, parts = PARTS) {
  const other = page.getElementById("review");
  for (const id of parts) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (old && fresh) old.replaceChildren(...document.importNode(fresh, true).childNodes);
    else if (old && id !== "review-said") old.replaceChildren();
  }
  if (!document.getElementById("review-acts") && page.getElementById("review-acts")) location.reload();
  for (const name of ["here", "next", "version"]) root().dataset[name] = other.dataset[name] ?? "";
  document.title = page.title;
  arm("");
  if (!enabled()) root().querySelectorAll("[aria-keyshortcuts]").forEach((one) => one.removeAttribute("aria-keyshortcuts"));
}

/** Show another thing: its words take the place of the last, and the reading begins at its top. */
function show(page, { keep = false } = {}) {
  put(page, keep ? PARTS.filter((id) => id !== "review-said") : PARTS);
  if (location.pathname + location.search !== here()) history.pushState(null, "", here());
  scrollTo(0, 0);
  root().querySelector("h1")?.focus({ preventScroll: true });
  preload();
}

function say(words, { bad = "" } = {}) {
  const line = document.getElementById("review-words");
  line.textContent = words;
  line.classList.toggle("bad", Boolean(bad));
  if (!bad) return;
  const back = Object.assign(document.createElement("a"), { href: bad, textContent: "Look at it again" });
  line.append(" ", back);
}

async function go(address) {
  const page = await fetched(address);
  if (page) show(page);
  else location.assign(address);
}

/** Send a form. What follows is shown before the answer is here, where it is known. */
async function send(form, button) {
  const body = new FormData(form);
  if (button?.name) body.append(button.name, button.value);
  const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const from = here();
  const next = form.dataset.then || body.get("scope") === "pair" ? "" : root().dataset.next;
  const following = next ? await fetched(next) : null;
  if (following) show(following, { keep: true });
  else root().classList.add("sending");
  say("Saving…");
  waiting += 1;
  sent = sent.then(() => answered(address, body, from)).finally(() => {
    waiting -= 1;
    root().classList.remove("sending");
  });
}

async function answered(address, body, from) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body, headers: { Accept: "text/html" } });
  } catch {
    say("Not saved: the server cannot be reached.", { bad: from });
    return;
  }
  if (answer.url.includes("/login/")) {
    location.assign(from);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok) {
    refused(page, from);
    return;
  }
  pages.clear();
  if (!page.getElementById("review")) location.assign(answer.url);
  else if (waiting === 1) agree(page);
}

/** What the server shows after the last decision, against what is shown already. */
function agree(page) {
  const fresh = page.getElementById("review").dataset;
  const same = fresh.here === here() && fresh.version === root().dataset.version;
  if (!same) {
    show(page);
    return;
  }
  const note = document.getElementById("review-note")?.value;
  put(page, note || armed ? ["review-said"] : ["review-head", "review-said"]);
  preload();
}

function refused(page, from) {
  const words = page.querySelector("#review-refused, .standfirst")?.textContent.trim() || "Not done.";
  const seen = page.getElementById("review");
  pages.delete(from);
  // Who is still at it sees it as it is now; who has gone on is not pulled back under a key.
  if (seen && from === here()) put(page, PARTS.slice(0, 3));
  say(words, { bad: from });
}

function arm(key) {
  armed = key;
  for (const group of document.querySelectorAll("[data-armed-by]")) {
    group.classList.toggle("armed", group.dataset.armedBy === key);
  }
}

function choices() {
  return [...document.querySelectorAll(`[data-armed-by="${armed}"] [data-armed]`)];
}

function choose(number) {
  choices().find((one) => one.dataset.armed === number)?.click();
}

function typed(event) {
  const field = event.target;
  if (event.key === "Escape") arm("");
  if (!field.matches?.("#review input[type=text]")) return;
  if (event.key === "Escape") {
    delete field.dataset.sends;
    field.blur();
  } else if (event.key === "Enter" && field.dataset.sends && field.value.trim()) {
    event.preventDefault();
    document.querySelector(`#review [data-needs="${field.id}"][data-armed="${field.dataset.sends}"]`)?.click();
  }
}

/** A button that needs words asks for them first; Enter in their field then presses it. */
function asks(button) {
  const field = button?.dataset.needs && document.getElementById(button.dataset.needs);
  if (!field || field.value.trim()) return false;
  field.dataset.sends = button.dataset.armed;
  field.focus();
  return true;
}

function clicked(event) {
  if (asks(event.target.closest("#review button[data-needs]"))) {
    event.preventDefault();
    return;
  }
  const link = event.target.closest("#review a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (link.dataset.arms) {
    event.preventDefault();
    arm(armed === link.dataset.arms ? "" : link.dataset.arms);
  } else if (link.dataset.opens === "keys") {
    event.preventDefault();
    document.getElementById("desk-keys").click();
  } else if (link.matches("[data-key=j], [data-key=k]")) {
    event.preventDefault();
    go(link.getAttribute("href"));
  }
}

function submitted(event) {
  const form = event.target.closest("#review form[method=post]");
  if (!form) return;
  event.preventDefault();
  send(form, event.submitter);
}

document.addEventListener("click", clicked);
document.addEventListener("submit", submitted);
document.addEventListener("keydown", typed);
addEventListener("popstate", () => go(location.pathname + location.search));
for (const number of "123456789") {
  const when = () => armed !== "" && choices().some((one) => one.dataset.armed === number);
  register(number, "The choice with this number", () => choose(number), { group: "Review desk", when });
}
preload();
