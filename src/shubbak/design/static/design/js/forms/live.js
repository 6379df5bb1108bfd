// A form that shows and hides, needs and leaves out, works out and adds up as it is filled, by the rules the page carries
// (`[data-plan]`), without asking the server. What is hidden stays in the page as it was typed; the server leaves it out.
(() => {
  const { judge } = Shubbak.rules;
  const { scale } = Shubbak.numbers;
  const PREFIX = "answers.";

  const put = (tree, path, value) => {
    const last = path.length - 1;
    path.reduce((here, name, at) => {
      if (at === last) here[name] = value;
      else if (typeof here[name] !== "object" || Array.isArray(here[name])) here[name] = {};
      return here[name];
    }, tree);
  };
  // an object whose names are all numbers is a list of rows, as the server reads it
  const withRows = (value) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    const names = Object.keys(value);
    const below = Object.fromEntries(names.map((name) => [name, withRows(value[name])]));
    if (!names.length || !names.every((name) => /^\d+$/.test(name))) return below;
    return names.sort((a, b) => a - b).map((name) => below[name]);
  };
  const answersIn = (form) => {
    const found = {};
    const posted = new Map();
    for (const one of form.elements) {
      if (!one.name.startsWith(PREFIX) || one.disabled || (["checkbox", "radio"].includes(one.type) && !one.checked)) continue;
      const value = one.tagName === "TEXTAREA" ? one.value.replace(/\r?\n/g, "\r\n") : one.value;
      posted.set(one.name, [...(posted.get(one.name) || []), value]);
    }
    for (const [name, values] of posted) put(found, name.slice(PREFIX.length).split("."), values.length > 1 ? values : values[0]);
    return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, withRows(value)]));
  };
  // rows are named by their place: gaps that removed rows left are closed before the rules read them
  const places = (form) => {
    const found = new Map();
    for (const group of form.querySelectorAll("[data-rows]")) {
      [...group.querySelectorAll(":scope > [data-rows-list] > [data-row]")].forEach((row, place) => {
        for (const field of row.querySelectorAll("[data-field]")) {
          const [, name, rest] = /^(.+)\.\d+\.([^.]+)$/.exec(field.dataset.field) || [];
          if (name) found.set(field, `${name}.${place}.${rest}`);
        }
      });
    }
    return found;
  };

  const planOf = (form) => {
    const kept = form.querySelector("[data-plan]");
    if (!kept) return null;
    kept.plan ||= JSON.parse(kept.content.textContent);
    return kept.plan;
  };
  const sayings = () => JSON.parse(document.querySelector("[data-sayings]")?.content.textContent || "{}");
  const show = (element, shown) => { if (element.hidden === shown) element.hidden = !shown; };
  const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const grouped = (text) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const money = (piastres) => {
    const [whole, part] = scale(piastres, -2).toFixed(2).split(".");
    return `${grouped(whole)}.${part}`;
  };

  const dayWords = (text) => {
    const [year, month, day] = text.split("-").map(Number);
    const language = document.documentElement.lang === "en" ? "en-GB" : "ar-EG-u-nu-latn";
    return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, month - 1, day));
  };
  const computedWords = (output, value) => {
    if (value === undefined) return output.dataset.wordNone;
    if (typeof value === "boolean") return value ? output.dataset.wordYes : output.dataset.wordNo;
    return /^\d{4}-\d\d-\d\d$/.test(value) ? dayWords(value) : value;
  };
  const drawFields = (form, told) => {
    const renamed = places(form);
    const visible = new Set(told.visible);
    const required = new Set(told.required);
    for (const field of form.querySelectorAll("[data-field]")) {
      const path = renamed.get(field) || field.dataset.field;
      show(field, visible.has(path));
      const mark = field.querySelector("[data-optional]");
      if (mark && mark.closest("[data-field]") === field) show(mark, !required.has(path));
      const output = field.querySelector("output[data-computed]");
      if (output && output.closest("[data-field]") === field) {
        write(output, computedWords(output, told.computed[path]));
        output.classList.toggle("soft", told.computed[path] === undefined);
        field.querySelectorAll("[data-unit]").forEach((unit) => show(unit, told.computed[path] !== undefined));
      }
    }
    for (const section of form.querySelectorAll("[data-section]")) {
      show(section, [...section.querySelectorAll("[data-field]")].some((field) => !field.hidden));
    }
  };
  const drawPapers = (form, told) => {
    const asked = new Map(told.documents.map((one) => [one.key, one.required]));
    const rows = [...form.querySelectorAll("[data-paper]")];
    if (!rows.length) return;
    for (const row of rows) {
      show(row, asked.has(row.dataset.paper));
      row.querySelectorAll("[data-paper-required]").forEach((mark) => show(mark, asked.get(row.dataset.paper) === true));
      row.querySelectorAll("[data-paper-optional]").forEach((mark) => show(mark, asked.get(row.dataset.paper) === false));
    }
    const shown = rows.filter((row) => !row.hidden);
    const here = shown.filter((row) => row.classList.contains("there"));
    for (const count of form.querySelectorAll("[data-papers-here]")) write(count, count.dataset.papersHere.replace("{here}", here.length).replace("{all}", shown.length));
    for (const box of form.querySelectorAll("[data-papers]")) show(box, shown.length > 0);
  };
  const drawFees = (page, told) => {
    for (const fee of told.fees) {
      const box = page.querySelector(`[data-fees="${CSS.escape(fee.step)}"]`);
      if (!box) continue;
      for (const line of fee.lines) {
        const row = box.querySelector(`[data-fee="${CSS.escape(line.code)}"]`);
        const due = line.amount !== null && !line.amount.isZero();
        show(row, due);
        if (due) drawLine(row, money(line.amount));
      }
      drawLine(box.querySelector("[data-fee-total]"), money(fee.total));
      const complete = fee.whole && !told.missing.length;
      box.querySelectorAll("[data-fee-whole]").forEach((word) => show(word, complete));
      box.querySelectorAll("[data-fee-part]").forEach((word) => show(word, !complete));
    }
  };
  // once nothing is missing, the server is asked to say how the amounts came about; once for the same amounts
  const askForRules = (form, told) => {
    const amounts = told.fees.flatMap((fee) => fee.lines.map((line) => line.amount?.toFixed())).join(" ");
    const due = [...form.querySelectorAll("[data-fee]:not([hidden])")];
    const silent = due.some((row) => !row.querySelector("[data-explains]:not([hidden])"));
    if (told.missing.length || !silent || form.dataset.explained === amounts) return;
    form.dataset.explained = amounts;
    form.dispatchEvent(new Event("shubbak:explain", { bubbles: true }));
  };
  // what the server explained of an amount is said only while the amount is the one it explained
  const drawLine = (row, amount) => {
    const figure = row.querySelector("bdi");
    row.dataset.drawn ??= figure.textContent;
    write(figure, amount);
    row.closest("[data-fees]").querySelectorAll(`[data-explains="${CSS.escape(row.dataset.fee || "")}"]`).forEach((words) => show(words, amount === row.dataset.drawn));
  };

  const controlOf = (field) => field.querySelector("input:not([type=hidden]):not([type=file]), select, textarea");
  const clear = (field) => {
    field.querySelector(":scope > .error")?.remove();
    field.classList.remove("wrong");
    const control = field.matches("fieldset") ? field : controlOf(field);
    control?.removeAttribute("aria-invalid");
    const left = (control?.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && !id.endsWith("-error")).join(" ");
    if (left) control?.setAttribute("aria-describedby", left);
    else control?.removeAttribute("aria-describedby");
  };
  const complain = (field, fault) => {
    const control = field.matches("fieldset") ? field : controlOf(field);
    const said = Object.entries(fault.fills).reduce((text, [name, value]) => text.replace(`{${name}}`, value), sayings()[fault.code] || "");
    if (!control || !said) return;
    const error = Object.assign(document.createElement("p"), { className: "error", id: control.id + "-error", textContent: said });
    (field.querySelector(":scope > .hint") || field.querySelector(":scope > label, :scope > legend")).after(error);
    field.classList.add("wrong");
    if (control !== field) control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", [control.getAttribute("aria-describedby"), error.id].filter(Boolean).join(" "));
  };
  const judgeField = (form, told, field) => {
    const path = places(form).get(field) || field.dataset.field;
    if (field.querySelector(":scope > .error")) clear(field);
    if (told.faults[path]) complain(field, told.faults[path]);
  };

  // Latin letters where Arabic ones are asked are told of at once, not only when the field is left
  const sayOfLatin = (form, told, control) => {
    const field = control.closest("[data-field]");
    const wrong = field && control.lang === "ar" && /[A-Za-z]/.test(control.value);
    if (wrong || (control.lang === "ar" && field?.matches(".wrong"))) judgeField(form, told, field);
  };

  const forms = () => [...document.querySelectorAll("form[data-live]")].filter((form) => planOf(form));
  const look = (form) => {
    const told = judge(planOf(form), answersIn(form));
    drawFields(form, told);
    drawPapers(form, told);
    drawFees(form, told);
    askForRules(form, told);
    return told;
  };
  let timer = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.matches("[data-live]") || !planOf(form)) return;
    clearTimeout(timer);
    timer = setTimeout(() => { if (form.isConnected) sayOfLatin(form, look(form), event.target); }, 80);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (!form?.matches("[data-live]") || !planOf(form)) return;
    const told = look(form);
    const field = event.target.closest("[data-field]");
    if (field) judgeField(form, told, field);
  });
  document.addEventListener("shubbak:rows", (event) => { const form = event.target.closest("form[data-live]"); if (form && planOf(form)) look(form); });
  const lookAtAll = () => forms().forEach(look);
  document.addEventListener("htmx:afterSettle", lookAtAll);
  lookAtAll();
  Shubbak.live = { answersIn };
})();
