import "./settings.css";
import { Button } from "@mantine/core";
import type { Configuration } from "@rivulet/model";
import { Cloud, Database, Plus, Settings } from "lucide-react";
import { useState } from "react";
import { DocumentationField, DocumentPage, PageSection } from "../controls/document-page.tsx";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { settingsMessages } from "../messages/settings-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import { useActiveConfiguration } from "../project/use-session.tsx";
import { ConfigurationForm } from "./configuration-form.tsx";
import { addConfiguration, documentProject, renameProject } from "./edit-settings.ts";

function ConfigurationTabs({
  configurations,
  shown,
  onShow,
}: {
  configurations: readonly Configuration[];
  shown: string | undefined;
  onShow: (name: string) => void;
}) {
  const active = useActiveConfiguration();
  return (
    <div className="rv-configuration-list" role="tablist" aria-orientation="vertical">
      {configurations.map(({ name, kind }) => {
        const Icon = kind === "aws" ? Cloud : Database;
        return (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === shown}
            data-testid={`configuration-${name}`}
            onClick={() => onShow(name)}
          >
            <Icon size={15} aria-hidden="true" />
            <span>{name}</span>
            {name === active && <span className="rv-active-dot" title={settingsMessages.active} />}
          </button>
        );
      })}
    </div>
  );
}

function Configurations({ configurations }: { configurations: readonly Configuration[] }) {
  const { store } = useProject();
  const active = useActiveConfiguration();
  const [chosen, setChosen] = useState<string>();
  const shown = configurations.find(({ name }) => name === (chosen ?? active)) ?? configurations[0];
  return (
    <PageSection
      title={settingsMessages.configurations}
      description={settingsMessages.configurationsHint}
      action={
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => setChosen(addConfiguration(store))}
        >
          {settingsMessages.add}
        </Button>
      }
    >
      <div className="rv-panel rv-configurations">
        <ConfigurationTabs configurations={configurations} shown={shown?.name} onShow={setChosen} />
        {shown && (
          <div role="tabpanel" aria-label={shown.name}>
            <ConfigurationForm
              key={shown.name}
              configuration={shown}
              configurations={configurations}
              onShow={setChosen}
            />
          </div>
        )}
      </div>
    </PageSection>
  );
}

/** Settings of the project: its name, its configurations and what it is built on. */
export function SettingsEditor() {
  const { store } = useProject();
  const settings = useRecord("project", "project");
  if (!settings) return null;
  return (
    <DocumentPage
      icon={Settings}
      title={settingsMessages.title}
      subtitle={settingsMessages.subtitle(settings.name)}
    >
      <Configurations configurations={settings.configurations} />
      <PageSection title={settingsMessages.general}>
        <DraftTextInput
          label={settingsMessages.projectName}
          value={settings.name}
          data-testid="field-projectName"
          faultOf={(text) => (text.trim() === "" ? settingsMessages.projectNameNeeded : undefined)}
          onCommit={(name) => renameProject(store, name)}
        />
        <DocumentationField
          value={settings.documentation}
          onChange={(documentation) => documentProject(store, documentation)}
        />
      </PageSection>
      <PageSection title={settingsMessages.connectors} description={settingsMessages.connectorsHint}>
        <div className="rv-panel">
          <table className="rv-rows">
            <tbody>
              {settings.connectors.map(({ module, version }) => (
                <tr key={module}>
                  <td>
                    <span className="rv-row-text">{module}</span>
                  </td>
                  <td>
                    <span className="rv-row-text rv-row-note">
                      {settingsMessages.version} {version}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </PageSection>
    </DocumentPage>
  );
}
