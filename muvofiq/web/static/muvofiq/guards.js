// A form that is saved by its button alone: whoever leaves the page with something typed is asked first.
(() => {
  "use strict";
  const told = (form) => new URLSearchParams(new FormData(form)).toString();
  let forms = [];
  const begin = () => { forms = [...document.querySelectorAll("form[data-guards]")].map((form) => ({ form, before: form.dataset.guards === "unsaved" ? "" : told(form) })); };
  document.addEventListener("submit", () => { forms = []; });
  window.addEventListener("beforeunload", (event) => { if (forms.some((one) => told(one.form) !== one.before)) event.preventDefault(); });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
