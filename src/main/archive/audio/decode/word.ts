// The arithmetic of the telephone standards: words of 16 bits that stop at their ends instead of turning over.

export function saturate(value: number): number {
  return value > 32_767 ? 32_767 : value < -32_768 ? -32_768 : value
}

/** The product of two fractions of 15 bits, rounded. Only -1 times -1 does not fit. */
export function multiplyRounded(a: number, b: number): number {
  const product = (Math.imul(a, b) + 16_384) >> 15
  return product > 32_767 ? 32_767 : product
}

/** The product of two fractions of 15 bits, cut. */
export function multiply(a: number, b: number): number {
  return Math.imul(a, b) >> 15
}
