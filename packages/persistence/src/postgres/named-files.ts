/** The parameters of `DATABASE_URL` that name files. */
const parameters = ["sslrootcert", "sslcert", "sslkey"] as const;

/** What is wrong with a file, by the code of the system. */
const faults: Readonly<Record<string, string>> = {
  ENOENT: "which is not there",
  ENOTDIR: "which is not there",
  EACCES: "which may not be read here: give whoever runs Rivulet the right to read it",
  EPERM: "which may not be read here: give whoever runs Rivulet the right to read it",
  EISDIR: "which is a folder",
};

function namedFiles(url: string): readonly (readonly [parameter: string, file: string])[] {
  if (!URL.canParse(url)) return [];
  const { searchParams } = new URL(url);
  return parameters.flatMap((parameter) => {
    const file = searchParams.get(parameter);
    return file === null || file === "" ? [] : [[parameter, file] as const];
  });
}

/**
 * What is wrong with a file of certificates or keys that `DATABASE_URL` names, in a sentence with the way out; `undefined`
 * where the failure is not about one.
 */
export function namedFileProblem(url: string, error: unknown): string | undefined {
  const files = namedFiles(url);
  if (files.length === 0 || !(error instanceof Error)) return undefined;
  const { code = "", path, syscall } = error as NodeJS.ErrnoException;
  if (code.startsWith("ERR_OSSL")) {
    const all = files.map(([parameter, file]) => `${parameter} (${file})`).join(", ");
    return `A file that DATABASE_URL names holds no key or certificate that can be used: ${all}. They have to be in PEM form, and a key without a passphrase.`;
  }
  const fault = syscall === "open" || syscall === "read" ? faults[code] : undefined;
  if (fault === undefined) return undefined;
  // Of a folder the system does not say which one it was.
  const [parameter, file] = files.find(([, named]) => named === path) ?? files[0] ?? ["sslrootcert", path];
  return `${parameter} in DATABASE_URL names the file ${file}, ${fault}. Correct it, or take ${parameter} out.`;
}
