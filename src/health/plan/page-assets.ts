import { Parser } from 'htmlparser2';

/** As many assets of one page as are asked for. */
const mostAssets = 100;

/**
 * The scripts, styles, icons and images of a page's own host, as whole URLs: what must answer for the page
 * to look as it should.
 * Source: https://html.spec.whatwg.org/multipage/semantics.html#the-link-element
 */
export function pageAssets(html: string, page: URL): readonly URL[] {
  const found = new Map<string, URL>();
  let base = page;
  const add = (address: string | undefined): void => {
    if (address === undefined || !URL.canParse(address, base.href)) return;
    const url = new URL(address, base.href);
    url.hash = '';
    if (url.origin === page.origin && found.size < mostAssets) found.set(url.href, url);
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (
        name === 'base' &&
        attributes.href !== undefined &&
        URL.canParse(attributes.href, page.href)
      )
        base = new URL(attributes.href, page.href);
      if (name === 'script' || name === 'img') add(attributes.src);
      const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/);
      if (
        name === 'link' &&
        rel.some((kind) => /^(stylesheet|icon|modulepreload|preload)$/.test(kind))
      )
        add(attributes.href);
    },
  });
  parser.end(html);
  return [...found.values()];
}
