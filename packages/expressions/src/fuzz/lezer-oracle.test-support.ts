import type { SyntaxNode } from "@lezer/common";
import { buildParser } from "@lezer/generator";

/*
 * A second, independent description of the language, to judge the parser by. It is strict: whatever is half typed
 * is an error, and only valid texts have a tree that means something.
 */
const grammar = String.raw`
@precedence { negative, times @left, plus @left, compare @left, and @left, or @left, conditional }

@top Expression { expression }

expression {
  Number | Text | True | False | Empty | Constant | Placeholder | Path | Call | Name | Parenthesised | Negative | Binary | If
}

Name { Word | QualifiedName }
Parenthesised { "(" expression ")" }
Negative { "-" !negative expression }
Path { Variable (Step | "/" Name)* }
Call { (Word | QualifiedName) "(" (expression ("," expression)*)? ")" }
If { keyword<"if"> expression keyword<"then"> expression keyword<"else"> !conditional expression }

Binary {
  expression !times (Times | Colon | Div | Mod) expression |
  expression !plus (Plus | Minus) expression |
  expression !compare Compare expression |
  expression !and And expression |
  expression !or Or expression
}

True { keyword<"true"> }
False { keyword<"false"> }
Empty { keyword<"empty"> }
Div { keyword<"div"> }
Mod { keyword<"mod"> }
And { keyword<"and"> }
Or { keyword<"or"> }
Plus { "+" }
Minus { "-" }
Times { "*" }
Colon { ":" }

keyword<text> { @specialize<Word, text> }

@skip { blank }

@tokens {
  blank { $[ \t\n\u{b}\f\r\u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}]+ }
  name { $[A-Za-z_] $[A-Za-z0-9_]* }
  digits { $[0-9]+ }
  Word { name }
  QualifiedName { name ("." name)+ }
  Variable { "$" name2 }
  name2 { $[A-Za-z0-9_]+ }
  Constant { "@" name "." name }
  Placeholder { "[%" $[A-Za-z0-9_]+ "%]" }
  Step { "/" name ("." name)* }
  Number { digits ("." digits?)? | "." digits }
  Text { "'" (![']  | "''")* "'" }
  Compare { "=" | "!=" | "<" | "<=" | ">" | ">=" }
  "(" ")" "," "/" "+" "-" "*" ":"
  @precedence { Step, "/" }
  @precedence { QualifiedName, Word }
}
`;

const parser = buildParser(grammar);

function children(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) list.push(child);
  return list;
}

const operatorNames = new Set(["Times", "Colon", "Div", "Mod", "Plus", "Minus", "Compare", "And", "Or"]);

/** The tree in the form of outline.test-support.ts. */
function outlineOf(node: SyntaxNode, text: string): string {
  const source = text.slice(node.from, node.to);
  const inside = () => children(node).filter(({ name }) => /^[A-Z]/.test(name));
  switch (node.name) {
    case "Text":
      return `'${source.slice(1, -1).replaceAll("''", "'")}'`;
    case "Parenthesised":
      return `((${inside()
        .map((child) => outlineOf(child, text))
        .join("")}))`;
    case "Negative":
      return `(- ${inside()
        .map((child) => outlineOf(child, text))
        .join("")})`;
    case "Path":
      return inside()
        .map((child) => text.slice(child.from, child.to).replace(/^\//, ""))
        .join("/");
    case "Call": {
      const [name, ...list] = inside();
      const nameText = name ? text.slice(name.from, name.to) : "";
      return `(${[nameText, ...list.map((child) => outlineOf(child, text))].join(" ")})`;
    }
    case "If":
      return `(if ${inside()
        .map((child) => outlineOf(child, text))
        .join(" ")})`;
    case "Binary": {
      const list = inside();
      const operator = list.find(({ name }) => operatorNames.has(name));
      const operands = list.filter((child) => child !== operator);
      const operatorText = operator ? text.slice(operator.from, operator.to) : "";
      return `(${[operatorText, ...operands.map((child) => outlineOf(child, text))].join(" ")})`;
    }
    default:
      return source;
  }
}

/** The outline of a valid text; `undefined` for any other. */
export function oracleOutline(text: string): string | undefined {
  const tree = parser.parse(text);
  let isValid = true;
  tree.iterate({ enter: ({ type }) => void (isValid &&= !type.isError) });
  const root = tree.topNode.firstChild;
  return isValid && root ? outlineOf(root, text) : undefined;
}
