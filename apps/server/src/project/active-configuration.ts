import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Configuration, type ProjectIndex, parseJson } from "@rivulet/model";
import * as z from "zod/mini";

const fileName = "configuration.json";
const schema = z.object({ active: z.string() });

/**
 * Which configuration of a project is active on this machine: kept in `.rivulet/`, never in the project itself. At
 * first, and when the one that was chosen is gone, it is the first of the project.
 */
export class ActiveConfiguration {
  readonly #file: string;
  #chosen: string | undefined;

  private constructor(file: string, chosen: string | undefined) {
    this.#file = file;
    this.#chosen = chosen;
  }

  /** @param localFolder the project's `.rivulet` */
  static async open(localFolder: string): Promise<ActiveConfiguration> {
    const file = join(localFolder, fileName);
    return new ActiveConfiguration(file, await readChoice(file));
  }

  /** The active one of the project's configurations; `undefined` when it has none. */
  of(index: ProjectIndex): Configuration | undefined {
    const { configurations = [] } = index.settings ?? {};
    return configurations.find(({ name }) => name === this.#chosen) ?? configurations[0];
  }

  /** Makes another one active, also after a restart. */
  async choose(name: string): Promise<void> {
    const temporary = `${this.#file}.${process.pid}.new`;
    await writeFile(temporary, `${JSON.stringify({ active: name })}\n`, { mode: 0o600 });
    await rename(temporary, this.#file);
    this.#chosen = name;
  }
}

/** A file that is missing or damaged is no choice. */
async function readChoice(file: string): Promise<string | undefined> {
  try {
    const result = schema.safeParse(parseJson(await readFile(file, "utf8")));
    return result.data?.active;
  } catch {
    return undefined;
  }
}
