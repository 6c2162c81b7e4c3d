import type { JsonObject, JsonValue } from "@rivulet/model";
import { runMessages } from "../messages/run-messages.ts";
import { columnsOf, columnTitle, cutListOf, isEntityJson, lineOf } from "./json-values.ts";

/** Rows that are drawn; more would make the pane slow, and nobody reads them. */
const mostRows = 200;

function Cell({ value }: { value: JsonValue }) {
  if (value === null) return <span className="rv-empty-value">{runMessages.emptyValue}</span>;
  return <span className="rv-value">{lineOf(value)}</span>;
}

function ObjectTable({
  objects,
  more,
  label,
}: {
  objects: readonly JsonObject[];
  more: number;
  label: string;
}) {
  const columns = columnsOf(objects);
  const shown = objects.slice(0, mostRows);
  const count = objects.length + more;
  return (
    <>
      <table className="rv-value-table" aria-label={label} data-testid="value-table">
        <thead>
          <tr>
            <th scope="col" className="rv-value-number">
              #
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" title={column}>
                {columnTitle(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((object, position) => (
            <tr key={String(object["$id"])}>
              <td className="rv-value-number">{position + 1}</td>
              {columns.map((column) => (
                <td key={column}>
                  <Cell value={object[column] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < count && (
        <p className="rv-value-note">{runMessages.shownObjects(shown.length, count)}</p>
      )}
    </>
  );
}

function MemberTable({ object, label }: { object: JsonObject; label: string }) {
  return (
    <table className="rv-value-table rv-member-table" aria-label={label}>
      <tbody>
        {columnsOf([object]).map((member) => (
          <tr key={member}>
            <th scope="row" title={member}>
              {columnTitle(member)}
            </th>
            <td>
              <Cell value={object[member] ?? null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value of a run: a list of objects and an object as a table, anything else as itself. */
export function ValueView({ value, label }: { value: JsonValue; label: string }) {
  if (Array.isArray(value)) {
    const { items, more } = cutListOf(value as readonly JsonValue[]);
    if (items.length === 0) return <p className="rv-value-note">{runMessages.emptyList}</p>;
    const objects = items.filter(isEntityJson);
    if (objects.length === items.length) return <ObjectTable objects={objects} more={more} label={label} />;
    return <pre className="rv-value-json">{JSON.stringify(items, undefined, 2)}</pre>;
  }
  if (isEntityJson(value)) return <MemberTable object={value} label={label} />;
  return (
    <p className="rv-single-value">
      <Cell value={value} />
    </p>
  );
}
