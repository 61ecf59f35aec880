// The screen on which a unit is amended: the clause below belongs to the text above, or it is said that it is older.
// What it comes to is decided by the server; here is only shown what is still on its way, and the fields grow with their text.
(() => {
  "use strict";
  const live = () => document.getElementById("live");
  const own = () => document.getElementById("id_clause");
  const written = () => live()?.querySelector("[name=written]")?.value ?? "";
  const silent = (isSilent) => { const says = document.getElementById("no-answer"); if (says) says.hidden = !isSilent; };
  const same = (one, other) => one.replace(/\r\n/g, "\n").trim() === other.replace(/\r\n/g, "\n").trim();
  const grow = (field) => {
    if (CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  };
  const older = (isOlder) => [live(), document.getElementById("comes-to")].forEach((one) => one?.classList.toggle("older", isOlder));
  // The line beside the button asks for reasons as long as a passage has none.
  const asks = () => {
    const reasons = [...document.querySelectorAll("[name=loss_reason]")], all = document.getElementById("reason-for-all");
    const says = document.querySelector("[data-says-why]");
    if (says) says.hidden = Boolean(all?.value.trim()) || reasons.every((one) => one.value.trim());
  };
  let last = "";
  document.addEventListener("input", (event) => {
    if (event.target.matches("[name=loss_reason], [name=reason_for_all]")) asks();
    if (!event.target.matches("[data-drafts]")) return;
    grow(event.target);
    older(true);
  });
  // Whoever has not changed the machine's clause keeps the machine's: it follows the wording.
  document.addEventListener("htmx:beforeSwap", (event) => { if (event.detail.target === live()) last = written(); });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== live()) return;
    older(false);
    asks();
    silent(false);
    if (own()?.value && same(own().value, last)) { own().value = written(); grow(own()); }
  });
  for (const failure of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(failure, () => silent(true));
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches(".own-clause") || !event.target.open) return;
    if (!own().value) own().value = written();
    grow(own());
    if (document.activeElement?.closest(".own-clause")) own().focus();  // opened by a person, not with the page
  }, true);
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-drafts]").forEach(grow));
})();
