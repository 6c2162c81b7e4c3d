import { PageSection } from "../controls/document-page.tsx";
import { constantMessages } from "../messages/constant-messages.ts";
import { useRecord } from "../project/use-project.tsx";
import { SecretsProblem, SecretValue } from "../settings/secret-value.tsx";
import { useConstantSources } from "../settings/use-constant-sources.ts";

/** The values of a secret constant on this machine: one for all configurations, and those of single ones. */
export function SecretValues({ constant }: { readonly constant: string }) {
  const sources = useConstantSources();
  const configurations = useRecord("project", "project")?.configurations ?? [];
  const places = [null, ...configurations.map(({ name }) => name)];
  return (
    <PageSection title={constantMessages.onThisMachine} description={constantMessages.onThisMachineHint}>
      <SecretsProblem sources={sources} />
      <div className="rv-panel">
        <table className="rv-rows">
          <thead>
            <tr>
              <th scope="col">{constantMessages.configuration}</th>
              <th scope="col">{constantMessages.value}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((configuration) => {
              const label = configuration ?? constantMessages.everyConfiguration;
              return (
                <tr key={configuration ?? ""} data-testid={`secret-of-${configuration ?? "all"}`}>
                  <td>
                    <span className="rv-row-text">{label}</span>
                  </td>
                  <td>
                    <SecretValue
                      place={{ constant, configuration }}
                      sources={sources}
                      label={label}
                      testId={configuration ?? "all"}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </PageSection>
  );
}
