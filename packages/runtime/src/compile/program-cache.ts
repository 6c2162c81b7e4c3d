import type { MicroflowRecord, ProjectIndex } from "@rivulet/model";
import { ContentHashes } from "./content-hashes.ts";
import type { Program } from "./program.ts";

const mostPrograms = 5_000;

/** A program whose content was not hashed yet. */
interface NewProgram {
  readonly microflow: MicroflowRecord;
  readonly index: ProjectIndex;
  readonly program: Program;
}

/**
 * Programs by the content that they were made from, for a process that sees a project change: what a change does not
 * touch is not compiled again. A process that sees one project, such as a command, never pays for the hashes.
 */
export class ProgramCache {
  readonly #hashes = new ContentHashes();
  readonly #programs = new Map<string, Program>();
  #unhashed: NewProgram[] = [];

  /** The program of a microflow: a known one of the same content, else what `compile` makes. */
  programOf(microflow: MicroflowRecord, index: ProjectIndex, compile: () => Program): Program {
    if (this.#unhashed.some((known) => known.index !== index)) this.#hashAll();
    const known = this.#programs.size > 0 ? this.#programs.get(this.#hashes.of(microflow, index)) : undefined;
    if (known) return known;
    const program = compile();
    this.#unhashed.push({ microflow, index, program });
    return program;
  }

  #hashAll(): void {
    for (const { microflow, index, program } of this.#unhashed) {
      this.#programs.set(this.#hashes.of(microflow, index), program);
    }
    this.#unhashed = [];
    for (const hash of this.#programs.keys()) {
      if (this.#programs.size <= mostPrograms) break;
      this.#programs.delete(hash);
    }
  }
}
