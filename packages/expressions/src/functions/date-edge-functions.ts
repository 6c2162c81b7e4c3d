import { beginningOf, endingOf } from "../dates/calendar-edges.ts";
import type { ZoneChoice } from "../dates/wall-time.ts";
import type { FunctionRow } from "./function-row.ts";
import { parameter, signature } from "./signature.ts";

const date = parameter("dateTime", "date");

const edges = [
  { unit: "day", begin: "2024-02-29T00:00:00.000Z", end: "2024-02-29T23:59:59.999Z" },
  { unit: "week", begin: "2024-02-25T00:00:00.000Z", end: "2024-03-02T23:59:59.999Z" },
  { unit: "month", begin: "2024-02-01T00:00:00.000Z", end: "2024-02-29T23:59:59.999Z" },
  { unit: "year", begin: "2024-01-01T00:00:00.000Z", end: "2024-12-31T23:59:59.999Z" },
] as const;

const trims = [
  { unit: "second", hasUtc: false, result: "2024-02-29T13:14:15.000Z" },
  { unit: "minute", hasUtc: false, result: "2024-02-29T13:14:00.000Z" },
  { unit: "hour", hasUtc: true, result: "2024-02-29T13:00:00.000Z" },
  { unit: "day", hasUtc: true, result: "2024-02-29T00:00:00.000Z" },
  { unit: "month", hasUtc: true, result: "2024-02-01T00:00:00.000Z" },
  { unit: "year", hasUtc: true, result: "2024-01-01T00:00:00.000Z" },
] as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const example = "dateTime(2024, 2, 29, 13, 14, 15)";

function edgeRows({ unit, begin, end }: (typeof edges)[number]): FunctionRow[] {
  const stretch = { unit, zone: "local" } as const;
  const week = unit === "week" ? " The week starts on the first weekday of the user." : "";
  const beginName = `beginOf${capital(unit)}`;
  const endName = `endOf${capital(unit)}`;
  return [
    {
      name: beginName,
      family: "date",
      summary: `The first moment of the ${unit} that the date is in.${week}`,
      signatures: [
        signature([date], "dateTime", (environment, instant) => beginningOf(instant, stretch, environment)),
      ],
      examples: [{ expression: `${beginName}(${example})`, result: begin }],
    },
    {
      name: endName,
      family: "date",
      summary: `The last millisecond of the ${unit} that the date is in.${week}`,
      signatures: [
        signature([date], "dateTime", (environment, instant) => endingOf(instant, stretch, environment)),
      ],
      examples: [{ expression: `${endName}(${example})`, result: end }],
    },
  ];
}

function trimRows({ unit, hasUtc, result }: (typeof trims)[number]): FunctionRow[] {
  const zones: readonly ZoneChoice[] = hasUtc ? ["local", "utc"] : ["local"];
  return zones.map((zone) => {
    const name = `trimTo${capital(unit)}s${zone === "utc" ? "UTC" : ""}`;
    return {
      name,
      family: "date",
      summary: `The date cut down to whole ${unit}s${zone === "utc" ? " in UTC" : ""}.`,
      signatures: [
        signature([date], "dateTime", (environment, instant) =>
          beginningOf(instant, { unit, zone }, environment),
        ),
      ],
      examples: [{ expression: `${name}(${example})`, result }],
    };
  });
}

/** Functions that find the edges of days, weeks, months and years. */
export const dateEdgeFunctions: readonly FunctionRow[] = [
  ...edges.flatMap(edgeRows),
  ...trims.flatMap(trimRows),
];
