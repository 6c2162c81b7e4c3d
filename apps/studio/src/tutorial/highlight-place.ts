import { workspace } from "../workspace/workspace.ts";
import type { StepPlace } from "./step-places.ts";

/** How long a part of the screen stays marked, in milliseconds. */
const markTime = 2_400;

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** Puts a ring round a part of the screen for a while. It takes no clicks and is not read out. */
function mark(part: Element): void {
  part.scrollIntoView({ block: "nearest", inline: "nearest" });
  const { left, top, width, height } = part.getBoundingClientRect();
  const ring = document.createElement("div");
  ring.className = "rv-tutorial-ring";
  ring.setAttribute("aria-hidden", "true");
  ring.dataset["testid"] = "tutorial-ring";
  Object.assign(ring.style, {
    left: `${left - 4}px`,
    top: `${top - 4}px`,
    width: `${width + 8}px`,
    height: `${height + 8}px`,
  });
  document.body.append(ring);
  setTimeout(() => ring.remove(), markTime);
}

/** Opens the document of a step, and marks the first of its parts that is on the screen. */
export function highlightPlace({ target, parts }: StepPlace): void {
  if (target) workspace.getState().open(target);
  document.querySelectorAll(".rv-tutorial-ring").forEach((ring) => ring.remove());
  // The editor of a tab that was just opened is drawn first.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      for (const part of parts) {
        const found = document.querySelector(`[data-testid="${CSS.escape(part)}"]`);
        if (found && isVisible(found)) return mark(found);
      }
    }),
  );
}
