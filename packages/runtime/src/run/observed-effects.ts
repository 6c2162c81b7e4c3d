import type { JsonValue } from "@rivulet/model";
import type { EffectObserver, EffectPort } from "../ports/effect-port.ts";

/** Does the effects of a run as another port does them, and tells somebody when each begins and ends. */
export class ObservedEffects implements EffectPort {
  readonly #port: EffectPort;
  readonly #observe: EffectObserver;
  readonly #runId: string;

  constructor(port: EffectPort, observe: EffectObserver, runId: string) {
    this.#port = port;
    this.#observe = observe;
    this.#runId = runId;
  }

  async call(kind: string, request: JsonValue, key: string): Promise<JsonValue> {
    const ended = this.#observe({ runId: this.#runId, kind, request, key });
    try {
      const response = await this.#port.call(kind, request, key);
      ended();
      return response;
    } catch (error) {
      ended(error);
      throw error;
    }
  }
}
