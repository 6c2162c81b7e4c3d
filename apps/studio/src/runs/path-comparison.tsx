import { captionOf } from "@rivulet/activities";
import type { ElementTrace, RunTrace } from "@rivulet/runtime/wire";
import { runMessages } from "../messages/run-messages.ts";
import { runsMessages } from "../messages/runs-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { durationText } from "../run/duration-text.ts";
import { type ComparedElement, comparePaths } from "./compare-runs.ts";
import { ComparedTable, SameMark } from "./compared-values.tsx";

/** More elements than anybody reads make the page slow. */
const mostElements = 200;

function Executions({ element }: { element: ElementTrace | undefined }) {
  if (!element) return <span className="rv-quiet">{runsMessages.absent}</span>;
  return (
    <>
      {runMessages.times(element.count)}{" "}
      <span className="rv-quiet">{durationText(element.totalDuration)}</span>
    </>
  );
}

function ElementRow({ element: { id, left, right, isSame } }: { element: ComparedElement }) {
  const project = useProject();
  const record = project.record(id);
  const name = record?.type === "element" ? captionOf(project.catalog.find(record.kind), record) : id;
  return (
    <tr data-same={isSame}>
      <th scope="row">
        <SameMark isSame={isSame} /> {name}
      </th>
      <td>
        <Executions element={left} />
      </td>
      <td>
        <Executions element={right} />
      </td>
    </tr>
  );
}

/** Which elements two runs executed, how often and how long. */
export function PathComparison({ left, right }: { left: RunTrace | undefined; right: RunTrace | undefined }) {
  const elements = comparePaths(left, right);
  if (elements.length === 0) return <p className="rv-value-note">{runsMessages.noPath}</p>;
  const different = elements.filter(({ isSame }) => !isSame).length;
  return (
    <>
      <p className="rv-value-note" data-testid="path-difference">
        {different === 0 ? runsMessages.samePath : runsMessages.otherPath(different)}
      </p>
      <ComparedTable label={runsMessages.path}>
        {elements.slice(0, mostElements).map((element) => (
          <ElementRow key={element.id} element={element} />
        ))}
      </ComparedTable>
    </>
  );
}
