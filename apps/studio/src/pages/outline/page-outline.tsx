import type { WidgetDocument } from "@rivulet/model";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { pageMessages } from "../../messages/page-messages.ts";
import { useIndex } from "../../project/use-project.tsx";
import { treeMove } from "../../tree/tree-keyboard.ts";
import { visibleRows } from "../../tree/tree-rows.ts";
import { useSelection, workspace } from "../../workspace/workspace.ts";
import { type HeldKeys, selectedByClick } from "../selection/widget-selection.ts";
import { usePageEvents } from "../use-page-events.ts";
import { usePageProblems } from "../use-page-problems.ts";
import { WidgetMenu, type WidgetMenuPlace } from "../widget-menu.tsx";
import { OutlineRow } from "./outline-row.tsx";
import { holdersOf, outlineOf } from "./outline-tree.ts";

/** A choice that no key changes. */
const noKeys: HeldKeys = { ctrlKey: false, metaKey: false, shiftKey: false };

/** The id of the row of a record. */
const rowId = (record: string) => `outline-${record}`;

interface PageOutlineProps {
  readonly document: WidgetDocument;
  /** Key of the tab that shows it: its selection is that of the page. */
  readonly tab: string;
}

/** What is folded; a widget that is selected elsewhere unfolds what is around it. */
function useFolding(selected: string | undefined) {
  const index = useIndex();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [unfoldedFor, setUnfoldedFor] = useState<string>();
  if (selected !== undefined && selected !== unfoldedFor) {
    setUnfoldedFor(selected);
    const around = holdersOf(selected, index);
    if (around.some((key) => folded.has(key)))
      setFolded(new Set([...folded].filter((key) => !around.includes(key))));
  }
  const fold = (key: string, isFolded: boolean) =>
    setFolded(new Set(isFolded ? [...folded, key] : [...folded].filter((each) => each !== key)));
  return { folded, fold };
}

/** The widgets of a document as a tree: selected, moved, renamed and deleted here as on the page itself. */
export function PageOutline({ document, tab }: PageOutlineProps) {
  const index = useIndex();
  const selection = useSelection(tab);
  const selected = selection.at(-1);
  const { folded, fold } = useFolding(selected);
  const [menu, setMenu] = useState<WidgetMenuPlace>();
  const problems = usePageProblems(document);
  const { drop, clipboard, isReadOnly } = usePageEvents(document, tab);
  const tree = useRef<HTMLDivElement>(null);
  const root = useMemo(() => outlineOf(document, index), [document, index]);
  const rows = visibleRows([root], { isExpanded: ({ key }) => !folded.has(key), query: "" });
  const focused = rows.find(({ node }) => node.key === selected)?.node.key ?? root.key;
  useEffect(() => {
    globalThis.document.getElementById(rowId(focused))?.scrollIntoView({ block: "nearest" });
  }, [focused]);
  const choose = (ids: readonly string[]) => workspace.getState().select(tab, ids);
  const select = (key: string, keys: HeldKeys = noKeys) => {
    const order = rows.map(({ node }) => node.key);
    choose(key === root.key ? [] : selectedByClick(selection, key, { keys, order }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      const box = globalThis.document.getElementById(rowId(focused))?.getBoundingClientRect();
      setMenu({ x: (box?.left ?? 0) + 40, y: box?.bottom ?? 0 });
      event.preventDefault();
      return;
    }
    const move = treeMove(rows, focused, event.key);
    if (!move) return;
    event.preventDefault();
    if (move.kind === "focus") select(move.key, event);
    else fold(move.key, !move.isExpanded);
  };
  const showMenu = (event: MouseEvent, key: string) => {
    event.preventDefault();
    if (!selection.includes(key)) select(key);
    tree.current?.focus();
    setMenu({ x: event.clientX, y: event.clientY });
  };
  return (
    <div className="rv-outline" data-command-scope="page">
      <div
        ref={tree}
        role="tree"
        aria-multiselectable="true"
        tabIndex={0}
        className="rv-outline-tree"
        aria-label={pageMessages.outline.tree(document.name)}
        aria-activedescendant={rowId(focused)}
        data-testid="page-outline"
        onKeyDown={onKeyDown}
        {...clipboard}
      >
        {rows.map((row) => (
          <OutlineRow
            key={row.node.key}
            id={rowId(row.node.key)}
            row={row}
            document={document}
            isSelected={row.node.key === focused || selection.includes(row.node.key)}
            problem={problems.get(row.node.key)}
            isReadOnly={isReadOnly}
            onSelect={(event) => {
              select(row.node.key, event);
              tree.current?.focus();
            }}
            onFold={() => fold(row.node.key, row.isExpanded === true)}
            onMenu={(event) => showMenu(event, row.node.key)}
            onDrop={drop}
          />
        ))}
      </div>
      {menu && <WidgetMenu place={menu} onClose={() => setMenu(undefined)} />}
    </div>
  );
}
