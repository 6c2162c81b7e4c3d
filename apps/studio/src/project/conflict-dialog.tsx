import "./conflict-dialog.css";
import { Button, Group, Modal, SegmentedControl, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { diffRecords, type ProjectRecord } from "@rivulet/model";
import { useMemo, useState } from "react";
import { projectMessages } from "../messages/project-messages.ts";
import { closeDialog } from "../workspace/shell-dialog.ts";
import {
  type Conflict,
  compareStale,
  differingMembers,
  mergeStale,
  type Side,
  type StaleComparison,
} from "./merge-stale.ts";
import type { PresentDocuments } from "./project-api.ts";
import { recordTitle } from "./record-title.ts";
import type { StudioSession } from "./studio-session.ts";
import { useSaveState, useSession } from "./use-session.tsx";

type Choices = ReadonlyMap<string, Side>;

/** A value of a member as people may read it. */
function showValue(value: unknown): string {
  if (value === undefined || value === "") return projectMessages.staleEmpty;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What one side has where the other has something else. */
function SideView({
  record,
  other,
  side,
}: {
  record: ProjectRecord | undefined;
  other: ProjectRecord | undefined;
  side: Side;
}) {
  if (!record) return <Text c="dimmed">{projectMessages.staleRemoved}</Text>;
  const members = other ? differingMembers(record, other) : [];
  return (
    <dl className="rv-conflict-members">
      {members.map(({ path, mine }) => (
        <div key={`${side}${path}`}>
          <dt>{path}</dt>
          <dd>{showValue(mine)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ConflictRowProps {
  readonly conflict: Conflict;
  readonly comparison: StaleComparison;
  readonly choice: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function ConflictRow({ conflict, comparison, choice, onChoose }: ConflictRowProps) {
  const { mine, theirs, base } = conflict;
  const record = mine ?? theirs ?? base;
  if (!record) return null;
  const { noun, name } = recordTitle(record, mine ? comparison.mine : comparison.theirs);
  return (
    <tr>
      <th scope="row">
        <span className="rv-conflict-noun">{noun}</span>
        {name}
        <SegmentedControl
          size="xs"
          mt={6}
          aria-label={projectMessages.staleChoice(`${noun} ${name}`)}
          data={[
            { value: "", label: "?" },
            { value: "mine", label: projectMessages.staleMine },
            { value: "theirs", label: projectMessages.staleTheirs },
          ]}
          value={choice ?? ""}
          onChange={(value) => value !== "" && onChoose(value)}
        />
      </th>
      <td data-chosen={choice === "mine" || undefined}>
        <SideView record={mine} other={theirs} side="mine" />
      </td>
      <td data-chosen={choice === "theirs" || undefined}>
        <SideView record={theirs} other={mine} side="theirs" />
      </td>
    </tr>
  );
}

/** Puts the joined project in the place of ours, and what is ours in it on the way to the server. */
function join(
  session: StudioSession,
  comparison: StaleComparison,
  { present, choices }: { present: PresentDocuments; choices: Choices },
): void {
  const { store } = session.project;
  const { records, dropped } = mergeStale(comparison, (id) => choices.get(id) ?? "theirs");
  const { hashes } = present;
  session.autosave.resolveStale(hashes, diffRecords(comparison.theirs, records));
  store.applyRemote(diffRecords(comparison.mine, records));
  if (dropped.length === 0) return;
  const names = dropped
    .map((record) => recordTitle(record, comparison.mine))
    .map(({ noun, name }) => `${noun} ${name}`);
  notifications.show({
    color: "yellow",
    autoClose: false,
    title: projectMessages.droppedTitle,
    message: projectMessages.droppedText(names.join(", ")),
  });
}

/** Both sides of what two people changed at once, with a choice for each element. */
export function ConflictDialog() {
  const session = useSession();
  const state = useSaveState();
  const present = state.kind === "stale" ? state.present : undefined;
  const [choices, setChoices] = useState<Choices>(new Map());
  const comparison = useMemo(
    () => present && compareStale(session.project.store.records, session.autosave.pending, present),
    [session, present],
  );
  if (!present || !comparison) return null;
  const { conflicts } = comparison;
  const open = conflicts.filter(({ id }) => !choices.has(id)).length;
  const chooseAll = (side: Side) => setChoices(new Map(conflicts.map(({ id }) => [id, side])));
  const finish = () => {
    join(session, comparison, { present, choices });
    closeDialog();
  };
  return (
    <Modal
      opened
      onClose={closeDialog}
      title={projectMessages.staleTitle}
      size={conflicts.length > 0 ? 860 : 520}
    >
      <Text size="sm" c="dimmed" mb={14}>
        {projectMessages.staleText(conflicts.length)}
      </Text>
      {conflicts.length > 0 && (
        <>
          <Group gap={8} mb={10}>
            <Button variant="default" onClick={() => chooseAll("mine")}>
              {projectMessages.staleAllMine}
            </Button>
            <Button variant="default" onClick={() => chooseAll("theirs")}>
              {projectMessages.staleAllTheirs}
            </Button>
          </Group>
          <table className="rv-conflicts">
            <thead>
              <tr>
                <th scope="col">{projectMessages.staleWhat}</th>
                <th scope="col">{projectMessages.staleMine}</th>
                <th scope="col">{projectMessages.staleTheirs}</th>
              </tr>
            </thead>
            <tbody>
              {conflicts.map((conflict) => (
                <ConflictRow
                  key={conflict.id}
                  conflict={conflict}
                  comparison={comparison}
                  choice={choices.get(conflict.id)}
                  onChoose={(side) => setChoices(new Map([...choices, [conflict.id, side]]))}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      <Group justify="flex-end" mt={18} gap={8}>
        {open > 0 && (
          <Text size="sm" c="dimmed" mr="auto">
            {projectMessages.staleOpen(open)}
          </Text>
        )}
        <Button variant="default" onClick={closeDialog}>
          {projectMessages.staleLater}
        </Button>
        <Button disabled={open > 0} onClick={finish}>
          {projectMessages.staleJoin}
        </Button>
      </Group>
    </Modal>
  );
}
