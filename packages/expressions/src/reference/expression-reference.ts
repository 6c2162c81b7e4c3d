import { decimalLimits, formatDataType } from "@rivulet/values";
import type { FunctionFamily, FunctionRow } from "../functions/function-row.ts";
import { functionTable } from "../functions/function-table.ts";
import type { ParameterKind, Signature } from "../functions/signature.ts";
import { expressionLimits } from "../limits.ts";
import { operatorTable } from "../operators/operator-table.ts";
import { placeholderTable, variablePlaceholders } from "../placeholders/placeholder-table.ts";
import { formatExpressionType } from "../typed/expression-type.ts";
import { failureMeanings, problemMeanings } from "./code-meanings.ts";
import { prose } from "./prose.ts";

const families: readonly (readonly [FunctionFamily, string])[] = [
  ["string", "Text"],
  ["number", "Numbers"],
  ["date", "Dates"],
  ["conversion", "Conversion"],
  ["enumeration", "Enumerations"],
  ["list", "Text and lists"],
  ["object", "Objects"],
  ["logic", "Conditions"],
];

function kindName(kind: ParameterKind): string {
  if (kind === "enumeration") return "Enumeration";
  if (kind === "object") return "Object";
  return kind === "list" ? "List" : formatExpressionType({ kind });
}

function signatureLine(name: string, { parameters, result }: Signature): string {
  const list = parameters.map((parameter) => {
    const more = parameter.isRepeated ? ", ..." : "";
    return `${parameter.name}: ${parameter.isFixed ? "written " : ""}${kindName(parameter.kind)}${more}`;
  });
  return `${name}(${list.join(", ")}) → ${kindName(result)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function shownResult(text: string): string {
  return text === "" ? "the empty text" : `\`${text}\``;
}

function functionSection({ name, summary, signatures, examples, errors = [] }: FunctionRow): string {
  const lines = [...new Set(signatures.map((signature) => signatureLine(name, signature)))];
  const shown = examples.map((example) => `- \`${example.expression}\` gives ${shownResult(example.result)}`);
  const failures = errors.length === 0 ? [] : ["", `Fails: ${errors.join(" ")}`];
  return [`#### ${name}`, "", summary, "", "```", ...lines, "```", "", ...shown, ...failures].join("\n");
}

function functionSections(): string {
  return families
    .map(([family, title]) => {
      const rows = functionTable.filter((row) => row.family === family);
      return [`### ${title}`, ...rows.map(functionSection)].join("\n\n");
    })
    .join("\n\n");
}

function operatorSection(): string {
  const rows = operatorTable.map(({ spelling, power, summary, example }) => [
    `\`${spelling}\``,
    String(power),
    summary,
    `\`${example.expression}\` gives \`${example.result}\``,
  ]);
  return table(["operator", "level", "meaning", "example"], rows);
}

function tokenSection(): string {
  const values = placeholderTable.map(({ name, type, summary }) => [
    `\`[%${name}%]\``,
    formatDataType(type),
    summary,
  ]);
  const variables = [...variablePlaceholders].map(([name, variable]) => [
    `\`[%${name}%]\``,
    "Object",
    `The same as \`$${variable}\`.`,
  ]);
  return table(["token", "type", "meaning"], [...values, ...variables]);
}

const limitNames: Readonly<Record<keyof typeof expressionLimits, string>> = {
  textLength: "characters of an expression",
  nesting: "levels of parentheses, calls, `if` and minus signs inside each other",
  callArguments: "arguments of a call",
  problems: "problems that are reported for an expression",
  pathSteps: "steps of a path",
  resultLength: "characters of a text that is made",
  searchWork: "length of a text times length of the part that is looked for in it",
  patternWork: "length of a regular expression times length of the text",
};

function limitSection(): string {
  const rows = Object.entries(expressionLimits).map(([name, limit]) => {
    return [limitNames[name as keyof typeof expressionLimits], limit.toLocaleString("en")];
  });
  return table(["what", "at most"], rows);
}

function codeSection(meanings: Readonly<Record<string, string>>): string {
  return table(
    ["code", "meaning"],
    Object.entries(meanings).map(([code, meaning]) => [`\`${code}\``, meaning]),
  );
}

/** The reference page of the language, docs/reference/expressions.md, made from the tables that run it. */
export function expressionReference(): string {
  const sections = [
    prose.introduction,
    prose.values,
    "## Operators\n\nThose with a higher level bind tighter; those of the same level group from left to right.",
    operatorSection(),
    prose.operators,
    prose.empty,
    prose.numbers,
    prose.dates,
    prose.patterns,
    "## Functions",
    functionSections(),
    "## Tokens",
    tokenSection(),
    `## Limits\n\nEach is an error that names it. A number in memory has at most ${decimalLimits.digits.toLocaleString("en")} digits.`,
    limitSection(),
    "## Problems\n\nWhat the check can say about an expression, before it runs.",
    codeSection(problemMeanings),
    "## Failures\n\nWhy an expression can fail while it runs. An error handler sees the code and the message.",
    codeSection(failureMeanings),
  ];
  return `${sections.join("\n\n")}\n`;
}
