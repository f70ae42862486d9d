// Deciding by keyboard. Every key presses a button or follows a link of the page, which all work without this file.
"use strict";

(() => {
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
      document.getElementById("speaker-picked")?.replaceChildren(button.dataset.told);
      document.getElementById("speaker").focus();
    }),
  );

  // ---- keys

  const inField = (target) => target.closest?.("input, select, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const field = inField(event.target);
    if (event.key === "Escape" && field && !event.defaultPrevented) return field.blur(); // or it closed a list of names
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
