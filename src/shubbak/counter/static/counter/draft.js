// What a clerk has typed survives a lost connection, a closed tab and an expired session: it is kept in this browser
// under a key that only her own signed-in page is told, so that nobody else can read it, and forgotten once registered.
// Without the browser's cryptography (a page over plain http from another machine) it is kept for this tab only.
(() => {
  const name = (staff) => "shubbak.draft." + staff;
  const subtle = globalThis.crypto?.subtle;
  const store = () => (subtle ? localStorage : sessionStorage);
  const keep = (staff, text) => { try { store().setItem(name(staff), text); return true; } catch { return false; } };
  const read = (staff) => { try { return store().getItem(name(staff)); } catch { return null; } };
  const forget = (staff) => { try { localStorage.removeItem(name(staff)); sessionStorage.removeItem(name(staff)); } catch { /* nothing was kept */ } };
  const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
  const keyOf = (form) => subtle.importKey("raw", bytes(form.dataset.draft), "AES-GCM", false, ["encrypt", "decrypt"]);

  const sealed = async (form, plain) => {
    if (!subtle) return plain;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const body = await subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(form), new TextEncoder().encode(plain));
    return text(iv) + "." + text(body);
  };
  const opened = async (form, kept) => {
    if (!subtle) return kept;
    const [iv, body] = kept.split(".");
    const plain = await subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, await keyOf(form), bytes(body));
    return new TextDecoder().decode(plain);
  };

  const done = document.querySelector("[data-draft-done]");
  if (done) forget(done.dataset.draftDone);
  const sheet = () => document.querySelector("form[data-draft]");
  if (!sheet()) return;
  const staff = sheet().dataset.draftOf;

  const typed = (form) => [...new FormData(form)].filter(([field, value]) => typeof value === "string" && field !== "csrfmiddlewaretoken");
  const worth = (pairs) => pairs.some(([field, value]) => value && ["number", "service", "sought"].includes(field));
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const form = sheet();
      const pairs = form ? typed(form) : [];
      if (!worth(pairs)) return;
      const well = keep(staff, await sealed(form, JSON.stringify(pairs)));
      if (!well) document.dispatchEvent(new Event("shubbak:unsaved"));
    }, 300);
  };
  document.addEventListener("input", save);
  document.addEventListener("change", save);
  document.addEventListener("htmx:afterSettle", save);

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-forget]")) { clearTimeout(timer); forget(staff); }
  });

  const bringBack = async () => {
    const kept = read(staff);
    if (!kept || worth(typed(sheet()))) return;
    let pairs;
    try { pairs = JSON.parse(await opened(sheet(), kept)); } catch { forget(staff); return; }
    const values = {};
    for (const [field, value] of pairs) (values[field] ||= []).push(value);
    await htmx.ajax("POST", sheet().action, { source: "#sheet", target: "#sheet", select: "#sheet", swap: "outerHTML", values });
    document.querySelector("[data-restored]")?.removeAttribute("hidden");
  };
  bringBack();
})();
