import {
  buildProject,
  type MicroflowSketch,
  type ModuleSketch,
  type ProjectSketch,
  type SampleProject,
} from "@rivulet/testkit";
import type { CheckContext } from "../check-context.ts";
import type { ProblemCode } from "../report/problem-codes.ts";

/** A project, and the tables that were looked up. */
type CheckedSample = SampleProject & Pick<CheckContext, "knownRegions">;

/** A project with exactly one kind of problem, and how it is without. */
export interface ProblemCase {
  readonly code: ProblemCode;
  /** What is wrong, as the end of the test's name. */
  readonly title: string;
  readonly valid: CheckedSample;
  readonly invalid: CheckedSample;
  /** `record field from-to` of each problem. */
  readonly places: readonly string[];
}

/** The module that every sample has; cases add to it or put something else in its place. */
const salesModule = {
  roles: ["Clerk"],
  folders: ["Work"],
  entities: {
    Order: {
      attributes: {
        Number: "AutoNumber",
        Total: "Decimal",
        Amount: "Integer",
        Note: "String",
        Status: "Enumeration(Sales.Status)",
      },
    },
    Rush: { generalization: "Sales.Order", attributes: { Deadline: "DateTime" } },
    Line: { attributes: { Text: "String" } },
    Tag: {},
    Base: { isAbstract: true },
  },
  associations: {
    Line_Order: "Line -> Order",
    Line_Tag: "Line ->> Tag",
    Order_Tag: "Order ->> Tag",
    Order_Base: "Order <-> Base",
  },
  enumerations: { Status: ["Open", "Closed"] },
  constants: { Vat: { type: "Decimal", value: "1.21" }, Key: { type: "String", isSecret: true } },
  microflows: {
    SUB: { parameters: { Order: "Object(Sales.Order)" }, returns: "Integer", result: "1", elements: {} },
  },
} as const satisfies ModuleSketch;

/** A project of the sample module with additions. */
export function withModule(
  module: ModuleSketch,
  project: Omit<ProjectSketch, "modules"> = {},
): SampleProject {
  const merged: ModuleSketch = {
    ...salesModule,
    ...module,
    entities: { ...salesModule.entities, ...module.entities },
    associations: { ...salesModule.associations, ...module.associations },
    enumerations: { ...salesModule.enumerations, ...module.enumerations },
    constants: { ...salesModule.constants, ...module.constants },
    microflows: { ...salesModule.microflows, ...module.microflows },
  };
  return buildProject({ ...project, modules: { Sales: merged } });
}

/** A project of the sample module with one microflow `Sales.Flow`. */
export function withFlow(flow: MicroflowSketch): SampleProject {
  return withModule({ microflows: { Flow: flow } });
}
