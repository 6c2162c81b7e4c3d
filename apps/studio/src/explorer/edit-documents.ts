import type { DocumentStore, Transaction } from "@rivulet/document";
import { type ModuleRecord, newRecordId, type ProjectRecord, placementId } from "@rivulet/model";
import { unreachable } from "@rivulet/values";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { type LayoutTemplate, layoutWidgets } from "../pages/layout-templates.ts";
import {
  type PageTemplate,
  type ShownObject,
  showsObject,
  templateWidgets,
} from "../pages/page-templates.ts";
import type { NewDocumentKind } from "../workspace/shell-dialog.ts";
import type { Spot } from "../workspace/workspace.ts";

/** What is to be made in a module. */
export interface NewDocument {
  readonly what: Exclude<NewDocumentKind, "module">;
  readonly name: string;
  readonly module: ModuleRecord;
  readonly folder: string | undefined;
  readonly isPersistable?: boolean;
  /** What a page begins as. */
  readonly template?: PageTemplate;
  /** The object that a page shows, which is its parameter; counts for templates that show one. */
  readonly shown?: ShownObject | undefined;
  /** What a layout begins as. */
  readonly layout?: LayoutTemplate;
}

const startPlace = { x: 120, y: 200 };
const endPlace = { x: 320, y: 200 };

/** What a new microflow is made of: it runs already, its start joined to its end, which may return something. */
export function addMicroflowElements(transaction: Transaction, id: string, returnValue?: string): void {
  const [start, end] = [newRecordId(), newRecordId()];
  const fields = returnValue === undefined ? {} : { returnValue };
  transaction.add({ id: start, type: "element", parent: id, kind: "start", fields: {} });
  transaction.add({ id: end, type: "element", parent: id, kind: "end", fields });
  transaction.add({ id: newRecordId(), type: "sequenceFlow", parent: id, from: start, to: end });
  for (const [of, place] of [
    [start, startPlace],
    [end, endPlace],
  ] as const) {
    transaction.add({ id: placementId(of), type: "placement", parent: id, of, ...place });
  }
}

const entityStep = { x: 260, y: 200 };
const entitiesInRow = 4;

/** Puts an entity beside those that are drawn already, in rows. */
function placeEntity(transaction: Transaction, module: string, entity: string): void {
  const drawn = transaction
    .children(module)
    .filter((record) => record.type === "placement" && record.parent === module).length;
  const x = 60 + (drawn % entitiesInRow) * entityStep.x;
  const y = 60 + Math.floor(drawn / entitiesInRow) * entityStep.y;
  transaction.add({ id: placementId(entity), type: "placement", parent: module, of: entity, x, y });
}

/** The title that a page gets from its name: `Table_Overview` is "Table overview". */
function titleOf(name: string): string {
  const words = name.replaceAll("_", " ").trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const parameterOf = ({ entity, parameter }: ShownObject) => ({ name: parameter, entity });

function newRecord({
  what,
  name,
  module,
  folder,
  isPersistable = false,
  template,
  shown,
}: NewDocument): ProjectRecord | undefined {
  const base = { id: newRecordId(), parent: module.id, name, ...(folder === undefined ? {} : { folder }) };
  switch (what) {
    case "microflow":
      return { ...base, type: "microflow", returnType: { kind: "nothing" }, allowedRoles: [] };
    case "page": {
      const parameters =
        shown && template && showsObject(template) ? { parameters: [parameterOf(shown)] } : {};
      return {
        ...base,
        type: "page",
        title: titleOf(name),
        layout: "sidebar",
        visibleFor: [],
        ...parameters,
      };
    }
    case "pageLayout":
    case "snippet":
      return { ...base, type: what };
    case "enumeration":
      return { ...base, type: "enumeration", values: [] };
    case "constant":
      return { ...base, type: "constant", dataType: { kind: "string" } };
    case "entity":
      return { id: base.id, parent: module.id, name, type: "entity", isPersistable, attributes: [] };
    case "folder":
      return undefined;
    default:
      return unreachable(what);
  }
}

function addFolder(transaction: Transaction, { module, name, folder }: NewDocument): void {
  const added = { id: newRecordId(), name, ...(folder === undefined ? {} : { parent: folder }) };
  transaction.update("module", module.id, { folders: [...module.folders, added] });
}

/** Where something that can be made is seen. */
export function spotOf(record: ProjectRecord): Spot | undefined {
  switch (record.type) {
    case "microflow":
    case "page":
    case "pageLayout":
    case "snippet":
    case "enumeration":
    case "constant":
      return { target: { kind: record.type, id: record.id }, records: [] };
    case "entity":
      return { target: { kind: "domainModel", module: record.parent }, records: [record.id] };
    default:
      return undefined;
  }
}

/** Makes something new in a module, as one step, and gives its record; a folder has none. */
export function createDocument(store: DocumentStore, wanted: NewDocument): ProjectRecord | undefined {
  const { what, name, module } = wanted;
  const record = newRecord(wanted);
  store.transact(explorerMessages.steps.add(what, name), (transaction) => {
    if (!record) return addFolder(transaction, wanted);
    transaction.add(record);
    if (what === "microflow") addMicroflowElements(transaction, record.id);
    if (what === "page")
      for (const widget of templateWidgets(record.id, wanted.template ?? "blank", wanted.shown))
        transaction.add(widget);
    if (what === "pageLayout")
      for (const widget of layoutWidgets(record.id, wanted.layout ?? "sidebar")) transaction.add(widget);
    if (what === "entity") placeEntity(transaction, module.id, record.id);
  });
  return record;
}

/** Makes a new module. */
export function createModule(store: DocumentStore, name: string): void {
  store.transact(explorerMessages.steps.add("module", name), (transaction) =>
    transaction.add({ id: newRecordId(), type: "module", parent: "project", name, roles: [], folders: [] }),
  );
}
