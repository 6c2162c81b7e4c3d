import { AppError } from "./app-api.ts";

/** Why something could not be done; a page that is out of date has to be loaded again. */
export interface ActionFailure {
  readonly message: string;
  readonly isOutdated: boolean;
}

export function actionFailure(error: unknown): ActionFailure {
  const message = error instanceof Error ? error.message : String(error);
  const isOutdated =
    error instanceof AppError && ["page-outdated", "unknown-session", "app-stopped"].includes(error.code);
  return { message, isOutdated };
}
