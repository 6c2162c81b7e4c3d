import { captionOf } from "@rivulet/activities";
import "./problems.css";
import { Button } from "@mantine/core";
import { applyFix } from "@rivulet/checks";
import type { Problem, ProjectIndex } from "@rivulet/model";
import { CircleX, TriangleAlert, WandSparkles } from "lucide-react";
import { problemMessages } from "../messages/problem-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { goToProblem } from "./problem-navigation.ts";

/** What the place of a problem is called. */
function placeName({ place }: Problem, project: StudioProject, index: ProjectIndex): string {
  const record = index.records.get(place.record ?? "");
  if (record?.type === "element") return captionOf(project.catalog.find(record.kind), record);
  if (record && "name" in record) return record.name;
  return place.document ?? place.file ?? problemMessages.project;
}

function mend(project: StudioProject, { fix }: Problem): void {
  const record = fix && project.store.get(fix.record);
  if (!fix || !record) return;
  project.store.transact(fix.label, (transaction) => transaction.put(applyFix(record, fix)));
}

function ProblemRow({ problem }: { problem: Problem }) {
  const project = useProject();
  const index = useIndex();
  const { severity, code, message, fix } = problem;
  const Icon = severity === "error" ? CircleX : TriangleAlert;
  const canFix = fix !== undefined && project.store.get(fix.record) !== undefined;
  return (
    <li className="rv-problem" data-severity={severity}>
      <button
        type="button"
        className="rv-problem-text"
        onClick={() => goToProblem(problem, index)}
        data-testid={`problem-${code}`}
      >
        <Icon
          size={14}
          role="img"
          aria-label={severity === "error" ? problemMessages.error : problemMessages.warning}
        />
        <span>{message}</span>
        <span className="rv-problem-place">{placeName(problem, project, index)}</span>
      </button>
      {canFix && (
        <Button
          variant="light"
          size="compact-xs"
          leftSection={<WandSparkles size={12} />}
          onClick={() => mend(project, problem)}
          data-testid={`fix-${code}`}
        >
          {fix.label}
        </Button>
      )}
    </li>
  );
}

/** The problems of one document under its name. */
interface ProblemGroup {
  readonly document: string;
  readonly problems: readonly Problem[];
}

function groupsOf(problems: readonly Problem[]): ProblemGroup[] {
  const groups = Map.groupBy(
    problems,
    ({ place }) => place.document ?? place.file ?? problemMessages.project,
  );
  return [...groups].map(([document, own]) => ({ document, problems: own }));
}

/** Problems by document; a click goes to the place, a button mends what can be mended. */
export function ProblemRows({ problems }: { problems: readonly Problem[] }) {
  return groupsOf(problems).map((group) => (
    <section key={group.document} className="rv-problem-group" aria-label={group.document}>
      <h2>
        {group.document} <span className="rv-problem-number">{group.problems.length}</span>
      </h2>
      <ul>
        {group.problems.map((problem) => (
          <ProblemRow
            key={JSON.stringify([problem.code, problem.place, problem.message])}
            problem={problem}
          />
        ))}
      </ul>
    </section>
  ));
}
