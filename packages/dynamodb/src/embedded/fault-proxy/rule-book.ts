import type { DynamoDBRequest } from "./dynamodb-request.ts";
import type { Fault, FaultRule } from "./fault-rule.ts";

/** What the rules say about one request. */
export interface Verdict {
  readonly delayMilliseconds: number;
  readonly fault: Fault | undefined;
}

/** The rules with how many matching requests each has seen. */
export class RuleBook {
  readonly #rules: readonly { readonly rule: FaultRule; seen: number }[];

  constructor(rules: readonly FaultRule[]) {
    this.#rules = rules.map((rule) => ({ rule, seen: 0 }));
  }

  /** Counts the request and says what is to happen to it. */
  judge(request: DynamoDBRequest): Verdict {
    let delayMilliseconds = 0;
    let fault: Fault | undefined;
    for (const counted of this.#rules) {
      const { rule } = counted;
      if (!matches(rule, request)) continue;
      counted.seen += 1;
      if (!isInRange(rule.calls, counted.seen)) continue;
      if (rule.effect.kind === "latency") delayMilliseconds += rule.effect.milliseconds;
      else fault ??= rule.effect;
    }
    return { delayMilliseconds, fault };
  }
}

function matches({ operation, table }: FaultRule, request: DynamoDBRequest): boolean {
  const operations = typeof operation === "string" ? [operation] : operation;
  if (operations !== undefined && !operations.includes(request.operation)) return false;
  return table === undefined || request.tables.includes(table);
}

function isInRange(calls: FaultRule["calls"], call: number): boolean {
  if (calls === undefined) return true;
  if (typeof calls === "number") return call === calls;
  return call >= (calls.from ?? 1) && call <= (calls.to ?? Number.POSITIVE_INFINITY);
}
