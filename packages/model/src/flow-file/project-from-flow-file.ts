import {
  type ConnectedProject,
  type ConnectorModule,
  withConnectors,
} from "../connectors/connector-module.ts";
import type { FlowFile } from "./flow-file.ts";
import { flowFileProblems, standaloneRecords } from "./flow-file-problems.ts";

/**
 * A flow file as a project of its own, so that it runs without being imported: with the configurations Embedded and
 * AWS, security off, and the connector modules that it names.
 *
 * @param options `connectors`: those at hand; `file`: the name of the file, for problems
 * @example projectFromFlowFile(flowFile, { connectors, file: "ListTables.json" }).records
 */
export function projectFromFlowFile(
  flowFile: FlowFile,
  { connectors, file }: { readonly connectors: readonly ConnectorModule[]; readonly file: string },
): ConnectedProject {
  const project = withConnectors(standaloneRecords(flowFile), connectors);
  const problems = project.problems.map((problem) => ({ ...problem, place: { ...problem.place, file } }));
  return { ...project, problems: [...flowFileProblems(flowFile, file), ...problems] };
}
