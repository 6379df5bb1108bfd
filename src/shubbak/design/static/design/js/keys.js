// Alt + key for everything that says data-key; printed on the page, listed in the foot bar, remappable in this browser.
// Never a bare character, never a key the browser owns; Esc closes what is open and does nothing else.
(() => {
  const OWNED = new Set(["D", "E", "F", "B", "H", "S", "T", "V", "HOME", "SPACE", "TAB", "ARROWLEFT", "ARROWRIGHT"]);
  const STORE = "shubbak.keys";
  const read = () => { try { return JSON.parse(localStorage.getItem(STORE) || "{}"); } catch { return {}; } };
  const keep = (map) => { try { localStorage.setItem(STORE, JSON.stringify(map)); } catch { /* a private window keeps nothing */ return false; } return true; };
  let chosen = read();

  const nameOf = (event) => {
    const code = event.code || "";
    if (code.startsWith("Key")) return code.slice(3);
    if (code.startsWith("Digit")) return code.slice(5);
    if (code.startsWith("Numpad") && /\d$/.test(code)) return code.slice(6);
    return code === "NumpadEnter" ? "Enter" : code;
  };
  const keyOf = (name) => chosen[name] || name;
  const same = (a, b) => a.toUpperCase() === b.toUpperCase();
  const shown = (element) => element.getClientRects().length > 0 && !element.disabled;
  const bound = () => [...document.querySelectorAll("[data-key]")].filter(shown);

  function use(element) {
    if (element.matches("input:not([type=checkbox]):not([type=radio]):not([type=submit]), select, textarea")) {
      element.focus();
      element.select?.();
    } else {
      element.focus();
      element.click();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = event.target.closest?.("details[open]") || document.querySelector("details.user[open]");
      if (open) { open.open = false; open.querySelector("summary")?.focus(); }
      return;
    }
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const modal = document.querySelector("dialog[open]");
    const pressed = nameOf(event);
    const found = bound().find((one) => same(keyOf(one.dataset.key), pressed) && (!modal || modal.contains(one)));
    if (found) { event.preventDefault(); use(found); }
  });

  function print() {
    document.querySelectorAll("[data-key-of]").forEach((one) => { one.textContent = "Alt+" + keyOf(one.dataset.keyOf); });
    bound().forEach((one) => one.setAttribute("aria-keyshortcuts", "Alt+" + keyOf(one.dataset.key)));
    const legend = document.querySelector("[data-legend-of-page]");
    if (!legend) return;
    const told = bound().filter((one) => one.dataset.legend);
    legend.replaceChildren(...told.map((one) => {
      const item = document.createElement("li");
      const printed = document.createElement("kbd");
      printed.dir = "ltr";
      printed.textContent = "Alt+" + keyOf(one.dataset.key);
      item.append(printed, " ", one.dataset.legend);
      return item;
    }));
    const change = document.querySelector("[data-keys-change]");
    if (change) change.hidden = told.length === 0;
  }

  function askForKeys(dialog) {
    const list = dialog.querySelector("[data-keys-list]");
    const fault = dialog.querySelector("[data-keys-fault]");
    fault.textContent = "";
    const told = bound().filter((one) => one.dataset.legend);
    list.replaceChildren(...told.map((one) => {
      const label = document.createElement("label");
      const input = document.createElement("input");
      Object.assign(input, { className: "form-control", dir: "ltr", readOnly: true, value: keyOf(one.dataset.key) });
      input.dataset.name = one.dataset.key;
      input.addEventListener("keydown", (event) => {
        if (["Tab", "Escape"].includes(event.key) || (event.key === "Enter" && !event.altKey)) return;
        event.preventDefault();
        event.stopPropagation();
        const name = nameOf(event);
        const taken = [...list.querySelectorAll("input")].some((other) => other !== input && same(other.value, name));
        const owned = OWNED.has(name.toUpperCase()) || !/^([A-Z0-9]|Enter)$/i.test(name);
        fault.textContent = owned ? list.dataset.wordOwned : taken ? list.dataset.wordTaken : "";
        if (!owned && !taken) input.value = name;
      });
      label.append(one.dataset.legend, input);
      return label;
    }));
    dialog.showModal();
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-keys-change]")) return;
    event.preventDefault();
    askForKeys(document.querySelector("[data-keys-dialog]"));
  });
  document.querySelector("[data-keys-dialog]")?.addEventListener("close", (event) => {
    if (event.target.returnValue === "reset") chosen = {};
    if (event.target.returnValue === "keep") {
      event.target.querySelectorAll("input[data-name]").forEach((one) => { chosen[one.dataset.name] = one.value; });
    }
    keep(chosen);
    print();
  });
  document.addEventListener("htmx:afterSettle", print);
  print();
})();
