import { ActivityCatalog, defineActivity, platformDefinitions } from "@rivulet/activities";
import {
  buildProject,
  createList,
  createVariable,
  decision,
  end,
  errorEvent,
  handling,
  log,
  loop,
  type MicroflowSketch,
  merge,
  start,
  withRecord,
} from "@rivulet/testkit";
import { type ProblemCase, withFlow } from "./problem-case.test-support.ts";
import { flowCase } from "./structure-cases.test-support.ts";

const a = log("'a'");
const b = log("'b'");
const again = log("'again'");
const custom = handling("customWithRollback", a);
const handled = ["start > a > end", "a !> b > end"];
const valid: MicroflowSketch = { elements: { a: custom, b }, flows: handled };
const list = createList("Sales.Order", "List");

/** An activity with an outcome of its own. */
const attempt = defineActivity({
  kind: "Sample.Try",
  label: "Try",
  group: "call",
  icon: "circle",
  summary: "Tries.",
  documentation: "Tries.",
  subtitle: "",
  fields: [],
  namedOutcomes: [
    { name: "conditionFailed", label: "Condition failed", documentation: "", errors: ["condition-failed"] },
    { name: "throttled", label: "Throttled", documentation: "", errors: ["too-fast"] },
  ],
});
const catalog = new ActivityCatalog([...platformDefinitions, attempt]);

function outcomeCase(
  code: ProblemCase["code"],
  title: string,
  { flows, places }: { readonly flows: readonly string[]; readonly places: readonly string[] },
): ProblemCase {
  const projectOf = (more: readonly string[]) => {
    const flow = {
      elements: { attempt: { kind: attempt.kind }, a, b },
      flows: ["start > attempt > end", ...more],
    };
    return buildProject({ modules: { Sales: { microflows: { Flow: flow } } } }, catalog);
  };
  const drawn = ["attempt conditionFailed> a > end", "attempt throttled> b > end"];
  return { code, title, valid: projectOf(drawn), invalid: projectOf(flows), places };
}

/** Error handlers, error events and named outcomes. */
export const errorHandlingCases: readonly ProblemCase[] = [
  flowCase("missing-error-handler", "where errors are handled by a flow", {
    valid,
    invalid: { elements: { a: handling("customWithoutRollback", a), b } },
    places: ["Sales.Flow.a errorHandling"],
  }),
  flowCase("unused-error-handler", "of an activity that hands its errors on", {
    valid,
    invalid: { elements: { a, b }, flows: handled },
    places: ["Sales.Flow.flow3"],
  }),
  flowCase("unused-error-handler", "of an activity that goes on", {
    valid: { elements: { a: handling("continue", a), b } },
    invalid: { elements: { a: handling("continue", a), b }, flows: handled },
    places: ["Sales.Flow.flow3"],
  }),
  flowCase("duplicate-error-handler", "for other errors", {
    valid,
    invalid: { elements: { a: custom, b, again }, flows: [...handled, "a !> again > end"] },
    places: ["Sales.Flow.flow5"],
  }),
  flowCase("error-handler-not-allowed", "out of a merge", {
    valid: {
      elements: { again: merge, a: custom, b },
      flows: ["start > again > a > end", "a !> b > again"],
    },
    invalid: { elements: { join: merge, a, b }, flows: ["start > join > a > end", "join !> b > end"] },
    places: ["Sales.Flow.flow4"],
  }),
  flowCase("error-handling-not-allowed", "of a decision that would have to go on", {
    valid: {
      elements: { a: handling("customWithRollback", decision("1 > 2")), b },
      flows: ["start > a true|false> end", "a !> b > end"],
    },
    invalid: {
      elements: { a: handling("continue", decision("1 > 2")) },
      flows: ["start > a true|false> end"],
    },
    places: ["Sales.Flow.a errorHandling"],
  }),
  flowCase("error-handling-not-allowed", "of a loop that would need a flow", {
    valid: { elements: { list, each: handling("continue", loop("List", "Item", { elements: { a } })) } },
    invalid: {
      elements: { list, each: handling("customWithRollback", loop("List", "Item", { elements: { a } })) },
    },
    places: ["Sales.Flow.each errorHandling"],
  }),
  {
    code: "outcome-not-expected",
    title: "on an error handler",
    valid: withFlow(valid),
    invalid: withRecord(
      withFlow(valid),
      "Sales.Flow.flow3",
      (flow) => ({ ...flow, outcomes: ["x"] }) as typeof flow,
    ),
    places: ["Sales.Flow.flow3 outcomes"],
  },
  flowCase("no-error-to-raise", "where a plain way leads to an error event", {
    valid: {
      isBare: true,
      elements: { start, a: custom, raise: errorEvent, end: end() },
      flows: ["start > a > end", "a !> raise"],
    },
    invalid: {
      isBare: true,
      elements: { start, a: custom, raise: errorEvent },
      flows: ["start > a > raise", "a !> raise"],
    },
    places: ["Sales.Flow.raise"],
  }),
  flowCase("unreachable", "behind nothing that fails", {
    valid,
    invalid: { elements: { a, b }, flows: ["start > a > end", "b > end"] },
    places: ["Sales.Flow.b"],
  }),
  flowCase("variable-not-available", "what the failed activity makes", {
    valid: {
      elements: { make: handling("customWithRollback", createVariable("X", "String")), a: log("$X"), b },
      flows: ["start > make > a > end", "make !> b > end"],
    },
    invalid: {
      elements: {
        make: handling("customWithRollback", createVariable("X", "String")),
        b,
        join: merge,
        use: log("$X"),
      },
      flows: ["start > make > join > use > end", "make !> b > join"],
    },
    places: ["Sales.Flow.use message 0-2"],
  }),
  flowCase("variable-not-available", "the error, where a plain way joins", {
    valid: {
      elements: { a: custom, b: log("$latestError/Message") },
      flows: handled,
    },
    invalid: {
      elements: { a: custom, b, join: merge, use: log("$latestError/Message") },
      flows: ["start > a > join > use > end", "a !> b > join"],
    },
    places: ["Sales.Flow.use message 0-12"],
  }),
  outcomeCase("unknown-outcome", "that an activity does not have", {
    flows: ["attempt lost> a > end", "attempt throttled> b > end"],
    places: ["Sales.Flow.flow3 outcomes[0]"],
  }),
  outcomeCase("duplicate-outcome", "of an activity, on two flows", {
    flows: ["attempt throttled> a > end", "attempt throttled|conditionFailed> b > end"],
    places: ["Sales.Flow.flow5 outcomes[0]"],
  }),
];
