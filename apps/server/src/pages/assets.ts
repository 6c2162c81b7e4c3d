import { readFileSync } from "node:fs";

/** A file that the pages need. */
export interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
}

/** The files of the pages, read once. What is not in this list is not served. */
export function readAssets(): readonly Asset[] {
  return [
    {
      path: "/assets/pages.css",
      mediaType: "text/css; charset=utf-8",
      text: readFileSync(new URL("../../assets/pages.css", import.meta.url), "utf8"),
    },
    {
      path: "/assets/docs-page.js",
      mediaType: "text/javascript; charset=utf-8",
      text: readFileSync(new URL("../../assets/docs-page.js", import.meta.url), "utf8"),
    },
    {
      path: "/assets/sign-in-page.js",
      mediaType: "text/javascript; charset=utf-8",
      text: readFileSync(new URL("../../assets/sign-in-page.js", import.meta.url), "utf8"),
    },
    {
      path: "/assets/icon.svg",
      mediaType: "image/svg+xml",
      text: readFileSync(new URL("../../assets/icon.svg", import.meta.url), "utf8"),
    },
  ];
}
