import { ChevronDown } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";

interface MenuGroupProps {
  /** Icon and caption. */
  readonly summary: ReactNode;
  /** The items that it holds. */
  readonly children: ReactNode;
}

function Summary({ children }: { readonly children: ReactNode }) {
  return (
    <summary className="menu-item">
      {children}
      <ChevronDown className="menu-chevron" size={14} aria-hidden />
    </summary>
  );
}

/** An item that holds others, below it in the menu. */
export function MenuGroup({ summary, children }: MenuGroupProps) {
  return (
    <details className="menu-group" open>
      <Summary>{summary}</Summary>
      {children}
    </details>
  );
}

/**
 * An item of a bar that holds others: they open over the page. They close when one is chosen, with Esc, and at whatever
 * happens outside of them.
 */
export function DropDownGroup({ summary, children }: MenuGroupProps) {
  const group = useRef<HTMLDetailsElement>(null);
  const close = (): void => group.current?.removeAttribute("open");
  useCloseFromOutside(group);
  return (
    <details ref={group} className="menu-group" data-over>
      <Summary>{summary}</Summary>
      <div
        role="presentation"
        className="menu-over"
        onClick={({ target }) => {
          const item = target instanceof Element ? target.closest(".menu-item") : null;
          if (item && item.localName !== "summary") close();
        }}
      >
        {children}
      </div>
    </details>
  );
}

function useCloseFromOutside(group: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && !group.current?.contains(target)) group.current?.removeAttribute("open");
    };
    const escape = ({ key }: KeyboardEvent): void => {
      if (key !== "Escape" || group.current?.open !== true) return;
      group.current.removeAttribute("open");
      group.current.querySelector("summary")?.focus();
    };
    addEventListener("pointerdown", leave);
    addEventListener("focusin", leave);
    addEventListener("keydown", escape);
    return () => {
      removeEventListener("pointerdown", leave);
      removeEventListener("focusin", leave);
      removeEventListener("keydown", escape);
    };
  }, [group]);
}
