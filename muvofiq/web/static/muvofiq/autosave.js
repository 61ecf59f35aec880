// The verdict saves itself: after a choice at once, after typing when the hand rests; what is not saved yet is said.
// The server decides whether it can be saved; here is only sent, shown, and kept from being lost.
(() => {
  "use strict";
  const QUIET = 1000, AT_ONCE = 120, LONGEST = 8000, AGAIN = 5000;
  const form = () => document.querySelector("form[data-autosave]");
  const board = () => document.getElementById("saved");
  const KEPT = `muvofiq-unsaved:${location.pathname}`;
  const kept = {
    put: (text) => { try { sessionStorage.setItem(KEPT, text); } catch { /* private window */ } },
    get: () => { try { return sessionStorage.getItem(KEPT); } catch { return null; } },
    drop: () => { try { sessionStorage.removeItem(KEPT); } catch { /* private window */ } },
  };
  let saved = null, running = null, timer = 0, since = 0, isStuck = false;

  const typed = () => {
    const sent = new FormData(form());
    for (const name of ["csrfmiddlewaretoken", "version", "edition", "full"]) sent.delete(name);
    return new URLSearchParams(sent).toString();
  };
  const isDirty = () => Boolean(form()) && saved !== null && typed() !== saved;
  const says = (name) => {
    const line = board()?.querySelector("[data-state]");
    if (!line) return;
    line.dataset.state = name;
    line.textContent = board().dataset[`says${name}`];
  };
  const show = (html, status) => {
    board().innerHTML = html;
    if (status === 200) {
      const version = board().querySelector("[data-version]").dataset.version;
      document.querySelectorAll("form[data-autosave] [name=version], #finding-sides [name=version]").forEach((one) => { one.value = version; });
      document.dispatchEvent(new CustomEvent("muvofiq:saved"));
    }
  };
  const send = async (isLeaving) => {
    const sent = new FormData(form()), text = typed();
    sent.set("auto", "1");
    says("Saving");
    const answer = await fetch(form().action, { method: "POST", body: new URLSearchParams(sent), keepalive: isLeaving, headers: { "HX-Request": "true" } });
    if (answer.redirected || ![200, 403, 404, 409, 422].includes(answer.status)) throw new Error(answer.status);
    show(await answer.text(), answer.status);
    isStuck = answer.status !== 200;
    if (answer.status === 200) { saved = text; since = 0; kept.drop(); }
    return answer.status === 200;
  };
  // One after the other: the version of the next is the one that the last has brought.
  const save = async (isLeaving = false) => {
    clearTimeout(timer);
    if (running) await running;
    if (!isDirty()) return true;
    running = send(isLeaving).catch(() => {
      isStuck = true;
      says("Offline");
      timer = setTimeout(save, AGAIN);
      return false;
    });
    const isDone = await running;
    running = null;
    if (isDone && isDirty()) plan(QUIET);
    return isDone;
  };
  const plan = (wait) => {
    since ||= Date.now();
    says("Unsaved");
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(wait, since + LONGEST - Date.now())));
  };
  const changed = (wait) => (event) => {
    if (!event.target.form?.matches("form[data-autosave]")) return;
    if (event.type === "change") opened(event.target);
    if (isDirty()) plan(wait);
    else if (saved !== null && !running && !isStuck) { clearTimeout(timer); since = 0; says("Same"); }
  };
  // A verdict that must be named further opens the fields for it.
  const opened = (field) => {
    if (!["law", "practice"].includes(field.name)) return;
    for (const one of field.form.querySelectorAll("[data-opens-for]")) if (one.dataset.opensFor.split(" ").includes(field.value)) one.open = true;
  };
  const begin = () => {
    if (!form()) return;
    saved = "unsaved" in form().dataset ? "" : typed();
    isStuck = "unsaved" in form().dataset;
    since = 0;
    offer();
  };
  // What was typed here last and may not have arrived, because the page was left in the same moment.
  const offer = () => {
    const text = kept.get();
    kept.drop();
    if (!text || text === typed()) return;
    const again = document.getElementById("typed-before");
    if (!again) return;
    again.hidden = false;
    again.querySelector("button").onclick = () => { fill(new URLSearchParams(text)); again.hidden = true; };
  };
  const fill = (values) => {
    for (const field of form().elements) {
      if (!field.name || field.type === "hidden" || field.type === "submit") continue;
      if (["radio", "checkbox"].includes(field.type)) field.checked = values.getAll(field.name).includes(field.value);
      else field.value = values.get(field.name) ?? "";
    }
    plan(AT_ONCE);
  };

  document.addEventListener("input", changed(QUIET));
  document.addEventListener("change", (event) => changed(event.target.matches("textarea, input:not([type=radio], [type=checkbox])") ? QUIET : AT_ONCE)(event));
  // Whoever goes elsewhere takes along what was typed: it is saved first, and where that fails the page stays.
  document.addEventListener("click", async (event) => {
    const over = event.target.closest("[data-over]");
    if (over) {
      event.preventDefault();
      form().elements.version.value = over.value;
      saved = "";
      save();
      return;
    }
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.target || link.download) return;
    if ("discards" in link.dataset) { saved = null; kept.drop(); return; }
    if (link.getAttribute("href").startsWith("#") || !isDirty()) return;
    event.preventDefault();
    if (await save()) location.assign(link.href);
    else board().scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("submit", async (event) => {
    const other = event.target, button = event.submitter;
    if (other.matches("[hx-post], [hx-get], [method=dialog]") || event.defaultPrevented || !isDirty()) return;
    event.preventDefault();
    if (await save()) other.requestSubmit(button);
    else board().scrollIntoView({ block: "nearest" });
  });
  // The button waits for what is on its way, so that a person is never in conflict with the own page.
  document.addEventListener("htmx:confirm", (event) => {
    if (!event.target.matches("form[data-autosave]")) return;
    clearTimeout(timer);
    if (!running) return;
    event.preventDefault();
    running.then(() => event.detail.issueRequest());
  });
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.querySelector?.("form[data-autosave]") || event.target.id === "verdict") begin(); });
  window.addEventListener("beforeunload", (event) => { if (isDirty() && isStuck) event.preventDefault(); });
  window.addEventListener("pagehide", () => {
    if (!isDirty()) return;
    kept.put(typed());
    if (!isStuck && !running) save(true);
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden && isDirty() && !isStuck) save(true); });
  // What rests on the verdict (its state, checks, versions) follows once the hand has rested.
  let later = 0;
  document.addEventListener("muvofiq:saved", () => {
    clearTimeout(later);
    later = setTimeout(() => {
      const sides = document.getElementById("finding-sides");
      const isTyped = [...(sides?.querySelectorAll("textarea") || [])].some((one) => one.value !== one.defaultValue);
      if (!sides || sides.contains(document.activeElement) || isTyped || isDirty()) return;
      window.htmx.ajax("GET", `${location.pathname}?part=finding`, { source: sides, target: sides, swap: "outerHTML" });
    }, 2500);
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
