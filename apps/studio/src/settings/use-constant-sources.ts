import { useCallback, useEffect, useState } from "react";
import type { MachineConstants } from "../project/project-api.ts";
import { useSession } from "../project/use-session.tsx";

/** Which constants have a value on this machine that wins over the project's, and how to ask again. */
export interface ConstantSources extends MachineConstants {
  readonly reload: () => void;
}

const none: MachineConstants = { sources: {}, secrets: [], problem: null };

/** Asks the server which constants have a value of this machine: in its environment, or among its secrets. */
export function useConstantSources(): ConstantSources {
  const { api } = useSession();
  const [constants, setConstants] = useState(none);
  const reload = useCallback(() => {
    // Without an answer the screen says what the project itself knows.
    void api.loadMachineConstants().then(setConstants, () => setConstants(none));
  }, [api]);
  useEffect(() => reload(), [reload]);
  return { ...constants, reload };
}
