import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/** A password as it is stored: scrypt's output and salt in hexadecimal, and the parameters that it was made with. */
export type StoredPassword = {
  hash: string
  salt: string
  cost: number
  blockSize: number
  parallelization: number
}

/** 32 MiB and some tenths of a second for each guess (OWASP Password Storage Cheat Sheet, scrypt). */
const parameters = { cost: 2 ** 15, blockSize: 8, parallelization: 3 }
const saltBytes = 16
const hashBytes = 32

export async function hashPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(saltBytes)
  const hash = await derive(password, salt, hashBytes, parameters)
  return { hash: hash.toString('hex'), salt: salt.toString('hex'), ...parameters }
}

export async function verifyPassword(password: string, stored: StoredPassword): Promise<boolean> {
  const expected = Buffer.from(stored.hash, 'hex')
  const actual = await derive(password, Buffer.from(stored.salt, 'hex'), expected.length, stored)
  return timingSafeEqual(actual, expected)
}

/** Nobody's password, for names that do not exist: they take as long as those that do. */
export const nobodysPassword: StoredPassword = {
  hash: '00'.repeat(hashBytes),
  salt: '00'.repeat(saltBytes),
  ...parameters,
}

/** The same password typed on another keyboard can have other code points; NFC makes them one. */
function derive(
  password: string,
  salt: Buffer,
  length: number,
  { cost, blockSize, parallelization }: Omit<StoredPassword, 'hash' | 'salt'>,
): Promise<Buffer> {
  // Node refuses what needs more than maxmem; 128 bytes × cost × blockSize is what scrypt needs.
  const options: ScryptOptions = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
