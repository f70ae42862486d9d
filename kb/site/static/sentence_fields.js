// The parts of a claim as chips: each opens its field, where names are picked; what is shown on the chip follows the field.
"use strict";

const fieldsOfSentence = (() => {
  const PAUSE = 120; // milliseconds without a key before names are asked for
  const MOST = 8;
  const form = document.getElementById("sentence");
  const inText = [...(document.getElementById("names-in-text")?.options || [])].map((one) => ({ label: one.value, kind: one.dataset.kind, isNew: true }));

  let picking = Promise.resolve(); // until the name that Enter takes is known

  const control = (claim, field) => form.elements[`${claim.dataset.claim}.${field}`];
  const kindOf = (claim, field) => form.elements[`${claim.dataset.claim}.${field}-kind`];
  const chipOf = (claim, field) => claim.querySelector(`.chip[data-field="${field}"]`);

  // ---- chips

  const refresh = (claim, field) => {
    const chip = chipOf(claim, field);
    if (!chip) return;
    const input = control(claim, field);
    const words = input.tagName === "SELECT" ? input.selectedOptions[0]?.textContent : input.value;
    const kind = kindOf(claim, field)?.value;
    chip.classList.toggle("empty", !words && !chip.dataset.empty);
    chip.classList.toggle("new", Boolean(words && kind && kind !== "words"));
    chip.querySelector(".said").textContent = words || chip.dataset.empty || chip.dataset.label || field;
  };

  const close = (claim) => {
    claim.querySelectorAll(".one-field.editing").forEach((box) => box.classList.remove("editing"));
    claim.querySelectorAll(".picker").forEach((list) => list.remove());
  };

  const open = (claim, field) => {
    const input = control(claim, field);
    if (!input) return;
    if (input.tagName === "SELECT") {
      input.selectedIndex = (input.selectedIndex + 1) % input.options.length;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    close(claim);
    const box = input.closest(".one-field");
    box.classList.add("editing");
    input.dataset.before = input.value;
    input.focus();
    input.select();
    box.scrollIntoView({ block: "nearest" });
  };

  const upgrade = (claim) => {
    claim.querySelectorAll(".chip").forEach((span) => {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.className = span.className;
      Object.assign(chip.dataset, span.dataset);
      const said = Object.assign(document.createElement("span"), { className: "said", textContent: span.textContent });
      chip.append(said);
      if (span.dataset.number) {
        const number = Object.assign(document.createElement("kbd"), { textContent: span.dataset.number });
        number.setAttribute("aria-hidden", "true");
        chip.append(number);
      }
      chip.setAttribute("aria-description", `${span.dataset.field}: press to correct`);
      span.replaceWith(chip);
      chip.addEventListener("click", () => open(claim, span.dataset.field));
      refresh(claim, span.dataset.field);
    });
    claim.querySelector(".parts").open = true;
  };

  // ---- names

  const near = async (input) => {
    const q = input.value.trim();
    if (!q) return [];
    const kinds = input.dataset.names || "actor thing event source";
    const makes = { "": "thing actor", actor: "actor", predicate: "predicate" }[input.dataset.names] || ""; // as kb/review/choosing.py has them
    const address = `${form.dataset.namesAt}?${new URLSearchParams({ q, kinds, new: makes })}`;
    const answer = await fetch(address).then((response) => response.json()).catch(() => null); // the form itself says what is wrong
    const words = q.toLowerCase();
    const begins = (name) => name.toLowerCase().startsWith(words) || name.toLowerCase().includes(` ${words}`);
    const known = (answer?.names || []).map((one) => ({ ...one, kind: "", who: [one.kind, one.by && `also ${one.by}`, one.line].filter(Boolean).join(" · ") }));
    const fresh = input.dataset.names === "predicate" ? [] : inText.filter((one) => begins(one.label) && !known.some((other) => other.label === one.label));
    const fits = fresh.filter((one) => input.dataset.names !== "actor" || one.kind.startsWith("actor"));
    const offered = [...known.filter((one) => !one.near), ...fits, ...known.filter((one) => one.near)].slice(0, MOST);
    if (answer?.new && !offered.some((one) => one.label === q)) {
      const { type, kind } = answer.new.choices[answer.new.guess];
      offered.push({ label: q, isNew: true, kind: [type, kind].filter(Boolean).join(" "), id: answer.new.id, last: true });
    }
    return offered;
  };

  const take = (claim, field, one) => {
    const input = control(claim, field);
    const clash = [...document.querySelectorAll(".picker [data-label]")].filter((item) => item.dataset.label === one.label).length > 1;
    input.value = clash && one.id && !one.isNew ? one.id : one.label;
    const kind = kindOf(claim, field);
    if (kind) kind.value = one.isNew ? one.kind : "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
    close(claim);
  };

  const offer = async (claim, field) => {
    const input = control(claim, field);
    const asked = input.value;
    const names = await near(input);
    if (input.value !== asked || !input.closest(".editing")) return;
    claim.querySelectorAll(".picker").forEach((list) => list.remove());
    if (!names.length) return;
    const list = Object.assign(document.createElement("ul"), { className: "picker" });
    names.forEach((one, index) => {
      const item = Object.assign(document.createElement("li"), { textContent: `${one.label} ` });
      item.dataset.label = one.label;
      item.append(Object.assign(document.createElement("span"), { className: "faint", textContent: one.isNew ? `new ${one.kind}${one.last ? ` · id ${one.id}` : ""}` : one.who }));
      item.classList.toggle("marked", index === 0 && !one.near && !one.last);
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(claim, field, one);
      });
      item.choose = () => take(claim, field, one);
      list.append(item);
    });
    input.after(list);
  };

  const move = (list, by) => {
    const items = [...list.children];
    const at = items.findIndex((item) => item.classList.contains("marked"));
    items[at]?.classList.remove("marked");
    items[(at + by + items.length) % items.length]?.classList.add("marked");
  };

  const keys = (claim, field) => {
    const input = control(claim, field);
    let timer;
    let asking = Promise.resolve();
    const ask = () => {
      clearTimeout(timer);
      timer = undefined;
      asking = offer(claim, field);
    };
    if (input.dataset.names !== undefined) {
      input.removeAttribute("list");
      input.addEventListener("input", () => {
        if (kindOf(claim, field)?.value === "") kindOf(claim, field).value = field === "predicate" ? "predicate" : field === "object" ? "words" : "";
        clearTimeout(timer);
        timer = setTimeout(ask, PAUSE);
      });
    }
    input.addEventListener("keydown", (event) => {
      const list = claim.querySelector(".picker");
      if (event.key === "ArrowDown" && list) return event.preventDefault(), move(list, 1);
      if (event.key === "ArrowUp" && list) return event.preventDefault(), move(list, -1);
      if (event.key === "Escape") {
        input.value = input.dataset.before ?? input.value;
        close(claim);
        return input.blur();
      }
      if (event.key === "Tab") return list?.remove(), refresh(claim, field); // to the kind and the id of what is new, if they are there
      if (event.key !== "Enter" || (event.shiftKey && input.tagName === "TEXTAREA") || event.ctrlKey || event.metaKey) return undefined;
      event.preventDefault();
      if (timer) ask();
      input.blur(); // at once, so that the next key is not typed into the field while names are still asked for
      picking = asking.then(() => {
        const marked = claim.querySelector(".picker .marked");
        if (marked) marked.choose();
        input.dispatchEvent(new Event("change", { bubbles: true }));
        close(claim);
      });
      return undefined;
    });
  };

  // The fields beside a name end as the name does: with Enter, Escape, or when the focus goes on.
  const beside = (claim, box) => {
    box.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !box.contains(event.relatedTarget)) close(claim);
    });
    box.querySelectorAll("select, input").forEach((each) => {
      if (each === control(claim, box.dataset.of)) return;
      each.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        each.blur();
        close(claim);
      });
    });
  };

  const prepare = (claim) => {
    upgrade(claim);
    claim.querySelectorAll(".one-field").forEach((box) => {
      const field = box.dataset.of;
      const input = control(claim, field);
      input.addEventListener("change", () => refresh(claim, field));
      input.addEventListener("input", () => refresh(claim, field));
      kindOf(claim, field)?.addEventListener?.("change", () => refresh(claim, field));
      if (input.tagName !== "SELECT") keys(claim, field);
      beside(claim, box);
      if (box.querySelector(".fault")) box.classList.add("editing");
    });
  };

  return { form, prepare, open, close, refresh, picked: () => picking };
})();
