/**
 * An exact decimal number: `mantissa * 10 ** -scale`. The mantissa is a number while it is a safe integer, else a
 * bigint; `scale` is 0 or more. Nothing is rounded in memory.
 */
export class Decimal {
  /**
   * Two that always exist, one with either kind of mantissa. V8 throws compiled code away when the last object of a
   * class that the code was made for is collected; without them each full collection between two runs would end the code
   * of all arithmetic (docs/decisions/0009-runtime-speed.md).
   */
  static readonly living: readonly Decimal[] = [new Decimal(0, 0), new Decimal(2n ** 64n, 0)];

  declare readonly mantissa: number | bigint;
  declare readonly scale: number;

  constructor(mantissa: number | bigint, scale: number) {
    this.mantissa = mantissa;
    this.scale = scale;
  }
}
