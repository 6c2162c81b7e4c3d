import { expect, test } from "vitest";
import { browserKnownFor, browserMark, knownBrowser } from "./known-browsers.ts";
import { newAccount } from "./one-time-links.ts";

const facts = { name: "Ada", email: "ada@example.org", authoring: "administrator", userRoles: [] } as const;
const ada = { ...newAccount(facts), passwordHash: "scrypt hash" };
const now = Date.UTC(2026, 10, 23);
const mark = browserMark(ada, now) ?? "";

test("a browser is known by its mark, for its account and its time", () => {
  expect(mark).toMatch(/^[\w-]{1,200}$/);
  expect(knownBrowser(mark, ada, now)).toBe(mark.slice(0, 22));
  expect(knownBrowser(mark, ada, now + browserKnownFor)).toBeUndefined();
  expect(knownBrowser(mark, { ...ada, id: "somebody else" }, now)).toBeUndefined();
  expect(knownBrowser(mark, undefined, now)).toBeUndefined();
});

test("a new password ends the marks of before, and without one there is none", () => {
  expect(knownBrowser(mark, { ...ada, passwordHash: "another hash" }, now)).toBeUndefined();
  expect(browserMark({ ...ada, passwordHash: null }, now)).toBeUndefined();
  expect(knownBrowser(mark, { ...ada, passwordHash: null }, now)).toBeUndefined();
});

test("a mark that was changed, or made up, is none", () => {
  const later = mark.slice(0, 22) + String(now + 2 * browserKnownFor) + mark.slice(35);
  const other = `A${mark.slice(1)}`;
  const forged = [
    later,
    other === mark ? `B${mark.slice(1)}` : other,
    "",
    "x".repeat(78),
    `${mark}x`,
    undefined,
  ];
  expect(forged.map((each) => knownBrowser(each, ada, now))).toEqual(forged.map(() => undefined));
});
