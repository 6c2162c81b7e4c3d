import type { Reply } from "../http/reply.ts";
import { passwordAdvice } from "../people/password-policy.ts";
import { type Html, type HtmlPart, html } from "./html.ts";
import { page } from "./page.ts";

/** What the sign-in page shows. */
export interface SignInPage {
  /** Name of the project. */
  readonly project: string;
  /** Name of another house with whose accounts people sign in here as well. */
  readonly openId: string | undefined;
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly type: "text" | "email" | "password";
  readonly autocomplete: string;
  readonly hint?: string;
}

function field({ id, label, type, autocomplete, hint }: Field): Html {
  const described = hint === undefined ? [] : [html` aria-describedby="${id}-hint"`];
  return html`<div class="field" id="${id}-field">
<label for="${id}">${label}</label>
<input id="${id}" name="${id}" type="${type}" autocomplete="${autocomplete}" required maxlength="200" data-testid="field-${id}"${described}>
${hint === undefined ? [] : html`<p class="detail" id="${id}-hint">${hint}</p>`}
</div>`;
}

function card(project: string, content: HtmlPart): Html {
  return html`<main class="door">
<div class="door-head">
<img src="/assets/icon.svg" alt="" width="32" height="32">
<p class="project">${project}</p>
</div>
${content}
</main>`;
}

const email = { id: "email", label: "Email address", type: "email" } as const;

function signInForm(openId: string | undefined): Html {
  return html`<form class="card door-card" id="sign-in" aria-labelledby="sign-in-title">
<h1 id="sign-in-title">Sign in</h1>
<p class="fault" role="alert" hidden></p>
${field({ ...email, autocomplete: "username" })}
${field({ id: "password", label: "Password", type: "password", autocomplete: "current-password" })}
<button type="submit" data-testid="sign-in">Sign in</button>
${openId === undefined ? [] : html`<p class="or"><span>or</span></p><a class="button secondary" id="open-id" href="/sign-in/open-id" data-testid="open-id">Sign in with ${openId}</a>`}
<p class="detail">Forgotten the password, or no account yet? An administrator can give you a one-time link.</p>
</form>`;
}

function linkForm(): Html {
  return html`<form class="card door-card" id="link" aria-labelledby="link-title" hidden>
<h1 id="link-title"></h1>
<p class="detail" id="link-purpose"></p>
<p class="fault" role="alert" hidden></p>
${field({ id: "name", label: "Your name", type: "text", autocomplete: "name" })}
${field({ ...email, id: "new-email", autocomplete: "username" })}
${field({ id: "new-password", label: "New password", type: "password", autocomplete: "new-password", hint: passwordAdvice })}
${field({ id: "repeated", label: "The same once more", type: "password", autocomplete: "new-password" })}
<button type="submit" data-testid="use-link"></button>
</form>`;
}

/** Where people sign in, and where a one-time link leads. Its script shows the one or the other. */
export function signInPage({ project, openId }: SignInPage): Reply {
  return page({
    title: `Sign in: ${project}`,
    scripts: ["/assets/sign-in-page.js"],
    content: card(
      project,
      html`${signInForm(openId)}
${linkForm()}
<noscript><p class="empty">Signing in needs JavaScript.</p></noscript>`,
    ),
  });
}

/** In place of a page that somebody who has signed in may not open. */
export function refusedPage({
  project,
  reason,
}: {
  readonly project: string;
  readonly reason: string;
}): Reply {
  const refused = page({
    title: `Not for you: ${project}`,
    content: card(
      project,
      html`<div class="card door-card">
<h1>This is not for you</h1>
<p class="detail">${reason}</p>
<a class="button" href="/app" data-testid="open-app">Open the application</a>
<a class="button secondary" href="/sign-in" data-testid="sign-in-again">Sign in as somebody else</a>
</div>`,
    ),
  });
  return refused.kind === "text" ? { ...refused, status: 403 } : refused;
}

/** At an address where nothing is. */
export function missingPage(project: string): Reply {
  const missing = page({
    title: `Nothing is here: ${project}`,
    content: card(
      project,
      html`<div class="card door-card">
<h1>Nothing is at this address</h1>
<p class="detail">Check how it is written. Pages of the application are at /app, followed by their module and name.</p>
<a class="button" href="/app" data-testid="open-app">Open the application</a>
</div>`,
    ),
  });
  return missing.kind === "text" ? { ...missing, status: 404 } : missing;
}
