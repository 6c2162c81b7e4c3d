import type { parseAst } from "vite";

/** A statement of a module. */
export type Statement = ReturnType<typeof parseAst>["body"][number];
type Specifier = Extract<Statement, { type: "ExportNamedDeclaration" }>["specifiers"][number];

/** What one module takes from another: certain names, or all that it has. */
export interface Taken {
  readonly from: string;
  readonly names: readonly string[] | "all";
}

/** A module that only passes on what others have, such as the index of a package: name by name, with its origin. */
export interface Passing {
  readonly names: ReadonlyMap<string, Taken>;
  /** Modules of which everything is passed on (`export *`). */
  readonly whole: readonly string[];
  /** Modules that are imported for what they do. */
  readonly always: readonly Taken[];
}

function nameOf(name: Specifier["exported"]): string {
  return name.type === "Literal" ? name.value : name.name;
}

/**
 * The modules that statements import, by what stands in the text: the bundler lists them in the same order, and behind
 * them what it put in itself. Nothing for a module that imports in another way.
 */
export function originsOf(
  body: readonly Statement[],
  ids: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const texts = new Set(
    body.flatMap((statement) => ("source" in statement && statement.source ? [statement.source.value] : [])),
  );
  return texts.size <= ids.length
    ? new Map([...texts].map((text, index) => [text, ids[index] ?? text]))
    : undefined;
}

type ImportStatement = Extract<Statement, { type: "ImportDeclaration" }>;

export function takenBy(statement: ImportStatement, from: string): Taken {
  const names = statement.specifiers.map((specifier) => {
    if (specifier.type === "ImportNamespaceSpecifier") return undefined;
    return specifier.type === "ImportDefaultSpecifier" ? "default" : nameOf(specifier.imported);
  });
  return names.some((name) => name === undefined)
    ? { from, names: "all" }
    : { from, names: names.filter((name) => name !== undefined) };
}

/** Such as "use client". */
function isDirective(statement: Statement): boolean {
  return statement.type === "ExpressionStatement" && "directive" in statement;
}

/** How a module passes on names, if that is all that it does. */
export function passingOf(
  body: readonly Statement[],
  origins: ReadonlyMap<string, string>,
): Passing | undefined {
  const names = new Map<string, Taken>();
  const whole: string[] = [];
  const always: Taken[] = [];
  const imported = new Map<string, Taken>();
  for (const statement of body) {
    if (statement.type === "ImportDeclaration") {
      const from = origins.get(statement.source.value) ?? "";
      const taken = takenBy(statement, from);
      if (statement.specifiers.length === 0) always.push(taken);
      statement.specifiers.forEach(({ local }, index) => {
        const name = taken.names === "all" ? undefined : taken.names[index];
        imported.set(local.name, { from, names: name === undefined ? "all" : [name] });
      });
    } else if (statement.type === "ExportAllDeclaration") {
      const from = origins.get(statement.source.value) ?? "";
      if (statement.exported) names.set(nameOf(statement.exported), { from, names: "all" });
      else whole.push(from);
    } else if (statement.type === "ExportNamedDeclaration" && !statement.declaration) {
      const from = statement.source && (origins.get(statement.source.value) ?? "");
      for (const { local, exported } of statement.specifiers) {
        const origin = from === null ? imported.get(nameOf(local)) : { from, names: [nameOf(local)] };
        if (!origin) return undefined;
        names.set(nameOf(exported), origin);
      }
    } else if (!isDirective(statement)) return undefined;
  }
  return { names, whole, always };
}
