import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";

const sources = join(import.meta.dirname, "..");

/** Areas whose texts are not in the catalogue yet. This list only gets shorter. */
const notYet = /^expression-editor\//;

/** Attributes that people read or hear. */
const spokenAttributes = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "description",
  "error",
  "label",
  "message",
  "placeholder",
  "title",
]);

interface SyntaxNode {
  readonly type: string;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** Texts in an expression that becomes text: a string, a template, or either side of a choice. */
function textsOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case "Literal":
      return typeof node["value"] === "string" ? [node["value"]] : [];
    case "TemplateLiteral":
      return (node["quasis"] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    case "ConditionalExpression":
      return [...textsOf(node["consequent"]), ...textsOf(node["alternate"])];
    case "LogicalExpression":
      return [...textsOf(node["left"]), ...textsOf(node["right"])];
    case "JSXExpressionContainer":
      return textsOf(node["expression"]);
    default:
      return [];
  }
}

function textsAt(node: SyntaxNode): string[] {
  if (node.type === "JSXText") return [String(node["value"])];
  if (node.type === "JSXAttribute") {
    const name = (node["name"] as { name?: unknown }).name;
    return spokenAttributes.has(String(name)) ? textsOf(node["value"]) : [];
  }
  if (node.type !== "JSXElement" && node.type !== "JSXFragment") return [];
  const children = node["children"] as SyntaxNode[];
  return children.filter(({ type }) => type === "JSXExpressionContainer").flatMap(textsOf);
}

/** What a person would read and that is written into the source: at least two letters. */
function hardCodedTexts(name: string, source: string): string[] {
  const texts: string[] = [];
  const visit = (node: SyntaxNode) => {
    texts.push(
      ...textsAt(node)
        .map((text) => text.trim())
        .filter((text) => /\p{L}{2}/u.test(text)),
    );
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parseSync(name, source).program as unknown as SyntaxNode);
  return texts;
}

describe("a hard-coded text", () => {
  test.each([
    ["<p>Hello there</p>", ["Hello there"]],
    ['<Button title="Run it" />', ["Run it"]],
    ["<Button label={`Close ${name}`} />", ["Close"]],
    ['<p>{isOpen ? "Open" : texts.closed}</p>', ["Open"]],
    ['<p>{isOpen && "Open"}</p>', ["Open"]],
    ['<p className="rv-row" data-testid="row">{texts.open}</p>', []],
    ["<p>{count} %</p>", []],
  ])("is found in %s", (jsx, expected) => {
    expect(hardCodedTexts("a.tsx", `export const a = () => ${jsx};`)).toEqual(expected);
  });
});

const files = readdirSync(sources, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".tsx"))
  .map(({ parentPath, name }) => relative(sources, join(parentPath, name)).replaceAll("\\", "/"))
  .filter((file) => !notYet.test(file));

test.each(files)("%s takes its texts from the catalogue", (file) => {
  expect(hardCodedTexts(file, readFileSync(join(sources, file), "utf8"))).toEqual([]);
});
