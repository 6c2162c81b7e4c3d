import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Whom the provider says it is. */
export interface ProviderClaims {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

/** A house of OpenID Connect that lets in at once whoever comes. */
export interface TestProvider extends AsyncDisposable {
  readonly issuer: string;
  /** Who comes next. */
  person: ProviderClaims;
  /** Makes what it says next untrue: a signature of somebody else, a nonce of another journey. */
  lie: "none" | "signature" | "nonce";
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly person: ProviderClaims;
}

const client = { id: "rivulet", secret: "between us" };

/** What a server needs to know of it. */
export function providerEnvironment({ issuer }: TestProvider): Record<string, string> {
  return {
    RIVULET_OIDC_ISSUER: issuer,
    RIVULET_OIDC_CLIENT_ID: client.id,
    RIVULET_OIDC_CLIENT_SECRET: client.secret,
    RIVULET_OIDC_NAME: "Example House",
  };
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const newKeys = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Starts a small provider with the code flow, PKCE and signed tokens. */
export async function startProvider(): Promise<TestProvider> {
  const [keys, foreign] = [newKeys(), newKeys()];
  const grants = new Map<string, Grant>();
  const house = { person: { sub: "1", email: "a@example.org", email_verified: true }, lie: "none" } as {
    person: ProviderClaims;
    lie: TestProvider["lie"];
  };
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const idToken = ({ nonce, person }: Grant) => {
    const now = Math.floor(Date.now() / 1000);
    const said = house.lie === "nonce" ? "another" : nonce;
    const claims = { ...person, iss: issuer, aud: client.id, iat: now, exp: now + 60, nonce: said };
    const content = `${base64({ alg: "RS256", kid: "1" })}.${base64(claims)}`;
    const { privateKey } = house.lie === "signature" ? foreign : keys;
    return `${content}.${createSign("RSA-SHA256").update(content).sign(privateKey, "base64url")}`;
  };
  const redeem = async (request: IncomingMessage): Promise<object | undefined> => {
    const form = new URLSearchParams(await text(request));
    const grant = grants.get(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isKnown = form.get("client_id") === client.id && form.get("client_secret") === client.secret;
    if (!grant || !isKnown || challenge !== grant.challenge) return undefined;
    return { access_token: randomUUID(), token_type: "Bearer", expires_in: 60, id_token: idToken(grant) };
  };
  const documents: Readonly<Record<string, object>> = {
    "/.well-known/openid-configuration": {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    },
    "/keys": { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] },
  };

  server.on("request", (request, response) => {
    void (async () => {
      const url = new URL(request.url ?? "", issuer);
      const asked = url.searchParams;
      if (url.pathname === "/authorize") {
        const code = randomUUID();
        const challenge = asked.get("code_challenge") ?? "";
        grants.set(code, { challenge, nonce: asked.get("nonce") ?? "", person: house.person });
        const back = new URL(asked.get("redirect_uri") ?? "");
        back.search = String(new URLSearchParams({ code, state: asked.get("state") ?? "" }));
        response.writeHead(302, { location: back.href }).end();
        return;
      }
      const answer = url.pathname === "/token" ? await redeem(request) : documents[url.pathname];
      response.writeHead(answer ? 200 : 400, { "content-type": "application/json" });
      response.end(JSON.stringify(answer ?? { error: "invalid_grant" }));
    })();
  });
  return Object.assign(house, {
    issuer,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  });
}
