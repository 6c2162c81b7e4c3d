import { end as endDefinition, parameter, start as startDefinition } from "@rivulet/activities";
import type { ElementRecord, MicroflowRecord, ProjectRecord, SequenceFlowRecord } from "@rivulet/model";
import type { DrawingSketch, ElementSketch, MicroflowSketch } from "./microflow-sketch.ts";
import { dataTypeFromText, typeFromText } from "./types-from-text.ts";

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly outcomes: readonly string[] | undefined;
  readonly isErrorHandler: boolean;
}

/** The arrows of a chain such as `check true> add > end`: what stands before a `>` is an element and its outcomes. */
function arrowsOf(chain: string): Arrow[] {
  const stations = chain.split(">").map((station) => station.trim().split(/\s+/));
  return stations.slice(1).map(([to = ""], position) => {
    const [from = "", label] = stations[position] ?? [];
    const outcomes = label === undefined || label === "!" ? undefined : label.split("|");
    return { from, to, outcomes, isErrorHandler: label === "!" };
  });
}

class MicroflowBuilder {
  readonly records: ProjectRecord[] = [];
  readonly #name: string;
  #flows = 0;

  constructor(name: string) {
    this.#name = name;
  }

  #id(key: string): string {
    return `${this.#name}.${key}`;
  }

  add(key: string, sketch: ElementSketch, parent: string): void {
    const { kind, fields = {}, caption, isDisabled, errorHandling } = sketch;
    const element: ElementRecord = {
      id: this.#id(key),
      type: "element",
      parent,
      kind,
      fields,
      ...(caption === undefined ? {} : { caption }),
      ...(isDisabled === undefined ? {} : { isDisabled }),
      ...(errorHandling === undefined ? {} : { errorHandling }),
    };
    this.records.push(element);
    if (sketch.body) this.draw(sketch.body, element.id);
  }

  draw({ elements, flows }: DrawingSketch, parent: string): void {
    for (const [key, element] of Object.entries(elements)) this.add(key, element, parent);
    const chains = flows ?? [Object.keys(elements).join(" > ")];
    for (const arrow of chains.flatMap(arrowsOf)) this.#join(arrow, parent);
  }

  #join({ from, to, outcomes, isErrorHandler }: Arrow, parent: string): void {
    this.#flows += 1;
    const flow: SequenceFlowRecord = {
      id: this.#id(`flow${this.#flows}`),
      type: "sequenceFlow",
      parent,
      from: this.#id(from),
      to: this.#id(to),
      ...(outcomes ? { outcomes } : {}),
      ...(isErrorHandler ? { isErrorHandler } : {}),
    };
    this.records.push(flow);
  }
}

function withEnds({ elements, flows, isBare, result }: MicroflowSketch): DrawingSketch {
  if (isBare) return { elements, ...(flows ? { flows } : {}) };
  const end = { kind: endDefinition.kind, fields: result === undefined ? {} : { returnValue: result } };
  const all = { start: { kind: startDefinition.kind }, ...elements };
  return { elements: "end" in elements ? all : { ...all, end }, ...(flows ? { flows } : {}) };
}

/** The records of a microflow. */
export function buildMicroflow(name: string, module: string, sketch: MicroflowSketch): ProjectRecord[] {
  const id = `${module}.${name}`;
  const { returns = "Nothing", allowedRoles = [], isInternal, folder } = sketch;
  const microflow: MicroflowRecord = {
    id,
    type: "microflow",
    parent: module,
    name,
    returnType: dataTypeFromText(returns),
    allowedRoles,
    ...(isInternal === undefined ? {} : { isInternal }),
    ...(folder === undefined ? {} : { folder }),
  };
  const builder = new MicroflowBuilder(id);
  for (const [key, type] of Object.entries(sketch.parameters ?? {})) {
    const fields = { name: key, type: typeFromText(type), isRequired: true };
    builder.add(`parameter${key}`, { kind: parameter.kind, fields }, id);
  }
  builder.draw(withEnds(sketch), id);
  return [microflow, ...builder.records];
}
