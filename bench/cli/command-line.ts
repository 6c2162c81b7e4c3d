import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";
import { rolldown } from "rolldown";
import { closedInAnyCase } from "../harness/left-open.ts";
import type { CommandCpuMeasure } from "../harness/measure.ts";

const cli = join(import.meta.dirname, "../../apps/cli");
const rivulet = join(cli, "dist/rivulet.js");
const node = process.execPath;

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-bench-"));
  const remove = closedInAnyCase(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, remove };
}

/** `rivulet run` of a flow that needs no AWS, against Node starting and ending. */
export const startWithoutAws: CommandCpuMeasure = {
  kind: "command-cpu",
  name: "cli-run-without-aws",
  about: "rivulet run of a flow without AWS against an empty Node process",
  limit: 1.5,
  aim: 1.3,
  runs: 4,
  commands: async () => {
    const { folder, remove } = temporaryFolder();
    const empty = join(folder, "empty.mjs");
    writeFileSync(empty, "");
    const flow = join(import.meta.dirname, "add-up.flow.json");
    return {
      content: {
        ours: { file: node, arguments: [rivulet, "run", flow] },
        theirs: { file: node, arguments: [empty] },
      },
      close: remove,
    };
  },
};

async function bundle(source: string, file: string): Promise<void> {
  const build = await rolldown({
    input: source,
    platform: "node",
    resolve: { conditionNames: ["node", "import", "default"] },
  });
  await build.write({ file, format: "esm", minify: true, codeSplitting: false });
  await build.close();
}

/** `rivulet run` of the tutorial's flow, against a bundled script that makes the same call with the bare SDK. */
export const startWithListTables: CommandCpuMeasure = {
  kind: "command-cpu",
  name: "cli-run-list-tables",
  about: "rivulet run with the first ListTables against a bundled script with the bare SDK call",
  limit: 1.25,
  aim: 1.1,
  runs: 4,
  commands: async () => {
    const { folder, remove } = temporaryFolder();
    const flow = join(folder, "list-tables.json");
    const bare = join(folder, "bare.mjs");
    execFileSync(node, [
      rivulet,
      "export",
      join(cli, "templates/tutorial"),
      "MyFirstModule.DS_ListTables",
      "-o",
      flow,
    ]);
    await bundle(join(import.meta.dirname, "bare-list-tables.mjs"), bare);
    const dynamodb = await startEmbeddedDynamoDB({});
    const stop = closedInAnyCase(() => dynamodb.stop());
    const endpoint = await dynamodb.endpointFor("us-east-1");
    const keys = ["AccessKey", "SecretAccessKey"].map((name) => `AWSAuthentication.${name}=bench`);
    const constants = keys.flatMap((written) => ["--constant", written]);
    return {
      content: {
        ours: { file: node, arguments: [rivulet, "run", flow, "--endpoint", endpoint, ...constants] },
        theirs: { file: node, arguments: [bare, endpoint] },
      },
      close: async () => {
        await stop();
        await remove();
      },
    };
  },
};
