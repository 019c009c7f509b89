// ITU-T G.711: a sign, an exponent of three bits and a fraction of four; all bits of mu-law are turned, every second of A-law.

const ulawTable = Int16Array.from({ length: 256 }, (_, code) => {
  const turned = ~code & 0xff
  const size = ((((turned & 0x0f) << 3) + 0x84) << ((turned >> 4) & 7)) - 0x84
  return (turned & 0x80) === 0 ? size : -size
})

const alawTable = Int16Array.from({ length: 256 }, (_, code) => {
  const turned = code ^ 0x55
  const exponent = (turned >> 4) & 7
  const fraction = (turned & 0x0f) << 4
  const size = exponent === 0 ? fraction + 8 : (fraction + 0x108) << (exponent - 1)
  return (turned & 0x80) === 0 ? -size : size
})

export function ulawSample(code: number): number {
  return ulawTable[code]!
}

export function alawSample(code: number): number {
  return alawTable[code]!
}
