import type { Problem } from "@rivulet/model";
import type { RunRecord } from "@rivulet/runtime";
import type { Reply } from "../http/reply.ts";
import type { MicroflowSignature } from "../openapi/microflow-signature.ts";
import { typeText } from "../openapi/type-text.ts";
import { type Html, type HtmlPart, html } from "./html.ts";
import { page, type TopBar, topBar } from "./page.ts";
import { configurationFact, dynamodbFact, problemsFact } from "./status-facts.ts";

/** What the status page shows. */
export interface ServerStatus extends TopBar {
  readonly documentation: string;
  readonly configuration: { readonly name: string; readonly kind: "embedded" | "aws" } | undefined;
  readonly microflows: readonly MicroflowSignature[];
  readonly problems: readonly Problem[];
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  /** The regions of the embedded DynamoDB that run now. */
  readonly regions: readonly RunningRegion[];
}

/** A region of the embedded DynamoDB. */
export interface RunningRegion {
  readonly region: string;
  readonly endpoint: string;
}

/** The first page of the server: what it serves, how it is set up, what it did last. */
export function statusPage(status: ServerStatus): Reply {
  const { project, documentation, configuration, regions, microflows, problems, runs } = status;
  return page({
    title: project,
    content: html`${topBar(status, "status")}
<main>
<h1>${project}</h1>
<div class="detail">${documentation}</div>
<section class="facts" aria-label="State">${configurationFact(configuration)}${dynamodbFact(regions)}${problemsFact(problems)}</section>
${problemSection(problems)}
${section("Microflows", microflows.length === 0 ? nothingToCall : microflowTable(microflows))}
${section("Latest runs", runs.length === 0 ? nothingRan : runTable(runs))}
</main>`,
  });
}

const nothingToCall = html`<p class="empty">No microflow can be called yet. Draw one and save it: it shows up here.</p>`;
const nothingRan = html`<p class="empty">Nothing has run since the server started. <a href="/api/docs">Try a microflow</a>.</p>`;

function section(title: string, content: HtmlPart): Html {
  return html`<section aria-label="${title}"><h2>${title}</h2>${content}</section>`;
}

function table(heads: readonly string[], rows: readonly Html[]): Html {
  const cells = heads.map((head) => html`<th scope="col">${head}</th>`);
  return html`<div class="table"><table><thead><tr>${cells}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function microflowTable(microflows: readonly MicroflowSignature[]): Html {
  const rows = microflows.map(({ name, parameters, returnType, documentation }) => {
    const takes = parameters.map(
      (parameter) =>
        html`<div><code>${parameter.name}</code> <span class="faint">${typeText(parameter.type)}</span></div>`,
    );
    return html`<tr>
<td><a href="/api/docs#${name}">${name}</a><div class="detail">${documentation}</div></td>
<td>${takes.length === 0 ? html`<span class="faint">None</span>` : takes}</td>
<td>${typeText(returnType)}</td>
</tr>`;
  });
  return table(["Name", "Parameters", "Returns"], rows);
}

function runTable(runs: readonly RunRecord[]): Html {
  const rows = runs.map(({ status, microflow, configuration, startedAt, endedAt }) => {
    const started = new Date(startedAt).toISOString().replace("T", " ").slice(0, 19);
    return html`<tr>
<td><span class="pill ${status}">${status}</span></td>
<td>${microflow}</td>
<td>${configuration}</td>
<td class="number">${started} UTC</td>
<td class="number">${endedAt === null ? "" : `${endedAt - startedAt} ms`}</td>
</tr>`;
  });
  return table(["Status", "Microflow", "Configuration", "Started", "Took"], rows);
}

const maximumProblems = 20;

function problemSection(problems: readonly Problem[]): HtmlPart {
  if (problems.length === 0) return "";
  const items = problems
    .slice(0, maximumProblems)
    .map(
      ({ severity, message, place }) =>
        html`<li><span class="pill ${severity}">${severity}</span><div>${message} <span class="faint">${place.document ?? place.file ?? ""}</span></div></li>`,
    );
  const more = problems.length - items.length;
  const address = "/api/v1/project/problems";
  const rest =
    more > 0 ? html`<p class="faint">${more} more at <a href="${address}">${address}</a>.</p>` : "";
  return section("Problems", html`<ul class="problems">${items}</ul>${rest}`);
}
