import { readFacts } from '../../server/plan/server-facts.js';

/** Free room in a file system. */
export interface Room {
  readonly freeKilobytes: number;
  /** How many more files fit; `undefined` where the file system does not count them. */
  readonly freeInodes: number | undefined;
}

/** Something that listens on the server. */
export interface ListeningSocket {
  readonly protocol: 'tcp' | 'udp';
  /** Empty: all addresses. */
  readonly address: string;
  readonly port: number;
}

/** A container on the server, with what it publishes. */
export interface PublishingContainer {
  /** The deploy folder of its Compose project, and that project's name; empty where it has none. */
  readonly folder: string;
  readonly project: string;
  readonly name: string;
  readonly ports: readonly ListeningSocket[];
}

/** The proxy that a blue-green deploy points to its containers. */
export interface Proxy {
  /** `undefined`: in its container neither answers. */
  readonly kind: 'nginx' | 'caddy' | undefined;
  /** Whether the kernel hands connections over when Caddy is reloaded; `undefined` where it can not. */
  readonly handsOver: boolean | undefined;
}

/** What a deploy will meet on the server beyond what it needs to begin. */
export interface Survey {
  /** The server's clock, in seconds since 1970. */
  readonly clock: number;
  /** `Debian GNU/Linux 12 (bookworm)`; empty where it does not say. */
  readonly system: string;
  /** Memory and swap that are free. */
  readonly memoryFreeKilobytes: number | undefined;
  /** Where the engine keeps images. */
  readonly images: Room | undefined;
  readonly listens: readonly ListeningSocket[];
  readonly containers: readonly PublishingContainer[];
  /** Who deploys to the folder right now. */
  readonly holder: string | undefined;
  /** Uploads whose sender is gone. */
  readonly leftovers: readonly string[];
  /** The proxy that was asked for. */
  readonly proxy: Proxy | undefined;
  /** The proxy's file, absolute, where the user can't write it. */
  readonly unwritable: string | undefined;
}

/**
 * Reads the output of the script `survey`.
 * @returns `undefined` when it is not whole
 */
export function parseSurvey(output: string): Survey | undefined {
  const facts = readFacts(output);
  const one = (key: string): string | undefined => facts.get(key)?.[0];
  const many = (key: string): readonly string[] => facts.get(key) ?? [];
  if (one('end') !== 'yes') return undefined;
  const memory = one('memory-free-kb');
  return {
    clock: Number(one('now')),
    system: one('system') ?? '',
    memoryFreeKilobytes: memory === undefined ? undefined : Number(memory),
    images: roomOf(one('images-free-kb'), one('images-inodes')),
    listens: many('listens').flatMap((line) => listeningOf(line) ?? []),
    containers: many('container').map(containerOf),
    holder: one('holder'),
    leftovers: many('leftover'),
    proxy: proxyFrom(one('proxy')),
    unwritable: one('unwritable'),
  };
}

function proxyFrom(fact: string | undefined): Proxy | undefined {
  if (fact === undefined) return undefined;
  const [name, setting = ''] = fact.split(' ');
  const kind = name === 'nginx' || name === 'caddy' ? name : undefined;
  return { kind, handsOver: setting === '' ? undefined : setting === '1' };
}

function roomOf(free = '', inodes = ''): Room | undefined {
  if (!/^\d+$/.test(free)) return undefined;
  const [total = 0, left] = inodes.split(' ').map(Number);
  return { freeKilobytes: Number(free), freeInodes: total > 0 ? left : undefined };
}

// `tcp 0100007F:1F90`: each group of four bytes in the machine's own order, which is little-endian on
// everything that Docker runs on but s390x. Source: https://man7.org/linux/man-pages/man5/proc_pid_net.5.html
function listeningOf(line: string): ListeningSocket | undefined {
  const [, protocol, hex = '', port = ''] =
    /^(tcp|udp)6? ([0-9A-F]+):([0-9A-F]{4})$/.exec(line) ?? [];
  if (protocol !== 'tcp' && protocol !== 'udp') return undefined;
  const words = hex.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => (word.match(/../g) ?? []).toReversed());
  return { protocol, address: addressOf(bytes), port: Number.parseInt(port, 16) };
}

function addressOf(bytes: readonly string[]): string {
  if (bytes.every((byte) => byte === '00')) return '';
  const numbers = bytes.map((byte) => Number.parseInt(byte, 16));
  const mapped = numbers.length === 16 && /^(00){10}FFFF/.test(bytes.join(''));
  if (numbers.length === 4 || mapped) return numbers.slice(-4).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number.parseInt(`${bytes[index * 2] ?? ''}${bytes[index * 2 + 1] ?? ''}`, 16).toString(16),
  );
  // As the URL parser shortens it, so that equal addresses are equal texts.
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

// `FOLDER|PROJECT|NAME|0.0.0.0:80->80/tcp, :::80->80/tcp, 127.0.0.1:9000-9001->9000-9001/tcp, 443/tcp`
function containerOf(line: string): PublishingContainer {
  const [folder = '', project = '', name = '', ports = ''] = line.split('|');
  return { folder, project, name, ports: ports.split(', ').flatMap(publishedOf) };
}

function publishedOf(text: string): readonly ListeningSocket[] {
  const [, address = '', first, last, protocol] =
    /^(.*):(\d+)(?:-(\d+))?->[\d-]+\/(tcp|udp)$/.exec(text) ?? [];
  if (first === undefined || (protocol !== 'tcp' && protocol !== 'udp')) return [];
  const bound = address.replace(/^\[(.*)\]$/, '$1');
  const all = bound === '0.0.0.0' || bound === '::';
  const count = Number(last ?? first) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => ({
    protocol,
    address: all ? '' : bound,
    port: Number(first) + index,
  }));
}
