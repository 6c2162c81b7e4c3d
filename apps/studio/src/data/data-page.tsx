import "./data.css";
import { ActionIcon, Button, Select, Tooltip } from "@mantine/core";
import type { Configuration } from "@rivulet/model";
import { Database, Plus, RotateCw } from "lucide-react";
import { useEffect, useState } from "react";
import { PageTitle } from "../controls/page-title.tsx";
import { dataMessages } from "../messages/data-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { useProject } from "../project/use-project.tsx";
import { useActiveConfiguration } from "../project/use-session.tsx";
import { tablesOfProject } from "../tables/tables-of-project.ts";
import { workspace } from "../workspace/workspace.ts";
import { CreateTableDialog } from "./create-table-dialog.tsx";
import { openPlace, refresh } from "./data-controller.ts";
import { useDataStore } from "./data-store.ts";
import { EmptyData } from "./empty-data.tsx";
import { NoTables, TableList } from "./table-list.tsx";
import { TableView } from "./table-view.tsx";

const regionKey = (name: string) => name.replaceAll("-", "_");

/** The region that is shown at first: that of the configuration, else the first that the microflows name. */
function firstRegion(project: StudioProject, configuration: Configuration | undefined): string | null {
  if (configuration?.region) return regionKey(configuration.region);
  return tablesOfProject(project).regions[0] ?? null;
}

/** Shows the tables of the active configuration, also when another one becomes active. */
function useActivePlace(): void {
  const configuration = useActiveConfiguration();
  const project = useProject();
  useEffect(() => {
    // A region that somebody chose stays while the configuration does.
    if (useDataStore.getState().place?.configuration === configuration) return;
    const found = project.index.settings?.configurations.find(({ name }) => name === configuration);
    const region = firstRegion(project, found);
    openPlace(
      configuration === undefined ? undefined : { configuration, region },
      found?.kind === "embedded",
    );
  }, [configuration, project]);
}

function RegionSelect() {
  const place = useDataStore((state) => state.place);
  const { index } = useProject();
  const regions = index.enumeration("AWSAuthentication.ENUM_Region")?.values ?? [];
  if (!place || regions.length === 0) return null;
  return (
    <Select
      aria-label={dataMessages.region}
      placeholder={dataMessages.region}
      w={168}
      searchable
      allowDeselect={false}
      data={regions.map(({ name }) => ({ value: name, label: name.replaceAll("_", "-") }))}
      value={place.region}
      data-testid="data-region"
      onChange={(region) => region !== null && openPlace({ ...place, region }, true)}
    />
  );
}

function Tables({ onCreate }: { readonly onCreate: () => void }) {
  const tables = useDataStore((state) => state.tables);
  if (tables.kind !== "known" || tables.answer.names.length === 0) return <NoTables onCreate={onCreate} />;
  return (
    <div className="rv-data-body">
      <TableList {...tables.answer} />
      <TableView />
    </div>
  );
}

/** The tables behind the active configuration, and their items. */
export function DataPage() {
  useActivePlace();
  const place = useDataStore((state) => state.place);
  const [isCreating, setIsCreating] = useState(false);
  if (!place) {
    return (
      <EmptyData icon={Database} title={dataMessages.noConfiguration} text={dataMessages.noConfigurationText}>
        <Button variant="default" onClick={() => workspace.getState().open({ kind: "settings" })}>
          {dataMessages.openSettings}
        </Button>
      </EmptyData>
    );
  }
  const region = place.region?.replaceAll("_", "-") ?? "";
  return (
    <div className="rv-data" data-testid="data-page">
      <header className="rv-data-head">
        <PageTitle title={dataMessages.title} subtitle={dataMessages.subtitle(place.configuration, region)} />
        <RegionSelect />
        <Tooltip label={dataMessages.refresh}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={dataMessages.refresh}
            data-testid="data-refresh"
            onClick={() => void refresh()}
          >
            <RotateCw size={14} />
          </ActionIcon>
        </Tooltip>
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          data-testid="create-table"
          onClick={() => setIsCreating(true)}
        >
          {dataMessages.createTable}
        </Button>
      </header>
      <Tables onCreate={() => setIsCreating(true)} />
      {isCreating && <CreateTableDialog place={place} onClose={() => setIsCreating(false)} />}
    </div>
  );
}
