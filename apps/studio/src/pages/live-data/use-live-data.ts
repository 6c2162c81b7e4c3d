import type { ProjectIndex } from "@rivulet/model";
import type { PageView } from "@rivulet/pages/view";
import { useEffect, useRef, useState } from "react";
import { liveDataMessages } from "../../messages/live-data-messages.ts";
import { useProject } from "../../project/use-project.tsx";
import { useSession } from "../../project/use-session.tsx";

/** What the designer knows of the real data of a page. */
export type LiveData =
  | { readonly kind: "idle" | "running" }
  | { readonly kind: "failed"; readonly message: string }
  | {
      readonly kind: "shown";
      readonly at: Date;
      readonly view: PageView;
      /** The project that it was shown from. */
      readonly of: ProjectIndex;
    };

async function readPreview(
  page: string,
  userRole: string | undefined,
  signal: AbortSignal,
): Promise<PageView> {
  // Dates stand in the time zone of whoever looks, as in the application.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const response = await fetch("/api/v1/app/previews", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ page, timeZone, ...(userRole === undefined ? {} : { userRole }) }),
    signal,
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer as PageView;
  throw new Error((answer as { readonly detail?: string }).detail ?? liveDataMessages.unknownFailure);
}

/** The real data of a page: nothing runs before somebody asks for it, and what runs can be ended. */
export function useLiveData(page: string | undefined) {
  const { autosave } = useSession();
  const project = useProject();
  const [data, setData] = useState<LiveData>({ kind: "idle" });
  const present = useRef<AbortController>(undefined);
  const cancel = () => {
    present.current?.abort();
    setData({ kind: "idle" });
  };
  useEffect(() => () => present.current?.abort(), []);
  const run = async (userRole: string | undefined) => {
    if (page === undefined) return;
    present.current?.abort();
    const own = new AbortController();
    present.current = own;
    setData({ kind: "running" });
    try {
      // The server shows the page as it is saved.
      await autosave.flush();
      const of = project.index;
      const view = await readPreview(page, userRole, own.signal);
      if (!own.signal.aborted) setData({ kind: "shown", at: new Date(), view, of });
    } catch (error) {
      if (own.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      setData({ kind: "failed", message });
    }
  };
  return { data, run, cancel };
}
