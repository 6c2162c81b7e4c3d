import { ProjectIndex, type ProjectRecord } from "@rivulet/model";
import { buildProject } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { hideSecretAttributes } from "./hide-secret-attributes.ts";

const { index, records } = buildProject({
  modules: { Shop: { entities: { User: { attributes: { Name: "String", Password: "String" } } } } },
});

const changed = [...records].map(([id, record]): [string, ProjectRecord] => {
  if (record.type !== "entity") return [id, record];
  const attributes = record.attributes.map((each) => ({ ...each, isSecret: each.name === "Password" }));
  return [id, { ...record, attributes }];
});
const withSecrets = new ProjectIndex(new Map(changed));

const user = { Name: "Ada", Password: "short" };
const hidden = { Name: "Ada", Password: "(secret)" };

test("the values of secret attributes are hidden in arguments, wherever the objects stand", () => {
  expect(
    hideSecretAttributes({ User: user, Users: [user, { Friend: user, Password: null }] }, withSecrets),
  ).toEqual({ User: hidden, Users: [hidden, { Friend: hidden, Password: null }] });
});

test("a parameter is no attribute, even by the same name", () => {
  expect(hideSecretAttributes({ Password: "word" }, withSecrets)).toEqual({ Password: "word" });
});

test("arguments stay as they are where nothing is secret", () => {
  const given = { User: user };
  expect(hideSecretAttributes(given, index)).toBe(given);
});
