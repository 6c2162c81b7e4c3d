import { type ReactNode, useState } from "react";
import { PageContent } from "../page/page-content.tsx";
import { Popup } from "../page/popup.tsx";
import { startApplication } from "./app-api.ts";
import { useApp } from "./app-store.ts";
import { Frame } from "./frame.tsx";
import { LayoutFrame } from "./layout-frame.tsx";
import { messages } from "./messages.ts";
import { Messages } from "./messages-view.tsx";
import { startApp } from "./navigation.ts";
import { Notice } from "./notice.tsx";

/** What is shown while the application is stopped, with the way to start it again. */
function Stopped() {
  const [refusal, setRefusal] = useState<string>();
  const start = async () => {
    try {
      await startApplication();
      await startApp();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Notice
      tone="quiet"
      title={messages.stopped}
      text={refusal ?? messages.stoppedHelp}
      action={{ label: messages.startAgain, run: () => void start() }}
    />
  );
}

function NoRole({ demoUser }: { readonly demoUser: string | undefined }) {
  return demoUser === undefined ? (
    <Notice tone="quiet" title={messages.noRole} text={messages.noRoleHelp} />
  ) : (
    <Notice tone="quiet" title={messages.noDemoRole(demoUser)} text={messages.noDemoRoleHelp} />
  );
}

function Content() {
  const { page, failure, isStopped, isLoading, app } = useApp();
  if (isStopped) return <Stopped />;
  if (failure !== undefined)
    return (
      <Notice
        tone="error"
        title={messages.failed}
        text={failure}
        action={{ label: messages.retry, run: () => void startApp() }}
      />
    );
  if (page) return <PageContent page={page} />;
  if (isLoading || !app) return <Notice tone="quiet" title={messages.loading} />;
  if (!app.hasRoles) return <NoRole demoUser={app.demoUser} />;
  return app.userRole === undefined && app.demoUser === undefined ? (
    <Notice tone="quiet" title={messages.noPages} text={messages.noPagesHelp} />
  ) : (
    <Notice tone="quiet" title={messages.nothingForRole} text={messages.nothingForRoleHelp} />
  );
}

/** The layout of the page in front: one of the project, else one of the two that come with the application. */
function Around({ children }: { readonly children: ReactNode }) {
  const { page, layout, missingLayout, isLoading } = useApp();
  const name = page?.layout ?? "sidebar";
  if (layout && layout.page === name)
    return (
      <LayoutFrame key={layout.page} layout={layout} isBusy={isLoading}>
        {children}
      </LayoutFrame>
    );
  // It comes in a moment; another frame before it would only flicker.
  if (name.includes(".") && missingLayout !== name) return null;
  return (
    <Frame layout={name === "topBar" ? "topBar" : "sidebar"} isBusy={isLoading}>
      {children}
    </Frame>
  );
}

/** The running application: its frame, the page in front, and pop-ups over it. */
export function Application() {
  const popups = useApp((state) => state.popups);
  return (
    <>
      <Around>
        {popups.length === 0 ? <Messages /> : null}
        <Content />
      </Around>
      {popups.map((popup) => (
        <Popup key={popup.opening} page={popup} isFront={popup === popups.at(-1)} />
      ))}
    </>
  );
}
