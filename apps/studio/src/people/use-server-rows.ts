import { useCallback, useEffect, useState } from "react";
import { sentenceOf } from "./tell-failure.ts";

/** What a screen shows of the server: nothing yet, rows, or why there are none. */
export type ServerRows<Row> =
  | { readonly kind: "loading" }
  | { readonly kind: "shown"; readonly rows: readonly Row[] }
  | { readonly kind: "failed"; readonly message: string };

/** Rows that the server has, and how to ask for them again. `load` has to be the same function each time. */
export function useServerRows<Row>(
  load: () => Promise<readonly Row[]>,
): readonly [rows: ServerRows<Row>, reload: () => void] {
  const [rows, setRows] = useState<ServerRows<Row>>({ kind: "loading" });
  const reload = useCallback(() => {
    load().then(
      (found) => setRows({ kind: "shown", rows: found }),
      (error: unknown) => setRows({ kind: "failed", message: sentenceOf(error) }),
    );
  }, [load]);
  useEffect(() => reload(), [reload]);
  return [rows, reload];
}
