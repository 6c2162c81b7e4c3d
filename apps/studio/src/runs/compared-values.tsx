import type { JsonValue } from "@rivulet/model";
import { Equal, EqualNot } from "lucide-react";
import type { ReactNode } from "react";
import { runsMessages } from "../messages/runs-messages.ts";
import { cutText } from "../run/json-values.ts";
import type { ComparedValue } from "./compare-runs.ts";

/** A table with a column for each of two runs. */
export function ComparedTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <table className="rv-compared" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{runsMessages.what}</th>
          <th scope="col">{runsMessages.left}</th>
          <th scope="col">{runsMessages.right}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** Whether both sides are the same: a sign with its word. */
export function SameMark({ isSame }: { isSame: boolean }) {
  const Icon = isSame ? Equal : EqualNot;
  const label = isSame ? runsMessages.same : runsMessages.differs;
  return <Icon size={13} role="img" aria-label={label} className="rv-same-mark" data-same={isSame} />;
}

function Value({ value }: { value: JsonValue | undefined }) {
  if (value === undefined) return <span className="rv-quiet">{runsMessages.absent}</span>;
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  return <pre>{cutText(text)}</pre>;
}

interface FactProps {
  readonly what: string;
  readonly left: string;
  readonly right: string;
  readonly isExpectedToDiffer?: boolean;
}

/** A fact of both runs. */
export function ComparedFact({ what, left, right, isExpectedToDiffer = false }: FactProps) {
  return (
    <tr data-same={isExpectedToDiffer || left === right}>
      <th scope="row">{what}</th>
      <td>{left}</td>
      <td>{right}</td>
    </tr>
  );
}

/** A value of both runs, with whether it is the same. */
export function ComparedRow({ value, what }: { value: ComparedValue; what: string }) {
  const { left, right, isSame } = value;
  return (
    <tr data-same={isSame} data-testid={`compared-${value.name}`}>
      <th scope="row">
        <SameMark isSame={isSame} /> {what}
      </th>
      <td>
        <Value value={left} />
      </td>
      <td>
        <Value value={right} />
      </td>
    </tr>
  );
}
