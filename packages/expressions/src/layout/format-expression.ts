import { bindingPowers } from "../operators/binding-power.ts";
import type { BinaryNode, CallNode, ExpressionNode, IfNode } from "../syntax/node.ts";
import { parse } from "../syntax/parser.ts";
import { chainOf, FlatTexts } from "./flat-text.ts";

/** How wide a line of a formatted expression is at most, where its parts allow it. */
const lineWidth = 80;

/** Where a node is written. */
interface Position {
  /** Spaces in front of the lines that follow the first one. */
  readonly indent: number;
  /** Where in its line the node begins. */
  readonly column: number;
}

const newLine = (indent: number) => `\n${" ".repeat(indent)}`;

/** Writes nodes: in one line where that fits, else over several. */
class Layout {
  readonly #flat = new FlatTexts();
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  write(node: ExpressionNode, { indent, column }: Position): string {
    const flat = this.#flat.of(node);
    if (column + flat.length <= this.#width) return flat;
    if (node.parentheses === 0) return this.#broken(node, { indent, column });
    const inner = this.#below({ ...node, parentheses: node.parentheses - 1 }, indent + 2);
    return `(${inner}${newLine(indent)})`;
  }

  /** A node on lines of its own. */
  #below(node: ExpressionNode, indent: number): string {
    return newLine(indent) + this.write(node, { indent, column: indent });
  }

  #broken(node: ExpressionNode, position: Position): string {
    switch (node.kind) {
      case "call":
        return this.#call(node, position);
      case "if":
        return this.#if(node, position);
      case "unary":
        return `-${this.write(node.operand, { ...position, column: position.column + 1 })}`;
      case "binary":
        return this.#chain(node, position);
      default:
        return this.#flat.of(node);
    }
  }

  #call({ name, arguments: list }: CallNode, { indent }: Position): string {
    if (list.length === 0) return `${name}()`;
    const lines = list.map((argument) => this.#below(argument, indent + 2));
    return `${name}(${lines.join(",")}${newLine(indent)})`;
  }

  /** `else if` goes on in the same column, however long the ladder is. */
  #if(root: IfNode, { indent }: Position): string {
    let text = "";
    let node: ExpressionNode = root;
    while (node.kind === "if" && (node === root || node.parentheses === 0)) {
      const condition = this.write(node.condition, { indent: indent + 2, column: indent + 3 });
      text += `if ${condition} then${this.#below(node.whenTrue, indent + 2)}${newLine(indent)}else `;
      node = node.whenFalse;
    }
    return text.slice(0, -1) + this.#below(node, indent + 2);
  }

  /** Operators of one rank begin the lines. */
  #chain(root: BinaryNode, { indent, column }: Position): string {
    const power = bindingPowers[root.operator];
    const { first, links } = chainOf(root, ({ operator }) => bindingPowers[operator] === power);
    const lines = links.map(({ operator, operand }) => {
      const start = indent + operator.length + 1;
      const text = this.write(operand, { indent: indent + 2, column: start });
      return `${newLine(indent)}${operator} ${text}`;
    });
    return this.write(first, { indent, column }) + lines.join("");
  }
}

/**
 * Writes an expression anew: one space between its parts, and over several lines where it is long. It means the same,
 * and keeps its parentheses. `undefined` for a text that is not valid: nothing of it must get lost.
 *
 * @example formatExpression("if  $A>1 then 'x' else'y'") // "if $A > 1 then 'x' else 'y'"
 */
export function formatExpression(text: string, width: number = lineWidth): string | undefined {
  const { ast, problems } = parse(text);
  return problems.length > 0 ? undefined : new Layout(width).write(ast, { indent: 0, column: 0 });
}
