import { GraduationCap } from "lucide-react";
import type { StudioCommand } from "../commands/command.ts";
import { tutorialOfferMessages } from "../messages/tutorial-offer-messages.ts";
import { openTutorial } from "./tutorial-store.ts";

/** Brings back the panel of the tutorial, also when it was closed for good. */
export const tutorialCommands: readonly StudioCommand[] = [
  {
    id: "tutorial",
    group: "help",
    scope: "everywhere",
    label: tutorialOfferMessages.command,
    icon: GraduationCap,
    shortcuts: [],
    synonyms: ["walkthrough", "learn", "guide", "steps", "help"],
    run: openTutorial,
  },
];
