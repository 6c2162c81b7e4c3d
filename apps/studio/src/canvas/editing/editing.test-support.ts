import { ActivityCatalog, platformDefinitions } from "@rivulet/activities";
import { DocumentStore, removeDependents, type Transaction } from "@rivulet/document";
import { type ElementRecord, type ProjectRecord, placementId } from "@rivulet/model";

/** The activities that drawings of tests are made of. */
export const catalog = new ActivityCatalog(platformDefinitions);

/** An element, by its id. */
export function element(id: string, kind = "createList", parent = "flow"): ElementRecord {
  return { id, type: "element", parent, kind, fields: {} };
}

function placement(of: string, x: number, y: number): ProjectRecord {
  return { id: placementId(of), type: "placement", parent: "flow", of, x, y };
}

/**
 * A drawing in few words: elements in a row, each with its place, joined by flows such as `a>b`, whose id is `a-b`.
 */
export function drawing(
  elements: readonly (readonly [record: ElementRecord, x: number, y: number])[],
  flows: readonly string[] = [],
): DocumentStore {
  const records: ProjectRecord[] = [
    {
      id: "flow",
      type: "microflow",
      parent: "m",
      name: "Flow",
      returnType: { kind: "nothing" },
      allowedRoles: [],
    },
  ];
  const parents = new Map(elements.map(([{ id, parent }]) => [id, parent]));
  for (const [record, x, y] of elements) records.push(record, placement(record.id, x, y));
  for (const flow of flows) {
    const [from = "", to = ""] = flow.split(">");
    records.push({
      id: `${from}-${to}`,
      type: "sequenceFlow",
      parent: parents.get(from) ?? "flow",
      from,
      to,
    });
  }
  return new DocumentStore(new Map(records.map((record) => [record.id, record])), {
    invariants: [removeDependents],
  });
}

/** The flows as `from>to`, in order. */
export function flowsOf(store: DocumentStore): string[] {
  return [...store.records.values()]
    .flatMap((record) => (record.type === "sequenceFlow" ? [`${record.from}>${record.to}`] : []))
    .sort();
}

/** Where an element is, from the corner of what it is in. */
export function placeOf(store: DocumentStore, id: string) {
  const record = store.get(placementId(id));
  return record?.type === "placement" ? record : undefined;
}

/** Edits a drawing and gives it back. */
export function edited(store: DocumentStore, edit: (transaction: Transaction) => void): DocumentStore {
  store.transact("Edit", edit);
  return store;
}
