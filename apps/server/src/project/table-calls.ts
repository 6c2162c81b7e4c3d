import { ConnectionCalls } from "@rivulet/aws/execute";
import { dataEffects } from "@rivulet/dynamodb/execute";
import type { EffectHandler, RunSettings } from "@rivulet/runtime";
import type { OpenedProject } from "./opened-project.ts";

/** Milliseconds after which a call for somebody who looks at tables is given up, with all of its tries. */
const longestCall = 20_000;

/** Who wants to call DynamoDB, and where. */
export interface WantedCalls {
  readonly opened: OpenedProject;
  readonly configuration: string;
  /** As the enumeration of regions names it; `null` for that of the configuration. */
  readonly region: string | null;
  /** Ends the call when whoever asked goes away. */
  readonly signal: AbortSignal;
}

/** Makes calls over the connection of a configuration. */
export type TableCalls = (wanted: WantedCalls) => ConnectionCalls;

/** Calls for the data screen: addressed and signed as in a run with that configuration. */
export function tableCalls(
  settings: (opened: OpenedProject, configuration: string) => RunSettings,
  effects: Readonly<Record<string, EffectHandler>>,
): TableCalls {
  return ({ opened, configuration, region, signal }) => {
    const own = settings(opened, configuration);
    return new ConnectionCalls({
      settings: region === null ? own : { ...own, region: region.replaceAll("_", "-") },
      effects: { ...effects, ...dataEffects },
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestCall)]),
    });
  };
}
