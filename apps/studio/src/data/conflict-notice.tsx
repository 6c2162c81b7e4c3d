import { Button } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { dataMessages } from "../messages/data-messages.ts";
import { changedNames, type ItemJson } from "./attribute.ts";

interface ConflictNoticeProps {
  readonly message: string;
  /** What the change started from; left out for a new item, in whose place there is one. */
  readonly seen: ItemJson | undefined;
  /** The item as it is; `null` when it is gone. */
  readonly present: ItemJson | null;
  readonly onOpen: (present: ItemJson) => void;
  readonly onTheirs: (present: ItemJson) => void;
  readonly onMine: (present: ItemJson) => void;
  readonly onAddAgain: () => void;
}

/** Names of attributes that are listed; of more, only so many. */
const mostNamed = 8;

function Choices({ seen, present, onOpen, onTheirs, onMine, onAddAgain }: ConflictNoticeProps) {
  if (present === null) {
    return (
      <Button variant="default" size="compact-sm" onClick={onAddAgain}>
        {dataMessages.addAgain}
      </Button>
    );
  }
  if (!seen) {
    return (
      <Button variant="default" size="compact-sm" onClick={() => onOpen(present)}>
        {dataMessages.openTheirs}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        data-testid="conflict-theirs"
        onClick={() => onTheirs(present)}
      >
        {dataMessages.takeTheirs}
      </Button>
      <Button variant="default" size="compact-sm" data-testid="conflict-mine" onClick={() => onMine(present)}>
        {dataMessages.keepMine}
      </Button>
    </>
  );
}

/** That somebody else was faster, what is different now, and what can be done: nothing was written. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { message, seen, present } = props;
  const names = seen && present ? changedNames(seen, present).slice(0, mostNamed) : [];
  return (
    <div className="rv-item-conflict" role="alert" data-testid="item-conflict">
      <TriangleAlert size={15} aria-hidden="true" />
      <div>
        <strong>{dataMessages.conflict}</strong>
        <p>{message}</p>
        {names.length > 0 && <p>{dataMessages.differences(names)}</p>}
        <div className="rv-item-choices">
          <Choices {...props} />
        </div>
      </div>
    </div>
  );
}
