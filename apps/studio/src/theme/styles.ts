// The order matters: components first, then the canvas, then what is ours.
import "@fontsource-variable/inter";
import "@fontsource/jetbrains-mono/400.css";
import "./fonts/fonts.css";
import "./component-styles.ts";
import "@mantine/notifications/styles.css";
import "@xyflow/react/dist/style.css";
import "./theme.css";
import "./components.css";
