// Keys for the redaksi, and a form that survives an ended session. Every page works without it.
(() => {
  "use strict";
  const items = () => [...document.querySelectorAll("[data-list] > [data-item]")];
  let current = -1;

  function select(index) {
    const all = items();
    if (all.length === 0) return;
    all[current]?.classList.remove("current");
    current = Math.max(0, Math.min(index, all.length - 1));
    const item = all[current];
    item.classList.add("current");
    (item.querySelector("[data-open]") ?? item).focus();
    item.scrollIntoView({ block: "nearest" });
  }

  function press(key) {
    // Inside the chosen item first; a page with one article has its buttons outside any list.
    const item = items()[current];
    const target = item?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`:not([data-item] *)[data-key="${key}"]`);
    target?.click();
    return Boolean(target);
  }

  function judge(key) {
    const option = items()[current]?.querySelector(`[data-verdict] [data-choice="${key}"]`);
    if (!option) return false;
    option.selected = true;
    option.parentElement.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  document.addEventListener("focusin", e => {
    const index = items().indexOf(e.target.closest?.("[data-item]"));
    if (index >= 0 && index !== current) {
      items()[current]?.classList.remove("current");
      current = index;
      items()[current].classList.add("current");
    }
  });

  document.addEventListener("keydown", e => {
    const typing = e.target.closest?.("textarea, select, input:not([type=checkbox]):not([type=radio])");
    if (typing || e.ctrlKey || e.altKey || e.metaKey || e.repeat && e.key !== "j" && e.key !== "k") return;
    const help = document.querySelector("[data-keys]");
    let done = true;
    if (e.key === "j") select(current + 1);
    else if (e.key === "k") select(current - 1);
    else if (e.key === "?" && help) help.open = !help.open;
    else if (/^[a-z]$/.test(e.key)) done = judge(e.key) || press(e.key);
    else done = false;
    if (done) e.preventDefault();
  });

  // A job that goes on behind the page: looked at again as long as it does.
  if (document.querySelector("[data-reload]")) setTimeout(() => location.reload(), 2000);

  // What is typed stays in this tab until it is saved.
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const name = `draft-${form.dataset.draft}`;
    const note = form.querySelector("[data-draft-note]");
    const fields = () => [...form.elements].filter(f => f.name && f.type !== "hidden" && f.type !== "submit" && f.name !== "search");
    const key = f => f.id || f.getAttribute("aria-label") || f.name;
    const read = () => Object.fromEntries(fields().map(f => [key(f), f.type === "checkbox" ? f.checked : f.value]));
    if (form.dataset.saved) sessionStorage.removeItem(name);
    const kept = sessionStorage.getItem(name);
    if (kept && kept !== JSON.stringify(read())) note.hidden = false;
    form.querySelector("[data-draft-use]").addEventListener("click", () => {
      const values = JSON.parse(sessionStorage.getItem(name) ?? "{}");
      for (const f of fields().filter(f => key(f) in values)) {
        if (f.type === "checkbox") f.checked = values[key(f)]; else f.value = values[key(f)];
      }
      note.hidden = true;
    });
    form.querySelector("[data-draft-drop]").addEventListener("click", () => {
      sessionStorage.removeItem(name);
      note.hidden = true;
    });
    form.addEventListener("input", () => sessionStorage.setItem(name, JSON.stringify(read())));
  }
})();
