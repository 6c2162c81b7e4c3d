import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  link,
  linkedObject,
  linkedObjects,
  linkWhenLookedAt,
  setLinks,
  unlink,
  unlinkAll,
} from "./association-links.ts";
import { createObject, type EntityObject, identityOf } from "./entity-object.ts";
import { type AssociationEnd, type AssociationShape, oppositeEnd, seesOne } from "./entity-shape.ts";

const kinds: readonly (AssociationShape & { readonly title: string })[] = (
  [
    ["many owners to one target", "single", false],
    ["one to one", "single", true],
    ["many to many", "set", false],
  ] as const
).map(([title, multiplicity, isOneToOne]) => ({
  title,
  name: "M.A_B",
  owner: "M.A",
  target: "M.B",
  multiplicity,
  isOneToOne,
}));

const shape = {
  name: "M.A",
  generalization: null,
  isPersistable: false,
  attributes: [],
  attributesByName: new Map(),
};
const newObjects = (count: number) => Array.from({ length: count }, () => createObject(shape));

const ends = ["owner", "target"] as const;

/** The obvious form: who sees whom, as two tables of lists of numbers. */
class Links {
  readonly #association: AssociationShape;
  readonly #seen = { owner: new Map<number, number[]>(), target: new Map<number, number[]>() };

  constructor(association: AssociationShape) {
    this.#association = association;
  }

  seen(end: AssociationEnd, object: number): number[] {
    return this.#seen[end].get(object) ?? [];
  }

  #set(end: AssociationEnd, object: number, others: number[]): void {
    this.#seen[end].set(object, others);
  }

  unlink(end: AssociationEnd, object: number, other: number): void {
    this.#set(
      end,
      object,
      this.seen(end, object).filter((one) => one !== other),
    );
    const back = oppositeEnd(end);
    this.#set(
      back,
      other,
      this.seen(back, other).filter((one) => one !== object),
    );
  }

  unlinkAll(end: AssociationEnd, object: number): void {
    for (const other of this.seen(end, object)) this.unlink(end, object, other);
  }

  link(end: AssociationEnd, object: number, other: number): void {
    const back = oppositeEnd(end);
    if (this.seen(end, object).includes(other)) return;
    if (seesOne(this.#association, end)) this.unlinkAll(end, object);
    if (seesOne(this.#association, back)) this.unlinkAll(back, other);
    this.#set(end, object, [...this.seen(end, object), other]);
    this.#set(back, other, [...this.seen(back, other), object]);
  }

  setLinks(end: AssociationEnd, object: number, others: readonly number[]): void {
    const wanted = [...new Set(seesOne(this.#association, end) ? others.slice(-1) : others)];
    for (const other of this.seen(end, object)) if (!wanted.includes(other)) this.unlink(end, object, other);
    for (const other of wanted) this.link(end, object, other);
    this.#set(end, object, wanted);
  }
}

const count = 4;
const number = fc.nat(count - 1);
const step = fc.record({
  action: fc.constantFrom("link", "unlink", "unlinkAll", "setLinks"),
  end: fc.constantFrom(...ends),
  object: number,
  others: fc.array(number, { minLength: 1, maxLength: count }),
});

describe.each(kinds)("an association of $title", (association) => {
  it("is seen alike from both ends, in the order of linking, whatever is done", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, areLinkedFirst) => {
        const links = new Links(association);
        const objects = { owner: newObjects(count), target: newObjects(count) };
        const linkedFirst = association.isOneToOne ? objects.owner.slice(0, 1) : objects.owner;
        if (areLinkedFirst) {
          linkWhenLookedAt(association, objects.target[0] as EntityObject, () => [...linkedFirst]);
          linkedObjects({ object: objects.target[0] as EntityObject, association, end: "target" });
          for (const index of linkedFirst.keys()) links.link("owner", index, 0);
        }
        const at = (end: AssociationEnd, index: number) => objects[end][index] as EntityObject;
        for (const { action, end, object, others } of steps) {
          const view = { object: at(end, object), association, end };
          const [first = 0] = others;
          const back = oppositeEnd(end);
          if (action === "link") link(view, at(back, first));
          else if (action === "unlink") unlink(view, at(back, first));
          else if (action === "unlinkAll") unlinkAll(view);
          else
            setLinks(
              view,
              others.map((other) => at(back, other)),
            );
          if (action === "setLinks") links.setLinks(end, object, others);
          else links[action](end, object, first);
        }
        for (const end of ends) {
          for (let index = 0; index < count; index += 1) {
            const view = { object: at(end, index), association, end };
            const seen = linkedObjects(view).map((other) => objects[oppositeEnd(end)].indexOf(other));
            expect(seen).toEqual(links.seen(end, index));
            expect(linkedObject(view)).toBe(linkedObjects(view)[0] ?? null);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("objects that were made for one target", () => {
  const association = kinds[0] as AssociationShape;
  const madeFor = (target: EntityObject) => {
    linkWhenLookedAt(association, target, () => newObjects(3));
    return linkedObjects({ object: target, association, end: "target" }) as [EntityObject, EntityObject];
  };

  it("share what is known of them", () => {
    const [target] = newObjects(1) as [EntityObject];
    const [first, second] = madeFor(target);
    expect(first.identity).toBe(second.identity);
    expect(linkedObject({ object: second, association, end: "owner" })).toBe(target);
  });

  it("get their own once they have an id", () => {
    const [target] = newObjects(1) as [EntityObject];
    const [first, second] = madeFor(target);
    identityOf(first).id = 7;
    expect(second.identity.id).toBe(0);
    expect(linkedObject({ object: first, association, end: "owner" })).toBe(target);
  });

  it("are changed one by one", () => {
    const [target, other] = newObjects(2) as [EntityObject, EntityObject];
    const [first, second] = madeFor(target);
    link({ object: first, association, end: "owner" }, other);
    expect(linkedObject({ object: first, association, end: "owner" })).toBe(other);
    expect(linkedObject({ object: second, association, end: "owner" })).toBe(target);
    expect(linkedObjects({ object: target, association, end: "target" })).not.toContain(first);
  });
});

describe("an association of an entity with itself", () => {
  const association = { ...kinds[2], owner: "M.A", target: "M.A" } as AssociationShape;

  it("keeps its two ends apart", () => {
    const [first, second] = newObjects(2) as [EntityObject, EntityObject];
    link({ object: first, association, end: "owner" }, second);
    expect(linkedObjects({ object: first, association, end: "owner" })).toEqual([second]);
    expect(linkedObjects({ object: first, association, end: "target" })).toEqual([]);
    expect(linkedObjects({ object: second, association, end: "target" })).toEqual([first]);
  });

  it("can link an object with itself", () => {
    const [object] = newObjects(1) as [EntityObject];
    link({ object, association, end: "owner" }, object);
    for (const end of ends) expect(linkedObjects({ object, association, end })).toEqual([object]);
    unlink({ object, association, end: "target" }, object);
    for (const end of ends) expect(linkedObjects({ object, association, end })).toEqual([]);
  });
});

it("looking at an object that was never linked gives it no identity", () => {
  const [object] = newObjects(1) as [EntityObject];
  for (const association of kinds) for (const end of ends) linkedObjects({ object, association, end });
  expect(object.identity.isShared).toBe(true);
});
