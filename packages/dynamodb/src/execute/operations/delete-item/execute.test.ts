import { DeleteItemCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenTarget, targets } from "../../targets.test-support.ts";
import { wireOf } from "../../wire.test-support.ts";
import { type WriteSketch, write } from "../../written-items.test-support.ts";

const key = { CustomerId: { S: "C-7" }, OrderDate: { S: "2026-11-22" } };

describe.each(targets)("DeleteItem on $name", ({ open, hasProxy }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
  });
  beforeEach(async () => {
    const Item = { ...key, Status: { S: "Open" } };
    await at.bare.send(new PutItemCommand({ TableName: at.table("Orders"), Item }));
  });
  afterAll(() => at.close());

  const remove = (sketch: Partial<WriteSketch> = {}) =>
    write(at.context(), "DeleteItem", {
      item: key,
      ...sketch,
      attributes: { TableName: at.table("Orders"), ...sketch.attributes },
    });
  const stored = async () =>
    (await at.bare.send(new GetItemCommand({ TableName: at.table("Orders"), Key: key }))).Item;

  test("deletes by partition and sort key; once more is no error", async () => {
    await remove();
    expect(await stored()).toBeUndefined();
    await remove();
  });

  test("hands out what was deleted", async () => {
    const { returned } = await remove({ attributes: { ReturnValues: "ALL_OLD" } });
    expect(returned).toMatchObject({ Status: ["String", "Open"] });
  });

  test("under a condition that compares with a value", async () => {
    const standIns = { names: { "#status": "Status" }, values: { ":wanted": { S: "Closed" } } };
    const attributes = { ConditionExpression: "#status = :wanted" };
    await expect(remove({ attributes, ...standIns })).rejects.toMatchObject({ code: "aws-condition-failed" });
    expect(await stored()).toMatchObject({ Status: { S: "Open" } });
    await remove({ attributes, ...standIns, values: { ":wanted": { S: "Open" } } });
    expect(await stored()).toBeUndefined();
  });

  test("a reserved word in a condition is told with what to do", async () => {
    await expect(
      remove({ attributes: { ConditionExpression: "attribute_exists(Status)" } }),
    ).rejects.toMatchObject({
      code: "aws-validation",
      message: expect.stringMatching(/reserved keyword: status.*Write a stand-in such as #name/i),
    });
  });

  test("a key without its sort part is told with what to do", async () => {
    await expect(remove({ item: { CustomerId: { S: "C-7" } } })).rejects.toMatchObject({
      code: "aws-validation",
      message: expect.stringContaining("Give exactly the key of the table"),
    });
  });

  test.runIf(hasProxy)("sends what the bare SDK sends", async () => {
    const plain = await wireOf(
      at.proxy,
      () => remove({ attributes: { ConditionExpression: "  " } }),
      () => at.bare.send(new DeleteItemCommand({ TableName: "Orders", Key: key })),
    );
    expect(plain.ours).toEqual(plain.theirs);
    const all = await wireOf(
      at.proxy,
      () =>
        remove({
          attributes: {
            ConditionExpression: "attribute_not_exists(#s)",
            ReturnValues: "ALL_OLD",
            ReturnConsumedCapacity: "TOTAL",
          },
          names: { "#s": "Status" },
        }),
      () =>
        at.bare.send(
          new DeleteItemCommand({
            TableName: "Orders",
            Key: key,
            ConditionExpression: "attribute_not_exists(#s)",
            ExpressionAttributeNames: { "#s": "Status" },
            ReturnValues: "ALL_OLD",
            ReturnConsumedCapacity: "TOTAL",
          }),
        ),
    );
    expect(all.ours).toEqual(all.theirs);
  });
});
