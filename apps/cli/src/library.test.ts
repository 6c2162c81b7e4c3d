import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { seedSampleTables, startEmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";
import { afterAll, expect, test } from "vitest";
import { commandLine } from "./command-process.test-support.ts";

const checkout = join(import.meta.dirname, "../../..");

/** What a program needs to run flows; in the order in which they build on each other. */
const library = [
  "values",
  "model",
  "expressions",
  "activities",
  "pages",
  "checks",
  "runtime",
  "aws",
  "supervision",
  "dynamodb",
];

const program = mkdtempSync(join(tmpdir(), "rivulet-library-"));
afterAll(() => rmSync(program, { recursive: true, force: true }));

/** The packages as they would be published, unpacked where a program of somebody else would have them. */
function install(name: string): void {
  const source = join(checkout, "packages", name);
  const packed = mkdtempSync(join(program, "packed-"));
  execFileSync("pnpm", ["pack", "--pack-destination", packed], { cwd: source, stdio: "ignore" });
  const [tarball = ""] = readdirSync(packed);
  execFileSync("tar", ["-xzf", join(packed, tarball), "-C", packed]);
  const folder = join(program, "node_modules/@rivulet", name);
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(join(packed, "package"), folder, { recursive: true });
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  };
  for (const dependency of Object.keys(dependencies)) {
    if (!dependency.startsWith("@rivulet/")) borrow(dependency, { folder, source });
  }
}

/** Third-party packages are not what is tested, so they are those of the checkout. */
function borrow(dependency: string, { folder, source }: { folder: string; source: string }): void {
  const link = join(folder, "node_modules", dependency);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(source, "node_modules", dependency), link);
}

/** The program of the README. */
function readmeProgram(): string {
  const readme = readFileSync(join(checkout, "README.md"), "utf8");
  const [, code] = /```ts\n([^`]*createEngine[^`]*)```/.exec(readme) ?? [];
  if (code === undefined) throw new Error("The README shows no program.");
  return code;
}

test("the program of the README runs outside the checkout, on the packages as they are published", async () => {
  for (const name of library) install(name);
  const flow = join(program, "list-tables.json");
  const template = join(import.meta.dirname, "../templates/tutorial");
  execFileSync(process.execPath, [
    ...commandLine,
    "export",
    template,
    "MyFirstModule.DS_ListTables",
    "-o",
    flow,
  ]);
  writeFileSync(join(program, "package.json"), '{ "type": "module" }');
  writeFileSync(join(program, "main.js"), readmeProgram());
  const dynamodb = await startEmbeddedDynamoDB({ seed: seedSampleTables });
  try {
    const output = execFileSync(process.execPath, ["main.js"], {
      cwd: program,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        RIVULET_DYNAMODB_ENDPOINT: await dynamodb.endpointFor("us-east-1"),
        AWS_ACCESS_KEY_ID: "local",
        AWS_SECRET_ACCESS_KEY: "local",
      },
    });
    for (const table of ["Customers", "Orders", "Products"])
      expect(output).toContain(`TableName: '${table}'`);
  } finally {
    await dynamodb.stop();
  }
}, 120_000);
