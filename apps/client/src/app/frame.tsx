import type { ReactNode } from "react";
import { signOut } from "./app-api.ts";
import { useApp } from "./app-store.ts";
import { Menu } from "./menu.tsx";
import { messages } from "./messages.ts";
import { RoleSwitcher } from "./role-switcher.tsx";

/** Whoever has signed in, and the way out. */
export function Person() {
  const person = useApp(({ app }) => app?.person);
  if (person === undefined) return null;
  return (
    <div className="person">
      <span>{person}</span>
      <button type="button" onClick={() => void signOut()} data-testid="sign-out">
        {messages.signOut}
      </button>
    </div>
  );
}

interface FrameProps {
  readonly layout: "sidebar" | "topBar";
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

/** What stands round every page: the title of the application, its menu, and as whom one looks at it. */
export function Frame({ layout, isBusy, children }: FrameProps) {
  const title = useApp(({ app }) => app?.title) ?? "";
  return (
    <div className="frame" data-layout={layout}>
      <header className="frame-header">
        <p className="frame-title">{title}</p>
        <Menu look={layout === "topBar" ? "bar" : "tree"} />
        <RoleSwitcher />
        <Person />
      </header>
      <main className="frame-main" tabIndex={-1} aria-busy={isBusy}>
        {children}
      </main>
    </div>
  );
}
