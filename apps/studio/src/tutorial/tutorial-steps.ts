import type { ElementRecord } from "@rivulet/model";
import { expressionOf, readWidgetField } from "@rivulet/pages";
import { type TutorialFacts, textIn, tutorialNames } from "./tutorial-facts.ts";

/** A step of the tutorial that leaves a trace in the project. Those before it that leave none are done with it. */
type IsDone = (facts: TutorialFacts) => boolean;

const request = "AmazonDynamoDBConnector.ListTablesRequest";
const listTables = "AmazonDynamoDBConnector.ListTables";
const credentials = "AWSAuthentication.GetStaticCredentials";

const ofKind = ({ elements }: TutorialFacts, kind: string): readonly ElementRecord[] =>
  elements.filter((element) => element.kind === kind);
const one = (facts: TutorialFacts, kind: string): ElementRecord | undefined => ofKind(facts, kind)[0];
/** A variable that an element makes, as expressions write it; no text stands for one that makes none. */
const made = (element: ElementRecord | undefined) => `$${textIn(element, "output")}`;
const takes = (element: ElementRecord | undefined, field: string, variable: string) =>
  variable !== "$" && textIn(element, field).trim() === variable;
const isMade = (facts: TutorialFacts, kind: string) => ofKind(facts, kind).length > 0;

/** Elements inside the loop. */
const inLoop = (facts: TutorialFacts, kind: string) => {
  const loops = new Set(ofKind(facts, "loop").map(({ id }) => id));
  return ofKind(facts, kind).find(({ parent }) => loops.has(parent));
};
const beforeLoop = (facts: TutorialFacts, kind: string) =>
  ofKind(facts, kind).filter(({ parent }) => parent === facts.microflow?.id);

const requestMade = (facts: TutorialFacts) =>
  beforeLoop(facts, "createObject").find((element) => textIn(element, "entity") === request);

function isAssociationChosen(facts: TutorialFacts): boolean {
  const value = one(facts, "retrieveByAssociation")?.fields["association"];
  const name = (value as { readonly association?: unknown } | undefined)?.association;
  return name === "AmazonDynamoDBConnector.Table_ListTablesResponse";
}

/** Expressions of the members that the object in the loop begins with. */
function namesGiven(facts: TutorialFacts): readonly string[] {
  const members = inLoop(facts, "createObject")?.fields["members"];
  if (!Array.isArray(members)) return [];
  return members.flatMap((each) => {
    const { member, value } = each as { readonly member?: unknown; readonly value?: unknown };
    return member === tutorialNames.attribute ? [typeof value === "string" ? value : ""] : [];
  });
}

const listView = ({ widgets }: TutorialFacts) => widgets.find(({ kind }) => kind === "listView");

function showsNames(facts: TutorialFacts): boolean {
  const list = listView(facts);
  return facts.widgets.some(({ parent, kind, fields }) => {
    const shown = kind === "text" ? readWidgetField("template", fields["content"])?.arguments : undefined;
    return (
      parent === list?.id &&
      (shown ?? []).some((argument) => expressionOf(argument).endsWith(`/${tutorialNames.attribute}`))
    );
  });
}

/** The steps that leave a trace, by their numbers in the seed's tutorial. */
export const traces: ReadonlyMap<number, IsDone> = new Map<number, IsDone>([
  [2, ({ entities }) => entities.length > 0],
  [4, ({ entity }) => entity !== undefined],
  [
    5,
    ({ entity }) =>
      entity?.attributes.some(
        ({ name, attributeType }) => name === tutorialNames.attribute && attributeType.kind === "string",
      ) ?? false,
  ],
  [7, ({ microflow }) => microflow !== undefined],
  [9, (facts) => isMade(facts, listTables)],
  [10, ({ microflow }) => (microflow?.allowedRoles.length ?? 0) > 0],
  [15, (facts) => textIn(one(facts, listTables), "Region").startsWith("AWSAuthentication.ENUM_Region.")],
  [17, (facts) => isMade(facts, credentials)],
  [19, (facts) => takes(one(facts, listTables), "Credentials", made(one(facts, credentials)))],
  [20, (facts) => beforeLoop(facts, "createObject").length > 0],
  [21, (facts) => requestMade(facts) !== undefined],
  [22, (facts) => takes(one(facts, listTables), "ListTablesRequest", made(requestMade(facts)))],
  [24, (facts) => isMade(facts, "retrieveByAssociation")],
  [28, isAssociationChosen],
  [30, (facts) => isMade(facts, "createList")],
  [33, (facts) => textIn(one(facts, "createList"), "entity") === facts.nameOf(facts.entity)],
  [35, (facts) => isMade(facts, "loop")],
  [
    37,
    (facts) => made(one(facts, "retrieveByAssociation")) === `$${textIn(one(facts, "loop"), "list") || "?"}`,
  ],
  [38, (facts) => inLoop(facts, "createObject") !== undefined],
  [
    41,
    (facts) =>
      facts.entity !== undefined &&
      textIn(inLoop(facts, "createObject"), "entity") === facts.nameOf(facts.entity),
  ],
  [43, (facts) => namesGiven(facts).length > 0],
  [44, (facts) => namesGiven(facts).some((text) => text.trim().endsWith("/TableName"))],
  [45, (facts) => inLoop(facts, "changeList") !== undefined],
  [46, (facts) => takes(inLoop(facts, "changeList"), "value", made(inLoop(facts, "createObject")))],
  [
    47,
    ({ microflow, entity, nameOf }) =>
      microflow?.returnType.kind === "list" && microflow.returnType.entity === nameOf(entity),
  ],
  [
    48,
    (facts) => ofKind(facts, "end").some((end) => takes(end, "returnValue", made(one(facts, "createList")))),
  ],
  [51, ({ page }) => page !== undefined],
  [
    54,
    (facts) => {
      const list = listView(facts);
      const source = readWidgetField("dataSource", list?.fields["source"]);
      return source?.kind === "microflow" && source.microflow === facts.nameOf(facts.microflow);
    },
  ],
  [55, showsNames],
  [56, ({ page }) => (page?.visibleFor.length ?? 0) > 0],
  [58, ({ menu }) => menu.length > 0],
  [
    60,
    ({ menu, page, nameOf }) =>
      menu.some(({ action }) => action?.kind === "showPage" && action.page === nameOf(page)),
  ],
  [61, ({ hasRun }) => hasRun],
]);

/** How many steps the tutorial has. */
export const lastStep = 61;

/**
 * The steps that are done: those whose trace is in the project, with the steps before them that leave none. A pure
 * function of the project, so undo takes a tick away, and it does not matter in which order the steps are done.
 *
 * @example stepsDone(tutorialFacts(index, false)).has(9) // whether ListTables is in the microflow
 */
export function stepsDone(facts: TutorialFacts): ReadonlySet<number> {
  const done = new Set<number>();
  let first = 1;
  for (const [number, isDone] of traces) {
    if (isDone(facts)) for (let step = first; step <= number; step += 1) done.add(step);
    first = number + 1;
  }
  return done;
}

/** Steps that are done in one go: only the last of them leaves a trace, and so brings the ticks of all. */
export interface StepsInOneGo {
  readonly first: number;
  readonly last: number;
}

/**
 * What to do next: from the first step that is neither done nor skipped to the one that brings the tick; `undefined`
 * at the end. They are shown together, since nothing tells that one in their middle is done, and a dialog that one of
 * them opens covers the way to the next.
 */
export function nextSteps(done: ReadonlySet<number>, skipped: ReadonlySet<number>): StepsInOneGo | undefined {
  for (let first = 1; first <= lastStep; first += 1) {
    if (done.has(first) || skipped.has(first)) continue;
    let last = first;
    while (!traces.has(last)) last += 1;
    return { first, last };
  }
  return undefined;
}
