import type { ReactNode } from "react";
import { signOut } from "./app-api.ts";
import { tryRole, useApp } from "./app-store.ts";
import { Menu } from "./menu.tsx";
import { messages } from "./messages.ts";

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

/** At a machine of one's own: as which user role the application is tried. */
export function RoleSwitcher() {
  const app = useApp((state) => state.app);
  if (!app || app.person !== undefined || app.userRoles.length === 0) return null;
  return (
    <label className="role-switcher">
      <span>{messages.tryAs}</span>
      <select value={app.userRole} onChange={(event) => void tryRole(event.target.value)}>
        {app.userRoles.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </select>
    </label>
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
      <main className="frame-main" aria-busy={isBusy}>
        {children}
      </main>
    </div>
  );
}
