import * as z from "zod/mini";

/** Most bytes of a request: an item of 400 KB, as it was and as it is to be, as JSON. */
export const longestDataRequest = 4 * 1024 * 1024;
/** Most items that one request looks at. */
export const mostItems = 200;

const tableName = z.string().check(z.regex(/^[\w.-]{3,255}$/));
export const tableParams = z.object({ table: tableName });
const region = z.string().check(z.regex(/^[a-z0-9_]{1,63}$/));
const attributeName = z.string().check(z.minLength(1), z.maxLength(255));

/** DynamoDB's own JSON; what is in it is read by the codec, which says where it is wrong. */
const item = z.record(z.string(), z.unknown());
const attribute = z.record(z.string(), z.unknown());

/** Where the table is: with the configuration that whoever asks has before his eyes. */
const place = {
  configuration: z.string().check(z.maxLength(200)),
  region: z._default(z.nullable(region), null),
};

export const placeQuery = z.strictObject({
  configuration: z.string().check(z.maxLength(200)),
  region: z.optional(region),
});

const sortTest = z.enum(["=", "<", "<=", ">", ">=", "begins_with", "between"]);

export const readBody = z.strictObject({
  ...place,
  index: z._default(z.nullable(z.string().check(z.regex(/^[\w.-]{3,255}$/))), null),
  query: z._default(
    z.nullable(
      z.strictObject({
        partition: z.strictObject({ name: attributeName, value: attribute }),
        sort: z._default(
          z.nullable(
            z.strictObject({
              name: attributeName,
              test: sortTest,
              value: attribute,
              upTo: z.optional(attribute),
            }),
          ),
          null,
        ),
        isDescending: z._default(z.boolean(), false),
      }),
    ),
    null,
  ),
  limit: z._default(z.number().check(z.int(), z.minimum(1), z.maximum(mostItems)), 50),
  after: z._default(z.nullable(item), null),
});

const keyPart = z.strictObject({ name: attributeName, type: z.enum(["S", "N", "B"]) });

export const createBody = z.strictObject({
  ...place,
  name: tableName,
  partition: keyPart,
  sort: z._default(z.nullable(keyPart), null),
});
export const addBody = z.strictObject({ ...place, item });
export const changeBody = z.strictObject({ ...place, seen: item, wanted: item });
export const deletionBody = z.strictObject({ ...place, seen: item });

const describedKey = z.array(z.object({ name: z.string(), type: z.string() }));
export const factsSchema = z.object({
  name: z.string(),
  status: z.string(),
  key: describedKey,
  indexes: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["global", "local"]),
      key: describedKey,
      projection: z.enum(["all", "keys", "some"]),
    }),
  ),
  billing: z.enum(["on demand", "provisioned"]),
  itemCount: z.number(),
  sizeInBytes: z.number(),
});
export const pageSchema = z.object({
  items: z.array(item),
  next: z.nullable(item),
  capacity: z.nullable(z.number()),
});
export const itemSchema = z.object({ item: z.nullable(item) });
