import { FlowError, type JsonObject, type JsonValue, type LogEntry } from "@rivulet/runtime";
import type { PreparedOperation } from "../operation.ts";
import { inFlight } from "./in-flight.ts";
import { pauseBefore } from "./pause.ts";

/** Rounds when the request's client configuration says nothing. */
const usualRounds = 8;

/** As many entries are named in a line of the log. */
const mostNames = 5;

/** What a call answered, and which of its entries it left unprocessed. */
interface Answered<Entry, Output> {
  readonly output: Output;
  readonly left: readonly Entry[];
}

/** How a batch is sent that may be larger than one call. */
export interface Rounds<Entry, Output> {
  /** Puts entries into calls. */
  readonly split: (entries: readonly Entry[]) => readonly (readonly Entry[])[];
  readonly call: (entries: readonly Entry[]) => Promise<Answered<Entry, Output>>;
  /** An entry as messages name it. */
  readonly inWords: (entry: Entry) => string;
  /** Calls under way at one time; eight when left out. */
  readonly atOnce?: number | undefined;
}

const isObject = (json: JsonValue): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

function failedBetween(error: unknown, processed: number, total: number): unknown {
  if (!(error instanceof FlowError) || processed === 0) return error;
  const { code, message, isRetryable, place, cause } = error;
  const facts = error.details;
  return new FlowError({
    code,
    message: `${message} Of ${total} items ${processed} had been processed.`,
    isRetryable,
    place,
    cause,
    details: { ...(isObject(facts) ? facts : {}), processed, total },
  });
}

/** Names of entries for a line of the log. */
function namesOf(names: readonly string[]): string {
  const more = names.length - mostNames;
  return [...names.slice(0, mostNames), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/**
 * Sends all entries, several calls at once, and then again what was left unprocessed, with growing pauses, until
 * nothing is left or the tries are used up. Every further round is in the log.
 *
 * @returns the answers in the order of the calls, and the entries that were never processed
 * @throws {FlowError} that of a call; it says how many entries had been processed
 */
export async function sendInRounds<Entry, Output>(
  entries: readonly Entry[],
  { split, call, inWords, atOnce }: Rounds<Entry, Output>,
  { place: { activity, context }, call: settings }: PreparedOperation,
): Promise<{ readonly outputs: readonly Output[]; readonly left: readonly Entry[] }> {
  const rounds = settings.client.maximumAttempts ?? usualRounds;
  const warn = (message: string) => context.log(warning(`${activity}: ${message}`));
  const outputs: Output[] = [];
  let left = entries;
  let processed = 0;
  for (let round = 1; round <= rounds && left.length > 0; round += 1) {
    if (round > 1) {
      warn(`attempt ${round} for the ${left.length} of ${entries.length} items that were left unprocessed`);
      await pauseBefore(round, context.signal);
    }
    const send = async (part: readonly Entry[]) => {
      const answered = await call(part);
      processed += part.length - answered.left.length;
      return answered;
    };
    try {
      const answers = await inFlight(split(left), send, atOnce === undefined ? {} : { atOnce });
      outputs.push(...answers.map(({ output }) => output));
      left = answers.flatMap((answer) => answer.left);
    } catch (error) {
      throw failedBetween(error, processed, entries.length);
    }
  }
  if (left.length > 0) {
    const names = namesOf(left.map(inWords));
    warn(`${left.length} of ${entries.length} items were not processed in ${rounds} attempts: ${names}`);
  }
  return { outputs, left };
}

function warning(message: string): LogEntry {
  return { level: "warning", node: "AmazonDynamoDBConnector", message, at: Date.now() };
}
