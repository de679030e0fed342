/** Relay connections: how much of a list a client may have at once, and where it goes on. */
import { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { formatDay, parseDay } from '@ledger/time';
import type { Moment } from '@ledger/read-models';
import type { Position as LogPosition } from '@ledger/vocabulary';
import type { Given, Plain } from './given.js';
import { DEFAULT_PAGE, MOST_A_PAGE } from '../limits.js';
import { QuestionRefused } from './refusals.js';
import { Position } from './scalars.js';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: Plain<PageInfo>;
}

/** The edge and connection types of a node type. */
export function connectionOf<Node>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class NodeEdge implements Edge<Node> {
    @Field(() => String)
    readonly cursor!: string;

    @Field(() => node)
    readonly node!: Node;
  }

  @ObjectType(`${name}Connection`)
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge])
    readonly edges!: readonly Edge<Node>[];

    @Field(() => [node])
    readonly nodes!: readonly Node[];

    @Field(() => PageInfo)
    readonly pageInfo!: Plain<PageInfo>;
  }
  return NodeConnection;
}

/** Of a list by division, which also says up to which position it is complete. */
export function completeConnectionOf<Node>(
  node: Type<Node>,
  name: string,
): Type<Connection<Node> & { readonly completeTo: LogPosition }> {
  const connection = connectionOf(node, name);
  Field(() => Position)(connection.prototype as object, 'completeTo');
  return connection as Type<Connection<Node> & { readonly completeTo: LogPosition }>;
}

export interface Page {
  readonly first: number;
  readonly after: string | null;
}

export function pageOf(first: Given<number>, after: Given<string>): Page {
  const size = first ?? DEFAULT_PAGE;
  if (size < 1 || size > MOST_A_PAGE) throw new QuestionRefused('INVALID_FIELD', { field: 'first' });
  return { first: size, after: after ?? null };
}

/** The moment of a page: pinned by its cursor, asked for on the first. */
export async function momentOfPage(
  { after }: Page,
  askedFor: () => Promise<Moment>,
): Promise<{ readonly moment: Moment; readonly after: string | null }> {
  return after === null ? { moment: await askedFor(), after } : readCursor(after);
}

export function connectionFrom<Node>(edges: readonly Edge<Node>[], hasNextPage: boolean): Connection<Node> {
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: { hasNextPage, endCursor } };
}

/** Where a list goes on: as it was known when it was begun, after an entry. */
export interface Cursor {
  readonly moment: Moment;
  /** What the list's own order continues from. */
  readonly after: string;
}

const POSITION = /^\d{20}$/;

export function cursorText({ moment, after }: Cursor): string {
  return Buffer.from(`${moment.position} ${formatDay(moment.asOf)} ${after}`).toString('base64url');
}

function readCursor(text: string): Cursor {
  const [position = '', on = '', after] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  const asOf = parseDay(on);
  if (!POSITION.test(position) || asOf === undefined || !after) {
    throw new QuestionRefused('INVALID_FIELD', { field: 'after' });
  }
  return { moment: { position: position as LogPosition, asOf }, after };
}
