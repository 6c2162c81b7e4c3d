import { unreachable } from "@rivulet/values";
import { itemFrom } from "./attribute.ts";
import type { TableFacts } from "./data-api.ts";
import { useDataStore } from "./data-store.ts";
import { DeleteItemDialog } from "./delete-item-dialog.tsx";
import type { ItemAct } from "./item-act.ts";
import { ItemDialog } from "./item-dialog.tsx";
import { UseItemDialog } from "./use-item-dialog.tsx";

interface ItemActDialogProps {
  readonly act: ItemAct;
  readonly facts: TableFacts;
  readonly onAct: (act: ItemAct) => void;
  readonly onClose: () => void;
}

/** A new item begins with the key that it needs. */
const blankItem = ({ key }: TableFacts) =>
  itemFrom(key.map(({ name, type }) => [name, { [type]: "" } as unknown as { readonly S: string }] as const));

/** The dialog for what somebody wants to do with an item. */
export function ItemActDialog({ act, facts, onAct, onClose }: ItemActDialogProps) {
  const place = useDataStore((state) => state.place);
  if (!place) return null;
  const parts = { place, facts, onAct, onClose };
  switch (act.kind) {
    case "add":
      return <ItemDialog key="add" {...parts} item={blankItem(facts)} isNew />;
    case "duplicate":
      return <ItemDialog key="duplicate" {...parts} item={act.item} isNew />;
    case "open":
      return (
        <ItemDialog
          key={JSON.stringify(act.item).slice(0, 2_000)}
          {...parts}
          item={act.item}
          attribute={act.attribute}
          isNew={false}
        />
      );
    case "delete":
      return <DeleteItemDialog {...parts} item={act.item} />;
    case "use":
      return <UseItemDialog {...parts} item={act.item} />;
    default:
      return unreachable(act);
  }
}
