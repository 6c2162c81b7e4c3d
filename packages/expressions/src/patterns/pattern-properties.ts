/** Java's ASCII classes; RE2 has them under their POSIX names. */
const asciiClasses = new Set(
  "Lower Upper ASCII Alpha Digit Alnum Punct Graph Print Blank Cntrl XDigit Space".split(" "),
);

/** Names that Java gives to general categories. */
const categoryNames: Readonly<Record<string, string>> = {
  IsAlphabetic: "L",
  IsLetter: "L",
  IsLowercase: "Ll",
  IsUppercase: "Lu",
  IsPunctuation: "P",
  IsDigit: "Nd",
  javaLowerCase: "Ll",
  javaUpperCase: "Lu",
  javaLetter: "L",
  javaDigit: "Nd",
};

const category = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfosn]?)$/;
const script = /^[A-Z][a-z]+(?:_[A-Z][a-z]+)*$/;

/**
 * What RE2 calls the property of `\p{name}`, or of `\P{name}` where it is negated, inside the brackets of a class;
 * `undefined` when there is none.
 */
export function propertyClass(name: string, isNegated: boolean): string | undefined {
  if (asciiClasses.has(name)) return `[:${isNegated ? "^" : ""}${name.toLowerCase()}:]`;
  const known = Object.hasOwn(categoryNames, name) ? categoryNames[name] : undefined;
  const plain = known ?? name.replace(/^(?:gc=|general_category=|sc=|script=|Is)/, "");
  if (!category.test(plain) && !script.test(plain)) return undefined;
  return `\\${isNegated ? "P" : "p"}{${plain}}`;
}
