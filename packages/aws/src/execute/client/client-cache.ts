import type { ClientTarget } from "./client-options.ts";

/** A client of the AWS SDK, as far as its keeper has to know it. */
export interface Disposable {
  destroy(): void;
}

interface Kept<Client> {
  /** A promise only until the client is made: what is awaited without need costs time in every call. */
  client: Client | Promise<Client>;
  /** Calls under way. */
  uses: number;
  isEvicted: boolean;
}

const keptAtOnce = 32;

/**
 * Keeps clients, so that calls with equal targets share connections. Of more than 32 the least recently used one
 * goes, and is closed once its last call has ended.
 *
 * @example clients.use(target, (client) => client.send(command))
 */
export class ClientCache<Client extends Disposable> {
  readonly #make: (target: ClientTarget) => Promise<Client>;
  readonly #kept = new Map<string, Kept<Client>>();

  constructor(make: (target: ClientTarget) => Promise<Client>) {
    this.#make = make;
  }

  async use<Result>(target: ClientTarget, action: (client: Client) => Promise<Result>): Promise<Result> {
    const kept = this.#find(target);
    kept.uses += 1;
    try {
      const { client } = kept;
      return await action(client instanceof Promise ? await client : client);
    } finally {
      kept.uses -= 1;
      closeWhenUnused(kept);
    }
  }

  #find(target: ClientTarget): Kept<Client> {
    const key = JSON.stringify([target.region, target.endpoint, target.keys, target.client]);
    const kept = this.#kept.get(key) ?? this.#keep(key, target);
    // Setting it again moves it to the end of the map's order, which so is that of the last use.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  #keep(key: string, target: ClientTarget): Kept<Client> {
    if (this.#kept.size >= keptAtOnce) this.#evictOldest();
    const making = this.#make(target);
    const kept: Kept<Client> = { client: making, uses: 0, isEvicted: false };
    making.then(
      (client) => (kept.client = client),
      () => this.#kept.delete(key),
    );
    return kept;
  }

  #evictOldest(): void {
    for (const [key, kept] of this.#kept) {
      this.#kept.delete(key);
      kept.isEvicted = true;
      closeWhenUnused(kept);
      return;
    }
  }
}

function closeWhenUnused({ client, uses, isEvicted }: Kept<Disposable>): void {
  if (!isEvicted || uses > 0) return;
  if (!(client instanceof Promise)) client.destroy();
}
