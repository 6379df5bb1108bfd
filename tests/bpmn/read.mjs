// Reads {name: xml} from standard input and prints, of each, what bpmn-moddle warned of and what it found.
import { readFileSync } from "node:fs";
import { BpmnModdle } from "bpmn-moddle";

const moddle = new BpmnModdle();

// Every element below `element`, parents first; references are not followed.
function* inside(element) {
  yield element;
  for (const property of element.$descriptor.properties) {
    if (property.isReference || property.isVirtual) continue;
    const value = element.get(property.name);
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && child.$type && child.$parent === element) yield* inside(child);
    }
  }
}

async function read(xml) {
  const { rootElement, warnings, references, elementsById } = await moddle.fromXML(xml);
  const elements = [...inside(rootElement)];
  const counts = {};
  for (const { $type } of elements) counts[$type] = (counts[$type] ?? 0) + 1;
  const drawn = new Set(elements.filter((one) => one.bpmnElement).map((one) => one.bpmnElement.id));
  return {
    warnings: warnings.map((one) => one.message),
    unresolved: references.filter((one) => !elementsById[one.id]).map((one) => `${one.property} ${one.id}`),
    elements: counts,
    drawn: [...drawn],
    ids: Object.fromEntries(Object.entries(elementsById).map(([id, one]) => [id, one.$type])),
    unknown: elements.flatMap((one) => Object.keys(one.$attrs ?? {}).filter((name) => !name.includes(":"))),
  };
}

const given = JSON.parse(readFileSync(0, "utf-8"));
const found = {};
for (const [name, xml] of Object.entries(given)) {
  try {
    found[name] = await read(xml);
  } catch (error) {
    found[name] = { warnings: [error.message], unresolved: [], elements: {}, drawn: [], ids: {}, unknown: [] };
  }
}
process.stdout.write(JSON.stringify(found));
