import type { LogLevel, RunStatus } from "./run-view.ts";

/** From where in the application a microflow was run: a widget of an open page, or the page alone for an item of the menu. */
export type RunPlace = {
  /** Qualified name of the page. */
  readonly page: string;
  /** Name of the widget. */
  readonly widget?: string;
  /** Id of the widget, which stands in the page or in a snippet of it. */
  readonly widgetId?: string;
};

/** Whether the application runs, and whether somebody has used it since it was started. */
export type ApplicationState = { readonly isRunning: boolean; readonly isUsed: boolean };

/** Something that the running application did. */
export type ConsoleEvent =
  | { readonly kind: "started" | "stopped" }
  /** Somebody began to use it, as some user roles; `who` where people sign in. */
  | { readonly kind: "sessionBegun"; readonly userRoles: readonly string[]; readonly who?: string }
  | { readonly kind: "pageOpened"; readonly page: string }
  /** A microflow has ended that a page had called. */
  | {
      readonly kind: "microflowEnded";
      readonly microflow: string;
      readonly runId: string;
      readonly status: Exclude<RunStatus, "running">;
      /** Milliseconds. */
      readonly duration: number;
      readonly failure?: string;
      readonly place: RunPlace;
    }
  /** What was typed does not hold: the messages at the inputs. */
  | { readonly kind: "validation"; readonly page: string; readonly messages: readonly string[] }
  /** A line that such a microflow wrote to its log. */
  | {
      readonly kind: "logged";
      readonly microflow: string;
      readonly runId: string;
      readonly level: LogLevel;
      readonly node: string;
      readonly message: string;
    };

/** A line of the console of the application. */
export type ConsoleLine = ConsoleEvent & {
  /** Rises from line to line. */
  readonly number: number;
  /** ISO-8601 in UTC. */
  readonly at: string;
};
