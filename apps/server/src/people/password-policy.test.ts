import { describe, expect, test } from "vitest";
import { hashPassword, isPassword } from "./password-hash.ts";
import { passwordFault } from "./password-policy.ts";

const about = ["Ada Lovelace", "ada.l@analytical.example"];

describe("a password", () => {
  test.each([
    ["Tea-at-4-with-Mary", undefined],
    ["Ein Fluß mit 3 Brücken", undefined],
    ["short-Word-1", undefined],
    ["Short-Word1", "shorter than 12"],
    ["all-small-letters-1", "no capital"],
    ["ALL-CAPITALS-ALL-1", "no small letter"],
    ["No-Digits-At-All", "no digit"],
    ["Aa1Aa1Aa1Aa1Aa1", "repeats few"],
    ["Password12345", "everybody uses"],
    ["P@ssw0rd2026!!", "everybody uses"],
    ["123Qwertyuiop!", "everybody uses"],
    ["My-Lovelace-1815", "your name"],
    ["Very-Analytical-9", "your address"],
    [`Aa1${"bcdefgh".repeat(40)}`, "longer than 200"],
  ])("%s", (password, fault) => {
    expect(passwordFault(password, about) ?? "none").toContain(fault ?? "none");
  });
});

test("a password is known again by its hash, however its letters are composed, and no other one", async () => {
  const hash = await hashPassword("Brücken über 3 Flüsse");
  expect(hash).toMatch(/^scrypt:\d+:\d+:\d+:[\w-]{22}:[\w-]{43}$/);
  expect(await isPassword("Brücken über 3 Flüsse".normalize("NFD"), hash)).toBe(true);
  expect(await isPassword("Brücken über 4 Flüsse", hash)).toBe(false);
  expect(await isPassword("Brücken über 3 Flüsse", null)).toBe(false);
  expect(await hashPassword("Brücken über 3 Flüsse")).not.toBe(hash);
});
