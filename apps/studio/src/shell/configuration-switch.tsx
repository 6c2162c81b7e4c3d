import { Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Check, ChevronDown, Cloud, Database, Settings } from "lucide-react";
import { shellMessages } from "../messages/shell-messages.ts";
import { useRecord } from "../project/use-project.tsx";
import { useActiveConfiguration, useSession } from "../project/use-session.tsx";
import { workspace } from "../workspace/workspace.ts";

/** Which configuration runs use: the embedded DynamoDB, or an account of AWS. */
export function ConfigurationSwitch() {
  const { configuration } = useSession();
  const active = useActiveConfiguration();
  const configurations = useRecord("project", "project")?.configurations ?? [];
  const present = configurations.find(({ name }) => name === active);
  const Icon = present?.kind === "aws" ? Cloud : Database;
  const choose = (name: string) => {
    configuration.choose(name).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      notifications.show({ color: "red", title: shellMessages.configurationFailed, message });
    });
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button
          type="button"
          className="rv-configuration"
          aria-label={
            active === undefined ? shellMessages.noConfiguration : shellMessages.configuration(active)
          }
          data-testid="configuration"
        >
          <Icon size={14} aria-hidden="true" />
          {active ?? shellMessages.noConfiguration}
          <ChevronDown size={13} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shellMessages.configurationTitle}</Menu.Label>
        {configurations.map(({ name, kind }) => (
          <Menu.Item
            key={name}
            leftSection={kind === "aws" ? <Cloud size={14} /> : <Database size={14} />}
            rightSection={name === active && <Check size={14} />}
            aria-current={name === active}
            onClick={() => choose(name)}
          >
            {name}
            <span className="rv-menu-detail">
              {kind === "aws" ? shellMessages.awsKind : shellMessages.embeddedKind}
            </span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Settings size={14} />}
          onClick={() => workspace.getState().open({ kind: "settings" })}
        >
          {shellMessages.editConfigurations}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
