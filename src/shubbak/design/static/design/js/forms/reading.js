// One answer as somebody typed it, read by the kind of its field into the value that expressions compute with, or the
// code of what is wrong with it: as flow/answers reads it on the server.
(() => {
  const { number, isNumber, written, day, isoDay } = Shubbak.numbers;

  class Unfit extends Error {
    constructor(code, fills = {}) { super(code); Object.assign(this, { code, fills }); }
  }
  // what Python's strip() takes away
  const GAPS = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const ENDS = new RegExp(`^${GAPS}+|${GAPS}+$`, "g");
  const ALL = new RegExp(GAPS, "g");
  // what nobody sees, as kernel/arabic.py drops it: controls but the line's end, marks of direction, what takes no room
  const PLANES = Array.from({ length: 16 }, (_, at) => `\\u{${(at + 1).toString(16)}fffe}\\u{${(at + 1).toString(16)}ffff}`).join("");
  const UNSEEN = new RegExp("[\\0-\\x09\\x0b-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e"
    + "\\u2060-\\u206f\\u2800\\u3164\\ud800-\\udfff\\ufdd0-\\ufdef\\ufeff\\uffa0\\ufff9-\\ufffb\\ufffe\\uffff\\u{e0000}-\\u{e007f}" + PLANES + "]", "gu");
  const LOOSE_JOINERS = /(?:^|(?<=\s))[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)|(?<=[\u200c\u200d])[\u200c\u200d]+/g;
  const visible = (text) => strip(text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replaceAll("\t", " ").replace(UNSEEN, "").replace(LOOSE_JOINERS, "")).normalize("NFC");
  const strip = (text) => text.replace(ENDS, "");
  const latin = (text) => text.replace(/[٠-٩۰-۹]/g, (digit) => "٠١٢٣٤٥٦٧٨٩".includes(digit) ? "٠١٢٣٤٥٦٧٨٩".indexOf(digit) : "۰۱۲۳۴۵۶۷۸۹".indexOf(digit));
  const length = (text) => Array.from(text).length;
  const given = (value) => (value === undefined || value === null ? "" : value);
  const isPlain = (value) => typeof value === "string";
  const isEmpty = (value) => {
    if (value === undefined || value === null) return true;
    if (Array.isArray(value)) return value.length === 0;
    if (typeof value === "object") return Object.values(value).every(isEmpty);
    return isPlain(value) && visible(value) === "";
  };
  // an address without a street says nothing, wherever it begins
  const isUnanswered = (field, value) => isEmpty(field.kind === "address" && value && typeof value === "object" ? value.street : value);

  const text = (field, value) => {
    if (!isPlain(value)) throw new Unfit("text");
    const clean = visible(value);
    const longest = Number(field.max ?? (field.kind === "long_text" ? 4000 : 500));
    if (length(clean) > longest) throw new Unfit("too_long", { n: longest });
    if (field.min && length(clean) < Number(field.min)) throw new Unfit("too_short", { n: field.min });
    return clean;
  };
  const arabic = (field, value) => {
    const clean = text(field, value);
    const letters = clean.match(/\p{L}/gu) || [];
    if (!letters.length || !letters.every((letter) => /[\p{Script=Arabic}ـ]/u.test(letter))) throw new Unfit("arabic");
    return clean;
  };
  // the number that a text writes, in Latin digits, however Python's Decimal reads it; nothing for anything else
  const parsed = (clean) => {
    const parts = /^([+-]?)(\d+\.?\d*|\.\d+)(?:e([+-]?\d+))?$/i.exec(strip(clean).replaceAll("_", ""));
    if (!parts || Math.abs(Number(parts[3] || 0)) > 300) return null;
    const digits = parts[2].startsWith(".") ? "0" + parts[2] : parts[2].replace(/\.$/, "");
    return number(parts[1].replace("+", "") + digits + (parts[3] ? "e" + parts[3] : ""));
  };
  const decimal = (value) => {
    const found = isPlain(value) ? parsed(latin(value).replaceAll("٫", ".").replace(/[٬,،]/g, "")) : null;
    if (!found || found.abs().greaterThanOrEqualTo(number("1e15")) || found.decimalPlaces() > 6) throw new Unfit("number");
    return found;
  };
  const bounded = (field, found) => {
    if (field.min !== undefined && found.lessThan(number(field.min))) throw new Unfit("too_small", { n: field.min });
    if (field.max !== undefined && found.greaterThan(number(field.max))) throw new Unfit("too_large", { n: field.max });
    return found;
  };
  const atMost = (places, code) => (field, value) => {
    const found = bounded(field, decimal(value));
    if (found.decimalPlaces() > places) throw new Unfit(code);
    return found;
  };
  const date = (field, value) => {
    const clean = strip(latin(isPlain(value) ? value : ""));
    const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(clean);
    const found = parts ? day(Number(parts[3]), Number(parts[2]), Number(parts[1])) : isoDay(clean);
    if (!found) throw new Unfit("date");
    const iso = String(found);
    if ((field.min && iso < field.min) || (field.max && iso > field.max)) throw new Unfit("date_range", { a: field.min || "…", b: field.max || "…" });
    return found;
  };
  const yesNo = (field, value) => {
    const word = strip(String(value)).toLowerCase();
    if (["yes", "true", "on", "1", "نعم"].includes(word)) return true;
    if (["no", "false", "off", "0", "لا"].includes(word)) return false;
    throw new Unfit("yes_no");
  };
  const choice = (field, value) => {
    if (!field.choices.includes(value)) throw new Unfit("choice");
    return value;
  };
  const many = (field, value) => {
    const chosen = Array.isArray(value) ? value : [value];
    if (!chosen.every((one) => field.choices.includes(one))) throw new Unfit("choice");
    return field.choices.filter((one) => chosen.includes(one));
  };
  const matching = (shape, code, made = (match) => match[0]) => (field, value) => {
    const match = shape.exec(latin(isPlain(value) ? value : "").replace(ALL, ""));
    if (!match) throw new Unfit(code);
    return made(match);
  };
  const mobile = (field, value) => {
    const match = /^(?:\+20|0020|20)?0?(1[0125]\d{8})$/.exec(latin(isPlain(value) ? value : "").replace(ALL, "").replace(/[-()]/g, ""));
    if (!match) throw new Unfit("mobile");
    return "0" + match[1];
  };
  const email = (field, value) => {
    const clean = text(field, value);
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/u.test(clean) || length(clean) > 254) throw new Unfit("email");
    return clean;
  };
  const earlier = (field, value) => {
    const clean = latin(isPlain(value) ? value : "").replace(ALL, "").toUpperCase().replaceAll("–", "-");
    if (!/^[A-Z0-9]{1,12}(-[A-Z0-9]{1,12}){1,5}$/.test(clean)) throw new Unfit("earlier");
    return clean;
  };

  const members = (value, keys, alone, code) => {
    const whole = isPlain(value) ? { [alone]: value } : value;
    if (Array.isArray(whole) || Object.keys(whole).some((key) => !keys.includes(key))) throw new Unfit(code);
    return Object.fromEntries(keys.map((key) => [key, given(whole[key])]));
  };
  const address = (field, value, facts) => {
    const parts = members(value, ["governorate", "unit", "street"], "street", "address");
    let [governorate, unit] = [parts.governorate, parts.unit].map((code) => strip(latin(code)));
    if (!governorate && !unit) [governorate, unit] = [facts.governorate, facts.unit].map((code) => String(code || ""));
    governorate ||= unit.slice(0, 2);
    const fits = (!governorate || /^\d\d$/.test(governorate)) && (!unit || /^\d\d[0-9A-Z]{1,6}$/.test(unit));
    if (!fits || (unit && !unit.startsWith(governorate))) throw new Unfit("address_unit");
    const street = text(field, parts.street);
    if (!street) throw new Unfit("address");
    return { governorate, unit, street };
  };
  const parcel = (field, value) => {
    const keys = ["basin", "block", "number"];
    const parts = members(value, keys, "number", "parcel");
    const clean = Object.fromEntries(keys.map((key) => [key, visible(parts[key])]));
    if (!clean.number) throw new Unfit("parcel");
    if (keys.some((key) => length(clean[key]) > 60)) throw new Unfit("too_long", { n: 60 });
    return clean;
  };
  const degrees = (value) => {
    const found = parsed(latin(value).replaceAll("٫", "."));
    if (!found || found.abs().greaterThan(number("360"))) throw new Unfit("point");
    return found.toDecimalPlaces(6, 6);
  };
  const point = (field, value) => {
    const parts = isPlain(value) ? value.split(new RegExp(`(?:[,،;؛]|${GAPS})+`)).filter(Boolean) : [given(value.lat), given(value.lng)];
    if (parts.length !== 2) throw new Unfit("point");
    const [lat, lng] = parts.map(degrees);
    const inside = (found, least, most) => found.greaterThanOrEqualTo(number(least)) && found.lessThanOrEqualTo(number(most));
    if (!inside(lat, "21.9", "31.8") || !inside(lng, "24.6", "37.1")) throw new Unfit("point_abroad");
    return { lat: written(lat), lng: written(lng) };
  };

  const readers = {
    number: (field, value) => bounded(field, decimal(value)), whole: atMost(0, "whole"), money: atMost(2, "money"), date, yes_no: yesNo, choice, many,
    national_id: matching(/^[23]\d{13}$/, "national_id"), mobile, email, arabic, earlier, address, parcel, point,
    file: matching(/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i, "file"),
  };
  // `{value}` that expressions see, or `{value: null, fault: {code, fills}}`
  const read = (field, value, facts) => {
    try {
      return { value: (readers[field.kind] || text)(field, value, facts) };
    } catch (fault) {
      if (!(fault instanceof Unfit)) throw fault;
      return { value: null, fault };
    }
  };

  // what a computed field comes to as it is stored, and how that text is read back
  const stored = (value) => {
    if (isNumber(value)) return written(value);
    if (value instanceof Shubbak.numbers.Day) return String(value);
    return typeof value === "boolean" || (isPlain(value) && value !== "") ? value : null;
  };
  const readBack = (value) => {
    if (!isPlain(value)) return value;
    if (/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(value)) return number(value);
    return isoDay(value) || value;
  };

  Shubbak.reading = { read, isEmpty, isUnanswered, stored, readBack, latin };
})();
