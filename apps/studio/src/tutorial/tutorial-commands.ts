import { GraduationCap } from "lucide-react";
import type { StudioCommand } from "../commands/command.ts";
import { tutorialMessages } from "../messages/tutorial-messages.ts";
import { openTutorial } from "./tutorial-store.ts";

/** Brings back the panel of the tutorial, also when it was closed for good. */
export const tutorialCommands: readonly StudioCommand[] = [
  {
    id: "tutorial",
    group: "help",
    scope: "everywhere",
    label: tutorialMessages.command,
    icon: GraduationCap,
    shortcuts: [],
    synonyms: ["walkthrough", "learn", "guide", "steps", "help"],
    run: openTutorial,
  },
];
