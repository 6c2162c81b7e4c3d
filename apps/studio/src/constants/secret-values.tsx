import { PageSection } from "../controls/document-page.tsx";
import { constantMessages } from "../messages/constant-messages.ts";
import { useRecord } from "../project/use-project.tsx";
import { SecretsProblem, SecretValue } from "../settings/secret-value.tsx";
import { useConstantSources } from "../settings/use-constant-sources.ts";
import { ConfigurationTable } from "./configuration-table.tsx";

/** The values of a secret constant on this machine: one for all configurations, and those of single ones. */
export function SecretValues({ constant }: { readonly constant: string }) {
  const sources = useConstantSources();
  const configurations = useRecord("project", "project")?.configurations ?? [];
  const places = [null, ...configurations.map(({ name }) => name)];
  return (
    <PageSection title={constantMessages.onThisMachine} description={constantMessages.onThisMachineHint}>
      <SecretsProblem sources={sources} />
      <ConfigurationTable
        rows={places.map((configuration) => {
          const label = configuration ?? constantMessages.everyConfiguration;
          const testId = configuration ?? "all";
          const place = { constant, configuration };
          return {
            key: configuration ?? "",
            label,
            testId: `secret-of-${testId}`,
            value: (
              <SecretValue
                place={place}
                sources={sources}
                label={label}
                testId={testId}
                namesVariable={false}
              />
            ),
          };
        })}
      />
    </PageSection>
  );
}
