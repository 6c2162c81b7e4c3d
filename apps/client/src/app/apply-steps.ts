import type { ClientStep } from "@rivulet/pages/view";
import { signOut } from "./app-api.ts";
import { addMessage, useApp } from "./app-store.ts";
import { leavePage, showHome, showOpened } from "./navigation.ts";
import { saveFile } from "./save-file.ts";
import { replacePage } from "./shown-pages.ts";

/** What goes on when a message that blocks is closed. */
const waiting = new Map<number, () => void>();

function showMessage(step: Extract<ClientStep, { readonly kind: "message" }>): Promise<void> {
  const message = addMessage(step);
  if (!step.isBlocking) return Promise.resolve();
  return new Promise((resolve) => waiting.set(message.id, resolve));
}

/** Takes a message away. */
export function closeMessage(id: number): void {
  useApp.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }));
  waiting.get(id)?.();
  waiting.delete(id);
}

/** Whether another page takes the place of the one that is closed. */
function isReplaced(later: readonly ClientStep[]): boolean {
  return later.some(
    (step) => step.kind === "showHome" || (step.kind === "show" && step.page.layout !== "popup"),
  );
}

async function apply(step: ClientStep, later: readonly ClientStep[]): Promise<void> {
  switch (step.kind) {
    case "refresh":
      return replacePage(step.page);
    case "show":
      return showOpened(step.page);
    case "showHome":
      return showHome();
    case "signOut":
      return signOut();
    case "close":
      return isReplaced(later) ? undefined : leavePage(step.opening);
    case "message":
      return showMessage(step);
    case "download":
      return saveFile(step);
  }
}

/** Does what came of an action, one thing after the other. */
export async function applySteps(steps: readonly ClientStep[]): Promise<void> {
  for (const [position, step] of steps.entries()) await apply(step, steps.slice(position + 1));
}
