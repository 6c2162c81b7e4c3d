import { type ConnectionTest, testConnection } from "@rivulet/aws/execute";
import { lookUpTables } from "@rivulet/dynamodb/execute";
import type { Connector } from "@rivulet/runtime";
import type { OpenedProject } from "./opened-project.ts";
import type { ProjectServices } from "./project-services.ts";
import { type TableCalls, tableCalls } from "./table-calls.ts";
import { TableKnowledge } from "./table-knowledge.ts";

/** Milliseconds after which a test of a connection is given up. */
const longestConnectionTest = 30_000;
/** The same for all that is asked about the tables of a region, and for one question of it. */
const longestLookup = { all: 10_000, each: 3_000 };

/** What is asked of AWS, or of the embedded DynamoDB, outside of a run. */
export interface ConnectionServices {
  readonly testConnection: (project: OpenedProject, configuration: string) => Promise<ConnectionTest>;
  readonly tables: TableKnowledge;
  readonly tableCalls: TableCalls;
}

/** Makes what asks with the connectors' own effects and the settings of a configuration. */
export function openConnectionServices({ connectors, settings }: ProjectServices): ConnectionServices {
  const effects = Object.assign(
    {},
    ...connectors.map((connector) => connector.effects),
  ) as Connector["effects"];
  return {
    testConnection: async (opened, configuration) =>
      testConnection({
        settings: settings.of(opened, configuration),
        effects,
        signal: AbortSignal.timeout(longestConnectionTest),
      }),
    tableCalls: tableCalls((opened, configuration) => settings.of(opened, configuration), effects),
    tables: new TableKnowledge((opened, configuration, asked) =>
      lookUpTables(
        {
          settings: settings.of(opened, configuration),
          effects,
          signal: AbortSignal.timeout(longestLookup.all),
          callTimeout: longestLookup.each,
        },
        asked,
      ),
    ),
  };
}
