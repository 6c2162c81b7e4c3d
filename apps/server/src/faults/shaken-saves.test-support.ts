import { setTimeout as delay } from "node:timers/promises";
import type { JsonObject } from "@rivulet/model";
import type { ServerProcess } from "./server-process.test-support.ts";
import type { ShakenServer } from "./shaken-server.test-support.ts";

type Record = JsonObject & { readonly id: string; readonly documentation?: string };

interface Present {
  readonly record: Record;
  readonly hash: string | null;
}

/** Somebody who writes one number after the other into the notes of a microflow, each save behind the one before. */
export class ShakenSaves {
  readonly #server: ShakenServer;
  readonly #acknowledged: number[] = [];
  #next = 1;

  constructor(server: ShakenServer) {
    this.#server = server;
  }

  /** Saves at one server until told to stop, or until it is gone. */
  async saveAt(at: ServerProcess, over: AbortSignal): Promise<void> {
    while (!over.aborted && at.child.exitCode === null && at.child.signalCode === null) {
      await this.#save(at).catch(() => undefined);
      await delay(5);
    }
  }

  async #read(at?: ServerProcess): Promise<Present> {
    const { body } = await this.#server.ask("project/records", undefined, undefined, at);
    const records = body["records"] as readonly Record[];
    const record = records.find((one) => one["type"] === "microflow" && one["name"] === "Secret");
    if (!record) throw new Error("The microflow is gone.");
    return { record, hash: (body["hashes"] as { readonly [id: string]: string })[record.id] ?? null };
  }

  async #save(at: ServerProcess): Promise<void> {
    const { record, hash } = await this.#read(at);
    const number = this.#next++;
    const after = { ...record, documentation: `${record.documentation ?? ""} ${number}` };
    const diff = { added: {}, updated: { [record.id]: [record, after] }, removed: {} };
    const body = { diff, expectedHashes: { [record.id]: hash } };
    const { status } = await this.#server.change("project", body, at);
    if (status === 200) this.#acknowledged.push(number);
  }

  /** Every number of which somebody was told that it is saved must be there. Tells how many. */
  async judge(): Promise<number> {
    const { record } = await this.#read();
    const present = new Set((record.documentation ?? "").split(" ").map(Number));
    const lost = this.#acknowledged.filter((number) => !present.has(number));
    if (lost.length > 0) throw new Error(`Saves were acknowledged and are gone: ${lost.join()}`);
    return this.#acknowledged.length;
  }
}
