import { type MemberAssignment, readField } from "@rivulet/activities";
import type { ElementRecord } from "@rivulet/model";
import type { StudioProject } from "../project/studio-project.ts";

/** The tables that the microflows of a project name, and the regions in which they look for them. */
export interface TablesOfProject {
  readonly regions: readonly string[];
  readonly tables: readonly string[];
}

/** As many as are looked up at once; a project names a few. */
const most = { regions: 8, tables: 100 };

/** What DynamoDB takes as the name of a table. */
const tableName = /^[\w.-]{3,255}$/;

const textIn = (expression: string) => /^\s*'([^']*)'\s*$/.exec(expression)?.[1];
const valueIn = (expression: string) => /^\s*\w+\.\w+\.(\w+)\s*$/.exec(expression)?.[1];

/** Names that are written as fixed texts; an attribute of the same name on another entity does no harm. */
function namesIn({ kind, fields }: ElementRecord, attributes: ReadonlySet<string>): string[] {
  if (kind !== "createObject" && kind !== "changeObject") return [];
  const members: readonly MemberAssignment[] = readField("memberAssignments", fields["members"]) ?? [];
  return members.flatMap(({ member, value }) => {
    const name = attributes.has(member) ? textIn(value) : undefined;
    return name !== undefined && tableName.test(name) ? [name] : [];
  });
}

/** Reads what the server can be asked about, from the microflows as they are now. */
export function tablesOfProject({
  store,
  catalog,
}: Pick<StudioProject, "store" | "catalog">): TablesOfProject {
  const regionFields = new Map(
    catalog.definitions.flatMap(({ kind, keyedObjects: [rule] }) => (rule ? [[kind, rule.regionField]] : [])),
  );
  const attributes = new Set(
    catalog.definitions.flatMap(({ namingAttributes }) =>
      namingAttributes.flatMap(({ attribute, names }) => (names === "table" ? [attribute] : [])),
    ),
  );
  const tables = new Set<string>();
  const regions = new Set<string>();
  for (const record of store.records.values()) {
    if (record.type !== "element") continue;
    for (const name of namesIn(record, attributes)) tables.add(name);
    const field = regionFields.get(record.kind);
    const written = field === undefined ? undefined : readField("expression", record.fields[field]);
    const region = valueIn(written ?? "");
    if (region !== undefined) regions.add(region);
  }
  return { regions: [...regions].slice(0, most.regions), tables: [...tables].slice(0, most.tables) };
}
