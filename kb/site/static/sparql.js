// Colours in the query: its text is written once more, coloured, under a field whose own letters are transparent. The page works without this file.
"use strict";

(() => {
  const field = document.getElementById("query");
  if (!field) return;
  // Each kind of token as kb/rdf/sparql_check.py reads them; what matches none stays as it is.
  const KINDS = [
    ["comment", /#[^\n]*/y],
    ["iri", /<[^<>"{}|^`\\\s]*>/y],
    ["string", /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y],
    ["variable", /[?$][\p{L}\p{N}_]+/uy],
    ["iri", /[\p{L}\p{N}_.-]*:[\p{L}\p{N}_.:%-]*/uy],
    ["number", /[+-]?\d+(?:\.\d+)?/y],
    ["keyword", /\b(?:select|construct|ask|describe|where|from|named|graph|optional|union|minus|filter|bind|values|as|prefix|base|distinct|reduced|order|group|by|having|limit|offset|asc|desc|not|exists|in|a|true|false|count|sum|min|max|avg|sample|group_concat|separator|if|coalesce|str|lang|langmatches|datatype|bound|iri|uri|regex|contains|strstarts|strends|strlen|substr|lcase|ucase|concat|replace|year|month|day|now|undef|service)\b/iy],
    ["", /[\p{L}\p{N}_]+/uy],
  ];
  const around = document.createElement("div");
  around.className = "coloured";
  const under = document.createElement("pre");
  under.setAttribute("aria-hidden", "true");
  field.before(around);
  around.append(under, field);

  const token = (text, at) => {
    for (const [kind, pattern] of KINDS) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found?.[0]) return [kind, found[0]];
    }
    return ["", text[at]];
  };
  const colour = () => {
    const parts = [];
    const text = field.value;
    for (let at = 0; at < text.length; ) {
      const [kind, words] = token(text, at);
      parts.push(kind ? Object.assign(document.createElement("span"), { className: `sparql-${kind}`, textContent: words }) : words);
      at += words.length;
    }
    under.replaceChildren(...parts, "\n");
    under.scrollTop = field.scrollTop;
  };
  field.addEventListener("input", colour);
  field.addEventListener("scroll", () => (under.scrollTop = field.scrollTop));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form.requestSubmit();
  });
  colour();
})();
