import { createTheme, type MantineColorsTuple } from "@mantine/core";
import { takeMarkedOption } from "../controls/take-marked-option.ts";
import { controlMessages } from "../messages/control-messages.ts";

const accent: MantineColorsTuple = [
  "#eef3ff",
  "#dbe5fd",
  "#b4c8f8",
  "#8aa8f4",
  "#678df0",
  "#4f7bee",
  "#3f70ec",
  "#2f5bea",
  "#2350cf",
  "#1745b8",
];

/** Dark enough for white text on it, and as text on white. */
const red: MantineColorsTuple = [
  "#fff0f0",
  "#ffe1e1",
  "#ffc7c7",
  "#ffa5a5",
  "#ff8787",
  "#ee5c5c",
  "#c92a2a",
  "#c92a2a",
  "#b12525",
  "#971f1f",
];

/** One accent, one neutral scale, 13 px body: the components' side of look.md. The canvas takes theme.css. */
export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 7 },
  colors: {
    accent,
    red,
    dark: [
      "#e6e7ea",
      "#c3c6cc",
      "#9ba0a9",
      "#6d737d",
      "#3a3f47",
      "#2b2f36",
      "#22252b",
      "#1b1e23",
      "#16181c",
      "#101215",
    ],
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono', ui-monospace, monospace",
  fontSizes: { xs: "11px", sm: "12px", md: "13px", lg: "15px", xl: "18px" },
  lineHeights: { xs: "1.35", sm: "1.4", md: "1.45", lg: "1.45", xl: "1.35" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px", xl: "16px" },
  defaultRadius: "sm",
  headings: { fontWeight: "600" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] } },
    Button: { defaultProps: { size: "xs" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    TextInput: { defaultProps: { size: "xs" } },
    Textarea: { defaultProps: { size: "xs" } },
    // A list that opens by itself would cover the fields below it; what is typed is there to be taken by Enter.
    Select: {
      defaultProps: {
        size: "xs",
        checkIconPosition: "right",
        openOnFocus: false,
        selectFirstOptionOnChange: true,
        wrapperProps: { onKeyDown: takeMarkedOption },
        // Taking what is taken already keeps it; what may be empty is `clearable`.
        allowDeselect: false,
      },
    },
    Autocomplete: { defaultProps: { size: "xs" } },
    MultiSelect: { defaultProps: { size: "xs", openOnFocus: false } },
    NumberInput: { defaultProps: { size: "xs" } },
    PasswordInput: { defaultProps: { size: "xs" } },
    Switch: { defaultProps: { size: "xs" } },
    Checkbox: { defaultProps: { size: "xs" } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: "lg",
        overlayProps: { backgroundOpacity: 0.32 },
        transitionProps: { duration: 140 },
        closeButtonProps: { "aria-label": controlMessages.close },
        // The page itself never scrolls; the lock would need a style element.
        lockScroll: false,
      },
    },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": controlMessages.close } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, fz: "xs" } },
    Menu: {
      // The placeholder that would take the focus first is a child that a menu must not have.
      defaultProps: { shadow: "md", position: "bottom-start", withInitialFocusPlaceholder: false },
    },
    // A landmark in index.html, so that a screen reader finds what lies above the page.
    Portal: { defaultProps: { target: "#overlays" } },
  },
});
