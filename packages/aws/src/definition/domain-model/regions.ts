import { enumeration, type ModulePart } from "@rivulet/model";

const places = [
  ["us_east_1", "(N. Virginia)"],
  ["us_east_2", "(Ohio)"],
  ["us_west_1", "(N. California)"],
  ["us_west_2", "(Oregon)"],
  ["af_south_1", "(Cape Town)"],
  ["ap_east_1", "(Hong Kong)"],
  ["ap_northeast_1", "(Tokyo)"],
  ["ap_northeast_2", "(Seoul)"],
  ["ap_northeast_3", "(Osaka)"],
  ["ap_south_1", "(Mumbai)"],
  ["ap_south_2", "(Hyderabad)"],
  ["ap_southeast_1", "(Singapore)"],
  ["ap_southeast_2", "(Sydney)"],
  ["ap_southeast_3", "(Jakarta)"],
  ["ap_southeast_4", "(Melbourne)"],
  ["ca_central_1", "(Canada Central)"],
  ["ca_west_1", "(Calgary)"],
  ["eu_central_1", "(Frankfurt)"],
  ["eu_central_2", "(Zurich)"],
  ["eu_north_1", "(Stockholm)"],
  ["eu_south_1", "(Milan)"],
  ["eu_south_2", "(Spain)"],
  ["eu_west_1", "(Ireland)"],
  ["eu_west_2", "(London)"],
  ["eu_west_3", "(Paris)"],
  ["il_central_1", "(Tel Aviv)"],
  ["me_central_1", "(UAE)"],
  ["me_south_1", "(Bahrain)"],
  ["mx_central_1", "(Mexico Central)"],
  ["sa_east_1", "(São Paulo)"],
  ["us_gov_east_1", "GovCloud (US-East)"],
  ["us_gov_west_1", "GovCloud (US-West)"],
] as const;

/** The regions. A key is the region's name with underscores for hyphens. */
export const regions: ModulePart = {
  enumerations: [
    enumeration(
      "ENUM_Region",
      "The AWS regions: where the data of a call is.",
      places.map(([key, place]) => {
        const caption = `${key.replaceAll("_", "-")} ${place}`;
        return [key, caption, `The AWS region ${caption}.`] as const;
      }),
    ),
  ],
};
