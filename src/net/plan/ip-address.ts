/** Whether a text is an IP address, as `isIP` of node:net judges it; an IPv6 one may name its zone. */
export function isIpAddress(text: string): boolean {
  if (!text.includes(':')) return isIpv4(text);
  const address = text.replace(/%[0-9A-Za-z.:-]+$/, '');
  return /^[0-9A-Fa-f:.]+$/.test(address) && URL.canParse(`http://[${address}]/`);
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 &&
    parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}
