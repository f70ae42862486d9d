// The page of a source: a quote is coloured where it is pointed at, and its card opens beside the words. Without this file the card opens
// as the target of its link.
"use strict";

(() => {
  const NARROW = window.matchMedia("(max-width: 61.99rem)");
  const parts = new Map(); // the pieces of each quote, by the id of its passage
  for (const piece of document.querySelectorAll("a.hl[data-passages]")) {
    for (const passage of piece.dataset.passages.split(" ")) parts.set(passage, [...(parts.get(passage) || []), piece]);
    // No browser lets a drag that begins on a link select its words, so the words stop being links; each quote has a stop of its own.
    piece.dataset.card = piece.hash;
    piece.removeAttribute("href");
    piece.removeAttribute("tabindex");
  }
  const passageOf = (card) => card.slice("#card-".length);
  const light = (passage, name, on) => (parts.get(passage) || []).forEach((piece) => piece.classList.toggle(name, on));

  for (const piece of document.querySelectorAll("a.hl[data-card]")) {
    piece.addEventListener("mouseenter", () => light(passageOf(piece.dataset.card), "over", true));
    piece.addEventListener("mouseleave", () => light(passageOf(piece.dataset.card), "over", false));
    piece.addEventListener("click", () => {
      if (!document.getSelection().isCollapsed) return;
      if (location.hash === piece.dataset.card) opened();
      else location.hash = piece.dataset.card;
    });
  }
  for (const stop of document.querySelectorAll("a.stop")) {
    stop.addEventListener("focus", () => light(stop.id, "over", true));
    stop.addEventListener("blur", () => light(stop.id, "over", false));
  }

  // The card of the address, if it has one: placed beside its words, with the focus in it.
  let shown = null;
  const opened = () => {
    if (shown) light(shown, "open", false);
    const card = location.hash.startsWith("#card-") && document.getElementById(location.hash.slice(1));
    shown = card ? passageOf(location.hash) : null;
    if (!card) return;
    light(shown, "open", true);
    const words = parts.get(shown)?.[0];
    const row = card.closest(".row");
    if (NARROW.matches || !words) card.style.removeProperty("top");
    else card.style.top = `${Math.max(0, words.getBoundingClientRect().top - row.getBoundingClientRect().top)}px`;
    const box = words?.getBoundingClientRect();
    if (box && (box.top < 60 || box.bottom > innerHeight * 0.4)) words.scrollIntoView({ block: "start", behavior: "instant" });
    card.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", opened);
  window.addEventListener("pageshow", opened);

  // Close the card without leaving the place, and go back to the words.
  const close = (card) => {
    const place = window.scrollY, passage = passageOf(`#${card.id}`);
    location.replace(`#${passage}`);
    light(passage, "open", false);
    window.scrollTo({ top: place, behavior: "instant" });
    document.getElementById(passage)?.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    const card = event.key === "Escape" && document.querySelector(".note:target");
    if (card) close(card);
  });
  document.addEventListener("click", (event) => {
    const cross = event.target instanceof Element && event.target.closest(".note .close");
    if (!cross) return;
    event.preventDefault();
    close(cross.closest(".note"));
  });
})();
