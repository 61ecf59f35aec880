// The verdict saves itself: after a choice at once, after typing when the hand rests; what is not saved yet is said.
// The server decides whether it can be saved; here is only sent, shown, and kept from being lost.
(() => {
  "use strict";
  const QUIET = 1000, AT_ONCE = 120, LONGEST = 8000, AGAIN = 5000, REST = 2500;
  const form = () => document.querySelector("form[data-autosave]");
  const board = () => document.getElementById("saved");
  const KEPT = `muvofiq-unsaved:${location.pathname}`;
  // What was typed and may not have arrived, a text a line: kept until a person decides on it, or it is saved.
  const kept = {
    all: () => { try { return (sessionStorage.getItem(KEPT) || "").split("\n").filter(Boolean); } catch { return []; } },
    set: (texts) => { try { sessionStorage.setItem(KEPT, texts.join("\n")); } catch { /* private window */ } },
    put: (text) => kept.set([...kept.all().filter((one) => !isSame(one, text)), text]),
    drop: (text) => kept.set(kept.all().filter((one) => !isSame(one, text))),
  };
  let saved = null, running = null, timer = 0, since = 0, isStuck = false;

  const typed = () => {
    const sent = new FormData(form());
    for (const name of ["csrfmiddlewaretoken", "version", "edition", "state", "full"]) sent.delete(name);
    return new URLSearchParams(sent).toString();
  };
  const isSame = (one, other) => {
    const [first, second] = [one, other].map((text) => JSON.stringify([...new URLSearchParams(text)].map(([name, value]) => [name, value.replace(/\r\n/g, "\n").trim()])));
    return first === second;
  };
  const isJudged = () => new FormData(form()).get("law") !== "not_assessed";
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
      const { version, movedTo } = board().querySelector("[data-version]").dataset;
      document.querySelectorAll("form[data-autosave] [name=version], #finding-sides [name=version]").forEach((one) => { one.value = version; });
      if (movedTo) form().elements.state.value = movedTo;
    }
  };
  const send = async (isLeaving, merge) => {
    const sent = new FormData(form()), text = typed();
    sent.set("auto", "1");
    if (merge) sent.set("merge", merge);
    says("Saving");
    const answer = await fetch(form().action, { method: "POST", body: new URLSearchParams(sent), keepalive: isLeaving, headers: { "HX-Request": "true" } });
    if (answer.redirected || ![200, 403, 404, 409, 422].includes(answer.status)) throw new Error(answer.status);
    show(await answer.text(), answer.status);
    isStuck = answer.status !== 200;
    if (answer.status === 200) { saved = text; since = 0; kept.drop(text); }
    return answer.status === 200;
  };
  // One after the other: the version of the next is the one that the last has brought.
  const save = async ({ isLeaving = false, isAsked = false, merge = "" } = {}) => {
    clearTimeout(timer);
    while (running) await running;
    if (!form()) return true;
    if (isAsked) saved = "";  // whoever presses the button means what stands there, typed now or before
    if (!isDirty()) return true;
    running = send(isLeaving, merge).catch(() => {
      isStuck = true;
      says("Offline");
      clearTimeout(timer);
      timer = setTimeout(save, AGAIN);
      return false;
    }).finally(() => { running = null; });
    const isDone = await running;
    if (isDone) follow({ isAll: isAsked || isJudged() !== "judged" in document.getElementById("elements").dataset, wait: isAsked ? 0 : REST });
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
    const waits = document.getElementById("typed-waits");
    if (waits) waits.hidden = !kept.all().length;
    if (!form()) return;
    saved = "unsaved" in form().dataset ? "" : typed();
    isStuck = "unsaved" in form().dataset;
    since = 0;
    offer();
  };
  // What was typed here last and may not have arrived, because the page was left in the same moment.
  const offer = () => {
    const again = document.getElementById("typed-before");
    if (!again) return;
    kept.drop(typed());
    const text = kept.all().at(-1);
    again.hidden = !text;
    again.querySelector("[data-brings-back]").onclick = async () => {
      const before = typed();
      const isLost = isDirty() && !(await save());
      fill(new URLSearchParams(text));
      kept.drop(text);
      if (isLost && !isSame(before, text)) kept.put(before);
      offer();
    };
    again.querySelector("[data-gives-up]").onclick = () => { kept.drop(text); offer(); };
  };
  const fill = (values) => {
    for (const field of form().elements) {
      if (!field.name || field.type === "hidden" || field.type === "submit") continue;
      if (["radio", "checkbox"].includes(field.type)) field.checked = values.getAll(field.name).includes(field.value);
      else field.value = values.get(field.name) ?? "";
    }
    const language = values.get("written_in");  // it is saved in the language in which it was typed
    if (language) form().elements.written_in.value = language;
    plan(AT_ONCE);
  };

  document.addEventListener("input", changed(QUIET));
  document.addEventListener("change", (event) => changed(event.target.matches("textarea, input:not([type=radio], [type=checkbox])") ? QUIET : AT_ONCE)(event));
  // Whoever goes elsewhere takes along what was typed: it is saved first, and where that fails the page stays.
  document.addEventListener("click", async (event) => {
    const merges = event.target.closest("[data-merges]");
    if (merges) {
      event.preventDefault();
      saved = "";
      if (await save({ merge: merges.value })) location.reload();  // the fields show what both have said
      return;
    }
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
    if ("discards" in link.dataset) { kept.drop(typed()); saved = null; return; }
    if (link.getAttribute("href").startsWith("#") || !isDirty()) return;
    event.preventDefault();
    if (await save()) location.assign(link.href);
    else board().scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("submit", async (event) => {
    const other = event.target, button = event.submitter;
    if (other.matches("form[data-autosave]")) {
      event.preventDefault();
      if (!(await save({ isAsked: true }))) board().scrollIntoView({ block: "nearest" });
      return;
    }
    if (other.matches("[hx-post], [hx-get], [method=dialog]") || event.defaultPrevented || !isDirty()) return;
    event.preventDefault();
    if (await save()) other.requestSubmit(button);
    else board().scrollIntoView({ block: "nearest" });
  });
  window.addEventListener("beforeunload", (event) => { if (isDirty() && isStuck) event.preventDefault(); });
  window.addEventListener("pagehide", () => {
    if (!isDirty()) return;
    kept.put(typed());
    if (!isStuck && !running) save({ isLeaving: true });
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden && isDirty() && !isStuck) save({ isLeaving: true }); });
  // What rests on the verdict (its state, checks, versions) follows once the hand has rested; after the first verdict, and
  // where the button was pressed, also what stands beside it. Nobody's focus is taken, and nothing typed is replaced.
  let later = 0, isAllDue = false;
  const follow = ({ isAll, wait }) => {
    isAllDue ||= isAll;
    clearTimeout(later);
    later = setTimeout(() => refresh().catch(() => {}), wait);
  };
  const isInUse = (part) => part.contains(document.activeElement) || [...part.querySelectorAll("textarea")].some((one) => one.value !== one.defaultValue);
  const refresh = async () => {
    const isAll = isAllDue;
    if (isDirty()) return;
    const answer = await fetch(`${location.pathname}?change=1&part=${isAll ? "all" : "finding"}`);
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (isDirty() || running) return;
    isAllDue = false;
    for (const name of ["new-edition", "elements", "absence", "finding-sides"]) {
      const old = document.getElementById(name), part = fresh.getElementById(name);
      if (!old || !part) continue;
      if (name === "elements") renew(old, part);
      else if (!isInUse(old)) old.replaceWith(part);
    }
  };
  // The marks are the person's: they stay as they are, and beside them comes what is shown after the verdict.
  const renew = (old, part) => {
    const here = old.contains(document.activeElement) ? document.activeElement : null;
    if (here && !here.name) { isAllDue = true; return; }
    const same = (mark) => [...part.querySelectorAll("input")].find((one) => one.name === mark.name && one.value === mark.value);
    for (const mark of old.querySelectorAll("input:checked")) { const one = same(mark); if (one) one.checked = true; }
    old.replaceWith(part);
    if (here) same(here)?.focus({ preventScroll: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
