// Deciding by keyboard. Every key presses a button or follows a link of the page, which all work without this file.
"use strict";

(() => {
  const PAUSE = 350; // milliseconds without a key before names are asked for
  const accept = document.getElementById("accept");
  let sent = false; // one decision a page: a key that is held, or pressed again while the next page loads, does nothing

  const box = document.querySelector(".around-it");
  const mark = box?.querySelector(".m-content");
  if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 3; // within the box; the page itself stays where it is
  document.querySelectorAll("[data-use], [data-edit]").forEach((button) => (button.hidden = false));

  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => (sent = false));

  // ---- fields

  const edit = () => {
    const wording = document.getElementById("text");
    wording.focus();
    wording.setSelectionRange(wording.value.length, wording.value.length);
  };
  document.querySelector("[data-edit]")?.addEventListener("click", edit);
  document.querySelectorAll("[data-use]").forEach((button) =>
    button.addEventListener("click", () => {
      document.getElementById("speaker").value = button.dataset.use;
      document.getElementById("speaker").focus();
    }),
  );

  const offerNames = async (input) => {
    const q = input.value.trim();
    if (!q) return;
    const address = `${accept.dataset.namesAt}?${new URLSearchParams({ q, kind: input.dataset.names.trim() })}`;
    const answer = await fetch(address).then((response) => response.json()).catch(() => null); // the form itself says what is wrong
    if (!answer?.names || input.value.trim() !== q) return;
    const list = document.getElementById(`${input.id}-near`) || Object.assign(document.createElement("datalist"), { id: `${input.id}-near` });
    list.replaceChildren(
      ...answer.names.map((one) => Object.assign(document.createElement("option"), { value: one.id, textContent: `${one.label} (${one.kind})${one.line ? `: ${one.line}` : ""}` })),
    );
    if (!list.isConnected) accept.append(list);
    input.setAttribute("list", list.id);
  };
  accept?.querySelectorAll("[data-names]").forEach((input) => {
    let timer;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => offerNames(input), PAUSE);
    });
  });

  // ---- keys

  const inField = (target) => target.closest?.("input, select, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const field = inField(event.target);
    if (event.key === "Escape" && field) return field.blur();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && field && accept?.contains(field)) {
      event.preventDefault();
      return document.querySelector('[data-key="a"]')?.click();
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || sent) return undefined;
    if (!/^[a-z?]$/.test(event.key)) return undefined;
    const wanted = document.querySelector(`[data-key="${event.key}"]`);
    if (!wanted) return undefined;
    event.preventDefault();
    if (wanted.tagName === "SUMMARY") wanted.scrollIntoView({ block: "nearest" });
    return wanted.click();
  });
})();
