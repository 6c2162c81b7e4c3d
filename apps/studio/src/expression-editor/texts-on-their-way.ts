/**
 * What an editor has told of its text and has not yet been given back. A text that comes back late is older than what was
 * typed since: taking it would take that away.
 */
export class TextsOnTheirWay {
  #told: string[] = [];

  /** The editor tells a text. */
  tell(text: string): void {
    this.#told.push(text);
  }

  /** Whether a text that the editor is given is one of its own; it and all that was told before have then arrived. */
  isOwn(text: string): boolean {
    const at = this.#told.lastIndexOf(text);
    this.#told = at === -1 ? [] : this.#told.slice(at + 1);
    return at !== -1;
  }
}
