import type { SiteKey } from './sites.ts'

/** Area codes of the company, the first ten those of the usual one; none of them is one of people outside. */
const companyAreas =
  '212 929 680 838 934 516 631 845 518 585 203 205 206 207 208 209 210 213 214 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 307 308 309 310 313 314 315 316 317 318 319 320 321 323 325 330 331 334 336 337 339 346 347 351 352 360 361 364 385 386 401 402 405 406 407 408 409 410 412 413 414 417 419 423 424 425 430 432 434 435 440 442 443 458 463 469 470 475 478 479 480 484 501 502 504 505 507 508 509 510 513 515 517 520 530 531 534 539 540 541 551 559 561 562 563 567 570 571 573 574 575 580 586'.split(
    ' ',
  )
/** Ofcom reserves a thousand numbers of each of these areas for drama. */
const britishAreas = '113 121 161 141 114 115 116 117 118 131 151'.split(' ')

/** Numbers that no subscriber ever gets: NANPA's 555-01xx of an area code, drama numbers of Ofcom and the Bundesnetzagentur. */
const blocks: Readonly<Record<SiteKey, readonly string[]>> = {
  newYork: companyAreas.map((area) => `+1${area}55501xx`),
  london: ['+4420794609xx', ...britishAreas.map((area) => `+44${area}4960xxx`)],
  berlin: ['+4930231250xx', '+496990009xxx', '+494066969xxx', '+492214710xxx', '+498999998xxx'],
}

/** Area codes of people outside, so that they never carry a number of the company. */
const outsideAreas = ['201', '215', '305', '312', '404', '415', '503', '512', '602', '617', '702', '860']

/** The n-th reserved number at a site; null when the reserve is used up, because no real number may take its place. */
export function reservedNumber(site: SiteKey, index: number): string | null {
  let rest = index
  for (const block of blocks[site]) {
    const free = block.length - block.indexOf('x')
    if (rest < 10 ** free) return block.replace(/x+$/, String(rest).padStart(free, '0'))
    rest -= 10 ** free
  }
  return null
}

/** A number of somebody outside the company; index 0 to 1,199. */
export function outsideNumber(index: number): string {
  const area = outsideAreas[Math.floor(index / 100) % outsideAreas.length] ?? ''
  return `+1${area}55501${String(index % 100).padStart(2, '0')}`
}
