/**
 * The rival of the runtime's loop: what a careful person would write by hand for this microflow, with the checks
 * that the language makes on 64-bit integers and on empty.
 *
 * ```
 * parameter $Orders: list of Order (Quantity: Long, Name: String)
 * create list $Lines of Line (Amount: Long, Label: String)
 * loop over $Orders as $Order
 *   create object $Line: Amount = $Order/Quantity * 3 + 7, Label = 'Order ' + $Order/Name
 *   decision $Line/Amount > 150: true -> change list, add $Line to $Lines; false -> next
 * end with $Lines
 * ```
 */

/** An Integer as in the product: a number while it is safe, else a bigint. */
type Integer = number | bigint;

/** What the flow gets; `null` is empty. */
export interface Order {
  readonly Quantity: Integer | null;
  readonly Name: string | null;
}

/** What the flow makes. */
export interface Line {
  Amount: Integer | null;
  Label: string | null;
}

/** `count` orders, of which the flow keeps about half. */
export function makeOrders(count: number): Order[] {
  return Array.from({ length: count }, (_, index) => ({ Quantity: index % 97, Name: `n${index}` }));
}

/** The flow. */
export function keepLargeOrders(orders: readonly Order[]): Line[] {
  const lines: Line[] = [];
  for (const order of orders) {
    const line: Line = {
      Amount: add(multiply(order.Quantity, 3), 7),
      Label: concatenate("Order ", order.Name),
    };
    if (isGreater(line.Amount, 150)) lines.push(line);
  }
  return lines;
}

/** The run that benchmarks compare with, for a thousand orders. */
export const handWrittenThousand = (): (() => Line[]) => prepare(1_000);

/** The run that benchmarks compare with, for a million orders. */
export const handWrittenMillion = (): (() => Line[]) => prepare(1_000_000);

function prepare(count: number): () => Line[] {
  const orders = makeOrders(count);
  return () => keepLargeOrders(orders);
}

function add(left: Integer | null, right: Integer | null): Integer {
  if (left === null || right === null) throw new Error("empty has no sum");
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return within64Bits(BigInt(left) + BigInt(right));
}

function multiply(left: Integer | null, right: Integer | null): Integer {
  if (left === null || right === null) throw new Error("empty has no product");
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product;
  }
  return within64Bits(BigInt(left) * BigInt(right));
}

function within64Bits(value: bigint): Integer {
  if (BigInt.asIntN(64, value) !== value) throw new Error("the result does not fit into 64 bits");
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

function isGreater(left: Integer | null, right: Integer | null): boolean {
  if (left === null || right === null) throw new Error("empty cannot be compared");
  return left > right;
}

function concatenate(left: string | null, right: string | null): string {
  return (left ?? "") + (right ?? "");
}
