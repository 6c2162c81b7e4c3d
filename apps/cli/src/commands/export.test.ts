import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  change,
  listTables,
  rivulet,
  rivuletProcess,
  tutorial,
  useFolder,
} from "../command-line.test-support.ts";

useFolder();

it("writes a microflow with errors as it is, says them with its elements' names, and ends with 1", async () => {
  const folder = tutorial();
  const file = join(folder, "flow.json");
  change(folder, listTables, (text) => text.replace('"$DBTableList"', '"$Nobody"'));
  const { code, output, errors } = rivuletProcess(
    "export",
    folder,
    "MyFirstModule.DS_ListTables",
    "-o",
    file,
  );
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors).toMatch(/^error: MyFirstModule\.DS_ListTables, "End", returnValue: .*\$Nobody/);
  expect(errors).toContain("It does not run before its errors are repaired.");
  expect(readFileSync(file, "utf8")).toContain("$Nobody");
  expect(await rivulet("run", file)).toMatchObject({ code: 3, output: "" });
});

it("says nothing of the errors of microflows that are not exported", async () => {
  const folder = tutorial();
  change(folder, listTables, (text) => text.replace('"$DBTableList"', '"$Nobody"'));
  writeFileSync(
    join(folder, "modules/MyFirstModule/microflows/Fine.json"),
    JSON.stringify({
      format: "rivulet/microflow",
      version: 2,
      id: "fine",
      name: "Fine",
      allowedRoles: [],
      returnType: { kind: "nothing" },
      elements: [
        { id: "fine.start", kind: "start", fields: {} },
        { id: "fine.end", kind: "end", fields: {} },
      ],
      sequenceFlows: [{ id: "fine.flow", from: "fine.start", to: "fine.end" }],
    }),
  );
  expect(await rivulet("export", folder, "MyFirstModule.Fine")).toMatchObject({ code: 0, errors: "" });
});
