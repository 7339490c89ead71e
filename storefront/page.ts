/** What a router says of the page it answers with. */
export interface Page {
  /** Path of the view in storefront/views, without `.ejs`. */
  readonly view: string;
  /** The view's own model: formatted strings, as `model` in the view. */
  readonly model: object;
  /** Without the name of the product, which is added. */
  readonly title: string;
  readonly status?: number;
  readonly description?: string;
  /** Path of the page's own address, where others lead to it too; else the path asked for. */
  readonly canonical?: string;
  /** Keeps search engines out: whatever belongs to one visitor. */
  readonly noindex?: boolean;
  /** Path or absolute address of the picture of social cards. */
  readonly socialImage?: string;
  /** Path of the picture that the page is about: asked for before scripts take up the lines. */
  readonly mainImage?: string;
  /** Files in storefront/public that only this page needs, such as `css/gallery.css`. */
  readonly styles?: readonly string[];
  /** Modules in storefront/public, such as `js/viewer.js`. */
  readonly scripts?: readonly string[];
}
