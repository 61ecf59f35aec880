// What the machine proposes goes into a field of the verdict by one click; the person still saves it, and nothing typed is lost.
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fills]");
    const field = button && document.querySelector(`#verdict [name="${button.dataset.fills}"]`);
    if (!field) return;
    field.closest("details")?.setAttribute("open", "");
    const typed = field.value.trim();
    if (!typed.split("; ").includes(button.dataset.value)) field.value = typed ? `${typed}; ${button.dataset.value}` : button.dataset.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  });
})();
