import { dataTypeOfAttribute } from "@rivulet/values";
import type { ExpressionScope } from "../expression-scope.ts";
import { functionRow } from "../functions/function-table.ts";
import { formatSignature } from "../functions/signature-text.ts";
import { operatorTable } from "../operators/operator-table.ts";
import { placeholderTable } from "../placeholders/placeholder-table.ts";
import type { Token } from "../syntax/token.ts";
import { formatExpressionType } from "../typed/expression-type.ts";
import { editedTokens } from "./edited-tokens.ts";
import { placeAt } from "./expression-place.ts";

/** What is said about a part of an expression that is pointed at. */
export interface Help {
  readonly from: number;
  readonly to: number;
  /** The name or signature. */
  readonly title: string;
  readonly text: string;
  readonly example?: { readonly expression: string; readonly result: string } | undefined;
}

type HelpText = Pick<Help, "title" | "text" | "example">;

function functionHelp(name: string): HelpText | undefined {
  const row = functionRow(name);
  const [signature] = row?.signatures ?? [];
  if (!row || !signature) return undefined;
  return { title: formatSignature(name, signature), text: row.summary, example: row.examples[0] };
}

function operatorHelp(text: string): HelpText | undefined {
  const row = operatorTable.find(({ spelling }) => spelling === text);
  return row && { title: row.spelling, text: row.summary, example: row.example };
}

function variableHelp(name: string, scope: ExpressionScope): HelpText | undefined {
  const variable = scope.variable(name);
  return variable && { title: `$${name}`, text: formatExpressionType(variable.type) };
}

function memberHelp(text: string, token: Token, scope: ExpressionScope): HelpText | undefined {
  const place = placeAt(text, token.to, scope);
  if (place.kind !== "member" || place.entity === undefined) return undefined;
  const attribute = scope.model.shape(place.entity)?.attributesByName.get(place.name);
  if (attribute)
    return { title: place.name, text: formatExpressionType(dataTypeOfAttribute(attribute.type)) };
  const association = scope.model.association(place.name);
  return association && { title: place.name, text: `${association.owner} refers to ${association.target}.` };
}

function nameHelp(name: string, { model }: ExpressionScope): HelpText | undefined {
  const dot = name.lastIndexOf(".");
  const value = model.enumeration(name.slice(0, dot))?.values.find((one) => one.name === name.slice(dot + 1));
  if (value) return { title: value.name, text: value.caption };
  return model.enumeration(name) && { title: name, text: "Enumeration" };
}

function helpFor(token: Token, text: string, scope: ExpressionScope): HelpText | undefined {
  switch (token.kind) {
    case "word":
      return functionHelp(token.text);
    case "keyword":
    case "symbol":
      return operatorHelp(token.text);
    case "variable":
      return variableHelp(token.text.slice(1), scope);
    case "step":
      return memberHelp(text, token, scope);
    case "qualifiedName":
      return nameHelp(token.text, scope);
    case "placeholder": {
      const row = placeholderTable.find(({ name }) => `[%${name}%]` === token.text);
      return row && { title: token.text, text: row.summary };
    }
    case "constant": {
      const constant = scope.model.constant(token.text.slice(1));
      return constant && { title: token.text, text: formatExpressionType(constant.dataType) };
    }
    default:
      return undefined;
  }
}

/**
 * What there is to say about the part of an expression at a place: the type of a variable, what a function does.
 *
 * @example helpAt("length('a')", 2, scope)?.text
 */
export function helpAt(text: string, at: number, scope: ExpressionScope): Help | undefined {
  const token = editedTokens.of(text).find(({ from, to }) => from <= at && at < to);
  const help = token && helpFor(token, text, scope);
  return token && help && { ...help, from: token.from, to: token.to };
}
