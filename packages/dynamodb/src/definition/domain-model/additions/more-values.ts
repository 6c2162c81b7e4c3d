import { entity, manyToOne } from "@rivulet/model";
import { addedPart } from "./added.ts";

const collection = (name: string, documentation: string) =>
  entity(name, documentation, { specializes: "KeyValueCollection" });

/** The types of DynamoDB for which the original has no entity. */
export const moreValues = addedPart({
  entities: [
    entity("KeyValueBinary", "Named bytes (DynamoDB type B).", {
      specializes: "AbstractKey",
      attributes: [
        ["BinaryValue", "Binary", "The bytes; there may be none, except in a key. Required.", "required"],
      ],
    }),
    entity("KeyValueNull", "A name whose value is null (DynamoDB type NULL); not the same as no such name.", {
      specializes: "AbstractKey",
    }),
    entity("KeyValueCollection", "What a list, a map and the three sets have in common: their members.", {
      specializes: "AbstractKey",
      isAbstract: true,
    }),
    collection(
      "KeyValueList",
      "A named list (DynamoDB type L). Its members may be of any type; their Key is left empty.",
    ),
    collection("KeyValueMap", "A named map (DynamoDB type M). The Key of a member is its name in the map."),
    collection(
      "KeyValueStringSet",
      "A named set of different texts (DynamoDB type SS), at least one. Its members are KeyValueString; their Key is left empty.",
    ),
    collection(
      "KeyValueNumberSet",
      "A named set of different numbers (DynamoDB type NS), at least one. Its members are KeyValueLong and KeyValueDecimal; their Key is left empty.",
    ),
    collection(
      "KeyValueBinarySet",
      "A named set of different bytes (DynamoDB type BS), at least one. Its members are KeyValueBinary; their Key is left empty.",
    ),
  ],
  associations: [
    manyToOne(
      "AbstractKey",
      "KeyValueCollection",
      "The members of a list, a map or a set, in the order in which they were linked. Only KeyValue entities belong here.",
    ),
  ],
});
