import type { JsonValue } from "@rivulet/model";
import type { EffectContext, EffectHandler, EffectPort } from "../ports/effect-port.ts";

/** Does effects as the connectors do them. */
export class ConnectorEffects implements EffectPort {
  readonly #handlers: ReadonlyMap<string, EffectHandler>;
  readonly #context: EffectContext;

  constructor(handlers: ReadonlyMap<string, EffectHandler>, context: EffectContext) {
    this.#handlers = handlers;
    this.#context = context;
  }

  call(kind: string, request: JsonValue): Promise<JsonValue> {
    const handler = this.#handlers.get(kind);
    if (!handler) throw new Error(`No connector does the effect ${kind}.`);
    return handler(request, this.#context);
  }
}
