import type { Problem } from "@rivulet/model";
import { type Html, html } from "./html.ts";
import type { RunningRegion, ServerStatus } from "./status-page.ts";

function fact(label: string, value: string, detail: string): Html {
  return html`<div class="fact">
<div class="label">${label}</div>
<div class="value">${value}</div>
<div class="detail">${detail}</div>
</div>`;
}

const kindsOfConfigurations = {
  embedded: "DynamoDB on this machine, with dummy keys",
  aws: "Amazon Web Services, with your keys",
} as const;

/** Which configuration runs use. */
export function configurationFact(configuration: ServerStatus["configuration"]): Html {
  if (configuration === undefined)
    return fact("Configuration", "None", "The project has none, or the chosen one is gone.");
  return fact("Configuration", configuration.name, kindsOfConfigurations[configuration.kind]);
}

/** What runs of the embedded DynamoDB. */
export function dynamodbFact(regions: readonly RunningRegion[]): Html {
  if (regions.length === 0) return fact("Embedded DynamoDB", "Asleep", "A region starts with its first use.");
  const addresses = regions.map(({ region, endpoint }) => `${region} at ${endpoint}`);
  return fact("Embedded DynamoDB", count(regions.length, "region"), addresses.join(", "));
}

/** Whether anything has to be mended. */
export function problemsFact(problems: readonly Problem[]): Html {
  if (problems.length === 0) return fact("Problems", "None", "Every microflow can run.");
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = count(problems.length - errors, "warning");
  if (errors === 0) return fact("Problems", warnings, "Every microflow can run.");
  return fact("Problems", count(errors, "error"), `and ${warnings}. A microflow with an error does not run.`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
