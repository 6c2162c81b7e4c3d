import type { ConnectionCredentials } from "@rivulet/model";
import type { QualifiedName, Value } from "@rivulet/values";

/**
 * Where AWS calls go. `embedded` asks for the address of the region's embedded DynamoDB and uses dummy keys;
 * an explicit address switches embedded off (interfaces.md, "Where a setting comes from").
 */
export type EndpointSetting =
  | { readonly kind: "aws" }
  | {
      readonly kind: "explicit";
      readonly url: string;
      /** Who named it: whoever runs this, by an option or the environment, or the project; the first when left out. */
      readonly givenBy?: "operator" | "project";
    }
  | { readonly kind: "embedded"; readonly endpointFor: (region: string) => Promise<string> };

/** The surroundings of a run, already resolved by precedence. */
export interface RunSettings {
  /** Name of the active configuration, named at every run. */
  readonly configuration: string;
  readonly endpoint: EndpointSetting;
  /**
   * Used where an activity's own Region is empty at run time, and read nowhere else; without it the run fails with
   * `missing-region`.
   */
  readonly region: string | undefined;
  /** Where the keys come from when there are no static ones; left out where the configuration says nothing. */
  readonly credentials?: ConnectionCredentials | undefined;
  /** The value of a constant, `null` when it is empty. */
  readonly constant: (name: QualifiedName) => Value;
  /** Variables of the environment that the AWS SDK itself knows (`AWS_ACCESS_KEY_ID` ...), `RIVULET_CLIENT_CERTIFICATE...` and `RIVULET_ALLOWED_ENDPOINTS`. */
  readonly awsEnvironment: Readonly<Record<string, string | undefined>>;
}
