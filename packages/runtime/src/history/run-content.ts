import type { JsonValue, ProjectIndex } from "@rivulet/model";
import {
  type DataType,
  EntityObject,
  hiddenSecret,
  ObjectIds,
  ObjectList,
  type Value,
  valueToJson,
} from "@rivulet/values";
import type { RunContent } from "../ports/run-store.ts";
import type { GivenArguments } from "../run/read-arguments.ts";
import type { RunOutcome } from "../run/run.ts";
import type { SecretMask } from "../run/secret-mask.ts";
import { cutMark, type RunTrace } from "../wire/run-trace.ts";
import type { FlowErrorJson, RunPart } from "../wire/run-view.ts";
import { type BoundedJson, boundedJson, sizeOf } from "./bounded-json.ts";
import { boundedTrace } from "./bounded-trace.ts";
import { hideSecretAttributes } from "./hide-secret-attributes.ts";
import type { ContentFacts } from "./run-history.ts";

/** The most that is kept of each part of a run, in characters of JSON (docs/limits.md). */
export const partSizes: Readonly<Record<RunPart, number>> = {
  parameters: 64_000,
  result: 256_000,
  error: 32_000,
  log: 256_000,
  trace: 1_000_000,
};

/** A longer list is cut before it is written, so that a result of millions costs nothing. */
const mostItems = 1_000;

/** What a run has from its start. */
export interface ContentSources {
  readonly given: GivenArguments;
  readonly types: readonly { readonly name: string; readonly type: DataType }[];
  readonly index: ProjectIndex;
  readonly mask: SecretMask;
  readonly trace: () => RunTrace | undefined;
}

/** What is kept of the content of a run: without its secrets, each part within its size. */
export function runContent({ outcome, log, isLogCut }: ContentFacts, sources: ContentSources): RunContent {
  const parameters = keptArguments(sources);
  const result = outcome?.status === "completed" ? keptResult(outcome) : undefined;
  const error = outcome && outcome.status !== "completed" ? keptError(outcome.error.toJSON()) : undefined;
  const lines = boundedLog(log);
  const seen = sources.trace();
  const kept = seen && boundedTrace(seen, partSizes.trace);
  const isCut: Readonly<Record<RunPart, boolean>> = {
    parameters: parameters.isCut,
    result: result?.isCut ?? false,
    error: error?.isCut ?? false,
    log: isLogCut || lines.length < log.length,
    trace: kept?.cutSteps !== undefined,
  };
  const content = {
    parameters: parameters.value,
    ...(result && { result: result.value }),
    error: error?.value ?? null,
    log: lines,
    trace: kept ?? null,
  };
  const parts = Object.keys(partSizes) as RunPart[];
  const cut = parts.filter((part) => isCut[part]);
  return { ...content, cut, redacted: parts.filter((part) => hidesSomething(content[part])) };
}

/** Whoever writes the mark of a hidden secret is taken at their word. */
function hidesSomething(part: unknown): boolean {
  return part !== null && part !== undefined && JSON.stringify(part).includes(hiddenSecret);
}

function keptArguments({ given, types, index, mask }: ContentSources): BoundedJson {
  const { parameters = {}, values = {} } = given;
  const trusted = types
    .filter(({ name }) => Object.hasOwn(values, name))
    .map(({ name, type }) => ({ name, ...keptValue(values[name] ?? null, type, index) }));
  const json = {
    ...hideSecretAttributes(parameters, index),
    ...Object.fromEntries(trusted.map(({ name, value }) => [name, value])),
  };
  const bounded = boundedJson(mask.json(json), partSizes.parameters);
  return trusted.some(({ isCut }) => isCut) ? { ...bounded, isCut: true } : bounded;
}

/** Objects of a session are a part of something larger: only what they are is kept. */
function keptValue(value: Value, type: DataType, index: ProjectIndex): BoundedJson {
  if (value instanceof EntityObject)
    return { value: { $entity: value.shape.name, [cutMark]: 1 }, isCut: true };
  if (value instanceof ObjectList) return { value: [{ [cutMark]: value.items.length }], isCut: true };
  const associationsOf = (entity: string) => index.associationsOf(entity);
  return { value: valueToJson(value, type, { ids: new ObjectIds(), associationsOf }), isCut: false };
}

function keptResult(outcome: Extract<RunOutcome, { readonly status: "completed" }>): BoundedJson {
  const { value, toJson } = outcome;
  const count = value instanceof ObjectList ? value.items.length : 0;
  if (count <= mostItems) return boundedJson(toJson(), partSizes.result);
  const items = toJson({ items: mostItems }) as readonly JsonValue[];
  const bounded = boundedJson([...items, { [cutMark]: count - mostItems }], partSizes.result);
  return { ...bounded, isCut: true };
}

/** An error keeps its code and its places, whatever its texts and details hold. */
function keptError(error: FlowErrorJson): { readonly value: FlowErrorJson; readonly isCut: boolean } {
  const { value, isCut } = boundedJson(error, partSizes.error);
  if (!isCut) return { value: error, isCut };
  const hasCode = typeof value === "object" && value !== null && "code" in value;
  if (hasCode) return { value: value as unknown as FlowErrorJson, isCut };
  return { value: { ...error, message: error.message.slice(0, 2_000), details: null, cause: null }, isCut };
}

/** The newest lines that fit. */
function boundedLog(log: ContentFacts["log"]): ContentFacts["log"] {
  let [first, left] = [log.length, partSizes.log];
  for (; first > 0; first -= 1) {
    left -= sizeOf(log[first - 1] as unknown as JsonValue);
    if (left < 0) break;
  }
  return first === 0 ? log : log.slice(first);
}
