import * as z from "zod/mini";

const text = z.string();
const largestName = 1_000;

const headSchema = z.strictObject({
  kind: z.literal("head"),
  format: z.literal("rivulet-backup"),
  version: z.literal(1),
  project: text.check(z.maxLength(largestName)),
  createdAt: text.check(z.maxLength(40)),
  /** The newest step of the tables; `null` where there was no database. */
  migration: z.nullable(text.check(z.maxLength(200))),
});

const lineSchema = z.discriminatedUnion("kind", [
  headSchema,
  /** A file of the project, its content as base64. */
  z.strictObject({ kind: z.literal("file"), path: text.check(z.maxLength(largestName)), content: text }),
  /** From here on rows are of this table. */
  z.strictObject({ kind: z.literal("table"), name: text.check(z.regex(/^[a-z_]{1,63}$/)) }),
  /** A row as PostgreSQL writes it as JSON; it is not read, so that no number loses a digit. */
  z.strictObject({ kind: z.literal("row"), row: text }),
  /** How many lines came before, and the SHA-256 of them all. */
  z.strictObject({ kind: z.literal("end"), lines: z.int(), sha256: text }),
]);

/** A line of a backup, which is JSON lines packed with gzip. */
export type BackupLine = z.infer<typeof lineSchema>;

/** The first line of a backup. */
export type BackupHead = z.infer<typeof headSchema>;

/** A line from its text; `undefined` where it is none. */
export function readBackupLine(line: string): BackupLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
