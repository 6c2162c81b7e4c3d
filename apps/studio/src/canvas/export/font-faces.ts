import jetBrainsAddress from "@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2?url";
import interAddress from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";

async function base64(address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

async function fontFace(family: string, address: string): Promise<string> {
  const source = `url(data:font/woff2;base64,${await base64(address)}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-weight:100 900;src:${source}}`;
}

/** The studio's fonts as CSS that holds them: a picture looks the same where they are not installed. */
export async function embeddedFonts(): Promise<string> {
  const faces = await Promise.all([
    fontFace("Inter Variable", interAddress),
    fontFace("JetBrains Mono", jetBrainsAddress),
  ]);
  return faces.join("");
}
