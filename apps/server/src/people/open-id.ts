import { randomBytes } from "node:crypto";
import type { PostgresAccounts, StoredAccount } from "@rivulet/persistence";
import type { Configuration } from "openid-client";
import { HttpProblem } from "../http/http-problem.ts";
import type { AuditLog } from "./audit-log.ts";
import { plainEmail } from "./sign-in.ts";

/** Another house with whose accounts people sign in here as well. */
export interface OpenIdSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: "Sign in with Example". */
  readonly name: string;
}

/** What signing in with OpenID Connect needs of the rest. */
export interface OpenIdParts {
  readonly settings: OpenIdSettings;
  readonly accounts: PostgresAccounts;
  readonly audit: AuditLog;
  /** What people's browsers call this server. */
  readonly baseUrl: () => string;
  /** Is told in a sentence why a journey failed: whoever signs in can do nothing about it, and is told no reason. */
  readonly warn: (line: string) => void;
}

/** Somebody who is on the way to the other house and back. */
interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The path to which the person wanted to go. */
  readonly next: string;
  readonly until: number;
}

/** Where the other house sends people back to. */
export const openIdReturnPath = "/sign-in/open-id/return";

const longestJourney = 10 * 60_000;
const mostJourneys = 1_000;

/**
 * Signing in with OpenID Connect: the code flow with PKCE, state, nonce and a verified signature, all of them by
 * openid-client. Only people who have an account here come in; they are known by a verified address the first time, and
 * by issuer and subject from then on.
 */
export class OpenIdSignIn {
  readonly #parts: OpenIdParts;
  readonly #journeys = new Map<string, Journey>();
  #configuration: Promise<Configuration> | undefined;

  constructor(parts: OpenIdParts) {
    this.#parts = parts;
  }

  get name(): string {
    return this.#parts.settings.name;
  }

  /** Begins a journey: where the browser goes, and the ticket with which it comes back. */
  async begin(next: string): Promise<{ readonly address: URL; readonly ticket: string }> {
    const client = await import("openid-client");
    const configuration = await this.#discovered();
    const verifier = client.randomPKCECodeVerifier();
    const journey = { state: client.randomState(), nonce: client.randomNonce(), verifier, next };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.#parts.baseUrl()}${openIdReturnPath}`,
      scope: "openid email profile",
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state: journey.state,
      nonce: journey.nonce,
    });
    const ticket = randomBytes(24).toString("base64url");
    this.#keep(ticket, { ...journey, until: Date.now() + longestJourney });
    return { address, ticket };
  }

  /**
   * Ends a journey, whose ticket is good for one return.
   *
   * @param target the address of the return, with its query
   * @throws {HttpProblem} `open-id-failed`, `open-id-unknown`
   */
  async end(
    target: string,
    ticket: string,
  ): Promise<{ readonly account: StoredAccount; readonly next: string }> {
    const journey = this.#journeys.get(ticket);
    this.#journeys.delete(ticket);
    if (!journey || journey.until < Date.now()) throw failed();
    const client = await import("openid-client");
    const configuration = await this.#discovered();
    const tokens = await client
      .authorizationCodeGrant(configuration, new URL(target, this.#parts.baseUrl()), {
        pkceCodeVerifier: journey.verifier,
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        throw this.#failed(error);
      });
    const claims = tokens.claims();
    if (!claims) throw failed();
    const { iss, sub, email, email_verified: isVerified } = claims;
    const address = typeof email === "string" && isVerified === true ? plainEmail(email) : undefined;
    return { account: await this.#accountOf(`${iss} ${sub}`, address), next: journey.next };
  }

  async #accountOf(openId: string, email: string | undefined): Promise<StoredAccount> {
    const { accounts, audit } = this.#parts;
    const known = await accounts.find({ open_id: openId });
    const byEmail = known || email === undefined ? undefined : await accounts.find({ email });
    const account = known ?? (byEmail?.openId === null ? byEmail : undefined);
    if (!account || account.isDisabled) {
      const who = { kind: "anonymous" } as const;
      await audit.record({ who, action: "sign-in-failed", subject: email ?? openId, detail: this.name });
      throw new HttpProblem("open-id-unknown", "Nobody with this account may use this server.");
    }
    if (!known) await accounts.change(account.id, { openId });
    return { ...account, openId };
  }

  /** Asks the other house once; again after a failure. */
  #discovered(): Promise<Configuration> {
    this.#configuration ??= discover(this.#parts.settings).catch((error: unknown) => {
      this.#configuration = undefined;
      throw this.#failed(error);
    });
    return this.#configuration;
  }

  #failed(error: unknown): HttpProblem {
    this.#parts.warn(
      `Signing in with ${this.name} (${this.#parts.settings.issuer.origin}) failed: ${reasonOf(error)}`,
    );
    return failed(error);
  }

  #keep(ticket: string, journey: Journey): void {
    this.#journeys.set(ticket, journey);
    const [oldest] = this.#journeys.keys();
    if (this.#journeys.size > mostJourneys && oldest !== undefined) this.#journeys.delete(oldest);
  }
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

async function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<Configuration> {
  const client = await import("openid-client");
  // Without https only on this machine itself, to try it.
  const isPlain = issuer.protocol === "http:" && loopback.has(issuer.hostname);
  const execute = [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])];
  return await client.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: 10 });
}

/** An error and what is behind it; the texts of openid-client hold no token and no secret. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = "error_description" in error ? [String(error.error_description)] : [];
  const behind = error.cause instanceof Error ? [reasonOf(error.cause)] : [];
  return [error.message, ...said, ...behind].join(": ");
}

function failed(cause?: unknown): HttpProblem {
  const problem = new HttpProblem("open-id-failed", "Signing in elsewhere did not work. Try it again.");
  problem.cause = cause;
  return problem;
}
