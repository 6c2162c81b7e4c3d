import fc from "fast-check";

/**
 * A generated microflow before it is drawn: a tree of steps that hold nothing but choices. Drawing it resolves the
 * choices among what is there at that place (variables in scope, members, associations), so that every tree is a
 * microflow without problems and shrinks well.
 */
export type GeneratedStep =
  | { readonly kind: SimpleStepKind; readonly choices: readonly number[] }
  | {
      readonly kind: "decision" | "enumerationDecision";
      readonly choices: readonly number[];
      readonly branches: readonly (readonly GeneratedStep[])[];
    }
  | {
      readonly kind: "loop" | "repeat";
      readonly choices: readonly number[];
      readonly body: readonly GeneratedStep[];
    };

/** Steps without steps inside. */
export type SimpleStepKind =
  | "createObject"
  | "changeObject"
  | "createList"
  | "changeList"
  | "createVariable"
  | "changeVariable"
  | "retrieve"
  | "log"
  | "call"
  | "endHere";

/** A few microflows; each may call those behind it. */
export interface GeneratedFlows {
  readonly flows: readonly (readonly GeneratedStep[])[];
}

const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 4, maxLength: 24 });

const simple: fc.Arbitrary<GeneratedStep> = fc.record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constant("createObject" as const) },
    { weight: 3, arbitrary: fc.constant("changeObject" as const) },
    { weight: 2, arbitrary: fc.constant("createList" as const) },
    { weight: 5, arbitrary: fc.constant("changeList" as const) },
    { weight: 3, arbitrary: fc.constant("createVariable" as const) },
    { weight: 3, arbitrary: fc.constant("changeVariable" as const) },
    { weight: 2, arbitrary: fc.constant("retrieve" as const) },
    { weight: 2, arbitrary: fc.constant("log" as const) },
    { weight: 1, arbitrary: fc.constant("call" as const) },
    { weight: 1, arbitrary: fc.constant("endHere" as const) },
  ),
  choices,
});

const { long, steps } = fc.letrec<{
  step: GeneratedStep;
  steps: readonly GeneratedStep[];
  long: readonly GeneratedStep[];
}>((tie) => ({
  long: fc.array(tie("step"), { minLength: 4, maxLength: 24, size: "max" }),
  steps: fc.array(tie("step"), { minLength: 1, maxLength: 7, size: "+1", depthIdentifier: "steps" }),
  step: fc.oneof(
    { depthSize: "small", depthIdentifier: "steps", withCrossShrink: true },
    { weight: 6, arbitrary: simple },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("decision" as const),
        choices,
        branches: fc.tuple(tie("steps"), tie("steps")),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("enumerationDecision" as const),
        choices,
        branches: fc.tuple(tie("steps"), tie("steps"), tie("steps")),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("loop" as const), choices, body: tie("steps") }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("repeat" as const), choices, body: tie("steps") }) },
  ),
}));

/** One to three microflows in steps, the first of them a long one. */
export const generatedFlows: fc.Arbitrary<GeneratedFlows> = fc.record({
  flows: fc.tuple(long, fc.array(steps, { maxLength: 2, size: "max" })).map(([first, others]) => [first, ...others]),
});
