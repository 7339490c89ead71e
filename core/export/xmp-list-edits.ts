import type { TextEdit } from './text-edits.js';
import { escapeXmlText, namespaceOf, type XmlElement } from './xml-tree.js';
import type { XmpList, XmpPacket, XmpProperty } from './xmp-packet.js';

export interface ListChange {
  readonly property: XmpProperty;
  readonly list: XmpList | undefined;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The edits that change those lists and touch nothing else, in the layout of the text around them. */
export function listEdits(
  text: string,
  packet: XmpPacket,
  changes: readonly ListChange[],
): TextEdit[] {
  const created: string[] = [];
  const edits = changes.flatMap(({ property, list, added, removed }): TextEdit[] => {
    if (list === undefined) {
      if (added.length > 0) created.push(newProperty(text, packet, property, added));
      return [];
    }
    if (added.length === 0 && removed.length === 0) return [];
    if (added.length === 0 && list.items.every((item) => removed.includes(item.text))) {
      return [removal(text, list.element)];
    }
    return [
      ...list.items
        .filter((item) => removed.includes(item.text))
        .map((item) => removal(text, item.element)),
      ...(added.length > 0 ? [insertion(text, packet, list, added)] : []),
    ];
  });
  if (created.length > 0) edits.push(insertProperties(text, packet, created.join('')));
  return edits;
}

function insertion(
  text: string,
  packet: XmpPacket,
  list: XmpList,
  added: readonly string[],
): TextEdit {
  const { element, container } = list;
  const deeper = (at: XmlElement): string => lineBreak(text, at) + ' ';
  if (container === undefined) {
    const bag = bagOf(packet, deeper(element), added);
    return fill(text, element, `${bag}${lineBreak(text, element)}`);
  }
  const last = container.children.at(-1);
  const items = itemsOf(
    packet,
    last === undefined ? deeper(container) : lineBreak(text, last),
    added,
  );
  if (last !== undefined) return { start: last.end, end: last.end, text: items };
  return fill(text, container, `${items}${lineBreak(text, container)}`);
}

function newProperty(
  text: string,
  packet: XmpPacket,
  property: XmpProperty,
  items: readonly string[],
): string {
  const parent = packet.description ?? packet.rdf;
  const indent = lineBreak(text, parent) + (packet.description === undefined ? '  ' : ' ');
  const isDeclared = namespaceOf(parent, property.prefix) === property.namespace;
  const declaration = isDeclared ? '' : ` xmlns:${property.prefix}="${property.namespace}"`;
  const name = `${property.prefix}:${property.local}`;
  return `${indent}<${name}${declaration}>${bagOf(packet, indent + ' ', items)}${indent}</${name}>`;
}

function insertProperties(text: string, packet: XmpPacket, properties: string): TextEdit {
  const { description, rdf } = packet;
  if (description === undefined) {
    const indent = lineBreak(text, rdf) + ' ';
    const name = rdfName(packet, 'Description');
    const about = rdf.prefix === '' ? '' : ` ${rdf.prefix}:about=""`;
    const element = `${indent}<${name}${about}>${properties}${indent}</${name}>`;
    return append(text, rdf, element, lineBreak(text, rdf));
  }
  return append(text, description, properties, lineBreak(text, description));
}

function bagOf(packet: XmpPacket, indent: string, items: readonly string[]): string {
  const bag = rdfName(packet, 'Bag');
  return `${indent}<${bag}>${itemsOf(packet, indent + ' ', items)}${indent}</${bag}>`;
}

function itemsOf(packet: XmpPacket, indent: string, items: readonly string[]): string {
  const li = rdfName(packet, 'li');
  return items.map((item) => `${indent}<${li}>${escapeXmlText(item)}</${li}>`).join('');
}

/** The document may call the RDF namespace by another prefix. */
function rdfName(packet: XmpPacket, local: string): string {
  return packet.rdf.prefix === '' ? local : `${packet.rdf.prefix}:${local}`;
}

/** Puts the content after the last child. */
function append(
  text: string,
  element: XmlElement,
  content: string,
  closingIndent: string,
): TextEdit {
  const last = element.children.at(-1);
  if (last === undefined) return fill(text, element, content + closingIndent);
  return { start: last.end, end: last.end, text: content };
}

/** Gives content to an element without children; a comment in it stays. */
function fill(text: string, element: XmlElement, content: string): TextEdit {
  if (!element.isSelfClosing) {
    const { contentStart, contentEnd } = element;
    const isBlank = text.slice(contentStart, contentEnd).trim() === '';
    return { start: isBlank ? contentStart : contentEnd, end: contentEnd, text: content };
  }
  return {
    start: element.end - '/>'.length,
    end: element.end,
    text: `>${content}</${element.name}>`,
  };
}

/** Takes the element out together with the white space before it. */
function removal(text: string, element: XmlElement): TextEdit {
  const before = text.slice(0, element.start);
  return { start: before.trimEnd().length, end: element.end, text: '' };
}

/** The line break and indent before an element; nothing where it does not begin a line. */
function lineBreak(text: string, element: XmlElement): string {
  return (
    /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, element.start - 200), element.start))?.[0] ?? ''
  );
}
