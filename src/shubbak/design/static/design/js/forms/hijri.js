// The day of a field in the Hijri calendar (Umm al-Qura), shown when asked for: the browser knows that calendar itself.
(() => {
  const { latin } = Shubbak.reading;
  const words = (text) => {
    const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(latin(text));
    if (!parts) return "";
    const language = document.documentElement.lang === "en" ? "en-GB" : "ar-EG";
    const shape = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat(`${language}-u-ca-islamic-umalqura-nu-latn`, shape).format(Date.UTC(parts[1], parts[2] - 1, parts[3]));
  };
  const inputOf = (box) => document.getElementById(box.querySelector("output").htmlFor.value);
  const draw = (box) => {
    const output = box.querySelector("output");
    output.textContent = words(inputOf(box)?.value || "") || output.dataset.wordNone;
  };
  const begin = (box) => { box.hidden = false; draw(box); };
  const all = () => document.querySelectorAll("[data-hijri]").forEach(begin);
  document.addEventListener("input", (event) => {
    const box = event.target.closest?.(".field")?.querySelector(":scope > [data-hijri]");
    if (box) draw(box);
  });
  document.addEventListener("htmx:afterSettle", all);
  document.addEventListener("shubbak:rows", all);
  all();
})();
