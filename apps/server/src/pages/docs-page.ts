import type { Reply } from "../http/reply.ts";
import { html } from "./html.ts";
import { page, type TopBar, topBar } from "./page.ts";

/** The page on which people try microflows. Its script fills it from the OpenAPI document. */
export function docsPage(bar: TopBar): Reply {
  return page({
    title: `${bar.project}: try a microflow`,
    scripts: ["/assets/docs-page.js"],
    content: html`${topBar(bar, "docs")}
<div class="docs">
<nav class="microflows" aria-label="Microflows" id="microflows"></nav>
<main id="microflow"><p class="empty">Reading the microflows of the project …</p></main>
</div>
<noscript><p class="empty">This page needs JavaScript. <a href="/api/openapi.json">The OpenAPI document</a> says the same.</p></noscript>`,
  });
}
