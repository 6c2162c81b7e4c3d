import "./session-gate.css";
import { Button, Code, Loader } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CircleAlert, Unplug } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { projectMessages } from "../messages/project-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { tellSignedOut } from "../people/tell-signed-out.tsx";
import { askWhoIsThere } from "../people/who-is-there.ts";
import { BrowserJournal, browserWindows } from "../project/browser-journal.ts";
import { HttpProjectApi } from "../project/http-project-api.ts";
import { ServerUnreachable } from "../project/project-api.ts";
import { openSession, type StudioSession } from "../project/studio-session.ts";
import { SessionProvider } from "../project/use-session.tsx";
import { openDialog } from "../workspace/shell-dialog.ts";
import { readView } from "../workspace/workspace.ts";
import { Logo } from "./logo.tsx";

type Opening =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly session: StudioSession }
  | { readonly kind: "unreachable" }
  | { readonly kind: "refused"; readonly message: string };

const windowName = crypto.randomUUID();
const windows = browserWindows(windowName);
/** How long after a failure the server is tried again, in milliseconds. */
const retryTime = 2_000;

function warnOfJournal(): undefined {
  notifications.show({
    color: "yellow",
    autoClose: false,
    title: projectMessages.journalTitle,
    message: projectMessages.journalText,
  });
}

/** Says what an earlier window left, and asks where somebody else was faster. */
function tellOfRestored({ autosave, hasRestoredEdits }: StudioSession): void {
  if (!hasRestoredEdits) return;
  if (autosave.state.kind === "stale") openDialog({ kind: "conflict" });
  const { restoredTitle: title, restoredText: message } = projectMessages;
  notifications.show({ title, message, autoClose: 8_000 });
}

let underWay: Promise<Opening> | undefined;

/** Opens the project once, however often it is asked for meanwhile: what an earlier window left is taken over once. */
function open(): Promise<Opening> {
  underWay ??= openNow().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function openNow(): Promise<Opening> {
  try {
    const who = askWhoIsThere();
    const journal = await BrowserJournal.open().catch(warnOfJournal);
    const session = await openSession({
      api: new HttpProjectApi("", tellSignedOut),
      window: windowName,
      windows,
      journal,
      onJournalFailure: warnOfJournal,
      readView,
    });
    if ((await who)?.person?.authoring === "viewer") session.project.lock();
    tellOfRestored(session);
    return { kind: "open", session };
  } catch (error) {
    if (error instanceof ServerUnreachable) return { kind: "unreachable" };
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

/** Opens the project, and shows the studio when it is there. */
export function SessionGate({ children }: { children: ReactNode }) {
  const [opening, setOpening] = useState<Opening>({ kind: "opening" });
  const attempt = useCallback(() => open().then(setOpening), []);
  useEffect(() => {
    void attempt();
  }, [attempt]);
  useEffect(() => {
    if (opening.kind !== "unreachable") return undefined;
    const timer = setTimeout(() => void attempt(), retryTime);
    return () => clearTimeout(timer);
  }, [opening, attempt]);
  switch (opening.kind) {
    case "open":
      return <SessionProvider session={opening.session}>{children}</SessionProvider>;
    case "opening":
      return <OpeningScreen />;
    case "unreachable":
    case "refused":
      return <FailureScreen failure={opening} onRetry={attempt} />;
  }
}

/** The frame without content, so that nothing jumps when it comes; the words come only when it takes long. */
function OpeningScreen() {
  return (
    <div className="rv-opening" aria-busy="true">
      <div className="rv-opening-bar">
        <Logo size={22} />
      </div>
      <div className="rv-opening-body" role="status">
        <Loader size={18} color="gray" />
        {projectMessages.opening}
      </div>
    </div>
  );
}

interface FailureScreenProps {
  readonly failure: Exclude<Opening, { kind: "open" } | { kind: "opening" }>;
  readonly onRetry: () => Promise<void>;
}

function FailureScreen({ failure, onRetry }: FailureScreenProps) {
  const [isTrying, setIsTrying] = useState(false);
  const retry = async () => {
    setIsTrying(true);
    await onRetry();
    setIsTrying(false);
  };
  const isUnreachable = failure.kind === "unreachable";
  const Icon = isUnreachable ? Unplug : CircleAlert;
  return (
    <main className="rv-failure">
      <div className="rv-failure-card" role="alert">
        <div className="rv-failure-brand">
          <Logo size={24} />
          {shellMessages.product}
        </div>
        <Icon size={30} strokeWidth={1.6} aria-hidden="true" />
        <h1>{isUnreachable ? projectMessages.unreachableTitle : projectMessages.refusedTitle}</h1>
        <p>{isUnreachable ? projectMessages.unreachableText(location.origin) : failure.message}</p>
        {isUnreachable && <Code block>{projectMessages.startCommand}</Code>}
        <Button variant="default" onClick={() => void retry()} loading={isTrying}>
          {projectMessages.tryAgain}
        </Button>
      </div>
    </main>
  );
}
