// The desk's keys, in one place: what a key does is said where it is registered, listed by "?",
// and switched off by the person (WCAG 2.1.4). Nothing on the desk needs a key.
//
//   import { register } from "./desk-keys.js";
//   const forget = register("y", "Confirm the pair", () => confirm.click(), { group: "This pair" });
//
// Or in the template, with no script of one's own: <button data-key="y">Confirm</button>. Such a
// button is pressed, a link followed, a field focused. Words: data-key-words, else its own text.
//
// "Mod" is Ctrl, on a Mac Cmd. Keys with Mod work in fields too and are never switched off;
// single letters are left to the field that has the focus.
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const TYPED_INTO = `input:not([type=button], [type=checkbox], [type=radio], [type=submit], [type=reset], [type=file],
  [type=image]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=combobox], [role=listbox],
  [role=textbox], .select2-container`;
const registered = new Map();
const door = document.getElementById("desk-keys");
let on = door?.dataset.on !== "off";
let dialog = null;

/** Whether single keys are on for this person. */
export function enabled() {
  return on;
}

/**
 * Let a key do something. `key` is "y", "?", "Shift+C" or "Mod+s"; `words` say what it does.
 * Options: `group` heads it in the list; `repeat` lets a held key act again; `button` is the
 * visible control that does the same and gets its `aria-keyshortcuts`; `when` says whether it
 * can act now. Returns a function that forgets it. The last one registered for a key wins.
 */
export function register(key, words, act, { group = "This page", repeat = false, button = null, when = null } = {}) {
  const own = { key, words, act, group, repeat, button, when };
  const name = plain(key);
  registered.set(name, [...(registered.get(name) ?? []), own]);
  announce(own);
  return () => {
    registered.set(name, registered.get(name).filter((one) => one !== own));
    button?.removeAttribute("aria-keyshortcuts");
  };
}

/** How a key is written for a person: "Mod+s" is "Ctrl+S", on a Mac "⌘S". */
export function written(key) {
  const parts = key.split("+");
  const last = parts.pop();
  if (!parts.length) return last;
  const names = parts.map((part) => (part === "Mod" ? (MAC ? "⌘" : "Ctrl") : part));
  return [...names, last.toUpperCase()].join(MAC && parts.includes("Mod") ? "" : "+");
}

const plain = (key) => key.replace(/.$/u, (last) => last.toLowerCase());
const single = (key) => !key.includes("Mod+");
const spoken = (key) => (key.includes("Mod+") ? [key.replace("Mod", "Control"), key.replace("Mod", "Meta")].join(" ") : key);

function announce({ key, button }) {
  if (!button) return;
  if (on || !single(key)) button.setAttribute("aria-keyshortcuts", spoken(key));
  else button.removeAttribute("aria-keyshortcuts");
}

function marked() {
  return [...document.querySelectorAll("[data-key]")].filter((one) => !one.disabled && one.checkVisibility());
}

function press(element) {
  if (element.matches(TYPED_INTO)) element.focus();
  else element.click();
}

// A letter of another script is taken for the Latin one on the same key: "н" for "y".
function letter(event) {
  const place = /^Key([A-Z])$/.exec(event.code);
  return place && event.key.length === 1 && event.key > "\u007f" ? place[1].toLowerCase() : event.key.toLowerCase();
}

function names(event) {
  const own = letter(event);
  if (event.ctrlKey || event.metaKey) {
    const mod = (MAC ? event.metaKey : event.ctrlKey) && !event.altKey;
    return mod ? [`Mod+${event.shiftKey ? "Shift+" : ""}${own}`] : [];
  }
  if (event.altKey && !event.getModifierState("AltGraph")) return [];
  // A sign such as "?" may need Shift on one keyboard and none on another.
  if (event.shiftKey) return /^\p{L}$/u.test(own) ? [`Shift+${own}`] : [`Shift+${own}`, own];
  return [own];
}

function found(event) {
  for (const name of names(event)) {
    const free = (one) => (!event.repeat || one.repeat) && (one.when?.() ?? true) && !one.button?.disabled;
    const own = (registered.get(name) ?? []).findLast(free);
    if (own) return own.act;
    const element = event.repeat ? null : marked().find((one) => plain(one.dataset.key) === name);
    if (element) return () => press(element);
  }
  return null;
}

function heard(event) {
  if (event.defaultPrevented || event.isComposing || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
  const alone = !event.ctrlKey && !event.metaKey;
  if (alone && (!on || event.target.closest?.(TYPED_INTO))) return;
  if (document.querySelector("dialog:modal")) return;
  const act = found(event);
  if (!act) return;
  event.preventDefault();
  act(event);
}

function lines() {
  const all = [...registered.values()].flatMap((same) => same.slice(-1));
  const buttons = marked().map((one) => ({
    key: one.dataset.key,
    words: one.dataset.keyWords ?? (one.getAttribute("aria-label") || one.textContent).trim(),
    group: one.dataset.keyGroup ?? "This page",
  }));
  return [...all.filter((one) => one.when?.() ?? true), ...buttons];
}

function make(tag, text = "", options = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, options);
}

function list() {
  const groups = Map.groupBy ? Map.groupBy(lines(), (one) => one.group) : new Map([["Keys", lines()]]);
  return [...groups].flatMap(([group, ones]) => {
    const table = make("dl", "", { className: "keys" });
    for (const one of ones) {
      const name = make("dt");
      name.append(make("kbd", written(one.key)));
      table.append(name, make("dd", one.words));
    }
    return [make("h3", group), table];
  });
}

function turn(wanted) {
  on = wanted;
  document.documentElement.classList.toggle("keys-off", !on);
  for (const one of [...registered.values()].flat()) announce(one);
  for (const one of document.querySelectorAll("[data-key]")) announce({ key: one.dataset.key, button: one });
}

async function keep(wanted, told) {
  turn(wanted);
  const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  const body = new URLSearchParams({ keys: wanted ? "on" : "off" });
  try {
    const answer = await fetch(door.href, { method: "POST", body, headers: { "X-CSRFToken": token } });
    told.textContent = answer.ok ? "Kept on your account." : "It holds on this page only: the server did not keep it.";
  } catch {
    told.textContent = "It holds on this page only: the server cannot be reached.";
  }
}

function dialogOf() {
  if (dialog) return dialog;
  dialog = make("dialog", "", { id: "desk-keys-list" });
  dialog.setAttribute("aria-labelledby", "desk-keys-title");
  document.body.append(dialog);
  return dialog;
}

function show() {
  const box = dialogOf();
  const label = make("label", "", { className: "keys-switch" });
  const tick = make("input", "", { type: "checkbox", checked: on });
  const told = make("span", "", { className: "quiet-line" });
  told.setAttribute("role", "status");
  label.append(tick, " Single keys are on");
  tick.addEventListener("change", () => keep(tick.checked, told));
  const close = make("button", "Close", { type: "button", className: "button default" });
  close.addEventListener("click", () => box.close());
  const foot = make("p");
  foot.append(label, " ", told);
  const note = make("p", "Single keys never act while you type in a field.", { className: "quiet-line" });
  box.replaceChildren(make("h2", "Keys", { id: "desk-keys-title" }), ...list(), note, foot, close);
  box.showModal();
}

function start() {
  turn(on);
  document.addEventListener("keydown", heard);
  door.addEventListener("click", (event) => {
    event.preventDefault();
    show();
  });
  const search = document.querySelector("#searchbar, [role=search] input[type=search]");
  const seek = () => {
    search.focus();
    search.select();
  };
  if (search) register("/", "Search this list", seek, { group: "Everywhere", button: search });
  const save = document.querySelector("input[name=_continue], input[name=_save], .submit-row [type=submit].default");
  const words = save?.value || save?.textContent.trim();
  if (save) register("Mod+s", words, () => save.click(), { group: "Everywhere", button: save });
}

if (door) start();
