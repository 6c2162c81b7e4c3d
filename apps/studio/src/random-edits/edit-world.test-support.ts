import { platformDefinitions } from "@rivulet/activities";
import type { ElementRecord, ProjectRecord, RecordOf, RecordType } from "@rivulet/model";
import {
  buildProject,
  call,
  changeObject,
  createList,
  createObject,
  decision,
  log,
  loop,
  type WidgetSketch,
} from "@rivulet/testkit";
import type { Drawing } from "../canvas/drawing.ts";
import { StudioProject } from "../project/studio-project.ts";

/** Names that people and other programs give: plain ones, taken ones, and what never was a name. */
const names = ["Total", "Order", "Order_2", "größe", "", "a b", "9", "</script>", "x".repeat(80)];
const texts = ["", "Two words", "$Order/Total > 1", "'it''s'", "a\nb", "\u202e🙂 & <b>"];

const orderWidgets: readonly WidgetSketch[] = [
  {
    kind: "container",
    name: "head",
    widgets: [{ kind: "text", name: "title", fields: { content: { text: "Orders", arguments: [] } } }],
  },
  {
    kind: "listView",
    name: "orders",
    fields: { source: { kind: "microflow", microflow: "Sales.Check", arguments: {} } },
    widgets: [
      {
        kind: "text",
        name: "total",
        fields: { content: { text: "{1}", arguments: ["$currentObject/Total"] } },
      },
    ],
  },
  { kind: "button", name: "pay", fields: { caption: { text: "Pay", arguments: [] } } },
];

/** A small project with something of everything that can be edited. */
function sample() {
  const { records } = buildProject({
    configurations: [
      { name: "Embedded", kind: "embedded", constants: {} },
      { name: "AWS", kind: "aws", region: "eu-west-1", constants: { "Sales.Limit": 5 } },
    ],
    userRoles: [{ name: "User", moduleRoles: ["Sales.Clerk"] }],
    navigation: {
      homePage: "Sales.Orders",
      menu: [
        { id: "menu.orders", caption: "Orders", action: { kind: "showPage", page: "Sales.Orders" } },
        { id: "menu.help", caption: "Help" },
      ],
    },
    modules: {
      Sales: {
        roles: ["Clerk"],
        folders: ["Payment"],
        entities: { Order: { attributes: { Total: "Decimal" } }, Line: { generalization: "Sales.Order" } },
        associations: { Line_Order: "Line -> Order" },
        enumerations: { Kind: ["Cheap", "Dear"] },
        constants: { Limit: { type: "Integer", value: 3 } },
        microflows: {
          Pay: {
            parameters: { Order: "Object(Sales.Order)" },
            allowedRoles: ["Clerk"],
            elements: {
              large: decision("$Order/Total > 100"),
              orders: createList("Sales.Order", "OrderList"),
              each: loop("OrderList", "One", { elements: { change: changeObject("One", { Total: "1" }) } }),
              again: call("Sales.Check", {}),
            },
            flows: ["start > large", "large true> orders > each > again > end", "large false> end"],
          },
          Check: { elements: { make: createObject("Sales.Order", "New"), tell: log("'Made'") } },
        },
        pages: { Orders: { visibleFor: ["Clerk"], widgets: orderWidgets } },
      },
      Other: { entities: { Thing: {} } },
    },
  });
  return [...records.values()];
}

/**
 * A project under random edits. What an edit acts on is drawn from what is there, by the numbers that the edit was
 * given, so that a failing list of edits still means something when some of them are left out.
 */
export class EditWorld {
  readonly project = new StudioProject(
    { records: sample(), hashes: {} },
    { modules: [], activities: platformDefinitions },
  );
  /** What was copied last. */
  clipboard = "";
  #draws: readonly number[] = [];
  #next = 0;

  /** The numbers that the next edit draws from. */
  useDraws(draws: readonly number[]): void {
    this.#draws = draws;
    this.#next = 0;
  }

  /** A number from 0 to below `limit`. */
  number(limit: number): number {
    const drawn = this.#draws[this.#next % Math.max(1, this.#draws.length)] ?? 0;
    this.#next += 1;
    return drawn % limit;
  }

  isLucky(): boolean {
    return this.number(2) === 0;
  }

  /** One of them; `undefined` when there is none. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : items[this.number(items.length)];
  }

  /** Some of them, in their order. */
  some<Item>(items: readonly Item[]): Item[] {
    return items.filter(() => this.number(3) === 0);
  }

  name(): string {
    return this.pick(names) ?? "";
  }

  text(): string {
    return this.pick(texts) ?? "";
  }

  point() {
    return { x: this.number(1_200) - 100, y: this.number(800) - 100 };
  }

  all<Type extends RecordType>(type: Type): RecordOf<Type>[] {
    const isOfType = (record: ProjectRecord): record is RecordOf<Type> & ProjectRecord =>
      record.type === type;
    return [...this.project.store.records.values()].filter(isOfType);
  }

  one<Type extends RecordType>(type: Type): RecordOf<Type> | undefined {
    return this.pick(this.all(type));
  }

  drawing(): Drawing | undefined {
    const microflow = this.one("microflow")?.id;
    return microflow === undefined ? undefined : { project: this.project, microflow };
  }

  /** Elements of a drawing, those in loops too. */
  elementsOf({ microflow }: Drawing): ElementRecord[] {
    const inside = (parent: string): ElementRecord[] =>
      this.project.index
        .children(parent)
        .flatMap((record) => (record.type === "element" ? [record, ...inside(record.id)] : []));
    return inside(microflow);
  }
}
