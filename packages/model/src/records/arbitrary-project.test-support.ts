import fc from "fast-check";
import type { JsonValue } from "../json/json-value.ts";
import type {
  AttributeRecord,
  ElementRecord,
  EntityRecord,
  MicroflowRecord,
  ModuleRecord,
  ProjectRecord,
  ProjectRecords,
  ProjectSettings,
  WidgetRecord,
} from "./records.ts";
import { projectOf } from "./sample-project.test-support.ts";

/*
 * Projects of any shape that the schemas allow, with names and ids that are unique. What refers to something by name
 * may refer to nothing: that is for checks to find.
 */

const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const text = fc.string({ unit: "grapheme", maxLength: 20 });
const qualifiedName = fc.tuple(word, word).map(([module, name]) => `${module}.${name}`);
const documentation = fc.option(text, { nil: undefined });
/** As it comes from a file: there is no minus zero, and no name of a prototype as a key. */
const json = fc
  .json({ maxDepth: 3 })
  .filter((source) => !/"(__proto__|constructor|prototype)":/.test(source))
  .map((source) => JSON.parse(source) as JsonValue);
const fields = fc.dictionary(word, json, { maxKeys: 4 });

const scalarType = fc.constantFrom<AttributeRecord["attributeType"]>(
  { kind: "string" },
  { kind: "string", maximumLength: 7 },
  { kind: "long" },
  { kind: "binary" },
  { kind: "enumeration", enumeration: "A.B" },
);
const dataType = fc.constantFrom<MicroflowRecord["returnType"]>(
  { kind: "nothing" },
  { kind: "integer" },
  { kind: "list", entity: "A.B" },
);

/** Leaves out members that are undefined: JSON has none. */
function present<Type extends object>(record: Type): Type {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Type;
}

/** Gives names and ids that occur once. */
class Numbering {
  #last = 0;

  id(prefix: string): string {
    this.#last += 1;
    return `${prefix}${this.#last}`;
  }

  name(suffix: string): string {
    this.#last += 1;
    return `N${this.#last}_${suffix}`;
  }
}

const attributeParts = fc.record({ name: word, attributeType: scalarType, documentation });
const entityParts = fc.record({
  name: word,
  documentation,
  generalization: fc.option(qualifiedName, { nil: undefined }),
  isPersistable: fc.boolean(),
  attributes: fc.array(attributeParts, { maxLength: 3 }),
  isPlaced: fc.boolean(),
});
const elementParts = fc.record({
  kind: fc.constantFrom("start", "end", "loop", "createObject", "Some.Activity"),
  caption: fc.option(text, { nil: undefined }),
  errorHandling: fc.option(fc.constantFrom("customWithRollback", "continue"), { nil: undefined }),
  fields,
  /** Which of the loops before it holds it; 0 for none. */
  loop: fc.nat(3),
  isPlaced: fc.boolean(),
});
const flowParts = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  outcomes: fc.option(fc.array(word, { maxLength: 2 }), { nil: undefined }),
});
const microflowParts = fc.record({
  name: word,
  documentation,
  returnType: dataType,
  elements: fc.array(elementParts, { maxLength: 6 }),
  flows: fc.array(flowParts, { maxLength: 6 }),
  annotations: fc.array(fc.record({ from: fc.nat(), to: fc.nat() }), { maxLength: 2 }),
});
const pageParts = fc.record({
  name: word,
  title: text,
  documentation,
  /** Of a page; a layout and a snippet have less. */
  type: fc.constantFrom("page", "pageLayout", "snippet"),
  widgets: fc.array(
    fc.record({
      kind: word,
      order: fc.stringMatching(/^[A-Za-z0-9]{1,5}$/),
      within: fc.nat(5),
      fields: fc.dictionary(word, json, { maxKeys: 2 }),
    }),
    { maxLength: 4 },
  ),
});
const moduleParts = fc.record({
  name: word,
  documentation,
  roles: fc.array(word, { maxLength: 2 }),
  entities: fc.array(entityParts, { maxLength: 3 }),
  associations: fc.array(fc.record({ name: word, owner: qualifiedName, target: qualifiedName }), {
    maxLength: 2,
  }),
  enumerations: fc.array(fc.record({ name: word, values: fc.array(text, { maxLength: 3 }) }), {
    maxLength: 2,
  }),
  constants: fc.array(fc.record({ name: word, dataType, defaultValue: json }), { maxLength: 2 }),
  microflows: fc.array(microflowParts, { maxLength: 3 }),
  pages: fc.array(pageParts, { maxLength: 2 }),
});
const projectParts = fc.record({
  name: text,
  documentation,
  constants: fc.dictionary(qualifiedName, json, { maxKeys: 2 }),
  modules: fc.array(moduleParts, { maxLength: 3 }),
});

type Parts<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function placement(parent: string, of: string, x: number): ProjectRecord {
  return { id: `placement:${of}`, type: "placement", parent, of, x, y: -x / 2 };
}

function microflowRecords(
  parts: Parts<typeof microflowParts>,
  parent: string,
  numbering: Numbering,
): ProjectRecord[] {
  const { name, documentation: words, returnType, elements, flows, annotations } = parts;
  const id = numbering.id("flow");
  const microflow = {
    id,
    type: "microflow",
    parent,
    name: numbering.name(name),
    documentation: words,
    returnType,
  } as const;
  const made: ElementRecord[] = [];
  const placements: ProjectRecord[] = [];
  for (const { loop, isPlaced, ...element } of elements) {
    const loops = made.filter(({ kind }) => kind === "loop");
    const record = {
      ...element,
      id: numbering.id("element"),
      type: "element",
      parent: loops[loop - 1]?.id ?? id,
    } as const;
    made.push(present(record));
    if (isPlaced) placements.push(placement(id, record.id, made.length));
  }
  const link = (
    type: "sequenceFlow" | "annotationFlow",
    ends: { from: number; to: number },
  ): ProjectRecord[] => {
    const [from, to] = [made[ends.from % made.length], made[ends.to % made.length]];
    if (!from || !to) return [];
    return [
      present({
        ...ends,
        id: numbering.id("link"),
        type,
        parent: from.parent,
        from: from.id,
        to: to.id,
      }) as ProjectRecord,
    ];
  };
  return [
    present({ ...microflow, allowedRoles: [] }),
    ...made,
    ...flows.flatMap((flow) => link("sequenceFlow", flow)),
    ...annotations.flatMap((flow) => link("annotationFlow", flow)),
    ...placements,
  ];
}

function entityRecords(
  parts: Parts<typeof entityParts>,
  parent: string,
  numbering: Numbering,
): ProjectRecord[] {
  const { isPlaced, attributes, ...entity } = parts;
  const record: EntityRecord = present({
    ...entity,
    id: numbering.id("entity"),
    type: "entity",
    parent,
    name: numbering.name(entity.name),
    attributes: attributes.map((attribute) =>
      present({ ...attribute, id: numbering.id("attribute"), name: numbering.name(attribute.name) }),
    ),
  }) as EntityRecord;
  return isPlaced ? [record, placement(parent, record.id, 3)] : [record];
}

/** Each widget stands in the page, or in a widget before it. */
function pageRecords(
  { widgets, title, ...document }: Parts<typeof pageParts>,
  parent: string,
  numbering: Numbering,
): ProjectRecord[] {
  const id = numbering.id("page");
  const made: WidgetRecord[] = [];
  for (const { within, ...widget } of widgets) {
    const holder = within === 0 ? undefined : made[within % Math.max(made.length, 1)];
    const base = { id: numbering.id("widget"), type: "widget", parent: holder?.id ?? id } as const;
    made.push({ ...base, ...widget, name: numbering.name("widget") });
  }
  const base = { ...document, id, parent, name: numbering.name(document.name) };
  const record = document.type === "page" ? { ...base, title, layout: "sidebar", visibleFor: [] } : base;
  return [present(record) as ProjectRecord, ...made];
}

function moduleRecords(parts: Parts<typeof moduleParts>, numbering: Numbering): ProjectRecord[] {
  const id = numbering.id("module");
  const module = present({
    id,
    type: "module",
    parent: "project",
    name: numbering.name(parts.name),
    documentation: parts.documentation,
    roles: parts.roles.map((role) => ({ name: numbering.name(role) })),
    folders: [],
  }) as ModuleRecord;
  const named = (type: string, name: string) => ({
    id: numbering.id(type),
    type,
    parent: id,
    name: numbering.name(name),
  });
  const others = [
    ...parts.associations.map(({ name, ...rest }) => ({
      ...named("association", name),
      ...rest,
      multiplicity: "set",
    })),
    ...parts.enumerations.map(({ name, values }) => ({
      ...named("enumeration", name),
      values: values.map((caption) => ({ name: numbering.name("value"), caption })),
    })),
    ...parts.constants.map(({ name, ...rest }) => ({ ...named("constant", name), ...rest })),
  ] as ProjectRecord[];
  return [
    module,
    ...parts.entities.flatMap((entity) => entityRecords(entity, id, numbering)),
    ...others,
    ...parts.microflows.flatMap((microflow) => microflowRecords(microflow, id, numbering)),
    ...parts.pages.flatMap((page) => pageRecords(page, id, numbering)),
  ];
}

function projectRecords({
  name,
  documentation: words,
  constants,
  modules,
}: Parts<typeof projectParts>): ProjectRecords {
  const project = present({
    id: "project",
    type: "project",
    name,
    documentation: words,
    connectors: [],
    configurations: [{ name: "Embedded", kind: "embedded", constants }],
    security: { level: "off", userRoles: [] },
  }) as ProjectSettings;
  const numbering = new Numbering();
  return projectOf([project, ...modules.flatMap((module) => moduleRecords(module, numbering))]);
}

/** Any project. */
export const arbitraryProject: fc.Arbitrary<ProjectRecords> = projectParts.map(projectRecords);

/** Two projects that share some of their records, the very same objects, and differ in others. */
export const arbitraryChange: fc.Arbitrary<readonly [ProjectRecords, ProjectRecords]> = fc
  .tuple(arbitraryProject, arbitraryProject, fc.infiniteStream(fc.boolean()))
  .map(([before, other, choices]) => {
    const choose = () => choices.next().value === true;
    const kept = [...before.values()].filter(choose);
    return [
      before,
      new Map([...kept, ...other.values()].filter(choose).map((record) => [record.id, record])),
    ] as const;
  });
