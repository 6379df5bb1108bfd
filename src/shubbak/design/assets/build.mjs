// Copies what screens and papers need out of node_modules, with each licence beside it. `npm ci --ignore-scripts && node build.mjs`
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const screens = join(here, "..", "static", "vendor");
const papers = join(here, "..", "..", "documents", "fonts");

const PLEX = "@fontsource/ibm-plex-sans-arabic";
const NASKH = "@expo-google-fonts/noto-naskh-arabic";
// the last release that draws each letter as one glyph; later ones set the dots apart, and then nobody can search a PDF
const NASKH_WHOLE = "noto-naskh-arabic-whole-letters";
const PLEX_TTF = "@expo-google-fonts/ibm-plex-sans-arabic";

// [from, to]; text files lose the pointer to a source map we do not ship, which the manifest storage would look for
const forScreens = [
  ["bootstrap/dist/css/bootstrap.rtl.min.css", "bootstrap.rtl.min.css"],
  ["bootstrap/dist/css/bootstrap.min.css", "bootstrap.min.css"],
  ["bootstrap/LICENSE", "licences/bootstrap.txt"],
  ["htmx.org/dist/htmx.min.js", "htmx.min.js"],
  ["htmx.org/LICENSE", "licences/htmx.txt"],
  ["decimal.js-light/decimal.min.js", "decimal.min.js"],
  ["decimal.js-light/LICENCE.md", "licences/decimal.js-light.txt"],
  ["jsqr/dist/jsQR.js", "jsqr.js"],
  ["jsqr/LICENSE", "licences/jsqr.txt"],
  [`${PLEX}/LICENSE`, "licences/ibm-plex-sans-arabic.txt"],
  ...["arabic", "latin"].flatMap((script) =>
    ["400", "700"].map((weight) => [
      `${PLEX}/files/ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`,
      `fonts/plex-${script}-${weight}.woff2`,
    ]),
  ),
];
const forPapers = [
  [`${NASKH_WHOLE}/NotoNaskhArabic_400Regular.ttf`, "NotoNaskhArabic-Regular.ttf"],
  [`${NASKH_WHOLE}/NotoNaskhArabic_700Bold.ttf`, "NotoNaskhArabic-Bold.ttf"],
  [`${NASKH}/LICENSE_FONT`, "NotoNaskhArabic-OFL.txt"],
  [`${PLEX_TTF}/400Regular/IBMPlexSansArabic_400Regular.ttf`, "IBMPlexSansArabic-Regular.ttf"],
  [`${PLEX_TTF}/700Bold/IBMPlexSansArabic_700Bold.ttf`, "IBMPlexSansArabic-Bold.ttf"],
  [`${PLEX_TTF}/LICENSE_FONT`, "IBMPlexSansArabic-OFL.txt"],
];

function lay(folder, pairs) {
  rmSync(folder, { recursive: true, force: true });
  for (const [from, to] of pairs) {
    const target = join(folder, to);
    mkdirSync(dirname(target), { recursive: true });
    if (/\.(css|js)$/.test(from)) {
      const text = readFileSync(join(modules, from), "utf8");
      writeFileSync(target, text.replace(/\/[*/][#@] sourceMappingURL=[^\s*]+(\s*\*\/)?\s*$/, ""));
    } else {
      cpSync(join(modules, from), target);
    }
  }
}

lay(screens, forScreens);
lay(papers, forPapers);
