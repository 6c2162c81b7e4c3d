import type { ElementRecord } from "@rivulet/model";
import type { TabTarget } from "../workspace/tabs.ts";
import type { TutorialFacts } from "./tutorial-facts.ts";

/** Where a step is done: the document that it is done in, and the parts of the screen to look at, best first. */
export interface StepPlace {
  readonly target?: TabTarget | undefined;
  /** Test ids, which stay the same whatever the text on the screen is. */
  readonly parts: readonly string[];
}

const module = "explorer-MyFirstModule";

const domainModel = ({ entity, entities }: TutorialFacts): TabTarget | undefined => {
  const [first] = entity ? [entity] : entities;
  return first && { kind: "domainModel", module: first.parent };
};
const microflow = ({ microflow: record }: TutorialFacts): TabTarget | undefined =>
  record && { kind: "microflow", id: record.id };
const page = ({ page: record }: TutorialFacts): TabTarget | undefined =>
  record && { kind: "page", id: record.id };

const node = (facts: TutorialFacts, isIt: (element: ElementRecord) => boolean): string[] =>
  facts.elements.filter(isIt).map(({ id }) => `node-${id}`);
const ofKind = (kind: string) => (element: ElementRecord) => element.kind === kind;

function inMicroflow(facts: TutorialFacts, parts: readonly string[]): StepPlace {
  return { target: microflow(facts), parts: [...parts, "microflow-canvas", module] };
}

/** An activity of the toolbox; its pane first, where another one is in front. */
const toolbox = (facts: TutorialFacts, kind: string) =>
  inMicroflow(facts, [`toolbox-item-${kind}`, "pane-tab-toolbox"]);

type PlaceOf = (facts: TutorialFacts) => StepPlace;

const listTables: PlaceOf = (facts) =>
  inMicroflow(facts, ["parameter-table", ...node(facts, ofKind("AmazonDynamoDBConnector.ListTables"))]);
const createObjectBefore: PlaceOf = (facts) =>
  inMicroflow(
    facts,
    node(facts, ({ kind, parent }) => kind === "createObject" && parent === facts.microflow?.id),
  );
const createObjectInside: PlaceOf = (facts) =>
  inMicroflow(
    facts,
    node(facts, ({ kind, parent }) => kind === "createObject" && parent !== facts.microflow?.id),
  );
const element =
  (kind: string): PlaceOf =>
  (facts) =>
    inMicroflow(facts, node(facts, ofKind(kind)));

/** Where the steps are done: each row from its first step to its last one. */
const places: readonly (readonly [first: number, last: number, place: PlaceOf])[] = [
  [1, 1, () => ({ parts: [`${module}.DomainModel`, module] })],
  [
    2,
    2,
    (facts) => ({
      target: domainModel(facts),
      parts: ["domain-model-canvas", `${module}.DomainModel`, module],
    }),
  ],
  [
    3,
    5,
    (facts) => ({
      target: domainModel(facts),
      parts: [...facts.entities.map(({ id }) => `node-${id}`), `${module}.DomainModel`],
    }),
  ],
  [6, 7, () => ({ parts: [module] })],
  [
    8,
    9,
    (facts) =>
      inMicroflow(facts, [
        "explorer-AmazonDynamoDBConnector.ListTables",
        "explorer-AmazonDynamoDBConnector/Operations",
        "explorer-AmazonDynamoDBConnector",
      ]),
  ],
  [10, 10, (facts) => inMicroflow(facts, ["field-allowedRoles", "pane-tab-properties"])],
  [11, 15, listTables],
  [
    16,
    17,
    (facts) =>
      inMicroflow(facts, [
        "explorer-AWSAuthentication.GetStaticCredentials",
        "explorer-AWSAuthentication/ConnectionDetails",
        "explorer-AWSAuthentication",
      ]),
  ],
  [18, 18, element("AWSAuthentication.GetStaticCredentials")],
  [19, 19, listTables],
  [20, 20, (facts) => toolbox(facts, "createObject")],
  [21, 21, createObjectBefore],
  [22, 22, listTables],
  [23, 24, (facts) => toolbox(facts, "retrieveByAssociation")],
  [25, 28, element("retrieveByAssociation")],
  [29, 30, (facts) => toolbox(facts, "createList")],
  [31, 33, element("createList")],
  [34, 35, (facts) => toolbox(facts, "loop")],
  [36, 37, element("loop")],
  [38, 38, (facts) => toolbox(facts, "createObject")],
  [39, 44, createObjectInside],
  [45, 45, (facts) => toolbox(facts, "changeList")],
  [46, 46, element("changeList")],
  [47, 47, element("end")],
  [48, 48, element("createList")],
  [49, 51, () => ({ parts: [module] })],
  [
    52,
    55,
    (facts) => ({
      target: page(facts),
      parts: [
        ...facts.widgets.filter(({ kind }) => kind === "listView").map(({ name }) => `widget-${name}`),
        "page-design",
      ],
    }),
  ],
  [
    56,
    56,
    (facts) => ({ target: page(facts), parts: ["field-visibleFor", "pane-tab-properties", "page-design"] }),
  ],
  [57, 57, () => ({ parts: ["explorer-Navigation"] })],
  [58, 58, () => ({ target: { kind: "navigation" }, parts: ["new-menu-item"] })],
  [
    59,
    60,
    ({ menu }) => ({
      target: { kind: "navigation" },
      parts: [...menu.map(({ caption }) => `menu-item-${caption}`), "new-menu-item"],
    }),
  ],
  [61, 61, (facts) => ({ target: page(facts) ?? { kind: "navigation" }, parts: ["run"] })],
];

/** Where a step is done in a project as it is now. */
export function placeOfStep(step: number, facts: TutorialFacts): StepPlace {
  const [, , place] = places.find(([first, last]) => first <= step && step <= last) ?? [];
  return place?.(facts) ?? { parts: [] };
}
