import { describe, expect, test } from "vitest";
import {
  type AuthoringRight,
  type Caller,
  callerName,
  hasRight,
  type KeyScope,
  type Person,
} from "./caller.ts";

const person = (authoring: AuthoringRight): Person => ({ id: "1", name: "Ada", authoring, userRoles: [] });
const signedIn = (authoring: AuthoringRight): Caller => ({ kind: "person", person: person(authoring) });
const key = (authoring: AuthoringRight, ...scopes: KeyScope[]): Caller => {
  return { kind: "key", id: "k", name: "nightly", owner: person(authoring), scopes };
};
const rightsOf = (caller: Caller) =>
  (["viewer", "builder", "administrator"] as const).filter((right) => hasRight(caller, right));

describe("the rights of", () => {
  test.each<[string, Caller, string[]]>([
    ["the person at this machine", { kind: "local" }, ["viewer", "builder", "administrator"]],
    ["nobody", { kind: "anonymous" }, []],
    ["an administrator", signedIn("administrator"), ["viewer", "builder", "administrator"]],
    ["a builder", signedIn("builder"), ["viewer", "builder"]],
    ["a viewer", signedIn("viewer"), ["viewer"]],
    ["somebody who only uses the application", signedIn("none"), []],
    ["a key that reads", key("administrator", "read-project"), ["viewer"]],
    ["a key that writes", key("administrator", "write-project"), ["viewer", "builder"]],
    ["a key that operates", key("administrator", "operate"), ["administrator"]],
    ["a key that runs", key("administrator", "run-microflows"), []],
    ["a key whose owner may only look", key("viewer", "write-project", "operate"), ["viewer"]],
    ["a key whose owner may nothing", key("none", "read-project", "write-project", "operate"), []],
  ])("%s", (_, caller, rights) => expect(rightsOf(caller)).toEqual(rights));
});

test("a caller is called by the name of the person, and by that of the key", () => {
  expect(callerName(signedIn("none"))).toBe("Ada");
  expect(callerName(key("none"))).toBe("Ada (key nightly)");
  expect(callerName({ kind: "local" })).toBeUndefined();
  expect(callerName({ kind: "anonymous" })).toBeUndefined();
});
