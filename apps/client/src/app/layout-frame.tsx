import type { PageView } from "@rivulet/pages/view";
import type { ReactNode } from "react";
import { SlotContext } from "../page/layout-slot.tsx";
import { PageContext } from "../page/page-context.ts";
import { Widgets } from "../page/widgets.tsx";
import { Person } from "./frame.tsx";
import { RoleSwitcher } from "./role-switcher.tsx";

interface LayoutFrameProps {
  readonly layout: PageView;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

/** A layout of the project round the page. It stays as it is while pages change in it. */
export function LayoutFrame({ layout, isBusy, children }: LayoutFrameProps) {
  return (
    <PageContext value={layout}>
      <SlotContext value={children}>
        <div className="layout-frame" aria-busy={isBusy} data-testid={`layout-${layout.page}`}>
          <Widgets widgets={layout.widgets} />
        </div>
        <div className="layout-role">
          <RoleSwitcher />
          <Person />
        </div>
      </SlotContext>
    </PageContext>
  );
}
