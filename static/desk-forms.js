// What is typed into a form of the desk is kept: on the server, and in this browser while that
// cannot be reached. It is offered back in words, and goes when the form was stored. Leaving with
// changes that are not stored warns, and colleagues see who else is at the form. The form itself
// needs none of this.
//
// For every form with data-draft, and the change forms of the admin.
const KEEP_AFTER_MS = 1500;
const PING_MS = 10_000;
const KEPT_FOR_S = 30 * 24 * 3600;
const NEVER = /csrf|passw|token|secret|otp|passcode|recovery|^_|__prefix__|^(seen|.*-seen|asked|.*-asked|.*choose-.*)$/i;
const form = document.querySelector("form[data-draft], .change-form #content-main > form[id$=_form]");
const door = document.getElementById("desk-forms");

const controls = () => [...form.elements].filter((one) => one.name && !one.disabled && !NEVER.test(one.name)
  && !["password", "file", "submit", "button", "reset", "image"].includes(one.type)
  && !["one-time-code", "current-password", "new-password"].includes(one.autocomplete));
const isOn = (one) => (["checkbox", "radio"].includes(one.type) ? one.checked : true);
const chosen = (one) => (one.tagName === "SELECT" ? [...one.selectedOptions] : null);

/** What stands in the form: by name, its values and, for a choice, what is shown. */
function read() {
  const found = {};
  for (const one of controls()) {
    const own = (found[one.name] ??= { values: [] });
    if (!isOn(one)) continue;
    const options = chosen(one);
    own.values.push(...(options ? options.map((option) => option.value) : [one.value]));
    if (options) own.texts = options.map((option) => option.textContent.trim());
  }
  return found;
}

const hidden = (name) => [form.elements[name] ?? []].flatMap((one) => (one.length && !one.tagName ? [...one] : [one]))
  .every((one) => one.type === "hidden");
const same = (one, other) => JSON.stringify(one?.values ?? []) === JSON.stringify(other?.values ?? []);

/** What an added row holds before anything is typed into it; null for what is no field of one. */
function blank(name) {
  const one = form.elements[name.replace(/-\d+-/, "-__prefix__-")];
  return one && !hidden(one.name) ? { values: isOn(one) ? [one.value] : [] } : null;
}

/** The names of the fields in which two states of the form differ; what it only carries aside. */
function differing(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const counts = (name) => name.endsWith("-TOTAL_FORMS") || (form.elements[name] ? !hidden(name) : blank(name) !== null);
  const empty = (state) => !(state?.values ?? []).join("");
  return [...names].filter((name) => {
    if (!counts(name)) return false;
    const [first, second] = [one[name] ?? blank(name), other[name] ?? blank(name)];
    return !same(first, second) && !(empty(first) && empty(second));
  });
}

const person = door?.dataset.person;
const place = `desk-draft:${person}:${location.pathname}`;
const row = form?.dataset.row ?? location.pathname; // who decides about a row is at the row
const began = form ? read() : {};
// A form that is shown again holds words that are not stored yet.
const shownAgain = Boolean(document.querySelector(".errornote, #clash, .clash"));
let kept = "";
let sending = false;
let timer = 0;

const unsaved = () => shownAgain || differing(began, read()).length > 0;

function local(words) {
  try {
    if (words === undefined) return JSON.parse(localStorage.getItem(place) ?? "null");
    if (words === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(words));
  } catch {
    // A browser that keeps nothing still has the server's draft.
  }
  return null;
}

/** What others left in this browser is not this person's business. */
function sweep() {
  try {
    const foreign = Object.keys(localStorage).filter((key) => key.startsWith("desk-draft:") && key.split(":")[1] !== person);
    for (const key of foreign) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

function send(address, fields, options = {}) {
  const body = new URLSearchParams({ form: location.pathname, ...fields });
  const token = form.elements.csrfmiddlewaretoken?.value ?? "";
  return fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token, "X-Requested-With": "fetch" }, redirect: "error", ...options });
}

async function keep(options = {}) {
  clearTimeout(timer);
  timer = 0;
  if (sending) return;
  if (!unsaved()) {
    if (kept) forget();
    kept = "";
    return;
  }
  const fields = read();
  const text = JSON.stringify(fields);
  if (text === kept) return;
  kept = text;
  try {
    const answer = await send(door.dataset.draft, { fields: text }, options);
    if (!answer.ok) throw new Error(await answer.text());
    local(null);
    say("Your words are kept as a draft.", false);
  } catch {
    // A closed connection, a restarted server, a session that ran out.
    kept = "";
    local({ fields, at: Date.now() / 1000 });
    say("The server cannot be reached: your words are kept in this browser.", true);
  }
}

function touched() {
  if (!timer && !sending) timer = setTimeout(keep, KEEP_AFTER_MS);
}

let line = null;
function say(words, urgent) {
  if (!line) return;
  if (urgent) line.setAttribute("role", "alert");
  else line.removeAttribute("role");
  const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const told = `${words} ${time}`;
  if (line.textContent !== told) line.textContent = told;
}

function ago(seconds) {
  const steps = [["day", 86_400], ["hour", 3600], ["minute", 60]];
  const [word, size] = steps.find(([, length]) => seconds >= length) ?? ["minute", 60];
  const number = Math.max(1, Math.round(seconds / size));
  return `${number} ${word}${number === 1 ? "" : "s"} ago`;
}

function make(tag, text = "", options = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, options);
}

/** Offer what was left, in words; nothing is put into the form unasked. */
function offer(draft, age) {
  const names = differing(draft.fields, read());
  if (!names.length) return forget();
  const box = make("section", "", { className: "draft-offer", id: "draft-offer" });
  box.setAttribute("aria-label", "Your draft");
  const number = names.filter((name) => !name.endsWith("_FORMS")).length || names.length;
  const fields = `${number} field${number === 1 ? "" : "s"}`;
  const moved = form.elements.row_version && draft.fields.row_version && !same(draft.fields.row_version, read().row_version);
  box.append(make("p", `You left this form ${ago(age)}: ${fields}.`));
  if (moved) box.append(make("p", "Somebody has saved it since. Bring yours back, and on saving you choose field by field where you both changed it."));
  const back = make("button", "Bring it back", { type: "button", className: "button default" });
  const off = make("button", "Forget it", { type: "button", className: "button" });
  back.addEventListener("click", () => {
    restore(draft.fields);
    box.replaceChildren(make("p", "Your words are back in the form. They are not stored yet."));
    box.setAttribute("role", "status");
    touched();
  });
  off.addEventListener("click", () => {
    box.remove();
    forget();
  });
  const buttons = make("div", "", { className: "bar-row" });
  buttons.append(back, off);
  box.append(buttons);
  form.before(box);
  return undefined;
}

function forget() {
  local(null);
  return send(door.dataset.draft, { forget: "yes" }).catch(() => undefined);
}

/** Rows beside the form may stand elsewhere by now: known ones go by their id, new ones are added. */
function places(fields) {
  const moved = new Map();
  const totals = Object.keys(fields).filter((name) => name.endsWith("-TOTAL_FORMS"));
  for (const prefix of totals.map((name) => name.slice(0, -"-TOTAL_FORMS".length))) {
    const total = () => Number(form.elements[`${prefix}-TOTAL_FORMS`]?.value ?? 0);
    for (let number = 0; number < Number(fields[`${prefix}-TOTAL_FORMS`].values[0]); number += 1) {
      const id = fields[`${prefix}-${number}-id`]?.values[0];
      const known = id ? [...Array(total()).keys()].find((at) => form.elements[`${prefix}-${at}-id`]?.value === id) : undefined;
      const before = total();
      if (known === undefined) form.querySelector(`#${prefix}-group .add-row a`)?.click();
      const added = total() > before ? before : "nowhere";
      moved.set(`${prefix}-${number}-`, `${prefix}-${known ?? added}-`);
    }
  }
  return moved;
}

function restore(fields) {
  const moved = places(fields);
  for (const [name, { values, texts }] of Object.entries(fields)) {
    if (/_FORMS$|-id$/.test(name)) continue;
    const beside = /^(.+?-\d+-)(.+)$/.exec(name);
    put(beside && moved.has(beside[1]) ? moved.get(beside[1]) + beside[2] : name, values, texts ?? []);
  }
}

function put(name, values, texts) {
  for (const one of controls().filter((each) => each.name === name)) {
    if (["checkbox", "radio"].includes(one.type)) one.checked = values.includes(one.value);
    else if (one.tagName === "SELECT") pick(one, values, texts);
    else one.value = values[0] ?? "";
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// A type-ahead holds only the rows that were chosen: others are added to it.
function pick(select, values, texts) {
  values.forEach((value, at) => {
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(texts[at] || value, value));
  });
  for (const option of select.options) option.selected = values.includes(option.value);
  globalThis.django?.jQuery?.(select).trigger("change");
}

async function look() {
  const own = local();
  let left = null;
  try {
    const answer = await fetch(`${door.dataset.draft}?${new URLSearchParams({ form: location.pathname })}`, { redirect: "error" });
    left = answer.ok ? await answer.json() : null;
  } catch {
    // What this browser kept is offered all the same.
  }
  if (shownAgain) return;
  const ahead = left ? Date.now() / 1000 - left.now : 0;
  const sent = left?.sent_at ? left.sent_at + ahead : 0;
  if (own && own.at <= sent) local(null);
  const theirs = left?.fields ? { fields: left.fields, at: left.at + ahead } : null;
  const fresh = own && own.at > sent && Date.now() / 1000 - own.at < KEPT_FOR_S;
  const mine = fresh ? own : null;
  const newest = [mine, theirs].filter(Boolean).sort((one, other) => other.at - one.at)[0];
  if (newest) offer(newest, Date.now() / 1000 - newest.at);
}

let shown = null;
async function ping() {
  try {
    const answer = await send(door.dataset.here, { form: row, unsaved: unsaved() ? "yes" : "no" });
    if (answer.ok) tell((await answer.json()).others);
  } catch {
    tell([]);
  }
}

function tell(others) {
  const words = others.map((one) => `${one.name} ${one.unsaved ? "is editing (unsaved changes)" : "has this open"}`).join(". ");
  shown.hidden = !words;
  if (shown.textContent !== words) shown.textContent = words;
}

function leave() {
  send(door.dataset.here, { form: row, leave: "yes" }, { keepalive: true }).catch(() => undefined);
}

function listen() {
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  // The type-ahead tells of its choices by the library it is made with.
  globalThis.django?.jQuery?.(form).on("change", touched);
  document.addEventListener("formset:added", touched);
  document.addEventListener("formset:removed", touched);
  form.addEventListener("submit", () => {
    sending = true;
    if (unsaved()) local({ fields: read(), at: Date.now() / 1000 });
    // Still here? Then it was not sent.
    setTimeout(() => (sending = false), PING_MS);
  });
  globalThis.addEventListener("pageshow", () => {
    sending = false;
  });
  globalThis.addEventListener("beforeunload", (event) => {
    if (sending || !unsaved()) return;
    event.preventDefault();
    event.returnValue = true; // older browsers ask for it
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep({ keepalive: true });
  });
  globalThis.addEventListener("pagehide", leave);
}

function start() {
  sweep();
  shown = make("p", "", { className: "presence", hidden: true, id: "presence" });
  shown.setAttribute("role", "status");
  form.before(shown);
  line = make("p", "", { className: "draft-line", id: "draft-line" });
  form.append(line);
  listen();
  look();
  if (row.endsWith("/add/")) return;
  ping();
  setInterval(ping, PING_MS);
}

if (form && door && controls().some((one) => one.type !== "hidden")) start();
