import type { ValueFormat } from "./value-format.ts";

/** What stands for a placeholder: an expression, written as its type says by itself or as a format says. */
export type TemplateArgument = string | { readonly expression: string; readonly format: ValueFormat };

/** The expression of an argument. */
export function expressionOf(argument: TemplateArgument): string {
  return typeof argument === "string" ? argument : argument.expression;
}

/** The format of an argument; `undefined` where it has none of its own. */
export function formatOf(argument: TemplateArgument): ValueFormat | undefined {
  return typeof argument === "string" ? undefined : argument.format;
}

/** An argument of an expression and a format; without a format it is saved as its expression alone. */
export function templateArgument(expression: string, format: ValueFormat | undefined): TemplateArgument {
  return format === undefined ? expression : { expression, format };
}
