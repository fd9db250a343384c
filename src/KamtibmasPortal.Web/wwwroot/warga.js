// What a browser with script adds for residents; every page works without it. Nothing leaves the browser but questions to this portal.
(() => {
  "use strict";

  const KEY = "wilayah-saya";
  const CODE = /^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$/;

  function make(name, text, attributes) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
    return element;
  }

  // Storage may be forbidden by the visitor's settings: then there is no choice to remember.
  const mine = {
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(KEY));
        return kept && CODE.test(kept.code) && typeof kept.name === "string" ? kept : null;
      } catch {
        return null;
      }
    },
    write(place) {
      try {
        if (place) localStorage.setItem(KEY, JSON.stringify(place));
        else localStorage.removeItem(KEY);
        return true;
      } catch {
        return false;
      }
    },
  };

  function follow(button) {
    const { follow: code, name, followed } = button.dataset;
    const invitation = button.textContent;
    const show = () => {
      const isMine = mine.read()?.code === code;
      button.setAttribute("aria-pressed", String(isMine));
      button.textContent = isMine ? followed : invitation;
    };
    button.addEventListener("click", () => {
      mine.write(mine.read()?.code === code ? null : { code, name });
      show();
    });
    show();
  }

  // Each story once, as on every list.
  function once(articles) {
    const seen = new Set();
    return articles.filter((a) => {
      const key = a.storyId ?? a.id;
      return !seen.has(key) && seen.add(key);
    });
  }

  async function showMine(section) {
    const place = mine.read();
    if (!place) return;
    const words = section.dataset;
    const address = "/wilayah/" + place.code;
    const invitation = section.querySelector(".invitation");
    const heading = make("p", "", { class: "place" });
    heading.append(make("a", place.name, { href: address }));
    const list = make("ul");
    const tools = make("p", "", { class: "tools" });
    const forget = make("button", words.forget, { type: "button" });
    forget.addEventListener("click", () => {
      mine.write(null);
      section.querySelectorAll(".choice, .choice ~ *").forEach((element) => element.remove());
      invitation.hidden = false;
      section.querySelector("input").focus();
    });
    tools.append(make("a", words.change, { href: "/wilayah" }), forget);
    const choice = make("div", "", { class: "choice" });
    choice.append(heading, tools);
    const shown = [choice, list];
    invitation.hidden = true;
    section.append(...shown);
    try {
      const answer = await fetch("/api/v1/articles?limit=9&region=" + place.code);
      if (!answer.ok) throw new Error(String(answer.status));
      const articles = once((await answer.json()).items).slice(0, 3);
      for (const article of articles) {
        const item = make("li");
        item.append(make("a", article.title, { href: new URL(article.url).pathname }), make("span", article.publisher, { class: "meta" }));
        list.append(item);
      }
      if (articles.length === 0) list.replaceWith(make("p", words.empty));
    } catch {
      list.replaceWith(make("p", words.unread));
    }
  }

  // A combobox as the ARIA practices describe it: the arrow keys move, Enter opens, Escape closes.
  function suggest(input) {
    const list = make("ul", "", { class: "suggestions", role: "listbox", id: "saran", "aria-label": input.dataset.label });
    list.hidden = true;
    input.after(list);
    for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "saran", "aria-expanded": "false" })) input.setAttribute(key, value);
    let places = [];
    let at = -1;
    let asked = 0;
    let timer;

    const close = () => {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (index) => {
      at = index;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      if (index < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", "saran-" + index);
        list.children[index].scrollIntoView({ block: "nearest" });
      }
    };
    const open = (index) => location.assign(places[index].address);
    const show = (found) => {
      places = found;
      list.replaceChildren(...found.map((place, i) => {
        const option = make("li", "", { role: "option", id: "saran-" + i, "aria-selected": "false" });
        option.append(make("b", place.name), make("span", place.within));
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => open(i));
        return option;
      }));
      at = -1;
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      const typed = input.value.trim();
      const turn = ++asked;
      if (typed.length < 2) return close();
      timer = setTimeout(async () => {
        try {
          const answer = await fetch(input.dataset.suggest + "?cari=" + encodeURIComponent(typed));
          // An answer that was overtaken by a later one says nothing any more.
          if (answer.ok && turn === asked) show(await answer.json());
        } catch {
          close();
        }
      }, 120);
    });
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose((at + step + places.length + (at < 0 && step < 0 ? 1 : 0)) % places.length);
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        open(at);
      } else if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
    });
    input.addEventListener("blur", close);
  }

  function copy(button) {
    const { copy: address, done, failed } = button.dataset;
    const words = button.textContent;
    const tell = make("span", "", { class: "unseen", role: "status" });
    button.after(tell);
    button.addEventListener("click", async () => {
      let said = done;
      try {
        await navigator.clipboard.writeText(address);
      } catch {
        said = failed;
      }
      button.textContent = tell.textContent = said;
      setTimeout(() => { button.textContent = words; tell.textContent = ""; }, 4000);
    });
  }

  function share(button) {
    if (!navigator.share) return;
    button.hidden = false;
    // Whoever closes the sheet has not failed.
    button.addEventListener("click", () => navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {}));
  }

  function near(time) {
    const minutes = Math.round((Date.now() - new Date(time.dateTime)) / 60000);
    if (minutes < 0 || minutes >= 12 * 60) return;
    const words = new Intl.RelativeTimeFormat("id", { numeric: "auto" });
    time.title = time.textContent;
    time.textContent = minutes < 60 ? words.format(-minutes, "minute") : words.format(-Math.round(minutes / 60), "hour");
  }

  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  each("[data-follow]", follow);
  each("[data-mine]", showMine);
  each("[data-suggest]", suggest);
  each("[data-copy]", copy);
  each("[data-share]", share);
  each("[data-print]", (button) => button.addEventListener("click", () => print()));
  each("time[data-near]", near);
})();
