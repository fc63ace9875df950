/**
 * Whether what is sent to this address stays between us and it: https, or http that does not leave this machine.
 *
 * @example
 * isSafeAddress("https://login.example.org/a") // => true
 * @example
 * isSafeAddress("http://127.0.0.1:4000/a") // => true
 * @example
 * isSafeAddress("http://login.example.org/a") // => false
 */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || isLoopbackAddress(address);
}

/**
 * Whether this is an http address on the machine itself.
 *
 * @example
 * isLoopbackAddress("http://localhost:4000") // => true
 * @example
 * isLoopbackAddress("http://127.0.0.1.example.org") // => false
 */
export function isLoopbackAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "http:" && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
