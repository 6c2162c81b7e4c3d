import type { MenuItemView, MenuView } from "@rivulet/pages/view";
import { Menu as Bars } from "lucide-react";
import { useId, useState } from "react";
import { chooseItem } from "./app-api.ts";
import { useApp } from "./app-store.ts";
import { applySteps } from "./apply-steps.ts";
import { DropDownGroup, MenuGroup } from "./menu-group.tsx";
import { MenuIcon } from "./menu-icon.tsx";
import { messages } from "./messages.ts";
import { showPage } from "./navigation.ts";

async function choose({ id }: MenuItemView): Promise<void> {
  const { session, page, isActing } = useApp.getState();
  if (session === undefined || !page || isActing) return;
  useApp.setState({ isActing: true });
  try {
    const { steps } = await chooseItem(session, { opening: page.opening, item: id });
    useApp.setState({ isActing: false });
    await applySteps(steps);
  } catch (error) {
    useApp.setState({ failure: error instanceof Error ? error.message : String(error) });
  } finally {
    useApp.setState({ isActing: false });
  }
}

interface ItemProps {
  readonly item: MenuItemView;
  /** Whether what it holds opens over the page. */
  readonly opensOver: boolean;
}

function Item({ item, opensOver }: ItemProps) {
  const current = useApp(({ page }) => page?.page);
  const content = (
    <>
      <MenuIcon name={item.icon} />
      <span>{item.caption}</span>
    </>
  );
  const { page } = item;
  if (item.items.length > 0) {
    const Group = opensOver ? DropDownGroup : MenuGroup;
    return (
      <li>
        <Group summary={content}>
          <Items items={item.items} opensOver={false} />
        </Group>
      </li>
    );
  }
  if (page !== undefined) {
    return (
      <li>
        <a
          className="menu-item"
          href={`/app/${page}`}
          aria-current={current === page ? "page" : undefined}
          data-testid={`menu-${item.id}`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            void showPage(page);
          }}
        >
          {content}
        </a>
      </li>
    );
  }
  if (item.link !== undefined) {
    return (
      <li>
        <a className="menu-item" href={item.link} target="_blank" rel="noreferrer noopener">
          {content}
        </a>
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        className="menu-item"
        data-testid={`menu-${item.id}`}
        onClick={() => void choose(item)}
      >
        {content}
      </button>
    </li>
  );
}

function Items({
  items,
  opensOver,
}: {
  readonly items: readonly MenuItemView[];
  readonly opensOver: boolean;
}) {
  return (
    <ul className="menu">
      {items.map((item) => (
        <Item key={item.id} item={item} opensOver={opensOver} />
      ))}
    </ul>
  );
}

/** The items of the menu that the present role may use. On a phone they are folded behind a button until a page is chosen. */
export function Menu({ look }: Pick<MenuView, "look">) {
  const items = useApp(({ app }) => app?.menu) ?? [];
  const opening = useApp(({ page }) => page?.opening);
  // Unfolded over this page alone: the next one is to be seen at once.
  const [unfolded, setUnfolded] = useState<string | false>(false);
  const id = useId();
  const isUnfolded = unfolded === (opening ?? "");
  return (
    <>
      <button
        type="button"
        className="button menu-toggle"
        aria-expanded={isUnfolded}
        aria-controls={id}
        onClick={() => setUnfolded(isUnfolded ? false : (opening ?? ""))}
      >
        <Bars size={16} aria-hidden />
        {messages.menu}
      </button>
      <nav
        id={id}
        className="menu-items"
        data-look={look}
        data-unfolded={isUnfolded || undefined}
        aria-label={messages.menu}
      >
        <Items items={items} opensOver={look === "bar"} />
      </nav>
    </>
  );
}
