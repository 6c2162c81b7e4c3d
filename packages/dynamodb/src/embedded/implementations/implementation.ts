import type { Command } from "@rivulet/supervision";

/** The programs that can stand in for DynamoDB (docs/decisions/0004-embedded-dynamodb.md). */
export type ImplementationName = "dynoxide" | "dynalite";

/** A program that can stand in for DynamoDB, and how it is started. */
export interface Implementation {
  readonly name: ImplementationName;
  /** The command that serves one region's tables. */
  command(instance: InstancePlace): Command;
}

/** Where one region is served: `port` of 127.0.0.1, from the files in `folder`. */
interface InstancePlace {
  readonly region: string;
  readonly folder: string;
  readonly port: number;
}
