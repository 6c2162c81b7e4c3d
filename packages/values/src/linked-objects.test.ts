import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkedObject, linkedObjects, linkNew, linkWhenLookedAt, unlink } from "./association-links.ts";
import { createObject, type EntityObject } from "./entity-object.ts";
import { LinkedObjects } from "./linked-objects.ts";

const shape = {
  name: "M.Line",
  generalization: null,
  isPersistable: false,
  attributes: [],
  attributesByName: new Map(),
};
const association = {
  name: "M.Line_Order",
  owner: "M.Line",
  target: "M.Order",
  multiplicity: "single",
  isOneToOne: false,
} as const;

const newObjects = (count: number): EntityObject[] =>
  Array.from({ length: count }, () => createObject(shape));

describe("the objects that one object is linked to", () => {
  const one = fc.nat({ max: 39 });
  const steps = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ step: fc.constant("add"), object: one }) },
      { weight: 3, arbitrary: fc.record({ step: fc.constant("delete"), object: one }) },
      fc.record({ step: fc.constant("clear"), object: one }),
    ),
    { maxLength: 120 },
  );

  test.each(["addNew", "addLater"] as const)("are what a list of them would be, after %s", (begin) => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), steps, (begun, changes) => {
        const objects = newObjects(40);
        const linked = new LinkedObjects(association, "target");
        let expected = objects.slice(0, begun);
        if (begin === "addNew") linked.addNew(expected);
        else linked.addLater(() => objects.slice(0, begun));
        for (const { step, object: position } of changes) {
          const object = objects[position] as EntityObject;
          if (step === "clear") {
            linked.clear();
            expected = [];
          } else {
            expected = expected.filter((each) => step === "add" || each !== object);
            if (step === "add" && !expected.includes(object)) expected = [...expected, object];
            if (step === "add") linked.add(object);
            else linked.delete(object);
          }
          expect(linked.has(object)).toBe(expected.includes(object));
        }
        expect(linked.toArray()).toEqual(expected);
        expect([linked.size, linked.first]).toEqual([expected.length, expected[0] ?? null]);
      }),
    );
  });
});

describe("links that are made when somebody looks", () => {
  const lines = newObjects(3);
  const view = (object: EntityObject, end: "owner" | "target") => ({ object, association, end });

  test("are made once, by the first look from the target", () => {
    const [order] = newObjects(1) as [EntityObject];
    let made = 0;
    linkWhenLookedAt(association, order, () => {
      made += 1;
      return newObjects(2);
    });
    expect(made).toBe(0);
    const found = linkedObjects(view(order, "target"));
    expect([made, found.length]).toEqual([1, 2]);
    expect(linkedObjects(view(order, "target"))).toEqual(found);
    expect(found.map((line) => linkedObject(view(line, "owner")))).toEqual([order, order]);
    expect(made).toBe(1);
  });

  test("come behind those that are there", () => {
    const [order] = newObjects(1) as [EntityObject];
    linkNew(association, lines.slice(0, 1), order);
    linkWhenLookedAt(association, order, () => lines.slice(1));
    expect(linkedObjects(view(order, "target"))).toEqual(lines);
    unlink(view(order, "target"), lines[1] as EntityObject);
    expect(linkedObjects(view(order, "target"))).toEqual([lines[0], lines[2]]);
  });

  test("are tried again where making them failed", () => {
    const [order] = newObjects(1) as [EntityObject];
    let fails = true;
    linkWhenLookedAt(association, order, () => {
      if (fails) throw new Error("Too many objects.");
      return newObjects(1);
    });
    expect(() => linkedObjects(view(order, "target"))).toThrow("Too many objects.");
    fails = false;
    expect(linkedObjects(view(order, "target"))).toHaveLength(1);
  });
});
