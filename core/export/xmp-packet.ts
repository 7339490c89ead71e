import { parseXml, type XmlElement } from './xml-tree.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
/** Where Focus Racer remembers which keywords are its own, and the ids of the photos they are of. */
const FOCUS_RACER = 'urn:focusracer:xmp:1.0/';

export interface XmpProperty {
  readonly prefix: string;
  readonly namespace: string;
  readonly local: string;
}

export const SUBJECT: XmpProperty = { prefix: 'dc', namespace: DUBLIN_CORE, local: 'subject' };
export const OWN_KEYWORDS: XmpProperty = {
  prefix: 'focusracer',
  namespace: FOCUS_RACER,
  local: 'Keywords',
};
/** Photo ids, which no two events share. */
export const OWN_PHOTOS: XmpProperty = { ...OWN_KEYWORDS, local: 'Photos' };

/** A property that holds a list of texts (XMP specification part 1, 7.7: rdf:Bag, rdf:Seq, rdf:Alt). */
export interface XmpList {
  readonly element: XmlElement;
  /** Not there in `<dc:subject/>`. */
  readonly container: XmlElement | undefined;
  readonly items: readonly { readonly element: XmlElement; readonly text: string }[];
}

export interface XmpPacket {
  readonly rdf: XmlElement;
  /** The first description of the photo, if there is one. */
  readonly description: XmlElement | undefined;
  readonly subject: XmpList | undefined;
  readonly ownKeywords: XmpList | undefined;
  readonly ownPhotos: XmpList | undefined;
}

/** A photo without any metadata. */
export const EMPTY_PACKET = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="${RDF}">
  <rdf:Description rdf:about=""/>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
`;

/** Throws an Error with the reason where the text is no XMP or its keywords are no list. */
export function readXmpPacket(text: string): XmpPacket {
  const root = parseXml(text);
  const rdf = [root, ...root.children].find((element) => isNamed(element, RDF, 'RDF'));
  if (rdf === undefined) throw new Error('it is XML but not XMP: it has no rdf:RDF');
  const descriptions = rdf.children.filter((element) => isNamed(element, RDF, 'Description'));
  return {
    rdf,
    description: descriptions[0],
    subject: findList(descriptions, SUBJECT),
    ownKeywords: findList(descriptions, OWN_KEYWORDS),
    ownPhotos: findList(descriptions, OWN_PHOTOS),
  };
}

function findList(descriptions: readonly XmlElement[], property: XmpProperty): XmpList | undefined {
  const name = `${property.prefix}:${property.local}`;
  const isProperty = (node: { readonly namespace: string; readonly local: string }): boolean =>
    isNamed(node, property.namespace, property.local);
  if (descriptions.some((description) => description.attributes.some(isProperty))) {
    throw new Error(`its ${name} is no list`);
  }
  const [element, second] = descriptions.flatMap((description) =>
    description.children.filter(isProperty),
  );
  if (second !== undefined) throw new Error(`it has ${name} twice`);
  if (element === undefined) return undefined;
  const [container, another] = element.children;
  const isList =
    container === undefined
      ? element.text.trim() === ''
      : another === undefined &&
        ['Bag', 'Seq', 'Alt'].some((kind) => isNamed(container, RDF, kind));
  if (!isList) throw new Error(`its ${name} is no list`);
  const items = container?.children.filter((child) => isNamed(child, RDF, 'li')) ?? [];
  return {
    element,
    container,
    items: items.map((item) => ({ element: item, text: item.text.trim() })),
  };
}

function isNamed(
  node: { readonly namespace: string; readonly local: string },
  namespace: string,
  local: string,
): boolean {
  return node.namespace === namespace && node.local === local;
}
