import { Alert, Button } from "@mantine/core";
import type { Configuration } from "@rivulet/model";
import { PlugZap } from "lucide-react";
import { useState } from "react";
import { settingsMessages } from "../messages/settings-messages.ts";
import { isSaved } from "../project/is-saved.ts";
import type { ConnectionTest } from "../project/project-api.ts";
import { useSession } from "../project/use-session.tsx";

type Outcome = ConnectionTest | { readonly failure: string };

function placeOf({ endpoint, isAws }: ConnectionTest): string {
  return endpoint ?? settingsMessages.testedPlaces[isAws ? "aws" : "embedded"];
}

function success(test: ConnectionTest): readonly string[] {
  const { region, isRegionChosen } = test;
  return [
    settingsMessages.works(placeOf(test), region),
    ...(isRegionChosen || region === null ? [] : [settingsMessages.anyRegion(region)]),
  ];
}

function lines(outcome: Outcome): readonly string[] {
  if ("failure" in outcome) return [outcome.failure];
  const { isWorking, identity, error, emptyConstants } = outcome;
  return [
    ...(isWorking ? success(outcome) : [error?.message ?? settingsMessages.fails]),
    ...(identity === null ? [] : [settingsMessages.identity(identity)]),
    ...(isWorking || emptyConstants.length === 0 ? [] : [settingsMessages.emptyConstants(emptyConstants)]),
  ];
}

/** Tries a configuration as it is saved, and says what AWS said. */
export function ConnectionTestButton({ configuration: { name } }: { configuration: Configuration }) {
  const session = useSession();
  const [outcome, setOutcome] = useState<Outcome>();
  const [isTesting, setTesting] = useState(false);
  const test = async () => {
    setTesting(true);
    setOutcome(undefined);
    try {
      if (!(await isSaved(session))) throw new Error(settingsMessages.testUnsaved);
      setOutcome(await session.api.testConnection(name));
    } catch (error) {
      setOutcome({ failure: error instanceof Error ? error.message : String(error) });
    } finally {
      setTesting(false);
    }
  };
  const isGood = outcome !== undefined && !("failure" in outcome) && outcome.isWorking;
  return (
    <>
      <Button
        variant="default"
        leftSection={<PlugZap size={14} />}
        loading={isTesting}
        style={{ alignSelf: "flex-start" }}
        data-testid="test-connection"
        onClick={() => void test()}
      >
        {isTesting ? settingsMessages.testing : settingsMessages.testConnection}
      </Button>
      {outcome && (
        <Alert
          color={isGood ? "green" : "red"}
          role={isGood ? "status" : "alert"}
          data-testid="connection-result"
          styles={{ message: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } }}
        >
          {lines(outcome).join("\n")}
        </Alert>
      )}
    </>
  );
}
