import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/**
 * A program that has a function compiled, lets all garbage be collected, and prints what V8 says of the function's code
 * before and after.
 */
const program = (name: string, work: string) => `
  const values = await import("@rivulet/values");
  const { sampleObjects } = await import("./sample-objects.ts");
  globalThis.kept = sampleObjects();
  const compiled = values.${name};
  const work = () => { ${work} };
  %PrepareFunctionForOptimization(compiled);
  for (let round = 0; round < 200; round += 1) work();
  %OptimizeFunctionOnNextCall(compiled);
  work();
  const before = %GetOptimizationStatus(compiled);
  await new Promise((resolve) => setTimeout(resolve));
  gc();
  gc();
  console.log(JSON.stringify([before, %GetOptimizationStatus(compiled)]));
`;

const linking = `
  const [shape] = globalThis.kept.map((object) => object.shape);
  const association = { name: "", owner: "", target: "", multiplicity: "single", isOneToOne: false };
  const [owner, target] = [values.createObject(shape), values.createObject(shape)];
  values.link({ object: owner, association, end: "owner" }, target);
  values.linkedObjects({ object: target, association, end: "target" });
`;

test.each([
  ["reads decimals", "decimalFromText", `compiled("12.50");`],
  ["writes decimals", "decimalToText", `compiled(values.decimalFromText("12.50"));`],
  ["links objects", "link", linking],
  ["reads links", "linkedObjects", linking],
])("code that %s outlives a collection of all garbage", async (_, name, work) => {
  const options = ["--expose-gc", "--allow-natives-syntax", "--conditions=rivulet-source"];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...options, "--input-type=module", "--eval", program(name, work)],
    { cwd: import.meta.dirname },
  );
  const [before, after] = JSON.parse(stdout) as [number, number];
  expect(after).toBe(before);
});
