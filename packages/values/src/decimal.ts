/**
 * An exact decimal number: `mantissa * 10 ** -scale`. The mantissa is a number while it is a safe integer, else a
 * bigint; `scale` is 0 or more. Nothing is rounded in memory.
 */
export class Decimal {
  declare readonly mantissa: number | bigint;
  declare readonly scale: number;

  constructor(mantissa: number | bigint, scale: number) {
    this.mantissa = mantissa;
    this.scale = scale;
  }
}
