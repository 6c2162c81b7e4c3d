/** The editor is half as large as the rest of the studio: it comes when the first expression is shown, or before. */
export const loadCodeEditor = async () => ({ default: (await import("./code-editor.tsx")).CodeEditor });
