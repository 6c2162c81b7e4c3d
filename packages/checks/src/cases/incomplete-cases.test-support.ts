import { ActivityCatalog, defineActivity, platformDefinitions } from "@rivulet/activities";
import type { ProjectRecord } from "@rivulet/model";
import {
  buildProject,
  call,
  changeObject,
  createObject,
  type ElementSketch,
  loop,
  type MicroflowSketch,
  retrieve,
  type SampleProject,
  withRecord,
} from "@rivulet/testkit";
import type { ProblemCase } from "./problem-case.test-support.ts";

/** An activity of a connector: sends a letter, which needs an address and at least one page with a text. */
const send = defineActivity({
  kind: "Mail.Send",
  label: "Send",
  group: "amazonDynamoDB",
  icon: "mail",
  summary: "Sends a letter.",
  documentation: "Sends a letter.",
  fields: [
    {
      name: "Letter",
      kind: "expression",
      label: "Letter",
      documentation: "What to send.",
      isRequired: true,
      expected: [{ from: "fixed", type: { kind: "object", entity: "Mail.Letter" } }],
      presentation: "parameter",
    },
  ],
  subtitle: "{Letter}",
});

const catalog = new ActivityCatalog([...platformDefinitions, send]);

const required: Readonly<Record<string, (record: ProjectRecord) => ProjectRecord>> = {
  "Mail.Letter": (record) =>
    record.type === "entity"
      ? { ...record, attributes: record.attributes.map((each) => ({ ...each, isRequired: true })) }
      : record,
  "Mail.Page_Letter": (record) => (record.type === "association" ? { ...record, minimumOwners: 1 } : record),
};

function mailProject(flow: MicroflowSketch): SampleProject {
  const plain = buildProject(
    {
      modules: {
        Mail: {
          entities: {
            Letter: { attributes: { Address: "String", IsUrgent: "Boolean" } },
            Page: { attributes: { Text: "String" } },
          },
          associations: { Page_Letter: "Page -> Letter" },
          microflows: {
            Flow: flow,
            Complete: { parameters: { Letter: "Object(Mail.Letter)" }, elements: {} },
          },
        },
      },
    },
    catalog,
  );
  return Object.entries(required).reduce((project, [id, change]) => withRecord(project, id, change), plain);
}

const sent: ElementSketch = { kind: "Mail.Send", fields: { Letter: "$Letter" } };
const letter = createObject("Mail.Letter", "Letter", { Address: "'Here'" });
const page = createObject("Mail.Page", "Page", { "Mail.Page_Letter": "$Letter" });
const complete = { letter, page, sent };

function incomplete(
  title: string,
  elements: Readonly<Record<string, ElementSketch>>,
  valid: Readonly<Record<string, ElementSketch>> = complete,
): ProblemCase {
  return {
    code: "incomplete-object",
    title,
    valid: mailProject({ elements: valid }),
    invalid: mailProject({ elements }),
    places: ["Mail.Flow.sent Letter"],
  };
}

const blank = createObject("Mail.Letter", "Letter");

/** Objects that lack what an activity needs, and ways in which they may have got it. */
export const incompleteCases: readonly ProblemCase[] = [
  incomplete(
    "an attribute is never set",
    { letter: blank, page, sent },
    {
      letter: blank,
      page,
      address: changeObject("Letter", { Address: "'Here'" }),
      sent,
    },
  ),
  incomplete("an attribute is set to empty", {
    letter: createObject("Mail.Letter", "Letter", { Address: "empty" }),
    page,
    sent,
  }),
  incomplete(
    "nothing is linked",
    { letter, sent },
    { letter, call: call("Mail.Complete", { Letter: "$Letter" }), sent },
  ),
  incomplete(
    "what is linked is linked to another object",
    {
      letter,
      other: createObject("Mail.Letter", "Other", { Address: "'There'" }),
      page: createObject("Mail.Page", "Page", { "Mail.Page_Letter": "$Other" }),
      sent,
    },
    {
      letter,
      page,
      pages: retrieve("Letter", { association: "Mail.Page_Letter", end: "target" }, "PageList"),
      loop: loop("PageList", "EachPage", {
        elements: { change: changeObject("EachPage", { "Mail.Page_Letter": "$Letter" }) },
      }),
      sent,
    },
  ),
];
