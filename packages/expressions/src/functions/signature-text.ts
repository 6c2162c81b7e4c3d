import type { Parameter, Signature } from "./signature.ts";

/** Whether a call with so many arguments is possible. */
export function takes({ parameters }: Signature, count: number): boolean {
  const isOpen = parameters.at(-1)?.isRepeated === true;
  return isOpen ? count >= parameters.length : count === parameters.length;
}

/** The parameter that an argument stands for. The index must be one that {@link takes} allows. */
export function parameterAt({ parameters }: Pick<Signature, "parameters">, index: number): Parameter {
  return (parameters[index] ?? parameters.at(-1)) as Parameter;
}

/**
 * How a call is written.
 *
 * @example formatSignature("max", signature) // "max(number1, number2, ...)"
 */
export function formatSignature(name: string, { parameters }: Signature): string {
  const names = parameters.map((parameter) =>
    parameter.isRepeated ? `${parameter.name}, ...` : parameter.name,
  );
  return `${name}(${names.join(", ")})`;
}
