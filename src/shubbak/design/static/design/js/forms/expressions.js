// The evaluator of flow/expressions, walked here over the same stored trees: it never throws, and what has no value is
// null. Values are numbers (Decimal), texts, true and false, Days, lists and objects. The server stays the judge.
(() => {
  const { number, isNumber, fit, arithmetic, round, ceil, negative, Day, isoDay } = Shubbak.numbers;

  const isDay = (value) => value instanceof Day;
  const isObject = (value) => value !== null && typeof value === "object" && !isNumber(value) && !isDay(value) && !Array.isArray(value);
  const points = (text) => Array.from(text);

  const plain = (value) => {
    if (value === undefined || value === null) return null;
    if (isNumber(value)) return fit(value);
    if (Array.isArray(value)) return value.map(plain);
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
    return value;
  };
  const truth = (value) => {
    if (value === null || value === "" || value === false) return false;
    if (isNumber(value)) return !value.isZero();
    if (Array.isArray(value)) return value.length > 0;
    return isObject(value) ? Object.keys(value).length > 0 : true;
  };
  const dayOf = (value) => (isDay(value) ? value : typeof value === "string" ? isoDay(value) : null);

  // as Python's == holds between two values: yes is 1, and nothing else is like another kind
  const asNumber = (value) => (typeof value === "boolean" ? number(value ? 1 : 0) : isNumber(value) ? value : null);
  const equal = (left, right) => {
    const pair = [asNumber(left), asNumber(right)];
    if (pair[0] && pair[1]) return pair[0].equals(pair[1]);
    if (isDay(left) && isDay(right)) return left.ordinal === right.ordinal;
    if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((one, at) => equal(one, right[at]));
    if (isObject(left) && isObject(right)) {
      const keys = Object.keys(left);
      return keys.length === Object.keys(right).length && keys.every((key) => key in right && equal(left[key], right[key]));
    }
    return left === right;
  };
  const same = (left, right) => {
    if ((typeof left === "boolean") !== (typeof right === "boolean")) return false;
    if (isDay(left) !== isDay(right)) {
      const day = dayOf(left);
      const other = dayOf(right);
      return day !== null && other !== null && day.ordinal === other.ordinal;
    }
    return equal(left, right);
  };
  const byLetters = (left, right) => {
    const [a, b] = [points(left), points(right)];
    const at = a.findIndex((letter, place) => letter !== b[place]);
    if (at < 0) return a.length - b.length;
    return b[at] === undefined ? 1 : a[at].codePointAt(0) - b[at].codePointAt(0);
  };
  const order = (left, right) => {
    if (isDay(left) || isDay(right)) {
      const [first, second] = [dayOf(left), dayOf(right)];
      return first && second ? first.ordinal - second.ordinal : NaN;
    }
    if (isNumber(left) && isNumber(right)) return left.comparedTo(right);
    return typeof left === "string" && typeof right === "string" ? byLetters(left, right) : NaN;
  };
  const compare = (sign, left, right) => {
    if (sign === "==" || sign === "!=") return same(left, right) === (sign === "==");
    const found = order(left, right);
    return { "<": found < 0, "<=": found <= 0, ">": found > 0, ">=": found >= 0 }[sign];
  };
  const within = (member, group) => {
    if (Array.isArray(group)) return member !== null && group.some((one) => same(member, one));
    return typeof group === "string" && typeof member === "string" && group.includes(member);
  };

  const extreme = (better) => (...values) => {
    const given = values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
    if (!given.length || !given.every(isNumber)) return null;
    return given.reduce((best, one) => (better(one, best) ? one : best));
  };
  const calls = {
    min: extreme((one, best) => one.lessThan(best)),
    max: extreme((one, best) => one.greaterThan(best)),
    sum: (...values) => values.flatMap((value) => (Array.isArray(value) ? value : [value])).filter(isNumber)
      .reduce((total, part) => total && arithmetic["+"](total, part), number(0)),
    round: (value, places = number(0)) => (isNumber(value) && isNumber(places) ? round(value, places) : null),
    ceil: (value) => (isNumber(value) ? ceil(value) : null),
    len: (value) => number(typeof value === "string" ? points(value).length : Array.isArray(value) ? value.length : 0),
    days: (begin, end) => {
      const [first, last] = [dayOf(begin), dayOf(end)];
      return first && last ? number(last.ordinal - first.ordinal) : null;
    },
    year: (value) => { const day = dayOf(value); return day && number(day.year); },
    each: (rows, key) => (Array.isArray(rows) ? rows.map((row) => (isObject(row) ? row[key] ?? null : null)) : []),
  };

  const nodes = {
    number: ([, text]) => number(text),
    text: ([, text]) => text,
    yes: () => true,
    no: () => false,
    none: () => null,
    name: ([, name], names) => plain(Object.hasOwn(names, name) ? names[name] : null),
    list: ([, ...members], names) => members.map((member) => evaluate(member, names)),
    and: ([, ...parts], names) => parts.every((part) => truth(evaluate(part, names))),
    or: ([, ...parts], names) => parts.some((part) => truth(evaluate(part, names))),
    not: ([, inner], names) => !truth(evaluate(inner, names)),
    if: ([, condition, then, otherwise], names) => evaluate(truth(evaluate(condition, names)) ? then : otherwise, names),
    compare: ([, sign, left, right], names) => compare(sign, evaluate(left, names), evaluate(right, names)),
    in: ([, member, group], names) => within(evaluate(member, names), evaluate(group, names)),
    negative: ([, inner], names) => { const value = evaluate(inner, names); return isNumber(value) ? negative(value) : null; },
    call: ([, name, ...given], names) => calls[name](...given.map((one) => evaluate(one, names))),
  };
  const evaluate = (tree, names) => {
    const [kind, left, right] = tree;
    if (Object.hasOwn(nodes, kind)) return nodes[kind](tree, names);
    if (!Object.hasOwn(arithmetic, kind)) return null;
    const [a, b] = [evaluate(left, names), evaluate(right, names)];
    return isNumber(a) && isNumber(b) ? arithmetic[kind](a, b) : null;
  };
  const holds = (tree, names) => tree === null || tree === undefined || truth(evaluate(tree, names));

  Shubbak.expressions = { evaluate, holds, truth };
})();
