import { describe, expect, it } from '@jest/globals';
import { pageAssets } from '../../../src/health/plan/page-assets.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('The parts of a page', () => {
  it('are those of its own host', () => {
    const html = `<!doctype html><LINK rel="preload stylesheet" href=/a.css>
      <link rel=canonical href=/page><link rel="shortcut icon" href="icon.png#x">
      <script src="//example.com/b.js"></script><script>var s = '<script src="/no.js">'</script>
      <img src="http://example.com/c.png"><img src="data:image/png;base64,AA"><img>
      <script src="https://elsewhere.example/d.js"></script><!-- <script src="/e.js"></script> -->`;
    expect(
      pageAssets(html, new URL('http://example.com/x/')).map(({ pathname }) => pathname),
    ).toEqual(['/a.css', '/x/icon.png', '/b.js', '/c.png']);
  });
});

describe('Whatever comes', () => {
  it('a page is read or refused', () => {
    readsOrRefuses(hardText, (value) => pageAssets(value, new URL('http://a.example/')));
  });
});
