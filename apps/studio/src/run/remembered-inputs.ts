const key = (microflow: string) => `rivulet.run.${microflow}`;

/**
 * What was typed for the parameters of a microflow the last time. Microflow and parameters go by their ids here, so that
 * it is still there under another name, and is not there for what only has the same name in another project.
 */
export function rememberedInputs(microflow: string): Readonly<Record<string, string>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(microflow)) ?? "{}");
    const entries = Object.entries(typeof stored === "object" && stored !== null ? stored : {});
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

/** Remembers what was typed; a browser that keeps nothing is no failure. */
export function rememberInputs(microflow: string, inputs: Readonly<Record<string, string>>): void {
  try {
    localStorage.setItem(key(microflow), JSON.stringify(inputs));
  } catch {
    // The next dialog begins empty.
  }
}
