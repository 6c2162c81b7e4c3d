/** The environment variable with the hosts that flows and configurations may name besides those of AWS and this machine. */
export const allowedEndpointsVariable = "RIVULET_ALLOWED_ENDPOINTS";

/**
 * The hosts of the services that are called, as AWS names them in all its partitions. Other hosts below its domains can
 * belong to anybody: functions, buckets, load balancers.
 */
const awsHost =
  /^(?:[a-z0-9-]+\.)?(?:streams\.)?(?:dynamodb|ddb|sts|rolesanywhere)(?:-fips)?(?:\.[a-z0-9-]+)?(?:\.vpce)?\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/;

/** Whether a name always means this machine (RFC 6761). */
export function isLoopbackName(hostname: string): boolean {
  return /^(?:.+\.)?localhost\.?$/i.test(hostname);
}

function matches(entry: string, { hostname, host }: URL): boolean {
  if (entry === "*") return true;
  const name = entry.toLowerCase();
  if (name.startsWith("*.")) return hostname.endsWith(name.slice(1)) || host.endsWith(name.slice(1));
  return name === hostname || name === host;
}

/**
 * Whether a host may be named by a flow or a configuration: that of a service of AWS, or one that the list has
 * (`host`, `host:port`, `*.domain`, with commas).
 */
export function isAllowedHost(url: URL, list: string | undefined): boolean {
  const entries = (list ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
  return awsHost.test(url.hostname) || entries.some((entry) => matches(entry, url));
}
