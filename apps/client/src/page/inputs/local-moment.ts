import type { DatePickerView } from "@rivulet/pages/view";

type Shown = DatePickerView["shows"];

/** The controls of the browser for the parts of a moment. */
export const momentControls = { date: "date", time: "time", dateTime: "datetime-local" } as const;

const two = (number: number): string => String(number).padStart(2, "0");

function datePart(moment: Date): string {
  return `${String(moment.getFullYear()).padStart(4, "0")}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function timePart(moment: Date): string {
  const seconds = moment.getSeconds();
  return `${two(moment.getHours())}:${two(moment.getMinutes())}${seconds === 0 ? "" : `:${two(seconds)}`}`;
}

/**
 * A moment as the controls of the browser write it, in the time zone of whoever looks.
 *
 * @example localText("2026-01-31T12:00:00.000Z", "date") // "2026-01-31"
 */
export function localText(moment: string, shows: Shown): string {
  const date = new Date(moment);
  if (moment === "" || Number.isNaN(date.getTime())) return moment;
  if (shows === "date") return datePart(date);
  return shows === "time" ? timePart(date) : `${datePart(date)}T${timePart(date)}`;
}

/** The moment that a control of the browser writes; the parts that it does not show stay as they are in `before`. */
export function momentOf(text: string, shows: Shown, before: string): string {
  if (text === "") return "";
  const present = new Date(before);
  const isKnown = before !== "" && !Number.isNaN(present.getTime());
  const day = datePart(isKnown ? present : new Date());
  // Without a zone the browser reads a date and time in its own.
  const local = { date: `${text}T00:00`, time: `${day}T${text}`, dateTime: text }[shows];
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString();
}

/** A moment as people read it. */
export function momentText(moment: string, shows: Shown): string {
  const date = new Date(moment);
  if (moment === "" || Number.isNaN(date.getTime())) return moment;
  const options = {
    date: { dateStyle: "medium" },
    time: { timeStyle: "short" },
    dateTime: { dateStyle: "medium", timeStyle: "short" },
  } as const;
  return new Intl.DateTimeFormat(undefined, options[shows]).format(date);
}
