// Verifies a paper's QR on this device, as strictly as the server does and with no network: one spelling per statement.
// verify(token, keyList, statusBytes, now) -> {state, claims, asOf, checkCode}; see the door plate of `documents`.

const PERMIT = -70001, STATUS = -70002, KEYS = -70003, TTL = 65534;
const ENTRIES = 131072, SKEW = 86400, LONGEST = 1200;
const HALF_ORDER = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;
const TEXTS = { 0: "kind", 1: "number", 3: "status_list", 4: "holder", 5: "place", 6: "use", 7: "area" };
const BITS = ["valid", "revoked", "suspended"];

export class Forged extends Error {}

function insist(holds, why) {
  if (!holds) throw new Forged(why);
}

// --- Base32 (RFC 4648), upper case, no padding, spare bits zero
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function base32(text) {
  insist(text.length > 0 && text.length <= LONGEST && ![1, 3, 6].includes(text.length % 8), "no token has this length");
  const out = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0, held = 0, at = 0;
  for (const char of text) {
    const value = ALPHABET.indexOf(char);
    insist(value >= 0, "not Base32");
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (held >> bits) & 0xff;
    }
  }
  insist((held & ((1 << bits) - 1)) === 0, "not the canonical Base32 of its bytes");
  return out;
}

// --- CBOR (RFC 8949): whole numbers, bytes, text, arrays and maps, each in its shortest form and order, nothing after
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function cbor(bytes) {
  let at = 0;
  const take = (count) => {
    insist(at + count <= bytes.length, "cut short");
    return bytes.subarray(at, (at += count));
  };
  const head = () => {
    const [first] = take(1);
    const [major, small] = [first >> 5, first & 31];
    insist(major <= 5 && small <= 27, "a kind of item that is never used");
    if (small < 24) return [major, small];
    const width = 1 << (small - 24);
    const value = take(width).reduce((sum, byte) => sum * 256 + byte, 0);
    insist(value <= Number.MAX_SAFE_INTEGER && value >= (width === 1 ? 24 : 2 ** (width * 4)), "not the shortest form");
    return [major, value];
  };
  const item = (depth) => {
    insist(depth < 8, "too deep");
    const [major, value] = head();
    if (major === 0) return value;
    if (major === 1) return -1 - value;
    if (major === 2) return take(value).slice();
    if (major === 3) {
      try {
        return utf8.decode(take(value));
      } catch {
        throw new Forged("not UTF-8");
      }
    }
    if (major === 4) return Array.from({ length: Math.min(value, bytes.length) }, () => item(depth + 1));
    return map(value, depth);
  };
  const map = (count, depth) => {
    const found = new Map();
    let before = null;
    for (let i = 0; i < count; i++) {
      const start = at;
      const key = item(depth + 1);
      insist(typeof key === "number", "a key that is not a number");
      const written = bytes.subarray(start, at);
      insist(before === null || follows(before, written), "keys out of order");
      before = written;
      found.set(key, item(depth + 1));
    }
    return found;
  };
  const value = item(0);
  insist(at === bytes.length, "something after the end");
  return value;
}

function follows(one, other) {
  if (one.length !== other.length) return one.length < other.length;
  const i = one.findIndex((byte, place) => byte !== other[place]);
  return i >= 0 && one[i] < other[i];
}

// --- COSE_Sign1 (RFC 9052) with ES256 and low s
function taken(bytes) {
  const size = bytes.length;
  return size < 24 ? [0x40 | size] : size < 256 ? [0x58, size] : [0x59, size >> 8, size & 255];
}

function whole(bytes) {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

export function opened(message) {
  const parts = cbor(message);
  insist(Array.isArray(parts) && parts.length === 4, "not a COSE_Sign1");
  const [head, unprotected, body, signature] = parts;
  insist(head instanceof Uint8Array && body instanceof Uint8Array && signature instanceof Uint8Array, "not a COSE_Sign1");
  insist(unprotected instanceof Map && unprotected.size === 0, "something unprotected");
  const names = cbor(head);
  insist(names instanceof Map && names.size === 2 && names.get(1) === -7, "not our header");
  const kid = names.get(4);
  insist(kid instanceof Uint8Array && kid.length === 8, "not our header");
  insist(signature.length === 64, "not a signature in its one form");
  const [r, s] = [whole(signature.subarray(0, 32)), whole(signature.subarray(32))];
  insist(r > 0n && s > 0n && s <= HALF_ORDER, "not a signature in its one form");
  return { head, body, signature, kid: hex(kid) };
}

async function signed(parts, spki) {
  const context = [0x84, 0x6a, ...new TextEncoder().encode("Signature1")];
  const toBeSigned = new Uint8Array([...context, ...taken(parts.head), ...parts.head, 0x40, ...taken(parts.body), ...parts.body]);
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("spki", spki, curve, false, ["verify"]);
  const holds = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, parts.signature, toBeSigned);
  insist(holds, "the signature does not hold");
  const claims = cbor(parts.body);
  insist(claims instanceof Map, "not claims");
  return claims;
}

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

// --- what is kept on the device: the keys, vouched for by the root, and a status list
export async function readKeys(keyList) {
  const root = fromBase64url(keyList.root);
  const claims = await signed(opened(fromBase64url(keyList.list)), root);
  insist(claims.size === 4 && Array.isArray(claims.get(KEYS)), "not a list of keys");
  const named = (key) => ({
    spki: key.get(1), use: key.get(2), from: key.get(3), until: key.get(4), status: key.get(5), badSince: key.get(6),
  });
  return { expires: claims.get(4), byId: new Map(claims.get(KEYS).map((key) => [hex(key.get(0)), named(key)])) };
}

async function readStatus(bytes, keys) {
  const parts = opened(bytes);
  const key = keys.byId.get(parts.kid);
  insist(key && key.use === "paper" && key.status === "active", "signed by an unknown key");
  const claims = await signed(parts, key.spki);
  const list = claims.get(STATUS);
  insist(claims.size === 5 && claims.has(TTL) && list instanceof Map && list.get(1) === 2, "not a status list");
  const inflated = new Blob([list.get(2)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const bits = new Uint8Array(await new Response(inflated).arrayBuffer());
  insist(bits.length === ENTRIES / 4, "not a whole status list");
  return { id: list.get(0), bits, issued: claims.get(6), expires: claims.get(4) };
}

// --- the permit's own claims
function moment(value) {
  insist(Number.isInteger(value) && value > 0 && value < 2 ** 33, "not a moment");
  return value;
}

function permit(claims) {
  const own = claims.get(PERMIT);
  const names = [...claims.keys()].filter((key) => key !== 4);
  insist(names.length === 3 && claims.has(1) && claims.has(6) && own instanceof Map, "not the claims of a permit");
  insist(typeof claims.get(1) === "string", "a claim of another type");
  insist([0, 1, 2, 3].every((key) => own.has(key)), "not the claims of a permit");
  const expires = claims.has(4) ? moment(claims.get(4)) : null;
  const told = { issuer: claims.get(1), issued_at: moment(claims.get(6)), expires_at: expires };
  for (const [key, value] of own) {
    const place = key === 2;
    insist(place ? Number.isInteger(value) : key in TEXTS && typeof value === "string", "a claim of another type");
    insist(!place || (value >= 0 && value < ENTRIES), "no such place in a status list");
    told[place ? "status_index" : TEXTS[key]] = value;
  }
  return told;
}

/** The list that tells whether the paper is suspended or revoked: fetch `/status/<this>`. */
export function statusListOf(found) {
  return found.claims?.status_list;
}

/** The eight characters printed beside the QR. */
export async function checkCode(token) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
  const bits = whole(digest.subarray(0, 5));
  const five = (i) => Number((bits >> BigInt(35 - 5 * i)) & 31n);
  return Array.from({ length: 8 }, (_, i) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[five(i)]).join("");
}

/**
 * What a token is worth, by what this device keeps: `keyList` as `/.well-known/shubbak-keys.json` gives it, `statusBytes`
 * the body of `/status/<id>` or null, `now` in seconds. States: valid, expired, suspended, revoked, forged, and unsure
 * (genuine, but this device cannot say whether it is in force: go online). `asOf` is the moment of the status list.
 */
export async function verify(token, keyList, statusBytes, now) {
  const nothing = { claims: null, asOf: null, checkCode: "" };
  const keys = await readKeys(keyList).catch(() => null);
  if (keys === null) return { state: "unsure", ...nothing };
  try {
    const parts = opened(base32(token));
    const key = keys.byId.get(parts.kid);
    insist(key && key.use === "paper", "signed by an unknown key");
    const claims = permit(await signed(parts, key.spki));
    const at = claims.issued_at;
    insist(at >= key.from && at < key.until && at <= now + SKEW, "not dated while its key was in use");
    insist(key.status === "active" || at < key.badSince, "signed after its key was lost");
    const found = { claims, asOf: null, checkCode: await checkCode(token) };
    return { ...found, ...(await standing(claims, key, keys, statusBytes, now)) };
  } catch (error) {
    if (error instanceof Forged) return { state: "forged", ...nothing };
    throw error;
  }
}

async function standing(claims, key, keys, statusBytes, now) {
  const list = statusBytes ? await readStatus(statusBytes, keys).catch(() => null) : null;
  const [index, known] = [claims.status_index, list !== null && list.id === claims.status_list];
  const status = known ? BITS[(list.bits[index >> 2] >> ((index & 3) * 2)) & 3] : null;
  const asOf = known ? list.issued : null;
  if (status === "revoked" || status === "suspended") return { state: status, asOf };
  if (claims.expires_at !== null && claims.expires_at <= now) return { state: "expired", asOf };
  const fresh = known && now < list.expires && now > list.issued - SKEW && now < keys.expires && key.status === "active";
  return { state: fresh && status === "valid" ? "valid" : "unsure", asOf };
}
