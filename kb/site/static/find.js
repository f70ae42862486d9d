// The search box, and every field that takes a name, answers while somebody types: a combobox with a list, as the ARIA Authoring Practices
// describe it. In the search box a choice opens its page; in a field it is filled in, and who it is stands under the field. The last entry of
// a field records what nothing has yet. Enter without a choice sends the form, as without this file.
"use strict";

for (const input of document.querySelectorAll("[data-as-typed]")) {
  const PAUSE = 150; // milliseconds without a key before the server is asked
  const holder = input.parentElement;
  const { kinds = "", makes = "", several } = input.dataset;
  const make = (name, text, properties) => Object.assign(document.createElement(name), { textContent: text || "" }, properties);
  const list = make("div", "", { id: `${input.id}-list`, className: "find-list", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Names and claims");
  const told = make("span", "", { className: "unseen" });
  told.setAttribute("role", "status");
  holder.classList.add("offers");
  holder.append(list, told);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-haspopup", "listbox"]]) {
    input.setAttribute(name, value);
  }
  input.removeAttribute("list"); // the choices of the page without scripts

  let timer, newRow, at = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const choose = (wanted) => {
    at = wanted;
    options().forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const chosen = options()[at];
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  };

  // ---- what is filled in: in a field of several, parted by semicolons, the last of them is being typed
  const cut = () => (several === undefined ? 0 : input.value.lastIndexOf(";") + 1);
  const before = () => (cut() ? `${input.value.slice(0, cut())} ` : "");
  const typed = () => input.value.slice(cut()).trim();
  const who = () => document.getElementById(`${input.id}-picked`);
  const saysWho = (...parts) => {
    const line = who() || make("span", "", { id: `${input.id}-picked`, className: "hint picked" });
    line.replaceChildren(...parts);
    if (!line.isConnected) list.before(line);
  };
  const fill = (value) => {
    input.value = before() + value + (several === undefined ? "" : "; ");
    input.dispatchEvent(new Event("change", { bubbles: true }));
    show(false);
  };
  const isNew = () => import("./new_row.js").then((card) => card.askForNew(input, newRow, (id, name, choice, run) => {
    fill(options().some((other) => other.dataset.label === name) ? id : name);
    const undo = make("a", "see or undo it", { href: input.dataset.runsAt + run });
    saysWho(`${name} · ${choice.label}: recorded, `, undo);
    told.textContent = `${name} is recorded`;
  }));
  const take = (option) => {
    if (!kinds) return location.assign(option.dataset.href);
    if (option.dataset.isNew) return show(false), isNew();
    const { id, label, line } = option.dataset;
    const same = options().filter((other) => other.dataset.label === label).length;
    const named = label && same === 1 && (several === undefined || !label.includes(";"));
    fill(named ? label : id);
    return saysWho(named ? line : [option.querySelector(".find-name").textContent, line].filter(Boolean).join(" · "));
  };

  // ---- the list
  const entry = (id, name, line, data) => {
    const option = make("div", "", { id: `${input.id}-${id}`, className: "find-option" });
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    Object.assign(option.dataset, { id, line, ...data });
    option.append(make("span", name, { className: "find-name" }), " ", make("span", line, { className: "find-line" }));
    return option;
  };
  const group = (title, entries) => {
    const made = make("div");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", title);
    made.append(make("span", title, { className: "find-group", ariaHidden: "true" }), ...entries);
    return made;
  };
  const offer = async () => {
    const q = typed();
    if (!q) return show(false);
    const asked = new URLSearchParams({ q, kinds, new: makes });
    const answer = await fetch(`${input.dataset.asTyped}?${asked}`).then((got) => got.json()).catch(() => null);
    if (!answer?.names || typed() !== q || document.activeElement !== input) return undefined; // typed on, or gone elsewhere
    const near = answer.names.some((one) => one.near);
    const groups = [];
    const ofName = (one) => entry(one.id, one.label, [one.kind, one.by && `also ${one.by}`, one.line].filter(Boolean).join(" · "), { href: one.href || "", label: one.label });
    if (answer.names.length) groups.push(group(near ? "Nearest names" : "Names", answer.names.map(ofName)));
    if (answer.claims.length) groups.push(group("Claims", answer.claims.map((one) => entry(one.id, one.label, one.line, { href: one.href, label: one.label }))));
    const found = answer.names.length + answer.claims.length;
    newRow = answer.new;
    if (newRow) {
      const { type, label } = newRow.choices[newRow.guess];
      const line = [...new Set([type, label])].join(" · ");
      groups.push(group("Not there yet", [entry("new", `New: ${newRow.name}`, `${line} · id ${newRow.id}`, { isNew: "yes", label: "" })]));
    }
    list.replaceChildren(...groups);
    told.textContent = found || newRow ? `${found || "Nothing is called so; one"} to choose from with the arrow keys` : "Nothing is called so";
    choose(-1);
    return show(groups.length > 0);
  };

  input.addEventListener("input", () => {
    who()?.replaceChildren();
    clearTimeout(timer);
    timer = setTimeout(offer, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // the words stay; a second Escape clears them
      event.stopPropagation(); // it closes the list, and not what the field stands in
      show(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      if (list.hidden) show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(at < 0 && step < 0 ? count - 1 : ((at + 1 + step + count + 1) % (count + 1)) - 1); // the box itself lies between last and first
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      event.stopPropagation();
      take(options()[at]);
    }
  });
  input.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
}
