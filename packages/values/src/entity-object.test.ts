import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createObject,
  identityOf,
  ObjectTemplate,
  readAttribute,
  slotReader,
  slotWriter,
  writeAttribute,
} from "./entity-object.ts";
import { type AttributeShape, type EntityShape, isKindOf } from "./entity-shape.ts";
import type { Value } from "./value.ts";

const value = fc.oneof<fc.Arbitrary<Value>[]>(
  fc.string(),
  fc.integer(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
  fc.boolean(),
  fc.uint8Array(),
  fc.constant(null),
);

function shapeWith(initialValues: readonly Value[], generalization: EntityShape | null = null): EntityShape {
  const inherited = generalization?.attributes ?? [];
  const own = initialValues.map((initialValue, index): AttributeShape => {
    const slot = inherited.length + index;
    return { name: `a${slot}`, type: { kind: "string" }, slot, initialValue };
  });
  const attributes = [...inherited, ...own];
  const attributesByName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  const name = generalization ? `${generalization.name}X` : "M.A";
  return { name, generalization, isPersistable: false, attributes, attributesByName };
}

describe("an object", () => {
  it("starts with the initial values of its entity, however many attributes that has", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), (initialValues) => {
        const object = createObject(shapeWith(initialValues));
        expect(initialValues.map((_, slot) => slotReader(slot)(object))).toEqual(initialValues);
        expect(object.identity.isShared).toBe(true);
      }),
    );
  });

  it("holds what was written last into each attribute, by slot and by name", () => {
    const writes = fc.array(fc.record({ slot: fc.nat(19), value, isByName: fc.boolean() }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 20 }), writes, (initialValues, steps) => {
        const object = createObject(shapeWith(initialValues));
        const expected = [...initialValues];
        for (const { slot, value: written, isByName } of steps) {
          if (isByName) writeAttribute(object, `a${slot}`, written);
          else slotWriter(slot)(object, written);
          expected[slot] = written;
        }
        expect(expected.map((_, slot) => readAttribute(object, `a${slot}`))).toEqual(expected);
        expect(expected.map((_, slot) => slotReader(slot)(object))).toEqual(expected);
      }),
    );
  });

  it("of a specialization has the slots of its generalization", () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 12 }),
        fc.array(value, { maxLength: 12 }),
        (inherited, own) => {
          const general = shapeWith(inherited);
          const special = shapeWith(own, general);
          const object = createObject(special);
          for (const { slot, initialValue } of general.attributes)
            expect(slotReader(slot)(object)).toBe(initialValue);
          expect([isKindOf(special, "M.A"), isKindOf(special, "M.AX"), isKindOf(general, "M.AX")]).toEqual([
            true,
            true,
            false,
          ]);
        },
      ),
    );
  });

  it("does not share its values with another one", () => {
    const shape = shapeWith(Array.from({ length: 12 }, () => null));
    const [first, second] = [createObject(shape), createObject(shape)];
    for (let slot = 0; slot < 12; slot += 1) slotWriter(slot)(first, slot);
    expect(shape.attributes.map(({ slot }) => slotReader(slot)(second))).toEqual(
      Array.from({ length: 12 }, () => null),
    );
  });

  it("is given one identity", () => {
    const template = new ObjectTemplate(shapeWith([]));
    const [object, other] = [template.create(), template.create()];
    expect(identityOf(object)).toBe(identityOf(object));
    expect(identityOf(object)).toMatchObject({ id: 0, links: [] });
    expect(identityOf(object)).not.toBe(identityOf(other));
    expect(object.shape).toBe(template.shape);
  });

  it("has no attribute that its entity does not have", () => {
    const object = createObject(shapeWith([1]));
    expect(() => readAttribute(object, "nope")).toThrow("Entity M.A has no attribute nope.");
    expect(() => writeAttribute(object, "toString", 1)).toThrow("Entity M.A has no attribute toString.");
  });
});
