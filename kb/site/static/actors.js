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
  const shown = (line) => line && !line.closest("details:not([open])");
  const DRAFT = `kb-actors-${location.pathname}`;
  const KEPT = 14 * 24 * 3600 * 1000; // milliseconds after which a draft that nobody sent is dropped
  const failed = document.querySelector("[role=alert]");
  const radio = (line) => line.querySelector("input[type=radio]:checked") || line.querySelector("input[type=radio]");

  // ---- drafts: what was said of each name, kept in the browser, since a session may end before it is sent

  const fields = (line) => [...line.querySelectorAll("input:not([type=hidden]), select")];
  const keyOf = (line, one) => `${line.querySelector("input[type=hidden]").value} ${one.name.split(".")[0]}`;
  const save = () => {
    const values = {};
    for (const line of lines) for (const one of fields(line)) if (one.type !== "radio" || one.checked) values[keyOf(line, one)] = one.value;
    try {
      localStorage.setItem(DRAFT, JSON.stringify({ at: Date.now(), values }));
    } catch {
      // a browser that keeps nothing: the page works as it is
    }
  };
  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(DRAFT));
    } catch {
      return;
    }
    if (!kept || Date.now() - kept.at > KEPT) return;
    for (const line of lines)
      for (const one of fields(line)) {
        const value = kept.values[keyOf(line, one)];
        if (value === undefined) continue;
        if (one.type === "radio") one.checked = one.value === value;
        else one.value = value;
      }
  };
  if (failed) save(); // what came back with an error is newer than the draft
  else restore();
  form.addEventListener("change", save);

  form.addEventListener("keydown", (event) => {
    if (!plain(event)) return;
    const at = lines.findIndex((line) => line.contains(event.target));
    const answer = at < 0 ? null : [...lines[at].querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!answer) return;
    event.preventDefault();
    answer.checked = true;
    save();
    if (event.key === "t") answer.closest("p").querySelector("input[type=text]").focus();
    else if (shown(lines[at + 1])) radio(lines[at + 1]).focus();
    else (lines[at].closest("details") || form).querySelector("button[type=submit]").focus();
  });
  // Whoever types what a line lacks means that line.
  form.addEventListener("input", (event) => {
    const own = event.target.closest("p")?.querySelector("input[type=radio]");
    if (own && typing(event.target)) own.checked = true;
    save();
  });
  if (!failed && shown(lines[0])) radio(lines[0]).focus();
})();
