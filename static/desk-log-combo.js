// A field that is filled by typing part of a name (WAI-ARIA combobox with a list). Without scripts
// it is a plain field, and the server looks the name up.
const PAUSE = 120; // ms after a letter before the server is asked
let made = 0;

/** `box` holds a text input and says in data-from where names are looked up. */
export function combo(box) {
  const input = box.querySelector("input[type=text]");
  const name = input.name;
  const form = input.form;
  const meant = form.elements[`${name}_is`];
  if (!meant || meant instanceof RadioNodeList) return;
  const was = form.elements[`${name}_was`];
  const list = document.createElement("ul");
  made += 1;
  Object.assign(list, { id: `combo-${made}`, hidden: true, className: "combo-list" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector(`label[for="${input.id}"]`).textContent.replace(/:\s*$/, ""));
  input.after(list);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [attribute, value] of Object.entries(attributes)) input.setAttribute(attribute, value);
  input.autocomplete = "off";
  let active = -1;
  let asking = null;
  let timer = 0;
  let typed = false; // whether the list answers to what was typed, or was offered unasked

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function activate(number) {
    const options = [...list.children];
    active = options.length && number !== null ? (number + options.length) % options.length : -1;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === active));
    if (active < 0) return;
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }

  function choose(option) {
    const { is, text } = option.dataset;
    if (text) input.value = text;
    was.value = input.value;
    meant.value = is;
    close();
    form.dispatchEvent(new CustomEvent("chosen", { detail: { name, is } }));
  }

  function offer(choices, { first }) {
    list.replaceChildren(...choices.map(([is, text, note], number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      Object.assign(option.dataset, { is, text });
      const words = document.createElement("b");
      words.textContent = text || note;
      option.append(words);
      if (text && note) option.append(` ${note}`);
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        choose(option);
      });
      return option;
    }));
    list.hidden = !choices.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    activate(first ? 0 : null);
  }

  function own() {
    const kept = box.dataset.nobody ? [["words", "", `${box.dataset.nobody}: \u201c${input.value}\u201d`]] : [];
    return box.dataset.new ? [...kept, ["new", "", `${box.dataset.new}: \u201c${input.value}\u201d`]] : kept;
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const address = new URL(box.dataset.from, location.href);
    address.searchParams.set("term", input.value.trim());
    const other = box.dataset.with;
    if (other) address.searchParams.set(other, form.elements[other].value);
    try {
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "application/json" } });
      const { results } = await answer.json();
      if (document.activeElement !== input) return;
      const found = results.slice(0, 8).map(({ id, text }) => [id, text, ""]);
      offer([...found, ...own()], { first: found.length > 0 });
    } catch (error) {
      if (error.name !== "AbortError") close(); // the server looks the name up when the form is sent
    }
  }

  input.addEventListener("input", () => {
    meant.value = "";
    typed = true;
    clearTimeout(timer);
    form.dispatchEvent(new CustomEvent("chosen", { detail: { name, is: "" } }));
    if (input.value.trim()) timer = setTimeout(ask, PAUSE);
    else close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "Enter" && active >= 0 && !meant.value) choose(list.children[active]);
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (!list.hidden) activate(active < 0 && step < 0 ? -1 : active + step);
      else if (box.dataset.near && (!input.value.trim() || meant.value)) offer(JSON.parse(box.dataset.near), { first: true });
      else ask();
    } else if (event.key === "Enter") {
      event.preventDefault(); // a claim is logged by its button or Ctrl+Enter, not by a slip
      if (active >= 0) choose(list.children[active]);
    } else if (event.key === "Tab" && active >= 0 && !meant.value) {
      choose(list.children[active]);
    } else if (event.key === "Escape" && !list.hidden && (typed || active >= 0)) {
      event.stopPropagation();
      event.preventDefault();
      close();
    }
  });
  // Who may be meant is shown, and none is chosen until the person does.
  input.addEventListener("offer", () => offer(JSON.parse(box.dataset.near || "[]"), { first: false }));
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    close();
  });
}
