import { expect, test } from "vitest";
import { SecretStore } from "./secret-store.ts";

test("the same values have the same handle, which shows nothing of them", () => {
  const secrets = new SecretStore();
  const handle = secrets.keep({ key: "hush", id: "me" });
  expect(secrets.keep({ id: "me", key: "hush" })).toBe(handle);
  expect(secrets.keep({ id: "you", key: "hush" })).not.toBe(handle);
  expect(handle).not.toContain("hush");
  expect(secrets.open(handle)).toEqual({ id: "me", key: "hush" });
});

test("a handle of another run opens nothing", () => {
  const handle = new SecretStore().keep({ key: "hush" });
  expect(() => new SecretStore().open(handle)).toThrow("no secret of this run");
});
