import { SaxesParser } from 'saxes';

/** An element and where it stands in the text: positions are indexes into the string. */
export interface XmlElement {
  /** As written: "dc:subject". */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly { readonly namespace: string; readonly local: string }[];
  /** What its own tag declares, by prefix. */
  readonly declared: Readonly<Record<string, string>>;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** Its own text, references resolved, without that of its children. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Between its tags; both are `end` for `<a/>`. */
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly isSelfClosing: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenElement = Mutable<Omit<XmlElement, 'children'>> & { readonly children: XmlElement[] };

/**
 * Reads XML into a tree that knows its positions, so that a part can be replaced and the rest
 * stays byte for byte. Throws an Error that says where the text is not well-formed. External
 * and declared entities are not expanded: a reference to one is an error.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;

  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
      throw new Error(`its encoding is ${encoding}, not UTF-8`);
    }
  });
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    const element: OpenElement = {
      name: tag.name,
      prefix: tag.prefix,
      local: tag.local,
      namespace: tag.uri,
      attributes: Object.values(tag.attributes).map(({ uri, local }) => ({
        namespace: uri,
        local,
      })),
      declared: tag.ns,
      parent,
      children: [],
      text: '',
      // Inside a tag "<" is not allowed, so the last one before its end opened it.
      start: text.lastIndexOf('<', parser.position - 1),
      end: parser.position,
      contentStart: parser.position,
      contentEnd: parser.position,
      isSelfClosing: tag.isSelfClosing,
    };
    root ??= element;
    parent?.children.push(element);
    open.push(element);
  });
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined || element.isSelfClosing) return;
    element.end = parser.position;
    element.contentEnd = text.lastIndexOf('<', parser.position - 1);
  });
  parser.write(text).close();
  if (root === undefined) throw new Error('it holds no element');
  return root;
}

/** What a prefix stands for inside an element. */
export function namespaceOf(element: XmlElement, prefix: string): string | undefined {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    const namespace = at.declared[prefix];
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}

export function escapeXmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
