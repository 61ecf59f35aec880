// Tells the workbench which candidates a person has looked at: touched with the mouse, or rested on with the keyboard.
(() => {
  "use strict";
  const REST = 1500;
  const told = new Set();
  let timer = 0;
  const tell = (card) => {
    const { lookAt, edition, eid } = card?.dataset || {};
    if (!lookAt || told.has(card.id)) return;
    told.add(card.id);
    const sent = new URLSearchParams({ edition, eid, csrfmiddlewaretoken: JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"] });
    fetch(lookAt, { method: "POST", body: sent, keepalive: true }).catch(() => told.delete(card.id));
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-look-at] :is(summary, a, button)")) tell(event.target.closest("[data-look-at]"));
  }, true);
  document.addEventListener("focusin", (event) => {
    clearTimeout(timer);
    const card = event.target.closest("[data-look-at]");
    if (card) timer = setTimeout(() => { if (card.contains(document.activeElement)) tell(card); }, REST);
  });
})();
