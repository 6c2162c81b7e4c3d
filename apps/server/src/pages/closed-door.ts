import type { Reply } from "../http/reply.ts";
import { door } from "./door.ts";
import { type HtmlPart, html } from "./html.ts";
import { page } from "./page.ts";

interface ClosedDoor {
  readonly status: number;
  readonly project: string;
  readonly title: string;
  readonly heading: string;
  readonly reason: string;
  /** Ways on, besides the application. */
  readonly ways?: HtmlPart;
}

function closedDoor({ status, project, title, heading, reason, ways = [] }: ClosedDoor): Reply {
  const card = html`<div class="card door-card">
<h1>${heading}</h1>
<p class="detail">${reason}</p>
<a class="button" href="/app" data-testid="open-app">Open the application</a>
${ways}
</div>`;
  return page({ status, title: `${title}: ${project}`, content: door(project, card) });
}

/** In place of a page that somebody who has signed in may not open. */
export function refusedPage(project: string, reason: string): Reply {
  return closedDoor({
    status: 403,
    project,
    title: "Not for you",
    heading: "This is not for you",
    reason,
    ways: html`<a class="button secondary" href="/sign-in" data-testid="sign-in-again">Sign in as somebody else</a>`,
  });
}

/** At an address where nothing is. */
export function missingPage(project: string): Reply {
  return closedDoor({
    status: 404,
    project,
    title: "Nothing is here",
    heading: "Nothing is at this address",
    reason:
      "Check how it is written. Pages of the application are at /app, followed by their module and name.",
  });
}
