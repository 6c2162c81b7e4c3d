/** So long a line may wait for others, in milliseconds. */
const longestWait = 20;
/** So many characters are written at once at most. */
const mostCharacters = 16_384;
/** What somebody should know at once, as the log begins its lines. */
const urgent = /^\{"level":"(?:warn|error|fatal)"/;

/**
 * Writes lines of a log together: a write for each costs a server more than the line, and whoever reads them as much again.
 * Warnings and errors are written at once with all that was before them, and the end of the process writes what is left.
 */
export class GatheredLines {
  readonly #write: (text: string) => unknown;
  #text = "";
  #timer: NodeJS.Timeout | undefined;

  constructor(write: (text: string) => unknown) {
    this.#write = write;
    process.on("exit", () => this.#flush());
  }

  write(line: string): void {
    this.#text += line;
    if (this.#text.length > mostCharacters || urgent.test(line)) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), longestWait).unref();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#text;
    this.#text = "";
    if (text !== "") this.#write(text);
  }
}

let standardError: GatheredLines | undefined;

/** Standard error, for all servers of this process. */
export function gatheredStandardError(): GatheredLines {
  standardError ??= new GatheredLines((text) => process.stderr.write(text));
  return standardError;
}
