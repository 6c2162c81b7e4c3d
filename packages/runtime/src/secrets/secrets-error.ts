/** Why secret values cannot be read or kept, in a sentence for the person whose machine it is. No value stands in it. */
export class SecretsError extends Error {
  override readonly name = "SecretsError";
}
