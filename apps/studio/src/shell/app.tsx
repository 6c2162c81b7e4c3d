import { MantineProvider } from "@mantine/core";
import { useEffect } from "react";
import { styleNonce } from "../theme/style-nonce.ts";
import { theme } from "../theme/theme.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { fetchShown } from "./fetch-shown.ts";
import { Notices } from "./notices.tsx";
import { SessionGate } from "./session-gate.tsx";
import { Shell } from "./shell.tsx";

/** The studio: themes and notices round the shell. */
export function App() {
  useEffect(fetchShown, []);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      // It knows all variables of the theme, so that nobody has to fetch those of the library as a file.
      deduplicateCssVariables={false}
    >
      <Notices />
      <ErrorBoundary>
        <SessionGate>
          <Shell />
        </SessionGate>
      </ErrorBoundary>
    </MantineProvider>
  );
}
