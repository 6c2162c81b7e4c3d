import { type Input, NodeSet, NodeType, Parser, type PartialParse, Tree } from "@lezer/common";
import { styleTags, tags } from "@lezer/highlight";
import type { Token, TokenKind } from "../syntax/token.ts";
import { editedTokens } from "./edited-tokens.ts";

/** The names under which tokens stand in the tree; the end has none. */
const namesOfKinds: Readonly<Record<Exclude<TokenKind, "end">, string>> = {
  number: "Number",
  string: "String",
  doubleQuoted: "DoubleQuoted",
  word: "Word",
  keyword: "Keyword",
  qualifiedName: "QualifiedName",
  variable: "Variable",
  constant: "Constant",
  placeholder: "Placeholder",
  step: "Step",
  slash: "Slash",
  symbol: "Symbol",
  unknown: "Unknown",
};

const names = ["Expression", ...Object.values(namesOfKinds), "Function"];
const ids = new Map(names.map((name, id) => [name, id]));

const nodeSet = new NodeSet(
  names.map((name, id) => NodeType.define({ id, name, top: id === 0, error: name === "Unknown" })),
).extend(
  styleTags({
    Number: tags.number,
    String: tags.string,
    DoubleQuoted: tags.invalid,
    Keyword: tags.keyword,
    QualifiedName: tags.namespace,
    Variable: tags.variableName,
    Constant: tags.constant(tags.variableName),
    Placeholder: tags.special(tags.variableName),
    Step: tags.propertyName,
    Slash: tags.operator,
    Symbol: tags.operator,
    Function: tags.function(tags.variableName),
    Unknown: tags.invalid,
  }),
);

function nodeName({ kind }: Token, following: Token | undefined): string | undefined {
  if (kind === "end") return undefined;
  return kind === "word" && following?.text === "(" ? "Function" : namesOfKinds[kind];
}

/** The tokens of a text as a tree of one level: what highlighting and bracket matching read. */
function treeOf(text: string): Tree {
  const tokens = editedTokens.of(text);
  const buffer: number[] = [];
  tokens.forEach((token, at) => {
    const name = nodeName(token, tokens[at + 1]);
    if (name !== undefined) buffer.push(ids.get(name) ?? 0, token.from, token.to, 4);
  });
  buffer.push(0, 0, text.length, buffer.length + 4);
  return Tree.build({ buffer, nodeSet, topID: 0 });
}

class FinishedParse implements PartialParse {
  readonly #text: string;
  readonly parsedPos: number;
  stoppedAt: number | null = null;

  constructor(input: Input) {
    this.#text = input.read(0, input.length);
    this.parsedPos = input.length;
  }

  stopAt(position: number): void {
    this.stoppedAt = position;
  }

  advance(): Tree {
    // Only what was edited is read again, and a tree of one level is made in no time: nothing is gained from parts.
    const built = treeOf(this.#text);
    return built.topNode.to === this.#text.length ? (built.topNode.toTree() ?? built) : built;
  }
}

class ExpressionParser extends Parser {
  createParse(input: Input): PartialParse {
    return new FinishedParse(input);
  }
}

/**
 * The language's own tokenizer as a parser for CodeMirror: the same tokens colour, complete, check and run.
 *
 * @example new Language(defineLanguageFacet(), expressionParser, [], "rivulet-expression")
 */
export const expressionParser: Parser = new ExpressionParser();
