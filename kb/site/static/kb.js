// Comforts only: every page works without this file.
"use strict";

// Close the note of a source's text without leaving the place, and go back to its words.
function closeNote(note) {
  const words = document.querySelector(`a.hl[href="#${note.id}"]`);
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
