import type { Value } from "@rivulet/values";
import type { EvaluationFrame } from "./evaluation-environment.ts";

/** A compiled expression, or a part of one. Reads the frame, changes nothing; throws `EvaluationError`. */
export type Evaluator = (frame: EvaluationFrame) => Value;
