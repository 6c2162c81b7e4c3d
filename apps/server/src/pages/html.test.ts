import { expect, test } from "vitest";
import { html } from "./html.ts";

test.each([
  ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
  [`" onclick='x' & more`, "<p>&quot; onclick=&#39;x&#39; &amp; more</p>"],
  [5, "<p>5</p>"],
  [["a", html`<b>${"<"}</b>`], "<p>a<b>&lt;</b></p>"],
])("%j becomes text, HTML stays HTML", (part, expected) => {
  expect(html`<p>${part}</p>`.text).toBe(expected);
});
