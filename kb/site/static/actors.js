// Settling the actors of a text by keyboard: one key answers a line and leads to the next. The page works without this file.
"use strict";

(() => {
  const form = document.getElementById("actors");
  const typing = (target) => target.matches("select, textarea, input:not([type=radio])");
  const plain = (event) => !(event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "n" && plain(event)) document.querySelector("[data-next]")?.click();
  });
  if (!form) return;
  const lines = [...form.querySelectorAll("[data-actor]")];
  const radio = (line) => line.querySelector("input[type=radio]:checked") || line.querySelector("input[type=radio]");

  form.addEventListener("keydown", (event) => {
    if (!plain(event)) return;
    const at = lines.findIndex((line) => line.contains(event.target));
    const answer = at < 0 ? null : [...lines[at].querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!answer) return;
    event.preventDefault();
    answer.checked = true;
    if (event.key === "t") answer.closest("p").querySelector("input[type=text]").focus();
    else if (lines[at + 1]) radio(lines[at + 1]).focus();
    else form.querySelector("button[type=submit]").focus();
  });
  // Whoever types what a line lacks means that line.
  form.addEventListener("input", (event) => {
    const own = event.target.closest("p")?.querySelector("input[type=radio]");
    if (own && typing(event.target)) own.checked = true;
  });
  if (!document.querySelector("[role=alert]")) radio(lines[0])?.focus();
})();
