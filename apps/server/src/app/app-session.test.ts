import { expect, test } from "vitest";
import { AppSession } from "./app-session.ts";

const newSession = () =>
  new AppSession({ id: "s", owner: undefined, chosen: undefined, timeZone: "UTC", onOpened: () => {} });

test("what is being done is not done a second time, until it is over", async () => {
  const session = newSession();
  const gate = Promise.withResolvers<string>();
  const first = session.once("pay", () => gate.promise);
  await expect(session.once("pay", async () => "again")).rejects.toMatchObject({ code: "action-under-way" });
  expect(await session.once("other", async () => "something else")).toBe("something else");
  gate.resolve("paid");
  expect(await first).toBe("paid");
  expect(await session.once("pay", async () => "later")).toBe("later");
});
