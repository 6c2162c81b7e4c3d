import { FlowError, type RunSettings } from "@rivulet/runtime";
import { textIn } from "../blank.ts";

const regionPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The region's name of a key of ENUM_Region. @example regionOfKey("eu_central_1") // "eu-central-1" */
function regionOfKey(key: string): string {
  return key.replaceAll("_", "-");
}

/**
 * The region of a call: the activity's own, else that of the settings. Never one that nobody chose.
 *
 * @throws {FlowError} `missing-region`, `invalid-region`
 */
export function regionOfCall(own: string | null, settings: RunSettings): string {
  const key = textIn(own);
  const region = key === undefined ? textIn(settings.region) : regionOfKey(key);
  if (region === undefined) {
    const { configuration } = settings;
    throw new FlowError({
      code: "missing-region",
      message: `No region is given: the activity's Region is empty, and configuration ${configuration} has none. Choose a value of AWSAuthentication.ENUM_Region, or set the region of the configuration, --region or AWS_REGION.`,
      details: { configuration },
    });
  }
  if (!regionPattern.test(region)) {
    throw new FlowError({
      code: "invalid-region",
      message: `${JSON.stringify(region)} is not the name of a region. Use one like eu-central-1.`,
      details: { region },
    });
  }
  return region;
}
