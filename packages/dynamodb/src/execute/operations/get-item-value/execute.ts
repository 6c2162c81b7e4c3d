import { FlowError, implement } from "@rivulet/runtime";
import type { DataType } from "@rivulet/values";
import {
  Decimal,
  type EntityObject,
  isKindOf,
  readAttribute,
  scalarFromJson,
  type Value,
} from "@rivulet/values";
import { getItemValue } from "../../../definition/index.ts";
import { titleOf } from "../../items/refusals.ts";
import { itemValueReaders, readerOf } from "../../items/value-readers.ts";
import { inModule } from "../../module-name.ts";

type Reading = (value: NonNullable<Value>) => Value | undefined;

/** How the value in a KeyValue object becomes one of a type; `undefined` when it cannot without a guess. */
const readings: Readonly<Record<string, Readonly<Record<string, Reading>>>> = {
  string: { StringValue: (value) => value },
  integer: { LongValue: (value) => value },
  decimal: {
    DecimalValue: (value) => value,
    LongValue: (value) => new Decimal(value as number | bigint, 0),
  },
  boolean: { BooleanValue: (value) => value === "_TRUE" },
  dateTime: { StringValue: (value) => scalarFromJson("dateTime", value) },
  binary: { BinaryValue: (value) => value },
};

function wrongType(object: EntityObject, type: DataType["kind"]): FlowError {
  return new FlowError({
    code: "wrong-value-type",
    message: `The value is a ${titleOf(object)}, which cannot be read as ${type}. Choose the data type that fits it, or retrieve the object over AbstractKey_AbstractItem.`,
    details: { entity: object.shape.name, type },
  });
}

function valueOf(object: EntityObject, type: DataType["kind"]): Value {
  if (isKindOf(object.shape, inModule("KeyValueNull"))) return null;
  const reader = readerOf(object, itemValueReaders);
  const read = reader?.kind === "scalar" ? readings[type]?.[reader.attribute] : undefined;
  if (reader?.kind !== "scalar" || !read) throw wrongType(object, type);
  const value = readAttribute(object, reader.attribute);
  if (value === null) return null;
  const result = read(value);
  if (result === undefined) throw wrongType(object, type);
  return result;
}

/** Reads one value of an item. */
export const executeGetItemValue = implement(getItemValue, ({ Item, Attribute, type }, { linked }) => {
  if (Item === null) {
    throw new FlowError({ code: "missing-item", message: "The item of Get item value is empty." });
  }
  if (Attribute === null || Attribute === "") {
    throw new FlowError({
      code: "missing-attribute-name",
      message: "Attribute of Get item value is empty. Name the attribute that is wanted.",
    });
  }
  const found = linked(inModule("AbstractKey_AbstractItem"), Item).find(
    (value) => readAttribute(value, "Key") === Attribute,
  );
  return found ? valueOf(found, type.kind) : null;
});
