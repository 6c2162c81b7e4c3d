import { projectMessages } from "../messages/project-messages.ts";
import type { KnownTables } from "../project/project-api.ts";
import type { ItemJson } from "./attribute.ts";

/** Where the tables are that the screen shows; what is written goes there or nowhere. */
export interface DataPlace {
  readonly configuration: string;
  /** As the enumeration of regions names it; `null` for that of the configuration. */
  readonly region: string | null;
}

/** A part of a key: its name, and its type S, N or B. */
export interface KeyPart {
  readonly name: string;
  readonly type: string;
}

/** What is known of an index. */
export interface IndexFacts {
  readonly name: string;
  readonly kind: "global" | "local";
  readonly key: readonly KeyPart[];
  readonly projection: "all" | "keys" | "some";
}

/** What is known of a table. */
export interface TableFacts {
  readonly name: string;
  readonly status: string;
  readonly key: readonly KeyPart[];
  readonly indexes: readonly IndexFacts[];
  readonly billing: "on demand" | "provisioned";
  readonly itemCount: number;
  readonly sizeInBytes: number;
}

/** A page of items. */
export interface ItemPage {
  readonly items: readonly ItemJson[];
  /** Behind which key the next page begins. */
  readonly next: ItemJson | null;
  /** Units that reading it took. */
  readonly capacity: number | null;
}

/** Which items are asked for, as the server takes it. */
export interface ReadRequest {
  readonly index: string | null;
  readonly query: unknown;
  readonly limit: number;
  readonly after: ItemJson | null;
}

/** Thrown where nothing was written because somebody else was there: the item as it is now. */
export class ItemChanged extends Error {
  override readonly name = "ItemChanged";
  readonly present: ItemJson | null;

  constructor(message: string, present: ItemJson | null) {
    super(message);
    this.present = present;
  }
}

interface ProblemDocument {
  readonly code?: string;
  readonly detail?: string;
  readonly present?: ItemJson | null;
}

async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const content =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, { method, ...content }).catch((cause: unknown) => {
    throw new Error(projectMessages.serverUnreachable, { cause });
  });
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as Answer;
  const {
    code,
    detail = projectMessages.serverAnswered(response.status),
    present,
  } = answer as ProblemDocument;
  throw code === "item-changed" ? new ItemChanged(detail, present ?? null) : new Error(detail);
}

const tablePath = (table: string) => `/api/v1/tables/${encodeURIComponent(table)}`;

type Written = { readonly item: ItemJson | null };

/** The tables of the server's configuration. Every call throws a sentence that can be shown. */
export const dataApi = {
  names: ({ region }: DataPlace, isAnew: boolean) =>
    send<KnownTables>("POST", "/api/v1/table-lookups", {
      regions: region === null ? [] : [region],
      tables: [],
      isAnew,
    }),
  facts: ({ configuration, region }: DataPlace, table: string) => {
    const query = new URLSearchParams({ configuration, ...(region === null ? {} : { region }) });
    return send<TableFacts>("GET", `${tablePath(table)}?${query}`);
  },
  create: (
    place: DataPlace,
    table: { readonly name: string; readonly partition: KeyPart; readonly sort: KeyPart | null },
  ) => send<TableFacts>("POST", "/api/v1/tables", { ...place, ...table }),
  read: (place: DataPlace, table: string, request: ReadRequest) =>
    send<ItemPage>("POST", `${tablePath(table)}/reads`, { ...place, ...request }),
  add: (place: DataPlace, table: string, item: ItemJson) =>
    send<Written>("POST", `${tablePath(table)}/items`, { ...place, item }),
  change: (place: DataPlace, table: string, change: { readonly seen: ItemJson; readonly wanted: ItemJson }) =>
    send<Written>("PATCH", `${tablePath(table)}/items`, { ...place, ...change }),
  remove: (place: DataPlace, table: string, seen: ItemJson) =>
    send<Written>("POST", `${tablePath(table)}/deletions`, { ...place, seen }),
} as const;
