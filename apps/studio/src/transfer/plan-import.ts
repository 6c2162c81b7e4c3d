import { type ActivityCatalog, flowRewriter } from "@rivulet/activities";
import type { DocumentStore } from "@rivulet/document";
import {
  type ConnectorModule,
  type Diff,
  errorAt,
  type ImportReport,
  importFlow,
  JsonError,
  type Problem,
  ProjectIndex,
  type ProjectRecords,
  parseJson,
  projectFromFlowFile,
  readFlowFile,
} from "@rivulet/model";
import { transferMessages } from "../messages/transfer-messages.ts";

/** What an import would do: the change and its report, or what stands in its way. */
export type ImportPlan =
  | { readonly kind: "ready"; readonly diff: Diff; readonly report: ImportReport }
  /** Names are taken; with new names it goes. */
  | { readonly kind: "clash"; readonly problems: readonly Problem[] }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** A file that was picked or dropped. */
export interface FlowSource {
  /** Its name, for messages. */
  readonly file: string;
  /** `undefined` for a file so large that it was not read. */
  readonly text: string | undefined;
}

/** The project that a flow comes into. */
export interface ImportTarget {
  readonly records: ProjectRecords;
  readonly catalog: ActivityCatalog;
  readonly connectors: readonly ConnectorModule[];
}

function jsonOf({ text, file }: FlowSource) {
  if (text === undefined) {
    return { problems: [errorAt({ file }, "json-too-large", transferMessages.tooLarge(file))] };
  }
  try {
    return { json: parseJson(text) };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { problems: [errorAt({ file, from: error.offset }, error.code, error.message)] };
  }
}

/** Finds what bringing a flow file into a project would change. Pure: nothing is changed yet. */
export function planImport(source: FlowSource, target: ImportTarget, withNewNames: boolean): ImportPlan {
  const { file } = source;
  const parsed = jsonOf(source);
  if ("problems" in parsed) return { kind: "refused", problems: parsed.problems };
  const read = readFlowFile(parsed.json, file);
  if ("problems" in read) return { kind: "refused", problems: read.problems };
  const { flowFile } = read;
  const alone = projectFromFlowFile(flowFile, { connectors: target.connectors, file });
  const rename = flowRewriter({ catalog: target.catalog, index: new ProjectIndex(alone.records) });
  const plain = importFlow(target.records, flowFile, { file });
  if ("diff" in plain) return { kind: "ready", ...plain };
  const renamed = importFlow(target.records, flowFile, { file, rename });
  if ("problems" in renamed) return { kind: "refused", problems: renamed.problems };
  return withNewNames ? { kind: "ready", ...renamed } : { kind: "clash", problems: plain.problems };
}

/** Makes the change of an import, as one step that can be undone. */
export function applyImport(
  store: DocumentStore,
  { diff, report }: { readonly diff: Diff; readonly report: ImportReport },
): void {
  const changed = Object.values(diff.updated).map(([, after]) => after);
  store.transact(transferMessages.importStep(report.microflow), (transaction) => {
    for (const record of [...Object.values(diff.added), ...changed]) transaction.put(record);
  });
}
