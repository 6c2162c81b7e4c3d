import { expect, test } from "vitest";
import { TextsOnTheirWay } from "./texts-on-their-way.ts";

test("a text that comes back after more was typed is the editor's own", () => {
  const texts = new TextsOnTheirWay();
  for (const text of ["a", "ab", "abc"]) texts.tell(text);
  expect(texts.isOwn("ab")).toBe(true);
  expect(texts.isOwn("abc")).toBe(true);
});

test("a text that nobody told comes from outside, and so does one that had arrived before", () => {
  const texts = new TextsOnTheirWay();
  for (const text of ["a", "ab"]) texts.tell(text);
  expect(texts.isOwn("ab")).toBe(true);
  expect(texts.isOwn("a")).toBe(false);
  expect(texts.isOwn("of somebody else")).toBe(false);
});

test("after a text from outside, what was on its way before it counts no more", () => {
  const texts = new TextsOnTheirWay();
  texts.tell("a");
  expect(texts.isOwn("x")).toBe(false);
  expect(texts.isOwn("a")).toBe(false);
});
