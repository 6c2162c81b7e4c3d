import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "../steps/checkout.mjs";

const images = "docs/images";

const pages = [
  "README.md",
  ...readdirSync(join(checkout, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

/** The images of docs/images that a page shows, by their file names. */
function imagesOf(page: string): string[] {
  const text = readFileSync(join(checkout, page), "utf8");
  return [...text.matchAll(/(?:src|srcset)="([^"]+\.png)"|\]\(([^)]+\.png)\)/g)]
    .map(([, inTag, inLink]) => join(dirname(page), inTag ?? inLink ?? ""))
    .filter((path) => path.startsWith(images))
    .map((path) => relative(images, path));
}

test("every image of the documentation is shown somewhere, and every image that is shown is there", () => {
  const shown = new Set(pages.flatMap(imagesOf));
  expect(readdirSync(join(checkout, images)).toSorted()).toEqual([...shown].toSorted());
});
