import { Button, Tooltip } from "@mantine/core";
import type { PageRecord, WidgetDocument } from "@rivulet/model";
import { Database, ExternalLink } from "lucide-react";
import { liveDataMessages } from "../messages/live-data-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import { useIndex } from "../project/use-project.tsx";

/** What is under the name of the document that is designed. */
function subtitleOf(page: WidgetDocument): string {
  if (page.type !== "page") return pageMessages.kinds[page.type];
  const { layout } = page;
  return Object.hasOwn(pageMessages.layouts, layout)
    ? pageMessages.layouts[layout as keyof typeof pageMessages.layouts]
    : pageMessages.layoutOfPage(layout);
}

function OpenInApplication({ page }: { page: PageRecord }) {
  const index = useIndex();
  const needsObject = (page.parameters?.length ?? 0) > 0;
  const address = `/app/${index.qualifiedNameOf(page) ?? ""}`;
  return (
    <Tooltip label={needsObject ? pageMessages.notRunnable : address}>
      <Button
        component="a"
        href={address}
        target="rivulet-application"
        variant="default"
        leftSection={<ExternalLink size={14} />}
        {...(needsObject ? { "data-disabled": true } : {})}
        aria-disabled={needsObject}
        onClick={(event) => needsObject && event.preventDefault()}
        data-testid="open-in-app"
      >
        {pageMessages.openInApp}
      </Button>
    </Tooltip>
  );
}

/** Whether the designer shows data. */
interface LiveToggle {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** Shows what the data sources give, or not: off until somebody asks. */
function LiveDataButton({ page, live }: { page: PageRecord; live: LiveToggle }) {
  const needsObject = (page.parameters?.length ?? 0) > 0;
  return (
    <Tooltip label={needsObject ? liveDataMessages.needsObject : liveDataMessages.hint}>
      <Button
        variant={live.isOn ? "light" : "default"}
        leftSection={<Database size={14} />}
        aria-pressed={live.isOn}
        {...(needsObject ? { "data-disabled": true } : {})}
        aria-disabled={needsObject}
        onClick={() => !needsObject && live.toggle()}
        data-testid="live-data"
      >
        {liveDataMessages.toggle}
      </Button>
    </Tooltip>
  );
}

/** What stands above the drawing: the name, and for a page what shows it with data. */
export function PageHead({ page, live }: { page: WidgetDocument; live: LiveToggle }) {
  return (
    <header className="rv-design-head">
      <div>
        <h1>{page.type === "page" ? page.title : page.name}</h1>
        <p>{subtitleOf(page)}</p>
      </div>
      {page.type === "page" && (
        <div className="rv-design-actions">
          <LiveDataButton page={page} live={live} />
          <OpenInApplication page={page} />
        </div>
      )}
    </header>
  );
}
