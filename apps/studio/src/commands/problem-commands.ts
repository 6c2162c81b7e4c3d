import { ArrowDown, ArrowUp } from "lucide-react";
import { commandMessages } from "../messages/command-messages.ts";
import { problemMessages } from "../messages/problem-messages.ts";
import { stepToProblem } from "../problems/problem-navigation.ts";
import { useProblemStore } from "../problems/problem-store.ts";
import type { StudioSession } from "../project/studio-session.ts";
import type { StudioCommand } from "./command.ts";

/** Walking from problem to problem. */
export function problemCommands({ project }: StudioSession): readonly StudioCommand[] {
  const row = {
    group: "go",
    scope: "everywhere",
    synonyms: commandMessages.paneSynonyms.problems,
    isEnabled: () => useProblemStore.getState().problems.length > 0,
  } as const;
  const step = (by: 1 | -1) => () => stepToProblem(useProblemStore.getState().problems, by, project.index);
  return [
    {
      ...row,
      id: "nextProblem",
      label: problemMessages.next,
      icon: ArrowDown,
      shortcuts: ["F8"],
      run: step(1),
    },
    {
      ...row,
      id: "previousProblem",
      label: problemMessages.previous,
      icon: ArrowUp,
      shortcuts: ["Shift+F8"],
      run: step(-1),
    },
  ];
}
