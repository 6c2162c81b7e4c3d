import { type JsonValue, newRecordId, type ProjectIndex, type WidgetRecord } from "@rivulet/model";
import { findWidget, type WidgetDefinition, type WidgetField, widgetsOfPage } from "@rivulet/pages";
import { unreachable } from "@rivulet/values";
import { generateKeyBetween } from "fractional-indexing";
import { type Landing, orderAt } from "./widget-place.ts";

function initialValue(field: WidgetField): JsonValue | undefined {
  switch (field.kind) {
    case "template":
      return { text: field.initialValue, arguments: [] };
    case "choice":
    case "number":
    case "boolean":
    case "text":
      return field.initialValue;
    case "dataSource":
    case "picture":
    case "snippet":
    case "attribute":
    case "condition":
    case "numberFormat":
    case "datePattern":
      return undefined;
    case "action":
      return field.isRequired ? { kind: "nothing" } : undefined;
    default:
      return unreachable(field);
  }
}

/** The saved fields of a new widget. */
function initialFields({ fields }: WidgetDefinition): Record<string, JsonValue> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = initialValue(field);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

/** A name that no widget of the page has: `text1`, `text2` ... */
export function freeWidgetName(kind: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`${kind}${number}`)) return `${kind}${number}`;
}

/** The names that widgets of a page have. */
export function namesIn(page: string, index: ProjectIndex): Set<string> {
  return new Set([...widgetsOfPage(page, index)].map(({ name }) => name));
}

/** New widgets of a page: each under a free name, with the parts that its kind is made of. */
export class NewWidgets {
  readonly records: WidgetRecord[] = [];
  readonly #taken: Set<string>;

  constructor(page: string, index: ProjectIndex) {
    this.#taken = namesIn(page, index);
  }

  /** Adds a widget where it lands; returns its id. */
  land(definition: WidgetDefinition, landing: Landing, index: ProjectIndex): string {
    return this.add(definition, this.#ground(landing, index));
  }

  /** Adds a copy of a widget, without what is in it, where it lands; returns its id. */
  landCopy(widget: WidgetRecord, landing: Landing, index: ProjectIndex): string {
    const { parent, order } = this.#ground(landing, index);
    return this.addCopy({ ...widget, order }, parent);
  }

  /** Adds a copy of a widget under its own name, or another one where that is taken; returns its id. */
  addCopy(widget: WidgetRecord, parent: string): string {
    const id = newRecordId();
    const name = this.#taken.has(widget.name) ? freeWidgetName(widget.kind, this.#taken) : widget.name;
    this.#taken.add(name);
    this.records.push({ ...widget, id, parent, name });
    return id;
  }

  /** Where something stands that lands: in a new part where only parts can stand. */
  #ground({ place, part }: Landing, index: ProjectIndex): Pick<WidgetRecord, "parent" | "order"> {
    const at = { parent: place.parent, order: orderAt(place, index) };
    return part ? { parent: this.add(part, at), order: generateKeyBetween(null, null) } : at;
  }

  /** Adds a widget with the parts that its kind is made of; returns its id. */
  add(definition: WidgetDefinition, at: Pick<WidgetRecord, "parent" | "order">): string {
    const { kind, parts } = definition;
    const id = newRecordId();
    const name = freeWidgetName(kind, this.#taken);
    this.#taken.add(name);
    this.records.push({ id, type: "widget", ...at, kind, name, fields: initialFields(definition) });
    const part = parts && findWidget(parts.kind);
    if (!part) return id;
    let order: string | null = null;
    for (let count = 0; count < parts.count; count += 1) {
      order = generateKeyBetween(order, null);
      this.add(part, { parent: id, order });
    }
    return id;
  }
}
