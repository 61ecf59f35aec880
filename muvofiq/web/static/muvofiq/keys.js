// The keyboard: every element with data-key answers to its key; "?" lists them. Nothing here decides anything.
// A key is known by the letter it types; where that is no Latin one (a Russian or Tajik keyboard), by its place.
(() => {
  "use strict";
  const STORE = "muvofiq-keys-off";
  const isOff = () => { try { return localStorage.getItem(STORE) === "1"; } catch { return false; } };
  const isTyping = (target) => target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
  const isSeen = (element) => element.getClientRects().length > 0 && !element.disabled;

  const place = () => document.activeElement?.closest("[data-card], [data-place]") || document.querySelector("[data-card][data-open]");
  // What wears data-here answers only while the keyboard is in its place.
  const wearer = (key) => {
    const fits = (root, isHere) => [...(root?.querySelectorAll("[data-key]") || [])].find((one) => one.dataset.key === key && isSeen(one) && (isHere || !("here" in one.dataset)));
    return fits(place(), true) || fits(document, false);
  };
  const PLACES = { Slash: "/", Minus: "-", Equal: "=" };
  const names = (event) => {
    const typed = [event.key, ...(event.key.length === 1 && !event.shiftKey ? [event.key.toLowerCase()] : [])];
    const [, kind, sign] = /^(Key|Digit)(.)$/.exec(event.code || "") || [null, "", PLACES[event.code]];
    if (!sign || /^[a-z]$/i.test(event.key)) return typed;
    const base = sign.toLowerCase();
    if (!event.shiftKey) return [...typed, base];
    return kind === "Key" ? [...typed, sign] : [`Shift+${base}`, ...typed, ...(base === "/" ? ["?"] : [])];
  };
  const walk = (over) => {
    const rows = [...over.querySelectorAll(over.dataset.walks)].filter(isSeen);
    const row = rows[(rows.indexOf(document.activeElement?.closest(over.dataset.walks)) + 1) % (rows.length || 1)];
    row?.querySelector("input:checked, input, select, textarea, button, a")?.focus();
    row?.scrollIntoView({ block: "nearest" });
  };
  const press = (element) => {
    if (element.dataset.step) {
      move(Number(element.dataset.step));
    } else if (element.dataset.walks) {
      walk(element);
    } else if (element.matches("input:not([type=radio]):not([type=checkbox]), textarea, select, h1, h2, [data-card]")) {
      element.focus();
      if (element.select) element.select();
    } else {
      element.focus();
      element.click();
    }
  };
  const move = (step) => {
    const cards = [...document.querySelectorAll("[data-card]")].filter(isSeen);
    const at = cards.indexOf(document.activeElement?.closest("[data-card]"));
    cards[Math.min(Math.max(at + step, 0), cards.length - 1)]?.focus();
  };
  const quote = () => {
    const selection = document.getSelection();
    const translations = [...document.querySelectorAll("[data-translation]")];
    const isOriginal = selection && !translations.some((one) => selection.containsNode(one, true));
    const words = isOriginal ? selection.toString().trim() : "";
    const card = selection?.anchorNode?.parentElement?.closest("[data-card]");
    const field = (card || place())?.querySelector("[data-quote]");
    if (!field) return false;
    field.closest("details")?.setAttribute("open", "");
    if (words) field.value = words;
    field.focus();
    return true;
  };
  const list = () => {
    const rows = new Map();
    for (const one of document.querySelectorAll("[data-key]")) {
      const says = one.dataset.keySays || one.getAttribute("aria-label") || one.textContent.trim();
      if (isSeen(one) && !rows.has(one.dataset.key)) rows.set(one.dataset.key, says.replace(/\s+/g, " "));
    }
    const shown = document.querySelector("[data-list=keys]");
    // What answers without an element of its own, told where it can answer.
    const cards = [...document.querySelectorAll("[data-card]")].some(isSeen);
    const own = { n: cards, p: cards, q: Boolean(document.querySelector("[data-quote]")) };
    for (const [key, works] of Object.entries(own)) if (works) rows.set(key, shown.dataset[`says${key.toUpperCase()}`]);
    shown.replaceChildren(...[...rows].map(([key, says]) => {
      const row = document.createElement("li");
      const sign = document.createElement("kbd");
      sign.textContent = key;
      row.append(sign, " ", says);
      return row;
    }));
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const keys = names(event);
    if (isOff() && !keys.includes("?")) return;
    const is = (letter) => keys.includes(letter) && event.key !== letter.toUpperCase();
    if (is("q") && quote()) { event.preventDefault(); return; }
    if (is("n") || is("p")) { move(is("n") ? 1 : -1); event.preventDefault(); return; }
    // Enter and the space bar belong to the link or button that has the focus.
    if (event.key === "Enter" && event.target.closest("a, button, summary, input, [role=button]")) return;
    const found = keys.map(wearer).find(Boolean);
    if (found) { event.preventDefault(); press(found); }
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (!opener) return;
    const dialog = document.getElementById(opener.dataset.opens);
    list();
    dialog.querySelector("[data-switch=keys]").checked = !isOff();
    dialog.showModal();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-switch=keys]")) try { localStorage.setItem(STORE, event.target.checked ? "0" : "1"); } catch { /* private window */ }
    if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
  });
  // A form whose answer may take long shows that it is at work.
  document.addEventListener("submit", (event) => {
    const busy = document.getElementById(event.target.dataset.busy || "");
    if (busy) busy.hidden = false;
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-busy]").forEach((form) => {
    document.getElementById(form.dataset.busy).hidden = true;
  }));
  // A fragment that replaced the focused element keeps the keyboard where it was.
  document.addEventListener("htmx:beforeSwap", () => { window.muvofiqFocus = document.activeElement?.closest("[id]")?.id; });
  document.addEventListener("htmx:afterSettle", () => {
    if (document.activeElement === document.body && window.muvofiqFocus) document.getElementById(window.muvofiqFocus)?.focus();
    // What was refused stands where it was typed: there is the focus, and there is the reason seen.
    const refused = document.querySelector("[data-refused]");
    if (refused) {
      refused.removeAttribute("data-refused");
      refused.focus();
      refused.closest("details").querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
    }
    document.querySelector("#message [role=alert]")?.scrollIntoView({ block: "nearest" });
  });
})();
