/**
 * Everything that a request can be answered with instead of what it asked for: the status and the title of each
 * code. Routes name the codes that they answer with, so this table is also what OpenAPI says about failures.
 */
export const problemKinds = {
  "bad-request": { status: 400, title: "The request is not as it should be" },
  "wrong-request": { status: 400, title: "The request does not fit the schema of the route" },
  "wrong-parameters": { status: 400, title: "The parameters do not fit the microflow" },
  "unexpected-body": { status: 400, title: "This route takes no body" },
  "not-json": { status: 400, title: "The body is not JSON" },
  "json-too-deep": { status: 400, title: "The JSON is nested too deeply" },
  "json-forbidden-key": { status: 400, title: "The JSON has a key that is not allowed" },
  "sign-in-needed": { status: 401, title: "Somebody has to sign in first" },
  "host-refused": { status: 403, title: "The request was meant for another host" },
  "origin-refused": { status: 403, title: "The request comes from a page of another site" },
  "not-allowed": { status: 403, title: "The caller may not do this" },
  "unknown-address": { status: 404, title: "Nothing is at this address" },
  "unknown-microflow": { status: 404, title: "There is no such microflow" },
  "unknown-run": { status: 404, title: "There is no such run" },
  "unknown-document": { status: 404, title: "There is no such document" },
  "unknown-configuration": { status: 404, title: "There is no such configuration" },
  "unknown-constant": { status: 404, title: "There is no such secret constant" },
  "unknown-page": { status: 404, title: "There is no such page" },
  "unknown-role": { status: 404, title: "There is no such user role" },
  "unknown-session": { status: 404, title: "The session has ended" },
  "request-timeout": { status: 408, title: "The request took too long to arrive" },
  "run-not-repeatable": { status: 409, title: "The run cannot be repeated" },
  "stale-documents": { status: 409, title: "The project has changed meanwhile" },
  "page-outdated": { status: 409, title: "The page has to be loaded again" },
  "project-locked": { status: 409, title: "Another program is saving the project" },
  "secrets-not-read": { status: 409, title: "The secrets of this machine cannot be used" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "wrong-content-type": { status: 415, title: "The body has to be JSON" },
  "project-has-problems": { status: 422, title: "The project has problems" },
  "action-failed": { status: 422, title: "It could not be done" },
  "page-needs-object": { status: 422, title: "The page cannot be opened by itself" },
  "wrong-value": { status: 400, title: "The value does not fit its type" },
  "invalid-change": { status: 422, title: "The change does not fit a project" },
  "too-many-runs": { status: 429, title: "Too many microflows are running" },
  "headers-too-large": { status: 431, title: "The headers are too large" },
  "internal-error": { status: 500, title: "The server failed" },
  "history-unavailable": { status: 503, title: "The history of runs cannot be read" },
  "run-not-written": { status: 503, title: "The run could not be written down" },
  "shutting-down": { status: 503, title: "The server is shutting down" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

/** What went wrong with a request; stable, lower case with hyphens. */
export type ProblemCode = keyof typeof problemKinds;
