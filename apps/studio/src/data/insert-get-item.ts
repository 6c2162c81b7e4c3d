import { analyseMicroflow } from "@rivulet/checks";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, freeName, type ModuleRecord, newRecordId, ProjectIndex } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import { type InsertionPlace, proposed } from "../canvas/actions/add-activity.ts";
import type { Drawing } from "../canvas/drawing.ts";
import { flowsFrom } from "../canvas/editing/connection-rules.ts";
import { addElement, appendTo, insertOnFlow } from "../canvas/editing/edit-flow.ts";
import { placeBehind } from "../canvas/insertion.ts";
import { newElement } from "../canvas/new-element.ts";
import { addMicroflowElements } from "../explorer/edit-documents.ts";
import { documentNameFault } from "../explorer/name-faults.ts";
import { fillingVariables } from "../fields/fill-by-type.ts";
import { dataMessages } from "../messages/data-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { workspace } from "../workspace/workspace.ts";
import type { ItemJson } from "./attribute.ts";
import type { TableFacts } from "./data-api.ts";
import { connector, keyValue, quoted } from "./key-value.ts";

/** What the microflow is to get. */
export interface WantedItem {
  readonly facts: TableFacts;
  readonly item: ItemJson;
  /** As the enumeration of regions names it. */
  readonly region: string | null;
}

/** Where it is wanted: in a microflow that is there, or in a new one of a module. */
export type UsePlace = { readonly microflow: string } | { readonly module: ModuleRecord };

const names = {
  getItem: `${connector}.GetItem`,
  request: `${connector}.GetItemRequest`,
  key: `${connector}.GetItem`,
  keyOfRequest: `${connector}.GetItem_GetItemRequest`,
  partOfKey: `${connector}.AbstractKey_AbstractItem`,
  getCredentials: "AWSAuthentication.GetStaticCredentials",
  credentials: "AWSAuthentication.Credentials",
  region: "AWSAuthentication.ENUM_Region",
} as const satisfies Record<string, QualifiedName>;

/** Puts one activity behind the other into a microflow, each with what follows from where it stands. */
class Row {
  readonly #transaction: Transaction;
  readonly #drawing: Drawing;
  #place: InsertionPlace;

  constructor(transaction: Transaction, drawing: Drawing, place: InsertionPlace) {
    this.#transaction = transaction;
    this.#drawing = drawing;
    this.#place = place;
  }

  /** Adds an activity and gives it as it stands there: with the name of its variable. */
  add(kind: string, fields: ElementRecord["fields"]): ElementRecord {
    const { project, microflow } = this.#drawing;
    const definition = project.catalog.find(kind);
    if (!definition) throw new Error(`There is no activity ${kind}.`);
    const blank = newElement(definition, microflow);
    this.#put({ ...blank, fields: { ...blank.fields, ...fields } });
    const added = this.#transaction.get(blank.id);
    if (added?.type !== "element") throw new Error(`${kind} was not added.`);
    const whole = proposed(this.#transaction, this.#drawing, added);
    this.#transaction.put(whole);
    return whole;
  }

  #put(element: ElementRecord): void {
    const place = this.#place;
    if (place.kind === "flow") insertOnFlow(this.#transaction, place.flow, element);
    else if (place.kind === "after") appendTo(this.#transaction, place.element, element);
    else addElement(this.#transaction, element, place.kind === "canvas" ? place.at : { x: 120, y: 260 });
    const [flow] = flowsFrom(this.#transaction, element.id);
    this.#place = flow ? { kind: "flow", flow: flow.id } : { kind: "after", element: element.id };
  }

  /** The nearest object of an entity that is there already; `undefined` without one. */
  known(entity: QualifiedName): string | undefined {
    const { project, microflow } = this.#drawing;
    const records = Array.from(this.#transaction.records(), (record) => [record.id, record] as const);
    const index = new ProjectIndex(new Map([...project.connectorRecords, ...records]));
    const record = index.records.get(microflow);
    if (record?.type !== "microflow") return undefined;
    const place = this.#place;
    const flow = place.kind === "flow" ? this.#transaction.get(place.flow) : undefined;
    const at = flow?.type === "sequenceFlow" ? flow.to : place.kind === "after" ? place.element : undefined;
    if (at === undefined) return undefined;
    const scope = analyseMicroflow(record, { index, catalog: project.catalog }).scopeAt(at);
    return fillingVariables({ index, scope, type: { kind: "object", entity } })[0];
  }
}

const variable = ({ fields }: ElementRecord) => `$${String(fields["output"])}`;

/** Adds the activities that get an item, and gives the last of them. */
function addGetItem(row: Row, { facts, item, region }: WantedItem): ElementRecord {
  const credentials = row.known(names.credentials) ?? variable(row.add(names.getCredentials, {})).slice(1);
  const create = (entity: QualifiedName, members: readonly { member: string; value: string }[]) =>
    variable(row.add("createObject", { entity, members: [...members] }));
  const request = create(names.request, [{ member: "TableName", value: quoted(facts.name) }]);
  const key = create(names.key, [{ member: names.keyOfRequest, value: request }]);
  for (const { name } of facts.key) {
    const value = item[name];
    if (!value) continue;
    const { entity, ...part } = keyValue(value);
    create(entity, [{ member: "Key", value: quoted(name) }, part, { member: names.partOfKey, value: key }]);
  }
  return row.add(names.getItem, {
    GetItemRequest: request,
    Credentials: `$${credentials}`,
    ...(region === null ? {} : { Region: `${names.region}.${region}` }),
  });
}

/** Makes a microflow that does nothing yet, and gives its id and the flow from its start to its end. */
function addMicroflow(
  transaction: Transaction,
  project: StudioProject,
  { module, table }: { readonly module: ModuleRecord; readonly table: string },
): { readonly microflow: string; readonly place: InsertionPlace } {
  const wanted = dataMessages.newMicroflowName(table.replaceAll(/\W/g, "_"));
  const name = freeName(
    wanted,
    (free) => documentNameFault(project.index, { name: free, module }) === undefined,
  );
  const microflow = newRecordId();
  transaction.add({
    id: microflow,
    type: "microflow",
    parent: module.id,
    name,
    returnType: { kind: "nothing" },
    allowedRoles: [],
  });
  addMicroflowElements(transaction, microflow);
  const flow = transaction.children(microflow).find((record) => record.type === "sequenceFlow");
  return {
    microflow,
    place: flow ? { kind: "flow", flow: flow.id } : { kind: "canvas", at: { x: 120, y: 260 } },
  };
}

/** Puts the activities that get an item into a microflow, as one step, and shows them. */
export function insertGetItem(project: StudioProject, wanted: WantedItem, where: UsePlace): void {
  const table = wanted.facts.name;
  let shown: { readonly microflow: string; readonly element: string } | undefined;
  const present =
    "microflow" in where
      ? {
          microflow: where.microflow,
          place:
            placeBehind({ project, microflow: where.microflow }) ??
            ({ kind: "canvas", at: { x: 120, y: 260 } } as const),
        }
      : undefined;
  project.store.transact(dataMessages.intoStep(table), (transaction) => {
    const { microflow, place } =
      present ??
      addMicroflow(transaction, project, { module: (where as { module: ModuleRecord }).module, table });
    const row = new Row(transaction, { project, microflow }, place);
    shown = { microflow, element: addGetItem(row, wanted).id };
  });
  if (shown)
    workspace
      .getState()
      .goTo({ target: { kind: "microflow", id: shown.microflow }, records: [shown.element] });
}
