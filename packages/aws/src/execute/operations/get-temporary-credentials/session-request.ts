import { type ExecutionContext, FlowError, type JsonObject } from "@rivulet/runtime";
import { textIn } from "../../blank.ts";
import { serviceEndpoint } from "../../call/service-endpoint.ts";
import { certificateFile } from "../../certificates/certificate-file.ts";
import type { SessionRequest } from "../../roles-anywhere/create-session.ts";
import type { SessionBody } from "../../roles-anywhere/sign-session-request.ts";

const required = ["ClientCertificateID", "ProfileARN", "RoleARN", "TrustAnchorARN"] as const;
const module = "AWSAuthentication";

function missingConstants(empty: readonly string[], configuration: string): FlowError {
  const constants = empty.map((name) => `${module}.${name}`);
  return new FlowError({
    code: "missing-constants",
    message: `Configuration ${configuration} cannot get temporary credentials: ${constants.join(", ")} ${empty.length === 1 ? "is" : "are"} empty. Set ${empty.length === 1 ? "it" : "them"} in the configuration.`,
    details: { configuration, empty: constants },
  });
}

/**
 * What to ask for, from the constants of the configuration; all that are empty are named at once.
 *
 * @throws {FlowError} `missing-constants`, `client-certificate`, `invalid-endpoint`
 */
export function sessionRequest(region: string, { settings, secrets }: ExecutionContext): SessionRequest {
  const read = (name: string) => textIn(settings.constant(`${module}.${name}`));
  const empty = required.filter((name) => read(name) === undefined);
  if (empty.length > 0) throw missingConstants(empty, settings.configuration);
  const [id = "", profileArn = "", roleArn = "", trustAnchorArn = ""] = required.map(read);
  const duration = Number(settings.constant(`${module}.Duration`) ?? 0);
  const sessionName = read("SessionName");
  const body: SessionBody & JsonObject = {
    profileArn,
    roleArn,
    trustAnchorArn,
    ...(sessionName === undefined ? {} : { sessionName }),
    ...(duration > 0 ? { durationSeconds: duration } : {}),
  };
  const certificate = secrets.keep({ ...certificateFile(id, settings) });
  return { region, endpoint: serviceEndpoint("ROLESANYWHERE", settings), certificate, body };
}
