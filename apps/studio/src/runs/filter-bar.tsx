import { Button, Select, TextInput } from "@mantine/core";
import type { RunStatus } from "@rivulet/runtime/wire";
import { Search } from "lucide-react";
import { runMessages } from "../messages/run-messages.ts";
import { runsMessages } from "../messages/runs-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { setFilter } from "./runs-controller.ts";
import { isFiltering, noFilter, type Since } from "./runs-filter.ts";
import { useRunsStore } from "./runs-store.ts";

const statuses: readonly RunStatus[] = ["running", "completed", "failed", "cancelled"];
const statusData = statuses.map((value) => ({ value, label: runMessages[value] }));
const sinceData = Object.entries(runsMessages.sinceLabels).map(([value, label]) => ({ value, label }));

/** The people of the runs that are listed; nobody where nobody signs in. */
function usePeople(): string[] {
  const list = useRunsStore((state) => state.list);
  const chosen = useRunsStore(({ filter }) => filter.who);
  const names = list?.runs.map(({ who }) => who) ?? [];
  return [...new Set([chosen, ...names])].filter((name) => name !== null).sort();
}

function MicroflowFilter({ value }: { value: string | null }) {
  const index = useIndex();
  const names = index.all("microflow").map(({ name }) => name);
  return (
    <Select
      aria-label={runsMessages.microflow}
      placeholder={runsMessages.anyMicroflow}
      data={names.sort()}
      value={value}
      searchable
      clearable
      onChange={(microflow) => setFilter({ microflow })}
      data-testid="filter-microflow"
    />
  );
}

/** Which runs are listed. */
export function FilterBar() {
  const filter = useRunsStore((state) => state.filter);
  const people = usePeople();
  return (
    <search className="rv-runs-filter" aria-label={runsMessages.filters}>
      <MicroflowFilter value={filter.microflow} />
      <Select
        aria-label={runsMessages.status}
        placeholder={runsMessages.anyStatus}
        data={statusData}
        value={filter.status}
        clearable
        onChange={(status) => setFilter({ status })}
        data-testid="filter-status"
      />
      <Select
        aria-label={runsMessages.since}
        data={sinceData}
        value={filter.since}
        allowDeselect={false}
        onChange={(since) => setFilter({ since: since as Since })}
        data-testid="filter-since"
      />
      {people.length > 0 && (
        <Select
          aria-label={runsMessages.who}
          placeholder={runsMessages.anybody}
          data={people}
          value={filter.who}
          clearable
          onChange={(who) => setFilter({ who })}
          data-testid="filter-who"
        />
      )}
      <TextInput
        aria-label={runsMessages.error}
        placeholder={runsMessages.error}
        leftSection={<Search size={14} />}
        value={filter.error}
        onChange={(event) => setFilter({ error: event.currentTarget.value })}
        data-testid="filter-error"
      />
      {isFiltering(filter) && (
        <Button variant="subtle" color="gray" onClick={() => setFilter(noFilter)}>
          {runsMessages.clearFilters}
        </Button>
      )}
    </search>
  );
}
