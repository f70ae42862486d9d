// Comforts only: every page works without this file.
"use strict";

// No browser lets a drag that begins on a link select its words. So with scripts the marked words of a text stop being links, and act as links.
for (const words of document.querySelectorAll("a.hl[href]")) {
  words.dataset.note = words.hash;
  words.removeAttribute("href");
  words.setAttribute("role", "link");
  words.tabIndex = 0;
  words.addEventListener("click", () => {
    if (document.getSelection().isCollapsed) location.hash = words.dataset.note;
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter") location.hash = words.dataset.note;
  });
}

// Close the note of a source's text without leaving the place, and go back to its words.
function closeNote(note) {
  const words = document.querySelector(`a.hl[data-note="#${note.id}"]`);
  const place = window.scrollY;
  location.replace("#_");
  window.scrollTo({ top: place, behavior: "instant" });
  if (words) words.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  const note = event.key === "Escape" && document.querySelector(".note:target");
  if (note) closeNote(note);
});

document.addEventListener("click", (event) => {
  const close = event.target instanceof Element && event.target.closest(".note .close");
  if (close) {
    event.preventDefault();
    closeNote(close.closest(".note"));
  }
});

for (const text of document.querySelectorAll("pre.copy")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain small";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = "Copied";
  });
  text.after(button);
}

// Datasette's own pages leave some fields without a name and skip heading levels.
const fieldNames = {
  _filter_column: "Column", _filter_op: "How to compare", _filter_value: "Value", _sort: "Sort by", sql: "SQL",
  message: "Message", message_type: "Kind of message", expire_type: "When it expires", expire_duration: "After how many",
};
function nameFields() {
  for (const field of document.querySelectorAll(".core select, .core input:not([type=hidden]), .core textarea")) {
    const name = fieldNames[(field.name || "").replace(/_\d+$/, "")];
    if (name && !field.labels.length && !field.hasAttribute("aria-label")) field.setAttribute("aria-label", name);
  }
  for (const editor of document.querySelectorAll(".core .cm-content:not([aria-label])")) editor.setAttribute("aria-label", "SQL");
}
if (document.documentElement.classList.contains("core")) {
  nameFields();
  window.addEventListener("load", nameFields);
  for (const list of document.querySelectorAll("main ul > ul")) { // a list may hold only items
    const item = document.createElement("li");
    list.before(item);
    item.append(list);
  }
  let level = 0;
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4)")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) heading.setAttribute("aria-level", String(level + 1));
    level = Math.min(own, level + 1);
  }
}
