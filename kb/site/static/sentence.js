// Deciding on a sentence by keyboard. Every key presses a button, ticks a box or opens a field of the page, which all work without this file.
"use strict";

(() => {
  const { form, prepare, open, refresh, picked } = fieldsOfSentence;
  if (!form) return;
  const claims = [...form.querySelectorAll(".claim")];
  const DRAFTS = "kb-sentence-";
  const KEPT = 14 * 24 * 3600 * 1000; // milliseconds after which a draft that nobody sent is dropped
  const draft = `${DRAFTS}${form.elements.sentence.value}-${form.elements.shown.value}`;
  let active = Math.max(0, claims.findIndex((claim) => claim.dataset.claim === form.dataset.active));
  let sent = false; // one decision a page: a key that is held, or pressed again while the next page loads, does nothing

  document.querySelector(".by-sentence").classList.add("scripted");
  const box = document.querySelector(".around-it");
  const mark = box?.querySelector(".m-sentence");
  if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 3; // within the box; the page itself stays where it is

  // ---- drafts: what was typed, kept in the browser until the sentence is decided on

  const named = () => [...form.elements].filter((one) => one.name && one.type !== "hidden" && one.tagName !== "BUTTON");
  const save = () => {
    const values = Object.fromEntries(named().map((one) => [one.name, one.type === "checkbox" ? one.checked : one.value]));
    try {
      localStorage.setItem(draft, JSON.stringify({ at: Date.now(), values }));
    } catch {
      // a browser that keeps nothing: the page works as it is
    }
  };
  const restore = () => {
    let kept = null;
    try {
      for (const name of Object.keys(localStorage).filter((one) => one.startsWith(DRAFTS))) {
        const { at, values } = JSON.parse(localStorage.getItem(name));
        if (Date.now() - at > KEPT) localStorage.removeItem(name);
        else if (name === draft) kept = values;
      }
    } catch {
      return;
    }
    if (!kept || document.getElementById("problem")) return; // what came back with an error is newer than the draft
    for (const one of named()) {
      if (!(one.name in kept)) continue;
      if (one.type === "checkbox") one.checked = kept[one.name];
      else one.value = kept[one.name];
    }
  };

  // ---- claims

  const show = () => {
    claims.forEach((claim, index) => claim.classList.toggle("active", index === active));
    document.querySelectorAll(".around-it mark").forEach((part) => part.classList.toggle("m-content", part.classList.contains(`m-${claims[active]?.dataset.claim}`)));
  };
  const go = (by) => {
    active = Math.min(claims.length - 1, Math.max(0, active + by));
    show();
    claims[active].scrollIntoView({ block: "nearest" });
  };
  const left = (claim) => claim.classList.toggle("left-out", !claim.querySelector('[data-tick="x"]').checked);

  restore();
  if (form.dataset.active || document.getElementById("problem")) save(); // the page came back with what was typed, for other proposals than the draft
  claims.forEach((claim, index) => {
    prepare(claim);
    left(claim);
    claim.querySelectorAll(".one-field").forEach((one) => refresh(claim, one.dataset.of));
    claim.addEventListener("focusin", () => ((active = index), show()));
    claim.addEventListener("click", () => ((active = index), show()));
    // A claim that becomes active grows; if it did so between the press and the release of the mouse, the click would hit something else.
    claim.addEventListener("mousedown", (event) => {
      if (!event.target.closest("input:not([type=checkbox]), textarea, select, a")) event.preventDefault();
    });
    claim.addEventListener("change", () => left(claim));
  });
  show();
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => (sent = false));

  // ---- add, split, join

  const press = (value) => form.querySelector(`button[name="do"][value="${value}"]`)?.click();
  const sentenceWords = () => [...document.querySelectorAll(".m-sentence")].map((part) => part.textContent).join("");
  const add = (like) => {
    form.elements.words.value = String(getSelection()).trim() || form.elements.words.value.trim() || sentenceWords();
    form.elements.like.value = like;
    press("add");
  };
  const join = () => {
    if (active + 1 >= claims.length) return;
    form.elements.like.value = claims[active].dataset.claim;
    form.elements.other.value = claims[active + 1].dataset.claim;
    press("join");
  };

  // ---- keys

  const FIELDS = { 1: "speaker", 2: "stance", 3: "certainty", 4: "subject", 5: "predicate", 6: "object", 7: "about", 8: "text", 9: "quote" };
  const tick = (letter) => {
    const found = claims[active]?.querySelector(`[data-tick="${letter}"]`);
    found?.click();
    return Boolean(found);
  };
  const actions = {
    j: () => go(1),
    k: () => go(-1),
    "+": () => add(""),
    v: () => add(claims[active].dataset.claim),
    y: join,
    0: () => claims[active].classList.toggle("all"),
  };

  document.addEventListener("keydown", async (event) => {
    const field = event.target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && field && form.contains(field)) {
      event.preventDefault();
      return press("make");
    }
    if (event.key === "Escape" && field) return field.blur();
    if (field || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || sent) return undefined;
    if (FIELDS[event.key] || actions[event.key]) {
      event.preventDefault();
      await picked();
      return FIELDS[event.key] ? open(claims[active], FIELDS[event.key]) : actions[event.key]();
    }
    if (!/^[a-z?]$/.test(event.key) || tick(event.key)) return undefined;
    const wanted = document.querySelector(`[data-key="${event.key}"]`);
    if (!wanted) return undefined;
    event.preventDefault();
    await picked();
    if (sent) return undefined;
    if (wanted.tagName === "SUMMARY") wanted.scrollIntoView({ block: "nearest" });
    return wanted.click();
  });
})();
