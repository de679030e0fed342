/** The schema as text, made from the resolvers without starting anything. */
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { RESOLVERS } from '../../resolvers.js';

export async function builtSchema(): Promise<GraphQLSchema> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class by mistake
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  return app.get(GraphQLSchemaFactory).create([...RESOLVERS]);
}

/** Sorted, so that the text changes with the contract and not with the order of files. */
export function printed(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
