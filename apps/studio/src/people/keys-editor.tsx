import "./people.css";
import { Badge, Button } from "@mantine/core";
import { KeyRound, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { DocumentPage, PageSection } from "../controls/document-page.tsx";
import { HeadedTable } from "../controls/headed-table.tsx";
import { RowAction } from "../controls/row-actions.tsx";
import { timeText } from "../controls/time-text.ts";
import { peopleMessages } from "../messages/people-messages.ts";
import { KeyDialog } from "./key-dialog.tsx";
import { lastTime } from "./last-time.ts";
import { type KeyRow as Key, peopleApi } from "./people-api.ts";
import { quietBadge } from "./person-row.tsx";
import { ServerPanel } from "./server-panel.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { tellFailure } from "./tell-failure.ts";
import { useServerRows } from "./use-server-rows.ts";
import { useWhoIsThere } from "./who-is-there.ts";

/** When a key ends, or that it has ended. */
function endText(expiresAt: string): string {
  return Date.parse(expiresAt) < Date.now() ? peopleMessages.expired : timeText(expiresAt);
}

function KeyRow({ apiKey, onRemoved }: { readonly apiKey: Key; readonly onRemoved: () => void }) {
  const { id, name, owner, ownerName, scopes, expiresAt, usedAt } = apiKey;
  const me = useWhoIsThere(({ who }) => who?.person?.id);
  return (
    <tr data-testid={`key-${name}`}>
      <td>
        <div className="rv-row-text">
          <span>{name}</span>
          {owner !== me && <span className="rv-row-note">{peopleMessages.keyOf(ownerName)}</span>}
        </div>
      </td>
      <td>
        <div className="rv-scope-badges">
          {scopes.map((scope) => (
            <Badge {...quietBadge} key={scope}>
              {peopleMessages.scopes[scope].label}
            </Badge>
          ))}
        </div>
      </td>
      <td>
        <div className="rv-row-text rv-row-note">{endText(expiresAt)}</div>
      </td>
      <td>
        <div className="rv-row-text rv-row-note">{lastTime(usedAt)}</div>
      </td>
      <td>
        <div className="rv-row-actions">
          <RowAction
            icon={Trash2}
            label={peopleMessages.removeKey(name)}
            onClick={() => void peopleApi.removeKey(id).then(onRemoved, tellFailure)}
          />
        </div>
      </td>
    </tr>
  );
}

function KeysSection() {
  const [rows, reload] = useServerRows(peopleApi.keys);
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly token: string }>();
  return (
    <PageSection
      title={peopleMessages.keysTitle}
      description={peopleMessages.keysHint}
      action={
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => setIsMaking(true)}
          data-testid="new-key"
        >
          {peopleMessages.newKey}
        </Button>
      }
    >
      <ServerPanel rows={rows} whenEmpty={peopleMessages.noKeys}>
        {(keys) => (
          <HeadedTable
            columns={[
              { label: peopleMessages.name },
              { label: peopleMessages.scopesColumn },
              { label: peopleMessages.expires },
              { label: peopleMessages.lastUsed },
              { label: peopleMessages.actionsColumn, isHidden: true },
            ]}
          >
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRemoved={reload} />
            ))}
          </HeadedTable>
        )}
      </ServerPanel>
      {isMaking && (
        <KeyDialog
          onClose={() => setIsMaking(false)}
          onMade={(key) => {
            setIsMaking(false);
            setMade(key);
            reload();
          }}
        />
      )}
      {made && (
        <ShownOnce
          title={peopleMessages.keyTitle(made.name)}
          text={peopleMessages.keyText}
          secret={made.token}
          testId="key-token"
          onClose={() => setMade(undefined)}
        />
      )}
    </PageSection>
  );
}

/** Keys with which programs act for a person. */
export function KeysEditor() {
  const mode = useWhoIsThere(({ who }) => who?.mode);
  return (
    <DocumentPage icon={KeyRound} title={peopleMessages.keys} subtitle={peopleMessages.keysSubtitle}>
      {mode === "accounts" ? (
        <KeysSection />
      ) : (
        <div className="rv-panel rv-panel-empty">{peopleMessages.keysAreLocal}</div>
      )}
    </DocumentPage>
  );
}
