// The camera on the verify page, and verifying by this device alone when there is no connection.
const LONGEST = 1300;

function tokenIn(text) {
  const trimmed = text.trim();
  try {
    const address = new URL(trimmed);
    if (!/^https?:$/.test(address.protocol)) return { token: "", host: "" };
    const found = address.pathname.match(/^\/v\/([^/]+)$/i);
    return { token: found ? decodeURIComponent(found[1]) : "", host: address.host };
  } catch {
    return { token: trimmed.replace(/\s+/g, ""), host: "" };
  }
}

function go(text) {
  const { token, host } = tokenIn(text);
  if (host && host !== location.host) return { foreign: host };
  if (!token || token.length > LONGEST) return { foreign: "" };
  location.assign("/V/" + encodeURIComponent(token));
  return null;
}

// --- offline: this page stands in for /V/<token>
const result = document.querySelector("[data-result]");

async function kept(path, read) {
  try {
    const answer = await fetch(path);
    return answer.ok ? await read(answer) : null;
  } catch {
    return null;
  }
}

function fill(claims) {
  const names = JSON.parse(document.getElementById("kinds-of-papers")?.textContent || "{}");
  const day = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "ar-EG-u-nu-latn", { dateStyle: "long", timeZone: "Africa/Cairo" });
  for (const place of result.querySelectorAll("[data-claim]")) {
    const name = place.dataset.claim;
    let value = claims[name];
    if (value && name.endsWith("_at")) {
      const moment = value instanceof Date ? value : new Date(value * 1000);
      value = day.format(name === "expires_at" ? moment - 1000 : moment); // in force until the moment before it
    }
    if (name === "kind") value = names[value] || value;
    place.textContent = value || "";
    place.closest("div").hidden = !value;
  }
  result.querySelector("[data-claims]").hidden = false;
  return day;
}

async function verifyHere(token) {
  document.querySelector("[data-offline]").hidden = true;
  result.hidden = false;
  const show = (state) => { (result.querySelector(`[data-state="${state}"]`) || result.querySelector('[data-state="unsure"]')).hidden = false; };
  const keyList = await kept("/.well-known/shubbak-keys.json", (answer) => answer.json());
  if (!keyList) return show("unsure");
  const { verify, statusListOf } = await import(result.dataset.verifier);
  const first = await verify(token, keyList, null, Date.now() / 1000);
  const number = statusListOf?.(first) ?? first.claims?.status_list;
  const bytes = number === undefined ? null : await kept(`/status/${number}`, async (answer) => new Uint8Array(await answer.arrayBuffer()));
  const found = bytes ? await verify(token, keyList, bytes, Date.now() / 1000) : first;
  if (found.claims) {
    const day = fill({ ...found.claims, checkCode: found.checkCode });
    if (found.asOf) {
      const told = result.querySelector("[data-as-of]");
      told.hidden = false;
      told.querySelector("time").textContent = day.format(new Date(found.asOf * 1000));
    }
  }
  show(found.state === "unsure" && found.claims ? "signed" : found.state);
}

if (result) {
  const path = location.pathname.match(/^\/v\/([^/]+)$/i);
  if (path) verifyHere(decodeURIComponent(path[1]));
  document.querySelector("[data-again]")?.addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
}

// --- online: paste or scan
document.querySelector("[data-verify]")?.addEventListener("submit", (event) => {
  if (navigator.onLine) return;
  event.preventDefault();
  go(event.target.elements.code.value);
});

const scan = document.querySelector("[data-scan]");
if (scan && navigator.mediaDevices?.getUserMedia) {
  scan.hidden = false;
  const [video, words] = [scan.querySelector("video"), scan.querySelector("[data-scan-words]")];
  const [start, stop] = [scan.querySelector("[data-scan-start]"), scan.querySelector("[data-scan-stop]")];
  let stream = null;

  const close = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = stop.hidden = true;
    start.hidden = false;
  };

  async function reader() {
    if ("BarcodeDetector" in window) {
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      return async () => (await detector.detect(video))[0]?.rawValue;
    }
    await new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), { src: scan.dataset.scanner, onload: done, onerror: failed });
      document.head.append(script);
    });
    const canvas = document.createElement("canvas");
    const paper = canvas.getContext("2d", { willReadFrequently: true });
    return async () => {
      const scale = Math.min(1, 900 / video.videoWidth);
      [canvas.width, canvas.height] = [video.videoWidth * scale, video.videoHeight * scale];
      paper.drawImage(video, 0, 0, canvas.width, canvas.height);
      const seen = paper.getImageData(0, 0, canvas.width, canvas.height);
      return window.jsQR(seen.data, seen.width, seen.height)?.data;
    };
  }

  start.addEventListener("click", async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
      video.srcObject = stream;
      await video.play();
      const read = await reader();
      video.hidden = stop.hidden = false;
      start.hidden = true;
      words.textContent = words.dataset.wordLooking;
      while (stream) {
        const text = await read();
        const refused = text && go(text);
        if (refused) words.textContent = `${words.dataset.wordForeign} ${refused.foreign || text.slice(0, 40)}`;
        if (text && !refused) break;
        await new Promise((again) => setTimeout(again, 180));
      }
    } catch {
      words.textContent = words.dataset.wordNone;
    }
    close();
  });
  stop.addEventListener("click", close);
  addEventListener("pagehide", close);
}
