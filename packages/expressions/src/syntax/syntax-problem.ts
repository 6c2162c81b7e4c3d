import { expressionLimits } from "../limits.ts";
import type { ExpressionFix, ExpressionProblem, SyntaxProblemCode } from "../problem.ts";
import type { TextRange } from "./node.ts";
import type { Token } from "./token.ts";

function problem(
  code: SyntaxProblemCode,
  { from, to }: TextRange,
  details: { readonly message: string; readonly fix?: ExpressionFix },
): ExpressionProblem {
  return { code, from, to, severity: "error", ...details };
}

function insertion(label: string, at: number, insert: string): ExpressionFix {
  return { label, edits: [{ from: at, to: at, insert }] };
}

function replacement(label: string, { from, to }: TextRange, insert: string): ExpressionFix {
  return { label, edits: [{ from, to, insert }] };
}

function quoted(token: Token): string {
  const text = token.text.length > 30 ? `${token.text.slice(0, 30)}…` : token.text;
  return `'${text}'`;
}

function before(token: Token): string {
  return token.kind === "end" ? "at the end" : `before ${quoted(token)}`;
}

/** The sentences of the parser, one for each thing that it can find. */
export const syntaxProblem = {
  operandMissing(token: Token, at: number) {
    if (token.kind === "end" && at === 0) {
      return problem("expression-empty", { from: 0, to: 0 }, { message: "An expression is expected here." });
    }
    const message = `A value is missing ${before(token)}.`;
    return problem("operand-missing", { from: at, to: token.kind === "end" ? at : token.to }, { message });
  },
  operatorMissing(token: Token) {
    const message = `An operator is missing before ${quoted(token)}: join the two values with +, =, and ...`;
    return problem("operator-missing", token, { message });
  },
  keywordMissing(token: Token, keyword: "then" | "else") {
    const message = `'${keyword}' is missing ${before(token)}: write if ... then ... else ...`;
    const range = { from: token.from, to: token.to };
    return problem("keyword-missing", range, {
      message,
      fix: insertion(`Insert ${keyword}`, token.from, ` ${keyword} `),
    });
  },
  parenthesisOpen(open: Token) {
    return problem("parenthesis-open", open, { message: "This '(' is never closed: add the ')'." });
  },
  unexpected(token: Token) {
    if (token.text === ")") {
      const fix = replacement("Remove )", token, "");
      return problem("parenthesis-stray", token, { message: "This ')' closes nothing: remove it.", fix });
    }
    if (token.kind === "step") {
      const message = `${quoted(token)} has no variable before it: a path starts with a variable, as in $Order/Total.`;
      return problem("unexpected-text", token, { message });
    }
    return problem("unexpected-text", token, { message: `${quoted(token)} cannot stand here: remove it.` });
  },
  slashIsPath(token: Token) {
    const message = "'/' only leads from an object to its attributes: to divide, write div or ':'.";
    return problem("slash-is-path", token, { message, fix: replacement("Use div", token, " div ") });
  },
  stepMissing(token: Token) {
    return problem("name-incomplete", token, { message: "A name is missing after '/'." });
  },
  textOpen(token: Token) {
    const range = { from: token.from, to: token.from + 1 };
    const message = "This text is never closed: add the ' at its end. A ' inside it is written twice.";
    return problem("text-open", range, { message, fix: insertion("Close the text", token.to, "'") });
  },
  doubleQuotes(token: Token) {
    const inner = token.text.replace(/^"|"$/g, "").replaceAll("'", "''");
    const fix = replacement("Use single quotes", token, `'${inner}'`);
    return problem("double-quotes", token, { message: "Text stands in single quotes: 'text'.", fix });
  },
  placeholderOpen(token: Token) {
    const message = "This is no complete token: write it as in [%CurrentDateTime%].";
    return problem("placeholder-open", token, { message });
  },
  nameIncomplete(token: Token, message: string) {
    return problem("name-incomplete", token, { message });
  },
  notParentheses(name: Token, operand: TextRange) {
    const edits = [
      { from: name.from, to: operand.from, insert: "not(" },
      { from: operand.to, to: operand.to, insert: ")" },
    ];
    const message = "'not' needs parentheses: write not(...).";
    return problem("not-parentheses", name, { message, fix: { label: "Add parentheses", edits } });
  },
  nestingLimit(token: Token) {
    const limit = expressionLimits.nesting;
    const message = `The expression is nested more than ${limit} levels deep: put parts of it into variables.`;
    return problem("limit-nesting", token, { message });
  },
  argumentsLimit(name: Token) {
    const message = `A call takes at most ${expressionLimits.callArguments} arguments.`;
    return problem("limit-arguments", name, { message });
  },
  textLimit(range: TextRange) {
    const limit = expressionLimits.textLength.toLocaleString("en");
    const message = `The expression is longer than ${limit} characters: put parts of it into variables.`;
    return problem("limit-text", range, { message });
  },
};
