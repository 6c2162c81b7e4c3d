import { type Diff, recordSchemas } from "@rivulet/model";
import * as z from "zod/mini";

const { project, ...others } = recordSchemas;
/** Every type of record: what a project can hold can be saved. */
const record = z.discriminatedUnion("type", [project, ...Object.values(others)]);

const id = z.string().check(z.maxLength(200));

const diff = z.strictObject({
  added: z.record(id, record),
  updated: z.record(id, z.tuple([record, record])),
  removed: z.record(id, record),
});

/** The schema of a change of records; it names records only, so no path can be in it. */
export const diffSchema = diff as unknown as z.ZodMiniType<Diff>;
