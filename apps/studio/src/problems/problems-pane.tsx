import "./problems.css";
import { SegmentedControl, TextInput } from "@mantine/core";
import type { Problem } from "@rivulet/model";
import { Search } from "lucide-react";
import { useState } from "react";
import { problemMessages } from "../messages/problem-messages.ts";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { ProblemRows } from "./problem-rows.tsx";
import { useProblemStore } from "./problem-store.ts";

const severities = [
  { value: "all", label: problemMessages.all },
  { value: "error", label: problemMessages.errors },
  { value: "warning", label: problemMessages.warnings },
];

function fits({ message, code, place }: Problem, query: string): boolean {
  const text = `${message} ${code} ${place.document ?? ""}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** All problems of the project, found while one works. */
export function ProblemsPane() {
  const { state, problems } = useProblemStore();
  const [query, setQuery] = useState("");
  const [severity, setSeverity] = useState("all");
  if (state === "failed") return <EmptyPane text={problemMessages.failed} />;
  if (state === "checking") return <EmptyPane text={problemMessages.checking} />;
  if (problems.length === 0) return <EmptyPane text={problemMessages.none} />;
  const shown = problems.filter(
    (problem) => (severity === "all" || problem.severity === severity) && fits(problem, query),
  );
  return (
    <div className="rv-problems">
      <div className="rv-problems-tools">
        <TextInput
          leftSection={<Search size={13} />}
          aria-label={problemMessages.filter}
          placeholder={problemMessages.filter}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          data={severities}
          value={severity}
          onChange={setSeverity}
          aria-label={problemMessages.severities}
        />
      </div>
      <div className="rv-problems-list">
        {shown.length === 0 ? (
          <EmptyPane text={problemMessages.noneFiltered} />
        ) : (
          <ProblemRows problems={shown} />
        )}
      </div>
    </div>
  );
}
