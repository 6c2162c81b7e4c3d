import { ActivityCatalog, defineActivity, type KnownRegion, platformDefinitions } from "@rivulet/activities";
import {
  buildProject,
  changeObject,
  createObject,
  decision,
  type ElementSketch,
  merge,
  type SampleProject,
} from "@rivulet/testkit";
import type { ProblemCase } from "./problem-case.test-support.ts";

/** An activity of a connector: finds a row by its key, which has up to two texts or numbers. */
const find = defineActivity({
  kind: "Store.Find",
  label: "Find",
  group: "amazonDynamoDB",
  icon: "search",
  summary: "Finds a row.",
  documentation: "Finds a row.",
  fields: [
    {
      name: "Request",
      kind: "expression",
      label: "Request",
      documentation: "What to find.",
      isRequired: true,
      expected: [{ from: "fixed", type: { kind: "object", entity: "Store.Request" } }],
      presentation: "parameter",
    },
    {
      name: "Region",
      kind: "expression",
      label: "Region",
      documentation: "Where to find it.",
      isRequired: false,
      expected: [],
      presentation: "parameter",
    },
  ],
  namingAttributes: [
    { entity: "Store.Request", attribute: "Table", names: "table" },
    { entity: "Store.Request", attribute: "Index", names: "index" },
    { entity: "Store.Request", attribute: "Condition", names: "keyCondition" },
    { entity: "Store.Value", attribute: "Name", names: "keyPart" },
  ],
  keyedObjects: (["key", "item"] as const).map((form) => ({
    entity: form === "key" ? "Store.RowKey" : "Store.Row",
    form,
    holderAttribute: "Table",
    regionField: "Region",
    parts: {
      association: "Store.Value_AbstractRow",
      nameAttribute: "Name",
      entities: ["Store.Text", "Store.Number"],
      most: 2,
    },
    known: {
      place: "the store",
      keys: {
        Stock: [
          { name: "Shelf", role: "partition key", entities: ["Store.Text"] },
          { name: "Place", role: "sort key", entities: ["Store.Number"] },
        ],
      },
    },
  })),
  subtitle: "{Request}",
});

const catalog = new ActivityCatalog([...platformDefinitions, find]);

function storeProject(
  elements: Readonly<Record<string, ElementSketch>>,
  flows?: readonly string[],
): SampleProject {
  return buildProject(
    {
      modules: {
        Store: {
          entities: {
            Request: { attributes: { Table: "String", Index: "String", Condition: "String" } },
            AbstractRow: { isAbstract: true },
            RowKey: { generalization: "Store.AbstractRow" },
            Row: { generalization: "Store.AbstractRow" },
            Values: { generalization: "Store.AbstractRow" },
            Value: { attributes: { Name: "String" } },
            Text: { generalization: "Store.Value" },
            Number: { generalization: "Store.Value" },
            Flag: { generalization: "Store.Value" },
          },
          associations: {
            RowKey_Request: "RowKey <-> Request",
            Row_Request: "Row -> Request",
            Values_Request: "Values <-> Request",
            Value_AbstractRow: "Value -> AbstractRow",
          },
          enumerations: { Places: ["north", "south"] },
          microflows: {
            Flow: {
              parameters: { Name: "String", IsLong: "Boolean" },
              elements,
              ...(flows ? { flows } : {}),
            },
          },
        },
      },
    },
    catalog,
  );
}

const request = (table: string) => createObject("Store.Request", "Request", { Table: table });
const key = createObject("Store.RowKey", "RowKey", { "Store.RowKey_Request": "$Request" });
const row = createObject("Store.Row", "Row", { "Store.Row_Request": "$Request" });
const value = (variable: string, entity: string, name: string, owner = "RowKey") =>
  createObject(`Store.${entity}`, variable, { Name: name, "Store.Value_AbstractRow": `$${owner}` });
const shelf = value("Shelf", "Text", "'Shelf'");
const place = value("Place", "Number", "'Place'");
const found: ElementSketch = { kind: "Store.Find", fields: { Request: "$Request" } };
const stock = request("'Stock'");

type Elements = Readonly<Record<string, ElementSketch>>;

function unfit(title: string, invalid: Elements, valid: Elements): ProblemCase {
  return {
    code: "key-does-not-fit",
    title,
    valid: storeProject(valid),
    invalid: storeProject(invalid),
    places: [`Store.Flow.${Object.keys(invalid).at(-1)} Request`],
  };
}

function wrong(title: string, invalid: Elements, valid: Elements, flows?: readonly string[]): ProblemCase {
  return { ...unfit(title, invalid, valid), code: "wrong-key", valid: storeProject(valid, flows) };
}

const whole = { stock, key, shelf, place, found };
const other = request("'Other'");

/** What was looked up in one of two regions: another key of a table that is known already, a further one, one that is not there. */
const north: KnownRegion = {
  region: "north",
  place: "the north",
  tables: [
    { name: "Stock", key: [{ name: "Bin", role: "partition key", entities: ["Store.Number"] }], indexes: [] },
    {
      name: "Sales",
      key: [{ name: "Day", role: "partition key", entities: ["Store.Text"] }],
      indexes: [
        { name: "ByShop", key: [{ name: "Shop", role: "partition key", entities: ["Store.Number"] }] },
      ],
    },
    { name: "Gone", key: null, indexes: [] },
  ],
};

const looking = (region: string): ElementSketch => ({
  kind: "Store.Find",
  fields: { Request: "$Request", Region: region },
});
const inNorth = looking("Store.Places.north");
const inSouth = looking("Store.Places.south");
const search = (members: Readonly<Record<string, string>>) =>
  createObject("Store.Request", "Request", { Table: "'Sales'", ...members });

/** The keys of tables that somebody looked up. */
function lookedUpCases(): readonly ProblemCase[] {
  const looked = (code: ProblemCase["code"], title: string, invalid: Elements, valid: Elements) => {
    const { places, ...rest } = unfit(title, invalid, valid);
    return {
      ...rest,
      code,
      places,
      valid: { ...rest.valid, knownRegions: [north] },
      invalid: { ...rest.invalid, knownRegions: [north] },
    };
  };
  const day = value("DayValue", "Text", "':day'", "Values");
  const values = createObject("Store.Values", "Values", { "Store.Values_Request": "$Request" });
  const shop = value("ShopValue", "Text", "':shop'", "Values");
  return [
    looked(
      "key-does-not-fit",
      "a table that was looked up has another key than is known without asking",
      { stock, key, shelf, place, inNorth },
      { stock, key, bin: value("Bin", "Number", "'Bin'"), inNorth },
    ),
    looked(
      "key-does-not-fit",
      "a part has another type in a table that was looked up",
      { sales: search({}), key, day: value("Day", "Number", "'Day'"), inNorth },
      { sales: search({}), key, day: value("Day", "Number", "'Day'"), inSouth },
    ),
    looked(
      "no-such-table",
      "a table that was looked for and is not there",
      { gone: request("'Gone'"), key, shelf, inNorth },
      { gone: request("'Gone'"), key, shelf, inSouth },
    ),
    looked(
      "no-such-index",
      "an index that the table does not have",
      { sales: search({ Index: "'ByDay'" }), inNorth },
      { sales: search({ Index: "'ByShop'" }), inNorth },
    ),
    looked(
      "key-does-not-fit",
      "a condition without the partition key of the index",
      { sales: search({ Index: "'ByShop'", Condition: "'Day = :day'" }), inNorth },
      { sales: search({ Index: "'ByShop'", Condition: "'Shop = :shop'" }), inNorth },
    ),
    looked(
      "key-does-not-fit",
      "a condition that compares a part with another type",
      { sales: search({ Index: "'ByShop'", Condition: "'Shop = :shop'" }), values, shop, inNorth },
      { sales: search({ Condition: "'Day = :day'" }), values, day, inNorth },
    ),
    looked(
      "key-does-not-fit",
      "a condition for a table that is known without asking",
      { stock: search({ Table: "'Stock'", Condition: "'Place = :place'" }), inSouth },
      { stock: search({ Table: "'Stock'", Condition: "'#s = :shelf'" }), inSouth },
    ),
  ];
}

/** Keys that lack a part or have too much, and some that cannot be judged. */
export const keyedCases: readonly ProblemCase[] = [
  unfit("a key has no sort key", { stock, key, shelf, found }, whole),
  unfit(
    "a key has no partition key",
    { stock, key, place, found },
    { table: request("$Name"), key, place, found },
  ),
  unfit(
    "an item lacks a part of its key",
    { stock, row, shelf: value("Shelf", "Text", "'Shelf'", "Row"), found },
    {
      stock,
      row,
      shelf: value("Shelf", "Text", "'Shelf'", "Row"),
      place: value("Place", "Number", "'Place'", "Row"),
      more: value("More", "Flag", "'More'", "Row"),
      found,
    },
  ),
  unfit(
    "a part has another type",
    { stock, key, shelf, place: value("Place", "Text", "'Place'"), found },
    { stock, key, shelf, place: value("Place", "Text", "$Name"), found },
  ),
  unfit(
    "the table is named by a change",
    {
      blank: createObject("Store.Request", "Request"),
      key,
      shelf,
      table: changeObject("Request", { Table: "'Stock'" }),
      found,
    },
    { stock, key, shelf, table: changeObject("Request", { Table: "'Other'" }), found },
  ),
  wrong(
    "three values",
    { other, key, shelf, place, third: value("Third", "Text", "'Third'"), found },
    {
      other,
      key,
      shelf,
      either: decision("$IsLong"),
      place,
      third: value("Third", "Text", "'Third'"),
      joined: merge,
      found,
    },
    [
      "start > other > key > shelf > either true> place > joined > found > end",
      "either false> third > joined",
    ],
  ),
  wrong(
    "a value of a type that no key has",
    { other, key, flag: value("Flag", "Flag", "'Flag'"), found },
    { other, row, flag: value("Flag", "Flag", "'Flag'", "Row"), found },
  ),
  ...lookedUpCases(),
];
