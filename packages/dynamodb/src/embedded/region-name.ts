import { EmbeddedDynamoDBError } from "./embedded-dynamodb-error.ts";

/**
 * A region's name as the name of its folder. Any name in the form of AWS's is taken (a new region needs no new
 * Rivulet); text that could leave the data folder is not.
 *
 * @throws {EmbeddedDynamoDBError} `region-invalid`
 */
export function regionFolderName(region: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(region)) return region;
  throw new EmbeddedDynamoDBError(
    "region-invalid",
    `${JSON.stringify(region)} is not the name of a region. Use one like "eu-central-1".`,
  );
}
