import type { ProjectRecords } from "@rivulet/model";
import {
  buildProject,
  changeList,
  changeVariable,
  createList,
  createObject,
  createVariable,
  loop,
} from "@rivulet/testkit";

/** How many rows the list shows. */
export const rowCount = 1_000;

/** What a row says: three texts. The rival shows the same. */
export function rowTexts(number: number): readonly [string, string, string] {
  return [`Order ${number}`, `${number * 7} pieces`, `Row ${number} of a long list`];
}

/** {@link rowTexts} as expressions over the variable Number. */
const texts = {
  Name: "'Order ' + toString($Number)",
  Amount: "toString($Number * 7) + ' pieces'",
  Note: "'Row ' + toString($Number) + ' of a long list'",
};

const tens = Array.from({ length: 10 }, (_, at) => `Ten${at}`);

/** Ten rows, and then in three loops in each other a thousand of them. */
const manyRows = {
  returns: "List(Bench.Row)",
  elements: {
    tens: createList("Bench.Row", "Tens"),
    ...Object.fromEntries(
      tens.flatMap((name) => [
        [`create${name}`, createObject("Bench.Row", name)],
        [`add${name}`, changeList("Tens", "add", `$${name}`)],
      ]),
    ),
    rows: createList("Bench.Row", "Rows"),
    number: createVariable("Number", "Integer", "0"),
    hundreds: loop("Tens", "Hundred", {
      elements: {
        tenths: loop("Tens", "Tenth", {
          elements: {
            ones: loop("Tens", "One", {
              elements: {
                count: changeVariable("Number", "$Number + 1"),
                row: createObject("Bench.Row", "Row", texts),
                keep: changeList("Rows", "add", "$Row"),
              },
            }),
          },
        }),
      },
    }),
  },
  result: "$Rows",
};

const text = (name: string) => ({
  kind: "text",
  name,
  fields: { content: { text: "{1}", arguments: [`$currentObject/${name}`] }, render: "text" },
});

/** An application with a page that lists a thousand rows, and one with a button whose microflow does nothing. */
export function appProject(): ProjectRecords {
  return buildProject({
    modules: {
      Bench: {
        entities: { Row: { attributes: { Name: "String", Amount: "String", Note: "String" } } },
        microflows: { ManyRows: manyRows, Nothing: { elements: {} } },
        pages: {
          List: {
            widgets: [
              {
                kind: "listView",
                name: "list",
                fields: {
                  source: { kind: "microflow", microflow: "Bench.ManyRows", arguments: {} },
                  pageSize: rowCount,
                },
                widgets: Object.keys(texts).map(text),
              },
            ],
          },
          Button: {
            widgets: [
              {
                kind: "button",
                name: "button",
                fields: {
                  caption: { text: "Do nothing", arguments: [] },
                  look: "default",
                  onClick: { kind: "callMicroflow", microflow: "Bench.Nothing" },
                },
              },
            ],
          },
        },
      },
    },
  }).records;
}
