import { failure } from '../../errors/index.js';

const placeholder = /\{\{([^{}]*)\}\}/g;

/**
 * Sees that a proxy's configuration says where its containers go.
 * @param file its path, for messages
 * @param services those that can stand in it
 * @throws {DeployKitError} `proxy-template-invalid`
 */
export function checkProxyTemplate(file: string, text: string, services: readonly string[]): void {
  const refuse = (problem: string): Error => failure('proxy-template-invalid', { file, problem });
  let found = false;
  for (const [index, line] of text.split('\n').entries()) {
    const names = [...line.matchAll(placeholder)].map(([, inner = '']) => inner);
    if (names.length > 1) throw refuse(`line ${index + 1} has two placeholders`);
    const [name] = names;
    if (name === undefined) continue;
    const [, service] = /^ *([\w.-]+):\d+ *$/.exec(name) ?? [];
    if (service === undefined)
      throw refuse(`line ${index + 1} has \`{{${name}}}\`, which is not \`{{SERVICE:PORT}}\``);
    if (!services.includes(service))
      throw refuse(
        `line ${index + 1} names the service ${service}; those of the release are ${services.join(', ')}`,
      );
    found = true;
  }
  if (!found) throw refuse('it has no line with `{{SERVICE:PORT}}`');
}
