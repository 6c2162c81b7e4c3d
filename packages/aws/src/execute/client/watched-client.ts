/** A command of the AWS SDK, as far as it is touched here. */
export interface SdkCommand {
  readonly input: object;
}

/** What a command answers: its output, and facts about the call. */
export interface SdkOutput {
  readonly $metadata: unknown;
}

type Attempt<Arguments, Result> = (attempt: Arguments) => Promise<Result>;

/** Where a call is noted on its input and on its HTTP requests; maps beside them would cost more than all the rest. */
const callUnderWay = Symbol("rivulet.callUnderWay");

interface Noted {
  [callUnderWay]?: CallUnderWay;
}

interface AttemptArguments {
  readonly input: Noted;
  readonly request: Noted;
}

type Middleware = <Arguments extends AttemptArguments, Result>(
  next: Attempt<Arguments, Result>,
) => Attempt<Arguments, Result>;

interface RequestHandler {
  readonly metadata?: object;
  handle(request: Noted, options?: object): Promise<unknown>;
  destroy?(): void;
}

/** A client of the AWS SDK, as far as it is touched here. */
export interface SdkClient<Command> {
  readonly config: { requestHandler: object };
  readonly middlewareStack: {
    addRelativeTo(
      middleware: never,
      place: { relation: "after"; toMiddleware: "httpSigningMiddleware"; name: string },
    ): void;
  };
  send(command: Command): Promise<SdkOutput>;
  destroy(): void;
}

/** What a caller wants of its call while it is under way. */
export interface CallWatcher {
  /** Ends the call with an `AbortError`, whether it waits for an answer or for its next attempt. */
  readonly signal: AbortSignal;
  /** Told before each attempt but the first: its number, and how the one before it failed. */
  readonly onRetry: (attempt: number, failure: unknown) => void;
}

/** A client whose calls can be watched and ended one by one. */
export interface WatchedClient<Command> {
  send(command: Command, watcher: CallWatcher): Promise<SdkOutput>;
  destroy(): void;
}

const givenUp = () => Object.assign(new Error("The call was given up."), { name: "AbortError" });

/**
 * A call that has been sent and not ended. To the HTTP handler of the AWS SDK it is an abort signal of the plain kind,
 * one that has no listeners to add and to remove.
 */
class CallUnderWay {
  readonly #watcher: CallWatcher;
  readonly #reject: (reason: unknown) => void;
  #attempts = 0;
  #failure: unknown;
  aborted = false;
  /** Set by the HTTP handler: ends the request that is under way. */
  onabort: (() => void) | null = null;

  constructor(watcher: CallWatcher, reject: (reason: unknown) => void) {
    this.#watcher = watcher;
    this.#reject = reject;
    watcher.signal.addEventListener("abort", this);
    if (watcher.signal.aborted) this.handleEvent();
  }

  /** The signal was aborted: ends the request, and the waiting for the next attempt as well. */
  handleEvent(): void {
    this.aborted = true;
    this.onabort?.();
    this.#reject(givenUp());
  }

  beginAttempt(): void {
    if (this.aborted) throw givenUp();
    this.#attempts += 1;
    if (this.#attempts > 1) this.#watcher.onRetry(this.#attempts, this.#failure);
  }

  endAttempt(failure: unknown): void {
    this.#failure = failure;
  }

  end(): void {
    this.#watcher.signal.removeEventListener("abort", this);
  }
}

/**
 * Watches the calls of a client from inside. The AWS SDK would take a signal and further middleware with each call,
 * but then it builds its chain of middleware anew every time; this way the chain is built once a command
 * (`cacheMiddleware`), which saves a tenth of the CPU time of a call. A call is known by its input: no two share one.
 */
export function watchCalls<Command extends SdkCommand>(client: SdkClient<Command>): WatchedClient<Command> {
  const middleware: Middleware = (next) => async (attempt) => {
    const call = attempt.input[callUnderWay];
    if (!call) return next(attempt);
    attempt.request[callUnderWay] = call;
    call.beginAttempt();
    try {
      return await next(attempt);
    } catch (failure) {
      call.endAttempt(failure);
      throw failure;
    }
  };
  client.middlewareStack.addRelativeTo(middleware as never, {
    relation: "after",
    toMiddleware: "httpSigningMiddleware",
    name: "rivuletWatchCalls",
  });
  client.config.requestHandler = withAbort(client.config.requestHandler as RequestHandler);

  const send = (command: Command, watcher: CallWatcher) =>
    new Promise<SdkOutput>((resolve, reject) => {
      const call = new CallUnderWay(watcher, reject);
      (command.input as Noted)[callUnderWay] = call;
      client
        .send(command)
        .finally(() => call.end())
        .then(resolve, reject);
    });
  return { send, destroy: () => client.destroy() };
}

function withAbort(handler: RequestHandler): RequestHandler {
  return {
    ...(handler.metadata === undefined ? {} : { metadata: handler.metadata }),
    handle: (request, options) => handler.handle(request, { ...options, abortSignal: request[callUnderWay] }),
    destroy: () => handler.destroy?.(),
  };
}
