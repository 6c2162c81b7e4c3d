import { Button, Popover, Text } from "@mantine/core";
import {
  CircleAlert,
  CircleCheck,
  CloudOff,
  GitMerge,
  LoaderCircle,
  type LucideIcon,
  PencilLine,
} from "lucide-react";
import { useState } from "react";
import { shellMessages } from "../messages/shell-messages.ts";
import type { SaveState } from "../project/autosave.ts";
import { useSaveState, useSession } from "../project/use-session.tsx";
import { openDialog } from "../workspace/shell-dialog.ts";

interface Look {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly hint: string;
  readonly tone: "quiet" | "warning" | "error";
}

const looks: Readonly<Record<SaveState["kind"], Look>> = {
  saved: { icon: CircleCheck, label: shellMessages.saved, hint: shellMessages.unsavedHint, tone: "quiet" },
  unsaved: { icon: PencilLine, label: shellMessages.unsaved, hint: shellMessages.unsavedHint, tone: "quiet" },
  saving: { icon: LoaderCircle, label: shellMessages.saving, hint: shellMessages.unsavedHint, tone: "quiet" },
  offline: { icon: CloudOff, label: shellMessages.offline, hint: shellMessages.offlineHint, tone: "warning" },
  stale: { icon: GitMerge, label: shellMessages.stale, hint: shellMessages.staleHint, tone: "warning" },
  refused: { icon: CircleAlert, label: shellMessages.refused, hint: "", tone: "error" },
};

/** How what was edited is saved, with what can be done about it. */
export function SaveIndicator() {
  const state = useSaveState();
  const { autosave } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { icon: Icon, label, hint, tone } = looks[state.kind];
  const act = () => {
    setIsOpen(false);
    if (state.kind === "stale") openDialog({ kind: "conflict" });
    else void autosave.flush();
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={280} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className="rv-save-state"
          data-state={state.kind}
          data-tone={tone}
          data-testid="save-state"
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon size={14} aria-hidden="true" />
          <span role="status">{label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" mb={10}>
          {state.kind === "refused" ? state.message : hint}
        </Text>
        {state.kind !== "saved" && (
          <Button fullWidth onClick={act}>
            {state.kind === "stale" ? shellMessages.showConflict : shellMessages.saveNow}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
