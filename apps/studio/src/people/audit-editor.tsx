import "./people.css";
import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { ScrollText } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { DocumentPage } from "../controls/document-page.tsx";
import { HeadedTable } from "../controls/headed-table.tsx";
import { timeText } from "../controls/time-text.ts";
import { peopleMessages } from "../messages/people-messages.ts";
import { type AuditPage, type AuditQuery, type AuditRow, peopleApi } from "./people-api.ts";
import { ServerPanel } from "./server-panel.tsx";
import { sentenceOf } from "./tell-failure.ts";
import type { ServerRows } from "./use-server-rows.ts";

const actionChoices = Object.entries(peopleMessages.actions).map(([value, label]) => ({ value, label }));

interface AuditPages {
  readonly rows: ServerRows<AuditRow>;
  /** Where the next page begins; `undefined` at the end. */
  readonly next: string | undefined;
  readonly showOlder: () => void;
}

/** The lines of the audit log that fit, page after page. */
function useAudit(query: AuditQuery): AuditPages {
  const [rows, setRows] = useState<ServerRows<AuditRow>>({ kind: "loading" });
  const [next, setNext] = useState<string>();
  const asked = JSON.stringify(query);
  const show = useCallback((before: readonly AuditRow[], page: AuditPage) => {
    setRows({ kind: "shown", rows: [...before, ...page.entries] });
    setNext(page.next ?? undefined);
  }, []);
  const fail = useCallback((error: unknown) => setRows({ kind: "failed", message: sentenceOf(error) }), []);
  useEffect(() => {
    let isCurrent = true;
    peopleApi.audit(JSON.parse(asked) as AuditQuery).then(
      (page) => (isCurrent ? show([], page) : undefined),
      (error: unknown) => (isCurrent ? fail(error) : undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [asked, show, fail]);
  const showOlder = () => {
    if (rows.kind !== "shown" || next === undefined) return;
    const { rows: before } = rows;
    void peopleApi.audit({ ...query, before: next }).then((page) => show(before, page), fail);
  };
  return { rows, next, showOlder };
}

/** Who did it; somebody without a name either sat at this machine or did not get in. */
function whoText({ who, action }: AuditRow): string {
  if (who !== null) return who;
  return action === "sign-in-failed" ? peopleMessages.nobody : peopleMessages.somebodyHere;
}

/** A qualified name, which goes on in the next line behind its point where it is too long for one. */
function NameInParts({ name }: { readonly name: string }) {
  const [first, ...others] = name.split(".");
  if (others.length === 0) return first;
  return (
    <>
      {first}.<wbr />
      {others.join(".")}
    </>
  );
}

function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  return (
    <HeadedTable
      columns={[
        { label: peopleMessages.auditWhen },
        { label: peopleMessages.auditWho },
        { label: peopleMessages.auditAction },
        { label: peopleMessages.auditSubject },
        { label: peopleMessages.auditDetail },
      ]}
      className="rv-audit"
    >
      {rows.map((row) => (
        <tr key={row.id} data-testid={`audit-${row.action}`}>
          <td className="rv-row-note">{timeText(row.at)}</td>
          <td>{whoText(row)}</td>
          <td>{peopleMessages.actions[row.action] ?? row.action}</td>
          <td>
            <NameInParts name={row.subject} />
          </td>
          <td className="rv-row-note">{row.detail}</td>
        </tr>
      ))}
    </HeadedTable>
  );
}

/** The log of what people did. */
export function AuditEditor() {
  const [action, setAction] = useState<string | null>(null);
  const [who, setWho] = useState("");
  const [subject, setSubject] = useState("");
  const [written] = useDebouncedValue({ who, subject }, 250);
  const { rows, next, showOlder } = useAudit({
    ...(action === null ? {} : { action }),
    ...(written.who === "" ? {} : { who: written.who }),
    ...(written.subject === "" ? {} : { subject: written.subject }),
  });
  return (
    <DocumentPage icon={ScrollText} title={peopleMessages.audit} subtitle={peopleMessages.auditSubtitle}>
      <div className="rv-audit-page">
        <div className="rv-audit-filter" role="search" aria-label={peopleMessages.audit}>
          <Select
            label={peopleMessages.auditAction}
            placeholder={peopleMessages.anyAction}
            data={actionChoices}
            value={action}
            clearable
            searchable
            data-testid="field-action"
            onChange={setAction}
          />
          <TextInput
            label={peopleMessages.auditWho}
            value={who}
            maxLength={200}
            data-testid="field-who"
            onChange={(event) => setWho(event.currentTarget.value)}
          />
          <TextInput
            label={peopleMessages.auditSubject}
            value={subject}
            maxLength={200}
            data-testid="field-subject"
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
        </div>
        <ServerPanel rows={rows} whenEmpty={peopleMessages.noEntries}>
          {(entries) => <AuditTable rows={entries} />}
        </ServerPanel>
        {next !== undefined && (
          <Button variant="default" onClick={showOlder} data-testid="audit-older">
            {peopleMessages.older}
          </Button>
        )}
      </div>
    </DocumentPage>
  );
}
