import type { HttpProblem } from "../http/http-problem.ts";
import type { Reply } from "../http/reply.ts";
import { door } from "./door.ts";
import { type HtmlPart, html } from "./html.ts";
import { type PageParts, page } from "./page.ts";

interface ClosedDoor extends Pick<PageParts, "headers"> {
  readonly status: number;
  readonly project: string;
  readonly title: string;
  readonly heading: string;
  readonly reason: string;
  readonly ways: HtmlPart;
}

const toApplication = html`<a class="button" href="/app" data-testid="open-app">Open the application</a>`;

function closedDoor({ project, title, heading, reason, ways, ...answer }: ClosedDoor): Reply {
  const card = html`<div class="card door-card">
<h1>${heading}</h1>
<p class="detail">${reason}</p>
${ways}
</div>`;
  return page({ ...answer, title: `${title}: ${project}`, content: door(project, card) });
}

/** In place of a page that somebody who has signed in may not open. */
export function refusedPage(project: string, reason: string): Reply {
  return closedDoor({
    status: 403,
    project,
    title: "Not for you",
    heading: "This is not for you",
    reason,
    ways: html`${toApplication}
<a class="button secondary" href="/sign-in" data-testid="sign-in-again">Sign in as somebody else</a>`,
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
    ways: toApplication,
  });
}

/** While the database does not answer, and nobody knows who asks. */
export function awayPage(project: string, { status, message, headers }: HttpProblem): Reply {
  return closedDoor({
    status,
    headers,
    project,
    title: "Not at this moment",
    heading: "This does not work at the moment",
    reason: message,
    ways: html`<a class="button" href="" data-testid="try-again">Try again</a>`,
  });
}
