import { type Html, type HtmlPart, html } from "./html.ts";

/** What stands alone in a window, under the name of the project: where one comes in, or does not. */
export function door(project: string, content: HtmlPart): Html {
  return html`<main class="door">
<div class="door-head">
<img src="/assets/icon.svg" alt="" width="32" height="32">
<p class="project">${project}</p>
</div>
${content}
</main>`;
}
