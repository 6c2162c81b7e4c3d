/**
 * Ends a switch over a closed union: the compiler proves that no case is missing.
 *
 * @example default: return unreachable(type);
 */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`);
}
