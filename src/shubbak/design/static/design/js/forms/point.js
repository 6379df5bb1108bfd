// A place pointed out on the sketch: pressed, dragged, moved by the arrow keys, or told by the device. The two fields of
// coordinates stay what is sent; without this they are simply typed.
(() => {
  const DOWN = 100, ACROSS = 89, NORTH = 32, WEST = 24; // as forms/sketching.py draws it
  const { latin } = Shubbak.reading;
  const partsOf = (place) => ["lat", "lng"].map((key) => place.querySelector(`input[name$=".${key}"]`));
  const figure = (text) => Number(latin(text).replace("٫", ".").trim() || NaN);
  const view = (svg) => svg.getAttribute("viewBox").split(" ").map(Number);

  const draw = (place) => {
    const svg = place.querySelector(".sketch svg");
    const [lat, lng] = partsOf(place).map((input) => figure(input.value));
    const there = Number.isFinite(lat) && Number.isFinite(lng);
    const width = view(svg)[2];
    for (const one of svg.querySelectorAll("[data-share]")) {
      const size = (width * Number(one.dataset.share)).toFixed(2);
      if (one.matches("text")) one.setAttribute("font-size", size);
      else one.setAttribute("r", one.matches("[data-pin]") && !there ? 0 : size);
    }
    if (!there) return;
    const pin = svg.querySelector("[data-pin]");
    pin.setAttribute("cx", ((lng - WEST) * ACROSS).toFixed(2));
    pin.setAttribute("cy", ((NORTH - lat) * DOWN).toFixed(2));
  };
  const put = (place, lat, lng, done) => {
    const inputs = partsOf(place);
    [inputs[0].value, inputs[1].value] = [lat.toFixed(5), lng.toFixed(5)];
    draw(place);
    inputs[1].dispatchEvent(new Event("input", { bubbles: true }));
    if (done) inputs[1].dispatchEvent(new Event("change", { bubbles: true }));
  };
  const at = (svg, event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [NORTH - point.y / DOWN, point.x / ACROSS + WEST];
  };
  const zoom = (place, how) => {
    const svg = place.querySelector(".sketch svg");
    if (how === "all") svg.setAttribute("viewBox", svg.dataset[svg.getAttribute("viewBox") === svg.dataset.everywhere ? "view" : "everywhere"]);
    else {
      const [x, y, width, height] = view(svg);
      const [lat, lng] = partsOf(place).map((input) => figure(input.value));
      const middle = Number.isFinite(lat) && Number.isFinite(lng) ? [(lng - WEST) * ACROSS, (NORTH - lat) * DOWN] : [x + width / 2, y + height / 2];
      const factor = how === "in" ? 0.5 : 2;
      const [wide, high] = [Math.min(Math.max(width * factor, 4), 1600), Math.min(Math.max(height * factor, 2.6), 1300)];
      svg.setAttribute("viewBox", [middle[0] - wide / 2, middle[1] - high / 2, wide, high].map((one) => one.toFixed(1)).join(" "));
    }
    draw(place);
  };
  const here = (place) => {
    const said = place.querySelector("[data-point-said]");
    const refused = () => { said.textContent = said.dataset.wordRefused; };
    if (!navigator.geolocation) { refused(); return; }
    navigator.geolocation.getCurrentPosition(({ coords }) => { said.textContent = ""; put(place, coords.latitude, coords.longitude, true); }, refused, { enableHighAccuracy: true, timeout: 10000 });
  };
  const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const byKey = (place, event) => {
    const svg = event.currentTarget;
    const step = STEPS[event.key];
    if (["+", "=", "-"].includes(event.key)) { event.preventDefault(); zoom(place, event.key === "-" ? "out" : "in"); return; }
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [x, y, width, height] = view(svg);
    let [lat, lng] = partsOf(place).map((input) => figure(input.value));
    if (!Number.isFinite(lat) || !Number.isFinite(lng)) [lat, lng] = [NORTH - (y + height / 2) / DOWN, (x + width / 2) / ACROSS + WEST];
    else [lat, lng] = [lat - (step[1] * height) / 40 / DOWN, lng + (step[0] * width) / 40 / ACROSS];
    put(place, lat, lng, true);
  };

  const begin = (place) => {
    const svg = place.querySelector(".sketch svg");
    if (!svg || svg.dataset.begun) return;
    svg.dataset.begun = "yes";
    svg.tabIndex = 0;
    svg.setAttribute("role", "application");
    svg.setAttribute("aria-label", svg.dataset.wordUse);
    place.querySelector("[data-sketch-acts]").hidden = false;
    let held = false;
    svg.addEventListener("pointerdown", (event) => { held = true; svg.setPointerCapture(event.pointerId); put(place, ...at(svg, event), false); });
    svg.addEventListener("pointermove", (event) => { if (held) put(place, ...at(svg, event), false); });
    svg.addEventListener("pointerup", (event) => { held = false; put(place, ...at(svg, event), true); });
    svg.addEventListener("pointercancel", () => { held = false; });
    svg.addEventListener("keydown", (event) => byKey(place, event));
    place.addEventListener("input", (event) => { if (event.isTrusted) draw(place); });
    place.addEventListener("click", (event) => {
      const button = event.target.closest("[data-zoom], [data-here]");
      if (button) button.matches("[data-here]") ? here(place) : zoom(place, button.dataset.zoom);
    });
    draw(place);
  };
  const all = () => document.querySelectorAll("[data-point]").forEach(begin);
  document.addEventListener("htmx:afterSettle", all);
  document.addEventListener("shubbak:rows", all);
  all();
})();
