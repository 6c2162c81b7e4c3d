import { ActionIcon, CopyButton, SegmentedControl, Tooltip } from "@mantine/core";
import type { RunView } from "@rivulet/runtime/wire";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { runMessages } from "../messages/run-messages.ts";
import { ValueView } from "./value-view.tsx";

const forms = [
  { value: "table", label: runMessages.asTable },
  { value: "json", label: runMessages.asJson },
];

/** What a completed run returned: as a table to read, as JSON to take along. */
export function ResultView({ run }: { run: RunView }) {
  const [form, setForm] = useState("table");
  const { result = null } = run;
  if (run.isResultForgotten) return <p className="rv-value-note">{runMessages.forgotten}</p>;
  if (result === null) return <p className="rv-value-note">{runMessages.noResult}</p>;
  const isCut = run.cut?.includes("result") ?? false;
  const json = JSON.stringify(result, undefined, 2);
  return (
    <section className="rv-result" aria-label={runMessages.tabResult} data-testid="run-result">
      <div className="rv-result-tools">
        <SegmentedControl
          size="xs"
          data={forms}
          value={form}
          onChange={setForm}
          aria-label={runMessages.views}
        />
        {Array.isArray(result) && (
          <span className="rv-quiet">{runMessages.objects((result as readonly unknown[]).length)}</span>
        )}
        <CopyButton value={json}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? runMessages.copied : runMessages.copy}>
              <ActionIcon size={28} aria-label={runMessages.copy} onClick={copy}>
                {copied ? <Check size={14} /> : <Copy size={14} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
      {isCut && <p className="rv-value-note">{runMessages.cutResult}</p>}
      {form === "table" ? (
        <ValueView value={result} label={runMessages.tabResult} />
      ) : (
        // It scrolls, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className="rv-value-json" tabIndex={0}>
          {json}
        </pre>
      )}
    </section>
  );
}
