import type { Random } from "./random.test-support.ts";

/** The types that generated expressions have. */
export type GeneratedType =
  | "integer"
  | "decimal"
  | "string"
  | "boolean"
  | "dateTime"
  | "enumeration"
  | "object";

/** A text and how tightly its outermost operator binds. */
interface Piece {
  readonly text: string;
  readonly power: number;
}

const atom = 9;
const unaryPower = 6;
const powers = { or: 1, and: 2, compare: 3, add: 4, multiply: 5 } as const;

type Maker = (generator: Generator, depth: number) => Piece;

/** Generates valid expressions of the scope in fuzz-scope.test-support.ts: well typed, oddly spaced, oddly bracketed. */
class Generator {
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** White space between two pieces; none where none is needed, often. */
  gap(): string {
    return this.random.pick(["", "", " ", " ", "  ", "\n", "\r\n\t"]);
  }

  make(type: GeneratedType, depth: number): Piece {
    const makers = depth <= 0 ? leaves[type] : this.random.oneIn(3) ? leaves[type] : branches[type];
    const piece = this.random.pick(makers)(this, depth - 1);
    return this.random.oneIn(12) ? { text: `(${this.gap()}${piece.text}${this.gap()})`, power: atom } : piece;
  }

  /** An operand that binds at least so tightly, with parentheses where it does not by itself. */
  operand(type: GeneratedType, depth: number, power: number): string {
    const piece = this.make(type, depth);
    return piece.power >= power ? piece.text : `(${piece.text})`;
  }

  binary(
    operator: string,
    power: number,
    types: readonly [GeneratedType, GeneratedType],
    depth: number,
  ): Piece {
    // Comparisons do not follow each other.
    const left = this.operand(types[0], depth, power === powers.compare ? power + 1 : power);
    const right = this.operand(types[1], depth, power + 1);
    const isWord = /[a-z]/.test(operator);
    const space = isWord ? " " : this.gap();
    return { text: `${left}${space}${operator}${isWord ? " " : this.gap()}${right}`, power };
  }

  call(name: string, types: readonly GeneratedType[], depth: number): Piece {
    const list = types.map((type) => `${this.gap()}${this.make(type, depth).text}${this.gap()}`);
    return { text: `${name}(${list.join(",")})`, power: atom };
  }

  conditional(type: GeneratedType, depth: number): Piece {
    const condition = this.make("boolean", depth).text;
    const [whenTrue, whenFalse] = [this.make(type, depth).text, this.make(type, depth).text];
    return { text: `if ${condition} then ${whenTrue} else ${whenFalse}`, power: 0 };
  }
}

function leaf(...texts: string[]): Maker[] {
  return texts.map((text) => () => ({ text, power: atom }));
}

function wholeNumber(random: Random): string {
  return random.pick([
    "0",
    "1",
    "2",
    "3",
    "7",
    "10",
    "255",
    "4096",
    "9007199254740991",
    "4611686018427387904",
  ]);
}

function decimalNumber(random: Random): string {
  return random.pick([
    "0.0",
    ".5",
    "1.",
    "2.5",
    "0.1",
    "1.21",
    "99.995",
    "12345678901234567890.0123456789",
    "0.00001",
  ]);
}

function textLiteral(random: Random): string {
  return random.pick(["''", "'a'", "'it''s'", "' b '", "'Abc abc'", "'12'", "'é😀'"]);
}

const leaves: Readonly<Record<GeneratedType, readonly Maker[]>> = {
  integer: [
    ({ random }) => ({ text: wholeNumber(random), power: atom }),
    ...leaf("$i", "$j", "$big", "$o/Number", "$p/Number"),
  ],
  decimal: [
    ({ random }) => ({ text: decimalNumber(random), power: atom }),
    ...leaf("$d", "$e", "$o/Total", "$p/Total"),
  ],
  string: [
    ({ random }) => ({ text: textLiteral(random), power: atom }),
    ...leaf(
      "$s",
      "$t",
      "$o/Note",
      "$o/Shop.Order_Customer/Name",
      "$o/Shop.Order_Customer/Shop.Customer/Name",
    ),
  ],
  boolean: leaf("true", "false", "$b", "$c", "$o/IsPaid"),
  dateTime: leaf("$day", "$other", "[%CurrentDateTime%]", "dateTimeUTC(2024, 2, 29)"),
  enumeration: leaf("$status", "Shop.Status.Open", "Shop.Status.Closed"),
  object: leaf("$o", "$p"),
};

const arithmetic = [
  { operator: "+", power: powers.add },
  { operator: "-", power: powers.add },
  { operator: "*", power: powers.multiply },
  { operator: "mod", power: powers.multiply },
] as const;

const comparable = ["integer", "decimal", "dateTime"] as const;
const equatable = ["integer", "decimal", "string", "boolean", "dateTime", "enumeration"] as const;

function number({ random }: Generator): "integer" | "decimal" {
  return random.pick(["integer", "decimal"] as const);
}

const conditional =
  (type: GeneratedType): Maker =>
  (generator, depth) =>
    generator.conditional(type, depth);

const negation =
  (type: "integer" | "decimal"): Maker =>
  (generator, depth) => ({
    text: `-${generator.operand(type, depth, unaryPower)}`,
    power: unaryPower,
  });

const branches: Readonly<Record<GeneratedType, readonly Maker[]>> = {
  integer: [
    (generator, depth) => {
      const { operator, power } = generator.random.pick(arithmetic);
      return generator.binary(operator, power, ["integer", "integer"], depth);
    },
    negation("integer"),
    conditional("integer"),
    (generator, depth) => generator.call("length", ["string"], depth),
    (generator, depth) => generator.call("find", ["string", "string"], depth),
    (generator, depth) =>
      generator.call(generator.random.pick(["round", "floor", "ceil"]), [number(generator)], depth),
    (generator, depth) =>
      generator.call(generator.random.pick(["max", "min"]), ["integer", "integer", "integer"], depth),
    (generator, depth) => generator.call("abs", ["integer"], depth),
    (generator, depth) => generator.call("parseInteger", ["string", "integer"], depth),
  ],
  decimal: [
    (generator, depth) => {
      const { operator, power } = generator.random.pick(arithmetic);
      return generator.binary(operator, power, generator.random.pick(mixed), depth);
    },
    (generator, depth) => {
      const operator = generator.random.pick([":", "div"]);
      return generator.binary(operator, powers.multiply, [number(generator), number(generator)], depth);
    },
    negation("decimal"),
    conditional("decimal"),
    (generator, depth) => generator.call("abs", ["decimal"], depth),
    (generator, depth) =>
      generator.call(generator.random.pick(["max", "min"]), ["decimal", number(generator)], depth),
    (generator, depth) => {
      const piece = generator.make("decimal", depth);
      return { text: `round(${piece.text}, ${generator.random.below(4)})`, power: atom };
    },
  ],
  string: [
    (generator, depth) => generator.binary("+", powers.add, generator.random.pick(joined), depth),
    conditional("string"),
    (generator, depth) =>
      generator.call(generator.random.pick(["trim", "toUpperCase", "toLowerCase"]), ["string"], depth),
    (generator, depth) => generator.call("substring", ["string", "integer"], depth),
    (generator, depth) =>
      generator.call(
        "toString",
        [generator.random.pick(["integer", "decimal", "boolean", "enumeration"] as const)],
        depth,
      ),
    (generator, depth) => generator.call("getKey", ["enumeration"], depth),
  ],
  boolean: [
    (generator, depth) => generator.binary("and", powers.and, ["boolean", "boolean"], depth),
    (generator, depth) => generator.binary("or", powers.or, ["boolean", "boolean"], depth),
    (generator, depth) => generator.call("not", ["boolean"], depth),
    conditional("boolean"),
    (generator, depth) => {
      const type = generator.random.pick(comparable);
      const operator = generator.random.pick(["<", "<=", ">", ">="]);
      return generator.binary(operator, powers.compare, comparedTypes(type, generator), depth);
    },
    (generator, depth) => {
      const type = generator.random.pick(equatable);
      return generator.binary(
        generator.random.pick(["=", "!="]),
        powers.compare,
        comparedTypes(type, generator),
        depth,
      );
    },
    (generator, depth) => {
      const type = generator.random.pick([...equatable, "object"] as const);
      const operand = generator.operand(type, depth, powers.compare + 1);
      return { text: `${operand}${generator.random.pick([" = ", "!="])}empty`, power: powers.compare };
    },
    (generator, depth) =>
      generator.call(
        generator.random.pick(["contains", "startsWith", "endsWith"]),
        ["string", "string"],
        depth,
      ),
  ],
  dateTime: [
    conditional("dateTime"),
    (generator, depth) => {
      const name = generator.random.pick(["addDays", "subtractHours", "addMonths"]);
      return {
        text: `${name}(${generator.make("dateTime", depth).text}, ${generator.random.below(40)})`,
        power: atom,
      };
    },
    (generator, depth) => generator.call("beginOfDay", ["dateTime"], depth),
    (generator, depth) => generator.call("max", ["dateTime", "dateTime"], depth),
  ],
  enumeration: [conditional("enumeration")],
  object: [conditional("object")],
};

const mixed = [
  ["decimal", "decimal"],
  ["decimal", "integer"],
  ["integer", "decimal"],
] as const;

const joined = [
  ["string", "string"],
  ["string", "integer"],
  ["decimal", "string"],
] as const;

function comparedTypes(type: GeneratedType, generator: Generator): readonly [GeneratedType, GeneratedType] {
  return type === "integer" || type === "decimal" ? [type, number(generator)] : [type, type];
}

const types: readonly GeneratedType[] = [
  "integer",
  "decimal",
  "string",
  "boolean",
  "dateTime",
  "enumeration",
];

/** A valid expression of a random type. */
export function generateText(random: Random, depth = 4): string {
  return new Generator(random).make(random.pick(types), depth).text;
}
