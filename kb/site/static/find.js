// The search box, and every field that takes a name, answers while somebody types: a combobox with a list, as the ARIA Authoring Practices
// describe it. In the search box a choice opens its page; in a field it is filled in. Enter without a choice sends the form, as without this file.
"use strict";

for (const input of document.querySelectorAll("[data-as-typed]")) {
  const PAUSE = 150; // milliseconds without a key before the server is asked
  const holder = input.parentElement;
  const kinds = input.dataset.kinds || "";
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

  let timer, at = -1;
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

  const take = (option) => {
    if (!kinds) return location.assign(option.dataset.href);
    const same = options().filter((other) => other.dataset.label === option.dataset.label).length;
    input.value = option.dataset.label && same === 1 ? option.dataset.label : option.dataset.id;
    return show(false);
  };
  const group = (title, found, kindOf) => {
    const made = make("div");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", title);
    made.append(make("span", title, { className: "find-group", ariaHidden: "true" }));
    for (const one of found) {
      const option = make("div", "", { id: `${input.id}-${one.id}`, className: "find-option" });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.href = one.href || "";
      option.dataset.id = one.id;
      option.dataset.label = one.kind && one.kind !== "predicate" ? one.label : ""; // a claim and a predicate are filled in by id
      option.append(make("span", one.label, { className: "find-name" }), " ", make("span", kindOf(one), { className: "find-line" }));
      made.append(option);
    }
    return made;
  };
  const offer = async () => {
    const q = input.value.trim();
    if (!q) return show(false);
    const answer = await fetch(`${input.dataset.asTyped}?${new URLSearchParams({ q, kinds })}`).then((got) => got.json()).catch(() => null);
    if (!answer?.names || input.value.trim() !== q || document.activeElement !== input) return undefined; // typed on, or gone elsewhere
    const near = answer.names.some((one) => one.near);
    const groups = [];
    if (answer.names.length) {
      groups.push(group(near ? "Nearest names" : "Names", answer.names, (one) => [one.kind, one.by && `also ${one.by}`, one.line].filter(Boolean).join(" · ")));
    }
    if (answer.claims.length) groups.push(group("Claims", answer.claims, (one) => one.line));
    list.replaceChildren(...groups);
    const count = options().length;
    told.textContent = count ? `${count} to choose from with the arrow keys` : "Nothing is called so";
    choose(-1);
    return show(count > 0);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(offer, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // the words stay; a second Escape clears them
      show(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      if (list.hidden) show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(at < 0 && step < 0 ? count - 1 : ((at + 1 + step + count + 1) % (count + 1)) - 1); // the box itself lies between last and first
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
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
