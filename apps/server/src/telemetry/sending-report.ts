import type { Logger } from "pino";

/** Says in the log when sending begins to fail and when it works again. */
export class SendingReport {
  readonly #what: string;
  readonly #log: Logger;
  #isFailing = false;

  /** @param what is sent: "traces" */
  constructor(what: string, log: Logger) {
    this.#what = what;
    this.#log = log;
  }

  /** Is told of the end of a sending. */
  told(failure: Error | undefined): void {
    const isFailing = failure !== undefined;
    // Of the error its message only: it may hold the request, whose headers have the key of the collector.
    const reason = failure?.message;
    if (isFailing && !this.#isFailing)
      this.#log.warn({ reason }, `${this.#what} cannot be sent, and are dropped`);
    if (!isFailing && this.#isFailing) this.#log.info(`${this.#what} are sent again`);
    this.#isFailing = isFailing;
  }
}
