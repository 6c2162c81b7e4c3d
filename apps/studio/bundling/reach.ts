import { parseAst } from "vite";
import { originsOf, type Passing, passingOf, type Taken, takenBy } from "./passed-on-names.ts";

/** What the bundler tells about its modules. */
export interface Modules {
  getModuleInfo(id: string): {
    readonly code: string | null;
    readonly importedIds: readonly string[];
    readonly exports: readonly string[];
  } | null;
}

/** Follows imports name by name, so that a package's index leads only to what is taken from it. */
export class Reach {
  readonly needed = new Set<string>();
  readonly #modules: Modules;
  readonly #passing = new Map<string, Passing | undefined>();
  readonly #seen = new Set<string>();

  constructor(modules: Modules) {
    this.#modules = modules;
  }

  /** Adds what a module needs of others, and they of others. */
  from(start: string): this {
    const waiting: Taken[] = [{ from: start, names: "all" }];
    for (let taken = waiting.pop(); taken; taken = waiting.pop()) waiting.push(...this.#follow(taken));
    return this;
  }

  #follow({ from, names }: Taken): readonly Taken[] {
    if (!this.#passing.has(from)) this.#read(from);
    const passing = this.#passing.get(from);
    const isFirst = !this.needed.has(from);
    this.needed.add(from);
    if (!passing) return isFirst ? this.#takenIn(from) : [];
    const wanted = names === "all" ? [...passing.names.keys(), "*"] : names;
    const fresh = wanted.filter((name) => !this.#seen.has(`${from} ${name}`));
    for (const name of fresh) this.#seen.add(`${from} ${name}`);
    const taken = fresh.flatMap((name): Taken[] => {
      const origin = passing.names.get(name);
      if (origin) return [origin];
      if (name === "*") return passing.whole.map((module) => ({ from: module, names: "all" }));
      return passing.whole
        .filter((module) => this.#has(module, name))
        .map((module) => ({ from: module, names: [name] }));
    });
    return isFirst ? [...passing.always, ...taken] : taken;
  }

  /** Whether a module can be asked for a name. One that only passes on may have it from anywhere. */
  #has(id: string, name: string): boolean {
    if (!this.#passing.has(id)) this.#read(id);
    return (
      this.#passing.get(id) !== undefined || this.#modules.getModuleInfo(id)?.exports.includes(name) !== false
    );
  }

  #bodyOf(id: string) {
    const module = this.#modules.getModuleInfo(id);
    if (!module?.code || id.endsWith(".css")) return undefined;
    const { body } = parseAst(module.code);
    const origins = originsOf(body, module.importedIds);
    return origins && { body, origins };
  }

  #read(id: string): void {
    const read = this.#bodyOf(id);
    this.#passing.set(id, read && passingOf(read.body, read.origins));
  }

  #takenIn(id: string): readonly Taken[] {
    const { body, origins } = this.#bodyOf(id) ?? { body: [], origins: new Map<string, string>() };
    const taken = body.flatMap((statement): Taken[] => {
      if (!("source" in statement) || !statement.source) return [];
      const from = origins.get(statement.source.value) ?? "";
      return [statement.type === "ImportDeclaration" ? takenBy(statement, from) : { from, names: "all" }];
    });
    // What the bundler put in itself, and what is imported in another way than by statements.
    const known = new Set(origins.values());
    const others = (this.#modules.getModuleInfo(id)?.importedIds ?? []).filter((from) => !known.has(from));
    return [...taken, ...others.map((from): Taken => ({ from, names: "all" }))];
  }
}
