import type { Reply } from "../http/reply.ts";
import { passwordAdvice } from "../people/password-policy.ts";
import { door } from "./door.ts";
import { type Html, html } from "./html.ts";
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
    content: door(
      project,
      html`${signInForm(openId)}
${linkForm()}
<noscript><p class="empty">Signing in needs JavaScript.</p></noscript>`,
    ),
  });
}
