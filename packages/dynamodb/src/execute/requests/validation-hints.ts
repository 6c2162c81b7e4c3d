import { FlowError } from "@rivulet/runtime";

/** What to do about a refusal of DynamoDB whose own words do not say it. */
const hints: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [
    /reserved keyword: (\S+)/i,
    "That name is a word of DynamoDB's own. Write a stand-in such as #name in the expression, and link an ExpressionAttributeName with it to the request.",
  ],
  [
    /provided key element does not match the schema|number of conditions on the keys is invalid/i,
    "Give exactly the key of the table: a KeyValue object for the partition key and, if there is one, for the sort key, with names and types as DescribeTable tells them.",
  ],
  [
    /missing the key|missing a key|key .*not found in the item|type mismatch for key|empty string value|empty value for (?:the )?key/i,
    "Every item needs the key of its table, with the right type and not empty. DescribeTable tells what it is.",
  ],
  [/item size .*exceeded|maximum allowed size/i, "An item may have 400 KB, names included."],
  [/contains duplicates/i, "An item may be named only once in a batch."],
  [
    /(?:attribute (?:name|value) used in .*not defined|unused in expressions)/i,
    "Link an object for every stand-in of the expression to the request.",
  ],
];

/** What is said to every refusal; the hint says it better. */
const generalRemedy = " Correct the attributes of the request.";

/** The error of a call, with what to do about it where DynamoDB's words need it. */
export function withHint(error: unknown): unknown {
  if (!(error instanceof FlowError) || error.code !== "aws-validation") return error;
  const [, hint] = hints.find(([pattern]) => pattern.test(error.message)) ?? [];
  if (hint === undefined) return error;
  const { code, message, isRetryable, details, place, cause } = error;
  const [what = message] = message.split(generalRemedy);
  return new FlowError({ code, message: `${what} ${hint}`, isRetryable, details, place, cause });
}
