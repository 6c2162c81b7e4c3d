import { expect, test } from "vitest";
import {
  chosenConfiguration,
  configurationId,
  newConfiguration,
  renamedConfiguration,
} from "./configuration-id.ts";

const test1 = { name: "Test", kind: "aws", constants: {} } as const;

test("a configuration is known by its first name, and says so only while it has another one", () => {
  const renamed = renamedConfiguration(test1, "Staging");
  expect(renamed).toEqual({ ...test1, name: "Staging", id: "Test" });
  expect(renamedConfiguration(renamed, "Third")).toEqual({ ...test1, name: "Third", id: "Test" });
  expect(renamedConfiguration(renamed, "Test")).toEqual(test1);
});

test("a new one under the first name of another is known by something of its own", () => {
  const renamed = renamedConfiguration(test1, "Staging");
  expect(newConfiguration(test1, [])).toEqual(test1);
  expect(configurationId(newConfiguration(test1, [renamed]))).not.toBe("Test");
});

test("the chosen one stays it when it is renamed, also where another one takes its name", () => {
  const renamed = renamedConfiguration(test1, "Staging");
  const other = newConfiguration(test1, [renamed]);
  expect(chosenConfiguration([other, renamed], configurationId(test1))).toBe(renamed);
  expect(chosenConfiguration([other, renamed], configurationId(other))).toBe(other);
  expect(chosenConfiguration([renamed], "Gone")).toBeUndefined();
});

test("a name that was kept before there were ids still chooses, and so it does where two share an id", () => {
  const renamed = renamedConfiguration(test1, "Staging");
  expect(chosenConfiguration([renamed], "Staging")).toBe(renamed);
  const copy = { ...renamed, name: "Copy" };
  expect(chosenConfiguration([renamed, copy], "Copy")).toBe(copy);
  expect(chosenConfiguration([renamed, copy], "Test")).toBeUndefined();
});
