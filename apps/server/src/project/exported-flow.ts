import { flowReferences } from "@rivulet/activities";
import { asJson, exportFlow, printFlowFile } from "@rivulet/model";
import type { LoadedProject } from "@rivulet/runtime";
import type { QualifiedName } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";

/** The text of a flow file. Throws `unknown-microflow`, or `project-has-problems` when what it needs is not there. */
export function exportedFlow({ index, catalog }: LoadedProject, microflow: QualifiedName): string {
  if (!index.microflow(microflow)) {
    throw new HttpProblem("unknown-microflow", `There is no microflow ${microflow}.`);
  }
  const result = exportFlow(index, microflow, flowReferences({ catalog, index }));
  if ("flowFile" in result) return printFlowFile(result.flowFile);
  const detail = result.problems.map(({ message }) => message).join(" ");
  throw new HttpProblem("project-has-problems", detail, {
    members: { problems: asJson(result.problems) },
  });
}
