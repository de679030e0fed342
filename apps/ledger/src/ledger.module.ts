/** The Nest module of the GraphQL service. */
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { jitPlugin } from './graphql/jit.plugin.js';
import { limitsPlugin } from './graphql/limits.plugin.js';
import { ResolverErrors, tell } from './graphql/errors.js';
import { MOST_TOKENS } from './limits.js';
import { PORTS, type Ports } from './ports.js';
import { Reading } from './reading/reading.js';
import { setAsidePlugin } from './recording/values-set-aside.js';
import { RESOLVERS } from './resolvers.js';

const log = new Logger('graphql');

@Module({})
export class LedgerModule {
  static over(ports: Ports): DynamicModule {
    return {
      module: LedgerModule,
      imports: [GraphQLModule.forRoot<ApolloDriverConfig>(graphql(ports))],
      providers: [
        { provide: PORTS, useValue: ports },
        { provide: APP_FILTER, useClass: ResolverErrors },
        ...RESOLVERS,
      ],
    };
  }
}

function graphql({ readModels, store }: Ports): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    context: () => ({ reading: new Reading(readModels, store) }),
    introspection: true,
    graphiql: false,
    playground: false,
    csrfPrevention: true,
    // A text sent once by somebody is kept for nobody else.
    persistedQueries: false,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), limitsPlugin(), setAsidePlugin(), jitPlugin()],
    formatError: (formatted, thrown) => {
      const { error, unexpected } = tell(formatted, thrown);
      if (unexpected) log.error(unwrapResolverError(thrown));
      return error;
    },
  };
}
