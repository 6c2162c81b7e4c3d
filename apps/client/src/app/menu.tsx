import type { MenuItemView } from "@rivulet/pages/view";
import { chooseItem } from "./app-api.ts";
import { showPage, useApp } from "./app-store.ts";
import { applySteps } from "./apply-steps.ts";
import { MenuIcon } from "./menu-icon.tsx";

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

function Item({ item }: { readonly item: MenuItemView }) {
  const current = useApp(({ page }) => page?.page);
  const content = (
    <>
      <MenuIcon name={item.icon} />
      <span>{item.caption}</span>
    </>
  );
  const { page } = item;
  if (item.items.length > 0) {
    return (
      <li>
        <details open>
          <summary className="menu-item">{content}</summary>
          <Items items={item.items} />
        </details>
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

function Items({ items }: { readonly items: readonly MenuItemView[] }) {
  return (
    <ul className="menu">
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  );
}

/** The items of the menu that the present role may use. */
export function Menu() {
  const items = useApp(({ app }) => app?.menu) ?? [];
  return <Items items={items} />;
}
