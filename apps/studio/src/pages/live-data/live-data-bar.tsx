import { Button, Loader, Select } from "@mantine/core";
import { Play, Square } from "lucide-react";
import { useState } from "react";
import { liveDataMessages } from "../../messages/live-data-messages.ts";
import { useIndex, useRecord } from "../../project/use-project.tsx";
import type { LiveData } from "./use-live-data.ts";

interface LiveDataBarProps {
  readonly data: LiveData;
  /** The microflows that give the page its data. */
  readonly microflows: readonly string[];
  readonly onRun: (userRole: string | undefined) => void;
  readonly onCancel: () => void;
}

/** Says what showing real data runs, as whom, and how it went. */
export function LiveDataBar({ data, microflows, onRun, onCancel }: LiveDataBarProps) {
  const index = useIndex();
  const security = useRecord("project", "project")?.security;
  const roles = security?.level === "off" ? [] : (security?.userRoles ?? []).map(({ name }) => name);
  const [chosen, setChosen] = useState<string | null>(null);
  const role = chosen ?? roles[0];
  return (
    <section className="rv-live-bar" aria-label={liveDataMessages.toggle} data-testid="live-data-bar">
      <p>{liveDataMessages.explain(microflows)}</p>
      {roles.length > 0 && (
        <Select
          size="xs"
          aria-label={liveDataMessages.role}
          data={roles}
          value={role ?? null}
          allowDeselect={false}
          onChange={setChosen}
          data-testid="live-data-role"
        />
      )}
      {data.kind === "running" ? (
        <Button size="compact-sm" variant="default" leftSection={<Square size={11} />} onClick={onCancel}>
          {liveDataMessages.cancel}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Play size={12} />}
          onClick={() => onRun(role)}
          data-testid="run-live-data"
        >
          {data.kind === "idle" ? liveDataMessages.run : liveDataMessages.again}
        </Button>
      )}
      <span role="status" data-tone={data.kind}>
        {data.kind === "running" && (
          <>
            <Loader size={12} /> {liveDataMessages.running}
          </>
        )}
        {data.kind === "failed" && data.message}
        {data.kind === "shown" && liveDataMessages.asOf(data.at.toLocaleTimeString())}
        {data.kind === "shown" && data.of !== index && ` ${liveDataMessages.changedSince}`}
      </span>
    </section>
  );
}
