import { FunctionFailure } from "../functions/signature.ts";
import { BoundedCache } from "./bounded-cache.ts";

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0] ?? "en-US";
  } catch {
    throw new FunctionFailure(
      "argument-out-of-range",
      `'${locale.slice(0, 40)}' is no locale: write one such as en_US.`,
    );
  }
}

const tags = new BoundedCache(100, canonical);

/** The language tag of a locale as Java or the web writes it: `en_US` or `en-US`. */
export function localeTag(locale: string): string {
  return tags.get(locale);
}
