import type { OwnedKey, PostgresAccounts, PostgresApiKeys } from "@rivulet/persistence";
import { expect, test } from "vitest";
import { Identity } from "./identity.ts";
import { PrivateCookie, sessionDuration } from "./private-cookie.ts";

const owned = {
  key: { id: "k", name: "nightly", account: "ada", scopes: ["run-microflows"] },
  owner: { id: "ada", name: "Ada", authoring: "none", userRoles: [] },
} as unknown as OwnedKey;

/** A store of keys that answers when it is told to, and counts. */
function slowKeys() {
  const answers: PromiseWithResolvers<OwnedKey | undefined>[] = [];
  const use = () => {
    const answer = Promise.withResolvers<OwnedKey | undefined>();
    answers.push(answer);
    return answer.promise;
  };
  return { answers, keys: { use } as unknown as PostgresApiKeys };
}

function identityWith(keys: PostgresApiKeys) {
  const cookie = new PrivateCookie({ name: "session", isSecure: false, duration: sessionDuration });
  const identity = new Identity({ accounts: {} as PostgresAccounts, keys, cookie });
  const head = { method: "GET", target: "/", isPage: false, takesBody: false };
  return {
    identity,
    ask: () => identity.callerOf({ ...head, headers: { authorization: ["Bearer token"] } }),
  };
}

test("of many calls with a key that come together, one asks the database", async () => {
  const { answers, keys } = slowKeys();
  const { ask } = identityWith(keys);
  const calls = [ask(), ask(), ask()];
  expect(answers).toHaveLength(1);
  answers[0]?.resolve(owned);
  for (const call of calls) expect(await call).toMatchObject({ kind: "key", name: "nightly" });
  await ask();
  expect(answers).toHaveLength(1);
});

test("what was asked before a change is not believed after it", async () => {
  const { answers, keys } = slowKeys();
  const { identity, ask } = identityWith(keys);
  const before = ask();
  identity.forget();
  const after = ask();
  answers[0]?.resolve(owned);
  answers[1]?.resolve(undefined);
  expect(await before).toMatchObject({ kind: "key" });
  await expect(after).rejects.toMatchObject({ code: "sign-in-needed" });
});

test("a question that failed is asked again", async () => {
  const { answers, keys } = slowKeys();
  const { ask } = identityWith(keys);
  const failing = ask();
  answers[0]?.reject(new Error("The database does not answer."));
  await expect(failing).rejects.toThrow("does not answer");
  const again = ask();
  answers[1]?.resolve(owned);
  expect(await again).toMatchObject({ kind: "key" });
});
