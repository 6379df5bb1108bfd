// The window's form is sent and drawn anew as a whole: after a change to look at it again, or as a button asks. One
// request is under way at a time; what is asked meanwhile follows it, and what is typed meanwhile is not lost.
(() => {
  const sheet = () => document.getElementById("sheet");
  const plain = (one) => one.name && !["file", "hidden", "submit", "button"].includes(one.type);
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
  const put = (form, name, values) => {
    for (const one of form.elements) {
      if (one.name !== name || !plain(one)) continue;
      if (one.type === "checkbox" || one.type === "radio") one.checked = values.includes(one.value);
      else one.value = values[0] ?? "";
    }
  };
  const alike = (a, b) => JSON.stringify(a || []) === JSON.stringify(b || []);

  let flying = null;
  let byButton = false;
  let sent = null;
  let changed = false;
  let wanted = null;
  let timer = 0;

  const look = () => {
    if (flying) { changed = true; return; }
    const one = document.querySelector("[data-refresher]");
    if (one) htmx.trigger(one, "look");
  };
  // a service that was chosen is chosen, also when the list was drawn anew without it meanwhile
  const chosen = ({ name, value }) => {
    const button = Object.assign(document.createElement("button"), { name, value, hidden: true });
    sheet().append(button);
    return button;
  };
  const next = () => {
    const standing = wanted && [...(sheet()?.elements || [])].find((one) => one.name === wanted.name && one.value === wanted.value);
    const button = standing || (wanted?.name === "choose" && sheet() ? chosen(wanted) : null);
    const again = changed;
    wanted = null;
    changed = false;
    if (button) sheet().requestSubmit(button);
    else if (again) look();
  };

  document.addEventListener("change", (event) => {
    if (event.target.form !== sheet() || !sheet()) return;
    // the page works its answers out by itself; only a file goes to the server at once
    if (event.target.closest("[data-answers]") && event.target.type !== "file" && sheet().querySelector("[data-plan]")) return;
    clearTimeout(timer);
    timer = setTimeout(look, 60);
  });
  let telling = 0;
  document.addEventListener("shubbak:explain", () => {
    clearTimeout(telling);
    telling = setTimeout(() => { const one = document.querySelector("[data-explainer]"); if (one && !flying) htmx.trigger(one, "explain"); }, 700);
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== sheet()) return;
    clearTimeout(timer);
    if (!flying) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!byButton && event.submitter) wanted = { name: event.submitter.name, value: event.submitter.value };
  }, true);

  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = sheet();
    if (!form || event.detail.target !== form) return;
    sent = written(form);
    flying = event.detail.xhr;
    byButton = event.detail.elt === form;
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = sheet();
    if (!form || event.detail.target !== form || !sent) return;
    // who walks through the services is not thrown out of them: choosing one draws everything anew
    if (!byButton && document.activeElement?.closest("[data-walk]")) { event.detail.shouldSwap = false; return; }
    const since = [...written(form)].filter(([name, values]) => !alike(values, sent.get(name)));
    if (!since.length) return;
    changed = true;
    document.addEventListener("htmx:afterSwap", () => since.forEach(([name, values]) => put(sheet(), name, values)), { once: true });
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.xhr !== flying) return;
    flying = null;
    setTimeout(next, 40);
  });
})();
