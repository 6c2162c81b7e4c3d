import { DeleteItemCommand, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenTarget, targets } from "../../targets.test-support.ts";
import { wireOf } from "../../wire.test-support.ts";
import { type WriteSketch, write } from "../../written-items.test-support.ts";

const key = { ProductId: { N: "77" } };

describe.each(targets)("UpdateItem on $name", ({ open, hasProxy }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
  });
  beforeEach(async () => {
    await at.bare.send(new DeleteItemCommand({ TableName: at.table("Products"), Key: key }));
  });
  afterAll(() => at.close());

  const update = (UpdateExpression: string, sketch: Partial<WriteSketch> = {}) =>
    write(at.context(), "UpdateItem", {
      item: key,
      ...sketch,
      attributes: { TableName: at.table("Products"), UpdateExpression, ...sketch.attributes },
    });
  const stored = async () =>
    (await at.bare.send(new GetItemCommand({ TableName: at.table("Products"), Key: key }))).Item;

  test("changes what is named and leaves the rest", async () => {
    await update("SET Title = :t, Price = :p", { values: { ":t": { S: "Vase" }, ":p": { N: "20.5" } } });
    await update("SET Price = :p REMOVE Title ADD Visits :one", {
      values: { ":p": { N: "19" }, ":one": { N: "1" } },
    });
    await update("ADD Visits :one", { values: { ":one": { N: "1" } } });
    expect(await stored()).toEqual({ ...key, Price: { N: "19" }, Visits: { N: "2" } });
  });

  test.each([
    ["ALL_OLD", { ProductId: ["Long", 77], Visits: ["Long", 1] }],
    ["UPDATED_OLD", { Visits: ["Long", 1] }],
    ["ALL_NEW", { ProductId: ["Long", 77], Visits: ["Long", 3] }],
    ["UPDATED_NEW", { Visits: ["Long", 3] }],
    ["NONE", undefined],
  ])("hands out %s", async (ReturnValues, expected) => {
    await update("SET Visits = :one", { values: { ":one": { N: "1" } } });
    const sketch = { attributes: { ReturnValues }, values: { ":two": { N: "2" } } };
    expect((await update("ADD Visits :two", sketch)).returned).toEqual(expected);
  });

  test("does not make an item when the condition asks for one", async () => {
    const attributes = { ConditionExpression: "attribute_exists(ProductId)" };
    const failing = update("SET Visits = :one", { attributes, values: { ":one": { N: "1" } } });
    await expect(failing).rejects.toMatchObject({ code: "aws-condition-failed" });
    expect(await stored()).toBeUndefined();
  });

  test.runIf(hasProxy)("sends what the bare SDK sends", async () => {
    const { ours, theirs } = await wireOf(
      at.proxy,
      () =>
        update("SET #s = :s", {
          attributes: { ConditionExpression: "#s <> :s", ReturnValues: "UPDATED_NEW" },
          names: { "#s": "Status" },
          values: { ":s": { S: "x" } },
        }).catch(() => undefined),
      () =>
        at.bare
          .send(
            new UpdateItemCommand({
              TableName: "Products",
              Key: key,
              UpdateExpression: "SET #s = :s",
              ConditionExpression: "#s <> :s",
              ReturnValues: "UPDATED_NEW",
              ExpressionAttributeNames: { "#s": "Status" },
              ExpressionAttributeValues: { ":s": { S: "x" } },
            }),
          )
          .catch(() => undefined),
    );
    expect(ours).toEqual(theirs);
  });
});
