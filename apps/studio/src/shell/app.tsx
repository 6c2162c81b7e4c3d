import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { styleNonce } from "../theme/style-nonce.ts";
import { theme } from "../theme/theme.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { SessionGate } from "./session-gate.tsx";
import { Shell } from "./shell.tsx";

/** The studio: themes and notices round the shell. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Notifications position="bottom-right" />
      <ErrorBoundary>
        <SessionGate>
          <Shell />
        </SessionGate>
      </ErrorBoundary>
    </MantineProvider>
  );
}
