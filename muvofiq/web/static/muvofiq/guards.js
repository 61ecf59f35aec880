// A form that is saved by its button alone: whoever leaves the page with something typed is asked first.
(() => {
  "use strict";
  const told = (form) => new URLSearchParams(new FormData(form)).toString();
  const forms = new Map();
  const begin = () => {
    for (const form of document.querySelectorAll("form[data-guards]")) if (!forms.has(form)) forms.set(form, form.dataset.guards === "unsaved" ? "" : told(form));
  };
  // What is sent is no longer lost; another form, or one that replaces a part of the page, leaves the others guarded.
  document.addEventListener("submit", (event) => { if (!event.defaultPrevented && !event.target.matches("[hx-post]")) forms.delete(event.target); });
  document.addEventListener("htmx:afterSettle", begin);
  window.addEventListener("beforeunload", (event) => { if ([...forms].some(([form, before]) => form.isConnected && told(form) !== before)) event.preventDefault(); });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
