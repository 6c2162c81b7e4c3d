import { createEngine, type Engine, type LoadedProject, type RunSettings } from "@rivulet/runtime";
import { type EntityObject, ObjectList, ObjectTemplate, writeAttribute } from "@rivulet/values";
import type { PrepareSubject } from "../harness/measure.ts";
import { otherEntities, otherFlows } from "./other-flows.ts";
import { benchProject, loopFlow } from "./sample-flows.ts";

const settings: RunSettings = {
  configuration: "Bench",
  endpoint: { kind: "aws" },
  region: undefined,
  constant: () => null,
  awsEnvironment: {},
};

const entities = {
  ...otherEntities,
  Order: { Quantity: "long", Name: "string" },
  Line: { Amount: "long", Label: "string" },
} as const;

/** The flow that is written out in hand-written.ts. */
const keepLargeOrders = loopFlow({
  name: "KeepLargeOrders",
  from: "Order",
  to: "Line",
  members: { Amount: "$Item/Quantity * 3 + 7", Label: "'Order ' + $Item/Name" },
  condition: "$New/Amount > 150",
});

/** An engine with the flow and the 80 others. */
class LoopBench {
  readonly #engine: Engine = createEngine();
  readonly #project: LoadedProject;

  constructor() {
    this.#project = this.#engine.fromRecords(
      benchProject(entities, [keepLargeOrders, ...otherFlows.map(loopFlow)]),
    );
  }

  /** A list of objects. They are made without anything beside them: a peak of memory shall be that of the run. */
  list(entity: string, count: number, fill: (object: EntityObject, index: number) => void): ObjectList {
    const name = `Bench.${entity}`;
    const shape = this.#project.index.shape(name);
    if (!shape) throw new Error(`There is no ${name}.`);
    const template = new ObjectTemplate(shape);
    const items = Array.from({ length: count }, (_, index) => {
      const object = template.create();
      fill(object, index);
      return object;
    });
    return new ObjectList(name, items);
  }

  /** The orders of hand-written.ts; a test compares what both sides make of them. */
  orders(count: number): ObjectList {
    return this.list("Order", count, (order, index) => {
      writeAttribute(order, "Quantity", index % 97);
      writeAttribute(order, "Name", `n${index}`);
    });
  }

  async run(flow: string, items: ObjectList): Promise<ObjectList> {
    const outcome = await this.#engine.run(this.#project, `Bench.${flow}`, {
      settings,
      values: { Items: items },
    });
    if (outcome.status !== "completed") throw outcome.error;
    return outcome.value as ObjectList;
  }

  /** Runs every other flow often enough for V8 to compile what it shares with the one that is measured. */
  async runOthers(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      for (const { name, from } of otherFlows) {
        const items = this.list(from, 100, (object, index) => {
          writeAttribute(object, "A", index % 13);
          writeAttribute(object, "B", `n${index}`);
        });
        await this.run(name, items);
      }
    }
  }
}

/** A thousand rounds after the 80 other flows ran. */
export const loopOfThousand: PrepareSubject = async () => {
  const bench = new LoopBench();
  await bench.runOthers();
  const orders = bench.orders(1_000);
  return () => bench.run("KeepLargeOrders", orders);
};

/** A million rounds after the 80 other flows ran. */
export const loopOfMillion: PrepareSubject = async () => {
  const bench = new LoopBench();
  await bench.runOthers();
  const orders = bench.orders(1_000_000);
  return () => bench.run("KeepLargeOrders", orders);
};

/** A million rounds in a process that did nothing else. */
export const onlyLoopOfMillion: PrepareSubject = () => {
  const bench = new LoopBench();
  const orders = bench.orders(1_000_000);
  return () => bench.run("KeepLargeOrders", orders);
};
