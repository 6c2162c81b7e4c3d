import { readWidgetField } from "@rivulet/pages";
import { expect, test } from "vitest";
import { readPicture } from "./read-picture.ts";

const limit = 400_000;
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

test("a picture becomes a text that the project keeps", async () => {
  const picture = await readPicture(new File([png], "a.png", { type: "image/png" }), limit);
  expect(picture).toEqual({ data: "data:image/png;base64,iVBORw==" });
  expect(readWidgetField("picture", { kind: "file", ...picture })).toBeDefined();
});

test.each([
  ["a page of text", new File(["<script>"], "a.html", { type: "text/html" }), "no picture"],
  ["a file without a type", new File([png], "a"), "no picture"],
  [
    "a picture that is too large",
    new File([new Uint8Array(300_001)], "a.png", { type: "image/png" }),
    "301 kB",
  ],
  ["an empty one", new File([], "a.png", { type: "image/png" }), "no picture"],
])("%s is refused in words", async (_title, file, words) => {
  expect(await readPicture(file, limit)).toEqual({ fault: expect.stringContaining(words) });
});
