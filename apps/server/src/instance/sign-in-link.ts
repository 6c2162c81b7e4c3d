import { localFolder, ProjectFolder, projectIdentity } from "@rivulet/model/folder";
import { openDatabase, PostgresAccounts, PostgresAudit, type StoredAccount } from "@rivulet/persistence";
import { AuditInDatabase } from "../people/audit-log.ts";
import { OneTimeLinks } from "../people/one-time-links.ts";
import { assertProject } from "./project-root.ts";
import { ServerError } from "./server-error.ts";
import { readServers } from "./server-file.ts";
import { serverMode } from "./server-mode.ts";

/** For whom a link is wanted, and where. */
export interface WantedLink {
  /** The project folder. */
  readonly folder: string;
  /** `postgres://...`, where the people of the project are. */
  readonly database: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Name or address of a person; left out, the only administrator. */
  readonly person: string | undefined;
}

/** A link that was made. */
export interface MadeLink {
  readonly link: string;
  /** The name of the person. */
  readonly name: string;
}

/**
 * Makes a one-time link for somebody who cannot sign in, for whoever is at the machine of the server and may read its
 * database: the way back for an administrator who has nobody to ask. It is written into the audit log.
 *
 * @throws {ServerError} `unknown-person`, `wrong-setting`, `not-a-project`
 * @throws {DatabaseError} when the database cannot be used
 */
export async function makeSignInLink({
  folder,
  database,
  environment,
  person,
}: WantedLink): Promise<MadeLink> {
  const root = assertProject(folder);
  const baseUrl = await addressOf(root, environment);
  await using opened = await openDatabase(database);
  const project = projectIdentity(new ProjectFolder(root));
  const accounts = new PostgresAccounts(opened.tables, project);
  const audit = new AuditInDatabase(new PostgresAudit(opened.tables, project));
  const account = chosen(await accounts.list(), person);
  const links = new OneTimeLinks({ accounts, audit, baseUrl: () => baseUrl, changed: () => {} });
  const link = await links.forAccount(account, { kind: "local" }, "by the command rivulet people link");
  return { link, name: account.name };
}

/** What people write into their browsers: `RIVULET_URL`, else where a server of the project listens. */
async function addressOf(root: string, environment: WantedLink["environment"]): Promise<string> {
  const { publicUrl } = serverMode({ accounts: true, environment });
  if (publicUrl) return publicUrl.origin;
  const [running] = await readServers(localFolder(root));
  return running?.address ?? `http://127.0.0.1:${environment["PORT"] || "8080"}`;
}

function chosen(accounts: readonly StoredAccount[], person: string | undefined): StoredAccount {
  const wanted = person?.trim().toLowerCase();
  const found = accounts.filter(({ name, email, authoring, isDisabled }) =>
    wanted === undefined
      ? authoring === "administrator" && !isDisabled
      : name.toLowerCase() === wanted || email === wanted,
  );
  const [account] = found;
  if (!account || found.length > 1) throw new ServerError("unknown-person", whyNobody(accounts, person));
  if (account.isDisabled)
    throw new ServerError(
      "unknown-person",
      `${account.name} is disabled, so a link would not help. An administrator enables people in the studio.`,
    );
  return account;
}

function whyNobody(accounts: readonly StoredAccount[], person: string | undefined): string {
  if (accounts.length === 0)
    return "Nobody has an account here yet: rivulet start --accounts prints the link for the first one.";
  const names = accounts.map(({ name, email }) => `${name} (${email})`).join(", ");
  return person === undefined
    ? `There is more than one administrator, or none. Name the person. There are: ${names}.`
    : `Nobody here is called ${person}. There are: ${names}.`;
}
