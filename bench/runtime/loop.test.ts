import { type EntityObject, type ObjectList, readAttribute } from "@rivulet/values";
import { expect, test } from "vitest";
import { handWrittenThousand } from "./hand-written.ts";
import { loopOfThousand } from "./loop.ts";

test("the microflow makes the same lines as the loop written by hand, also after the other flows ran", async () => {
  const run = await loopOfThousand(null);
  const { items } = (await run()) as ObjectList;
  const line = (object: EntityObject) => ({
    Amount: readAttribute(object, "Amount"),
    Label: readAttribute(object, "Label"),
  });
  expect(items.map(line)).toEqual(handWrittenThousand()());
});
