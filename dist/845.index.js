export const id = 845;
export const ids = [845];
export const modules = {

/***/ 1845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pageAssets: () => (/* binding */ pageAssets)
/* harmony export */ });
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1600);

/** As many assets of one page as are asked for. */
const mostAssets = 100;
/**
 * The scripts, styles, icons and images of a page's own host, as whole URLs: what must answer for the page
 * to look as it should.
 * Source: https://html.spec.whatwg.org/multipage/semantics.html#the-link-element
 */
function pageAssets(html, page) {
    const found = new Map();
    let base = page;
    const add = (address) => {
        if (address === undefined || !URL.canParse(address, base.href))
            return;
        const url = new URL(address, base.href);
        url.hash = '';
        if (url.origin === page.origin && found.size < mostAssets)
            found.set(url.href, url);
    };
    const parser = new htmlparser2__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .i({
        onopentag(name, attributes) {
            if (name === 'base' &&
                attributes.href !== undefined &&
                URL.canParse(attributes.href, page.href))
                base = new URL(attributes.href, page.href);
            if (name === 'script' || name === 'img')
                add(attributes.src);
            const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/);
            if (name === 'link' &&
                rel.some((kind) => /^(stylesheet|icon|modulepreload|preload)$/.test(kind)))
                add(attributes.href);
        },
    });
    parser.end(html);
    return [...found.values()];
}


/***/ })

};
