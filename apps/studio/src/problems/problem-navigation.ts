import type { Problem, ProjectIndex } from "@rivulet/model";
import { workspace } from "../workspace/workspace.ts";
import { spotOfPlace } from "./spot-of-place.ts";

/** Opens the place of a problem and selects what it is about. */
export function goToProblem(problem: Problem, index: ProjectIndex): void {
  const spot = spotOfPlace(problem.place, index);
  if (spot) workspace.getState().goTo(spot);
}

let position = -1;
let walked: readonly Problem[] = [];

/** Goes to the problem that follows the last one that was visited, round and round. */
export function stepToProblem(problems: readonly Problem[], by: 1 | -1, index: ProjectIndex): void {
  if (problems.length === 0) return;
  // After a fix the list is another one: the walk goes on at the same place in it.
  if (walked !== problems && position >= problems.length) position = -1;
  walked = problems;
  position =
    position < 0 && by < 0 ? problems.length - 1 : (position + by + problems.length) % problems.length;
  const problem = problems[position];
  if (problem) goToProblem(problem, index);
}
