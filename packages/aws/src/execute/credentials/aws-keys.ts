/** The keys that a call is signed with. */
export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What the embedded DynamoDB gets, whatever keys a run has: it takes any, and real ones never go to it. */
export const embeddedKeys: AwsKeys = { accessKeyId: "embedded", secretAccessKey: "embedded" };
