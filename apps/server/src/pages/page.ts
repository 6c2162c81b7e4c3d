import type { Reply, ReplyHeaders } from "../http/reply.ts";
import { type Html, type HtmlPart, html } from "./html.ts";

/** What a page of the server has besides its content. */
export interface PageParts {
  readonly title: string;
  /** Paths of scripts; there is no script inside a page (Content-Security-Policy). */
  readonly scripts?: readonly string[];
  readonly content: HtmlPart;
  /** Status of the answer; 200 where nothing else is said. */
  readonly status?: number;
  readonly headers?: ReplyHeaders;
}

/** A whole page in both colour schemes; the browser picks. */
export function page({ title, scripts = [], content, status = 200, headers = {} }: PageParts): Reply {
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/pages.css">
${scripts.map((script) => html`<script type="module" src="${script}"></script>`)}
</head>
<body>
${content}
</body>
</html>
`;
  return { kind: "text", status, mediaType: "text/html; charset=utf-8", text, headers };
}

const pages = [
  { name: "studio", address: "/", label: "Studio" },
  { name: "status", address: "/status", label: "Overview" },
  { name: "docs", address: "/api/docs", label: "Try a microflow" },
  { name: "openapi", address: "/api/openapi.json", label: "OpenAPI" },
] as const;

/** What the bar at the top of a page shows. */
export interface TopBar {
  /** Name of the project. */
  readonly project: string;
  /** Whether the studio is there to go to. */
  readonly hasStudio: boolean;
}

/** The bar at the top of every page. */
export function topBar({ project, hasStudio }: TopBar, current: (typeof pages)[number]["name"]): Html {
  const links = pages
    .filter(({ name }) => hasStudio || name !== "studio")
    .map(({ name, address, label }) =>
      name === current
        ? html`<a href="${address}" aria-current="page">${label}</a>`
        : html`<a href="${address}">${label}</a>`,
    );
  return html`<header class="bar">
<img src="/assets/icon.svg" alt="" width="22" height="22">
<span class="project">${project}</span>
<nav aria-label="Pages">${links}</nav>
</header>`;
}
