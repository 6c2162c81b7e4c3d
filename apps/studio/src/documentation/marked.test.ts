import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Marked } from "./marked.tsx";

test.each([
  ["plain words", "plain words"],
  ["Needs `TableName` in it.", "Needs <code>TableName</code> in it."],
  ["is **replaced** by *UpdateItem*", "is <strong>replaced</strong> by <em>UpdateItem</em>"],
  ["`#a = :v`, `<b>` & *", "<code>#a = :v</code>, <code>&lt;b&gt;</code> &amp; *"],
  ["2 * 3", "2 * 3"],
])("%s", (text, html) => {
  expect(renderToStaticMarkup(Marked({ text }))).toBe(html);
});
