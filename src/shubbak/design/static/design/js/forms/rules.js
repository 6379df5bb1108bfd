// What a form asks for given answers: fields shown and required, what is worked out, papers called for, lines to pay. The
// plan is the definition's own, with its stored trees; the server works the same out of the same trees and decides.
(() => {
  const { number, isNumber, isoDay, piastres, scale } = Shubbak.numbers;
  const { evaluate, holds } = Shubbak.expressions;
  const { read, isEmpty, isUnanswered, stored, readBack } = Shubbak.reading;

  // a fact as it is told in the plan: numbers and days say what they are
  const fact = (told) => {
    if (Array.isArray(told)) return told.map(fact);
    if (told === null || typeof told !== "object") return told;
    if ("number" in told) return number(told.number);
    if ("day" in told) return isoDay(told.day);
    return Object.fromEntries(Object.entries(told.object).map(([key, member]) => [key, fact(member)]));
  };
  const facts = (plan) => Object.fromEntries(Object.entries(plan.facts || {}).map(([key, told]) => [key, fact(told)]));
  const asked = (rule, names) => (Array.isArray(rule) ? holds(rule, names) : rule !== false);

  const MOST_ROWS = 50;
  const rowsOf = (value) => (Array.isArray(value) ? value : []);
  const withoutBlankEnd = (rows) => rows.slice(0, rows.findLastIndex((row) => !isEmpty(row)) + 1);

  const readGroup = (field, value, names, path, told) => {
    const rows = rowsOf(value);
    const real = withoutBlankEnd(rows).length;
    const tooMany = real > Number(field.max ?? MOST_ROWS);
    const clean = rows.map((row, index) => readFields(field.fields, row, names, `${path}.${index}.`, told, index < real && !tooMany));
    return real && !tooMany ? clean.slice(0, real).map((row) => Object.fromEntries(Object.entries(row).filter(([, one]) => one !== null))) : null;
  };
  const readOne = (field, value, names, path, told, counts) => {
    if (field.kind === "computed") {
      const found = field.value ? stored(evaluate(field.value, names)) : null;
      if (found !== null) told.computed[path] = found;
      return readBack(found);
    }
    const needed = asked(field.required, names);
    if (needed) told.required.push(path);
    const unanswered = field.kind === "group" ? !withoutBlankEnd(rowsOf(value)).length : isUnanswered(field, value);
    if (needed && unanswered && counts) told.missing.push(path);
    if (field.kind === "group") return readGroup(field, value, names, path, told);
    if (unanswered) return null;
    const found = read(field, value, names);
    if (found.fault && counts) told.faults[path] = found.fault;
    return found.value;
  };
  // every field that applies with its typed value (null when empty or unfit); `told` gathers the rest
  const readFields = (fields, answers, known, prefix, told, counts = true) => {
    const own = new Set(fields.map((field) => field.key));
    const names = Object.fromEntries(Object.entries(known).filter(([key]) => !own.has(key)));
    const clean = {};
    for (const field of fields) {
      if (!asked(field.when, names)) continue;
      const path = prefix + field.key;
      told.visible.push(path);
      clean[field.key] = names[field.key] = readOne(field, answers[field.key], names, path, told, counts);
    }
    return clean;
  };

  const LARGEST = number("999999999999.99"); // what a receipt can say in words
  const amountOf = (line, names) => {
    if (!holds(line.when, names)) return number(0);
    const amount = evaluate(line.amount, names);
    return isNumber(amount) && !amount.lessThan(0) && !amount.greaterThan(LARGEST) ? piastres(amount) : null;
  };
  // a fee set's lines in whole piastres, null where one cannot be known yet; percentages of the rounded lines come last
  const billed = (lines, names) => {
    const found = new Map();
    for (const late of [false, true]) {
      for (const line of lines.filter((one) => Boolean(one.percent) === late)) {
        const amount = amountOf(line, names);
        found.set(line, amount);
        names["line " + line.code] = amount && scale(amount, -2);
      }
    }
    return lines.map((line) => ({ code: line.code, amount: found.get(line) }));
  };
  const feeOf = (set, names) => {
    const lines = billed(set.lines, { ...names });
    const total = lines.reduce((sum, line) => sum.plus(line.amount || 0), number(0));
    return { step: set.step, lines, total, whole: lines.every((line) => line.amount !== null) };
  };

  const judge = (plan, answers) => {
    const known = facts(plan);
    const told = { visible: [], required: [], missing: [], computed: {}, faults: {} };
    const names = { ...known, ...readFields(plan.fields, answers, known, "", told) };
    const rates = Object.fromEntries(Object.entries(plan.rates || {}).map(([key, text]) => [key, number(text)]));
    const documents = (plan.documents || []).filter((one) => asked(one.when, names))
      .map((one) => ({ key: one.key, required: asked(one.required, names) }));
    return { ...told, documents, fees: (plan.fees || []).map((set) => feeOf(set, { ...names, ...rates })) };
  };

  Shubbak.rules = { judge };
})();
