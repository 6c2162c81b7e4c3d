import { useContext } from "react";
import { liveDataMessages } from "../../messages/live-data-messages.ts";
import { LiveRowsContext } from "./use-live-data.ts";

/** What a data widget shows with real data, under how it is designed. */
export function LiveRows({ widget }: { widget: string }) {
  const shown = useContext(LiveRowsContext).get(widget);
  if (!shown) return null;
  if ("failure" in shown)
    return (
      <p className="rv-live-failure" role="alert">
        {shown.failure}
      </p>
    );
  const { rows, total } = shown;
  return (
    <div className="rv-live-rows" data-testid="live-rows">
      <ol>
        {rows.map(({ key, cells }) => (
          <li key={key}>{cells.join(" · ")}</li>
        ))}
      </ol>
      <p>{total === 0 ? liveDataMessages.none : liveDataMessages.rows(rows.length, total)}</p>
    </div>
  );
}
