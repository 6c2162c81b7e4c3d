/** As whom somebody uses the application; empty for himself. */
export interface Acting {
  readonly userRole?: string;
  readonly demoUser?: string;
}

const key = "rivulet-app-as";

/** Whom this window was last tried as. */
export function rememberedActing(): Acting {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    const { userRole, demoUser } = (kept ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof demoUser === "string") return { demoUser };
    return typeof userRole === "string" ? { userRole } : {};
  } catch {
    return {};
  }
}

/** Remembers it until the window is closed. */
export function rememberActing(acting: Acting): void {
  sessionStorage.setItem(key, JSON.stringify(acting));
}
