/** What runs a file that is named after it. */
const runners = String.raw`(?:sh|bash|ash|dash|zsh|python[\d.]*|node|ruby|perl|php|exec|source|do|then|else|\.)`;

/** What somebody writes by hand for a program to read, not what it makes by itself (`acme.json`, `app.db`). */
const written =
  /\.(sh|bash|py|rb|js|mjs|cjs|ts|pl|php|lua|jar|conf|cfg|cnf|ini|toml|ya?ml|xml|properties|json|env|pem|crt|cer|key|rules|tmpl|tpl|template|html)$/;

/**
 * Whether a command or script names something in a folder that must be there for it to work: a file that it runs, or one
 * that is by its name settings, a script or a certificate. What it writes by itself counts for none.
 */
export function namesSomethingIn(command: string, folder: string): boolean {
  const place = folder.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\/$/, '');
  const name = String.raw`(?:\./|\$PWD/|\$\{PWD\}/)?${place}/([\w./-]*\w)`;
  const before = String.raw`(?:^|[;&|(!]\s*|(?:^|[\s"'/])${runners}\s+(?:-\w+\s+)*)`;
  if (new RegExp(String.raw`${before}["']?${name}`, 'm').test(command)) return true;
  const mentions = command.matchAll(new RegExp(String.raw`(>\s*)?(?<![\w/.-])${name}`, 'g'));
  return [...mentions].some(
    ([, output, inside = '']) =>
      output === undefined && written.test(inside) && !inside.endsWith('acme.json'),
  );
}
