import { expect, test } from "vitest";
import { SecretMask } from "./secret-mask.ts";
import { SecretStore } from "./secret-store.ts";

const newStore = () => new SecretStore(new SecretMask(() => []));

test("the same values have the same handle, which shows nothing of them", () => {
  const secrets = newStore();
  const handle = secrets.keep({ key: "hush", id: "me" });
  expect(secrets.keep({ id: "me", key: "hush" })).toBe(handle);
  expect(secrets.keep({ id: "you", key: "hush" })).not.toBe(handle);
  expect(handle).not.toContain("hush");
  expect(secrets.open(handle)).toEqual({ id: "me", key: "hush" });
});

test("a handle of another run opens nothing", () => {
  const handle = newStore().keep({ key: "hush" });
  expect(() => newStore().open(handle)).toThrow("no secret of this run");
});

test("what is kept is hidden from then on, unless anybody may see it", () => {
  const mask = new SecretMask(() => []);
  const store = new SecretStore(mask);
  store.keep({ key: "very secret" });
  store.keep({ key: "well known" }, { isPublic: true });
  expect(mask.text("very secret, well known")).toBe("(secret), well known");
});
