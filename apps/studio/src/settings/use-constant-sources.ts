import { useCallback, useEffect, useState } from "react";
import type { MachineSource } from "../project/project-api.ts";
import { useSession } from "../project/use-session.tsx";

/** Which constants have a value on this machine that wins over the project's, and how to ask again. */
export interface ConstantSources {
  /** By qualified name; never the value itself. */
  readonly values: Readonly<Record<string, MachineSource>>;
  readonly reload: () => void;
}

const none: ConstantSources["values"] = {};

/** Asks the server which constants have a value of this machine: in its environment, or among its secrets. */
export function useConstantSources(): ConstantSources {
  const { api } = useSession();
  const [values, setValues] = useState(none);
  const reload = useCallback(() => {
    // Without an answer the screen says what the project itself knows.
    void api.loadConstantSources().then(setValues, () => setValues(none));
  }, [api]);
  useEffect(() => reload(), [reload]);
  return { values, reload };
}
