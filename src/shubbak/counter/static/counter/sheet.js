// The window's form is sent and drawn anew as a whole. What was typed while an answer was under way is not lost, and a
// look at the form after a change never overtakes what the clerk asked for by a button.
(() => {
  const plain = (one) => one.name && !["file", "hidden", "submit", "button"].includes(one.type) && one.name !== "csrfmiddlewaretoken";
  const written = (form) => {
    const found = new Map();
    for (const one of form.elements) {
      if (!plain(one)) continue;
      const ticks = one.type === "checkbox" || one.type === "radio";
      if (!found.has(one.name)) found.set(one.name, []);
      if (!ticks || one.checked) found.get(one.name).push(one.value);
    }
    return found;
  };
  const alike = (a, b) => JSON.stringify(a || []) === JSON.stringify(b || []);
  let sent = null;
  let asked = false;

  const put = (form, name, values) => {
    for (const one of form.elements) {
      if (one.name !== name || !plain(one)) continue;
      if (one.type === "checkbox" || one.type === "radio") one.checked = values.includes(one.value);
      else one.value = values[0] ?? "";
    }
  };

  document.addEventListener("htmx:confirm", (event) => {
    if (asked && event.target.matches?.("[data-refresher]")) event.preventDefault();
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = document.getElementById("sheet");
    if (!form || event.detail.target !== form) return;
    sent = written(form);
    asked = event.detail.elt === form;
  });
  document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.elt.id === "sheet") asked = false; });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = document.getElementById("sheet");
    if (!form || event.detail.target !== form || !sent) return;
    const now = written(form);
    const since = [...now].filter(([name, values]) => !alike(values, sent.get(name)));
    if (since.length) document.addEventListener("htmx:afterSwap", () => {
      const fresh = document.getElementById("sheet");
      since.forEach(([name, values]) => put(fresh, name, values));
    }, { once: true });
  });
})();
