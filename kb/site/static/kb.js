// Comforts only: every page works without this file.
"use strict";

// The keys, on "?": in a dialog that Escape closes.
document.addEventListener("keydown", (event) => {
  if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (document.getElementById("keys")) return; // the page has keys of its own and lists them
  const keys = [["Tab", "to the next link, field or quote; with Shift back"], ["Enter", "open what has the focus: a quote shows its card; with words of a text selected, add a fact from them"],
    ["Esc", "close the card or the form, and go back to its words"], ["?", "this list"]];
  let dialog = document.getElementById("site-keys");
  if (!dialog) {
    dialog = Object.assign(document.createElement("dialog"), { id: "site-keys" });
    const list = document.createElement("dl");
    list.className = "facts";
    for (const [key, does] of keys) {
      const name = document.createElement("dt");
      name.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      list.append(name, Object.assign(document.createElement("dd"), { textContent: does }));
    }
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
    close.addEventListener("click", () => dialog.close());
    dialog.setAttribute("aria-label", "Keys");
    dialog.append(Object.assign(document.createElement("h2"), { textContent: "Keys" }), list, close);
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
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

// The menu of a claim card gets a button that copies the link to its quote, when it is first opened.
document.addEventListener("toggle", (event) => {
  const link = event.target.matches?.("details.menu") && event.target.querySelector("a.link-to");
  if (!link || !navigator.clipboard || event.target.querySelector("button")) return;
  const item = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "plain small", textContent: "copy link" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.href);
    button.textContent = "link copied";
  });
  item.append(button);
  link.parentElement.after(item);
}, true);

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
