// Numbers and days as flow/expressions/evaluating.py computes them: 28 digits, half to even, exponents within ±40, and
// nothing where there is no such number. The library truncates, so it works wide and every result is rounded here.
(() => {
  const Wide = Decimal.clone({ precision: 130, toExpNeg: -400, toExpPos: 400 });
  const DIGITS = 28, FURTHEST = 40, SMALLEST = FURTHEST + DIGITS - 1;
  const HALF_UP = 4, HALF_EVEN = 6, CEILING = 2;
  const FEW = 12;

  const number = (text) => new Wide(text);
  const isNumber = (value) => value instanceof Wide;

  // as the context rounds: too large is nothing, very small loses its end
  const fit = (exact) => {
    if (exact.isZero()) return number(0);
    const rounded = exact.toSignificantDigits(DIGITS, HALF_EVEN);
    if (rounded.exponent() > FURTHEST) return null;
    return rounded.exponent() < -FURTHEST ? exact.toDecimalPlaces(SMALLEST, HALF_EVEN) : rounded;
  };
  const remainder = (left, right) => {
    if (left.isZero()) return number(0);
    return left.dividedToIntegerBy(right).exponent() < DIGITS ? fit(left.modulo(right)) : null;
  };
  const arithmetic = {
    "+": (a, b) => fit(a.plus(b)),
    "-": (a, b) => fit(a.minus(b)),
    "*": (a, b) => fit(a.times(b)),
    "/": (a, b) => (b.isZero() ? null : fit(a.dividedBy(b))),
    "%": (a, b) => (b.isZero() ? null : remainder(a, b)),
  };
  const scale = (value, places) => value.times(number("1e" + places));
  const round = (value, places) => {
    if (!places.isInteger() || places.abs().greaterThan(FEW)) return null;
    const shift = places.toNumber();
    const whole = scale(value, shift).toDecimalPlaces(0, HALF_UP);
    return whole.abs().greaterThanOrEqualTo(number("1e" + DIGITS)) ? null : fit(scale(whole, -shift));
  };
  const ceil = (value) => {
    const whole = value.toDecimalPlaces(0, CEILING);
    if (whole.isZero() && (value.isNegative() || value.belowZero)) whole.belowZero = true; // written as the server writes it
    return whole;
  };
  const negative = (value) => value.negated().toSignificantDigits(DIGITS, HALF_EVEN);
  const piastres = (pounds) => scale(pounds, 2).toDecimalPlaces(0, HALF_UP);
  const written = (value) => (value.belowZero ? "-0" : value.toFixed());

  // A day of the calendar, by the number of days since 1 January of year 1 (which is 1).
  class Day {
    constructor(year, month, day) { Object.assign(this, { year, month, day, ordinal: ordinal(year, month, day) }); }
    toString() { return [pad(this.year, 4), pad(this.month, 2), pad(this.day, 2)].join("-"); }
  }
  const pad = (number, width) => String(number).padStart(width, "0");
  const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = (year) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const before = (year) => (year - 1) * 365 + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);
  const ordinal = (year, month, day) => before(year) + lengths(year).slice(0, month - 1).reduce((sum, one) => sum + one, 0) + day;
  const day = (year, month, date) => {
    const real = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= lengths(year)[month - 1];
    return real ? new Day(year, month, date) : null;
  };
  const fromOrdinal = (wanted) => {
    let year = Math.max(1, Math.floor(wanted / 366));
    while (year < 9999 && before(year + 1) < wanted) year += 1;
    let month = 1;
    let left = wanted - before(year);
    while (month < 12 && left > lengths(year)[month - 1]) { left -= lengths(year)[month - 1]; month += 1; }
    return day(year, month, left);
  };
  const ofWeek = (year, week, weekday) => {
    if (year < 1 || year > 9999 || week < 1 || week > 53 || weekday < 1 || weekday > 7) return null;
    const first = (before(year) % 7); // 0 is a Monday
    if (week === 53 && !(first === 3 || (first === 2 && isLeap(year)))) return null;
    const monday = before(year) + 1 - first + (first > 3 ? 7 : 0);
    const found = monday + (week - 1) * 7 + weekday - 1;
    return found >= 1 ? fromOrdinal(found) : null;
  };
  // every way of writing a day that Python's date.fromisoformat reads
  const isoDay = (text) => {
    let parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) || /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    if (parts) return day(...parts.slice(1).map(Number));
    parts = /^(\d{4})-W(\d{2})(?:-(\d))?$/.exec(text) || /^(\d{4})W(\d{2})(\d)?$/.exec(text);
    return parts ? ofWeek(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 1)) : null;
  };

  const Shubbak = (globalThis.Shubbak ||= {});
  Shubbak.numbers = { number, isNumber, fit, arithmetic, round, ceil, negative, piastres, scale, written, Day, day, isoDay };
})();
