import { PageContent } from "../page/page-content.tsx";
import { Popup } from "../page/popup.tsx";
import { startApp, useApp } from "./app-store.ts";
import { Frame } from "./frame.tsx";
import { messages } from "./messages.ts";
import { Messages } from "./messages-view.tsx";
import { Notice } from "./notice.tsx";

function Content() {
  const { page, failure, isLoading, app } = useApp();
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
  if (!app.hasRoles) return <Notice tone="quiet" title={messages.noRole} text={messages.noRoleHelp} />;
  return app.userRole === undefined ? (
    <Notice tone="quiet" title={messages.noPages} text={messages.noPagesHelp} />
  ) : (
    <Notice tone="quiet" title={messages.nothingForRole} text={messages.nothingForRoleHelp} />
  );
}

/** The running application: its frame, the page in front, and pop-ups over it. */
export function Application() {
  const { page, popups, isLoading } = useApp();
  return (
    <>
      <Frame layout={page?.layout === "topBar" ? "topBar" : "sidebar"} isBusy={isLoading}>
        {popups.length === 0 ? <Messages /> : null}
        <Content />
      </Frame>
      {popups.map((popup) => (
        <Popup key={popup.opening} page={popup} isFront={popup === popups.at(-1)} />
      ))}
    </>
  );
}
