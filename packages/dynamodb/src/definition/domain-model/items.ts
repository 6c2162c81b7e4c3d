import { entity, enumeration, type ModulePart, manyToOne, needed } from "@rivulet/model";

/** Items and the values in them. */
export const items: ModulePart = {
  entities: [
    entity(
      "AbstractItem",
      "An item (a row) of a table, or the key of one: it consists of key-value objects, at least one. Create one of its specializations.",
      { isAbstract: true },
    ),
    entity("AbstractKey", "The name in a pair of name and value.", {
      isAbstract: true,
      attributes: [["Key", "String", "Name of the item's attribute (its column). Required.", "required"]],
    }),
    entity("KeyValueString", "A named text (DynamoDB type S).", {
      specializes: "AbstractKey",
      attributes: [
        [
          "StringValue",
          "String",
          "The text, of any length; it may have no characters, except in a key. Required.",
          "required",
        ],
      ],
    }),
    entity("KeyValueLong", "A named whole number (DynamoDB type N).", {
      specializes: "AbstractKey",
      attributes: [["LongValue", "Long", "The number, exact in 64 bits. Required.", "required"]],
    }),
    entity(
      "KeyValueDecimal",
      "A named decimal number (DynamoDB type N). What is read becomes a KeyValueLong where it is whole and fits into 64 bits, so one column may arrive as both.",
      {
        specializes: "AbstractKey",
        attributes: [["DecimalValue", "Decimal", "The number, exact up to 38 digits. Required.", "required"]],
      },
    ),
    entity("KeyValueBoolean", "A named yes or no (DynamoDB type BOOL).", {
      specializes: "AbstractKey",
      attributes: [
        ["BooleanValue", "Enumeration(ENUM_BooleanValue)", "True or false. Required.", "required"],
      ],
    }),
  ],
  associations: [
    needed(
      manyToOne(
        "AbstractKey",
        "AbstractItem",
        "The values of an item, in the order in which they were linked. Only KeyValue entities belong here.",
      ),
    ),
  ],
  enumerations: [
    enumeration("ENUM_BooleanValue", "A Boolean that can also be empty.", [
      ["_TRUE", "TRUE", "The value is true."],
      ["_FALSE", "FALSE", "The value is false."],
    ]),
  ],
};
