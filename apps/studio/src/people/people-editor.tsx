import "./people.css";
import { Button, Code } from "@mantine/core";
import { Plus, UsersRound } from "lucide-react";
import { useState } from "react";
import { DocumentPage, PageSection } from "../controls/document-page.tsx";
import { HeadedTable } from "../controls/headed-table.tsx";
import { peopleMessages } from "../messages/people-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { peopleApi } from "./people-api.ts";
import { PersonDialog } from "./person-dialog.tsx";
import { PersonRow } from "./person-row.tsx";
import { ServerPanel } from "./server-panel.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { useServerRows } from "./use-server-rows.ts";
import { useWhoIsThere } from "./who-is-there.ts";

function NoAccounts() {
  return (
    <div className="rv-panel rv-panel-empty rv-no-accounts">
      <h2>{peopleMessages.localTitle}</h2>
      <p>{peopleMessages.localText}</p>
      <Code block>{peopleMessages.localCommand}</Code>
    </div>
  );
}

function PeopleSection() {
  const { settings } = useIndex();
  const me = useWhoIsThere(({ who }) => who?.person?.id);
  const [rows, reload] = useServerRows(peopleApi.people);
  const [isAdding, setIsAdding] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly link: string }>();
  const userRoles = settings?.security.userRoles.map(({ name }) => name) ?? [];
  return (
    <PageSection
      title={peopleMessages.accounts}
      description={peopleMessages.peopleHint}
      action={
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => setIsAdding(true)}
          data-testid="add-person"
        >
          {peopleMessages.addPerson}
        </Button>
      }
    >
      <ServerPanel rows={rows} whenEmpty={peopleMessages.localTitle}>
        {(people) => (
          <HeadedTable
            columns={[
              { label: peopleMessages.name },
              { label: peopleMessages.right },
              { label: peopleMessages.userRoles },
              { label: peopleMessages.lastSeen },
              { label: peopleMessages.actionsColumn, isHidden: true },
            ]}
            className="rv-people"
          >
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isMe={person.id === me}
                userRoles={userRoles}
                onChanged={reload}
                onLink={setMade}
              />
            ))}
          </HeadedTable>
        )}
      </ServerPanel>
      {isAdding && (
        <PersonDialog
          userRoles={userRoles}
          onClose={() => setIsAdding(false)}
          onAdded={(added) => {
            setIsAdding(false);
            setMade(added);
            reload();
          }}
        />
      )}
      {made && (
        <ShownOnce
          title={peopleMessages.linkTitle(made.name)}
          text={peopleMessages.linkText}
          secret={made.link}
          testId="one-time-link"
          onClose={() => setMade(undefined)}
        />
      )}
    </PageSection>
  );
}

/** The people of the server. */
export function PeopleEditor() {
  const mode = useWhoIsThere(({ who }) => who?.mode);
  return (
    <DocumentPage icon={UsersRound} title={peopleMessages.people} subtitle={peopleMessages.peopleSubtitle}>
      {mode === "accounts" ? <PeopleSection /> : <NoAccounts />}
    </DocumentPage>
  );
}
