import { describe, expect, test } from "vitest";
import { bindAddress } from "./bind-address.ts";
import { serverMode } from "./server-mode.ts";

type Environment = Readonly<Record<string, string>>;
const mode = (environment: Environment) => serverMode({ accounts: undefined, environment });
const bind = (environment: Environment) =>
  bindAddress({ host: undefined, port: undefined, environment, mode: mode(environment) });
const publicBind = { HOST: "0.0.0.0", RIVULET_ACCOUNTS: "on" };

describe("the mode of a server", () => {
  test("has accounts when it is told so", () => {
    expect(mode({}).hasAccounts).toBe(false);
    expect(mode({ RIVULET_ACCOUNTS: "off" }).hasAccounts).toBe(false);
    expect(mode({ RIVULET_ACCOUNTS: "on" }).hasAccounts).toBe(true);
    expect(serverMode({ accounts: true, environment: { RIVULET_ACCOUNTS: "off" } }).hasAccounts).toBe(true);
    expect(() => mode({ RIVULET_ACCOUNTS: "yes" })).toThrow("write on, or off");
  });

  test.each([
    "rivulet.example.org",
    "ftp://a.example",
    "https://a.example/path",
    "https://a.example?x",
    "https://u:p@a.example",
  ])("takes no address like %s", (url) => expect(() => mode({ RIVULET_URL: url })).toThrow("without a path"));
});

describe("an address that other machines reach", () => {
  test("needs accounts, and the address that people use", () => {
    expect(() => bind({ HOST: "0.0.0.0" })).toThrow("--accounts");
    expect(() => bind(publicBind)).toThrow("RIVULET_URL");
    expect(() => bind({ HOST: "0.0.0.0", RIVULET_URL: "https://a.example" })).toThrow("--accounts");
  });

  test("is answered for by that name, and by those of this machine", () => {
    const { host, hostNames } = bind({ ...publicBind, RIVULET_URL: "https://rivulet.example.org" });
    expect([host, hostNames]).toEqual([
      "0.0.0.0",
      ["localhost", "127.0.0.1", "[::1]", "rivulet.example.org"],
    ]);
    expect(bind({ RIVULET_URL: "https://rivulet.example.org" }).hostNames).not.toContain(
      "rivulet.example.org",
    );
  });
});
