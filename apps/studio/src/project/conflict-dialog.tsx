import "./conflict-dialog.css";
import { Button, Group, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
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
import { useProject } from "./use-project.tsx";
import { useSaveState, useSession } from "./use-session.tsx";

type Choices = ReadonlyMap<string, Side>;

/** A value of a member as people may read it. */
function showValue(value: unknown): string {
  if (value === undefined || value === "") return projectMessages.staleEmpty;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A member as people may read it: `fields.returnValue` is "Return value". */
function memberLabel(path: string): string {
  const words = path
    .replace(/^fields\./, "")
    .replaceAll(/[._]/g, " ")
    .replaceAll(
      /(\p{Ll})(\p{Lu})/gu,
      (_match, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface SideChoiceProps {
  readonly conflict: Conflict;
  readonly side: Side;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One version of an element: what it has where the other has something else, to be chosen. */
function SideChoice({ conflict, side, name, isChosen, onChoose }: SideChoiceProps) {
  const record = conflict[side];
  const other = conflict[side === "mine" ? "theirs" : "mine"];
  const members = record && other ? differingMembers(record, other) : [];
  return (
    <label className="rv-conflict-side" data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name={`side-${conflict.id}`}
        checked={isChosen}
        aria-label={projectMessages.staleChoice(projectMessages.staleSides[side], name)}
        onChange={onChoose}
      />
      <span className="rv-conflict-members">
        {record ? null : projectMessages.staleRemoved}
        {record && !other ? projectMessages.staleKept : null}
        {members.map(({ path, mine: value }) => (
          <span key={path}>
            <span className="rv-conflict-member">{memberLabel(path)}</span>
            <span className="rv-conflict-value">{showValue(value)}</span>
          </span>
        ))}
      </span>
    </label>
  );
}

interface ConflictRowProps {
  readonly conflict: Conflict;
  readonly comparison: StaleComparison;
  readonly choice: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function ConflictRow({ conflict, comparison, choice, onChoose }: ConflictRowProps) {
  const { catalog } = useProject();
  const { mine, theirs, base } = conflict;
  const record = mine ?? theirs ?? base;
  if (!record) return null;
  const { noun, name } = recordTitle(record, mine ? comparison.mine : comparison.theirs, catalog);
  return (
    <tr>
      <th scope="row">
        <span className="rv-conflict-noun">{noun}</span>
        {name}
      </th>
      {(["mine", "theirs"] as const).map((side) => (
        <td key={side}>
          <SideChoice
            conflict={conflict}
            side={side}
            name={`${noun} ${name}`}
            isChosen={choice === side}
            onChoose={() => onChoose(side)}
          />
        </td>
      ))}
    </tr>
  );
}

interface ConflictTableProps {
  readonly comparison: StaleComparison;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** Both sides of each element, with a choice for each and one for all. */
function ConflictTable({ comparison, choices, onChoose }: ConflictTableProps) {
  const { conflicts } = comparison;
  const chooseAll = (side: Side) => onChoose(new Map(conflicts.map(({ id }) => [id, side])));
  return (
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
            <th scope="col">{projectMessages.staleSides.mine}</th>
            <th scope="col">{projectMessages.staleSides.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => (
            <ConflictRow
              key={conflict.id}
              conflict={conflict}
              comparison={comparison}
              choice={choices.get(conflict.id)}
              onChoose={(side) => onChoose(new Map([...choices, [conflict.id, side]]))}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Puts the joined project in the place of ours, and what is ours in it on the way to the server. */
function join(
  session: StudioSession,
  comparison: StaleComparison,
  { present, choices }: { present: PresentDocuments; choices: Choices },
): void {
  const { catalog } = session.project;
  const { records, dropped } = mergeStale(comparison, (id) => choices.get(id) ?? "theirs");
  session.autosave.resolveStale(present.hashes, comparison, records);
  if (dropped.length === 0) return;
  const names = dropped
    .map((record) => recordTitle(record, comparison.mine, catalog))
    .map(({ noun, name }) => `${noun} ${name}`);
  notifications.show({
    color: "yellow",
    autoClose: false,
    title: projectMessages.droppedTitle,
    message: projectMessages.droppedText(names.join(", ")),
  });
}

/** What two people changed at once: joined when each element that both changed has a choice. */
export function ConflictDialog() {
  const session = useSession();
  const state = useSaveState();
  const present = state.kind === "stale" ? state.present : undefined;
  const [choices, setChoices] = useState<Choices>(new Map());
  const comparison = useMemo(
    () => present && compareStale(session.project.store.records, session.autosave.unsaved, present),
    [session, present],
  );
  if (!present || !comparison) return null;
  const { conflicts } = comparison;
  const open = conflicts.filter(({ id }) => !choices.has(id)).length;
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
        <ConflictTable comparison={comparison} choices={choices} onChoose={setChoices} />
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
